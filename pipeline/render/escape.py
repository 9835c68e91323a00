"""Scraped text made safe to look at.

Jinja escapes markup. What it cannot know is that a right-to-left override swaps the digits of a
dose before the reader's eyes, that a zero-width space hides in a drug's name, or that a link may
start with `javascript:`. Invisible characters are therefore shown by their code points, and only
three kinds of links are links.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)
_LINKED = frozenset(("http", "https", "mailto"))


def visible(text: str) -> str:
    """`text` with every character that cannot be seen written as ⟨U+202E⟩."""
    return _INVISIBLE.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", text)


def finalize(value: Any) -> Any:
    """What templates print: text made visible; markup built here is left as it is."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def shown(text: str) -> str:
    """`text` as the object of a repair, where white space is what matters."""
    if text.strip(" \t\r\n\xa0"):
        return visible(text)
    return visible(re.sub("[ \xa0]", "␣", text.replace("\n", "↵").replace("\t", "⇥")))


def name_of(character: str) -> str:
    """A control character's name and code point, for a person."""
    return f"{unicodedata.name(character, 'CONTROL').lower()} (U+{ord(character):04X})"


def safe_link(url: str | None) -> str:
    """`url` when it may be followed (http, https, mailto), else an empty string."""
    if not url or _INVISIBLE.search(url) or re.search(r"[\s\"'<>\\`]", url):
        return ""
    try:
        scheme = urlsplit(url).scheme.lower()
    except ValueError:
        return ""
    return url if scheme in _LINKED else ""
