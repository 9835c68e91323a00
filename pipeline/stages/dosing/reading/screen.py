"""Which drafts are no doses at all.

Not every "400 mg" beside a drug is to be taken: shops sell it, packs contain it, recipes boil it.
"""

from __future__ import annotations

import re

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.grammar import Reading
from pipeline.stages.dosing.reading.patterns import DRUG
from pipeline.stages.dosing.reading.quantities import Amount
from pipeline.stages.dosing.reading.strengths import Draft

_SHOP = re.compile(
    r"\b(?:price[sd]?|costs?|rubles?|roubles?|dollars?|hryvnia|packs? of|pack(?:age|ing)"
    r"|no\. ?[0-9]|is sold|are sold)\b|[$€£₽]"
)
_BUY = re.compile(r"\b(?:buy|bought|order|sold|purchase|stock(?: up)?)\b[^.;:]{0,40}$")
_RECIPE = re.compile(
    r"\b(?:pour(?:ed)?|boil(?:ed|ing)?|steep(?:ed)?|infus(?:e|ed)|simmer(?:ed)?|soak(?:ed)?"
    r"|brew(?:ed)?|prepared?"
    r"|mix(?:ed)?|grind|chop|insist(?:ed)?|for a decoction|for the infusion)\b"
)
_TAKEN = re.compile(r"\b(?:take|taken|drink|drunk|dose|swallow|times)\b")
_BOILED = re.compile(r"boil|steep|infus|simmer|minutes|insist|strain|pour|brew|soak")
_KITCHEN = frozenset(
    {"teaspoon", "tablespoon", "dessertspoon", "spoon", "glass", "cup", "ml", "l", "pinch", None}
)
_TAKES = re.compile(
    r"\b(?:tak(?:e|es|en|ing)|took|inject\w*|drink(?:s|ing)?|drank|drunk|pop(?:ped|s)?|swallow\w*"
    r"|chew\w*"
    r"|giv(?:e|es|en|ing)"
    r"|gave|need|eat|ate|use[ds]?|had|try|put|dissolve[ds]?|plus|help(?:s|ed)?|enough|kit|then"
    r"|another)\b"
)
NO_MEDICINE = re.compile(r"vaccin|immuni[sz]|\bflu shot|booster", re.IGNORECASE)
_AS_FORM = re.compile(r"\b(?:as|into|like|form of|called|named|being|becomes?) $")
_PLACE = (
    r"(?:(?:the|each|both|either|one|your|his|her|a|an|every|affected|left|right|half|some|warm"
    r"|little|cold|hot) ){0,3}(?:eyes?|ears?|nostrils?|nose|mouth|glass|cup|spoon|water|milk"
    r"|juice|tea|coffee|drink|food|bottle|[0-9])"
)
_FALLS = re.compile(
    r" in (?:blood|pressure|level|temperature|the |\x01|[a-z]+ (?:level|pressure|count))"
)
_DROPS = re.compile(rf" in (?!{_PLACE}\b)")
"""A drop in anything that is no place for drops is a fall: "a drop in platelets"."""
_MISSED = re.compile(r"\b(?:miss|skip|forg[eo]t)[a-z]* (?:(?:to )?tak(?:e|ing) )?$")
_INSTEAD_OF = re.compile(
    r"\b(?:instead of|rather than|from)(?: (?:your|the|my|his|her|usual|prescribed|normal)){1,3} $"
)
_REFUSED = re.compile(
    r"\b(?:no|not)"
    rf"(?: (?:any|the|my|your|his|her|their|this|that))? (?:{DRUG}+,? ?)?$"
)
"""Refused without a verb: a dose that is not to be taken is filed, and let go for that reason."""
_FORBIDDEN = re.compile(
    r"[^.;:|]{0,40}\b(?:may|must|can|should|shall|is|are)(?:n't| not|not| never)(?: to)? be\b"
)
"""What a product must never have done to it is no regimen of it."""
_HOUSEHOLD = re.compile(
    r"[^.;:|]{0,30}\b(?:in|into|on|onto|along|behind|under) (?:(?:the|a|an|your|some) )?"
    r"(?:(?:piece|bit) of )?(?:[a-z-]+ )?(?:diffuser|humidifier|vapori[sz]er|cardboard|skirting"
    r"|carpet|laundry|washing machine|mop|bucket|trap|bait|cooker|drain|toilet bowl|pillow"
    r"|radiator|candle|saucer)\b"
)
_EQUALS = re.compile(
    r" ?(?:[a-z]+ ){0,2}?(?:contains?|is equal|equals|already exceeds?|corresponds?|provides?)\b"
)


def is_dose(reading: Reading, draft: Draft) -> bool:
    """False for what is sold, contained, compared or cooked rather than taken."""
    amount = draft.amount
    if amount is None:
        return True
    text = reading.text
    before = text[max(0, amount.span.start - 60) : amount.span.start]
    if amount.of_drug and not _counts_medicine(reading, draft):
        return False
    falls = _DROPS if amount.form == "drop" else _FALLS
    if is_article(reading, amount) and (
        _AS_FORM.search(before) or falls.match(text, amount.span.end)
    ):
        return False
    if _INSTEAD_OF.search(before) or _MISSED.search(before) or _REFUSED.search(before):
        return False
    if not (draft.frequencies or draft.durations) and _SHOP.search(text):
        return False
    if not draft.frequencies and _FORBIDDEN.match(text, amount.span.end):
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
    if _EQUALS.match(text, end) or _HOUSEHOLD.match(text, end):
        return False
    return not _cooked(text, draft)


def is_article(reading: Reading, amount: Amount) -> bool:
    """True when the count is only an article: "a pill"."""
    start = amount.span.start
    source = reading.view.home(Span(start, start + 1))
    return source is not None and source.of(reading.outer.text).lower() in ("a ", "an ", "a")


def _counts_medicine(reading: Reading, draft: Draft) -> bool:
    """True for "take two ibuprofens"; "6 phosphate groups" and "two vitamins" are no doses."""
    amount = draft.amount
    if amount is None or draft.drug is None or draft.drug[1].ingredient is None:
        return False
    if is_article(reading, amount):
        return False
    return (
        bool(draft.frequencies)
        or amount.mass is not None
        or _TAKES.search(reading.text) is not None
    )


def _cooked(text: str, draft: Draft) -> bool:
    amount = draft.amount
    if amount is None or amount.form not in _KITCHEN or (amount.form is None and amount.count):
        return False
    before = text[max(0, amount.span.start - 70) : amount.span.start]
    if not _RECIPE.search(before) or not _BOILED.search(text):
        return False
    return not _TAKEN.search(before) and not any(
        frequency.span.start - amount.span.end <= 40 for frequency in draft.frequencies
    )
