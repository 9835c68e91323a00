"""A list that recommends other articles: titles with teasers cut off at a fixed width.

Line by line such a list looks like an article: questions as headings, sentences below. As a whole
it cannot be mistaken: title and teaser take turns, every teaser breaks off in "...", and all
break off at the same width, because a program cut them. Two such pairs below a header ("Recommend")
or three without one are enough; the list then goes whole, with the last title whose teaser is
missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.model.changes import RuleId
from pipeline.rulebook.rule import CutRule, Example, Hit
from pipeline.stages.boilerplate.page import Line, Page, hit

HEADER = re.compile(
    r"(?:recommend(?:ed|ations|s)?(?: (?:for you|reading|articles|posts|stories|content|links))?"
    r"|related (?:articles?|posts?|stories|content|topics?|reading|links?|news|pages?|questions?|"
    r"searches|videos?|products?|reads)"
    r"|(?:you|readers) (?:may|might|will|could|would) ?(?:also)? ?(?:like|love|enjoy|be interested"
    r"|want to read)(?: in)?(?: these)?"
    r"|(?:more|other|similar|related) (?:articles?|posts?|stories|news|reading|questions|threads?|"
    r"discussions?|conversations?)"
    r"(?: (?:from|on|in|about|like) .{1,40})?"
    r"|more on this (?:story|topic)|more (?:from|like) .{1,40}|more to explore(?:r)?"
    r"|read (?:next|more|also|this next)|up next"
    r"|(?:most|latest|recent|trending|top|popular|featured|newest) "
    r"(?:posts?|articles?|stories|news|read|reads|popular|viewed|questions|comments|now)"
    r"|what to read next|keep reading|continue reading|don't miss(?: this)?|editor'?s'? "
    r"(?:picks?|choice)"
    r"|people (?:also|are) (?:ask(?:ed)?|read(?:ing)?|view(?:ed)?)|hot (?:articles|topics|news)"
    r"|trending(?: now)?|guess (?:what )?you (?:may )?like|see also|"
    r"explore more(?: .{1,40})?|what .{1,30} are reading)\s*[:：.…»>]{0,3}$"
)
_LONGEST = 200  # lines of one list
_SPREAD = (
    10  # characters by which teasers cut at one width differ, entities and wide letters in mind
)


def is_header(line: Line) -> bool:
    """A line that announces other articles and says nothing else."""
    return len(line.words) <= 9 and bool(HEADER.match(line.folded))


def _pairs(lines: Sequence[Line]) -> int:
    """How many lines, from the first on, are pairs of a title and a teaser that breaks off."""
    count = 0
    while count + 1 < len(lines):
        title, teaser = lines[count], lines[count + 1]
        if not (
            1 <= len(title.words) <= 25 and teaser.is_truncated and not title.is_prose_sentence
        ):
            break
        if title.is_truncated and not lines[count + 1].is_truncated:
            break
        count += 2
    return count


def _cut_at_one_width(teasers: Sequence[Line]) -> bool:
    """Most teasers break off at the same width (one may be short: its text ended there)."""
    widths = sorted(len(t.text) for t in teasers)
    middle = widths[len(widths) // 2]
    alike = sum(abs(w - middle) <= _SPREAD for w in widths)
    return alike >= max(2, 0.7 * len(widths))


def _is_unknown_header(line: Line, page: Page) -> bool:
    """A few words above a list of teasers that share nothing with the article."""
    if not 1 <= len(line.words) <= 4 or line.ends_sentence or line.index in page.gone:
        return False
    return page.kinship(line) == 0 and page.last_prose >= 0


def find(page: Page) -> Iterable[Hit]:
    """Each list as one hit: its header, its pairs, and titles left over at its end."""
    at = 0
    while at < len(page.lines):
        headed = is_header(page.lines[at])
        start = at + headed
        count = _pairs(page.lines[start : start + _LONGEST])
        teasers = page.lines[start + 1 : start + count : 2]
        if len(teasers) >= (2 if headed else 3) and _cut_at_one_width(teasers):
            end = start + count
            at -= not headed and at > 0 and _is_unknown_header(page.lines[at - 1], page)
            if end == len(page.lines) - 1 and not page.lines[end].is_prose:
                end += 1  # the last title, its teaser lost with the end of the page
            yield hit(
                page.lines[at:end],
                f"A list of {len(teasers)} other articles: titles with teasers that all break off "
                "at about the same width.",
            )
            at = end
        else:
            at += 1


RULE = CutRule[Page](
    id=RuleId("CUT003"),
    name="recommended_list",
    summary="Recommended articles: titles with truncated teasers",
    seen="content farms, below the previous and next links",
    find=find,
    cuts=(
        Example(
            "Rest is enough.\n[[Recommend]]\n[[How to wash a wool blanket]]\n"
            "[[Wool felts when it is warm, wet and moved at the ...]]\n[[Is honey good for "
            "bees?]]\n"
            "[[It sounds like a joke but keepers ask it every sp...]]",
            "two pairs below a header",
        ),
        Example(
            "Rest is enough.\n[[How to wash a wool blanket]]\n"
            "[[Wool felts when it is warm, wet and moved at the ...]]\n[[Is honey good for "
            "bees?]]\n"
            "[[It sounds like a joke but keepers ask it every sp...]]\n[[Cold hands]]\n"
            "[[Gloves help, and so does a pair of warm socks on y...]]\n[[Warm feet]]",
            "three pairs without a header, and a title whose teaser is lost",
        ),
    ),
    keeps=(
        Example(
            "Recommend\nRest\nLie down for an hour.\nDrink\nWater is best.",
            "sentences that do not break off",
        ),
        Example(
            "And then?\nWell ...\nThe pain went away, and I thought nothing more of it until ...\n"
            "Who knows ...",
            "a story told with pauses",
        ),
    ),
)
