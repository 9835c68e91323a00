"""The one way from a template to a page: escaped, self-contained, and unable to load anything.

A page carries its style and script inside, and a policy that names them by hash and forbids all
else, so that scraped text which slipped through every escape would still be dead.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pipeline.render import escape
from pipeline.render.flags import opening


@cache
def environment() -> Environment:
    """Templates with escaping always on, and no name that may silently be missing."""
    made = Environment(
        loader=PackageLoader("pipeline.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=escape.finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "link": escape.safe_link,
        "shown": escape.shown,
        "count": thousands,
        "percent": percent,
        "plural": plural,
        "opening": opening,
    }
    return made


def render(template: str, *, script: str = "", beside: bool = False, **context: Any) -> str:
    """The page that `template` makes of `context`.

    `script` names a file in templates/ to inline; `beside` lets the page load scripts that lie
    next to it (the timings), and nothing from anywhere else.
    """
    style = asset("look.css")
    code = asset(script) if script else Markup()
    allowed = [_hash(code)] if script else []
    allowed += ["'self'"] if beside else []
    policy = "; ".join(
        [
            "default-src 'none'",
            f"style-src {_hash(style)}",
            f"script-src {' '.join(allowed) or chr(39) + 'none' + chr(39)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
    made = environment().get_template(template)
    return made.render(**context, style=style, code=code, policy=Markup(policy)) + "\n"  # noqa: S704


@cache
def asset(name: str) -> Markup:
    """A style sheet or script of ours, as it will stand in the page."""
    loader = environment().loader
    assert loader is not None
    source, _, _ = loader.get_source(environment(), name)
    return Markup(source)  # noqa: S704 - a file of this package, not scraped text


def _hash(code: str) -> str:
    digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def thousands(number: int) -> str:
    """12345 as 12,345."""
    return f"{number:,}"


def percent(part: float, whole: float) -> str:
    """A share in whole per cent that never rounds something to nothing or nearly all to all."""
    if not whole or not part:
        return "0\xa0%"
    share = 100 * part / whole
    if share < 1:
        return "<1\xa0%"
    return ">99\xa0%" if 99 < share < 100 else f"{round(share)}\xa0%"


def plural(count: int, one: str, many: str = "") -> str:
    """`3 pages`, `1 page`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
