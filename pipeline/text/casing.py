"""Small letters that stand where the capitals stood.

`str.lower` makes two characters of "İ", and every offset behind it is then one too far.
"""

from __future__ import annotations


def lowered(text: str) -> str:
    """`text` in small letters, as long as it was: what would grow stays as it is."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)
