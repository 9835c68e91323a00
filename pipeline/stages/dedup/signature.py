"""A stable MinHash signature of short shingles, and its bands.

Pairs of neighbouring words survive what longer shingles do not: replace every fifth word of an
article and 64 % of its 2-grams are still there, but only a third of its 5-grams. The signature
is that of Broder, "On the resemblance and containment of documents" (1997); the permutations
are multiply-shift functions (Dietzfelbinger et al., "A reliable randomized algorithm for the
closest-pair problem", 1997) whose constants are drawn from BLAKE2b of their number, so that a
signature stored today can be compared with one made next year on another machine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from pipeline.text.shingles import hash_word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BANDS, ROWS = 64, 3
PERMUTATIONS = BANDS * ROWS
SIGNATURE_BYTES = 4 * PERMUTATIONS
"""64 bands of 3: two texts that share 40 % of their shingles meet with a probability above
98 %, texts that share 3 % (any two health articles) in one case of 600."""

_CHUNK = 2_048
_SHINGLE = "clean-corpus shingle "
_PERMUTATION = "clean-corpus permutation "


def sign(words: Sequence[str]) -> bytes:
    """The signature of a text: `PERMUTATIONS` little-endian 32-bit minima; empty for no words."""
    import numpy as np

    if not words:
        return b""
    shingles = shingle_hashes(words)
    times, plus = _permutations()
    least = np.full(PERMUTATIONS, np.iinfo(np.uint32).max, dtype=np.uint32)
    for at in range(0, len(shingles), _CHUNK):
        mixed = shingles[at : at + _CHUNK, None] * times + plus
        least = np.minimum(least, (mixed >> np.uint64(32)).astype(np.uint32).min(axis=0))
    return least.astype("<u4").tobytes()


def shingle_hashes(words: Sequence[str]) -> NDArray[np.uint64]:
    """Distinct 64-bit hashes of the pairs of neighbouring words (of the word, if it is alone)."""
    import numpy as np

    hashes = np.fromiter((hash_word(w) for w in words), dtype=np.uint64, count=len(words))
    if len(hashes) > 1:
        first, second = np.uint64(_constant(_SHINGLE + "1")), np.uint64(_constant(_SHINGLE + "2"))
        hashes = hashes[:-1] * first + hashes[1:] * second
    hashes = hashes ^ (hashes >> np.uint64(31))
    return np.unique(hashes)


def stack(signatures: Sequence[bytes]) -> NDArray[np.uint32]:
    """Signatures as rows of a matrix."""
    import numpy as np

    joined = np.frombuffer(b"".join(signatures), dtype="<u4")
    return joined.astype(np.uint32).reshape(len(signatures), PERMUTATIONS)


def band_keys(matrix: NDArray[np.uint32], band: int) -> NDArray[np.uint64]:
    """One 64-bit key a row: equal keys mean equal minima in `band`."""
    import numpy as np

    rows = matrix[:, band * ROWS : (band + 1) * ROWS].astype(np.uint64)
    keys = np.zeros(len(matrix), dtype=np.uint64)
    factor = np.uint64(_constant(_SHINGLE + "1"))
    for row in range(ROWS):
        keys = (keys ^ rows[:, row]) * factor
        keys ^= keys >> np.uint64(29)
    return keys


def _constant(name: str) -> int:
    """An odd 64-bit number drawn from BLAKE2b of `name`."""
    digest = hashlib.blake2b(name.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little") | 1


@cache
def _permutations() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    import numpy as np

    times = [_constant(f"{_PERMUTATION}{n} times") for n in range(PERMUTATIONS)]
    plus = [_constant(f"{_PERMUTATION}{n} plus") for n in range(PERMUTATIONS)]
    return np.array(times, dtype=np.uint64), np.array(plus, dtype=np.uint64)
