"""The words for the shape that a medicine comes in: tablets, eye drops, a nasal spray, gummies."""

from __future__ import annotations

import re

from pipeline.model.span import Span
from pipeline.text import units

_KINDS = (
    r"(?:(?:eye|ear|nose|nasal|oral|rectal|vaginal|topical|dermal|throat|mouth|scalp|neb"
    r"|nebuli[sz]er|inhalation|injectable|depot|oily|dripping|chewable|dispersible|effervescent"
    r"|soluble|sublingual|(?:film-|enteric-)?coated"
    r"|(?:extended|slow|modified|sustained|delayed)-release) ){0,2}"
)
_COUNTED = units.words_of("tablet", "capsule", "suppository", "lozenge", "ampoule", "enema")
_WHOLE = (
    r"creams?|ointments?|oint|gels?|lotions?|foams?|pastes?|shampoos?|balms?|mouthwash(?:es)?"
    r"|wash(?! off| your| the| with| hands| it)|syrups?|suspensions?|susp|solutions?|soln"
    r"|elixirs?|linctus|tinctures?|liquids?(?<!of liquid)|mixtures?|powders?|granules?|inhalers?"
    r"|nebules?|sprays?|drops|patch(?:es)?|injections?|infusions?|gumm(?:y|ies)|chewables?"
    r"|implants?|pens?|wafers?|sachets?|melts?"
)
_FORM = re.compile(rf"\b{_KINDS}(?:{_COUNTED}|{_WHOLE})(?![\w-])")
_SURE = re.compile(
    rf"\b(?:{units.words_of('tablet', 'capsule', 'suppository', 'lozenge')}|ointments?|inhalers?"
    r"|(?:eye|ear|nose) drops|nasal sprays?|syrups?)\b"
)
_NOT = re.compile(
    r"\b(?:sleeping|maple|pigmented|retinal|shagreen|bald|rough|red|scaly|dry|birth control"
    r"|contraceptive|water|diet|ice|shaving|sun|hair) $"
)
_NOT_AFTER = re.compile(
    r"(?<=pill) box(?:es)?\b| (?:bottle|form|of paper|computer|pc|keyboard|organi[sz]er|cutter)\b"
)
_DEED = re.compile(r"spray|foam|wash|drop|lotion|patch|paste|powder")
_AT_START = re.compile(r"(?:^|[.;:!?]|\b(?:to|then|and)) ?[\"“]?$")
"""At the head of an order "spray" is what to do, not what to do it with."""


def find_forms(text: str) -> list[Span]:
    """Dosage forms in lower-case `text`, in order."""
    return [
        Span(*match.span())
        for match in _FORM.finditer(text)
        if not (_DEED.fullmatch(match.group()) and _AT_START.search(text[: match.start()]))
        and not _NOT.search(text[max(0, match.start() - 24) : match.start()])
        and not _NOT_AFTER.match(text, match.end())
    ]


def sure_forms(text: str) -> list[Span]:
    """The forms that nothing but medicine comes in."""
    return [span for span in find_forms(text) if _SURE.search(span.of(text))]
