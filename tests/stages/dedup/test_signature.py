"""Signatures are for ever, and estimate the resemblance they are made for."""

import hashlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.dedup.signature import (
    BANDS,
    PERMUTATIONS,
    SIGNATURE_BYTES,
    band_keys,
    shingle_hashes,
    sign,
    stack,
)


def test_a_stored_signature_stays_valid() -> None:
    """If this changes, stored signatures must be rebuilt: raise the stage's version."""
    words = ["rest", "the", "joint", "and", "keep", "it", "raised"]
    assert hashlib.sha256(sign(words)).hexdigest()[:16] == "dd6727eb684663e8"


def test_size() -> None:
    assert len(sign(["one"])) == SIGNATURE_BYTES
    assert sign([]) == b""


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.8])
def test_it_estimates_resemblance(kept: float) -> None:
    """192 minima estimate a Jaccard index with a standard error below 0.04."""
    first = [f"w{i}" for i in range(1_000)]
    second = [w if i < kept * 1_000 else w + "x" for i, w in enumerate(first)]
    a, b = shingle_hashes(first), shingle_hashes(second)
    true = len(np.intersect1d(a, b)) / len(np.union1d(a, b))
    matrix = stack([sign(first), sign(second)])
    assert abs((matrix[0] == matrix[1]).mean() - true) < 0.15


@given(st.lists(st.sampled_from("abcdef"), min_size=1), st.integers(0, BANDS - 1))
def test_equal_texts_share_every_band(words: list[str], band: int) -> None:
    matrix = stack([sign(words), sign(list(words))])
    assert matrix.shape == (2, PERMUTATIONS)
    keys = band_keys(matrix, band)
    assert keys[0] == keys[1]


def test_long_texts_are_signed_in_pieces() -> None:
    words = [f"w{i}" for i in range(5_000)]
    halves = stack([sign(words[:2_501]), sign(words[2_500:])])
    assert (stack([sign(words)])[0] == halves.min(axis=0)).all()
