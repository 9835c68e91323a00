from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.changes import Changes, Cut, Provenance, RuleId
from pipeline.model.document import (
    Block,
    BlockKind,
    Document,
    Format,
    Metadata,
    Source,
    page_id,
)
from pipeline.model.ledger import Ledger
from pipeline.model.naming import article_path, known_title, site_of, slug, title_block, title_of
from pipeline.model.span import Span


def ledger(*lines: tuple[str, int], path: str = "site/some_page-2.txt", **known: str) -> Ledger:
    """Lines as blocks: level 0 is a paragraph, others are headings."""
    text, blocks = "", []
    for words, level in lines:
        span = Span(len(text), len(text) + len(words))
        kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
        blocks.append(Block(span, kind, span, level))
        text += f"{words}\n"
    source = Source(path, "", 0, Format.TEXT, metadata=Metadata(**known))
    return Ledger(Document(page_id(path), source, text, tuple(blocks)))


def test_title_is_the_first_heading_the_page_opens_with() -> None:
    made = ledger(("Sleep  well", 2), ("More", 1))
    assert title_of(made) == "Sleep well"
    assert title_block(made) is made.document.blocks[0]


def test_title_is_a_later_top_heading_when_something_stands_before() -> None:
    assert title_of(ledger(("By A. Writer", 0), ("Part", 2), ("Sleep", 1))) == "Sleep"


def test_title_is_a_first_line_that_repeats_the_metadata() -> None:
    made = ledger(("Sleep!", 0), ("It helps.", 0), title="Sleep | The Site")
    assert title_block(made) is made.document.blocks[0]
    assert title_of(made) == "Sleep!"


def test_a_cut_heading_is_no_title() -> None:
    made = ledger(("Menu", 1), ("Sleep", 1))
    cut = Cut(made.document.blocks[0].span, RuleId("menu"), "")
    assert title_of(made.apply(Changes(cuts=(cut,)), Provenance("b", 1))) == "Sleep"


def test_title_without_a_heading_is_the_metadatas_then_the_files() -> None:
    assert title_of(ledger(("Text.", 0), title="Sleep\n well")) == "Sleep well"
    assert title_of(ledger(("Text.", 0))) == "some page 2"
    assert title_of(ledger(path="-.txt")) == page_id("-.txt")


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Cramps — help!!", "Cramps — help!!"),
        ("It helps.", "some page 2"),
        ("By A. Writer", "some page 2"),
        ("Home > Sleep", "some page 2"),
        ("Cramps " * 20, "some page 2"),
    ],
)
def test_a_first_line_may_be_the_title_of_a_text(first: str, title: str) -> None:
    below = "Cramps hurt less with a warm bottle and with a walk around the block."
    assert title_of(ledger((first, 0), (below, 0))) == title
    assert known_title(ledger((first, 0), (below, 0))) == ("" if title == "some page 2" else title)
    assert title_of(ledger((first, 0), (below, 0), title="Stated")) == "Stated"


def test_a_title_is_read_without_its_sign() -> None:
    made = ledger(("## Sleep ##", 1), ("It helps.", 0))
    block = made.document.blocks[0]
    bare = replace(block, body=Span(3, 8))
    blocks = (bare, *made.document.blocks[1:])
    assert title_of(replace(made, document=replace(made.document, blocks=blocks))) == "Sleep"


def test_site_is_stated_or_the_host_or_the_folder() -> None:
    assert site_of(ledger(site="A Site", url="https://b.example/").document) == "A Site"
    assert site_of(ledger(url="https://www.B.example:8/x").document) == "b.example"
    assert site_of(ledger(url="https://[broken").document) == "site"
    assert site_of(ledger(path="page.txt").document) == "unknown site"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("What helps? 5 mg!", "what-helps-5-mg"),
        ("Ängste & Müdigkeit", "angste-mudigkeit"),
        ("../../etc/passwd", "etc-passwd"),
        ("药", "none"),
        ("", "none"),
        ("CON", "x-con"),
        ("lpt1", "x-lpt1"),
        ("one two three four five", "one-two-three-four"),
        ("x" * 40, "x" * 20),
    ],
)
def test_slugs(text: str, made: str) -> None:
    assert slug(text, limit=20, otherwise="none") == made


@given(st.text(), st.text(), st.text(min_size=1))
def test_any_words_make_a_safe_path(title: str, site: str, path: str) -> None:
    made = article_path(ledger((title, 1), path=path, site=site))
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*-[0-9a-f]{16}\.md", made)
    assert len(made) < 150
    assert made.split("/")[0] not in {"con", "nul", "aux", "prn", "com1"}
