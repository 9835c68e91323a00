"""Items of one list that are all taken, as a scheme has them.

Under "Pain relievers" a list is a choice; under "Scheme", "my stack" or "take all of these" it is
one prescription that nobody wrote. Only the words above it tell the two apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from pipeline.stages.dosing.passage import Passage, Sentence

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
_LONGEST = 12
"""Items of a list that are held against one another."""


def schemes(passage: Passage) -> Iterator[tuple[Sentence, Sentence]]:
    """Each two items with a dose under one heading or lead-in that calls them a scheme."""
    items: dict[int, list[Sentence]] = {}
    for sentence in passage.sentences:
        if sentence.above and sentence.doses and sentence.has("group"):
            items.setdefault(sentence.above[-1], []).append(sentence)
    for above, found in items.items():
        words = passage.sentences[above].span.of(passage.text)
        if _SCHEME.search(words) and not _CHOICE.search(words):
            yield from combinations(found[:_LONGEST], 2)
