"""Scraped text stays text: Markdown read back has the clean words and only our structure."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pipeline.model.changes import TABLE_REPAIR, Changes, Provenance, Repair, RuleId
from pipeline.model.document import (
    Block,
    BlockKind,
    DocId,
    Document,
    Format,
    Metadata,
    Source,
    page_id,
)
from pipeline.model.ledger import Ledger
from pipeline.model.span import Span
from pipeline.render.markdown import escape, to_markdown

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
OPENED = ["heading", "paragraph", "bullet_list", "ordered_list", "list_item", "blockquote"]
OPENED += ["table", "thead", "tbody", "tr", "th", "td"]
OURS = {f"{name}_{end}" for name in OPENED for end in ("open", "close")}
OURS |= {"inline", "text", "fence", "hardbreak", "softbreak"}


def read_back(markdown: str) -> tuple[list[str], set[str]]:
    """The words that a Markdown reader shows, and the kinds of tokens it made."""
    words: list[str] = []
    kinds: set[str] = set()
    for token in READER.parse(markdown):
        kinds.add(token.type)
        if token.type == "fence":
            words += words_of(token.content)
        for child in token.children or ():
            kinds.add("text" if child.type == "text_special" else child.type)
        if token.children:
            shown = "".join(" " if "break" in c.type else c.content for c in token.children)
            words += words_of(shown)
    return words, kinds


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def document(lines: list[tuple[str, BlockKind, int, str]], **known: str) -> Document:
    text, blocks = "", []
    for words, kind, level, marker in lines:
        lead = f"{marker} " if marker else ""
        span = Span(len(text), len(text) + len(lead) + len(words))
        text += lead + words + "\n"
        if (lead + words).strip():
            body = Span(span.start + len(lead), span.end)
            blocks.append(Block(span, kind, body, level, marker))
    source = Source("site/page.txt", "", 0, Format.TEXT, metadata=Metadata(**known))
    return Document(DocId("0" * 16), source, text, tuple(blocks))


def line(words: str, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0, marker: str = ""):
    return words, kind, level, marker


NASTY = st.text(
    st.one_of(
        st.sampled_from(list("\\`*_{}[]()#+-.!|<>&;~=:\"'$^/ \t1234567890ab\r\xa0\x00\x0b\u2028")),
        st.characters(codec="utf-8", exclude_characters="\n"),
    ),
    max_size=24,
)
KINDS = st.one_of(
    st.tuples(NASTY, st.just(BlockKind.PARAGRAPH), st.just(0), st.just("")),
    st.tuples(NASTY, st.just(BlockKind.HEADING), st.integers(1, 6), st.just("")),
    st.tuples(NASTY, st.just(BlockKind.QUOTE), st.just(0), st.just("")),
    st.tuples(NASTY, st.just(BlockKind.CODE), st.just(0), st.just("")),
    st.tuples(
        NASTY,
        st.just(BlockKind.LIST_ITEM),
        st.integers(1, 10),
        st.sampled_from(["", "•", "-", "1.", "2.", "3)", "7.", "007", "999999999.", "b)", "IV."]),
    ),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(KINDS, max_size=12))
def test_read_back_has_the_clean_words_and_only_our_structure(lines) -> None:
    made = document(lines)
    words, kinds = read_back(to_markdown(Ledger(made)))
    numbered = re.compile(r"\(?[0-9]{1,9}[.):]?\)?")
    expected: list[str] = []
    for block in made.blocks:
        plain = not block.marker or numbered.fullmatch(block.marker)
        expected += words_of((block.body if plain else block.span).of(made.text))
    assert words == expected
    assert kinds <= OURS


def test_every_attack_is_text(fake) -> None:
    lines = [line(a.replace("\n", " ")) for a in fake.ATTACKS]
    lines += [line(a, BlockKind.HEADING, 2) for a in fake.ATTACKS]
    lines += [line(a, BlockKind.LIST_ITEM, 1) for a in fake.ATTACKS]
    words, kinds = read_back(to_markdown(Ledger(document(lines))))
    assert words == [w for words, *_ in lines for w in words_of(words)]
    assert kinds <= OURS


@pytest.mark.parametrize(
    "start", ["# a", "- a", "+ a", "* a", "1. a", "12) a", "> a", "=", "---", "***", "```", "    a"]
)
def test_no_paragraph_starts_a_block(start: str) -> None:
    _, kinds = read_back(to_markdown(Ledger(document([line("First."), line(start)]))))
    assert kinds <= {"paragraph_open", "paragraph_close", "inline", "text"}


def test_ordinary_prose_is_left_alone() -> None:
    prose = "Take 500 mg (one tablet) at 8.30 a.m.; it's 20–30 % cheaper, isn't it?"
    assert escape(prose) == prose


def test_line_breaks_inside_a_block_stay() -> None:
    text = "Ward 3\n1. Mill Lane"
    block = Block(Span(0, len(text)), BlockKind.PARAGRAPH, Span(0, len(text)))
    source = Source("a.txt", "", 0, Format.HTML)
    ledger = Ledger(Document(page_id("a.txt"), source, text, (block,)))
    assert to_markdown(ledger) == "Ward 3\\\n1\\. Mill Lane\n"


def test_title_comes_once_and_other_headings_below_it() -> None:
    made = document(
        [
            line("Colds", BlockKind.HEADING, 2),
            line("Rest.", BlockKind.PARAGRAPH),
            line("Tea", BlockKind.HEADING, 1),
        ],
        title="Colds | The Site",
    )
    assert to_markdown(Ledger(made)) == "# Colds\n\nRest.\n\n## Tea\n"


def test_title_from_metadata_when_the_page_shows_none() -> None:
    made = document([line("Rest and drink.")], title="Colds")
    assert to_markdown(Ledger(made)) == "# Colds\n\nRest and drink.\n"


def test_numbers_of_lists_stay_as_they_were() -> None:
    made = document(
        [
            line("one", BlockKind.LIST_ITEM, 1, "1."),
            line("two", BlockKind.LIST_ITEM, 1, "2."),
            line("inner", BlockKind.LIST_ITEM, 2, "•"),
            line("five", BlockKind.LIST_ITEM, 1, "5."),
            line("Between."),
            line("six", BlockKind.LIST_ITEM, 1, "6."),
        ]
    )
    tokens = READER.parse(to_markdown(Ledger(made)))
    starts = [t.attrs.get("start", 1) for t in tokens if t.type == "ordered_list_open"]
    items = [t.info for t in tokens if t.type == "list_item_open"]
    assert starts == [1, 5, 6]
    assert items == ["1", "2", "", "5", "6"]


def test_rebuilt_table_has_its_first_line_as_header() -> None:
    made = document([line("DrinkCups"), line("Tea|hot 3"), line("After it.")])
    cells = (
        Repair(Span(5, 5), " | ", TABLE_REPAIR, ""),
        Repair(Span(17, 18), " | ", TABLE_REPAIR, ""),
    )
    ledger = Ledger(made).apply(Changes(repairs=cells), Provenance("boilerplate", 1))
    assert to_markdown(ledger) == (
        "| Drink | Cups |\n| --- | --- |\n| Tea\\|hot | 3 |\n\nAfter it.\n"
    )


def test_cells_that_stood_on_lines_of_their_own_are_one_row() -> None:
    made = document([line("Drink"), line("Cups"), line("Tea"), line("3"), line("End.")])
    joins = tuple(
        Repair(Span(at, at + 1), " | ", TABLE_REPAIR, "") for at in (5, made.text.index("\n3"))
    )
    ledger = Ledger(made).apply(Changes(repairs=joins), Provenance("boilerplate", 1))
    assert to_markdown(ledger) == "| Drink | Cups |\n| --- | --- |\n| Tea | 3 |\n\nEnd.\n"


def test_html_table_without_header_row_gets_an_empty_one() -> None:
    text = "Tea 3\nCocoa 1 x\n"
    rows = [(0, 5, ((0, 3), (4, 5))), (6, 15, ((6, 11), (12, 13), (14, 15)))]
    blocks = tuple(
        Block(
            Span(a, b),
            BlockKind.TABLE_ROW,
            Span(a, b),
            cells=tuple(Span(*cell) for cell in cells),
            table=1,
        )
        for a, b, cells in rows
    )
    source = Source("a.html", "", 0, Format.HTML)
    ledger = Ledger(Document(page_id("a.html"), source, text, blocks))
    assert to_markdown(ledger) == (
        "|  |  |  |\n| --- | --- | --- |\n| Tea | 3 |\n| Cocoa | 1 | x |\n"
    )
    first = replace(blocks[0], header=True)
    ledger = Ledger(replace(ledger.document, blocks=(first, blocks[1])))
    assert to_markdown(ledger).startswith("| Tea | 3 |  |\n| --- |")


def test_repairs_are_read_and_cuts_are_gone(held) -> None:
    markdown = to_markdown(held.ledger)
    assert "The treatment of is" in markdown
    assert "| Filter coffee | 3 | 270 mg |" in markdown
    assert "Recommend" not in markdown
    assert "Contact" not in markdown


def test_nothing_kept_is_nothing_written() -> None:
    assert to_markdown(Ledger(document([]))) == ""
    assert to_markdown(Ledger(document([], title="Colds"))) == ""


def test_insertion_behind_a_block_is_not_lost() -> None:
    made = document([line("One"), line("Two")])
    stop = Repair(Span(3, 3), ".", RuleId("stop"), "")
    ledger = Ledger(made).apply(Changes(repairs=(stop,)), Provenance("boilerplate", 1))
    assert to_markdown(ledger) == "One.\n\nTwo\n"
