"""Which pairs are worth comparing, found without comparing all.

Two nets. Pages that share a band of the signature are alike as a whole; pages that share rare
sentences quote one another, however unlike they are as a whole. Both are sorts and runs of equal
keys in NumPy. A key that too many pages share says nothing about any two of them (a template,
a cookie notice): a crowded band pairs each page only with its next few neighbours in the stable
order, a crowded sentence pairs nobody. So time and memory stay near-linear in the corpus.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.stages.dedup.signature import (
    BANDS,
    PERMUTATIONS,
    SIGNATURE_BYTES,
    band_keys,
    stack,
)
from pipeline.stages.dedup.survey import Survey

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BUCKET = 256
"""Pages that may share a band and still all be paired with one another."""
NEIGHBOURS = 16
"""Pages that each page of a more crowded band is paired with."""
SENTENCE_PAGES = 48
"""Pages that may share a sentence and still be paired for it."""
COMPACT = 1_000_000
"""Pairs gathered before those found more than once are thrown out: 8 MB."""
MIN_SENTENCE = 5
"""Words below which a sentence is a phrase that anybody may write."""
MIN_RESEMBLANCE = 0.1
"""Estimated Jaccard below which pages are not alike; 40 % of words replaced leaves about 0.2."""
PARTNERS = 64
"""Pages that one page is compared with at most, the most promising ones: this bounds the work on
a template of thousands of pages; an article with more copies meets the rest through its stars."""
MIN_SHARED = 15
"""Words in shared rare sentences from which a pair is looked at although it is not alike."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Pages number `a` < `b`, their estimated Jaccard and the words in shared rare sentences."""

    a: int
    b: int
    resemblance: float
    shared: int


def find_candidates(surveys: Sequence[Survey]) -> Iterator[Candidate]:
    """Pairs of `surveys` (by index, in order) that may resemble or quote one another."""
    import numpy as np

    if len(surveys) < 2:
        return
    empty = b"\xff" * SIGNATURE_BYTES
    matrix = stack([s.signature or empty for s in surveys])
    alike = _band_pairs(matrix, np.array([not s.signature for s in surveys]))
    quoting, words = _sentence_pairs(surveys)
    pairs = _distinct([alike, quoting])
    shared = np.zeros(len(pairs), dtype=np.int64)
    shared[np.searchsorted(pairs, quoting)] = words
    first, second = pairs // len(surveys), pairs % len(surveys)
    resemblance = _resemblance(matrix, first, second)
    keep = (resemblance >= MIN_RESEMBLANCE) | (shared >= MIN_SHARED)
    keep &= _closest(first, second, resemblance + np.minimum(shared, 200) / 400)
    for a, b, alikeness, quoted in zip(
        first[keep].tolist(), second[keep].tolist(), resemblance[keep].tolist(),
        shared[keep].tolist(), strict=True,
    ):  # fmt: skip
        yield Candidate(a, b, alikeness, quoted)


def _closest(
    first: NDArray[np.int64], second: NDArray[np.int64], score: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Marks the pairs that are among the `PARTNERS` best of at least one of their pages."""
    import numpy as np

    pages = np.concatenate((first, second))
    others = np.concatenate((second, first))
    order = np.lexsort((others, -np.concatenate((score, score)), pages))
    sorted_pages = pages[order]
    starts = np.searchsorted(sorted_pages, sorted_pages)
    best = order[np.arange(len(order)) - starts < PARTNERS]
    marked = np.zeros(len(first), dtype=bool)
    marked[best % len(first)] = True
    return marked


def _band_pairs(matrix: NDArray[np.uint32], absent: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Pairs that share a band, coded a·n+b, sorted and distinct."""
    import numpy as np

    pending: list[NDArray[np.int64]] = [np.empty(0, dtype=np.int64)]
    size = 0
    present = np.flatnonzero(~absent)
    for band in range(BANDS):
        keys = band_keys(matrix[present], band)
        order = np.argsort(keys, kind="stable")
        pending.append(_pairs_of_runs(keys[order], present[order], len(matrix), BUCKET, NEIGHBOURS))
        if sum(map(len, pending)) > 2 * size + COMPACT:  # so that each pair is sorted few times
            pending = [_distinct(pending)]
            size = len(pending[0])
    return _distinct(pending)


def _distinct(arrays: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    """All values, sorted, each once; a plain sort is several times faster than `np.unique`."""
    import numpy as np

    values = np.sort(np.concatenate(arrays))
    fresh = np.ones(len(values), dtype=bool)
    fresh[1:] = values[1:] != values[:-1]
    return values[fresh]


def _sentence_pairs(surveys: Sequence[Survey]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pairs that share rare sentences, coded as above, and the words in those sentences."""
    import numpy as np

    rows: dict[tuple[int, int], int] = {}
    for page, survey in enumerate(surveys):
        for hash_, line in zip(survey.hashes, survey.words.split("\n"), strict=False):
            words = line.count(" ") + 1
            if words >= MIN_SENTENCE:
                rows[hash_, page] = words
    keys = np.array([h for h, _ in rows], dtype=np.uint64)
    pages = np.array([p for _, p in rows], dtype=np.int64)
    sizes = np.array(list(rows.values()), dtype=np.int64)
    order = np.lexsort((pages, keys))
    keys, pages, sizes = keys[order], pages[order], sizes[order]
    coded: list[NDArray[np.int64]] = [np.empty(0, dtype=np.int64)]
    words_shared: list[NDArray[np.int64]] = [np.empty(0, dtype=np.int64)]
    for low, high in _runs(keys):
        if high - low <= SENTENCE_PAGES:
            a, b = np.triu_indices(high - low, 1)
            coded.append(pages[low + a] * len(surveys) + pages[low + b])
            words_shared.append(np.full(len(a), sizes[low], dtype=np.int64))
    pairs, inverse = np.unique(np.concatenate(coded), return_inverse=True)
    total = np.bincount(inverse, weights=np.concatenate(words_shared), minlength=len(pairs))
    return pairs, total.astype(np.int64)


def _runs(keys: NDArray[np.uint64]) -> list[tuple[int, int]]:
    """Half-open bounds of runs of two or more equal keys in sorted `keys`."""
    import numpy as np

    if not len(keys):
        return []
    bounds = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1], [True])))
    lows, highs = bounds[:-1], bounds[1:]
    crowded = highs - lows > 1
    return list(zip(lows[crowded].tolist(), highs[crowded].tolist(), strict=True))


def _pairs_of_runs(
    keys: NDArray[np.uint64], pages: NDArray[np.int64], count: int, bucket: int, neighbours: int
) -> NDArray[np.int64]:
    """All pairs within each run; in a run above `bucket`, pairs at most `neighbours` apart."""
    import numpy as np

    coded: list[NDArray[np.int64]] = [np.empty(0, dtype=np.int64)]
    for low, high in _runs(keys):
        size = high - low
        reach = size - 1 if size <= bucket else neighbours
        for step in range(1, reach + 1):
            coded.append(pages[low : high - step] * count + pages[low + step : high])
    return np.concatenate(coded)


def _resemblance(
    matrix: NDArray[np.uint32], first: NDArray[np.int64], second: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Estimated Jaccard of each pair: the share of equal minima."""
    import numpy as np

    result = np.empty(len(first), dtype=np.float64)
    for at in range(0, len(first), 16_384):
        a, b = first[at : at + 16_384], second[at : at + 16_384]
        result[at : at + 16_384] = (matrix[a] == matrix[b]).sum(axis=1) / PERMUTATIONS
    return result
