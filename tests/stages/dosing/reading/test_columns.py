"""A row of a table read as a sentence, with the way back."""

from __future__ import annotations

import pytest

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.columns import cell_at, row_view
from pipeline.stages.dosing.reading.lines import read_blocks
from pipeline.stages.dosing.reading.segments import segment


@pytest.mark.parametrize(
    ("head", "cell", "read"),
    [
        ("Times a day", "3", "3 times a day"),
        ("How often", "2-3", "2-3 times a day"),
        ("Interval", "6", "every 6 hours"),
        ("Days", "7", "for 7 days"),
        ("Course", "7 days", "for 7 days"),
        ("Course, weeks", "2", "for 2 weeks"),
        ("Dose, mg", "400", "400 mg"),
        ("Daily dose", "400 mg", "400 mg a day"),
        ("Max per day", "4 g", "no more than 4 g a day"),
        ("Age", "3–6 years", "children aged 3–6 years"),
        ("Age", "2-5 months", "infants aged 2-5 months"),
        ("How often in 24 hours", "3 times", "3 times a day"),
        ("Times in 24 h", "up to 4", "up to 4 times a day"),
        ("Next dose after", "4 hours", "every 4 hours"),
        ("Wait between doses", "4–6 h", "every 4–6 h"),
        ("Ceiling", "8 tablets in 24 h", "no more than 8 tablets in 24 h"),
        ("Morning", "1", "1 in the morning"),
        ("Bedtime", "½", "½ at bedtime"),
        ("Repeat", "every 6 hours", "every 6 hours"),
        ("Morning pulse", "70", "70"),
        ("Afternoon next door", "4 rooms", "4 rooms"),
        ("Price", "12", "12"),
        ("Dose", "two tablets", "two tablets"),
        ("Age", "adults 18+", "adults 18+"),
        ("Age", "12 years", "people aged 12 years"),
    ],
)
def test_cells_are_completed_from_their_heads(head: str, cell: str, read: str) -> None:
    text = f"Drug | {head}\nIbuprofen | {cell}"
    (row,) = segment(text, read_blocks(text))
    view = row_view(text, row)
    assert view.text == f"Ibuprofen, {read}"
    at = view.text.index(cell)
    home = view.home(Span(at, at + len(cell)))
    assert home is not None
    assert home.of(row.span.of(text)) == cell


def test_the_cell_of_a_place() -> None:
    text = "A | B\nx | y"
    (row,) = segment(text, read_blocks(text))
    assert cell_at(row, row.cells[1]) == 1
    assert cell_at(row, Span(0, 1)) is None
