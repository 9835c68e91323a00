"""One list of mentions from what the lexicon knows and what a model guesses.

A model adds names and lengthens them. It finds names no list holds and says better where one ends
("loss of appetite at night"). But its silence means little on text unlike what it was taught:
trained on abstracts and read on consumer articles, it passes over Peyronie's disease and weakness,
and cuts "calcium channel blockers" down to calcium. So:

* a guess inside a longer mention of its own kind is dropped, and the lexicon's stands;
* another guess stands; of mentions of its kind that it meets it takes the label and the concept of
  one (with a concept before without, longer before shorter), and mentions of other kinds give way;
* mentions of the lexicon that no standing guess meets stay as they are, but for groups of drugs
  ("antibiotics") beside a model whose corpus left groups unmarked.

A condition and a symptom are one kind, because corpora draw that line differently. docs/models.md
has what each rule costs and gains.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from pipeline.model.span import Span
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.models import Guess
from pipeline.stages.entities.words import Words

_KIND = {"SYMPTOM": "CONDITION"}
_PAIRS = (("(", ")"), ("[", "]"))
_BETWEEN_ITEMS = (" - ", "  ")
"""What flattened lists leave between their items; no name is written with it."""


def merge(
    text: str, words: Words, hits: Sequence[Hit], guesses: Sequence[Guess], *, groups: bool = True
) -> list[Hit]:
    """Mentions in order, none overlapping, from the lexicon's `hits` and a model's `guesses`.

    Both are in order and overlap nothing of their own. `groups` of drugs stay on the lexicon's
    word alone.
    """
    standing = list(_standing(text, words, hits, guesses))
    trusted = hits if groups else [hit for hit in hits if not is_group(hit)]
    alone = [hit for hit in trusted if not _meeting(standing, hit.span)]
    return sorted([*standing, *alone], key=lambda hit: hit.first)


def is_group(hit: Hit) -> bool:
    """True for a name of many drugs ("NSAIDs") rather than of one."""
    return hit.concept is not None and hit.concept.id.startswith("class:")


def _standing(
    text: str, words: Words, hits: Sequence[Hit], guesses: Sequence[Guess]
) -> Iterator[Hit]:
    """The guesses that stand, each with what the lexicon knows of its place."""
    after = 0
    for guess in guesses:
        first = max(after, bisect_right(words.ends, guess.span.start))
        last = bisect_left(words.starts, guess.span.end)
        known = [h for h in _meeting(hits, guess.span) if _kind(h.label) == _kind(guess.label)]
        inside = any(h.span != guess.span and h.span.contains(guess.span) for h in known)
        if first >= last or inside or not _is_one_name(guess.span.of(text)):
            continue
        after = last
        best = max(known, key=_knowledge, default=None)
        label, concept = (best.label, best.concept) if best else (guess.label, None)
        yield Hit(first, last, guess.span, label, concept)


def _kind(label: str) -> str:
    return _KIND.get(label, label)


def _knowledge(hit: Hit) -> tuple[bool, int]:
    """A concept is worth more than a label, a longer name more than a shorter one."""
    return hit.concept is not None, hit.last - hit.first


def _is_one_name(written: str) -> bool:
    """True unless `written` runs from one item of a list into the next, or holds half a bracket."""
    if "\n" in written or any(mark in written for mark in _BETWEEN_ITEMS):
        return False
    return all(written.count(left) == written.count(right) for left, right in _PAIRS)


def _meeting(hits: Sequence[Hit], span: Span) -> Sequence[Hit]:
    """Those of the ordered, disjoint `hits` that share a character with `span`."""
    low = bisect_right(hits, span.start, key=lambda hit: hit.span.end)
    high = bisect_left(hits, span.end, key=lambda hit: hit.span.start)
    return hits[low:high]
