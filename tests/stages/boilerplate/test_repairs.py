"""Mends change what is damaged, never a number, and the page can always be had back."""

from __future__ import annotations

import dataclasses
import hashlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.changes import TABLE_REPAIR, Changes, Provenance
from pipeline.model.document import Block, BlockKind, DocId, Document, Format, Source
from pipeline.model.ledger import Ledger
from pipeline.model.span import Span
from pipeline.stages.boilerplate.page import read_page
from pipeline.stages.boilerplate.repairs import find_repairs


def document_of(text: str, *, wrapped: bool = False) -> Document:
    """A block a line; all of it one block when `wrapped`."""
    blocks = []
    at = 0
    for line in [text] if wrapped else text.split("\n"):
        if line.strip():
            span = Span(at + len(line) - len(line.lstrip()), at + len(line.rstrip()))
            blocks.append(Block(span, BlockKind.PARAGRAPH, span))
        at += len(line) + 1
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    source = Source("x/repairs.txt", digest, len(text), Format.TEXT)
    controls = tuple(Span(m.start(), m.end()) for m in re.finditer("[\u200b\u202e]", text))
    return Document(DocId(digest[:16]), source, text, tuple(blocks), controls=controls)


def mended(document: Document) -> str:
    repairs = find_repairs(read_page(document))
    ledger = Ledger(document).apply(Changes(repairs=repairs), Provenance("boilerplate", 1))
    assert ledger.audit() == ()
    return ledger.clean_text


CASES = [
    ("para\u200bcetamol", "paracetamol"),
    ("500\u00a0mg", "500 mg"),
    ("salt &amp; pepper, it&#39;s &nbsp;fine", "salt & pepper, it's  fine"),
    ("twice &amp;amp; more", "twice & more"),
    (
        "don\u00e2\u20ac\u2122t worry about the caf\u00c3\u00a9",
        "don\u2019t worry about the caf\u00e9",
    ),
    ("a crack in the enamel () hurts", "a crack in the enamel hurts"),
    ("see the study [ ] and ( , ) here", "see the study and here"),
    ("Mira N Holt, RN Mira N Holt, RN", "Mira N Holt, RN"),
    ("arthrosis- wear of the joint", "arthrosis - wear of the joint"),
    ("pain,swelling and heat .", "pain, swelling and heat."),
    ("( Holt, Marsh )", "(Holt, Marsh)"),
    ("I didn`t, and I`ve said so", "I didn't, and I've said so"),
    ("long ago- so the ward- a small one", "long ago - so the ward - a small one"),
    ('the pill " Norvex" or "Tamil " helps', 'the pill "Norvex" or "Tamil" helps'),
]

UNTOUCHED = [
    "take 1,000 mg or 2-3 tablets (5 ml)",
    "short- and long-term effects",
    "[ ] Did you sleep well?",
    "again and again and again and again",
    "go to www.site.example/a,b- c",
    "Ménière described it in 1861.",
    "AT&T and R&D; both",
    "It was very very late",
    "pre- and non- invasive",
    "run `ls` in a`b`c",
    'a board 3" wide and 5" long',
]


@pytest.mark.parametrize(("before", "after"), CASES)
def test_damage_is_mended(before: str, after: str) -> None:
    assert mended(document_of(before)) == after


@pytest.mark.parametrize("text", UNTOUCHED)
def test_sound_text_is_left_alone(text: str) -> None:
    assert mended(document_of(text)) == text


def test_wrapped_lines_are_joined() -> None:
    assert mended(document_of("the heel\nhurts", wrapped=True)) == "the heel hurts"


def test_html_blocks_keep_their_line_breaks() -> None:
    document = document_of("12 Mill Lane\nOslo", wrapped=True)
    block = dataclasses.replace(document.blocks[0], path="html/body/address")
    assert mended(dataclasses.replace(document, blocks=(block,))) == document.text


TABLE = "NutPortion for adults (g)Portion for children (g)\nWalnut30 15\nHazelnut25 10"


def test_a_flattened_table_gets_its_columns_back() -> None:
    document = document_of(TABLE)
    assert mended(document).split("\n") == [
        "Nut | Portion for adults (g) | Portion for children (g)",
        "Walnut | 30 | 15",
        "Hazelnut | 25 | 10",
    ]
    rules = {repair.rule for repair in find_repairs(read_page(document))}
    assert rules == {TABLE_REPAIR}


@pytest.mark.parametrize(
    "table",
    [
        "NutAdultsChildren\nWalnut30 15\nHazelnut25",  # a cell is missing
        "NutPortion\nWalnut30 15\nHazelnut25 10",  # a header is missing
        "VitaminMorning (µg)Evening (µg)\nVitamin B12150 180\nFolate80 90",  # B or B12?
        "Nut30 15\nWalnut30 15",  # no header
    ],
)
def test_doubtful_tables_are_left_alone(table: str) -> None:
    assert mended(document_of(table)) == table


PIECES = st.sampled_from(
    [
        "a",
        "7",
        " ",
        "\u00a0",
        "()",
        "( )",
        "[",
        "]",
        ",",
        ".",
        "- ",
        "\u200b",
        "&amp;",
        "Â",
        "é",
        "\n",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_digit_is_ever_changed_and_nothing_overlaps(text: str) -> None:
    after = mended(document_of(text))
    assert [c for c in after if c.isdigit()] == [c for c in text if c.isdigit()]


WRAPPED = [
    ("Take para-\ncetamol 1 g", "Take paracetamol 1 g"),
    ("a self-\nhelp group", "a self-help group"),
    ("an over-the-\ncounter syrup", "an over-the-counter syrup"),
    ("an over-\nthe-counter syrup", "an over-the-counter syrup"),
    ("an anti-inflam-\nmatory gel", "an anti-inflammatory gel"),
    ("an anti-\ninflammatory gel", "an anti-inflammatory gel"),
    ("an anti-\nbiotic", "an antibiotic"),
    ("no over-\ndose", "no overdose"),
    ("short-\nand long-term use", "short- and long-term use"),
    ("vitamin B-\n12 or 5-\n10 mg", "vitamin B-12 or 5-10 mg"),
    ("an X-\nray", "an X-ray"),
]


@pytest.mark.parametrize(("before", "after"), WRAPPED)
def test_words_parted_at_the_end_of_a_line_are_whole(before: str, after: str) -> None:
    assert mended(document_of(before, wrapped=True)) == after
