"""What a page says about itself: JSON-LD, Open Graph, meta elements, the canonical link, times.

Publishers state the same fact in several places, and the more deliberate one is believed: JSON-LD
before Open Graph, Open Graph before plain meta elements, those before the title in the head.
All of it is input like any other: broken JSON is skipped, nesting is walked without recursion.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from bs4.element import Tag

from pipeline.model.document import Metadata
from pipeline.model.metadata import make_metadata

_LARGEST_JSON = 200_000  # characters
_MOST_NODES = 2_000
_META = {
    "og:title": "title",
    "twitter:title": "title",
    "dc.title": "title",
    "citation_title": "title",
    "og:url": "url",
    "author": "author",
    "article:author": "author",
    "dc.creator": "author",
    "citation_author": "author",
    "article:published_time": "published",
    "datepublished": "published",
    "dc.date": "published",
    "date": "published",
    "citation_publication_date": "published",
    "article:modified_time": "modified",
    "datemodified": "modified",
    "last-modified": "modified",
    "dc.rights": "licence",
    "og:locale": "language",
    "content-language": "language",
}
_LINKED_DATA = {
    "headline": "title",
    "datePublished": "published",
    "dateModified": "modified",
    "license": "licence",
    "inLanguage": "language",
    "url": "url",
}


def page_metadata(claims: Sequence[Tag], html: Tag | None) -> Metadata:
    """What `claims` (meta, link, title, time and script elements) and the root element say."""
    said: dict[str, str] = {}

    def believe(name: str, words: object) -> None:
        # A value that makes no sense must not keep out a later one that does.
        known = name in said or not isinstance(words, str)
        if not known and getattr(make_metadata({name: str(words)})[0], name):
            said[name] = str(words)

    for tag in claims:
        if tag.name == "link" and "canonical" in str(tag.attrs.get("rel", "")).lower().split():
            believe("url", tag.attrs.get("href"))
        if tag.name == "link" and "license" in str(tag.attrs.get("rel", "")).lower().split():
            believe("licence", tag.attrs.get("href"))
    for name, words in (pair for tag in claims for pair in _linked_data(tag)):
        believe(name, words)
    for key in _META:
        for tag in claims:
            if tag.name == "meta" and _key(tag) == key:
                believe(_META[key], tag.attrs.get("content"))
    if html is not None:
        believe("language", html.attrs.get("lang") or html.attrs.get("xml:lang"))
    for tag in claims:
        if tag.name == "title":
            believe("title", tag.get_text()[:4000])
        elif tag.name == "time" and _is_publication(tag):
            believe("published", tag.attrs.get("datetime") or tag.get_text()[:100])
    return make_metadata(said)[0]


def _key(tag: Tag) -> str:
    for attribute in ("property", "name", "itemprop", "http-equiv"):
        if value := tag.attrs.get(attribute):
            return str(value)[:60].strip().lower().replace("dcterms.", "dc.")
    return ""


def _is_publication(tag: Tag) -> bool:
    marks = f"{tag.attrs.get('itemprop', '')} {tag.attrs.get('class', '')}"[:400].lower()
    return "pubdate" in tag.attrs or "publish" in marks


def _linked_data(tag: Tag) -> Iterator[tuple[str, str]]:
    """Fields of the article that a JSON-LD script describes."""
    if tag.name != "script" or "ld+json" not in str(tag.attrs.get("type", "")).lower():
        return
    words = str(tag.string or "")
    if len(words) > _LARGEST_JSON:
        return
    try:
        nodes = [json.loads(words)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_NODES):
        if not nodes:
            return
        node = nodes.pop(0)
        if isinstance(node, list):
            nodes[:0] = node[:_MOST_NODES]
        elif isinstance(node, dict):
            nodes.extend(node[key] for key in ("@graph", "mainEntity") if key in node)
            if _is_article(node):
                yield from _article(node)


def _is_article(node: dict[str, object]) -> bool:
    kinds = node.get("@type")
    words = kinds if isinstance(kinds, list) else [kinds]
    return any(str(word).endswith(("Article", "Posting", "WebPage", "Report")) for word in words)


def _article(node: dict[str, object]) -> Iterator[tuple[str, str]]:
    for key, name in _LINKED_DATA.items():
        if isinstance(value := node.get(key), str):
            yield name, value
    people = node.get("author")
    names = [
        person.get("name") if isinstance(person, dict) else person
        for person in (people if isinstance(people, list) else [people])
    ]
    known = [name for name in names if isinstance(name, str) and name.strip()]
    if known:
        yield "author", ", ".join(known[:10])
