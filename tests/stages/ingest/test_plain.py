"""Plain text: the text as given, blocks by how lines stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import PageError
from pipeline.model.document import BlockKind, Format
from pipeline.stages.ingest import IngestSettings

LONG = (
    "It is enough to say here that most of this goes away by itself within a week or two, and"
    " that rest helps more than anything else."
)


def shape(read, rows, text: str, **more) -> list[tuple[str, int]]:
    page = read(text, Format.TEXT, **more)
    assert page.text == text
    return [(kind, level) for kind, level, _ in rows(page)]


def test_a_line_is_a_block_and_the_text_stays_as_given(read) -> None:
    text = "  one \r\ntwo\rthree\n\n\tfour\u2028five  \n"
    page = read(text, Format.TEXT)
    assert page.text == text
    assert [b.span.of(text) for b in page.blocks] == ["one", "two", "three", "four", "five"]


def test_wrapped_lines_are_one_block(read) -> None:
    text = (
        "Title of the leaflet\n\n"
        "A night without sleep is followed by a day without patience, and\n"
        "most people know what helps them: a walk in daylight, lunch with a\n"
        "friend, and no second coffee after three o'clock in the afternoon.\n\n"
        "- one item of a list that is nearly as long as the lines above it\n"
        "- and another one, which is just as long as the first one of them\n"
    )
    page = read(text, Format.TEXT)
    assert [b.span.of(text).count("\n") for b in page.blocks] == [0, 2, 0, 0]
    assert page.blocks[2].kind is BlockKind.LIST_ITEM


@pytest.mark.parametrize(
    "text",
    [
        "Ann B Writer, MD and Doctor of Tea, Lower Wickham\n"
        "Professor of Sleep and of other Quiet Nights\nCollege of Rest\n",
        "Tea is drunk in many countries of the whole wor...\n"
        "Coffee is drunk in even more of them, because w...\n"
        "Milk is said to help people to fall asleep when...\n",
        "Home and Garden of the Magazine for Old Tea Cups\n"
        "Health and Beauty of the Magazine for Old Cups\nContact and Legal Notice\n",
    ],
)
def test_lines_of_equal_length_are_not_welded(read, text: str) -> None:
    assert len(read(text, Format.TEXT).blocks) == 3


def test_numbered_line_above_a_long_text_is_a_heading(read, rows) -> None:
    text = "\n\n".join(("Why am I awake?", LONG, "1. Too much light.", LONG, "2. No day.", LONG))
    assert shape(read, rows, text) == [
        ("heading", 1), ("paragraph", 0), ("heading", 2), ("paragraph", 0), ("heading", 2),
        ("paragraph", 0),
    ]  # fmt: skip


def test_numbered_lines_in_a_run_are_a_list(read, rows) -> None:
    text = f"Reasons include:\n\n  1. Light.\n  2. Noise.\n  3. Heat.\n\n{LONG}\n"
    assert shape(read, rows, text)[1:4] == [("list_item", 1)] * 3


def test_numbered_line_with_a_label_and_text_is_an_item(read, rows) -> None:
    text = f"What wakes me?\n{LONG}\n1. Light: {LONG}\n2. Noise: {LONG}\n{LONG}"
    assert [kind for kind, _ in shape(read, rows, text)] == [
        "heading", "paragraph", "list_item", "list_item", "paragraph",
    ]  # fmt: skip


def test_numbering_that_starts_again_makes_the_line_above_a_heading(read, rows) -> None:
    text = f"Tea\n\n{LONG}\n\n1. Effects of tea\n\n1. Sleep: {LONG}\n\n2. Teeth: {LONG}\n"
    assert [kind for kind, _ in shape(read, rows, text)][2:] == [
        "heading",
        "list_item",
        "list_item",
    ]


@pytest.mark.parametrize(
    ("line", "marker", "body"),
    [
        ("• tea", "•", "tea"), ("- tea", "-", "tea"), ("* tea", "*", "tea"), ("– tea", "–", "tea"),
        ("1. tea", "1.", "tea"), ("12) tea", "12)", "tea"), ("a) tea", "a)", "tea"),
        ("(b) tea", "(b)", "tea"), ("•tea", "•", "tea"), ("3.Tea", "3.", "Tea"),
        ("① tea", "①", "tea"),
    ],
)  # fmt: skip
def test_markers(read, line: str, marker: str, body: str) -> None:
    text = f"{LONG}\n{line}\n"
    block = read(text, Format.TEXT).blocks[1]
    assert (block.kind, block.marker, block.body.of(text)) == (BlockKind.LIST_ITEM, marker, body)


@pytest.mark.parametrize("line", ["1.5 mg is too much", "-5 degrees", "A. Writer", "2024. A year"])
def test_what_is_no_marker(read, line: str) -> None:
    assert read(f"{LONG}\n{line}\n", Format.TEXT).blocks[1].kind is not BlockKind.LIST_ITEM


def test_nested_items(read, rows) -> None:
    text = "- tea\n  - black\n    - strong\n  - green\n- milk\n"
    assert [level for _, level in shape(read, rows, text)] == [1, 2, 3, 2, 1]


@pytest.mark.parametrize(
    "line", ["By Ann Writer", "Updated 3 May 2024", "500 mg twice a day", "It helps because of the",
             "Take it with food.", "These include:", "<<: Older page", "Important!"],
)  # fmt: skip
def test_what_is_no_heading(read, line: str) -> None:
    text = f"{LONG}\n\n{line}\n\n{LONG}\n"
    assert read(text, Format.TEXT).blocks[1].kind is BlockKind.PARAGRAPH


def test_rows_of_a_flattened_table_are_no_headings(read) -> None:
    text = f"A title here\n\n{LONG}\n\nDrinkCups\nTea 2 3\nMilk 1 1\n\n{LONG}\n\n{LONG}\n"
    kinds = [b.kind for b in read(text, Format.TEXT).blocks]
    assert kinds[2:5] == [BlockKind.PARAGRAPH] * 3


@pytest.mark.parametrize("bar", ["\t", " | "])
def test_table_rows(read, bar: str) -> None:
    text = f"{LONG}\n\nDrink{bar}Cups\nTea{bar}2\nMilk{bar}1\n\n{LONG}\n"
    table = [b for b in read(text, Format.TEXT).blocks if b.kind is BlockKind.TABLE_ROW]
    cells = [[c.of(text) for c in row.cells] for row in table]
    assert cells == [["Drink", "Cups"], ["Tea", "2"], ["Milk", "1"]]
    assert [row.header for row in table] == [True, False, False]


def test_a_menu_with_bars_is_no_table(read) -> None:
    assert read(f"Home | Tea | Milk\n\n{LONG}", Format.TEXT).blocks[0].kind is BlockKind.PARAGRAPH


def test_known_title_is_found_behind_a_menu(read, rows) -> None:
    text = f"Home\nTopics\nHow to make tea\n{LONG}\n"
    assert shape(read, rows, text, title="How to make tea - The Site")[2] == ("heading", 1)


def test_lines_and_characters_are_bounded(read) -> None:
    with pytest.raises(PageError, match="more than 10 lines"):
        read("x\n" * 20, Format.TEXT, settings=IngestSettings(max_elements=10))
    with pytest.raises(PageError, match="too long: 2,000,001 characters"):
        read("x" * 2_000_001, Format.TEXT)


lines = st.lists(
    st.one_of(
        st.text(alphabet="ab1.)•-|\t :?\u200b\xa0", max_size=30),
        st.sampled_from(["", "1. Tea", "2. Milk", "• x", "Title", LONG, "a | b", "c\td"]),
    ),
    max_size=25,
)


@given(lines, st.sampled_from(["\n", "\r\n", "\r", "\u2028"]))
def test_every_visible_character_is_in_one_block(read, parts: list[str], end: str) -> None:
    text = end.join([*parts, "last"])
    assert read(text, Format.TEXT).text == text  # `read` checks the tiling


def test_heading_above_a_heading(read, rows) -> None:
    text = "\n\n".join(("What about tea?", LONG, "Kinds of tea", "Black tea", LONG))
    kinds = [kind for kind, _ in shape(read, rows, text)]
    assert kinds == ["heading", "paragraph", "heading", "heading", "paragraph"]


def test_the_last_of_a_list_without_bullets_is_no_heading(read, rows) -> None:
    text = "\n\n".join(
        ("A title", LONG, LONG, LONG, "Oolong", "Assam", "Ceylon", "Darjeeling", LONG)
    )
    kinds = [kind for kind, _ in shape(read, rows, text)]
    assert kinds[4:] == ["paragraph"] * 5


@pytest.mark.parametrize(
    "text",
    [
        "First aid for stings\n\nHold it under water.\n\nDO\nTake off rings.\n",
        "Hay fever inhalers\nShake the inhaler and breathe out slowly.\nBreathe in.\n",
        "Heavy cramps — help!!\n\nHi all, it is bad again.\n",
        "Snoring: how to sleep apart\n\nGo to bed late.\n",
        "TEA LEAFLET: FOR THE USER\n\nBlack tea in bags of two grams\nbrewed tea\n",
    ],
)
def test_a_first_line_that_stands_as_a_title_is_one(read, rows, text: str) -> None:
    assert shape(read, rows, text)[0] == ("heading", 1)


@pytest.mark.parametrize(
    "text",
    [
        "It is a short sentence.\n\nAnd another one.\n",
        "- one item\n\n- and another item\n",
        "Home page\n\nAll topics\n\nAbout us\n\nContact\n",
        "Skip to content\nMENU\nSearch\n",
        "Home > Sleep > Snoring\n\nIt is bad again.\n",
        "By A. Writer\n\nIt is bad again.\n",
        "3 May 2021\n\nIt is bad again.\n",
        "Nothing but this",
        "x" * 121 + "\n\nIt is bad again.\n",
    ],
)
def test_other_first_lines_are_no_titles(read, rows, text: str) -> None:
    assert ("heading", 1) not in shape(read, rows, text)


def test_a_word_parted_at_the_end_of_a_line_is_in_one_block(read) -> None:
    text = "Take para-\ncetamol when it hurts.\nDrink more tea -\nit helps.\nB-\nvitamins\n"
    assert [b.span.of(text) for b in read(text, Format.TEXT).blocks] == [
        "Take para-\ncetamol when it hurts.",
        "Drink more tea -",
        "it helps.",
        "B-",
        "vitamins",
    ]
