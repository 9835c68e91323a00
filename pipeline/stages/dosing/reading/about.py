"""Is this sentence about taking a medicine? Without that, no number in it is part of a dose.

"Lasts for 5 days", "3 times a day" of a baby's feeds, the grams in a can of soup and the patches of
a programmer are read by the grammar as well as doses are. What tells them apart is company: a
drug, a form that only medicine comes in, a deed such as swallowing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.counts import find_counts
from pipeline.stages.dosing.reading.forms import sure_forms
from pipeline.stages.dosing.reading.grammar import Reading
from pipeline.stages.dosing.reading.moments import find_moments
from pipeline.stages.dosing.reading.patterns import DRUG
from pipeline.stages.dosing.reading.sites import find_sites
from pipeline.stages.dosing.reading.strengths import Draft
from pipeline.text import units

_VERB = re.compile(
    r"\b(?:tak(?:e[ns]?|ing)|took|giv(?:e[ns]?|ing)|gave|us(?:e[sd]?|ing)|appl(?:y|ied|ies|ying)"
    r"|swallow\w*|chew\w*|inject(?:s|ed|ing)?|inhal\w+|insert\w*|instil\w*|drip\w*|spray\w*|rub\w*"
    r"|dab\w*|put\w*|dose[sd]?|dosage|prescri\w+|start\w*|massage\w*|smear\w*|drink|drunk|suck"
    r"|dissolve[sd]?|repeat(?:ed)?|rx|sig|goes on|wear|replace[sd]?|receiv\w+|smooth\w*|squeez\w*"
    r"|enter(?:ed)?|introduc\w*|accept|stick|rins\w+|gargl\w*|paint\w*|spread|lay|place\w*|let|try"
    r"|pop(?:ped)?|prick\w*|administ\w*|melts?|hold|eat|drop|needs?|wants?|divid\w+|pour\w*"
    r"|swap\w*|chang\w+|renew\w*|remov\w+"
    r"|rotat\w+|gets|getting|appoint\w*|nominat\w*|swish\w*|pat)\b"
)
_NO_DOSE = re.compile(
    r"\b(?:eats|ate|contain(?:s|ed)?|calories|per can|per serving|protein|sugar|urine"
    r"|bowel movements?|blood tests?|weigh(?:s|ed)"
    r"|birth weight|weight (?:of the|is|gain)|newborn|blood (?:sugar|pressure)|cholesterol"
    r"|glucose (?:of|level)|m?mol/l|mg/dl)\b"
)
_HOLDS = re.compile(
    r"\b(?:each|every|1)(?: [a-z-]+){0,2} (?:tablets?|capsules?|sachets?|suppositor(?:y|ies)"
    r"|lozenges?"
    r"|patch|pastille|puff|spray|actuation|ampoules?|vials?|ml|pessar(?:y|ies)|softgel|dose)"
    r" (?:contains?"
    r"|delivers?|releases?) "
)
"""What a leaflet says of a product's strength."""
_FIELD = re.compile(
    r"(?:length|duration|course|frequency|route|how often|how long|dos(?:e|age|ing)|sig|directions)"
    r"(?: of (?:treatment|therapy|use|administration))? ?[:=|-]"
)
"""The name of a field in a prescription."""
_HEADED = re.compile(
    r"(?:infusion|decoction|tincture|ointment|lotion|powder|syrup|drops|tablets?|capsules?|candles"
    r"|suppositories|solution|mixture|cream|gel|extract|tea|juice|oil) (?:of|from|with) "
    r"|(?:external|internal|oral)(?:ly)? (?:use|take|administration|application)\b|oral[,:]"
)
"""The form in front of what it is made of, as recipes have it: "infusion of dogrose"."""
_FACTS = re.compile(r"\b(?:calories|carbohydrates?|protein|fib(?:er|re)|sodium|kcal)\b ?:")
_FOOD = re.compile(
    r"\b(?:calories|carb(?:ohydrate)?s?|proteins?|fib(?:er|re)|fats?|sodium|kcal|per 100|100 grams?"
    r"|a (?:cup|serving|slice|can|bowl|glass|handful)|ceiling|coffee|daily value|servings?"
    r"|diet(?:ary)?"
    r"|average (?:american|adult|person|man|woman)|foods?|eats|seeds?|nuts?|pizza|buckwheat"
    r"|spinach)\b"
)
_KEPT = re.compile(
    rf"^(?:i'm on |on )?{DRUG}+ (?:for|since|daily|nightly|prn|at night|at bedtime) "
)
"""A sentence that begins with a drug and how long or when: "omeprazole for two years now"."""
_GRAMS = re.compile(
    r"[0-9] ?(?:g|grams?) (?:of )?(?:[a-z]+ )?(?:fib(?:er|re)|protein|fat|carb(?:ohydrate)?s?"
    r"|sugar)s?\b"
)
_HAS = re.compile(
    r"\b(?:pack(?:s|ing)?|contain(?:s|ing)?|delivers?|clock(?:s|ing)? in|boast(?:s|ing)?"
    r"|provid(?:es|e"
    r"|ing)|offers?|rich in|source of|eats|consumes?|intakes?)\b"
)
"""Food is told by what it holds, a medicine by what one does with it."""
_VAGUE = frozenset({"patch", "piece", "pump", "application", "unit", "bag"})
"""What is counted outside medicine as well."""
_SPOONS = frozenset({"g", "teaspoon", "tablespoon", "dessertspoon", "spoon"})
_MEDICINE = frozenset({*units.MASS, *units.FORMS, "ml"}) - units.KITCHEN - _SPOONS


def lists_nutrients(reading: Reading) -> bool:
    """True for a table of nutrition facts, or a sentence on what a food holds: both name drugs
    and tell nobody to take them."""
    text = reading.text
    if _FACTS.search(text):
        return True
    if _GRAMS.search(text):
        return True
    return bool(_HAS.search(text) and _FOOD.search(text)) and not _HOLDS.search(text)


def about_doses(reading: Reading, found: Sequence[Draft], forms: Sequence[Span]) -> bool:
    """True where `reading`, in which `found` and `forms` were, is about medicine that is taken."""
    text = reading.text
    if _HOLDS.search(text):
        return True
    if _NO_DOSE.search(text):
        return False
    timed = bool(reading.frequencies or reading.durations or reading.needed)
    timed = timed or bool(find_moments(text))
    measures = _MEDICINE | _SPOONS if timed else _MEDICINE
    medicine = [d for d in found if d.amount and d.amount.unit in measures]
    verb = _VERB.search(text) is not None
    counts = find_counts(reading)
    if timed and _KEPT.search(text):
        return True
    if reading.drugs:
        return bool(medicine or forms or reading.amounts or counts) or (timed and verb)
    placed = bool(reading.ways or find_sites(text))
    if medicine:
        clear = any(d.amount.unit not in _VAGUE for d in medicine if d.amount)
        apart = [f for f in forms if not any(d.at.overlaps(f) for d in medicine)]
        return timed or placed or (clear and (verb or bool(apart)))
    if _FIELD.match(text) or _HEADED.match(text):
        return timed or placed
    if not forms:
        return bool(counts) and timed and _told(text)
    if not (timed or placed):
        return False
    return verb or bool(counts) or bool(sure_forms(text))


_ORDER = re.compile(
    r"(?:^|[.;:,(\"“] ?)(?:take|swallow|chew|suck|give|insert|inhale|inject|apply|dissolve|dab"
    r"|smear"
    r"|rub)\b|\b(?:gp|doctor|doc|dr|nurse|pharmacist|consultant|prescribed) "
)


def _told(text: str) -> bool:
    """True for an order: "take one at night" is no description of anything."""
    return _ORDER.search(text) is not None
