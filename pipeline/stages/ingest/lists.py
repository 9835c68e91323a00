"""The markers a browser draws in front of list items: bullets, numbers, letters."""

from __future__ import annotations

from dataclasses import dataclass

from bs4.element import Tag

BULLET = "•"


@dataclass(slots=True)
class ListState:
    """A list being read; `next_number` is None where items carry bullets."""

    next_number: int | None = None
    style: str = "1"
    down: bool = False


def list_state(tag: Tag) -> ListState:
    """The state at the beginning of list `tag`."""
    if tag.name != "ol":
        return ListState()
    down = "reversed" in tag.attrs
    first = sum(1 for c in tag.contents if isinstance(c, Tag) and c.name == "li") if down else 1
    start = _number(str(tag.attrs.get("start", "")))
    return ListState(first if start is None else start, str(tag.attrs.get("type", "1")), down)


def marker_for(tag: Tag, items: ListState | None) -> str:
    """The marker of item `tag`, counting on."""
    if items is None or items.next_number is None:
        return BULLET
    value = _number(str(tag.attrs.get("value", "")))
    number = items.next_number if value is None else value
    items.next_number = number - 1 if items.down else number + 1
    if items.style in ("a", "A") and 1 <= number <= 26:
        return f"{chr(ord(items.style) + number - 1)}."
    if items.style in ("i", "I") and 1 <= number <= 39:
        roman = "x" * (number // 10) + _UNITS[number % 10]
        return f"{roman.upper() if items.style == 'I' else roman}."
    return f"{number}."


_UNITS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


def _number(words: str) -> int | None:
    words = words.strip()
    return int(words) if words.isascii() and words.isdigit() and len(words) <= 5 else None
