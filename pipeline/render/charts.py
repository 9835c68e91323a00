"""Drawings in SVG, from numbers alone; no scraped text ever enters one.

A drawing here repeats figures that stand beside it as text, so it is hidden from screen readers
and may be left away on a small screen. Colours are classes of the style sheet, because the
page's policy allows no style attributes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from pipeline.model.changes import Fate
from pipeline.model.summary import Summary


@dataclass(frozen=True, slots=True)
class Step:
    """One station of the funnel: how many pages came so far, and how many left right after."""

    label: str
    count: int
    lost: int = 0
    why: str = ""
    fate: str = ""


def funnel_steps(summary: Summary) -> tuple[Step, ...]:
    """Read → readable → different → clean, each with what leaves behind it."""
    away = summary.fate(Fate.SET_ASIDE) + summary.fate(Fate.FAILED)
    copies, held = summary.fate(Fate.DUPLICATE), summary.fate(Fate.HELD)
    pages = summary.pages
    return (
        Step("pages read", pages, away, "set aside", "set_aside"),
        Step("readable", pages - away, copies, "copies", "duplicate"),
        Step("different articles", pages - away - copies, held, "held for an editor", "held"),
        Step("clean articles", pages - away - copies - held),
    )


_WIDTH, _HEIGHT, _DEEP = 1000.0, 120.0, 168.0


def funnel(steps: tuple[Step, ...]) -> Markup:
    """A stream whose thickness is the number of pages: what goes on, and what branches off.

    The drawing is stretched to the width of as many columns of figures as there are steps.
    """
    whole = max(1, steps[0].count)
    column = _WIDTH / len(steps)
    edge = ["M0 0"]
    branches: list[Markup] = []
    for index, step in enumerate(steps[:-1]):
        thick, stays = _HEIGHT * step.count / whole, _HEIGHT * (step.count - step.lost) / whole
        bend = (index + 0.72) * column
        edge.append(f"L{bend if index else 0:.1f} {thick:.1f} L{bend:.1f} {thick:.1f}")
        edge.append(f"L{bend:.1f} {stays:.1f}")
        branches.append(_branch(bend, (index + 1) * column, stays, thick, step.fate))
    last = _HEIGHT * steps[-1].count / whole
    edge.append(f"L{_WIDTH:.1f} {last:.1f} L{_WIDTH:.1f} 0 Z")
    stream = Markup('<path class="flow" d="{}"/>').format(" ".join(edge))
    done = _box(_WIDTH - column, _WIDTH, 0, last, "flow done")
    return _svg(_WIDTH, _DEEP, [stream, *branches, done], "funnel")


def _box(left: float, right: float, top: float, bottom: float, kind: str) -> Markup:
    if bottom <= top or right <= left:
        return Markup()
    return Markup('<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>').format(
        kind, left, top, right - left, bottom - top
    )


def _branch(left: float, right: float, top: float, bottom: float, fate: str) -> Markup:
    """What leaves: a ribbon that bends down to the lower edge."""
    thick = bottom - top
    if thick <= 0:
        return Markup()
    reach = min(right + (right - left) * 0.9, _WIDTH)
    near, far = left + (reach - left) * 0.35, reach - thick * 0.25
    return Markup(
        '<path class="flow fate-{}" d="M{:.1f} {:.1f} C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f} '
        'L{:.1f} {:.1f} C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f} Z"/>'
    ).format(
        *(fate, left, top, near + thick * 0.3, top, far, top + 10, far, _DEEP),
        *(far - max(2.0, thick * 0.5), _DEEP),
        *(far - max(2.0, thick * 0.5), bottom + 8, near, bottom, left, bottom),
    )


def bar(share: float, kind: str = "flow") -> Markup:
    """A bar that fills `share` (0 to 1) of its cell."""
    part = min(1.0, max(0.0, share))
    return _svg(100, 8, [_box(0, 100, 0, 8, "track"), _box(0, 100 * part, 0, 8, kind)], "bar")


def stack(parts: Iterable[tuple[str, int]]) -> Markup:
    """A bar in pieces: (class, count) from left to right."""
    counted = [(kind, count) for kind, count in parts if count > 0]
    whole = sum(count for _, count in counted) or 1
    boxes: list[Markup] = [_box(0, 100, 0, 8, "track")]
    at = 0.0
    for kind, count in counted:
        width = 100 * count / whole
        boxes.append(_box(at, at + width, 0, 8, kind))
        at += width
    return _svg(100, 8, boxes, "bar")


def _svg(width: float, height: float, shapes: Iterable[Markup], kind: str) -> Markup:
    return Markup(
        '<svg class="{}" viewBox="0 0 {:.0f} {:.0f}" preserveAspectRatio="none" '
        'aria-hidden="true" focusable="false">{}</svg>'
    ).format(kind, width, height, Markup("").join(shapes))
