"""The words that say a mention is denied, possible, conditional, forbidden, past or another's.

They stand in `qualifier_cues.tsv`, apart from the logic, and are reviewed like code. A row names
what its phrases say (`cue`), which way they reach (`direction`), what they can say it of (`marks`),
whether they say it in `stories` too, and a sentence in which one of them stands. Phrases are parted
by ` | `, words by spaces; a word may have alternatives, `may/might cause`, an alternative several
words, `do_not/never take`, or none, `not be/- used`; `<use>` is any word of the row `words  use`.
Longer phrases win, so one of the cue `nothing` ("not only") takes the sting out of a shorter one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from pipeline.model.mention import Qualifier
from pipeline.stages.entities.folding import fold
from pipeline.stages.entities.trie import PhraseTrie

CUES = "qualifier_cues.tsv"
COLUMNS = ("cue", "direction", "marks", "stories", "phrases", "example")

_WORDS, _NOTHING = "words", "nothing"
_SAYS = {q.value: q for q in Qualifier} | {_NOTHING: None}
_JOINT = re.compile(r"_|(?<=\w)-(?=\w)")
_MARKS = ("any", "troubles", "things")


class Direction(StrEnum):
    """Where a cue looks for what it speaks of."""

    FORWARD = "forward"
    OPENING = "opening"  # forward, where an order or a clause begins: "skip the aspirin"
    BACK = "back"
    NEXT = "next"  # three words forward: "previous surgery"
    BESIDE = "beside"  # at the word before it and no further: "gluten-free"


@dataclass(frozen=True, slots=True)
class Cue:
    """What a phrase says, and of what: `says` is None where it says nothing after all.

    In a story, told in the past, a cue without `stories` says nothing: "suspected" and "when" are
    open in advice, while "cancer was suspected when …" tells what somebody thought that day.
    """

    says: Qualifier | None
    direction: Direction
    marks: str = "any"
    stories: bool = True


Cues = PhraseTrie[Cue]
"""Phrases of folded words, each with its cue."""


class CueError(ValueError):
    """A row that is not right; the message names file, line and column."""


@dataclass(frozen=True, slots=True)
class CueRow:
    """One row of the table: a cue, its phrases as folded words, and a sentence that has one."""

    cue: Cue
    phrases: tuple[tuple[str, ...], ...]
    example: str


def parse_cue_rows(name: str, lines: Iterable[str]) -> tuple[CueRow, ...]:
    """The rows in the `lines` of the file called `name`; raises CueError."""
    numbered = enumerate(lines, start=1)
    if tuple(next(numbered, (1, ""))[1].split("\t")) != COLUMNS:
        raise CueError(f"{name}:1: the header must be {' '.join(COLUMNS)}")
    rows: list[CueRow] = []
    sets: dict[str, str] = {}
    seen: set[tuple[str, ...]] = set()
    for at, line in numbered:
        cells = dict(zip(COLUMNS, line.split("\t"), strict=False))
        for column, fault in _faults(line, cells, sets):
            raise CueError(f"{name}:{at}: column {column}: {fault}")
        if cells["cue"] == _WORDS:
            sets[f"<{cells['direction']}>"] = cells["phrases"]
            continue
        phrases = tuple(w for p in cells["phrases"].split(" | ") for w in _spell_out(p, sets))
        for phrase in phrases:
            if phrase in seen:
                raise CueError(f"{name}:{at}: column phrases: {' '.join(phrase)!r} is listed twice")
            seen.add(phrase)
        rows.append(CueRow(_cue(cells), phrases, cells["example"]))
    return tuple(rows)


def cue_tree(rows: Iterable[CueRow]) -> Cues:
    """All phrases in one tree of words, folded as the text is."""
    trie: Cues = PhraseTrie()
    for row in rows:
        for phrase in row.phrases:
            trie.add(phrase, row.cue)
    return trie


def _cue(cells: dict[str, str]) -> Cue:
    says = _SAYS[cells["cue"]]
    return Cue(
        says=says,
        direction=Direction(cells["direction"]) if says else Direction.FORWARD,
        marks=cells["marks"],
        stories=cells["stories"] == "yes",
    )


def _faults(line: str, cells: dict[str, str], sets: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Columns that are wrong, with the reason."""
    if line.count("\t") != len(COLUMNS) - 1:
        yield COLUMNS[-1], f"{line.count(chr(9)) + 1} columns, not {len(COLUMNS)}"
        return
    yield from ((c, "white space around the cell") for c, v in cells.items() if v != v.strip())
    if cells["cue"] == _WORDS:
        if not cells["direction"].isalpha() or f"<{cells['direction']}>" in sets:
            yield "direction", "a set of words needs a name of its own"
        return
    if cells["cue"] not in _SAYS:
        yield "cue", f"{cells['cue']!r} is none of {', '.join(_SAYS)}"
    elif cells["cue"] == _NOTHING:
        if {cells["direction"], cells["marks"], cells["stories"]} != {"-"}:
            yield "direction", "what says nothing reaches nowhere: put -"
    elif cells["direction"] not in set(Direction):
        yield "direction", f"{cells['direction']!r} is none of {', '.join(Direction)}"
    elif cells["marks"] not in _MARKS:
        yield "marks", f"{cells['marks']!r} is none of {', '.join(_MARKS)}"
    elif cells["stories"] not in ("yes", "no"):
        yield "stories", f"{cells['stories']!r} is neither yes nor no"
    if not cells["phrases"]:
        yield "phrases", "is empty"
    for word in cells["phrases"].split():
        if word[0] == "<" and word not in sets:
            yield "phrases", f"no row above defines {word}"


def _spell_out(phrase: str, sets: dict[str, str]) -> Iterator[tuple[str, ...]]:
    """Every way to say `phrase`, as folded words."""
    slots = [sets.get(slot, slot) for slot in phrase.split()]
    for chosen in product(*(s.split("/") if s.strip("/") else [s] for s in slots)):
        words = _JOINT.sub(" ", " ".join(chosen)).split()
        yield tuple(fold(word) for word in words if word != "-")
