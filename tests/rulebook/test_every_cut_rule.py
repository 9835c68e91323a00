"""The examples of every cutting rule are its tests: exact blocks, and nothing else on the page."""

from __future__ import annotations

import hashlib

import pytest

from pipeline.model.document import Block, BlockKind, DocId, Document, Format, Source
from pipeline.model.span import Span
from pipeline.rulebook.discovery import find_rules
from pipeline.rulebook.rule import CutRule, Example
from pipeline.stages.boilerplate import rules, scored
from pipeline.stages.boilerplate.page import Page, read_page

RULES: tuple[CutRule[Page], ...] = (
    *find_rules(rules, CutRule),
    *find_rules(scored, CutRule),
)


def _page(text: str) -> Page:
    """A block for each line of an example; `<path>` in front of it is its DOM path."""
    blocks = []
    at = 0
    for line in text.split("\n"):
        span = Span(at, at + len(line))
        kind = BlockKind.LIST_ITEM if line.startswith("• ") else BlockKind.PARAGRAPH
        path = line[1 : line.index(">")] if line.startswith("<") and "> " in line else ""
        blocks.append(Block(span, kind, span, path=path))
        at += len(line) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = Source("rule/example.txt", digest, len(text), Format.TEXT)
    return read_page(Document(DocId(digest[:16]), source, text, tuple(blocks)))


def _quotes(rule: CutRule[Page], example: Example) -> list[str]:
    """What the rule cuts from the example, in page order."""
    found = {span for hit in rule.find(_page(example.text)) for span in hit.evidence}
    return [span.of(example.text) for span in sorted(found)]


def _cases(attribute: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.name}-{number}")
        for rule in RULES
        for number, example in enumerate(getattr(rule, attribute), 1)
    ]


@pytest.mark.parametrize(("rule", "example"), _cases("cuts"))
def test_marked_blocks_are_cut(rule: CutRule[Page], example: Example) -> None:
    assert _quotes(rule, example) == [span.of(example.text) for span in example.spans]


@pytest.mark.parametrize(("rule", "example"), _cases("keeps"))
def test_near_misses_are_kept(rule: CutRule[Page], example: Example) -> None:
    assert _quotes(rule, example) == []


@pytest.mark.parametrize(("rule", "example"), _cases("known_gaps"))
@pytest.mark.xfail(strict=True, reason="a known gap; when it closes, move the example up")
def test_known_gaps_are_still_gaps(rule: CutRule[Page], example: Example) -> None:
    assert _quotes(rule, example) == [span.of(example.text) for span in example.spans]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rules_argue_and_show_both_sides(rule: CutRule[Page]) -> None:
    assert rule.id.startswith("CUT")
    assert rule.cuts
    assert rule.keeps
    for hit in (h for example in rule.cuts for h in rule.find(_page(example.text))):
        assert hit.explanation.endswith(".")
