"""The words for the shape that a medicine comes in: tablets, eye drops, a nasal spray, gummies."""

from __future__ import annotations

import re

from pipeline.model.span import Span
from pipeline.text import units

_KINDS = (
    r"(?:(?:eye|ear|nose|nasal|oral|rectal|vaginal|topical|dermal|throat|mouth"
    r"|chewable|dispersible|effervescent|soluble|sublingual|film-coated|enteric-coated|coated"
    r"|extended-release|slow-release|modified-release|sustained-release|delayed-release|oily"
    r"|dripping"
    r"|neb|nebuli[sz]er|inhalation|injectable|depot|scalp) ){0,2}"
)
_ONE = (
    r"creams?|ointments?|oint|gels?|lotions?|foams?|pastes?|shampoos?|wash(?! off| your| the"
    r"| with| hands| it)|mouthwash(?:es)?|balms?"
    r"|syrups?|suspensions?|susp|solutions?|soln|elixirs?|linctus|tinctures?|liquids?(?<!of liquid)"
    r"|mixtures?"
    r"|powders?|granules?|inhalers?|nebules?|sprays?|drops|patch(?:es)?|injections?|infusions?"
    r"|gumm(?:y|ies)|chewables?|lozenges?|pastilles?|troches?|implants?|pens?|wafers?|enemas?"
    r"|ovules?"
    r"|tablets?|tabs?|capsules?|caps?|caplets?|softgels?|gelcaps?|pills?|dragees?|suppositor(?:y"
    r"|ies)"
    r"|supps?|pessar(?:y|ies)|sachets?|ampoules?|ampules?|vials?|melts?"
)
_FORM = re.compile(rf"\b{_KINDS}(?:{_ONE})(?![\w-])")
_SURE = re.compile(
    rf"\b(?:tablets?|capsules?|caplets?|softgels?|suppositor(?:y|ies)|pessar(?:y|ies)|ointments?"
    rf"|lozenges?|inhalers?|(?:eye|ear|nose) drops|nasal sprays?|syrups?"
    rf"|(?:{units.MASS_WORDS}) ?tabs?)\b"
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
