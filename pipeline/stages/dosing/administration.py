"""Where a medicine goes, as far as the words say it; a bare tablet or spoon is swallowed.

The strongest words are the place ("in each nostril"), then the form ("suppositories"), then what
is done with it ("rub in"). Some substances are only ever used one way, whatever the sentence says.
"""

from __future__ import annotations

import re

_CONDITION = (
    r"(?! (?:bleed|discharge|thrush|infect|candid|itch|dry|congest|pain|cancer|polyp|swab|yeast"
    r"|flora|wall|area|mucos|obstruct|septum|symptom|atroph|birth|deliver|exam|fissure|stuff|block"
    r"|disease|inflam))"
)
_RULES: tuple[tuple[str, str], ...] = (
    ("intravenous", r"\b(?:intraven\w+|iv|i\.v\.?|into (?:a|the) vein|drip infusion)\b"),
    ("intramuscular", r"\b(?:intramuscular\w*|im|i\.m\.?|into the (?:muscle|buttock|thigh))\b"),
    ("subcutaneous", r"\b(?:subcutaneous\w*|sc|s\.c\.?|subcut|under the skin)\b"),
    ("sublingual", r"\b(?:sublingual\w*|sl|under the tongue)\b"),
    ("buccal", r"\b(?:buccal\w*|behind the (?:cheek|lip))\b"),
    (
        "nasal",
        rf"\b(?:nasally|nasal\b{_CONDITION}|intranasal\w*|nostrils?|nose drops|(?:in|into|up"
        rf"|to) (?:the |each |your |his )?"
        r"(?:side of the )?nose|nasal passages?|sinus rinse|on each side)\b|\bnose\b.{0,80}\bdrip",
    ),
    (
        "ophthalmic",
        r"\b(?:ophthalmic|eye ?drops?|eye ointment|(?:in|into|to) (?:the |each |both |your )?"
        r"(?:[a-z]+ ){0,2}eyes?|ou|os|conjunctival)\b",
    ),
    (
        "otic",
        r"\b(?:otic|ear ?drops?|(?:in|into|to) (?:the |each |both |your )?(?:[a-z]+ )?ears?"
        r"|ear canal)\b",
    ),
    (
        "vaginal",
        rf"\b(?:vaginally|vaginal\b{_CONDITION}|intravaginal\w*|pv|pessar(?:y|ies)|(?:in|into"
        rf"|inside) (?:the )?vagina|ovules?)\b",
    ),
    (
        "rectal",
        rf"\b(?:rectally|rectal\b{_CONDITION}|suppositor(?:y|ies)|supp|suppo|per rectum|enemas?"
        rf"|(?:in|into) the (?:rectum|anus))\b",
    ),
    (
        "transdermal",
        r"\b(?:transdermal\w*|patch|td|(?<!the )(?<!dry )(?<!red )(?<!itchy )(?<!scaly )(?<!bald )"
        r"(?<!rough )(?<!sore )(?<!skin )(?<!my )(?<!his )(?<!her )(?<!your )patches)\b",
    ),
    ("inhaled", r"\b(?:inhal\w+|puffs?|nebuli[sz]\w+)\b"),
    (
        "oromucosal",
        r"\b(?:gargl\w+|mouthwash|(?:rinse|rinsed|rinsing)(?: (?:the|your))?(?: mouth| throat|$"
        r"| every)|is rinsed|swish)\b",
    ),
    (
        "topical",
        r"\b(?:topical\w*|ointment|cream|gel|lotion|rub(?:bed)?|smear(?:ed)?|compress(?:es)?"
        r"|apply|applied|lubricat\w+|externally|thinly|thin layer|sparingly|dab(?:bed)?|on the "
        r"skin|to the (?:skin|scalp|affected))\b",
    ),
)
_COMPILED = tuple((route, re.compile(pattern)) for route, pattern in _RULES)
_INJECT = re.compile(r"\binject(?:s|ed|ion|ions|ing)?\b")
_SWALLOWED = re.compile(r"\b(?:oral(?:ly)?|by mouth|po|p\.o\.|swallow|drink|inside)\b")

_SWALLOWED_FORMS = frozenset(
    {"tablet", "capsule", "teaspoon", "tablespoon", "spoon", "drop", "glass", "cup", "shot"}
)
_BY_FORM = {
    "suppository": "rectal",
    "puff": "inhaled",
    "patch": "transdermal",
    "spray": "nasal",
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


def find_route(text: str, ingredient: str | None, form: str | None) -> str:
    """The route that lower-case `text` gives a dose of `ingredient`; "oral" where it says none."""
    if ingredient in ONLY_ROUTE and not (_SWALLOWED.search(text) and "insulin" in ingredient):
        stated = _stated(text)
        return stated if stated in ("intravenous", "intramuscular") else ONLY_ROUTE[ingredient]
    stated = _stated(text)
    if stated == "topical" and form in _SWALLOWED_FORMS:
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


def _stated(text: str) -> str | None:
    for route, pattern in _COMPILED:
        if pattern.search(text):
            return route
    return None
