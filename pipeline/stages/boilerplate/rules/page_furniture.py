"""Parts of the page that its markup calls by name: nav, footer, sidebar, comments, related.

Where there is a DOM, the people who built the page have said what each part is for. They are
believed unless it cannot be true: a name under which more than a third of the page's prose stands
is no sidebar's, whatever it says (themes put "has-sidebar" on the whole body). Boxes set beside
the text (aside, widget, banner) may be call-outs of the article, so a line in them that holds a
dose, a warning or an order to see a doctor stays; in navigation and comments it goes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from pipeline.model.changes import RuleId
from pipeline.rulebook.rule import CutRule, Example, Hit
from pipeline.stages.boilerplate.page import Line, Page, hit
from pipeline.text.alarms import first_alarm

_SURE = {
    "nav": "site navigation",
    "navbar": "site navigation",
    "navigation": "site navigation",
    "menu": "site navigation",
    "breadcrumb": "the breadcrumb",
    "breadcrumbs": "the breadcrumb",
    "crumb": "the breadcrumb",
    "crumbs": "the breadcrumb",
    "footer": "the footer",
    "foot": "the footer",
    "cookie": "a consent notice",
    "cookies": "a consent notice",
    "consent": "a consent notice",
    "gdpr": "a consent notice",
    "share": "share buttons",
    "sharing": "share buttons",
    "social": "share buttons",
    "related": "a list of other articles",
    "recommend": "a list of other articles",
    "recommended": "a list of other articles",
    "recommendations": "a list of other articles",
    "newsletter": "a sign-up box",
    "subscribe": "a sign-up box",
    "signup": "a sign-up box",
    "comments": "readers' comments",
    "comment": "readers' comments",
    "disqus": "readers' comments",
    "pagination": "page numbers",
    "pager": "page numbers",
    "skip": "a link for the keyboard",
    "login": "an account box",
}
_LIKELY = {
    "aside": "a box beside the text",
    "sidebar": "a box beside the text",
    "widget": "a box beside the text",
    "ad": "an advertisement",
    "ads": "an advertisement",
    "advert": "an advertisement",
    "advertisement": "an advertisement",
    "sponsored": "an advertisement",
    "banner": "a banner",
    "promo": "a banner",
    "popup": "a pop-up",
    "modal": "a pop-up",
    "toolbar": "page controls",
}
_NOT_A_PART = ("html", "body", "main", "article")
_WORD = re.compile(r"[a-z]+")
_MOST_PROSE = 0.35
_MOST_COMMENTS = 0.6  # readers may write more than the author


@lru_cache(maxsize=4_096)
def _name(step: str) -> str:
    """The telling word of one step of a path; empty when there is none."""
    lowered = step.lower()
    words = _WORD.findall(lowered)
    if not words or words[0] in _NOT_A_PART:
        return ""
    return next((w for w in words if w in _SURE or w in _LIKELY), "")


def _parts(path: str) -> Iterator[tuple[str, str]]:
    """Each named part that holds this path, outermost first: its path and its telling word."""
    at = 0
    for step in path.split("/"):
        at += len(step) + 1
        name = _name(step)
        if name:
            yield path[: at - 1], name


def find(page: Page) -> Iterable[Hit]:
    """The lines of each named part, outermost part first, as one hit a part."""
    if not any("/" in line.block.path for line in page.lines):
        return
    prose: Counter[str] = Counter()
    total = 0
    for line in page.lines:
        if line.is_prose:
            total += len(line.text)
            for name in dict.fromkeys(name for _, name in _parts(line.block.path)):
                prose[name] += len(line.text)
    found: dict[str, tuple[str, list[Line]]] = {}
    for line in page.lines:
        if line.is_heading and line.block.level == 1:
            continue
        for part, name in _parts(line.block.path):
            if prose[name] > (_MOST_COMMENTS if "comment" in name else _MOST_PROSE) * total:
                continue
            if name in _LIKELY and first_alarm(line.text):
                break
            found.setdefault(part, (name, []))[1].append(line)
            break
    for name, lines in found.values():
        what = _SURE.get(name) or _LIKELY[name]
        yield hit(lines, f"The page's markup names this part {name}: {what}.")


RULE = CutRule[Page](
    id=RuleId("CUT019"),
    name="page_furniture",
    summary="Parts that the page's markup names: nav, footer, sidebar, comments",
    seen="HTML pages of every kind",
    find=find,
    cuts=(
        Example(
            "[[<body/nav.main/li> Knees]]\n<body/main/p> Cracking knees are harmless as long as "
            "they do not hurt or swell or lock while you walk.\n"
            "[[<body/aside.widget/p> Win a bike]]",
            "a menu and a box; the path stands in front of each line here",
        ),
    ),
    keeps=(
        Example(
            "<body.has-sidebar/div/p> Cracking knees are harmless as long as they do not hurt or "
            "swell or lock while you walk.",
            "a theme's class on the body",
        ),
        Example(
            "<body/div/p> Cracking knees are harmless as long as they do not hurt or swell or lock "
            "while you walk.\n<body/aside.box/p> Never take 2 tablets at once.",
            "a warning beside the text",
        ),
        Example(
            "<body/div.related-content/p> Cracking knees are harmless as long as they do not hurt "
            "or swell or lock while you walk.",
            "an element that holds the article cannot be a list of links",
        ),
    ),
)
