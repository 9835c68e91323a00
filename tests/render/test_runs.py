from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.changes import Changes, Provenance, Repair, RuleId
from pipeline.model.document import Block, BlockKind, Document, Format, Source, page_id
from pipeline.model.dose import DoseMention
from pipeline.model.ledger import Ledger
from pipeline.model.mention import Mention, Qualifier
from pipeline.model.span import Span
from pipeline.render.flags import flag_cards
from pipeline.render.runs import PageText, hue, qualifiers

BY = Provenance("test", 1)


def ledger_of(text: str) -> Ledger:
    block = Block(Span(0, len(text)), BlockKind.PARAGRAPH, Span(0, len(text)))
    return Ledger(Document(page_id("a"), Source("a", "", 0, Format.TEXT), text, (block,)))


def words_of(html: str) -> str:
    """The page's words: without tags, the small labels, anchors and what repairs put in."""
    bare = re.sub(r"<(small|a|ins)\b.*?</\1>", "", html)
    return unescape(re.sub(r"<[^>]*>", "", bare))


PLACES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 12)), max_size=6)


@given(PLACES, PLACES)
def test_overlaps_lose_no_word_and_nest_well(mentions, doses) -> None:
    text = "abcdefghij<klmnop>qrst&uvwxyz 0123"
    size = len(text)
    ledger = ledger_of(text).apply(
        Changes(
            mentions=tuple(Mention(Span(a, min(size, a + n)), "DRUG") for a, n in mentions),
            doses=tuple(DoseMention(Span(a, min(size, a + n)), None, None, None) for a, n in doses),
        ),
        BY,
    )
    html = PageText(ledger, ()).html(Span(0, size))
    assert words_of(html) == text
    stack: list[str] = []
    for closing, name in re.findall(r"<(/?)(\w+)", html):
        if closing:
            assert stack.pop() == name
        else:
            stack.append(name)
    assert not stack


def test_repairs_show_before_and_after() -> None:
    text = "para\u200bcetamol 0,5 g"
    repairs = (
        Repair(Span(4, 5), "", RuleId("zero-width"), "hidden space"),
        Repair(Span(13, 16), "0.5", RuleId("comma"), "decimal comma"),
        Repair(Span(18, 18), ".", RuleId("stop"), "no full stop"),
    )
    ledger = ledger_of(text).apply(Changes(repairs=repairs), BY)
    html = PageText(ledger, ()).html(Span(0, len(text)))
    assert '<del class="mend" title="Repair zero-width: hidden space">⟨U+200B⟩</del>' in html
    assert ">0,5</del>" in html
    assert ">0.5</ins>" in html
    assert html.endswith(">.</ins>")


def test_flag_has_one_anchor_and_says_its_severity_in_words(held, rules) -> None:
    page = PageText(held.ledger, flag_cards(held, rules))
    html = "".join(page.html(b.span) for b in held.ledger.document.blocks)
    for number in range(1, 5):
        assert html.count(f'id="at-{number}"') == 1
    assert 'aria-label="flag 1, critical, open"' in html


def test_labels_have_colours_and_qualifiers_have_words() -> None:
    assert hue("DRUG") == "drug"
    assert hue("</style>") == "other"
    mention = Mention(Span(0, 1), "x", None, (Qualifier.NEGATED, Qualifier.OTHER_PERSON))
    assert qualifiers(mention) == "negated, other person"
