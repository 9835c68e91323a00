"""What a pair of pages is: copies, dangerous siblings, a quote, or merely alike.

Only agreement merges. Titles are asked first, because identical bodies under titles about
different diseases are real; then sentences are aligned, and every aligned pair must pass the
guard. What remains unsure is linked for a person to see and never merged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.model.copies import CopyKind
from pipeline.model.document import DocId
from pipeline.stages.dedup.align import SAME, Alignment, align
from pipeline.stages.dedup.candidates import Candidate
from pipeline.stages.dedup.contrasts import Contrast, find_contrasts, same_subject
from pipeline.stages.dedup.cues import DOSE_UNITS, UNITS
from pipeline.stages.dedup.cutting import is_cut_from
from pipeline.stages.dedup.settings import DedupSettings
from pipeline.stages.dedup.text import Text
from pipeline.stages.dedup.titles import ask_alike, subjects_differ

SLACK = 0.02
"""How much more of the removed page than of the kept one may be missing from the other: a page
never goes for one that is a part of it, because what the part lacks is where they may differ."""
HEAD, DENSE = 0.1, 0.8
"""How far into the whole a truncated page may begin, and how unbroken it must run along."""
SIBLING = 0.667
"""Share of a page's word pairs in the other from which two pages about different subjects are
siblings of one template; a shared paragraph alone makes them no siblings."""


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


@dataclass(frozen=True, slots=True)
class Verified:
    """A judged pair of pages."""

    a: DocId
    b: DocId
    judgement: Judgement


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
    contrasts = find_contrasts(a, b, found)
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
    if not both:
        merges_a = merges_a and _is_truncation(a, b, [(m.a, m.b) for m in found.matches])
        merges_b = merges_b and _is_truncation(b, a, [(m.b, m.a) for m in found.matches])
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
    if ours.subject == theirs.subject:
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


def _is_truncation(part: Text, whole: Text, matches: Sequence[tuple[int, int]]) -> bool:
    """True when `part` is the beginning of `whole`, and the page does not say it is anything else.

    A summary, a chapter or one answer out of a long page also stands in it from end to end, and
    is an article by itself: it is linked. A truncation breaks off, or runs along with the whole
    from its beginning.
    """
    if not same_subject(part, whole) or not ask_alike(part.survey.title, whole.survey.title):
        return False
    if part.survey.cut_off:
        return True
    places = [there for _, there in sorted(matches)]
    first, last = min(places), max(places)
    begins = first <= max(2, len(whole.sentences) * HEAD)
    dense = len(set(places)) >= DENSE * (last - first + 1)
    ordered = sum(x <= y for x, y in pairwise(places)) >= DENSE * (len(places) - 1)
    return begins and dense and ordered


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
