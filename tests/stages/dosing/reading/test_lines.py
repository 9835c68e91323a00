"""What kind of block a line of plain text is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.document import BlockKind
from pipeline.stages.dosing.reading.lines import read_blocks


@pytest.mark.parametrize(
    ("line", "kind", "body"),
    [
        ("# For children", BlockKind.HEADING, "For children"),
        ("- one tablet at night", BlockKind.LIST_ITEM, "one tablet at night"),
        ("12) rinse the mouth", BlockKind.LIST_ITEM, "rinse the mouth"),
        ("Ibuprofen | 400 mg | 3", BlockKind.TABLE_ROW, "Ibuprofen | 400 mg | 3"),
        ("12.5 mg in the evening", BlockKind.PARAGRAPH, "12.5 mg in the evening"),
        ("Drink more water.", BlockKind.PARAGRAPH, "Drink more water."),
    ],
)
def test_a_line_by_itself(line: str, kind: BlockKind, body: str) -> None:
    (block,) = read_blocks(line)
    assert (block.kind, block.span.of(line)) == (kind, body)


def test_the_first_row_is_the_head_and_rules_are_no_rows() -> None:
    text = "Drug | Dose\n--- | ---\nSenna | 15 mg"
    head, row = read_blocks(text)
    assert head.header
    assert not row.header
    assert [cell.of(text) for cell in row.cells] == ["Senna", "15 mg"]


def test_nesting_is_told_by_the_indent() -> None:
    levels = [block.level for block in read_blocks("- syrup\n  - from six years\n    - 5 ml")]
    assert levels == [1, 2, 3]


@given(st.text(alphabet="ab1 .|-#\t\n", max_size=120))
def test_blocks_are_apart_in_order_and_without_white_space_around_them(text: str) -> None:
    spans = [block.span for block in read_blocks(text)]
    assert all(one.end < other.start for one, other in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() for span in spans)
