"""Everything one segment says about doses, before anyone asks which belongs to which.

The parts of the grammar run one after another, each on text in which the earlier parts' finds are
masked: durations first (so that "for a week" is no "a week"), then frequencies, then amounts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.model.span import Span
from pipeline.model.view import View
from pipeline.stages.dosing.reading.amounts import find_amounts, find_pieces
from pipeline.stages.dosing.reading.bare_strengths import missing_units
from pipeline.stages.dosing.reading.caps import Cap, find_caps
from pipeline.stages.dosing.reading.duration import Duration, find_durations, find_trailing
from pipeline.stages.dosing.reading.frequency import AS_NEEDED, find_frequencies
from pipeline.stages.dosing.reading.normal import normalise
from pipeline.stages.dosing.reading.patterns import DRUG, DURATION, FREQUENCY, SIDE, mask
from pipeline.stages.dosing.reading.people import Person, find_people
from pipeline.stages.dosing.reading.quantities import Amount
from pipeline.stages.dosing.reading.rhythm import Frequency
from pipeline.stages.dosing.reading.ways import Way, find_ways, sides
from pipeline.text.casing import lowered


@dataclass(frozen=True, slots=True)
class Drug:
    """A drug the entities stage found: `written` as on the page, `ingredient` the INN in lower
    case (None when the name says only a class, "eye drops"), `strengths_mg` marketed strengths
    of one piece. `span` is in the text it was found in."""

    span: Span
    written: str
    ingredient: str | None = None
    strengths_mg: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One segment, read: all spans are offsets into `text`, whose way home is `view` and then
    `outer` (the same text, unless the segment is a table's row).

    `text` is lower case with drug names masked; `drugs` are (span in `text`, drug);
    `pieces` are what the amounts were joined from, `ways` the words for a route, `needed` those
    that leave the dose to need ("as needed").
    """

    view: View
    outer: View
    text: str
    drugs: tuple[tuple[Span, Drug], ...]
    amounts: tuple[Amount, ...]
    pieces: tuple[Amount, ...]
    frequencies: tuple[Frequency, ...]
    durations: tuple[Duration, ...]
    caps: tuple[Cap, ...]
    people: tuple[Person, ...]
    ways: tuple[Way, ...]
    needed: tuple[Span, ...]

    def home(self, span: Span) -> Span:
        """The place of `span` in the segment as it was given."""
        inner = self.view.home(span)
        return (self.outer.home(inner) if inner else None) or Span(0, 0)


def read(words: str | View, drugs: Sequence[Drug] = ()) -> Reading:
    """Read one segment; spans of `drugs` are offsets into `words` (the source of a view)."""
    outer = words if isinstance(words, View) else View.of(words)
    named = [(span, drug) for drug in drugs if (span := outer.away(drug.span)) is not None]
    sold = [(span, drug.strengths_mg) for span, drug in named]
    view = normalise(outer.text, tuple(missing_units(lowered(outer.text), sold)))
    known = _named(view.text, list(_placed(view, named)))
    text = mask(lowered(view.text), [span for span, _ in known], DRUG)
    durations = find_durations(text)
    rest = mask(text, [duration.span for duration in durations], DURATION)
    ways = find_ways(text)
    rest = mask(rest, sides(text, ways), SIDE)
    frequencies = find_frequencies(rest)
    rest = mask(rest, [frequency.span for frequency in frequencies], FREQUENCY)
    trailing = find_trailing(rest)
    rest = mask(rest, sorted(duration.span for duration in trailing), DURATION)
    amounts = find_amounts(rest)
    return Reading(
        view,
        outer,
        text,
        known,
        amounts,
        find_pieces(rest, amounts),
        frequencies,
        tuple(sorted((*durations, *trailing), key=lambda duration: duration.span)),
        find_caps(text, amounts, frequencies),
        find_people(text),
        ways,
        tuple(Span(*match.span()) for match in AS_NEEDED.finditer(text)),
    )


def _placed(view: View, named: Sequence[tuple[Span, Drug]]) -> Iterator[tuple[Span, Drug]]:
    for inner, drug in named:
        span = view.away(inner)
        if span is not None and len(span):
            yield span, drug


def _named(text: str, placed: list[tuple[Span, Drug]]) -> tuple[tuple[Span, Drug], ...]:
    """Without words for a class that stand right behind a name: "timolol 0.5% eye drops"."""
    kept: list[tuple[Span, Drug]] = []
    for span, drug in placed:
        if kept and drug.ingredient is None and kept[-1][1].ingredient is not None:
            gap = text[kept[-1][0].end : span.start]
            if len(gap) <= 12 and not any(mark in gap for mark in ",;:()") and " and " not in gap:
                continue
        kept.append((span, drug))
    return tuple(kept)
