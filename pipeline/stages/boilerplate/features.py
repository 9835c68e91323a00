"""What can be said of a line that bears on whether it is the article: by itself and by its company.

Everything is a number between 0 and 1 with a name an editor could check with a finger on the
page. The weights live in `weights.py`; here nothing is judged.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from pipeline.stages.boilerplate.page import Line, Page
from pipeline.stages.boilerplate.places import Features, places_of
from pipeline.stages.boilerplate.words import DATE, cue_share

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
    """One dictionary a line: its own features and those of its place.

    Lines that are gone get none, and no paragraph is judged by the menu that has been cut above
    it; a short line is, and what gone headers announced still counts for the lines below.
    """
    under = _under_headers(page.lines)
    places = places_of(page)
    left = [line for line in page.lines if line.index not in page.gone]
    rows: list[Features] = [{} for _ in page.lines]
    for line, around in zip(left, _surroundings(left, page), strict=True):
        row = rows[line.index]
        row.update(line_features(line, page))
        row.update(places[line.index])
        row.update(around)
        beside = _cut_nearby(page, line.index)
        if beside and len(line.words) <= 7 and not line.ends_sentence:
            row["short, beside cut lines"] = beside
        if under[line.index]:
            row["under a residue header"] = under[line.index]
            over = 0.0 if row["prose after"] else 1.0
            row["under a residue header, prose over"] = over
    return rows


def _cut_nearby(page: Page, index: int) -> float:
    """The share of the lines next to this one that are gone already."""
    around = [k for k in range(index - _NEAR, index + _NEAR + 1) if k != index]
    inside = [k for k in around if 0 <= k < len(page.lines)]
    return sum(k in page.gone for k in inside) / max(len(inside), 1)


def _surroundings(lines: Sequence[Line], page: Page) -> Iterator[Features]:
    """What stands around each of these lines: prose, cues, ends of sentences, short lines."""
    prose = [float(line.is_prose) for line in lines]
    weight = [len(line.text) * p for line, p in zip(lines, prose, strict=True)]
    total = sum(weight) or 1.0
    before = [0.0, *accumulate(weight)]
    gaps = _gaps(prose)
    signs = (
        ("prose", prose),
        ("cues", [float(is_cued(line)) for line in lines]),
        ("sentence ends", [float(line.ends_sentence) for line in lines]),
        ("short lines", [float(len(x.words) <= 7 and not x.ends_sentence) for x in lines]),
    )
    for at in range(len(lines)):
        row = {
            "prose before": min(before[at] / total * 4, 1.0),
            "prose after": min((total - before[at + 1]) / total * 4, 1.0),
            "far from prose above": gaps[at][0],
            "far from prose below": gaps[at][1],
        }
        for name, values in signs:
            above = values[max(0, at - _NEAR) : at]
            below = values[at + 1 : at + 1 + _NEAR]
            row[f"{name} above"] = _mean(above)
            row[f"{name} below"] = _mean(below)
            near = values[max(0, at - 2 * _NEAR) : at] + values[at + 1 : at + 1 + 2 * _NEAR]
            row[f"{name} around"] = _mean(near)
        yield row


def is_cued(line: Line) -> bool:
    """A short line with a word that residue likes; datelines left out, articles have them too."""
    return len(line.words) < 12 and any(name != "dateline" for name in cue_share(line.folded))


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
