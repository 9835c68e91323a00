"""What two aligned pages say differently, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.stages.dedup.align import Alignment
from pipeline.stages.dedup.clash import Clash, Range
from pipeline.stages.dedup.cues import DOSE_UNITS
from pipeline.stages.dedup.cutting import Match, is_cut_from
from pipeline.stages.dedup.exchange import find_exchange
from pipeline.stages.dedup.facts import Fact
from pipeline.stages.dedup.guard import compare
from pipeline.stages.dedup.text import Text

MAX_CLASHES = 12
"""Differences reported for one pair; more of them no longer help anybody to decide."""

FRAGMENT = 6
"""Words up to which a sentence with a number means what the sentence before it makes of it."""

NOISE, NOISE_EACH = 8, 5
"""Changed words in all, and for each doubtful difference, from which two pages with the same
subject differ by bad rewriting, and not by one deliberate word."""

CONTEXT = 6
"""Words quoted on each side of a difference."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a difference stands: sentence and word range in it; an empty range is an absence."""

    sentence: int
    words: Range


@dataclass(frozen=True, slots=True)
class Contrast:
    """A harmful difference, and where both pages say what they say."""

    what: str
    ours: Place
    theirs: Place


def find_contrasts(a: Text, b: Text, found: Alignment) -> tuple[Contrast, ...]:
    """All harmful differences between aligned sentences, in page order."""
    contrasts: list[Contrast] = []
    doubtful: list[Contrast] = []
    changed = 0
    for match in found.matches:
        if match.overlap < 1.0:
            changed += round((1 - match.overlap) * len(a.sentences[match.a]))
            for clash in _clashes(a, b, match):
                ours, theirs = Place(match.a, clash.ours), Place(match.b, clash.theirs)
                kind = doubtful if _is_doubtful(clash, a.facts(match.a)) else contrasts
                kind.append(Contrast(clash.what, ours, theirs))
        if len(contrasts) >= MAX_CLASHES:
            break
    garbled = changed >= max(NOISE, NOISE_EACH * len(doubtful)) and same_subject(a, b)
    if doubtful and not garbled:
        contrasts = [*contrasts, *doubtful][:MAX_CLASHES]
        contrasts.sort(key=lambda c: (c.ours.sentence, c.theirs.sentence))
    return tuple(contrasts) or _out_of_place(a, b, found) or _exchanged(a, b, found)


def _is_doubtful(clash: Clash, facts: Sequence[Fact]) -> bool:
    """A difference that a badly spun copy makes by chance, because any word may be hit: another
    condition, or a drug or people no longer named in a sentence that gives no dose."""
    if clash.what == "condition":
        return True
    if clash.what in ("drug", "population") and clash.lost:
        return not any(f.kind == "number" and set(f.unit.split("/")) & DOSE_UNITS for f in facts)
    return False


def _clashes(a: Text, b: Text, match: Match) -> Sequence[Clash]:
    """The guard's word on one aligned pair; a page cut off in a sentence is heard to its end."""
    ours, theirs = a.sentences[match.a], b.sentences[match.b]
    if is_cut_from(a, match.a, b, match.b):
        part = theirs[: len(ours)]
        return compare(ours, part, a.facts(match.a), b.facts(match.b, len(ours)))
    if is_cut_from(b, match.b, a, match.a):
        part = ours[: len(theirs)]
        return compare(part, theirs, a.facts(match.a, len(theirs)), b.facts(match.b))
    return compare(ours, theirs, a.facts(match.a), b.facts(match.b))


def _out_of_place(a: Text, b: Text, found: Alignment) -> tuple[Contrast, ...]:
    """Fragments with a number that follow another sentence here than there.

    "Adults / 10 mg / Children / 5 mg" in a flattened table keeps its lines and changes its
    meaning when two of them change places.
    """
    partner = {m.a: m.b for m in found.matches}
    for here, there in sorted(partner.items()):
        if here and there and _is_fragment(a, here):
            before = a.sentences[here - 1]
            moved = before != b.sentences[there - 1] and partner.get(here - 1) != there - 1
            if moved and len(before) <= FRAGMENT and a.survey.hashes[here - 1] in b.said:
                ours = Place(here, (0, len(a.sentences[here])))
                theirs = Place(there, (0, len(b.sentences[there])))
                return (Contrast("order", ours, theirs),)
    return ()


def _exchanged(a: Text, b: Text, found: Alignment) -> tuple[Contrast, ...]:
    """A name exchanged for another, unless the titles say that both are about the same."""
    if same_subject(a, b):
        return ()
    exchange = find_exchange(a, b, found.matches)
    if exchange is None:
        return ()
    ours = Place(exchange.match.a, exchange.ours)
    theirs = Place(exchange.match.b, exchange.theirs)
    return (Contrast("subject", ours, theirs),)


def same_subject(a: Text, b: Text) -> bool:
    """True when both titles name the same subject and both pages speak of it.

    A title that no body takes up ("Our health library") is the site's, not the article's.
    """
    subject = a.survey.subject
    return subject == b.survey.subject and any(
        a.subject_counts.get(word) and b.subject_counts.get(word) for word in subject
    )


def _is_fragment(text: Text, index: int) -> bool:
    return len(text.sentences[index]) <= FRAGMENT and any(
        f.kind == "number" and f.unit for f in text.facts(index)
    )


def phrase(text: Text, place: Place, *, context: int = CONTEXT) -> str:
    """The words of a difference with a few words around them; an absence in brackets."""
    words = text.sentences[place.sentence]
    first, last = place.words
    if first == last:
        return "(not said)"
    head = " ".join(words[max(0, first - context) : first])
    tail = " ".join(words[last : last + context])
    return " ".join(part for part in (head, " ".join(words[first:last]), tail) if part)
