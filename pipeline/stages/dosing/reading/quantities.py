"""Single quantities: a number or range with a unit, and what stands right before and behind it.

"two 500 mg tablets" is a count with a strength, "120 mg/5 ml" a concentration, "10 mg/kg" a dose by
weight. What is weighed, contained, dissolved in or measured in blood is no dose and is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.model.dose import Quantity
from pipeline.model.span import Span
from pipeline.stages.dosing.reading.patterns import (
    DRUG,
    FREQUENCY,
    LEFT,
    NUMBER,
    RANGE,
    REMEMBERED,
    read_range,
)
from pipeline.text import units

MOST_PIECES = 200
"""Counts beyond this are pack sizes or years, not doses."""


@dataclass(frozen=True, slots=True)
class Amount:
    """One quantity, its neighbours read along.

    `count` pieces of `form`; `strength` the mass of one piece (or of one `form`, for a bare
    strength such as "120 mg/5 ml"); `mass` the whole. `bare` marks a mass with a form and no
    count ("500 mg tablets"), which may be a dose or only a product's name; `strength_only` a
    concentration or what a product contains; `of_drug` counts the drug itself ("two aspirins");
    `crossed` is "4 x 500 mg", where the count may be that of times.
    """

    span: Span
    mass: Quantity | None = None
    count: Quantity | None = None
    strength: Quantity | None = None
    form: str | None = None
    per_kg: bool = False
    bare: bool = False
    strength_only: bool = False
    of_drug: bool = False
    crossed: bool = False

    @property
    def unit(self) -> str | None:
        """What is measured out: the unit of the mass, else the form that is counted."""
        return self.mass.unit if self.mass else self.form


ADJECTIVES = (
    r"(?:effervescent|chewable|dispersible|soluble|coated|film-coated|enteric-coated|extra"
    r"|extra[- ]strength|regular[- ]strength|strength|large|small|big|whole|full|level|heaped"
    r"|heaping|rounded|crushed|activated|active|more|single|sublingual|vaginal|rectal|oral|adult"
    r"|children's|baby|low-dose|additional|further|such|of the|sustained-release|extended-release"
    r"|slow-release|modified-release|prolonged-release|measuring|medium|standard|usual|dry|ground"
    r"|fizzy|fizzing|tiny|little|double|normal|sleeping|red|white|blue|yellow|good"
    r"|[0-9]{1,3}(?:[.][0-9]{1,2})?/[0-9]{3}(?: ?mg)?)"
)
PRODUCT = (
    r"(?:forte|extra|plus|express|max|maximum|ultra|duo|rapid|retard|advanced?|night|day|cold|flu"
    r"|junior|mini|active|actifast|neo|combi|complex|long|fast|quick|instant|original|intense"
    r"|migraine|quatro|uno|akut|sr|xr|xl|er|cr|mr|ec|pm|es|ds)"
)
"""Words of a product's name behind the drug's own: "Nurofen Forte", "Panadol Extra"."""
_BETWEEN = rf"(?:(?:{ADJECTIVES}|{PRODUCT}|{DRUG}+s?) |[0-9]{{1,2}} ?ml (?!(?:[a-z]+ )?spoon))"
_QUANTITY = re.compile(
    rf"{LEFT}(?P<n>{RANGE})(?P<m>m(?:illion)? ?(?=iu\b|units))? ?-?(?:{_BETWEEN}){{0,3}}"
    rf"(?P<u>{units.UNIT_WORDS})(?![a-z0-9])"
)
_BEFORE_MASS = re.compile(
    rf"(?<!day )(?<!week )(?<!month ){LEFT}(?P<n>{RANGE}) ?"
    r"(?:(?:single|fizzy|effervescent|soluble|strong|big|small|whole) |x|\*|of(?: an?| the| those"
    r"| these| my| your| our| his| her| their)?(?: (?:little|small|big|pink|blue|white|red|yellow"
    r"|green|orange|purple|brown|old|plain|regular|normal))?"
    r"|(?:measur(?:ed|ing) |dosing )?(?:spoons?|spoonfuls?|scoops?|syringes?|cups?|doses?) (?:on"
    r"|of|by|at|with|a|per))? ?$"
)
_SPOON = re.compile(r" ?(?:medicine |measuring )?spoon(?:ful)?s?\b")
_MOST_SPOONS = 10
_ONE_BEFORE = re.compile(r"\b(?:an?|another) $")
_FORM_AFTER = re.compile(rf" ?-?(?:{_BETWEEN}){{0,3}}(?P<u>{units.FORM_WORDS})(?![a-z0-9])")
_TIMES_COUNT = re.compile(rf" ?[x*] ?(?P<n>{NUMBER})(?! ?(?:days?|weeks?|{units.MASS_WORDS})\b)")
_PRODUCT_COUNT = re.compile(rf"(?::|,| -) (?P<n>{RANGE})(?! ?[a-z%0-9]|[.][0-9]| ?-)")
_PER_KG = re.compile(
    r" ?(?:/|per|for each|for every|a) ?(?:1 )?(?:kg|kilogram"
    r"|kilo)\b(?: of)?(?: body)?(?: ?-?weight)?"
)
_PER_FORM = re.compile(
    rf" ?(?:(?:/|per|in each|each) ?(?:{NUMBER}(?= ?[a-z]))?|in {NUMBER}) ?(?!glass|cup|mug"
    rf"|shot)(?P<u>ml|{units.FORM_WORDS})(?![a-z0-9])"
)
_LABORATORY = re.compile(
    r" ?(?:/|per) ?(?:[0-9]{1,3} ?kg|[dn]?l|liter|litre|deciliter|decilitre|cubic|m[23²³]|100"
    r"|serving|mol|cm|sq)"
)
_FOOD = re.compile(
    rf"(?: {FREQUENCY}{{1,40}})?"
    r"(?: of)?(?: (?!in |with |into |per |on |before |after |and |or |to |for |a |an "
    r"|the )[a-z-]{2,15})"
    r"{0,2} (?:water|milk|kefir|juice|broth|soup|liquid|fluids?|sugar|salt|flour|butter|proteins?"
    r"|carbohydrates?|carbs|fats?|fibre|fiber|blood|urine|cheese|meat|fish|bread|rice|vegetables"
    r"|fruits?|berries|porridge|yogh?urt|jam|coffee|pure alcohol|weight|body weight)\b"
)
_MEASURED = re.compile(
    r"\b(?:weigh(?:s|ed|ing)?|loss of|lost|loses?|losing|measures?|levels? (?:of|is|was)|rose to"
    r"|costs?|price"
    r"|pads?|below|minus|gain(?:ed)?) (?:about |around |up to |approximately |more than "
    r"|less than |over |only ){0,2}$"
    r"|\b(?:increas|rais|reduc|decreas|lower|cut)[a-z]{0,4} (?:it |(?:the|your) (?:dose"
    r"|dosage) )?by (?:about )?$"
)
_CONTAINS = re.compile(
    r"\b(?:contain(?:s|ing)?|supplied as|available as|sold as|comes? (?:as|in)"
    r"|sold (?:[a-z]+ ){0,4}as"
    r"|form (?:is|-)(?: an?)?(?: [a-z]+)?(?: of)?|packs? of|(?:bottle|box|pack)s? of"
    r"|strength(?:s|:)?(?: of)?|provid(?:es|ing)) (?:about |around |up to |only |(?:[a-z]+ )?)$"
)
_INTO = re.compile(r"\b(?:in|into|per|onto)(?: each| every| about)? $")
_WITH = re.compile(r"(?<!start )(?<!begin )(?<!starts )(?<!begins )\b(?:with|plus) (?:about )?$")
_DISSOLVED = re.compile(r"\b(?:dissolv|dilut|mix)[a-z]* (?:in|with|into) (?:about )?$")
_VESSELS = frozenset({"ml", "l", "glass", "cup", "spoon", "teaspoon", "tablespoon", "shot"})
_UP_TO_NUMBER = re.compile(
    rf" to (?P<n>{NUMBER})(?= on\b| in\b| before\b| after\b|[,.;)]|$| ?{FREQUENCY})"
)


@lru_cache(maxsize=REMEMBERED)
def find_quantities(text: str) -> tuple[Amount, ...]:
    """The quantities of lower-case `text` in which drugs and times are masked, in order."""
    found: list[Amount] = []
    for match in _QUANTITY.finditer(text):
        amount = _quantity(text, match)
        if amount is not None and not (found and found[-1].span.overlaps(amount.span)):
            found.append(amount)
    return tuple(found)


def _quantity(text: str, match: re.Match[str]) -> Amount | None:
    numbers = read_range(match["n"])
    unit = units.canonical_unit(match["u"])
    span = Span(*match.span())
    if numbers is None or unit is None or _LABORATORY.match(text, span.end):
        return None
    before = text[max(0, span.start - 40) : span.start]
    named = DRUG in match.group() or re.match(rf" ?(?:of )?{DRUG}", text[span.end :][:6])
    if _FOOD.match(text, span.end) or (unit != "unit" and _MEASURED.search(before)):
        return None
    if unit in _VESSELS and _DISSOLVED.search(before):
        return None
    if not named and unit in _VESSELS and (_INTO.search(before) or _WITH.search(before)):
        return None
    if units.is_form(unit) or not units.is_mass(unit):
        amount = Amount(span, count=Quantity(*numbers, unit), form=unit)
        return _spoons(text, amount) if unit == "ml" else _up_to(text, before, amount)
    if match["m"]:
        numbers = (numbers[0] * 1e6, numbers[1] * 1e6)
    amount = Amount(span, mass=Quantity(*numbers, unit))
    if _CONTAINS.search(before):
        return replace(amount, strength=amount.mass, strength_only=True)
    return _after_mass(text, _before_mass(text, amount))


def _spoons(text: str, amount: Amount) -> Amount:
    """ "2 x 5 ml spoonfuls" are 10 ml, not two spoons of who knows what."""
    start = amount.span.start
    before = text[max(0, start - 24) : start]
    counted = _BEFORE_MASS.search(before)
    numbers = read_range(counted["n"]) if counted else None
    spoon = _SPOON.match(text, amount.span.end)
    end = spoon.end() if spoon else amount.span.end
    one = amount.count
    if counted is None or numbers is None or numbers[1] > _MOST_SPOONS or one is None:
        return replace(amount, span=Span(start, end))
    count = Quantity(numbers[0] * one.low, numbers[1] * one.high, "ml")
    return replace(amount, span=Span(start - len(before) + counted.start(), end), count=count)


def _up_to(text: str, before: str, amount: Amount) -> Amount:
    """ "From 1 drop to 15": the unit stands with the first number only."""
    match = _UP_TO_NUMBER.match(text, amount.span.end) if before.endswith("from ") else None
    numbers = read_range(match["n"]) if match else None
    if match is None or numbers is None or amount.count is None:
        return amount
    if numbers[0] <= amount.count.low:
        return amount
    count = Quantity(amount.count.low, numbers[1], amount.form)
    return replace(amount, span=Span(amount.span.start, match.end("n")), count=count)


def _before_mass(text: str, amount: Amount) -> Amount:
    """Reads the count in "two 500 mg", "2 x 500 mg", "a 4 mg" before the mass."""
    start = amount.span.start
    before = text[max(0, start - 24) : start]
    if counted := _BEFORE_MASS.search(before):
        numbers = read_range(counted["n"])
        if numbers and numbers[1] <= MOST_PIECES:
            span = Span(start - len(before) + counted.start(), amount.span.end)
            crossed = counted.group().rstrip().endswith(("x", "*"))
            return _pieces(replace(amount, span=span, crossed=crossed), numbers, None)
    if article := _ONE_BEFORE.search(before):
        span = Span(start - len(before) + article.start(), amount.span.end)
        return replace(amount, span=span)
    return amount


def _after_mass(text: str, amount: Amount) -> Amount:
    """Reads "/kg", "/5 ml", "per tablet" and "tablets" behind the mass."""
    end = amount.span.end
    if per_kg := _PER_KG.match(text, end):
        return replace(amount, per_kg=True, span=Span(amount.span.start, per_kg.end()))
    if per := _PER_FORM.match(text, end):
        return _concentration(amount, per)
    if form := _FORM_AFTER.match(text, end):
        unit = units.canonical_unit(form["u"])
        span = Span(amount.span.start, form.end())
        if amount.count is not None:
            return replace(amount, span=span, form=unit, count=replace(amount.count, unit=unit))
        return _product_count(text, replace(amount, span=span, form=unit, bare=True))
    if times := _TIMES_COUNT.match(text, end):
        numbers = read_range(times["n"])
        if numbers and numbers[1] <= 20 and amount.count is None:
            span = Span(amount.span.start, times.end())
            form = _FORM_AFTER.match(text, span.end)
            unit = units.canonical_unit(form["u"]) if form else None
            return _pieces(replace(amount, span=span), numbers, unit)
    return amount


def _product_count(text: str, amount: Amount) -> Amount:
    """Reads the bare number of "500 mg tablets: 2"."""
    match = _PRODUCT_COUNT.match(text, amount.span.end)
    numbers = read_range(match["n"]) if match else None
    if match is None or numbers is None or numbers[1] > 20:
        return amount
    span = Span(amount.span.start, match.end("n"))
    return _pieces(replace(amount, span=span, bare=False), numbers, amount.form)


def _concentration(amount: Amount, per: re.Match[str]) -> Amount:
    """ "120 mg/5 ml" is 24 mg in one ml; "0.3 g/capsule" the strength of a capsule."""
    if amount.mass is None:
        return amount
    unit = units.canonical_unit(per["u"])
    sizes = read_range(per.group())
    size = sizes[0] if sizes else 1.0
    one = Quantity(amount.mass.low / size, amount.mass.high / size, amount.mass.unit)
    span = Span(amount.span.start, per.end())
    return Amount(span, strength=one, form=unit, strength_only=True)


def _pieces(amount: Amount, numbers: tuple[float, float], unit: str | None) -> Amount:
    """`numbers` pieces of the mass of `amount`."""
    each = amount.mass
    if each is None:
        return amount
    mass = Quantity(numbers[0] * each.low, numbers[1] * each.high, each.unit)
    count = Quantity(*numbers, unit or "tablet")
    return replace(amount, count=count, strength=each, mass=mass, form=unit)
