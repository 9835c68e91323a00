"""Where a medicine goes, as far as the words say it; a bare tablet or spoon is swallowed.

The strongest words are the place ("in each nostril"), then the form ("suppositories"), then what
is done with it ("rub in"). Some substances are only ever used one way, whatever the sentence says.
The words for a way stand in `ways`.
"""

from __future__ import annotations

import re

from pipeline.stages.dosing.reading.ways import SAID, find_ways

_CONDITION = (
    r"(?! (?:bleed|discharge|thrush|infect|candid|itch|dry|congest|pain|cancer|polyp|swab|yeast"
    r"|flora|wall|area|mucos|obstruct|septum|symptom|atroph|birth|deliver|exam|fissure|stuff|block"
    r"|disease|inflam))"
)
_IMPLIED: dict[str, str] = {
    "nasal": rf"\b(?:nasal\b{_CONDITION}|nose drops|sinus rinse|on each side)\b"
    rf"|\bnose\b.{{0,80}}\bdrip",
    "ophthalmic": r"\b(?:eye ?drops?|eye ointment)\b",
    "otic": r"\b(?:ear ?drops?|ear canal)\b",
    "vaginal": rf"\b(?:vaginal\b{_CONDITION}|pessar(?:y|ies)|ovules?)\b",
    "rectal": rf"\b(?:rectal\b{_CONDITION}|suppositor(?:y|ies)|supps?|suppo|enemas?)\b",
    "transdermal": r"\b(?:patch|(?<!the )(?<!dry )(?<!red )(?<!itchy )(?<!scaly )(?<!bald )"
    r"(?<!rough )(?<!sore )(?<!skin )(?<!my )(?<!his )(?<!her )(?<!your )patches)\b",
    "inhaled": r"\b(?:inhal\w+|puffs?|nebuli[sz]\w+)\b",
    "oromucosal": r"\b(?:gargl\w+|mouthwash|(?:rinse|rinsed|rinsing)(?: (?:the|your))?(?: mouth"
    r"| throat|$| every)|is rinsed|swish)\b",
    "topical": r"\b(?:ointment|cream|gel|lotion|rub(?:bed)?|smear(?:ed)?|compress(?:es)?"
    r"|poultices?|apply|applied|lubricat\w+|thinly|thin layer|sparingly|dab(?:bed)?)\b",
}
"""What a form or a deed says of the way, without naming it."""

_INJECT = re.compile(r"\binject(?:s|ed|ion|ions|ing)?\b")
_PRICK = r"(?:inject|prick|enter|jab|shot|stab|ampoul|needle|syringe)"
_INTO_MUSCLE = re.compile(
    rf"\b{_PRICK}[^.;]{{0,60}}\b(?:in|into) (?:the |a |your |her |his )?(?:upper |outer )?"
    r"(?:buttock|bottom|thigh|hip|muscle|shoulder)"
)
_RUBBED = re.compile(r"\b(?:rub|smear|dab|appl(?:y|ied))(?:bed|ed)?\b")
_WHOLE = re.compile(
    r"(?<!not )(?<!never )(?<!t )\b(?:(?:is|are|be|was|just) )?swallow(?:ed)?\b"
    r"(?! (?:problem|diff))"
)
_SOLID = re.compile(
    r"\b(?:tablets?|capsules?|pills?|suppositor(?:y|ies)|pessar(?:y|ies)|candles?)\b"
)
_PLACES = (
    ("ophthalmic", re.compile(r"\b(?:eyes?|oculist|ophthalm\w+|conjunctiv\w+|eyelids?)\b")),
    ("otic", re.compile(r"\b(?:ears?|otitis)\b")),
    ("nasal", re.compile(r"\b(?:nose|nostrils?|rhinitis|nasal|stuffy|blocked nose)\b")),
)
_DRIPPED = re.compile(
    r"\b(?:drip(?:s|ped|ping)?|drop(?:s|ped)? (?:it )?in|instil\w*|rins\w+|put)\b"
)
_SWALLOWED = re.compile(r"\b(?:oral(?:ly)?|by mouth|po|p\.o\.|swallow|drink|inside)\b")

_SWALLOWED_FORMS = frozenset(
    {"tablet", "capsule", "teaspoon", "tablespoon", "spoon", "drop", "glass", "cup", "shot"}
)
_SOLID_FORMS = (None, "suppository", "tablet", "capsule")
_BY_FORM = {
    "suppository": "rectal",
    "enema": "rectal",
    "puff": "inhaled",
    "patch": "transdermal",
    "spray": "nasal",
    "application": "topical",
}

ONLY_ROUTE = {
    "insulin": "subcutaneous",
    "insulin glargine": "subcutaneous",
    "insulin lispro": "subcutaneous",
    "insulin aspart": "subcutaneous",
    "insulin detemir": "subcutaneous",
    "insulin degludec": "subcutaneous",
    "enoxaparin": "subcutaneous",
    "semaglutide": "subcutaneous",
    "liraglutide": "subcutaneous",
    "xylometazoline": "nasal",
    "oxymetazoline": "nasal",
    "naphazoline": "nasal",
    "latanoprost": "ophthalmic",
}
"""Substances that a lay page uses one way (British National Formulary, dosage forms)."""
LOOSE = frozenset({"topical", "transdermal", "oromucosal"})
"""Routes that a word anywhere in a sentence may imply: a compress, a heat patch, a gargle."""
_ELSEWHERE = ("intravenous", "intramuscular", "ophthalmic", "otic")
"""Ways that are meant where they are named, even of a substance that is used another way."""

_COMPILED = {route: re.compile(pattern) for route, pattern in _IMPLIED.items()}
_ROUTES = tuple(dict.fromkeys((*SAID, *_IMPLIED)))


def find_route(text: str, ingredient: str | None, form: str | None) -> str:
    """The route that lower-case `text` gives a dose of `ingredient`; "oral" where it says none."""
    if ingredient in ONLY_ROUTE and not (_SWALLOWED.search(text) and "insulin" in ingredient):
        stated = _stated(text)
        return stated if stated in _ELSEWHERE else ONLY_ROUTE[ingredient]
    stated = _stated(text)
    if stated == "topical" and form in _SWALLOWED_FORMS and not _named(text, "topical"):
        stated = "topical" if form == "drop" and _RUBBED.search(text) else None
    if stated == "oromucosal" and _SWALLOWED.search(text):
        stated = None
    if stated in (None, "rectal", "vaginal") and form in _SOLID_FORMS and _gulped(text):
        return "oral"
    if form in _BY_FORM and stated in (None, "topical"):
        return _BY_FORM[form]
    if stated in (None, "topical") and _INTO_MUSCLE.search(text):
        return "intramuscular"
    if stated is None and _INJECT.search(text):
        return "subcutaneous" if ingredient and "insulin" in ingredient else "parenteral"
    if form in ("tablet", "capsule") and stated in ("otic", "ophthalmic", "oromucosal", "nasal"):
        return "oral"
    return stated or "oral"


def _gulped(text: str) -> bool:
    """True where a suppository is swallowed, whatever it was made for."""
    return _WHOLE.search(text) is not None and _SOLID.search(text) is not None


def _named(text: str, route: str) -> bool:
    return any(way.route == route for way in find_ways(text))


def _stated(text: str) -> str | None:
    """The first of the routes, strongest first, that the words name or imply."""
    named = {way.route for way in find_ways(text)}
    for route in _ROUTES:
        if route in named or (route in _COMPILED and _COMPILED[route].search(text)):
            return route
    return None


def place_before(before: str, words: str, form: str | None) -> str | None:
    """Where drops go that a sentence drips, when only the sentence `before` names the place.

    "The eye is red? Drip two drops" and "your nose is blocked: rinse with a sachet".
    """
    if form not in ("drop", "spray", "sachet", None) or not _DRIPPED.search(words):
        return None
    named = [route for route, place in _PLACES if place.search(f"{before} {words}")]
    return named[0] if len(named) == 1 else None
