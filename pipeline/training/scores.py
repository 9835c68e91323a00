"""How well guessed spans match the marked ones: exactly, and by touching.

Exact asks for the same two ends and the same label. Overlap asks for one shared character and the
same label, precision over the guesses and recall over the marked spans: what an editor needs who
filters by what a page is about, whichever words the guideline counted in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.span import Span

Labelled = Sequence[tuple[Span, str]]


@dataclass(slots=True)
class Tally:
    """Marked and guessed spans of one label, and how many of each were met."""

    marked: int = 0
    guessed: int = 0
    same: int = 0
    marked_touched: int = 0
    guessed_touching: int = 0

    @property
    def exact(self) -> float:
        """F1 of exact matches, 0 to 1."""
        return 2 * self.same / max(1, self.marked + self.guessed)

    @property
    def overlap(self) -> float:
        """F1 of touching spans, 0 to 1."""
        precision = self.guessed_touching / max(1, self.guessed)
        recall = self.marked_touched / max(1, self.marked)
        return 2 * precision * recall / max(precision + recall, 1e-9)


ALL = "all"


def score(pairs: Iterable[tuple[Labelled, Labelled]]) -> dict[str, Tally]:
    """Tallies by label, and of `ALL`, over pairs of what was marked and what was guessed."""
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    for marked, guessed in pairs:
        for label in sorted({label for _, label in (*marked, *guessed)}):
            golden = [span for span, name in marked if name == label]
            found = [span for span, name in guessed if name == label]
            for tally in (tallies[label], tallies[ALL]):
                tally.marked += len(golden)
                tally.guessed += len(found)
                tally.same += len(set(golden) & set(found))
                tally.marked_touched += sum(any(g.overlaps(f) for f in found) for g in golden)
                tally.guessed_touching += sum(any(f.overlaps(g) for g in golden) for f in found)
    return {label: tallies[label] for label in (*sorted(set(tallies) - {ALL}), ALL)}


def table(scores: Mapping[str, Tally]) -> str:
    """The scores for a person, in per cent."""
    rows = [f"{'':<16}{'spans':>7}{'exact F1':>10}{'overlap F1':>12}"]
    rows += [
        f"{label:<16.16}{one.marked:>7,}{100 * one.exact:>10.1f}{100 * one.overlap:>12.1f}"
        for label, one in scores.items()
    ]
    return "\n".join(rows)
