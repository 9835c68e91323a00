"""Units of dose: what people write, the one name we use, and what it weighs.

Three kinds: mass (and international units), volume, and forms that are counted (tablets, drops,
spoons). A unit's canonical name is that of section 4 of the dosing taxonomy.
"""

from __future__ import annotations

import re

MASS = {
    "mg": "mg|mgs|mgr|milligram|milligrams|milligramme|milligrammes|milligr",
    "g": "g|gr|gm|gms|gram|grams|gramme|grammes",
    "mcg": "mcg|mcgs|ug|µg|microgram|micrograms|microgramme|microgrammes|mkg",
    "IU": "iu|i.u.|ius|international units|international unit",
    "unit": "unit|units|u",
    "mEq": "meq|meqs|milliequivalent|milliequivalents",
}

VOLUME = {
    "ml": "ml|mls|milliliter|milliliters|millilitre|millilitres|cc",
    "l": "l|liter|liters|litre|litres",
}

FORMS = {
    "tablet": "tablet|tablets|tab|tabs|tabl|tabl.|tbl|tablette|tablettes|pill|pills|caplet|caplets"
    "|tabletten|dragee|dragees|t.",
    "capsule": "capsule|capsules|cap|caps|softgel|softgels|gelcap|gelcaps",
    "drop": "drop|drops|gtt|gtts|droplet|droplets",
    "teaspoon": "teaspoon|teaspoons|teaspoonful|teaspoonfuls|tea spoon|tea spoons|tsp|tsps",
    "tablespoon": "tablespoon|tablespoons|tablespoonful|tablespoonfuls|table spoon|table spoons"
    "|tbsp|tbsps|tbs",
    "dessertspoon": "dessertspoon|dessertspoons|dessert spoon|dessert spoons",
    "spoon": "spoon|spoons|spoonful|spoonfuls",
    "sachet": "sachet|sachets|packet|packets|stick pack|stick packs",
    "ampoule": "ampoule|ampoules|ampule|ampules|ampul|ampuls|amp|amps|vial|vials",
    "suppository": "suppository|suppositories|supp|supps|suppo|pessary|pessaries|ovule|ovules",
    "puff": "puff|puffs|inhalation|inhalations|actuation|actuations|inh|inhs",
    "spray": "spray|sprays|spr|sprs|squirt|squirts",
    "patch": "patch|patches|plaster|plasters",
    "lozenge": "lozenge|lozenges|pastille|pastilles|troche|troches",
    "piece": "piece|pieces|pcs|pc|gum|gums",
    "cup": "cup|cups|mug|mugs",
    "glass": "glass|glasses",
    "shot": "shot|shots|shot glass",
    "clove": "clove|cloves",
    "pinch": "pinch|pinches",
    "application": "application|applications|applicator|applicators|applicatorful",
    "capful": "capful|capfuls|scoop|scoops",
    "enema": "enema|enemas",
    "pump": "pump|pumps|press|presses",
    "syringe": "syringe|syringes|syringeful|syringefuls",
    "bag": "bag|bags",
}

MG = {"mg": 1.0, "g": 1000.0, "mcg": 0.001}
"""Milligrams in one unit of mass."""

ML = {"ml": 1.0, "l": 1000.0, "teaspoon": 5.0, "dessertspoon": 10.0, "tablespoon": 15.0}
"""Millilitres in one unit of volume; metric spoons (US 21 CFR 201.5, British 5 ml spoon)."""

SOLID = frozenset({"tablet", "capsule", "piece", "lozenge", "suppository", "sachet"})
"""Forms whose strength is a mass in one of them."""


def _names(table: dict[str, str]) -> dict[str, str]:
    return {word: unit for unit, words in table.items() for word in words.split("|")}


_MASS, _VOLUME, _FORMS = _names(MASS), _names(VOLUME), _names(FORMS)
_ALL = _MASS | _VOLUME | _FORMS


def _alternation(names: dict[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(names, key=lambda w: (-len(w), w)))


def words_of(*forms: str) -> str:
    """The words for `forms`, as alternatives of a pattern; "t." is too little to go by alone."""
    words = {w: form for form in forms for w in FORMS[form].split("|") if len(w) > 2}
    return _alternation(words)


MASS_WORDS = _alternation(_MASS)
FORM_WORDS = _alternation(_FORMS)
UNIT_WORDS = _alternation(_ALL)

KITCHEN = frozenset({"l", "piece", "cup", "glass", "shot", "clove", "pinch", "bag"})
"""What food is measured in at least as often as medicine."""

DOSE_WORDS = _alternation({w: u for w, u in _ALL.items() if u not in KITCHEN and w != "u"})
"""Units that make a number a dose wherever it stands; "u" is the U of "U.S." too often."""


def canonical_unit(words: str) -> str | None:
    """Our name for a unit as written ("Milligrams" → mg, "gtt" → drop); None if it is none."""
    return _ALL.get(" ".join(words.lower().split()))


def is_mass(unit: str | None) -> bool:
    """True for milligrams and their kin, international units and insulin units."""
    return unit in MASS


def is_form(unit: str | None) -> bool:
    """True for what is counted: tablets, drops, spoons."""
    return unit in FORMS


def to_mg(value: float, unit: str | None, ingredient: str | None = None) -> float | None:
    """Milligrams in `value` of `unit`; None where the unit is no mass.

    International units weigh something only per substance; here vitamin A (0.3 micrograms
    retinol, WHO 1949 standard) and vitamin D (0.025 micrograms colecalciferol, WHO 1949 standard).
    """
    if unit in MG:
        return value * MG[unit]
    if unit == "IU" and ingredient in IU_MG:
        return value * IU_MG[ingredient]
    return None


IU_MG = {
    "vitamin a": 0.0003,
    "retinol": 0.0003,
    "vitamin d": 0.000025,
    "vitamin d3": 0.000025,
    "colecalciferol": 0.000025,
    "cholecalciferol": 0.000025,
    "vitamin d2": 0.000025,
    "ergocalciferol": 0.000025,
}
