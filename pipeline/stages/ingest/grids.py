"""Tables of data told from tables that only lay out a page, and the rows of the former.

Old pages put the whole article into a table cell. Such a table is no table to a reader: it
holds another table, a form, headings, a single column, or long text in several paragraphs. A
data table's cells keep their columns, whatever spans several of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4.element import NavigableString, PageElement, Tag

from pipeline.model.document import BlockKind
from pipeline.stages.ingest.writing import Draft, join_cells

WIDEST_SPAN = 20  # columns or rows; more is a mistake or an attack
WIDEST_ROW = 100  # columns; what is spanned behind them is not filled in
_LAYOUT = frozenset(("table", "form", "h1", "h2", "h3", "h4", "article", "section", "nav", "main"))
_LONGEST_CELL = 1_000  # characters


def is_data_table(table: Tag) -> bool:
    """True when `table` shows data in rows and columns.

    Looks at each element at most once in a whole page, since it stops at the first table inside.
    """
    if str(table.attrs.get("role", "")) in ("presentation", "none"):
        return False
    rows = cells = widest = in_row = in_cell = 0
    for element in elements_in(table):
        if isinstance(element, Tag):
            if element.name in _LAYOUT:
                return False
            if element.name == "tr":
                rows += 1
                in_row = 0
            elif element.name in ("td", "th"):
                cells += 1
                in_row += 1
                in_cell = 0
                widest = max(widest, in_row)
        elif type(element) is NavigableString:
            in_cell += len(element)
            if in_cell > _LONGEST_CELL and len(element.strip()) > 0:
                return False
    return widest >= 2 and cells >= 2 and rows >= 1


def elements_in(tag: Tag) -> Iterator[PageElement]:
    """All that stands in `tag`, in document order, at a cost that depth does not add to."""
    waiting = [iter(tag.contents)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
            continue
        yield element
        if isinstance(element, Tag):
            waiting.append(iter(element.contents))


@dataclass(slots=True)
class Cell:
    """One cell as read."""

    words: str
    header: bool
    bold: bool
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class Grid:
    """A data table being read; `reaching` counts, per column, the rows a cell above still takes."""

    number: int
    row: list[Cell] = field(default_factory=list)
    reaching: dict[int, int] = field(default_factory=dict)
    in_head: bool = False
    linked: int = 0

    def draft_row(self, path: str) -> Draft | None:
        """The row read so far as a draft, and on to the next one; None when it is empty."""
        header, linked = self.is_head(), self.linked
        cells = self.end_row()
        self.row, self.linked = [], 0
        words = join_cells(cells)
        visible = sum(1 for c in words if not c.isspace())
        if not visible:
            return None
        return Draft(
            words,
            BlockKind.TABLE_ROW,
            path=path,
            link_density=round(min(1.0, linked / visible), 4),
            cells=cells,
            table=self.number,
            header=header,
        )

    def end_row(self) -> tuple[str, ...]:
        """The words of the row's cells, with an empty cell for each place that is spanned."""
        words: list[str] = []
        reaching: dict[int, int] = {}

        def skip_taken() -> None:
            while len(words) < WIDEST_ROW and (left := self.reaching.get(len(words), 0)) > 0:
                reaching[len(words)] = left - 1
                words.append("")

        for cell in self.row:
            skip_taken()
            for extra in range(cell.columns if len(words) < WIDEST_ROW else 1):
                if cell.rows > 1:
                    reaching[len(words)] = cell.rows - 1
                words.append("" if extra else cell.words)
        skip_taken()
        self.reaching = reaching
        return tuple(words)

    def is_head(self) -> bool:
        """True when the row being read names the columns."""
        filled = [cell for cell in self.row if cell.words]
        return bool(filled) and (self.in_head or all(c.header or c.bold for c in filled))


def span_of(tag: Tag, attribute: str) -> int:
    """The value of `colspan` or `rowspan`, between 1 and `WIDEST_SPAN`."""
    value = str(tag.attrs.get(attribute, "1"))[:6].strip()
    return min(max(int(value), 1), WIDEST_SPAN) if value.isascii() and value.isdigit() else 1
