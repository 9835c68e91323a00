"""Items of one list that are all taken, as a scheme has them.

Under "Pain relievers" a list is a choice; under "Scheme", "my stack" or "take all of these" it is
one prescription that nobody wrote. Only the words above it tell the two apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from pipeline.stages.dosing.scope.passage import Passage, Sentence

_SCHEME = re.compile(
    r"\b(?:schemes?|regimens?|protocol|stack|combo|combinations?|together|cocktail|recipe|complex"
    r"|routine|plan|at the same time|simultaneously|all of (?:these|the following|it|them)"
    r"|my (?:meds|medication|tablets|pills|kit)|every day (?:i|we)|take (?:all|everything|these"
    r"|the following)|(?:morning|daily|evening) (?:pills|tablets|set|kit|schedule)|consists of)\b",
    re.IGNORECASE,
)
_CHOICE = re.compile(
    r"\b(?:one of|any of|choose|options?|alternatives?|either|or|such as|examples?|types? of"
    r"|kinds? of|not|never|avoid|interact\w*|what (?:not|is)|side effects?)\b",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"\W{0,3}(?:(?:[01]?[0-9]|2[0-3])[:.][0-5][0-9]\b|(?:[1-9]|1[0-2]) ?[ap]\.?m\b|"
    r"(?:(?:in the|at) )?(?:(?:early |late )?morning|noon|midday|lunch|afternoon|evening|night"
    r"|bedtime)(?=\W{0,2}[:–—-]))",
    re.IGNORECASE,
)
"""What a line of a day's timetable begins with."""

_LONGEST = 12
"""Items of a list that are held against one another."""


def schemes(passage: Passage) -> Iterator[tuple[Sentence, Sentence]]:
    """Each two items with a dose under words that call them a scheme, or of one timetable."""
    timed: list[Sentence] = []
    items: dict[int, list[Sentence]] = {}
    for sentence in passage.sentences:
        if not sentence.doses or not sentence.has("group"):
            continue
        if _HOUR.match(sentence.span.of(passage.text)):
            timed.append(sentence)
        elif sentence.above:
            items.setdefault(sentence.above[-1], []).append(sentence)
    for above, found in items.items():
        words = passage.sentences[above].span.of(passage.text)
        if _SCHEME.search(words) and not _CHOICE.search(words):
            yield from combinations(found[:_LONGEST], 2)
    yield from combinations(timed[:_LONGEST], 2)
