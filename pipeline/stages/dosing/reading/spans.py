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
from pipeline.stages.dosing.reading.about import about_doses, lists_nutrients
from pipeline.stages.dosing.reading.duration import Duration
from pipeline.stages.dosing.reading.edges import trimmed
from pipeline.stages.dosing.reading.forms import compound_forms, find_forms, sure_forms
from pipeline.stages.dosing.reading.grammar import Reading
from pipeline.stages.dosing.reading.lengths import find_lengths
from pipeline.stages.dosing.reading.measures import find_measures
from pipeline.stages.dosing.reading.moments import find_moments
from pipeline.stages.dosing.reading.patterns import RANGE
from pipeline.stages.dosing.reading.rhythm import Frequency
from pipeline.stages.dosing.reading.sites import find_sites
from pipeline.stages.dosing.reading.strengths import Draft
from pipeline.text.casing import lowered

Part = tuple[Span, str]

_LEAD = re.compile(r"\b(?:up to|at most|at least|no more than|not more than) (?:every )?$")
_GOES_ON = re.compile(
    r"while awake|at the same time.*|empty stomach|every (?:night|morning|evening|day)"
)
_SINCE = re.compile(
    r"\b(?:after|within|for|skip|miss(?:ed)?|about|like|almost|over|than|once in|call it) $"
)
_OF = re.compile(
    r" (?:of (?:your|the|her|each) (?:period|cycle|treatment|therapy|course|pregnancy|month)"
    r"|at (?:most|least)|or (?:more|less|longer)|maximum|max)\b"
)
_TOLD = re.compile(
    r"(?:un)?till? (?:noon|midday|midnight|i (?!am\b)|we |the (?:nurse|doctor|pharmacist))"
)
"""The end of a story, and no end of a course."""
_PER_DAY = re.compile(
    r"(?:up to |no more than |not more than |at most |maximum (?:of )?)?"
    rf"(?P<n>{RANGE}) (?P<per>(?:a|per|each|every|in) (?:day|week|24 hours))"
)
_DAYTIME = re.compile(
    r"(?:morning|evening|night|bedtime|noon|midday|afternoon|breakfast|lunch|dinner|supper|sleep"
    r"|meals?"
    r"|bed|food)s?$"
)
_PAUSE = re.compile(r" {2,}| - |[,(\"”“]| (?:and|or|but) ")


def parts_of(reading: Reading, found: Sequence[Draft], *, told: bool) -> list[Part]:
    """The parts of doses in one segment, as spans of its text; none where it is about no dose.

    `told` says that a dose was found here, or that the segment adds to one.
    """
    forms = find_forms(lowered(reading.view.text))
    if lists_nutrients(reading):
        return []
    if not told and not about_doses(reading, found, forms):
        known = sure_forms if reading.drugs else compound_forms
        sure = known(lowered(reading.view.text))
        return [(span, "FORM") for span in sure]
    parts = [*find_measures(reading, found, forms)]
    times = [_shared_out(reading.text, span, parts) for span in _times(reading)]
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


def _shared_out(text: str, time: Span, parts: list[Part]) -> Span:
    """Of "eight a day" only the "a day"; the eight go to `parts` as a dose."""
    match = _PER_DAY.fullmatch(time.of(text))
    if match is None:
        return time
    count = Span(*match.span("n")).shift(time.start)
    if not any(count.overlaps(other) for other, _ in parts):
        parts.append((count, "DOSE"))
    return Span(*match.span("per")).shift(time.start)


def forms_beside(words: str, drugs: Iterable[Span]) -> list[Part]:
    """The forms that stand with a drug's name in a sentence without numbers: "minoxidil foam"."""
    near = [Span(max(0, span.start - 4), span.end + 2) for span in drugs]
    alone = compound_forms(lowered(words))
    return [
        (form, "FORM")
        for form in find_forms(lowered(words))
        if form in alone or any(form.overlaps(span) for span in near)
    ]


def mentions_of(text: str, reading: Reading, parts: Iterable[Part], at: int) -> Iterator[Mention]:
    """`parts` where they stand in `text`; `at` is the start of the segment.

    What only the head of a table's column says ("a day") stands nowhere in the row and is left out.
    """
    last = Span(0, 0)  # "½" is one character on the page and three in the reading
    for span, label in parts:
        home = _words_of(text, reading.home(span).shift(at))
        if len(home) and (home.start >= last.end or last.contains(home)):
            last = last.cover(home) if last.contains(home) else home
            yield Mention(home, label)


def _words_of(text: str, span: Span) -> Span:
    """`span` without the white space and the bars of a table around its words."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_BETWEEN_CELLS))
    return Span(start, start + len(words.strip(_BETWEEN_CELLS)))


_BETWEEN_CELLS = " \t\n|"


def _times(reading: Reading) -> list[Span]:
    """How often and when; words that run into one another are one phrase."""
    text = reading.text
    counted = [_once(text, f) if f.once else f.span for f in reading.frequencies]
    spans = [*counted, *reading.needed, *find_moments(text)]
    lengths = _lengths(reading)
    spans = [_led(text, trimmed(text, span)) for span in spans]
    joined: list[Span] = []
    for span in sorted(span for span in spans if len(span)):
        if _SINCE.search(text, max(0, span.start - 20), span.start) and text[span.start] in "ap":
            continue  # "after a month", "skip a day"
        if any(span.overlaps(length) for length in lengths) or span.of(text) == "overnight":
            continue
        gap = text[joined[-1].end : span.start] if joined else ""
        if joined and (
            joined[-1].overlaps(span)
            or (gap == " " and _GOES_ON.fullmatch(span.of(text)))
            or (gap == " and " and all(_DAYTIME.search(s.of(text)) for s in (joined[-1], span)))
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
    stated = [trimmed(text, _clipped(text, duration)) for duration in reading.durations]
    stated = [_ended(text, span) for span in stated if not _TOLD.match(text, span.start)]
    times = [*(f.span for f in reading.frequencies), *stated]
    vague = [s for s in find_lengths(text) if not any(s.overlaps(other) for other in times)]
    return sorted((*stated, *vague))


def _ended(text: str, span: Span) -> Span:
    more = _OF.match(text, span.end)
    return Span(span.start, more.end()) if more else span


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
    """Named ways and places; where both say where, the longer phrase says more."""
    named = [trimmed(reading.text, way.span) for way in reading.ways]
    sites = [trimmed(reading.text, span) for span in find_sites(reading.text)]
    kept: list[Span] = []
    for span in sorted((*named, *sites), key=lambda span: (-len(span), span)):
        if not any(span.overlaps(other) for other in kept):
            kept.append(span)
    return sorted(kept)
