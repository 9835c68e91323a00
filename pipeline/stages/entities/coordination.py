"""Names that share a head: "breast and ovarian cancer", "upper and lower back pain".

The last member of such a list is a name the lexicon knows; the others have lost their head. Each
is given it back, and where that makes a name the lexicon knows, the member is a mention of it:
"breast" stands for breast cancer there and is no part of the body.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.model.span import Span
from pipeline.stages.entities.compounds import KINDS
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.lexicon import Concept
from pipeline.stages.entities.words import Words

Look = Callable[[Sequence[str]], Concept | None]
"""The concept of exactly these folded words, if there is one that needs no cue."""

_LINKS = frozenset({"and", "or", "/", "&"})
_COMMA = ","
_OWNERS = frozenset({"the", "your", "my", "our", "his", "her", "their", "its"})
_LABELS = frozenset({"CONDITION", "SYMPTOM"})
_LONGEST = 2
_MOST_MEMBERS = 6


def add_members(words: Words, hits: Sequence[Hit], look: Look) -> list[Hit]:
    """`hits` with the members that lean on the head of a later one."""
    kept = {h.first: h for h in hits}
    owner = {at: h for h in hits for at in range(h.first, h.last)}
    for hit in hits:
        if hit.label not in _LABELS or hit.last - hit.first == 1:
            continue
        for member in _members(words, hit, look):
            old = {h.first: h for at in range(member.first, member.last) if (h := owner.get(at))}
            if all(_gives_way(h, member) for h in old.values()):
                for first in old:
                    kept.pop(first, None)
                kept[member.first] = member
                owner.update(dict.fromkeys(range(member.first, member.last), member))
    return sorted(kept.values(), key=lambda h: h.first)


def _gives_way(hit: Hit, member: Hit) -> bool:
    """True for a part of the body that is all inside the member."""
    inside = member.first <= hit.first and hit.last <= member.last
    return inside and hit.label == "ANATOMY"


def _members(words: Words, hit: Hit, look: Look) -> list[Hit]:
    """The members before `hit`, from the right to the left, as long as each makes a name."""
    members: list[Hit] = []
    at = hit.first
    while len(members) < _MOST_MEMBERS:
        end = _before_link(words.folded, at, comma=bool(members))
        member = end and _member(words, end, hit, look)
        if not member:
            break
        members.append(member)
        at = member.first
    return members


def _before_link(folded: Sequence[str], at: int, *, comma: bool) -> int:
    """Where the words end that an "and" or a slash joins to word `at`; 0 without one.

    A `comma` alone joins only members that are further left: "loss of appetite, weight loss".
    """
    if at and folded[at - 1] in _LINKS:
        return at - 1 - (at > 1 and folded[at - 2] == _COMMA)
    return at - 1 if comma and at and folded[at - 1] == _COMMA else 0


def _member(words: Words, end: int, hit: Hit, look: Look) -> Hit | None:
    """The mention of the words that end at `end`, completed by the head of `hit`."""
    for own in range(1, hit.last - hit.first):
        head = words.folded[hit.first + own : hit.last]
        for size in range(min(_LONGEST, end), 0, -1):
            modifier = words.folded[end - size : end]
            if not KINDS.isdisjoint(modifier) or modifier[-1] in words.folded[hit.first : hit.last]:
                continue
            if end > size and words.folded[end - size - 1] in _OWNERS:
                continue  # "it starts in the lung, and breast cancer in the breast"
            concept = look([*modifier, *head])
            if concept and concept.label == hit.label:
                span = Span(words.starts[end - size], words.ends[end - 1])
                return Hit(end - size, end, span, hit.label, concept)
    return None
