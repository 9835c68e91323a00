"""Where a medicine goes, as far as the words say it; a bare tablet or spoon is swallowed.

The strongest words are the place ("in each nostril"), then the form ("suppositories"), then what
is done with it ("rub in"). Some substances are only ever used one way, whatever the sentence says.
The words for a way stand in `ways`.
"""

from __future__ import annotations

import re

from pipeline.stages.dosing.ways import SAID, find_ways

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
    r"|apply|applied|lubricat\w+|thinly|thin layer|sparingly|dab(?:bed)?)\b",
}
"""What a form or a deed says of the way, without naming it."""

_INJECT = re.compile(r"\binject(?:s|ed|ion|ions|ing)?\b")
_SWALLOWED = re.compile(r"\b(?:oral(?:ly)?|by mouth|po|p\.o\.|swallow|drink|inside)\b")

_SWALLOWED_FORMS = frozenset(
    {"tablet", "capsule", "teaspoon", "tablespoon", "spoon", "drop", "glass", "cup", "shot"}
)
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

_COMPILED = {route: re.compile(pattern) for route, pattern in _IMPLIED.items()}
_ROUTES = tuple(dict.fromkeys((*SAID, *_IMPLIED)))


def find_route(text: str, ingredient: str | None, form: str | None) -> str:
    """The route that lower-case `text` gives a dose of `ingredient`; "oral" where it says none."""
    if ingredient in ONLY_ROUTE and not (_SWALLOWED.search(text) and "insulin" in ingredient):
        stated = _stated(text)
        return stated if stated in ("intravenous", "intramuscular") else ONLY_ROUTE[ingredient]
    stated = _stated(text)
    if stated == "topical" and form in _SWALLOWED_FORMS and not _named(text, "topical"):
        stated = None
    if stated == "oromucosal" and _SWALLOWED.search(text):
        stated = None
    if form in _BY_FORM and stated in (None, "topical"):
        return _BY_FORM[form]
    if stated is None and _INJECT.search(text):
        return "subcutaneous" if ingredient and "insulin" in ingredient else "parenteral"
    if form in ("tablet", "capsule") and stated in ("otic", "ophthalmic", "oromucosal", "nasal"):
        return "oral"
    return stated or "oral"


def _named(text: str, route: str) -> bool:
    return any(way.route == route for way in find_ways(text))


def _stated(text: str) -> str | None:
    """The first of the routes, strongest first, that the words name or imply."""
    named = {way.route for way in find_ways(text)}
    for route in _ROUTES:
        if route in named or (route in _COMPILED and _COMPILED[route].search(text)):
            return route
    return None
