from __future__ import annotations

from pipeline.model.changes import Severity
from pipeline.render.listing import STRANGEST, line, strangest


def test_a_page_in_a_line(held) -> None:
    made = line(held)
    assert (made.words, made.open, made.worst) == ("Held", 3, Severity.CRITICAL)
    assert (made.repairs, made.defects) == (7, 1)
    assert 0.16 < made.share < 0.18


def test_strangest_pages_come_most_first_and_untouched_ones_never(corpus) -> None:
    lists = dict(strangest([line(o) for o in corpus.outcomes]))
    assert [words for _, words in lists["Most repaired"]] == ["7 repairs"]
    assert [words for _, words in lists["Most damaged"]] == ["1 text defect"]
    shares = [int(words.split()[0]) for _, words in lists["Most cut"]]
    assert shares == sorted(shares, reverse=True)
    assert len(shares) == STRANGEST
