"""What a pair of pages is: copies, dangerous siblings, a quote, or merely alike.

Only agreement merges. Titles are asked first, because identical bodies under titles about
different diseases are real; then sentences are aligned, and every aligned pair must pass the
guard. What remains unsure is linked for a person to see and never merged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model.copies import CopyKind
from pipeline.stages.dedup.align import SAME, Alignment, Match, Text, align, is_cut_from
from pipeline.stages.dedup.candidates import Candidate
from pipeline.stages.dedup.cues import DOSE_UNITS, UNITS
from pipeline.stages.dedup.exchange import find_exchange
from pipeline.stages.dedup.facts import Fact
from pipeline.stages.dedup.guard import Clash, Range, compare
from pipeline.stages.dedup.settings import DedupSettings
from pipeline.stages.dedup.titles import subjects_differ

MAX_CLASHES = 12
"""Differences reported for one pair; more of them no longer help anybody to decide."""
FRAGMENT = 6
"""Words up to which a sentence with a number means what the sentence before it makes of it."""
SLACK = 0.02
"""How much more of the removed page than of the kept one may be missing from the other: a page
never goes for one that is a part of it, because what the part lacks is where they may differ."""
NOISE, NOISE_EACH = 8, 5
"""Changed words in all, and for each doubtful difference, from which two pages with the same
subject differ by bad rewriting, and not by one deliberate word."""
SIBLING = 0.667
"""Share of a page's word pairs in the other from which two pages about different subjects are
siblings of one template; a shared paragraph alone makes them no siblings."""
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


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a pair is. `merges_a` and `merges_b` say which page the other could replace;
    `covered_a` is the share of the first page that stands in the second, `closeness` how near to
    verbatim."""

    kind: CopyKind
    covered_a: float
    covered_b: float
    merges_a: bool = False
    merges_b: bool = False
    contrasts: tuple[Contrast, ...] = ()
    subjects: bool = False
    closeness: float = 0.0


def judge(a: Text, b: Text, candidate: Candidate, settings: DedupSettings) -> Judgement | None:
    """The judgement on a pair, or None when the two have nothing in common worth a word."""
    if _subjects_differ(a, b):
        return _other_subject(a, b, candidate, settings)
    found = align(a, b)
    shorter = max(found.covered_a, found.covered_b)
    quoted = _quoted_words(a, found)
    if shorter < settings.candidate_similarity:
        quotes = quoted >= settings.quote_words
        return _unmerged(CopyKind.QUOTES, found) if quotes else None
    contrasts = _contrasts(a, b, found)
    if contrasts:
        kind = CopyKind.DIFFERS
        return Judgement(kind, found.covered_a, found.covered_b, contrasts=contrasts)
    return _agreeing(a, b, found, settings)


def _agreeing(a: Text, b: Text, found: Alignment, settings: DedupSettings) -> Judgement:
    """A pair without a harmful difference."""
    least, whole = settings.merge_coverage, settings.contained_coverage
    both = min(found.covered_a, found.covered_b) >= least
    merges_a = (both or found.covered_a >= whole) and not _says_more(a, b, found, ours=True)
    merges_b = (both or found.covered_b >= whole) and not _says_more(b, a, found, ours=False)
    if not both and not _same_subject(a, b):  # a chapter, or one of two articles in a digest
        merges_a = merges_b = False
    more = found.covered_b - found.covered_a
    merges_a = merges_a and more <= SLACK and not found.cut_b
    merges_b = merges_b and -more <= SLACK and not found.cut_a
    if both and (merges_a or merges_b):
        kind = CopyKind.NEAR
    elif max(found.covered_a, found.covered_b) >= least:
        kind = CopyKind.CONTAINED
    else:
        kind = CopyKind.SIMILAR
    return Judgement(
        kind, found.covered_a, found.covered_b, merges_a, merges_b, closeness=found.closeness
    )


def _unmerged(kind: CopyKind, found: Alignment) -> Judgement:
    return Judgement(kind, found.covered_a, found.covered_b)


def _subjects_differ(a: Text, b: Text) -> bool:
    ours, theirs = a.survey, b.survey
    if not ours.subject or not theirs.subject or ours.subject == theirs.subject:
        return False
    return subjects_differ(ours.subject, theirs.subject, a.subject_counts, b.subject_counts)


def _other_subject(
    a: Text, b: Text, candidate: Candidate, settings: DedupSettings
) -> Judgement | None:
    """Pages about different things: siblings of one template, or one quoting the other.

    Nothing here can merge, so that exact sentences and the signature are evidence enough.
    """
    shared = set(a.survey.hashes) & set(b.survey.hashes)
    parts = [
        (
            sum(w for w, h in zip(t.weights, t.survey.hashes, strict=True) if h in shared),
            sum(t.weights),
        )
        for t in (a, b)
    ]
    covered_a, covered_b = (part / total if total else 0.0 for part, total in parts)
    alike = 2 * candidate.resemblance / (1 + candidate.resemblance)
    best = max(covered_a, covered_b)
    if alike >= SIBLING:
        return Judgement(
            CopyKind.DIFFERS, max(covered_a, alike), max(covered_b, alike), subjects=True
        )
    if max(parts[0][0], parts[1][0]) < settings.quote_words:
        return None
    kind = CopyKind.CONTAINED if best >= settings.merge_coverage else CopyKind.QUOTES
    return Judgement(kind, covered_a, covered_b)


def _quoted_words(a: Text, found: Alignment) -> float:
    """Weighted words in sentences that both pages have word for word."""
    return sum(a.weights[i] for i in sorted({m.a for m in found.matches if m.overlap == 1.0}))


def _contrasts(a: Text, b: Text, found: Alignment) -> tuple[Contrast, ...]:
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
    garbled = changed >= max(NOISE, NOISE_EACH * len(doubtful)) and _same_subject(a, b)
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
    if _same_subject(a, b):
        return ()
    exchange = find_exchange(a, b, found.matches)
    if exchange is None:
        return ()
    ours = Place(exchange.match.a, exchange.ours)
    theirs = Place(exchange.match.b, exchange.theirs)
    return (Contrast("subject", ours, theirs),)


def _same_subject(a: Text, b: Text) -> bool:
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


def _says_more(part: Text, whole: Text, found: Alignment, *, ours: bool) -> bool:
    """True when `part` gives a dose in a sentence that nothing in `whole` stands for.

    Removing it would lose what may be the only copy of that dose, right or wrong.
    """
    matched = {m.a if ours else m.b for m in found.matches if m.overlap >= SAME}
    for index, sentence in enumerate(part.sentences):
        if index not in matched and not DOSE_UNITS.isdisjoint(
            UNITS.get(word, "") for word in sentence
        ):
            facts = part.facts(index)
            if any(f.kind == "number" and set(f.unit.split("/")) & DOSE_UNITS for f in facts):
                return not any(
                    is_cut_from(part, index, whole, at) for at in range(len(whole.sentences))
                )
    return False


def phrase(text: Text, place: Place, *, context: int = CONTEXT) -> str:
    """The words of a difference with a few words around them; an absence in brackets."""
    words = text.sentences[place.sentence]
    first, last = place.words
    if first == last:
        return "(not said)"
    head = " ".join(words[max(0, first - context) : first])
    tail = " ".join(words[last : last + context])
    return " ".join(part for part in (head, " ".join(words[first:last]), tail) if part)
