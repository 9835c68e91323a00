"""How much: "two 500 mg tablets", "1–2 tablets", "10 mg/kg", "120 mg/5 ml", "2 \\x01" (two aspirins).

Raw quantities are found first (a number or range with a unit), then neighbours are read together:
a count with a mass is a dose and the strength of its tablets, a mass with "per 5 ml" a
concentration. What is weighed, sold, dissolved in or measured in blood is no dose and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.model.dose import Quantity
from pipeline.model.span import Span
from pipeline.stages.dosing.patterns import DRUG, FREQUENCY, LEFT, NUMBER, RANGE, read_range
from pipeline.text import units

MOST_PIECES = 200
"""Counts beyond this are pack sizes or years, not doses."""


@dataclass(frozen=True, slots=True)
class Amount:
    """One quantity, its neighbours read along.

    `count` pieces of `form`; `strength` the mass of one piece (or of one `form`, for a bare
    strength such as "120 mg/5 ml"); `mass` the whole. `bare` marks a mass with a form and no
    count ("500 mg tablets"), which may be a dose or only a product's name; `strength_only` a
    concentration or what a product contains; `of_drug` counts the drug itself ("two aspirins").
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


_ADJECTIVES = (
    r"(?:effervescent|chewable|dispersible|soluble|coated|film-coated|enteric-coated|extra"
    r"|extra[- ]strength|regular[- ]strength|strength|large|small|big|whole|full|level|heaped"
    r"|heaping|rounded|crushed|activated|active|more|single|sublingual|vaginal|rectal|oral|adult"
    r"|children's|baby|low-dose|additional|further|such|of the|sustained-release|extended-release"
    r"|slow-release|modified-release|prolonged-release|measuring|medium|standard|usual|dry|ground"
    r"|tiny|little|double|normal|sleeping|red|white|blue|yellow|good)"
)
_BETWEEN = rf"(?:(?:{_ADJECTIVES}|{DRUG}+s?) |[0-9]{{1,2}} ?ml )"
_QUANTITY = re.compile(
    rf"{LEFT}(?P<n>{RANGE})(?P<m>m(?:illion)? ?(?=iu\b|units))? ?-?(?:{_BETWEEN}){{0,3}}"
    rf"(?P<u>{units.UNIT_WORDS})(?![a-z0-9])"
)
_PIECES = re.compile(
    rf"{LEFT}(?P<n>{RANGE}) (?:(?:{_ADJECTIVES}) ){{0,2}}(?P<of>of )?{DRUG}+(?P<s>'?s)?"
    rf"(?!{DRUG}| ?(?:{_ADJECTIVES} )?(?:{units.FORM_WORDS})\b)"
)
_BARE_NUMBER = re.compile(
    rf"(?:\b(?:take|drink|give|use|swallow|inject|then|dose|and)|{DRUG}|^|[:;,-]) ?:?(?P<x>{LEFT}"
    rf"(?P<n>{RANGE}))(?= ?[,(]? ?{FREQUENCY}| (?:po|pr|pv|if|when|prn)\b)"
)
_BEFORE_MASS = re.compile(rf"{LEFT}(?P<n>{RANGE}) ?(?:x|\*|of)? ?$")
_ONE_BEFORE = re.compile(r"\b(?:an?|another) $")
_FORM_AFTER = re.compile(rf" ?-?(?:{_BETWEEN}){{0,3}}(?P<u>{units.FORM_WORDS})(?![a-z0-9])")
_TIMES_COUNT = re.compile(rf" ?[x*] ?(?P<n>{NUMBER})(?! ?(?:days?|weeks?|{units.MASS_WORDS})\b)")
_PRODUCT_COUNT = re.compile(rf"(?::|,| -) (?P<n>{RANGE})(?! ?[a-z%0-9]|[.][0-9])")
_PER_KG = re.compile(
    r" ?(?:/|per|for each|for every|a) ?(?:1 )?(?:kg|kilogram|kilo)\b(?: of)?(?: body)?(?: ?-?weight)?"
)
_PER_FORM = re.compile(
    rf" ?(?:(?:/|per|in each|each) ?(?:{NUMBER}(?= ?[a-z]))?|in {NUMBER}) ?(?P<u>ml|{units.FORM_WORDS})(?![a-z0-9])"
)
_LABORATORY = re.compile(
    r" ?(?:/|per) ?(?:[dn]?l|liter|litre|deciliter|decilitre|cubic|m[23²³]|100|serving|mol|cm|sq)"
)
_FOOD = re.compile(
    r"(?: of)?(?: (?!in |with |into |per |on |before |after |and |or |to |for |a |an |the )[a-z-]{2,15})"
    r"{0,2} (?:water|milk|kefir|juice|broth|soup|liquid|fluids?|sugar|salt|flour|butter|proteins?"
    r"|carbohydrates?|carbs|fats?|fibre|fiber|blood|urine|cheese|meat|fish|bread|rice|vegetables|fruits?"
    r"|berries|porridge|yogh?urt|jam|coffee|pure alcohol|weight|body weight)\b"
)
_MEASURED = re.compile(
    r"\b(?:weigh(?:s|ed|ing)?|loss of|lost|loses?|losing|measures?|levels? (?:of|is|was)|rose to|costs?|price"
    r"|pads?|below|minus|gain(?:ed)?) (?:about |around |up to |approximately |more than |less than |over "
    r"|only ){0,2}$"
)
_CONTAINS = re.compile(
    r"\b(?:contain(?:s|ing)?|supplied as|available as|sold as|comes? (?:as|in)|sold (?:[a-z]+ ){0,4}as"
    r"|form (?:is|-)(?: an?)?(?: [a-z]+)?(?: of)?|packs? of|(?:bottle|box|pack)s? of|strength(?:s|:)?(?: of)?|provid(?:es|ing)"
    r") (?:about |around |up to |only |(?:[a-z]+ )?)$"
)
_INTO = re.compile(r"\b(?:in|into|per|onto)(?: each| every| about)? $")
_WITH = re.compile(r"(?<!start )(?<!begin )(?<!starts )(?<!begins )\b(?:with|plus) (?:about )?$")
_DISSOLVED = re.compile(r"\b(?:dissolv|dilut|mix)[a-z]* (?:in|with|into) (?:about )?$")
_VESSELS = frozenset({"ml", "l", "glass", "cup", "spoon", "teaspoon", "tablespoon", "shot"})
_TO = re.compile(r" ?(?:-|to|or|up to) ?")
_RISING = re.compile(
    r"[^.;:]{0,40}\b(?:go(?:ing)? up to|reach(?:ing)?|work(?:ing)? up to|build(?:ing)? up to"
    r"|bring(?:ing)? (?:it )?(?:up )?to) "
)
_UP_TO_NUMBER = re.compile(
    rf" to (?P<n>{NUMBER})(?= on\b| in\b| before\b| after\b|[,.;)]|$| ?{FREQUENCY})"
)
_STRENGTH_GAP = re.compile(
    rf"(?: of| with| at| containing| strength)? ?(?:(?:of )?{DRUG}+s? ?)?[(,:]? ?(?:of |at )?"
)
_TOTAL_GAP = re.compile(
    r"[^.;\x01]{0,80},? i\.e\.,? |,? ?\(?(?:i\.?e\.?,? |= ?|that is,? |equal to |equals |or |a total of |totalling |about )"
)
_EACH = re.compile(
    r" ?(?:each|per (?:tablet|capsule|piece|pill)|/ ?(?:tab|cap)|a (?:tablet|piece))"
)


def find_amounts(text: str) -> tuple[Amount, ...]:
    """Amounts in masked lower-case `text`, disjoint and in order."""
    if not any(letter.isdigit() for letter in text):
        return ()
    raw = _quantities(text)
    raw = sorted((*raw, *_counted_drugs(text, raw)), key=lambda item: item.span)
    read: list[Amount] = []
    for item in raw:
        joined = _join(text, read[-1], item) if read else None
        if joined is not None:
            read[-1] = joined
        else:
            read.append(item)
    read += _bare_numbers(text, read)
    return tuple(sorted((item for item in read if _plausible(item)), key=lambda item: item.span))


def _quantities(text: str) -> list[Amount]:
    found: list[Amount] = []
    for match in _QUANTITY.finditer(text):
        amount = _quantity(text, match)
        if amount is not None and not (found and found[-1].span.overlaps(amount.span)):
            found.append(amount)
    return found


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
        return _up_to(text, before, Amount(span, count=Quantity(*numbers, unit), form=unit))
    if match["m"]:
        numbers = (numbers[0] * 1e6, numbers[1] * 1e6)
    amount = Amount(span, mass=Quantity(*numbers, unit))
    if _CONTAINS.search(before):
        return replace(amount, strength=amount.mass, strength_only=True)
    return _after_mass(text, _before_mass(text, amount))


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
            return _pieces(replace(amount, span=span), numbers, None)
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


def _join(text: str, first: Amount, second: Amount) -> Amount | None:
    """`first` and `second` as one amount, where the words between them say so."""
    gap = text[first.span.end : second.span.start] if second.span.start >= first.span.end else None
    if gap is None or len(gap) > 100:
        return None
    span = first.span.cover(second.span)
    if _TO.fullmatch(gap) or (_RISING.fullmatch(gap) and first.count is not None):
        return _range(first, second, span)
    if first.count is None or first.mass is not None:
        return None
    if second.strength_only and second.strength and gap.strip() in ("(", "", ",", "of"):
        return _strong(first, second.strength, span) if second.form == first.form else None
    if second.mass is None or second.count is not None or second.per_kg:
        return None
    if _TOTAL_GAP.fullmatch(gap) or (
        gap.strip() == "(" and first.count.high > 1 and not _EACH.match(text, second.span.end)
    ):
        return replace(
            first, span=span, mass=second.mass, strength=_share(second.mass, first.count)
        )
    return _strong(first, second.mass, span) if _STRENGTH_GAP.fullmatch(gap) else None


def _share(mass: Quantity, count: Quantity) -> Quantity:
    return Quantity(mass.high / count.high, mass.high / count.high, mass.unit)


def _strong(first: Amount, strength: Quantity, span: Span) -> Amount:
    assert first.count is not None
    mass = Quantity(first.count.low * strength.low, first.count.high * strength.high, strength.unit)
    return replace(first, span=span, strength=strength, mass=mass)


def _range(first: Amount, second: Amount, span: Span) -> Amount | None:
    """ "500 mg to 1 g", "1 drop, going up to 3 drops"; None when backwards or of two kinds."""
    if first.count and second.count and first.strength is None and second.strength is None:
        if first.form != second.form or first.count.low >= second.count.high:
            return None
        return replace(
            first, span=span, count=Quantity(first.count.low, second.count.high, first.form)
        )
    if first.mass is None or second.mass is None or first.count or second.count:
        return None
    low, high = (units.to_mg(q.low, q.unit) for q in (first.mass, second.mass))
    if low is None or high is None or low >= high:
        return None
    if first.mass.unit == second.mass.unit:
        mass = Quantity(first.mass.low, second.mass.high, first.mass.unit)
    else:
        mass = Quantity(low, high, "mg")
    return replace(second, span=span, mass=mass)


def _counted_drugs(text: str, read: Sequence[Amount]) -> list[Amount]:
    """Counts of the drug itself: "two ibuprofens" are tablets, "8 of insulin" has no unit."""
    found: list[Amount] = []
    for match in _PIECES.finditer(text):
        unit = None if match["of"] else "tablet"
        _add_pieces(found, read, Span(*match.span()), match["n"], unit, of_drug=True)
    return found


def _bare_numbers(text: str, read: Sequence[Amount]) -> list[Amount]:
    """Numbers without a unit in the place of a dose: "take 1 or 2" before a frequency."""
    found: list[Amount] = []
    for match in _BARE_NUMBER.finditer(text):
        _add_pieces(found, read, Span(*match.span("x")), match["n"], None)
    return found


def _add_pieces(
    found: list[Amount],
    read: Sequence[Amount],
    span: Span,
    words: str,
    unit: str | None,
    *,
    of_drug: bool = False,
) -> None:
    numbers = read_range(words)
    taken = any(item.span.overlaps(span) for item in (*read, *found))
    most = MOST_PIECES if unit else 5_000
    if numbers and numbers[1] <= most and not taken:
        count = Quantity(*numbers, unit)
        found.append(Amount(span, count=count, form=unit, of_drug=of_drug))


def _plausible(amount: Amount) -> bool:
    return amount.count is None or amount.count.high <= 10_000
