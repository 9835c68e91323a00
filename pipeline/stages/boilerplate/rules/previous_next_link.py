"""Links to the article before and the one after.

Without their HTML they read "<<:  How to wash a wool blanket" or "Next article: …", two lines that
have nothing to do with the page. Arrows with a colon and "next article" are sure alone; a bare
arrow or "Next:" is residue only as one of a pair, for "Next: rinse with water" is an instruction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.model.changes import RuleId
from pipeline.rulebook.rule import CutRule, Example, Hit
from pipeline.stages.boilerplate.page import Line, Page, hit

_REASON = "A link to the previous or next article."
_THING = (
    r"(?:article|post|page|story|entry|news|chapter|blog|question|list|guide|tip|recipe|lesson|"
    r"topic)"
)
_SURE = re.compile(
    rf"(?:<<|>>|«|»|←|→)\s?[:：]"
    rf"|(?:previous|prev|next|older|newer) {_THING}s?\s?(?:[:：»«›‹→←>]|$)"
    rf"|(?:[«‹←<]{{1,2}}|[»›→>]{{1,2}})\s?(?:previous|prev|next|older|newer)(?!\w)"
    rf"|(?:previous|prev|next|older|newer)(?: {_THING})?\s?[»«›‹→←>]{{1,2}}"
)
_BACK = re.compile(r"(?:[«‹←]|<<|(?:previous|prev|older)(?:\s?[:：]|$))")
_FORTH = re.compile(r"(?:[»›→]|>>|(?:next|newer)(?:\s?[:：]|$))|.{1,200}[»›→]$")
_BARE = re.compile(rf"(?:previous|prev|next|older|newer)(?: {_THING})?\s?[:：»«›‹→←]?$")
_REACH = 4  # lines between the two links of a pair


def _may_be_link(line: Line) -> bool:
    return len(line.words) <= 30 and not line.is_prose_sentence


def find(page: Page) -> Iterable[Hit]:
    """Sure links, pairs of likely ones, and the title below a bare "Previous post"."""
    found: set[int] = set()
    for line in page.lines:
        if not _may_be_link(line):
            continue
        if _SURE.match(line.folded):
            found.add(line.index)
        elif _BACK.match(line.folded):
            for other in page.following(line, _REACH):
                if _may_be_link(other) and _FORTH.match(other.folded):
                    found.update((line.index, other.index))
                    break
    bare = {index for index in found if _BARE.match(page.lines[index].folded)}
    for index in sorted(found):
        line = page.lines[index]
        named = _title_below(page, line, found) if len(bare) > 1 and index in bare else []
        yield hit([line, *named], _REASON)


def _title_below(page: Page, line: Line, found: set[int]) -> list[Line]:
    """The title that a bare "Previous post" names on its next line."""
    below = page.following(line, 1)
    short = [
        x for x in below if 2 <= len(x.words) <= 20 and not x.is_prose and x.index not in found
    ]
    return [x for x in short if page.outside_prose(x)]


RULE = CutRule[Page](
    id=RuleId("CUT002"),
    name="previous_next_link",
    summary="Links to the previous and the next article",
    seen="content farms (`<<:` and `>>:`), blogs (« Older, Newer »)",
    find=find,
    cuts=(
        Example(
            "Rest is enough.\n[[<<:  How to wash a wool blanket]]\n[[>>:  Is honey good for "
            "bees?]]",
            "arrows with a colon",
        ),
        Example(
            "Rest is enough.\n[[Previous article: Wool]]\n[[Next article: Honey]]",
            "the links say what they are",
        ),
        Example(
            "Rest is enough.\n[[← Wool and your skin]]\n[[Honey for beginners →]]",
            "a pair of bare arrows",
        ),
        Example(
            "Rest is enough.\n[[Previous Post]]\n[[Wool and your skin]]\n[[Next Post]]\n"
            "[[Honey for beginners]]",
            "the titles stand below the links",
        ),
    ),
    keeps=(
        Example("Wash the wound.\nNext: rinse it with water.", "an instruction"),
        Example("Weight → strength\nMore muscle, more strength.", "an arrow inside a heading"),
        Example(
            "Previous pregnancies\nTell us about them.\nNext steps\nWe will call you.",
            "headings that begin with the same words",
        ),
    ),
)
