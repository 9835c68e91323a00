"""What deduplication keeps of a page: enough to compare it with any other, and no more.

A survey is made from one page alone and is small enough to send between processes: the
normalised words (about a kilobyte), where they stand on the page, a signature, a hash of every
sentence, the drugs and conditions among the words, the title's subject, and what decides which
of several copies survives.
"""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model.changes import TEXT_DEFECT, Severity
from pipeline.model.document import BlockKind
from pipeline.model.dose import DoseMention
from pipeline.model.ledger import Ledger
from pipeline.model.naming import known_title
from pipeline.model.span import Span
from pipeline.model.view import View
from pipeline.stages.dedup.facts import Concept
from pipeline.stages.dedup.signature import sign
from pipeline.stages.dedup.titles import subject_of
from pipeline.text.shingles import Words, hash64, words_of

KINDS = {
    "DRUG": "drug", "CHEMICAL": "drug", "MEDICATION": "drug", "SUBSTANCE": "drug",
    "CONDITION": "condition", "DISEASE": "condition", "DISORDER": "condition",
}  # fmt: skip
"""Labels of mentions that the guard looks at; symptoms vary too freely between copies."""

_FINISHED = frozenset(".!?…:;\"'”’»)]")
_ELLIPSIS = ("…", "...", "[…]", "[...]")


@dataclass(frozen=True, slots=True)
class DoseClaim:
    """The numbers of one dose at page offsets `start` to `end`."""

    ingredient: str
    start: int
    end: int
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Survey:
    """One page, as compared with others.

    `key` names the sequence of words; `words` are the normalised words, one sentence a line;
    `places` is the compressed list of their page offsets (see `spans`); `hashes` are the
    sentences' 64-bit hashes; `alarmed` says that the page has a grave finding of its own;
    `defects` counts findings about damaged text; `date` is the newest date known of the page,
    ISO 8601.
    """

    key: str
    title: str
    subject: tuple[str, ...]
    words: str
    places: bytes
    hashes: tuple[int, ...]
    signature: bytes
    concepts: tuple[Concept, ...]
    doses: tuple[DoseClaim, ...]
    alarmed: bool
    cut_off: bool
    defects: int
    date: str

    @property
    def sentences(self) -> list[tuple[str, ...]]:
        return [tuple(line.split(" ")) for line in self.words.split("\n")] if self.words else []

    def spans(self) -> list[Span]:
        """The page span of each word, in order; empty at a word that stands across a cut."""
        offsets = array("I", zlib.decompress(self.places))
        half = len(offsets) // 2
        return [Span(a, b) for a, b in zip(offsets[:half], offsets[half:], strict=True)]


def take_survey(ledger: Ledger) -> Survey:
    """The survey of the clean article."""
    text = ledger.clean_text
    words = words_of(text)
    sentences = words.sentences()
    metadata = ledger.document.source.metadata
    title = known_title(ledger) or _first_heading(ledger)
    starts, ends = _homes(ledger.clean, words)
    return Survey(
        key=f"{hash64(' '.join(words.texts)):016x}{len(words.texts):x}",
        title=title,
        subject=subject_of(title),
        words="\n".join(" ".join(s) for s in sentences),
        places=zlib.compress((starts + ends).tobytes(), 1),
        hashes=tuple(hash64(" ".join(s)) for s in sentences),
        signature=sign(words.texts),
        concepts=tuple(_concepts(ledger, starts, ends)),
        doses=tuple(_claims(ledger.doses)),
        alarmed=any(f.severity >= Severity.MAJOR for f in ledger.findings),
        cut_off=_is_cut_off(text),
        defects=sum(f.category == TEXT_DEFECT for f in ledger.findings),
        date=max(metadata.modified or "", metadata.published or "", metadata.fetched_at or ""),
    )


def _first_heading(ledger: Ledger) -> str:
    """The first block, where it can be a title: a heading, or a short line without a full stop."""
    for block in ledger.kept_blocks[:1]:
        words = ledger.reading(block.span).strip()
        if block.kind is BlockKind.HEADING or (len(words) <= 120 and words[-1:] not in ".;,:"):
            return words
    return ""


def _is_cut_off(text: str) -> bool:
    """True when the text ends in the middle of a sentence, or in an ellipsis."""
    end = text.rstrip()
    return bool(end) and (end.endswith(_ELLIPSIS) or (end[-1] not in _FINISHED and len(end) > 200))


def _homes(view: View, words: Words) -> tuple[array[int], array[int]]:
    """Page offsets of the words: one walk over words and pieces together."""
    starts, ends = array("I"), array("I")
    pieces, at = view.pieces, 0
    for start, end in zip(words.starts, words.ends, strict=True):
        while at + 1 < len(pieces) and pieces[at].out.end <= start:
            at += 1
        piece = pieces[at]
        if piece.verbatim and end <= piece.out.end:
            shift = piece.source.start - piece.out.start
            starts.append(start + shift)
            ends.append(end + shift)
            continue
        home = view.home(Span(start, end)) or Span(piece.source.start, piece.source.start)
        starts.append(home.start)
        ends.append(home.end)
    return starts, ends


def _concepts(ledger: Ledger, starts: array[int], ends: array[int]) -> Iterator[Concept]:
    """Drugs and conditions by word, longest first where they overlap, in page order."""
    taken = 0
    mentions = [m for m in ledger.mentions if m.label.upper() in KINDS and m.concept]
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end, m.concept or "")):
        first = max(bisect_right(ends, mention.span.start), taken)
        last = bisect_left(starts, mention.span.end)
        if first < last:
            taken = last
            yield Concept(first, last, KINDS[mention.label.upper()], mention.concept or "")


def _claims(doses: tuple[DoseMention, ...]) -> Iterator[DoseClaim]:
    """Each dose with a drug and at least one number."""
    for dose in sorted(doses, key=lambda d: (d.span, d.ingredient or d.drug or "")):
        drug = (dose.ingredient or dose.drug or "").casefold()
        numbers = tuple(_numbers(dose))
        if drug and numbers:
            yield DoseClaim(drug, dose.span.start, dose.span.end, numbers)


def _numbers(dose: DoseMention) -> Iterator[str]:
    """The numbers of a dose in words, each under its name, so that equal claims are equal."""
    named = [("single dose", dose.amount), ("count", dose.count), ("strength", dose.strength)]
    for name, quantity in [*named, ("at most", dose.cap)]:
        if quantity is not None:
            yield f"{name} {_range(quantity.low, quantity.high)} {quantity.unit or ''}".strip()
    if dose.per_day is not None:
        yield f"{_range(*dose.per_day)} times a day"
    if dose.interval_hours is not None:
        yield f"every {dose.interval_hours:g} h"
    if dose.daily_mg is not None:
        yield f"{dose.daily_mg:g} mg a day"
    if dose.duration_days is not None:
        yield f"for {_range(*dose.duration_days)} days"


def _range(low: float, high: float) -> str:
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"
