"""HTML: what a reader sees, in order, as blocks."""

from __future__ import annotations

import contextlib
import re
import unicodedata

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import PageError
from pipeline.model.document import BlockKind, Hidden
from pipeline.stages.ingest import IngestSettings


def squash(words: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", words))


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p><b>H</b>ello  \n wor<i>ld</i></p>", "Hello world"),
        ("<p>one <b> two</b> three </p>", "one two three"),
        ("<div>before<p>inside</p>after</div>", "before\n\ninside\n\nafter"),
        ("<p>12 High Street<br>Lower Wickham<br/> AB1</p>", "12 High Street\nLower Wickham\nAB1"),
        ("<p>one<br><br>two</p>", "one\n\ntwo"),
        ("<p>a\xa0b</p>", "a\xa0b"),
        ("<p><a href=/>Home</a><a href=/t>Topics</a></p>", "Home Topics"),
        ("<p><span>Share</span><a href=/>Copy link</a></p>", "Share Copy link"),
        ("<div><button>Yes</button><button>No</button></div>", "Yes No"),
        ("<ul><li>tea<li>coffee</ul><p>end", "tea\ncoffee\n\nend"),
        ("<pre>two\n  lines</pre>", "two\n  lines"),
        ("<p>10<sup>9</sup>, 5 mg/m<sup>2</sup>, 1<sup>st</sup></p>", "10⁹, 5 mg/m², 1st"),
        ("<p>CO<sub>2</sub></p>", "CO2"),
        ("<h1>A<br>title</h1>", "A title"),
        ("<p>a<!-- note -->b</p>", "ab"),
        ("<p>a<img src=x>b</p>", "a b"),
        ("<span style='display: BLOCK'>a</span><span>b</span>", "a\n\nb"),
        ("<title>T</title><p>only this", "only this"),
        ("a &lt; b &amp; c", "a < b & c"),
        ("<?xml version='1.0'?><html><script/><body><a id='x'/>text<div/>more</body></html>",
         "text\n\nmore"),
    ],
)  # fmt: skip
def test_text_is_what_a_reader_sees(read, markup: str, text: str) -> None:
    assert read(markup).text == text


def test_kinds_levels_and_markers(read, rows) -> None:
    page = read(
        "<h1>Tea</h1><p>Words.</p><ul><li>black<ul><li>strong</li></ul></li><li>green</li></ul>"
        "<ol start=3><li>boil</li><li value=7><p>wait</p><p>longer</p></li></ol>"
        "<blockquote><p>said</p></blockquote><pre>code</pre><h6>End</h6>"
    )
    assert rows(page) == [
        ("heading", 1, "Tea"),
        ("paragraph", 0, "Words."),
        ("list_item", 1, "black"),
        ("list_item", 2, "strong"),
        ("list_item", 1, "green"),
        ("list_item", 1, "boil"),
        ("list_item", 1, "wait"),
        ("paragraph", 0, "longer"),
        ("quote", 0, "said"),
        ("code", 0, "code"),
        ("heading", 6, "End"),
    ]
    markers = [b.marker for b in page.blocks if b.kind is BlockKind.LIST_ITEM]
    assert markers == ["•", "•", "•", "3.", "7."]


def test_table_of_data_keeps_its_columns(read) -> None:
    page = read(
        "<table><caption>Doses</caption><tr><th>Who<th>Dose<th>Often</tr>"
        "<tr><td rowspan=2>Adults<td>200 mg<td>twice</tr><tr><td>400 mg<td></tr>"
        "<tr><td colspan=2>Children<td>never</tr></table><p>after"
    )
    table = [b for b in page.blocks if b.kind is BlockKind.TABLE_ROW]
    assert [[c.of(page.text) for c in row.cells] for row in table] == [
        ["Who", "Dose", "Often"],
        ["Adults", "200 mg", "twice"],
        ["", "400 mg", ""],
        ["Children", "", "never"],
    ]
    assert [row.header for row in table] == [True, False, False, False]
    assert {row.table for row in table} == {1}
    assert page.text.splitlines()[2] == "Who\tDose\tOften"


def test_table_that_lays_out_a_page_is_none(read, rows) -> None:
    page = read(
        "<table><tr><td><a href=/>Menu</a></td><td><h1>Title</h1><p>Long words.</p>"
        "<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table></td></tr></table>"
    )
    assert [(kind, words) for kind, _, words in rows(page)] == [
        ("paragraph", "Menu"),
        ("heading", "Title"),
        ("paragraph", "Long words."),
        ("table_row", "a\t1"),
        ("table_row", "b\t2"),
    ]


def test_path_and_link_density(read) -> None:
    page = read("<body><div id=main class='content wide'><p>see <a href=/x>this</a></p>rest</div>")
    first, second = page.blocks
    assert first.path == "html/body/div#main.content.wide/p"
    assert first.link_density == round(4 / 7, 4)
    assert second.path == "html/body/div#main.content.wide"
    assert second.link_density == 0.0


def test_names_in_paths_are_made_safe(read) -> None:
    page = read("<p id='a b/<script>' class='x:y ü'>words")
    assert re.fullmatch(r"[A-Za-z0-9_/#.-]+", page.blocks[0].path)


def test_hidden_text_is_counted_and_not_shown(read) -> None:
    page = read(
        "<p>seen</p><script>abc</script><style>p{}</style><noscript>no</noscript>"
        "<div hidden>one</div><p aria-hidden=true>two</p><span style='display : none'>three</span>"
        "<p style='color:red;VISIBILITY:hidden'>four</p><input type=hidden><!-- five -->"
        "<svg><title>six</title></svg><template><p>seven</p></template><dialog>eight</dialog>"
    )
    assert page.text == "seen"
    assert page.hidden == (
        Hidden("comment", "comment", 1, 4),
        Hidden("dialog", "closed dialog", 1, 5),
        Hidden("div", "hidden attribute", 1, 3),
        Hidden("input", "hidden input", 1, 0),
        Hidden("noscript", "code", 1, 2),
        Hidden("p", "aria-hidden", 1, 3),
        Hidden("p", "not drawn", 1, 4),
        Hidden("script", "code", 1, 3),
        Hidden("span", "not drawn", 1, 5),
        Hidden("style", "code", 1, 3),
        Hidden("svg", "embedded", 1, 3),
        Hidden("template", "code", 1, 5),
    )


@pytest.mark.parametrize(
    "markup",
    [
        "<button aria-controls=p1>How?</button><div id=p1 hidden>By mouth.</div>",
        "<a href='#p1'>How?</a><div id=p1 style='display:none'>By mouth.</div>",
        "<div role=tabpanel aria-hidden=true>By mouth.</div>",
        "<div class='faq-answer' hidden>By mouth.</div>",
        "<div id='S:0' hidden>By mouth.</div>",
    ],
)
def test_panels_that_open_on_a_click_are_read(read, markup: str) -> None:
    assert "By mouth." in read(f"<p>Questions.</p>{markup}").text


@pytest.mark.parametrize(
    "markup",
    [
        "<button aria-controls=m>Menu</button><div id=m hidden><a href=/>Secret</a></div>",
        "<a href='#d'>x</a><dialog id=d>Secret</dialog>",
        "<a href='#d'>x</a><div role=dialog id=d hidden>Secret</div>",
        "<div hidden>Secret</div>",
    ],
)
def test_menus_and_dialogs_stay_hidden(read, markup: str) -> None:
    assert "Secret" not in read(f"<p>Questions.</p>{markup}").text


def test_what_a_scripted_page_keeps_for_readers_without_scripts(read) -> None:
    article = "The cat sat on the mat and slept. " * 20
    assert "slept" in read(f"<p>Loading</p><noscript><p>{article}</p></noscript>").text
    assert "slept" in read(f"<body style='display:none'><p>{article}").text
    assert "slept" not in read(f"<p>{article * 2}".replace("slept", "woke")
                               + f"<div hidden>{article}</div>").text  # fmt: skip


def test_no_visible_text_is_a_reason(read) -> None:
    with pytest.raises(PageError, match="drawn by scripts"):
        read("<html><body><div id=root></div><script>go()</script>")
    with pytest.raises(PageError, match="no visible text"):
        read("<a " * 10_000)


def test_nesting_is_bounded(read) -> None:
    with pytest.raises(PageError, match="nested too deep"):
        read("<div>" * 100_000 + "x" + "</div>" * 100_000)
    assert read("<div>" * 1_900 + "x").text == "x"


def test_unclosed_links_are_read_or_refused(read) -> None:
    with pytest.raises(PageError, match=r"nested too deep|no visible text"):
        read("<p>" + "<a <b " * 10_000)
    assert read("<a href=x>w " * 500).text.startswith("w w w")


def test_elements_and_characters_are_bounded(read) -> None:
    with pytest.raises(PageError, match="more than 50 elements"):
        read("<br>" * 100 + "x", settings=IngestSettings(max_elements=50))
    with pytest.raises(PageError, match="too long"):
        read("<p>" + "x" * 1_001, settings=IngestSettings(max_characters=1_000))


@pytest.mark.parametrize("content", ["a\0b", "a\ud800b"])
def test_what_cannot_be_written_is_refused(read, content: str) -> None:
    with pytest.raises(PageError, match="not text"):
        read(f"<p>{content}")


def test_a_page_that_looks_like_an_address_warns_nobody(read) -> None:
    assert read("https://clinic.example/page").text == "https://clinic.example/page"
    assert read("<?xml version='1.0'?><p>words</p>").text == "words"


def test_spans_of_cells_cannot_blow_up_a_row(read) -> None:
    row = "<tr>" + "<td colspan=9999 rowspan=9999>a" * 20
    page = read("<table>" + row * 20)
    assert max(len(b.cells) for b in page.blocks) < 150


def test_bold_lines_and_typed_bullets_have_the_kind_they_show(read, rows) -> None:
    long = "Words that go on for quite a while, so that nobody takes them for a heading at all."
    page = read(f"<h2>T</h2><p><b>1. Sleep</b></p><p>{long}</p><p>• tea</p><p>• milk</p>")
    assert [(kind, level) for kind, level, _ in rows(page)] == [
        ("heading", 2), ("heading", 3), ("paragraph", 0), ("list_item", 1), ("list_item", 1),
    ]  # fmt: skip
    assert page.blocks[3].body.of(page.text) == "tea"


def test_long_lines_parted_by_single_breaks_are_blocks(read) -> None:
    long = "Words that go on for quite a while, until nobody would call this a line of an address."
    assert len(read(f"<div>{long}<br>{long}<br>Source: somewhere</div>").blocks) == 3


TAGS = ("p", "div", "b", "a", "ul", "li", "table", "tr", "td", "th", "h2", "br", "pre", "sup",
        "span", "blockquote", "section", "button", "dl", "dd")  # fmt: skip
pieces = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
        st.text(alphabet="ab1. •|\n\t\xa0é-", max_size=12),
    ),
    max_size=40,
)


@given(pieces)
def test_no_visible_character_is_lost_or_invented(read, parts: list[str]) -> None:
    markup = "".join(parts)
    seen = squash(BeautifulSoup(f"<p>{markup}", "lxml").get_text())
    shown = ""
    with contextlib.suppress(PageError):
        shown = squash(read(f"<p>{markup}").text)
    assert shown == seen
