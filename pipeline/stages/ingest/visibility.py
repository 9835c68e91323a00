"""What a reader of the page does not see, and why.

Scripts and styles are no text; hidden menus, cookie dialogs and text stuffed for search engines
are text that nobody reads. All of it stays out of the page text and is counted, so that a page
whose article went missing shows where it went.

Not all that is hidden stays hidden. Answers in an accordion and panels behind tabs open on a
click, and are as much a part of the article as what is open at first: on 431 pages with known
main text, hidden elements that a control of the page refers to were main text for 46 to 95 % of
their words, all others for 13 to 37 %, and those made of links for hardly any. The elements that
hold the article itself (`body`, `main`, `article`) are believed to be visible whatever they
claim: pages hide them until a script has run.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from bs4.element import NavigableString, PageElement, Tag

from pipeline.model.document import Hidden

_NEVER_SHOWN = {
    **dict.fromkeys(("script", "style", "template", "noscript", "noframes"), "code"),
    **dict.fromkeys(("svg", "canvas", "iframe", "object", "embed", "applet"), "embedded"),
    **dict.fromkeys(("audio", "video", "datalist", "rp"), "shown only where all else fails"),
}
ATTRIBUTES = ("hidden attribute", "aria-hidden", "not drawn")  # reasons that a script may undo
_ALWAYS_SHOWN = frozenset(("html", "head", "body", "main", "article"))
_REFERRING = ("aria-controls", "data-target", "data-bs-target", "aria-labelledby", "href")
_SENT_AHEAD = re.compile(r"S:[0-9a-f]{1,4}\Z")
_PANEL = re.compile(r"accordion|collaps|expand|faq|answer|tab-?pan|read-?more", re.IGNORECASE)
_NOT_DRAWN = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE
)


def why_hidden(tag: Tag) -> str:
    """Why a reader does not see `tag`; empty when it is visible."""
    name, attributes = tag.name, tag.attrs
    if name in _NEVER_SHOWN:
        return _NEVER_SHOWN[name]
    if name == "dialog" and "open" not in attributes:
        return "closed dialog"
    if not attributes or name in _ALWAYS_SHOWN:
        return ""
    if "hidden" in attributes:
        return "hidden attribute"
    if attributes.get("aria-hidden") == "true":
        return "aria-hidden"
    if name == "input" and str(attributes.get("type", "")).lower() == "hidden":
        return "hidden input"
    style = attributes.get("style")
    if style and _NOT_DRAWN.search(str(style)[:2000]):
        return "not drawn"
    return ""


def opens_on_click(tag: Tag, referred: Collection[str]) -> bool:
    """True when hidden `tag` is a panel that the page opens; `referred` are ids its controls name.

    So is what a server sends ahead and a script puts in its place (React's `S:0` boundaries).
    """
    attributes = tag.attrs
    identity = str(attributes.get("id", ""))
    if tag.name == "dialog" or attributes.get("role") in ("dialog", "alertdialog", "menu"):
        return False
    if identity and (identity in referred or _SENT_AHEAD.match(identity)):
        return True
    return attributes.get("role") == "tabpanel" or (
        _PANEL.search(str(attributes.get("class", ""))[:400]) is not None
    )


def references(attributes: Mapping[str, object]) -> Iterator[str]:
    """The ids that an element's attributes name as what it opens or is opened by."""
    for name in _REFERRING:
        value = attributes.get(name)
        if value and (name != "href" or str(value).startswith("#")):
            yield from (word.lstrip("#") for word in str(value)[:400].split()[:4])


class HiddenCount:
    """Counts what is left out, per element name and reason."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str], list[int]] = {}

    def add(self, tag: str, why: str, characters: int) -> None:
        count = self._counts.setdefault((tag, why), [0, 0])
        count[0] += 1
        count[1] += characters

    def total(self) -> tuple[Hidden, ...]:
        """The counts in a stable order."""
        return tuple(Hidden(*key, *self._counts[key]) for key in sorted(self._counts))


def measure(tag: Tag) -> tuple[int, int]:
    """How many characters of text stand in `tag`, and how many of them in links.

    White space around each run of text does not count.
    """
    total = linked = links = 0
    waiting: list[tuple[Iterator[PageElement], bool]] = [(iter(tag.contents), False)]
    while waiting:
        elements, is_link = waiting[-1]
        for element in elements:
            if isinstance(element, Tag):
                waiting.append((iter(element.contents), element.name == "a"))
                links += element.name == "a"
                break
            if isinstance(element, NavigableString):
                characters = len(element.strip())
                total += characters
                linked += characters * (links > 0)
        else:
            waiting.pop()
            links -= is_link
    return total, linked
