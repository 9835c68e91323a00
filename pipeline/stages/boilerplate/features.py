"""What can be said of a line that bears on whether it is the article: by itself and by its company.

Everything is a number between 0 and 1 with a name an editor could check with a finger on the
page. The weights live in `weights.py`; here nothing is judged.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import accumulate

from pipeline.stages.boilerplate.page import Line, Page
from pipeline.stages.boilerplate.places import Features, places_of
from pipeline.stages.boilerplate.words import CUE_CLASSES, DATE, cue_share

_SEPARATOR = re.compile(r"[|›»>•·/]")
_CONTACT = re.compile(r"@\w|https?:|www\.|©|\(c\)|\d{3}[-. )]{1,2}\d{3,4}")
_MONEY = re.compile(r"[$€£]\s?\d")
_NEAR = 3  # lines on each side that count as neighbours
_FADE = 30  # lines below a residue header that it may still speak for
_HEADER_CLASSES = ("related", "comment", "newsletter", "share", "legal", "shop")
_FAR = 12  # distance in lines to prose, above which farther makes no difference


def line_features(line: Line, page: Page) -> Features:
    """What the line says by itself and against the rest of the page."""
    count = len(line.words)
    found: Features = {"bias": 1.0, _size(count): 1.0}
    if line.ends_sentence:
        found["sentence end, short" if count < 8 else "sentence end"] = 1.0
    elif line.text.endswith(":"):
        found["colon end"] = 1.0
    if line.text.endswith("?"):
        found["question"] = 1.0
    if line.is_truncated:
        found["cut by ellipsis"] = 1.0
    if count >= 4:
        found["binding words"] = min(line.function_share / 0.4, 1.0)
    if count >= 2:
        found["capitals"] = line.title_share
    digits = sum(map(str.isdigit, line.text))
    found["digits"] = digits / max(len(line.text), 1)
    for name, share in cue_share(line.folded).items():
        found[f"{name} words"] = min(share * 2, 1.0)
        if count < 12:
            found[f"{name} word, short line"] = 1.0
    if DATE.search(line.folded):
        found["date" if count < 10 else "date in prose"] = 1.0
    if _SEPARATOR.search(line.text) and count < 25:
        found["separators"] = 1.0
    if _CONTACT.search(line.text):
        found["contact or copyright sign"] = 1.0
    if _MONEY.search(line.text):
        found["price"] = 1.0
    if page.copies[line.folded] > 1:
        found["said twice"] = 1.0
    if line.block.marker or line.is_list_item:
        found["list marker"] = 1.0
    if line.content_words:
        found["kin to the body"] = page.kinship(line)
        if count < 14:
            found["kin to the body, short"] = page.kinship(line)
    return found


def _size(count: int) -> str:
    for limit, name in ((1, "one word"), (3, "2-3 words"), (7, "4-7 words"), (13, "8-13 words")):
        if count <= limit:
            return name
    return "14-30 words" if count <= 30 else "over 30 words"


def page_features(page: Page) -> list[Features]:
    """One dictionary a line: its own features and those of its place."""
    rows = [line_features(line, page) for line in page.lines]
    prose = [float(line.is_prose) for line in page.lines]
    weight = [len(line.text) * p for line, p in zip(page.lines, prose, strict=True)]
    total = sum(weight) or 1.0
    before = [0.0, *accumulate(weight)]
    gaps = _gaps(prose)
    cued = [
        float(any(f"{c} word, short line" in row for c in CUE_CLASSES if c != "dateline"))
        for row in rows
    ]
    ended = [float(line.ends_sentence) for line in page.lines]
    short = [float(len(line.words) <= 7 and not line.ends_sentence) for line in page.lines]
    under = _under_headers(page.lines)
    places = places_of(page)
    for at, row in enumerate(rows):
        row["prose before"] = min(before[at] / total * 4, 1.0)
        row["prose after"] = min((total - before[at + 1]) / total * 4, 1.0)
        row["far from prose above"] = gaps[at][0]
        row["far from prose below"] = gaps[at][1]
        row.update(places[at])
        if under[at]:
            row["under a residue header"] = under[at]
            row["under a residue header, prose over"] = float(not before[at + 1] < total)
        near_by = (
            ("prose", prose),
            ("cues", cued),
            ("sentence ends", ended),
            ("short lines", short),
        )
        for name, values in near_by:
            row[f"{name} above"] = _mean(values[max(0, at - _NEAR) : at])
            row[f"{name} below"] = _mean(values[at + 1 : at + 1 + _NEAR])
            near = values[max(0, at - 2 * _NEAR) : at] + values[at + 1 : at + 1 + 2 * _NEAR]
            row[f"{name} around"] = _mean(near)
    return rows


def is_residue_header(line: Line) -> bool:
    """A short line that is little but a cue: "Related articles", "Leave a comment", "Share"."""
    if len(line.words) > 7 or not line.words or line.ends_sentence:
        return False
    shares = cue_share(line.folded)
    return sum(shares.get(name, 0.0) for name in _HEADER_CLASSES) >= 0.6


def _under_headers(lines: Sequence[Line]) -> list[float]:
    """How freshly a residue header was read above each line, fading from 1 over some 30 lines."""
    faded, out = 0.0, []
    for line in lines:
        out.append(faded)
        faded = 1.0 if is_residue_header(line) else max(faded - 1 / _FADE, 0.0)
    return out


def _gaps(prose: Sequence[float]) -> list[tuple[float, float]]:
    """Distance of each line to the nearest prose line above and below, on a log scale to 1."""
    up: list[float] = []
    down: list[float] = []
    for values, out in ((prose, up), (prose[::-1], down)):
        distance = _FAR
        for value in values:
            out.append(math.log1p(distance) / math.log1p(_FAR))
            distance = 0 if value else min(distance + 1, _FAR)
    return list(zip(up, down[::-1], strict=True))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
