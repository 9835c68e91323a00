"""Words that say the opposite of one another."""

from __future__ import annotations

from functools import lru_cache

from pipeline.stages.dedup.cues import NEGATING_PREFIXES, OPPOSITE_PREFIXES, OPPOSITES

MIN_STEM = 4
"""Letters a word must have behind a prefix for the prefix to be one."""


@lru_cache(maxsize=1 << 16)
def opposites_of(word: str) -> tuple[str, ...]:
    """Listed opposites, and words that differ in an opposing or negating prefix, sorted.

    >>> "hyperglycemia" in opposites_of("hypoglycemia"), "unsafe" in opposites_of("safe")
    (True, True)
    """
    found = set(OPPOSITES.get(word, ()))
    if len(word) >= MIN_STEM:
        found.update(prefix + word for prefix in NEGATING_PREFIXES)
    for prefix in NEGATING_PREFIXES:
        found.update(_with_prefix(word, prefix, ""))
    for one, other in OPPOSITE_PREFIXES:
        found.update(_with_prefix(word, one, other))
        found.update(_with_prefix(word, other, one))
    return tuple(sorted(found))


def _with_prefix(word: str, old: str, new: str) -> tuple[str, ...]:
    """`word` with prefix `new` for `old`, where it has it and enough of a stem is left."""
    if word.startswith(old) and len(word) - len(old) >= MIN_STEM:
        return (new + word[len(old) :],)
    return ()
