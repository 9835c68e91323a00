"""Passages that an article says twice.

A scraper that follows "continue reading" pastes the teaser in front of the article; a content
farm pads. Whether such a passage is to be cut is for the boilerplate stage and for people; here it
is only found: runs of sentences that stood before on the same page, long enough not to be a
refrain ("Talk to your doctor.").
"""

from __future__ import annotations

from collections.abc import Sequence

MIN_WORDS = 25
"""Words in a run from which it counts as a passage; a refrain or a caption is shorter."""

Run = tuple[int, int, int]


def find_repeats(hashes: Sequence[int], sizes: Sequence[int]) -> tuple[Run, ...]:
    """Runs (again, first, length): sentences `again…` say what sentences `first…` said.

    `sizes` are the sentences' words. Linear: each sentence is looked up once.
    """
    seen: dict[int, int] = {}
    runs: list[Run] = []
    index = 0
    while index < len(hashes):
        first = seen.get(hashes[index])
        if first is None:
            seen[hashes[index]] = index
            index += 1
            continue
        length = 1
        while (
            index + length < len(hashes)
            and first + length < index
            and hashes[index + length] == hashes[first + length]
        ):
            length += 1
        if sum(sizes[index : index + length]) >= MIN_WORDS:
            runs.append((index, first, length))
        index += length
    return tuple(runs)
