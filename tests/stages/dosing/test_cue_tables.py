"""The tables of cues: rows that two people can add to without meeting, and none that is idle."""

import ast
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

import pipeline.stages.dosing
from pipeline.io.resources import lines
from pipeline.stages.dosing.facts.cues import Element, Phrasebook, compiled
from pipeline.stages.dosing.facts.tables import read_table

CODE = Path(pipeline.stages.dosing.__file__).parent
FOUND_OTHERWISE = {"drug", "group", "remedy", "drink", "complaint", "emergency", "serious", "minor"}
"""Kinds that the other tables, and the tagger, give."""
CUES = list(read_table(lines("dosing_cues.tsv")))
KINDS = {row["kind"] for row in CUES}
TABLES = ("dosing_cues", "dosing_cue_kinds", "serious_conditions")
PATTERNS = ("dosing_cues", "serious_conditions")


def trees() -> Iterator[ast.AST]:
    for path in sorted(CODE.rglob("*.py")):
        yield from ast.walk(ast.parse(path.read_text("utf-8")))


def asked_for(node: ast.AST) -> set[str]:
    """The kinds that a call of `sentence.of`, `sentence.has` or `effective` names."""
    if not isinstance(node, ast.Call):
        return set()
    called = (
        node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    )
    if called not in ("of", "has", "effective"):
        return set()
    return {a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)}


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_sorted_and_none_stands_twice(name: str) -> None:
    rows = [tuple(row.values()) for row in read_table(lines(f"{name}.tsv"))]
    assert [(a, b) for a, b in pairwise(rows) if a >= b] == []


def shape(elements: Sequence[Element]) -> str:
    return "".join("~" if isinstance(e, int) else "w" for e in elements)


def says(one: Sequence[Element], other: Sequence[Element]) -> bool:
    """True when `one` is found wherever `other`, of the same shape, is, and over the same words."""
    return all(
        a >= b if isinstance(a, int) or isinstance(b, int) else b <= a  # type: ignore[operator]
        for a, b in zip(one, other, strict=True)
    )


@pytest.mark.parametrize("name", PATTERNS)
def test_no_pattern_says_what_others_of_its_kind_say(name: str) -> None:
    shapes: dict[tuple[str, str], list[tuple[str, Sequence[Element]]]] = {}
    spelled: dict[tuple[str, str], list[Sequence[Element]]] = {}
    for row in read_table(lines(f"{name}.tsv")):
        kind, pattern = row.get("kind") or row["condition"], row["pattern"]
        for elements in compiled(pattern):
            shapes.setdefault((kind, shape(elements)), []).append((pattern, elements))
            spelled.setdefault((kind, pattern), []).append(elements)
    for (kind, pattern), own in spelled.items():
        idle = all(
            any(p != pattern and says(e, each) for p, e in shapes[kind, shape(each)])
            for each in own
        )
        assert not idle, f"{kind}: {pattern}"


@pytest.mark.parametrize("name", PATTERNS)
def test_every_pattern_compiles(name: str) -> None:
    for row in read_table(lines(f"{name}.tsv")):
        book = Phrasebook.of([("kind", "name", row["pattern"])])
        assert book.root.words, row


def test_a_condition_has_one_level() -> None:
    levels: dict[str, set[str]] = {}
    for row in read_table(lines("serious_conditions.tsv")):
        levels.setdefault(row["condition"], set()).add(row["level"])
    assert {name for name, found in levels.items() if len(found) > 1} == set()


def test_code_asks_for_no_kind_that_has_no_row() -> None:
    asked = {kind for node in trees() for kind in asked_for(node)}
    assert asked - KINDS - FOUND_OTHERWISE == set()


def test_every_kind_is_asked_for() -> None:
    named = {n.value for n in trees() if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    assert KINDS - named == set()


def test_every_kind_says_what_it_means() -> None:
    meanings = {row["kind"]: row["meaning"] for row in read_table(lines("dosing_cue_kinds.tsv"))}
    assert set(meanings) == KINDS | {"emergency", "serious", "minor"}
    assert all(meanings.values())
