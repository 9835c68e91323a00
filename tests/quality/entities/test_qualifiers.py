"""What is said of mentions in consumer prose: denied, possible, conditional, forbidden, past, other.

Each mark is given to `qualify` as a mention, beside whatever the tagger finds elsewhere, so that a
name the lexicon lacks does not blur how its sentence is read. Its label is the tagger's, where the
tagger has one for these words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pytest

from pipeline.io.resources import lines
from pipeline.model.mention import Qualifier
from pipeline.model.span import Span
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.qualifiers import qualify
from pipeline.stages.entities.stage import load_cues, load_tagger
from pipeline.stages.entities.words import split_words
from pipeline.text.sentences import split_sentences

PLAIN = "plain"
Read = Callable[[Any], list[set[str]]]
"""The qualifiers of each mark of a marked text."""


@dataclass(frozen=True)
class Figures:
    """The share of marks with all their qualifiers right, and F1 of each qualifier."""

    exact: float
    f1: dict[str, float]


def wanted(label: str) -> set[str]:
    return set() if label == PLAIN else set(label.split("+"))


def figures(gold: Iterable[Any], read: Read) -> Figures:
    """Figures of what `read` says about the marks of `gold`."""
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    meant: Counter[str] = Counter()
    exact = marks = 0
    for item in gold:
        for mark, found in zip(item.marks, read(item), strict=True):
            want = wanted(mark.label)
            exact += found == want
            marks += 1
            right.update(found & want)
            said.update(found)
            meant.update(want)
    f1 = {str(q): 2 * right[q] / max(1, said[q] + meant[q]) for q in Qualifier}
    return Figures(exact / marks, f1)


def read_marks(item: Any) -> list[set[str]]:
    """What the stage says of the marks of `item`."""
    words, sentences = split_words(item.text), split_sentences(item.text)
    tagged = load_tagger(lines).tag(item.text, words, sentences)
    hits: list[Hit] = []
    for mark in item.marks:
        inside = [
            at
            for at in range(len(words.starts))
            if words.starts[at] < mark.end and mark.start < words.ends[at]
        ]
        there = [h for h in tagged if h.first <= inside[-1] and inside[0] < h.last]
        labels = [h.label for h in there if h.label != "ANATOMY"]
        label = labels[-1] if labels else "UNKNOWN"
        hits.append(Hit(inside[0], inside[-1] + 1, Span(mark.start, mark.end), label, None))
    marked = list(hits)
    hits += [h for h in tagged if all(h.last <= m.first or m.last <= h.first for m in marked)]
    hits.sort(key=lambda h: h.first)
    said = qualify(item.text, words, sentences, hits, load_cues(lines))
    return [{str(q) for q in said[hits.index(hit)]} for hit in marked]


@pytest.fixture(scope="module")
def gold(read_gold: Callable[[str], list[Any]]) -> list[Any]:
    return read_gold("qualifiers.txt")


@pytest.fixture(scope="module")
def reached(gold: list[Any]) -> Figures:
    return figures(gold, read_marks)


def test_the_gold_is_marked_with_qualifiers(gold: list[Any]) -> None:
    marks = [mark for item in gold for mark in item.marks]
    assert len(gold) >= 200
    assert {q for mark in marks for q in wanted(mark.label)} == {str(q) for q in Qualifier}


def test_marks_have_all_their_qualifiers(reached: Figures, floors: dict[str, Any]) -> None:
    assert reached.exact >= floors["qualifiers"]["exact"]


@pytest.mark.parametrize("qualifier", [str(q) for q in Qualifier])
def test_each_qualifier_is_found(reached: Figures, floors: dict[str, Any], qualifier: str) -> None:
    assert reached.f1[qualifier] >= floors["qualifiers"][qualifier]


def test_the_scorer_counts_what_it_says(read_gold: Callable[[str], Any], tmp_path: Any) -> None:
    path = tmp_path / "gold.txt"
    path.write_text("x: [[a|negated]] [[b|plain]]\nx: [[c|negated+historical]] [[d|possible]]\n")
    answers = iter([[{"negated"}, {"possible"}], [{"negated"}, {"possible"}]])
    found = figures(read_gold(str(path)), lambda _: next(answers))
    assert found.exact == 1 / 2
    assert found.f1["negated"] == 1
    assert found.f1["historical"] == 0
    assert found.f1["possible"] == 2 / 3
