"""Readers' comments and the form to write one.

Comments are prose, so no score tells them from the article; what tells them is the header above
("3 comments", "Leave a reply") and the signs of a thread below (Reply, says, dates). From such a
header, and only after half of the page's prose or when nothing but the form follows, everything
to the end of the page goes. A form without a header goes by its own phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.model.changes import COMMENTS_CUT
from pipeline.rulebook.rule import CutRule, Example, Hit
from pipeline.stages.boilerplate.page import Line, Page, hit
from pipeline.stages.boilerplate.words import DATE

_HEADER = re.compile(
    r"(?:\(?\d{1,5}\)? (?:comments?|responses?|replies|thoughts? on)(?: (?:to|on) .{1,120})?"
    r"|comments?(?: ?\(\d{1,5}\)| section)?|reader comments?|(?:leave|post|add|write) (?:a |your "
    r"|us a )?"
    r"(?:comment|reply|review)(?: .{0,40})?|join the (?:conversation|discussion)|no comments(?: "
    r"yet)?"
    r"|be the first to (?:comment|reply|leave a review)|responses?|discussion ?\(\d{1,5}\)|"
    r"what do you think\?? (?:leave|write|tell) .{1,40}|cancel reply|leave a reply cancel "
    r"reply)[.:!]?"
)
_FORM = re.compile(
    r"(?:your (?:e-?mail(?: address)?|address) will not be published.{0,80}"
    r"|required fields are marked.{0,20}|save my name,? e-?mail.{0,120}|post (?:a )?comment|"
    r"submit (?:a )?comment|add (?:a )?comment|cancel reply|notify me of .{1,60}|(?:please )?log "
    r"?in to "
    r"(?:leave a |post a )?(?:comment|reply).{0,20}|you must be logged in .{1,40}|"
    r"comments are closed.{0,5}|(?:your )?comment ?\*|name ?\*|(?:your )?e-?mail(?: address)? "
    r"?\*|website|"
    r"this site uses akismet.{0,120})"
)
_THREAD = re.compile(
    r"(?:reply|.{1,40} says:?|.{1,40} said:?|.{0,60}(?<!\w)at \d{1,2}[:.]\d\d ?(?:am|pm)?"
    r"|(?:like|upvote|helpful|report)(?: ?\(\d{1,4}\)| \d{1,4})?(?: reply)?)"
)
_NAMES = re.compile(r"[a-z]+")
_PLACES = frozenset(("comments", "comment", "commentlist", "disqus"))
_WHOLE = ("html", "body", "main", "article")  # a class of theirs says what the page has
_MOST = 0.6  # of the page's prose: readers may write more than the author
_LOOK = 12  # lines below a header in which a thread must show


def _is_thread(lines: Sequence[Line]) -> bool:
    signs = sum(
        bool(_THREAD.fullmatch(x.folded)) or (len(x.words) <= 8 and bool(DATE.search(x.folded)))
        for x in lines[:_LOOK]
    )
    return signs >= 2


def in_comments(line: Line) -> bool:
    """Stands in an element that the markup names after comments."""
    for step in line.block.path.lower().split("/"):
        names = _NAMES.findall(step)
        if names and names[0] not in _WHOLE and not _PLACES.isdisjoint(names[1:]):
            return True
    return False


def find(page: Page) -> Iterable[Hit]:
    """The section from its header on; else the form, line by line."""
    total = sum(len(x.text) for x in page.lines if x.is_prose)
    named = [x for x in page.lines if in_comments(x)]
    if named and sum(len(x.text) for x in named if x.is_prose) <= _MOST * total:
        yield hit(named, "Readers' comments, by the page's markup.")
    before = 0
    for line in page.lines:
        before += len(line.text) * line.is_prose
        if not _HEADER.fullmatch(line.folded):
            continue
        below = page.following(line, _LOOK)
        if not below and line.folded.rstrip(".:!") in ("comments", "responses"):
            continue
        ends = line.index > page.last_prose
        if before * 2 >= total and (_is_thread(below) or (ends and _has_form(below))):
            yield hit(page.lines[line.index :], "Readers' comments, to the end of the page.")
            return
    form = [x for x in page.lines if _is_form(x)]
    if len(form) >= 2 or any(len(x.words) >= 4 for x in form):
        yield hit(form, "A form to write a comment.")


def _is_form(line: Line) -> bool:
    if _FORM.fullmatch(line.folded):
        return line.folded != "website"
    return len(line.words) >= 3 and bool(_HEADER.fullmatch(line.folded))


def _has_form(lines: Sequence[Line]) -> bool:
    return any(_is_form(x) for x in lines[:_LOOK])


RULE = CutRule[Page](
    id=COMMENTS_CUT,
    name="comment_section",
    summary="Readers' comments and comment forms",
    seen="blogs and magazines, below the article",
    find=find,
    cuts=(
        Example(
            "A strained calf needs rest for a few days and then a little more walking each day.\n"
            "[[2 comments]]\n[[Ann says:]]\n[[Mine took three weeks, and I went back to running "
            "far "
            "too soon for my own good.]]\n[[Reply]]",
            "comments are prose too",
        ),
        Example(
            "A strained calf needs rest.\n[[Leave a Reply]]\n"
            "[[Your email address will not be published. Required fields are marked *]]\n"
            "[[Name *]]",
            "only the form",
        ),
        Example(
            "<body/div/p> A strained calf needs rest for a few days, and then a little more of a "
            "walk on each of the days.\n"
            "[[<body/div#comments/p> Ann says: mine took three weeks.]]",
            "the markup says so",
        ),
    ),
    keeps=(
        Example(
            "<body.has-comments/div/p> A strained calf needs rest.",
            "a theme's class on the body",
        ),
        Example(
            "Comments\nThe two doctors disagreed, and we print what each of them had to say on it.",
            "a section of the article",
        ),
        Example("Name\nThe name of the drug is on the box.", "no form"),
    ),
)
