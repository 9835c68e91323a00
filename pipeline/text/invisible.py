"""Characters that nobody sees: zero-width, bidirectional and tag characters, the soft hyphen.

They stay on the page, since the page has them; whoever compares or searches words reads without
them, because "500\\u200bmg" is a dose to every reader. One list serves all, so that what ingest
reports as hidden is what the rules read past.
"""

from __future__ import annotations

import re

INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]+"
)


def without_invisible(text: str) -> str:
    """`text` as a reader sees it; offsets into the result are not offsets into `text`."""
    return text if text.isascii() else INVISIBLE.sub("", text)
