"""Numbers as people write them, and as a reader of a report wants to see them.

Health pages say "one and a half", "½", "a quarter of a"; arithmetic wants 1.5. This module holds
the words and the reading of plain digits; where they stand in a text is the caller's business.
"""

from __future__ import annotations

import math
import re

SMALL = {
    "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0,
    "eight": 8.0, "nine": 9.0, "ten": 10.0, "eleven": 11.0, "twelve": 12.0, "thirteen": 13.0,
    "fourteen": 14.0, "fifteen": 15.0, "sixteen": 16.0, "seventeen": 17.0, "eighteen": 18.0,
    "nineteen": 19.0,
}  # fmt: skip

TENS = {
    "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0,
    "seventy": 70.0, "eighty": 80.0, "ninety": 90.0,
}  # fmt: skip

PARTS = {
    "half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "sixth": 1 / 6, "eighth": 0.125,
    "tenth": 0.1,
}  # fmt: skip

VULGAR = {
    "½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625,
    "⅞": 0.875, "⅕": 0.2, "⅙": 1 / 6,
}  # fmt: skip

_DIGITS = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,15})?|\.[0-9]{1,15}")


def read_digits(words: str) -> float | None:
    """The value of plain digits ("500", "0.5", ".5"); None for anything else.

    More than 15 digits are a telephone number, a barcode or an attack, never a dose.
    """
    return float(words) if _DIGITS.fullmatch(words) else None


def read_words(words: str) -> float | None:
    """The value of a number in words, "one" to "nine hundred and ninety-nine"; None otherwise."""
    total: float | None = None
    for word in words.lower().replace("-", " ").split():
        if word == "and" and total is not None:
            continue
        if word == "hundred":
            total = 100.0 if total is None else total * 100
            continue
        value = SMALL.get(word, TENS.get(word))
        if value is None:
            return None
        total = value if total is None else total + value
    return total


def plain(value: float) -> str:
    """Digits without exponent, trailing zeros or separators: 0.125, 1500."""
    if not math.isfinite(value):
        return ""
    words = f"{value:.6f}".rstrip("0").rstrip(".")
    return words or "0"


def grouped(value: float) -> str:
    """Digits for a person, with thousands separators: 6,000; 0.125; 2.67."""
    if not math.isfinite(value):
        return "?"
    digits = 2 if abs(value) >= 1 else 6
    return f"{value:,.{digits}f}".rstrip("0").rstrip(".")


def grouped_range(low: float, high: float) -> str:
    """A number, or a range with an en dash: 500; 1–2."""
    return grouped(low) if low == high else f"{grouped(low)}–{grouped(high)}"
