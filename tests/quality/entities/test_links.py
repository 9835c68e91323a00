"""How many names lead to the right concept: brands, spellings, consumer words, abbreviations.

A mark names the idea by its international name, so any concept that goes by that name is right.
Lines without a mark hold the same words in their ordinary sense ("a stroke of luck"), and every
mention of one but a part of the body is a false one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pipeline.io.resources import lines
from pipeline.model.mention import Mention
from pipeline.stages.entities.lexicon import parse_lexicon
from pipeline.stages.entities.stage import LEXICONS, find_mentions, load_tagger
from pipeline.stages.entities.words import split_words


@dataclass(frozen=True)
class Figures:
    """Shares of the marks that link right and wrong, and of plain lines with a false mention."""

    right: float
    wrong: float
    false: float


Names = dict[str, set[tuple[str, ...]]]
"""The folded names of a concept, by its id."""


def folded(name: str) -> tuple[str, ...]:
    return tuple(split_words(name).folded)


def figures(gold: Iterable[Any], find: Callable[[str], Sequence[Mention]], names: Names) -> Figures:
    """Figures of what `find` says about the texts of `gold`."""
    marks = right = wrong = plain = false = 0
    for item in gold:
        found = [m for m in find(item.text) if m.link is not None]
        for mark in item.marks:
            there = [m for m in found if m.span.start < mark.end and mark.start < m.span.end]
            is_right = any(folded(mark.label) in names[m.concept or ""] for m in there)
            marks += 1
            right += is_right
            wrong += bool(there) and not is_right
        if not item.marks:
            plain += 1
            false += any(m.label != "ANATOMY" for m in found)
    return Figures(right / marks, wrong / marks, false / plain)


@pytest.fixture(scope="module")
def names() -> Names:
    concepts = (c for name in LEXICONS for c in parse_lexicon(name, lines(name)))
    return {c.id: {folded(name) for name, _ in c.words()} for c in concepts}


@pytest.fixture(scope="module")
def reached(read_gold: Callable[[str], Any], names: Names) -> Figures:
    tagger = load_tagger(lines)
    return figures(read_gold("links.txt"), lambda text: find_mentions(text, tagger), names)


def test_names_lead_to_their_concepts(reached: Figures, floors: dict[str, Any]) -> None:
    assert reached.right >= floors["links"]["right"]


def test_few_names_lead_elsewhere(reached: Figures, floors: dict[str, Any]) -> None:
    assert reached.wrong <= floors["links"]["wrong"]


def test_ordinary_words_are_left_alone(reached: Figures, floors: dict[str, Any]) -> None:
    assert reached.false <= floors["links"]["false"]


def test_the_scorer_counts_what_it_says(
    read_gold: Callable[[str], Any], names: Names, tmp_path: Path
) -> None:
    path = tmp_path / "gold.txt"
    path.write_text(
        "x: [[Tylenol|paracetamol]] or [[aspirin|ibuprofen]]\nx: [[zz|gout]]\nx: gout\nx: a day\n"
    )
    tagger = load_tagger(lines)
    found = figures(read_gold(str(path)), lambda text: find_mentions(text, tagger), names)
    assert found == Figures(1 / 3, 1 / 3, 1 / 2)
