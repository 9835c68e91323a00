"""Is this sentence about taking a medicine? Without that, no number in it is part of a dose.

"Lasts for 5 days", "3 times a day" of a baby's feeds, the grams in a can of soup and the patches of
a programmer are read by the grammar as well as doses are. What tells them apart is company: a
drug, a form that only medicine comes in, a deed such as swallowing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model.span import Span
from pipeline.stages.dosing.forms import sure_forms
from pipeline.stages.dosing.grammar import Reading
from pipeline.stages.dosing.measures import VESSEL
from pipeline.stages.dosing.quantities import Amount
from pipeline.stages.dosing.strengths import Draft
from pipeline.text import units

_LIKELY = re.compile(
    rf"[0-9½¼¾] ?-?(?:{units.DOSE_WORDS})(?![a-z])|\b(?:tablet|capsule|drop|pill|ointment"
    r"|cream|puff|spray|inhaler|patch|syrup|gel\b|lotion|supposit|dose|inject|gumm|teaspoon|tbsp|tsp)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:tak(?:e[ns]?|ing)|took|giv(?:e[ns]?|ing)|gave|us(?:e[sd]|ing)|appl(?:y|ied|ies|ying)"
    r"|swallow\w*|chew\w*|inject(?:s|ed|ing)?|inhal\w+|insert\w*|instil\w*|drip\w*|spray\w*|rub\w*"
    r"|dab\w*|put\w*|dose[sd]?|dosage|prescri\w+|start\w*|massage\w*|smear\w*|drink|drunk|suck"
    r"|dissolve[sd]?|repeat(?:ed)?|rx|sig|goes on|wear|replace[sd]?|receiv\w+)\b"
)
_NO_DOSE = re.compile(
    r"\b(?:eats?|ate|contain(?:s|ed)?|calories|per can|per serving|protein|sugar|urine"
    r"|bowel movements?|blood tests?|weigh(?:s|ed|t)"
    r"|blood (?:sugar|pressure)|cholesterol|glucose (?:of|level)|m?mol/l|mg/dl)\b"
)
_FACTS = re.compile(r"\b(?:calories|carbohydrates?|protein|fib(?:er|re)|sodium|kcal)\b ?:")
"""A product's table of nutrition facts."""
_VAGUE = frozenset({"patch", "piece", "pump", "application", "unit", "bag"})
"""What is counted outside medicine as well."""
_SPOONS = frozenset({"g", "teaspoon", "tablespoon", "dessertspoon", "spoon"})
_MEDICINE = frozenset({*units.MASS, *units.FORMS, "ml"}) - units.KITCHEN - _SPOONS


def may_dose(words: str) -> bool:
    """False where no dose of a drug that nobody knows can be: spares most sentences the grammar."""
    return _LIKELY.search(words) is not None


def lists_nutrients(reading: Reading) -> bool:
    """True for a table of nutrition facts: it names drugs and tells nobody to take them."""
    return _FACTS.search(reading.text) is not None


def about_doses(reading: Reading, found: Sequence[Draft], forms: Sequence[Span]) -> bool:
    """True where `reading`, in which `found` and `forms` were, is about medicine that is taken."""
    text = reading.text
    if _NO_DOSE.search(text):
        return False
    timed = bool(reading.frequencies or reading.durations or reading.needed)
    measures = _MEDICINE | _SPOONS if timed else _MEDICINE
    medicine = [d for d in found if d.amount and _unit(d.amount) in measures]
    verb = _VERB.search(text) is not None
    if reading.drugs:
        return bool(medicine or forms or reading.amounts) or (timed and verb)
    if medicine:
        clear = any(_unit(d.amount) not in _VAGUE for d in medicine if d.amount)
        apart = [f for f in forms if not any(d.at.overlaps(f) for d in medicine)]
        return timed or bool(reading.ways) or (clear and (verb or bool(apart)))
    if not forms or not (timed or reading.ways):
        return False
    return verb or VESSEL.search(text) is not None or bool(sure_forms(text))


def _unit(amount: Amount) -> str | None:
    return amount.mass.unit if amount.mass else amount.form
