"""Markdown: the text as given, blocks named by its signs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.document import BlockKind, Format

PAGE = """---
title: "How to make tea"
url: https://tea.example/how
---
# How to make tea #

Boil water and
wait a minute.

Second way
----------

- black
  - strong
- green, which
  is milder
3. third

> said somebody
> else

| Tea | Minutes |
|-----|--------:|
| red | 8 |

```
code | here
```

***

See [the list](/all) now.
"""


def test_blocks_of_a_page(read) -> None:
    page = read(PAGE, Format.MARKDOWN)
    assert page.text == PAGE
    seen = [(b.kind.value, b.level, b.marker, b.body.of(PAGE)) for b in page.blocks]
    assert seen[1:-1] == [
        ("heading", 1, "", "How to make tea"),
        ("paragraph", 0, "", "Boil water and\nwait a minute."),
        ("heading", 2, "", "Second way"),
        ("list_item", 1, "-", "black"),
        ("list_item", 2, "-", "strong"),
        ("list_item", 1, "-", "green, which\n  is milder"),
        ("list_item", 1, "3.", "third"),
        ("quote", 0, "", "said somebody\n> else"),
        ("table_row", 0, "", "| Tea | Minutes |"),
        ("table_row", 0, "", ""),
        ("table_row", 0, "", "| red | 8 |"),
        ("code", 0, "", "code | here"),
        ("paragraph", 0, "", ""),
    ]
    assert page.blocks[0].path == "front-matter"
    assert page.blocks[0].kind is BlockKind.CODE
    assert page.blocks[-1].link_density == round(7 / 14, 4)


def test_table(read) -> None:
    table = [b for b in read(PAGE, Format.MARKDOWN).blocks if b.table]
    cells = [[c.of(PAGE) for c in row.cells] for row in table]
    assert cells == [["Tea", "Minutes"], [], ["red", "8"]]
    assert [row.header for row in table] == [True, False, False]


def test_front_matter_is_metadata(read) -> None:
    said = read(PAGE, Format.MARKDOWN).source.metadata
    assert (said.title, said.url, said.site) == (
        "How to make tea", "https://tea.example/how", "tea.example",
    )  # fmt: skip


def test_fence_without_an_end(read) -> None:
    page = read("words\n\n```\nnever\n\nclosed", Format.MARKDOWN)
    assert [b.kind for b in page.blocks] == [BlockKind.PARAGRAPH, BlockKind.CODE]


pieces = st.sampled_from(
    ["# a", "#", "## b ##", "- x", "  - y", "1. z", "> q", "|a|b|", "|-|-|", "---", "===", "```",
     "", "words", "  words", "* * *", "[a](b)", "~~~", "- ", "\t- deep"]
)  # fmt: skip


@given(st.lists(pieces, max_size=25))
def test_every_visible_character_is_in_one_block(read, lines: list[str]) -> None:
    text = "\n".join([*lines, "last"])
    assert read(text, Format.MARKDOWN).text == text  # `read` checks the tiling
