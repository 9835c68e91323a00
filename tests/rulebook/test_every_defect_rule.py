"""The examples of every rule about damaged text are its tests: exact words and severity."""

from __future__ import annotations

import hashlib

import pytest

from pipeline.model.document import Block, BlockKind, DocId, Document, Format, Source
from pipeline.model.span import Span
from pipeline.rulebook.rule import Example, FlagRule, Hit
from pipeline.stages.boilerplate.leftover import Leftover, defect_rules
from pipeline.stages.boilerplate.page import read_page
from pipeline.stages.boilerplate.repairs import find_repairs

RULES = defect_rules()


def _hits(rule: FlagRule[Leftover], text: str) -> list[Hit]:
    blocks = []
    at = 0
    for line in text.split("\n"):
        span = Span(at, at + len(line))
        kind = BlockKind.LIST_ITEM if line.startswith("• ") else BlockKind.PARAGRAPH
        blocks.append(Block(span, kind, span))
        at += len(line) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = Source("rule/example.txt", digest, len(text), Format.TEXT)
    page = read_page(Document(DocId(digest[:16]), source, text, tuple(blocks)))
    return list(rule.check(Leftover(page, find_repairs(page), page)))


def _cases(attribute: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.name}-{number}")
        for rule in RULES
        for number, example in enumerate(getattr(rule, attribute), 1)
    ]


@pytest.mark.parametrize(("rule", "example"), _cases("flags"))
def test_damage_is_found(rule: FlagRule[Leftover], example: Example) -> None:
    hits = _hits(rule, example.text)
    found = [span.of(example.text) for hit in hits for span in hit.evidence]
    assert found == [span.of(example.text) for span in example.spans]
    if example.severity is not None:
        assert {hit.severity for hit in hits} == {example.severity}


@pytest.mark.parametrize(("rule", "example"), _cases("passes"))
def test_sound_text_passes(rule: FlagRule[Leftover], example: Example) -> None:
    assert _hits(rule, example.text) == []
