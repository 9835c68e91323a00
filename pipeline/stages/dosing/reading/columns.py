"""A table row read as the sentence it stands for.

"Amoxicillin | 500 mg | 3 | 7" is a dose only together with the heads of its columns. So a row is
read with each bare cell completed from its head ("3" under "Times a day" is "3 times a day", "7"
under "Days" is "for 7 days") and commas for the bars; the `View` leads back to the row as it is.
"""

from __future__ import annotations

import re

from pipeline.model.span import Span
from pipeline.model.view import Edit, View
from pipeline.stages.dosing.reading.segments import Segment
from pipeline.text import units

_BARE = re.compile(r"(?:up to |max\.? |at most |to )?[0-9½¼¾][0-9½¼¾.,/ –—-]{0,12}", re.IGNORECASE)
_UNIT = re.compile(rf"\b(?:{units.UNIT_WORDS})(?![a-z0-9])")
_QUANTITY = re.compile(r"[0-9½¼¾]")
_MOST = re.compile(r"\bmax|\bmost\b|\blimit|at most|(?:no|not) more|ceiling|upper bound|not over")
_TIMES = re.compile(r"\btimes\b|frequen|how often|receptions|multiplicity|doses? (?:per|a) day")
_EVERY = re.compile(
    r"\binterval|\bevery\b|\b(?:next|repeat|again|wait)\b[a-z ]{0,20}(?:\bafter\b|\bin\b)|\bwait\b"
    r"|\bgap\b|\bbetween doses\b|\bapart\b"
)
_HOURS = re.compile(r"(?:at least |after )?[0-9]{1,2}(?: ?[-–—] ?[0-9]{1,2})? ?(?:h|hrs?|hours?)")
_COUNTED = re.compile(
    r"(?:up to |max(?:imum)?\.? |at most |no more than )?(?:[0-9]{1,2}(?: ?[-–—] ?[0-9]{1,2})?"
    r"|once|twice|one|two|three|four|five|six)(?: times?| x)?",
)
_PARTS = {
    "morning": "in the morning", "breakfast": "at breakfast", "noon": "at noon",
    "midday": "at noon", "lunch": "at lunch", "afternoon": "in the afternoon",
    "dinner": "at dinner", "supper": "at supper", "evening": "in the evening",
    "night": "at night", "bedtime": "at bedtime",
}  # fmt: skip
"""Heads of columns that name a part of the day, and what a count under one means."""
_FROM_TO = re.compile(r"[0-9]{1,2} ?[-–—] ?[0-9]{1,2}")
_LENGTH = re.compile(r"\b(?:duration|course|how long|days|weeks|length)\b")
_DAILY = re.compile(r"\bdaily|per day|a day|24 h|/ ?day|in a day")
_AGE = re.compile(r"\bages?\b")
_SAYS_TIME = re.compile(r"day|hour|daily|week|once|twice|morning|night|evening|times")


def row_view(text: str, segment: Segment) -> View:
    """The row of `segment` as a sentence; offsets of the source are relative to the row."""
    row = segment.span.of(text)
    base = segment.span.start
    edits: list[Edit] = []
    end: int | None = None
    for index, cell in enumerate(segment.cells):
        local = cell.shift(-base) if cell.start >= base else None
        if local is None or local.end > len(row):
            continue
        if end is not None and local.start >= end:
            edits.append(Edit(Span(end, local.start), ", "))
        head = segment.headers[index] if index < len(segment.headers) else None
        before, after = _completion(local.of(row), head.of(text).lower() if head else "")
        if before:
            edits.append(Edit(Span(local.start, local.start), before))
        if after:
            edits.append(Edit(Span(local.end, local.end), after))
        end = local.end
    return View.of(row, _apart(edits))


def _apart(edits: list[Edit]) -> list[Edit]:
    """Insertions that touch a separator become part of it, so that no two edits share a place."""
    merged: list[Edit] = []
    for edit in sorted(edits, key=lambda e: e.span):
        last = merged[-1] if merged else None
        if last is not None and last.span.end >= edit.span.start:
            merged[-1] = Edit(last.span.cover(edit.span), last.replacement + edit.replacement)
        else:
            merged.append(edit)
    return merged


def _completion(cell: str, head: str) -> tuple[str, str]:
    """What a reader adds before and behind `cell` from the head of its column."""
    if not head or not _QUANTITY.search(cell):
        return "", ""
    bare = _BARE.fullmatch(cell) is not None
    words = cell.lower()
    if _AGE.search(head) and "month" in words + head:
        return "infants aged ", "" if "month" in words else " months"
    if _AGE.search(head) and "adult" not in words and _youngest(words) < 12:
        return "children aged ", "" if "year" in words else " years"
    if _AGE.search(head) and _QUANTITY.search(words):
        return (
            ("", "") if "adult" in words else ("people aged ", "" if "year" in words else " years")
        )
    if _EVERY.search(head) and (bare or _HOURS.fullmatch(words)):
        return "every ", " hours" if bare else ""
    if _TIMES.search(head) and _COUNTED.fullmatch(words):
        return "", _daily(words)
    if head.strip(" :") in ("day", "days") and _FROM_TO.fullmatch(words):
        return "from day ", ""
    if bare and (part := _PARTS.get(head.strip(" :"))):
        return "", f" {part}"
    if _LENGTH.search(head) and not _UNIT.search(words):
        unit = " weeks" if "week" in head and "day" not in head else " days"
        return ("for ", unit) if bare else ("" if words.startswith("for") else "for ", "")
    return _amount(words, head, bare)


def _amount(words: str, head: str, bare: bool) -> tuple[str, str]:
    unit = _UNIT.search(head)
    if bare and unit is None:
        return "", ""
    after = f" {unit.group()}" if bare and unit else ""
    daily = " a day" if _DAILY.search(head) and not _SAYS_TIME.search(words) else ""
    return ("no more than " if _MOST.search(head) else ""), after + daily


def _daily(words: str) -> str:
    """What makes a count under "times in 24 hours" a frequency: "3", "up to 4", "3 times"."""
    if words.endswith(("once", "twice")):
        return " a day"
    return " a day" if words.endswith(("times", "time", "x")) else " times a day"


def _youngest(words: str) -> float:
    found = re.search(r"[0-9]{1,3}", words)
    return float(found.group()) if found else 99.0


def cell_at(segment: Segment, span: Span) -> int | None:
    """Index of the cell of `segment` that holds `span`; None when none does."""
    for index, cell in enumerate(segment.cells):
        if cell.start <= span.start < cell.end:
            return index
    return None
