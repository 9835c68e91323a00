"""Which segments are worth reading, and which drafts are no doses at all.

Most sentences of an article hold no dose; a cheap look saves the grammar from them. And not every
"400 mg" beside a drug is to be taken: shops sell it, packs contain it, recipes boil it.
"""

from __future__ import annotations

import re

from pipeline.stages.dosing.assembly import Draft
from pipeline.stages.dosing.grammar import Reading

_NUMBER = re.compile(
    r"[0-9½¼¾⅓⅔⅛]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|quarter|an? (?:tea|table)?"
    r"spoon|an? (?:tablet|pill|capsule|drop|sachet|glass|cup|shot|puff|patch|lozenge|couple)|another)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:dail|day|hour|week|month|year|night|morning|evening|bed|meal|once|twice|until|till|for (?:life|as|ever)"
    r"|forever|constantly|course|[bt]\.?i\.?d|q\.?h|qhs|prn|nocte)",
    re.IGNORECASE,
)
_SHOP = re.compile(
    r"\b(?:price[sd]?|costs?|rubles?|roubles?|dollars?|hryvnia|packs? of|pack(?:age|ing)|no\. ?[0-9]|is sold|are sold)\b|[$€£₽]"
)
_BUY = re.compile(r"\b(?:buy|bought|order|sold|purchase|stock(?: up)?)\b[^.;:]{0,40}$")
_RECIPE = re.compile(
    r"\b(?:pour(?:ed)?|boil(?:ed|ing)?|steep(?:ed)?|infus(?:e|ed)|simmer(?:ed)?|soak(?:ed)?|brew(?:ed)?|prepared?"
    r"|mix(?:ed)?|grind|chop|insist(?:ed)?|for a decoction|for the infusion)\b"
)
_TAKEN = re.compile(r"\b(?:take|taken|drink|drunk|dose|swallow|times)\b")
_BOILED = re.compile(r"boil|steep|infus|simmer|minutes|insist|strain|pour|brew|soak")
_KITCHEN = frozenset(
    {"teaspoon", "tablespoon", "dessertspoon", "spoon", "glass", "cup", "ml", "l", "pinch", None}
)
_EQUALS = re.compile(
    r" ?(?:[a-z]+ ){0,2}?(?:contains?|is equal|equals|already exceeds?|corresponds?|provides?)\b"
)


def worth_reading(words: str, *, named: bool) -> bool:
    """True when `words` could state a dose; with a drug `named`, a time alone may do."""
    if _NUMBER.search(words):
        return True
    return _TIME.search(words) is not None


def is_dose(reading: Reading, draft: Draft) -> bool:
    """False for what is sold, contained, compared or cooked rather than taken."""
    amount = draft.amount
    if amount is None:
        return True
    text = reading.text
    before = text[max(0, amount.span.start - 60) : amount.span.start]
    if not draft.frequencies and _SHOP.search(text):
        return False
    if not draft.frequencies and amount.count is None and _BUY.search(before):
        return False
    end = max(
        span.end
        for span in (
            amount.span,
            *(span for span in draft.spans if span.start <= amount.span.end + 12),
        )
    )
    if _EQUALS.match(text, end):
        return False
    return not _cooked(text, draft)


def _cooked(text: str, draft: Draft) -> bool:
    amount = draft.amount
    if amount is None or amount.form not in _KITCHEN or amount.form is None and amount.count:
        return False
    before = text[max(0, amount.span.start - 70) : amount.span.start]
    if not _RECIPE.search(before) or not _BOILED.search(text):
        return False
    return not _TAKEN.search(before) and not any(
        frequency.span.start - amount.span.end <= 40 for frequency in draft.frequencies
    )
