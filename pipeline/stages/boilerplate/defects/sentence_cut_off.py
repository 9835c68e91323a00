"""A block that ends in the middle of a sentence, and a next block that does not go on with it.

Articles stitched from several sources lose half sentences at the seams. A missing full stop alone
proves nothing (headings, lists, careless writers); a paragraph that ends in a word which cannot
end a sentence ("in the form of") and is followed by a capital letter does. Endings like "look for"
are good English, so short lines and headings are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.model.changes import TEXT_DEFECT, Confidence, RuleId, Severity
from pipeline.model.span import Span
from pipeline.rulebook.rule import Example, FlagRule, Hit
from pipeline.stages.boilerplate.leftover import Leftover
from pipeline.stages.boilerplate.page import Line

_NEVER_LAST = (
    r"(?:of|the|a|an|and|or|but|nor|with|from|into|than|because|although|whether|if|which|whose|"
    r"such as|is|are|was|were|be|has|have|had|their|its|our|your|my|his|very|between|during|"
    r"without)"
)
_LAST = re.compile(rf"(?<= ){_NEVER_LAST}[,\s]*$", re.IGNORECASE)
_ENDING = re.compile(rf"(?:\S+ ){{1,6}}{_NEVER_LAST}[,\s]*$", re.IGNORECASE)
_FEWEST_WORDS = 12
_TAIL = 120  # characters at the end of a block that are looked at


def _goes_on(line: Line | None) -> bool:
    """Could carry on the sentence above: a list, or a small letter at its start."""
    return line is not None and (line.is_list_item or not line.text[:1].isupper())


def check(leftover: Leftover) -> Iterable[Hit]:
    """The last words of each block that breaks off."""
    lines = leftover.lines
    for at, line in enumerate(lines):
        if len(line.words) < _FEWEST_WORDS or line.is_heading or line.block.cells:
            continue
        text = leftover.text(line)
        tail = text[-_TAIL:]
        ending = _ENDING.search(tail) if _LAST.search(tail) else None
        below = lines[at + 1] if at + 1 < len(lines) else None
        if ending is None or _goes_on(below):
            continue
        start = line.span.end - len(tail) + ending.start()
        end = line.span.end - (len(text) - len(text.rstrip(", \t\n")))
        yield Hit(
            (Span(start, end),),
            Severity.MINOR,
            "The sentence breaks off here and the next block does not go on with it.",
            Confidence.HIGH if below is not None else Confidence.MEDIUM,
        )


RULE = FlagRule[Leftover](
    id=RuleId("TEXT001"),
    name="sentence_cut_off",
    category=TEXT_DEFECT,
    severity=Severity.MINOR,
    summary="A sentence that breaks off at the end of its block",
    advice="Find the source and complete the sentence, or remove what is left of it.",
    citations=(),
    check=check,
    flags=(
        Example(
            "The pill has to be taken at the same hour, and besides it may show [[a side effect in "
            "the form of]]\nRest is the best cure for most strains of the calf.",
            "nothing ends in 'of'",
        ),
    ),
    passes=(
        Example(
            "If the wound swells, turns red or feels hot, there are a few things to look for\n"
            "• fever\n• pus",
            "a list carries the sentence on",
        ),
        Example("What to look out for\nSwelling is common.", "a heading"),
        Example(
            "The pill has to be taken at the same hour and may show a side effect in the form of\n"
            "spotting between the periods.",
            "the next line goes on",
        ),
    ),
)
