"""No scraped word is live on any page, wherever on the page it stands."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from pipeline.render import catalogue, page
from pipeline.render import corpus as front
from pipeline.render.copies import near_copies
from pipeline.render.html import percent, plural


class Reader(HTMLParser):
    """Collects elements, attributes and the text of scripts and styles."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inside: str = ""
        self.code: dict[str, list[str]] = {"script": [], "style": []}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in self.code:
            self.inside = tag
            self.code[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.code:
            self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.code[self.inside][-1] += data


@pytest.fixture(scope="module")
def pages(hostile, corpus, rules) -> dict[str, str]:
    made = {"index": front.report(hostile, rules), "rules": catalogue.page(rules)}
    made["tame"] = front.report(corpus, rules)
    copies = near_copies(hostile)
    for outcome in hostile.outcomes:
        made[outcome.id] = page.article(outcome, rules, copies.get(outcome.id, ()))
    return made


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    return reader


def test_no_element_or_attribute_of_theirs(pages) -> None:
    forbidden = {"img", "iframe", "object", "embed", "base", "b:tag", "audio", "video"}
    for name, html in pages.items():
        reader = read(html)
        assert not forbidden & {tag for tag, _ in reader.elements}, name
        for tag, attributes in reader.elements:
            assert not [a for a in attributes if a.startswith("on") or a == "style"], (name, tag)
        scripts = [a.get("src") for t, a in reader.elements if t == "script"]
        assert scripts in ([], ["timings.js", None]), name
        assert len(reader.code["style"]) == 1, name


def test_links_go_nowhere_dangerous(pages) -> None:
    for name, html in pages.items():
        for tag, attributes in read(html).elements:
            for key in ("href", "src", "action", "xlink:href", "formaction"):
                link = attributes.get(key)
                if link is None or link == "data:,":
                    continue
                assert re.match(r"(https?://|mailto:|#|\.\./|[\w-]+(\.[\w-]+)*(/|#|$))", link), (
                    name,
                    tag,
                    link,
                )
                assert not re.match(r"(javascript|data|vbscript):", link)


def test_nothing_invisible_is_left(pages) -> None:
    unseen = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
    for name, html in pages.items():
        assert not unseen.search(html), name
        html.encode("utf-8")
    assert "⟨U+202E⟩001⟨U+202C⟩" in pages["index"]


def test_template_syntax_in_text_is_text(pages) -> None:
    assert "{{ 7 * 7 }}{% include" in pages["index"]


def test_policy_names_exactly_our_style_and_script(pages) -> None:
    for html in pages.values():
        reader = read(html)
        policy = next(a["content"] for t, a in reader.elements if t == "meta" and "http-equiv" in a)
        assert policy is not None
        assert policy.startswith("default-src 'none'; ")
        assert "unsafe" not in policy
        codes = [*reader.code["style"], *(c for c in reader.code["script"] if c)]
        hashes = {base64.b64encode(hashlib.sha256(c.encode()).digest()).decode() for c in codes}
        assert set(re.findall(r"'sha256-([^']+)'", policy)) == hashes


def test_pages_can_be_walked_by_landmark_and_heading(pages) -> None:
    for name, html in pages.items():
        reader = read(html)
        tags = [tag for tag, _ in reader.elements]
        assert tags.count("h1") == 1, name
        assert {"main", "header", "footer", "nav"} <= set(tags), name
        assert ("html", {"lang": "en"}) in reader.elements, name
        tables = tags.count("table")
        unnamed = [t for t in re.findall(r"<table[^>]*>\s*(<\w+)", html) if t != "<caption"]
        assert tables == 0 or len(unnamed) <= html.count('aria-label="Table in the article"')
        assert not re.search(r"<thead>(?:(?!</thead>).)*<th>", html, re.S), name


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [(0, 9, "0 %"), (1, 1000, "<1 %"), (1, 2, "50 %"), (999, 1000, ">99 %"), (9, 9, "100 %")],
)
def test_shares_are_honest_at_both_ends(part: int, whole: int, words: str) -> None:
    assert percent(part, whole).replace("\xa0", " ") == words


def test_counts_agree_with_their_nouns() -> None:
    assert [plural(n, "page") for n in (0, 1, 2000)] == ["0 pages", "1 page", "2,000 pages"]
    assert plural(2, "is", "are") == "2 are"
