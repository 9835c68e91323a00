"""Characters that cannot be seen and change what is read: zero-width, bidirectional, tags.

They hide inside drug names ("para\\u200bcetamol"), where no rule would find them, and turn the
order of figures round. They stay in the page text, since the page has them; here they are found,
so that rules can read without them. A zero-width joiner that holds an emoji together is a part of
a picture and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.span import Span
from pipeline.text.invisible import INVISIBLE

_JOINER = "\u200d"
_PICTURE = re.compile("[\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff]")
_FLAG = "\U0001f3f4"  # a black flag followed by tag characters is a flag of a country's part


def find_controls(text: str) -> tuple[Span, ...]:
    """The runs of invisible control characters in `text`."""
    if text.isascii():
        return ()
    return tuple(_meaningful(text))


def _meaningful(text: str) -> Iterator[Span]:
    for found in INVISIBLE.finditer(text):
        before = text[found.start() - 1] if found.start() else ""
        after = text[found.end() : found.end() + 1]
        run = found.group()
        joins = run == _JOINER and _PICTURE.match(before) and _PICTURE.match(after)
        flag = before == _FLAG and len(run) <= 7 and run[-1] == "\U000e007f"
        if not joins and not flag:
            yield Span(*found.span())
