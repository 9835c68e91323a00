"""A hole in a sentence where the text of a link was dropped.

Scrapers that delete links with their words leave "the mucosa () is", "can be caused by .", "red or
after intercourse". Each pattern here is something that English does not allow, tried on thousands
of trusted answers; holes that only meaning reveals are not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.model.changes import TEXT_DEFECT, Confidence, RuleId, Severity
from pipeline.model.span import Span
from pipeline.rulebook.rule import Example, FlagRule, Hit
from pipeline.stages.boilerplate.leftover import Leftover
from pipeline.text.sieve import Sieve

_COLOUR = r"(?:red|pink|brown|white|yellow|green|black|bloody|brownish|pinkish|whitish|dark|light)"
_HOLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("empty brackets", re.compile(r"(?<=[^\W\d_]) (?:\(\s{0,4}\)|\[\s{0,4}\])")),
    (
        "a verb without its complement",
        re.compile(r"(?<=[^\W\d_] )(?:can|may|could|might) be ?[.;](?=\s|$)"),
    ),
    (
        "a word that needs another one after it",
        re.compile(r"(?<!\w)(?:such as|called|known as|the use of|due to|caused by) ?[.;](?=\s|$)"),
    ),
    (
        "a small word before a stop",
        re.compile(
            r"(?<=[^\W\d_] )(?:(?:of|and|or|with|from|by|for|in|than|a) [.;]|(?:the|an) ?[.;])"
            r"(?=\s|$)"
        ),
    ),
    (
        "two small words that do not follow each other",
        re.compile(
            r"(?<!\w)(?:the (?:is|are|was|were|of|and|the)|an (?:is|are|of|and)|called in which|"
            r"of of|such as (?:and|or|is))(?![\w-])"
        ),
    ),
    (
        "an adjective without its noun",
        re.compile(
            rf"(?<!\w){_COLOUR} or (?:after|before|during|from|of)(?!\w)"
            r"|(?:(?<=\. )|(?<!.)|(?<= of ))bloody (?:after|before|during|are|is|may|can)(?!\w)"
        ),
    ),
    (
        "a subject that is missing",
        re.compile(r"(?<!\w)it (?:even |also )?happens that it (?:can|may)(?!\w)"),
    ),
)
_PATTERNS = Sieve(pattern for _, pattern in _HOLES)
_BEFORE = re.compile(r"(?:[^\W\d_]+ ){0,3}(?:[^\W\d_]+)?$")  # the words that lead up to a hole
_LEAD = 60  # characters before a hole in which those words are looked for
_IDIOMS = {
    "a verb without its complement": "as it they them there you that what how than this he she we",
    "a word that needs another one after it": "is are was were be been being get gets got what who",
}  # words before the hole that make it good English: "as clean as it can be.", "they are called."
_READ = 20_000  # characters of a block that are looked at


def check(leftover: Leftover) -> Iterable[Hit]:
    """Each hole with the words around it."""
    for line in leftover.lines:
        if line.block.cells or len(line.words) < 5:
            continue
        text = leftover.text(line)[:_READ].lower()
        taken = 0
        found = sorted(
            (m.start(), m.end(), _HOLES[at][0])
            for at in _PATTERNS.possible(text)
            for m in _PATTERNS[at].finditer(text)
        )
        for start, end, why in found:
            lead = _BEFORE.search(text[max(0, start - _LEAD) : start])
            words = lead.group() if lead else ""
            if start < taken or set(_IDIOMS.get(why, "").split()) & set(words.split()):
                continue
            taken = end
            yield Hit(
                (Span(start - len(words), end).shift(line.span.start),),
                Severity.MINOR,
                f"A word or a link's text seems to be missing: {why}.",
                Confidence.MEDIUM,
            )


RULE = FlagRule[Leftover](
    id=RuleId("TEXT002"),
    name="dropped_link_hole",
    category=TEXT_DEFECT,
    severity=Severity.MINOR,
    summary="A hole where the text of a link was dropped",
    advice="Look at the source page and fill in the missing word, or reword the sentence.",
    citations=(),
    check=check,
    flags=(
        Example(
            "A sore [[on the gums behind ()]] is common in smokers of any age.", "empty brackets"
        ),
        Example(
            "The reason for the [[itch at night can be.]] In this case wash the sheets.", "no noun"
        ),
        Example("Some people [[react to drugs such as .]] Ask first.", "no example follows"),
        Example("The [[lids may become red or after]] a night without sleep.", "red what?"),
    ),
    passes=(
        Example("Keep the wound as clean as it can be. Change the plaster daily.", "an idiom"),
        Example("Wash your hands before and after you touch the wound.", "both words belong"),
        Example(
            "The f() key on a keyboard has nothing to do with it.", "hardly ever in health text"
        ),
    ),
)
