"""What a reader of the page does not see, and why.

Scripts and styles are no text; hidden menus, cookie dialogs and text stuffed for search engines
are text that nobody reads. All of it stays out of the page text and is counted, so that a page
whose article went missing shows where it went. The elements that hold the article itself
(`body`, `main`, `article`) are believed to be visible whatever they claim: pages hide them until
a script has run, and a screen reader's flag is left behind by an open dialog.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bs4.element import NavigableString, PageElement, Tag

from pipeline.model.document import Hidden

_NEVER_SHOWN = {
    **dict.fromkeys(("script", "style", "template", "noscript", "noframes"), "code"),
    **dict.fromkeys(("svg", "canvas", "iframe", "object", "embed", "applet"), "embedded"),
    **dict.fromkeys(("audio", "video", "datalist", "rp"), "shown only where all else fails"),
}
_ALWAYS_SHOWN = frozenset(("html", "head", "body", "main", "article"))
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


def characters_in(tag: Tag) -> int:
    """How many characters of text stand in `tag`, without the white space around each run."""
    return sum(len(text.strip()) for text in _strings(tag.contents))


def _strings(elements: Iterable[PageElement]) -> Iterator[str]:
    waiting: list[Iterator[PageElement]] = [iter(elements)]
    while waiting:
        for element in waiting[-1]:
            if isinstance(element, NavigableString):
                yield element
            elif isinstance(element, Tag):
                waiting.append(iter(element.contents))
                break
        else:
            waiting.pop()
