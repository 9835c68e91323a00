"""Where a line stands in the DOM, measured against the prose of the page.

Class names lie and differ from site to site; where the prose is does not. The article's element is
the deepest one that holds most of the page's prose; the article's paragraphs are the elements that
hold a good part of it each. Plain text has no DOM and gets none of these features, so that both
worlds share all the others.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from pipeline.stages.boilerplate.page import Page

Features = dict[str, float]

_BESIDE = 0.15  # of the page's prose that an element must hold to be one of the article's
_MOST = 0.7  # of it that the article's element holds
_INNER = re.compile(r"(?:ul|ol|li|dl|table|tbody|tr|blockquote|section)(?![a-z])")


def places_of(page: Page) -> list[Features]:
    """For each line: inside or outside the article's element, beside its paragraphs, its links."""
    held: Counter[str] = Counter()
    for line in page.lines:
        if line.is_prose and line.index not in page.gone and "/" in line.block.path:
            held[_parent(line.block.path)] += len(line.text)
    if not held:
        return [{} for _ in page.lines]
    total = sum(held.values())
    article = _article(held, total)
    found: list[Features] = []
    for line in page.lines:
        path = line.block.path
        row = {"links": line.block.link_density}
        inside = path.startswith(article + "/")
        row["inside the article's element" if inside else "outside the article's element"] = 1.0
        if held[_parent(path)] / total >= _BESIDE:
            row["beside the article's paragraphs"] = 1.0
        if line.is_heading:
            row["heading of the markup"] = 1.0
        found.append(row)
    return found


_RESIDUE = re.compile(
    r"(?:nav(?:bar|igation)?|menu|breadcrumbs?|footer|aside|sidebar|widget|share|sharing|sharedaddy|"
    r"social|related|relatedposts|recommend(?:ed|ations)?|newsletter|subscribe|signup|comments?|"
    r"disqus|pagination|pager|cookies?|promo|ads?|advert(?:isement)?|banner|popup|modal|toc)"
)
_NAMES = re.compile(r"[a-z]+")
_ELEMENTS = frozenset(("html", "body", "main", "article"))


@lru_cache(maxsize=4_096)
def is_residue_place(path: str) -> bool:
    """Some element around it has a name that residue bears (a body's own classes say nothing)."""
    for step in path.casefold().split("/"):
        names = _NAMES.findall(step)
        if names and names[0] not in _ELEMENTS and any(map(_RESIDUE.fullmatch, names)):
            return True
    return False


def _article(held: Counter[str], total: int) -> str:
    """The deepest element that holds most of the prose."""
    inside: Counter[str] = Counter()
    for path, letters in held.items():
        at = path.find("/")
        while at != -1:
            inside[path[:at]] += letters
            at = path.find("/", at + 1)
        inside[path] += letters
    most = [path for path, letters in inside.items() if letters >= _MOST * total]
    return max(most, key=lambda path: (len(path), path))


def _parent(path: str) -> str:
    """The element around a block: list items and cells count with what is around their list."""
    steps = path.split("/")[:-1]
    while steps and _INNER.match(steps[-1]):
        steps.pop()
    return "/".join(steps)
