"""Where a block stands in the page: `html/body/div#main.content/p`.

Rules read these paths ("inside something called sidebar"), people read them in reports. Names
come from the page, so they are reduced to letters, digits, hyphens and underscores, and deep
nesting keeps its two ends only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from bs4.element import Tag

Frame = TypeVar("Frame")

_STRANGE = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST_NAME, _MOST_CLASSES = 40, 4
_HEAD, _TAIL = 2, 22  # steps kept of a longer path


def step(tag: Tag) -> str:
    """One step of a path: the element's name with its id and classes."""
    attributes = tag.attrs
    name = _safe(tag.name)
    if not attributes:
        return name
    if identity := attributes.get("id"):
        name += "#" + _safe(str(identity))
    if classes := attributes.get("class"):
        words = str(classes)[:400].split()[:_MOST_CLASSES]
        name += "".join("." + _safe(word) for word in words)
    return name


def ends_of(frames: Sequence[Frame]) -> Sequence[Frame]:
    """`frames`, or their two ends where there are many."""
    if len(frames) <= _HEAD + _TAIL:
        return frames
    return (*frames[:_HEAD], *frames[-_TAIL:])


def path_of(tags: Sequence[Tag], depth: int) -> str:
    """The path of the last of `tags`, which lead to it from the root in `depth` steps."""
    steps = [step(tag) for tag in tags]
    if depth > len(steps):
        steps.insert(_HEAD, "...")
    return "/".join(steps)


def _safe(name: str) -> str:
    return _STRANGE.sub("-", name[:_LONGEST_NAME])
