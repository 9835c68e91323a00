"""The parts of a dose as mentions: DOSE, STRENGTH, FORM, ROUTE, FREQUENCY, DURATION.

What the grammar has read, said as entities, and only where a segment speaks of taking a medicine:
"lasts for 5 days", "3 times a day" of a baby's feeds and the milligrams in an egg are read by the
same patterns and are no parts of a dose. A strength may lie inside a dose ("two 500 mg tablets");
otherwise no part overlaps another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.model.mention import Mention
from pipeline.model.span import Span
from pipeline.stages.dosing.duration import Duration
from pipeline.stages.dosing.forms import find_forms, sure_forms
from pipeline.stages.dosing.grammar import Reading
from pipeline.stages.dosing.moments import find_lengths, find_moments
from pipeline.stages.dosing.patterns import LEFT, NUMBER
from pipeline.stages.dosing.quantities import Amount
from pipeline.stages.dosing.rhythm import Frequency
from pipeline.stages.dosing.screen import is_article
from pipeline.stages.dosing.strengths import Draft
from pipeline.stages.dosing.ways import find_sites
from pipeline.text import units

_LIKELY = re.compile(
    rf"[0-9½¼¾] ?-?(?:{units.DOSE_WORDS}|%)(?![a-z])|\b(?:tablet|capsule|drop|pill|ointment"
    rf"|cream|puff"
    r"|spray|inhaler|patch|syrup|gel\b|lotion|supposit|dose|inject|gumm|teaspoon|tbsp|tsp)",
    re.IGNORECASE,
)
Part = tuple[Span, str]

_VERB = re.compile(
    r"\b(?:tak(?:e[ns]?|ing)|took|giv(?:e[ns]?|ing)|gave|us(?:e[sd]|ing)|appl(?:y|ied|ies|ying)"
    r"|swallow\w*|chew\w*|inject(?:s|ed|ing)?|inhal\w+|insert\w*|instil\w*|drip\w*|spray\w*|rub\w*"
    r"|dab\w*|put\w*|dose[sd]?|dosage|prescri\w+|start\w*|massage\w*|smear\w*|drink|drunk|suck"
    r"|dissolve[sd]?|repeat(?:ed)?|rx|sig|goes on|wear|replace[sd]?|receiv\w+)\b"
)
_NO_DOSE = re.compile(
    r"\b(?:eats?|ate|contain(?:s|ed)?|calories|per can|per serving|protein|sugar|urine"
    r"|bowel movements?"
    r"|blood tests?|weigh(?:s|ed|t)"
    r"|blood (?:sugar|pressure)|cholesterol|glucose (?:of|level)|m?mol/l|mg/dl)\b"
)
_FACTS = re.compile(r"\b(?:calories|carbohydrates?|protein|fib(?:er|re)|sodium|kcal)\b ?:")
"""A product's table of nutrition facts."""
_VAGUE = frozenset({"patch", "piece", "pump", "application", "unit", "bag"})
"""What is counted outside medicine as well."""
_PERCENT = re.compile(rf"{LEFT}{NUMBER}(?: ?- ?{NUMBER})? ?(?:%|percent\b)(?! of\b)")
_MASS = re.compile(
    rf"{LEFT}{NUMBER}(?: ?(?:-|to) ?{NUMBER})? ?-?(?:{units.MASS_WORDS})(?![a-z0-9])"
    rf"(?: ?/ ?(?:{NUMBER} ?)?(?:ml|{units.FORM_WORDS})\b)?"
)
_PER = re.compile(rf" ?(?:/|per|in) ?(?:{NUMBER} ?)?(?:ml|{units.FORM_WORDS})\b")
_LEAD = re.compile(r"\b(?:up to|at most|at least|no more than|not more than) (?:every )?$")
_LEADS_IN = re.compile(
    r"between (?=[0-9])|repeat(?:ed)?(?: (?:it|the dose|this))? |(?:times (?:a|per) day|how often"
    r"|frequency) ?[-:=]"
    r"|(?:course|treatment|therapy)(?: of [a-z]+)?(?: is| of| lasts|:|,| -)? |(?:taken?|used?"
    r"|given?"
    r"|swallow(?:ed)?|drunk|drink|appl(?:y|ied)) (?:only )?"
)
_GOES_ON = re.compile(r"while awake|empty stomach|every (?:night|morning|evening|day)")
_LAYER = re.compile(
    r"\b(?:a )?(?:very )?(?:thin|generous|small|pea-sized|coin-sized|walnut-sized|liberal) "
    r"(?:layer|amount|film|dollop|blob|coat(?:ing)?)\b"
)
_CFU = re.compile(rf"{LEFT}{NUMBER} (?:billion|million) (?:cfus?|live cultures|units|iu)\b")
_VESSEL = re.compile(
    rf"{LEFT}{NUMBER}(?: ?(?:-|to|or) ?{NUMBER})? (?:bowls?|bottles?|grains?|pellets?|droppers?"
    rf"|dropperfuls?|handfuls?|slices?|balls?)(?! of (?:water|wine|beer|milk|rice|soup))\b"
)
_EACH = re.compile(r" (?:each|apiece)\b")
_PAUSE = re.compile(r" {2,}| - |[,(]| (?:and|or|but) ")
_BESIDE = 24
"""So near to its product stands a strength in percent."""
_EDGES = " ,;:()[]\"'“”-"
_SPOONS = frozenset({"g", "teaspoon", "tablespoon", "dessertspoon", "spoon"})
_MEDICINE = frozenset({*units.MASS, *units.FORMS, "ml"}) - units.KITCHEN - _SPOONS


def may_dose(words: str) -> bool:
    """False where no dose of a drug that nobody knows can be: spares most sentences the grammar."""
    return _LIKELY.search(words) is not None


def parts_of(reading: Reading, found: Sequence[Draft], *, told: bool) -> list[Part]:
    """The parts of doses in one segment, as spans of its text; none where it is about no dose.

    `told` says that a dose was found here, or that the segment adds to one.
    """
    forms = find_forms(reading.view.text.lower())
    if _FACTS.search(reading.text):
        return []
    if not told and not _about_doses(reading, found, forms):
        sure = sure_forms(reading.view.text.lower()) if reading.drugs else []
        return [(span, "FORM") for span in sure]
    doses = [*_amounts(reading, found, forms)]
    times = _times(reading)
    parts = [*doses]
    for spans, label in (
        (_lengths(reading), "DURATION"),
        (times, "FREQUENCY"),
        (forms, "FORM"),
        (_routes(reading), "ROUTE"),
    ):
        for span in spans:
            if not any(span.overlaps(other) for other, _ in parts):
                parts.append((span, label))
    return sorted(parts, key=lambda part: (part[0].start, -part[0].end, part[1]))


def forms_beside(words: str, drugs: Iterable[Span]) -> list[Part]:
    """The forms that stand with a drug's name in a sentence without numbers: "minoxidil foam"."""
    near = [Span(max(0, span.start - 4), span.end + 2) for span in drugs]
    forms = find_forms(words.lower())
    return [(form, "FORM") for form in forms if any(form.overlaps(span) for span in near)]


def mentions_of(reading: Reading, parts: Iterable[Part], at: int) -> Iterator[Mention]:
    """`parts` where they stand in the whole text; `at` is the start of the segment."""
    last = Span(0, 0)  # "½" is one character on the page and three in the reading
    for span, label in parts:
        home = reading.home(span)
        if len(home) and (home.start >= last.end or last.contains(home)):
            last = last.cover(home) if last.contains(home) else home
            yield Mention(home.shift(at), label)


def _about_doses(reading: Reading, found: Sequence[Draft], forms: Sequence[Span]) -> bool:
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
        return timed or bool(reading.ways) or (clear and (verb or bool(forms)))
    if not forms or not (timed or reading.ways):
        return False
    return verb or _VESSEL.search(text) is not None or bool(sure_forms(text))


def _unit(amount: Amount) -> str | None:
    return amount.mass.unit if amount.mass else amount.form


def _amounts(reading: Reading, found: Sequence[Draft], forms: Sequence[Span]) -> Iterator[Part]:
    """Doses, strengths, and strengths inside doses."""
    text = reading.text
    dosed = {d.amount.span for d in found if d.amount and _is_counted(reading, d)}
    capped = {cap.amount.span for cap in reading.caps if not cap.amount.of_drug}
    for piece in reading.pieces:
        span = _trimmed(text, piece.span)
        inner = _MASS.search(text, span.start, span.end)
        taken = any(span.overlaps(other) for other in (*dosed, *capped))
        if piece.strength_only or piece.bare or (not taken and piece.mass and not piece.per_kg):
            if inner:
                per = _PER.match(text, inner.end())
                yield Span(inner.start(), per.end() if per else inner.end()), "STRENGTH"
        elif taken and piece.form == "ml" and _EACH.match(text, span.end):
            yield span, "STRENGTH"
        elif taken:
            yield span, "DOSE"
            if inner and piece.count and piece.strength and len(span) > len(inner.group()):
                yield Span(*inner.span()), "STRENGTH"
    for pattern in (_LAYER, _CFU, _VESSEL):
        yield from ((Span(*match.span()), "DOSE") for match in pattern.finditer(text))
    products = [*(span for span, _ in reading.drugs), *forms]
    for match in _PERCENT.finditer(text):
        around = Span(max(0, match.start() - _BESIDE), match.end() + _BESIDE)
        if any(around.overlaps(product) for product in products):
            yield Span(*match.span()), "STRENGTH"


def _is_counted(reading: Reading, draft: Draft) -> bool:
    """False for "a pill" that is only spoken of; with a time it is a dose."""
    amount = draft.amount
    timed = draft.frequencies or draft.durations or draft.as_needed or reading.ways
    if amount is None or timed or amount.mass:
        return True
    return not is_article(reading, amount)


def _times(reading: Reading) -> list[Span]:
    """How often and when; words that run into one another are one phrase."""
    text = reading.text
    counted = [_once(text, f) if f.once else f.span for f in reading.frequencies]
    spans = [*counted, *reading.needed, *find_moments(text)]
    lengths = _lengths(reading)
    spans = [_led(text, _trimmed(text, span)) for span in spans]
    joined: list[Span] = []
    for span in sorted(span for span in spans if len(span)):
        if any(span.overlaps(length) for length in lengths) or span.of(text) == "overnight":
            continue
        gap = text[joined[-1].end : span.start] if joined else ""
        if joined and (
            joined[-1].overlaps(span) or (gap == " " and _GOES_ON.fullmatch(span.of(text)))
        ):
            joined[-1] = joined[-1].cover(span)
        else:
            joined.append(span)
    return joined


def _once(text: str, frequency: Frequency) -> Span:
    """The "once" or "stat" of a single use; "a single dose" says how much as well as how often."""
    match = re.search(r"\b(?:once|stat)\b", frequency.span.of(text))
    return Span(*match.span()).shift(frequency.span.start) if match else Span(0, 0)


def _led(text: str, span: Span) -> Span:
    lead = _LEAD.search(text, max(0, span.start - 16), span.start)
    return Span(lead.start(), span.end) if lead else span


def _lengths(reading: Reading) -> list[Span]:
    text = reading.text
    stated = [_trimmed(text, _clipped(text, duration)) for duration in reading.durations]
    times = [*(f.span for f in reading.frequencies), *stated]
    vague = [s for s in find_lengths(text) if not any(s.overlaps(other) for other in times)]
    return sorted((*stated, *vague))


def _clipped(text: str, duration: Duration) -> Span:
    """An open end up to the first pause, in whole words: "until the pain stops"."""
    span = duration.span
    if duration.days is not None:
        return span
    pause = _PAUSE.search(text, span.start, span.end)
    end = pause.start() if pause else span.end
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end -= 1
    return Span(span.start, end)


def _routes(reading: Reading) -> list[Span]:
    named = [way.span for way in reading.ways]
    sites = [s for s in find_sites(reading.text) if not any(s.overlaps(span) for span in named)]
    return sorted(_trimmed(reading.text, span) for span in (*named, *sites))


def _trimmed(text: str, span: Span) -> Span:
    """`span` without marks at its ends, and without words that lead in to it."""
    lead = _LEADS_IN.match(text, span.start, span.end)
    words = Span(lead.end() if lead else span.start, span.end).of(text)
    start = span.end - len(words.lstrip(_EDGES))
    words = words.strip(_EDGES)
    if "." not in words[:-1]:
        words = words.rstrip(".")
    words += ")" * (words.count("(") > words.count(")"))
    return Span(start, start + len(words))
