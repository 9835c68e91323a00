"""What a line's own words say: whether it may be a heading, a title, a credit, a menu.

Words alone decide nothing, since a short line above a text and the last line of a menu read
alike; the company a line stands in is looked at where lines are judged.
"""

from __future__ import annotations

import re

LONGEST_TITLE = 150  # characters; question titles of content farms run to two sentences
LONGEST_HEADING = 100

CREDIT = re.compile(
    r"(?:by|written by|(?:medically )?reviewed by|author|source|posted|published|updated"
    r"|last (?:updated|reviewed|modified)|date|photo|image|video|copyright|tags?|category)\b",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
_DATE = re.compile(
    r"\b(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d"
    rf"|{_MONTH}\.? \d{{1,2}},? \d{{4}}|\d{{1,2}} {_MONTH}\.?,? \d{{4}})\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"[\d.,]{1,9}\s{0,3}(?:%|(?:mg|mcg|µg|g|kg|ml|l|iu|x|times|units?)\b)", re.I)
UNFINISHED = re.compile(
    r"\b(?:a|an|and|are|as|at|be|by|for|from|in|is|of|on|or|than|that|the|to|was|were|with)$", re.I
)


def looks_like_heading(words: str) -> bool:
    """True when nothing in `words` speaks against a heading: short, no full stop, no credit."""
    if len(words) > LONGEST_HEADING or "\n" in words or words[-1] in ".!;:,…-–—|>»":
        return False
    first = words.lstrip("\"'“‘«(¿")[:1]
    if not first.isalnum() or not any(c.isalpha() for c in words):
        return False
    if first.islower() and len(words.split()) > 4:
        return False
    if CREDIT.match(words) or _DATE.search(words) or _AMOUNT.match(words):
        return False
    return not UNFINISHED.search(words) and not is_menu(words)


def may_be_title(words: str) -> bool:
    """True for several words on one short line that open well and do not end as prose does."""
    short = len(words) <= LONGEST_TITLE and "\n" not in words and len(words.split()) > 1
    opens_well = words[0].isalnum() and words[-1] not in ".;:,…|"
    return short and opens_well and not CREDIT.match(words) and not is_menu(words)


def is_menu(words: str) -> bool:
    """True for a row of choices or a path through the site ("Home > Sleep > Tea")."""
    return words.count("|") > 1 or any(sign in words for sign in (" > ", " › ", " » "))


def is_date(words: str) -> bool:
    """True for a short line with a date on it."""
    return len(words) <= 60 and _DATE.search(words) is not None


def folded(words: str) -> str:
    """`words` without case, their spaces evened out."""
    return " ".join(words.casefold().split())
