"""Segments, and the headings, lead-ins and column heads they inherit."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.document import BlockKind
from pipeline.model.span import Span
from pipeline.stages.dosing.reading.lines import read_blocks
from pipeline.stages.dosing.reading.segments import Segment, segment


def of(text: str) -> tuple[Segment, ...]:
    return segment(text, read_blocks(text))


def words(text: str, span: Span | None) -> str | None:
    return None if span is None else span.of(text)


def test_sentences_of_a_paragraph_know_their_heading() -> None:
    text = "# Ibuprofen\nTake it with food. Then rest."
    heading, first, second = of(text)
    assert heading.kind is BlockKind.HEADING
    assert [s.span.of(text) for s in (first, second)] == ["Take it with food.", "Then rest."]
    assert words(text, first.heading) == "Ibuprofen"
    assert first.block == second.block


def test_a_short_line_between_blank_lines_is_a_heading() -> None:
    text = "Dosage for adults\n\nOne tablet a day is enough for most people.\n"
    assert of(text)[0].kind is BlockKind.HEADING
    assert words(text, of(text)[1].heading) == "Dosage for adults"


def test_a_line_with_a_number_or_a_stop_is_no_heading() -> None:
    for first in ("Take 2 tablets", "Take two tablets."):
        text = f"{first}\n\nThen lie down for a while.\n"
        assert of(text)[0].kind is BlockKind.PARAGRAPH


def test_list_items_are_led_by_the_sentence_with_the_colon() -> None:
    text = "This helps. For pain take:\n- ibuprofen\n- paracetamol\nNothing else."
    items = [s for s in of(text) if s.kind is BlockKind.LIST_ITEM]
    assert [words(text, s.lead) for s in items] == ["For pain take:"] * 2
    assert items[0].span.of(text) == "ibuprofen"
    assert of(text)[-1].lead is None


def test_a_paragraph_without_colon_leads_nothing() -> None:
    text = "Rest a lot.\n- tea\n"
    assert of(text)[1].lead is None


def test_nested_items_are_led_by_their_parent() -> None:
    text = "Take:\n- Ibuprofen\n  - one tablet\n  - twice a day\n- Tea"
    leads = [words(text, s.lead) for s in of(text) if s.kind is BlockKind.LIST_ITEM]
    assert leads == ["Take:", "Ibuprofen", "Ibuprofen", "Take:"]


def test_rows_know_the_heads_of_their_columns() -> None:
    text = "Drug | Dose\n--- | ---\nIbuprofen | 400 mg\nNaproxen | 250 mg\n"
    rows = of(text)
    assert [r.kind for r in rows] == [BlockKind.TABLE_ROW] * 2
    assert [words(text, h) for h in rows[1].headers] == ["Drug", "Dose"]
    assert [c.of(text) for c in rows[1].cells] == ["Naproxen", "250 mg"]


def test_a_row_with_more_cells_than_heads_is_read() -> None:
    text = "A | B\n1 | 2 | 3\n"
    (row,) = of(text)
    assert [words(text, h) for h in row.headers] == ["A", "B", None]


@given(st.text(alphabet="a1 .:|#-\n\t*", max_size=200))
def test_segments_are_in_order_and_within_the_text(text: str) -> None:
    spans = [s.span for s in of(text)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_a_first_row_that_names_columns_is_the_head() -> None:
    text = "Age | How much | Times in 24 h\n2 years | 5 ml | up to 4\n4 years | 7.5 ml | up to 4"
    blocks = [replace(block, header=False) for block in read_blocks(text)]
    first, second = segment(text, blocks)
    for row in (first, second):
        heads = [head.of(text) if head else None for head in row.headers]
        assert heads == ["Age", "How much", "Times in 24 h"]


def test_a_first_row_with_a_value_is_no_head() -> None:
    text = "Morning dose | 5 ml | days\nEvening dose | 10 ml | days"
    blocks = [replace(block, header=False) for block in read_blocks(text)]
    assert len(segment(text, blocks)) == 2
