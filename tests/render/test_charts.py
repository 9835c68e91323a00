from __future__ import annotations

import re
from itertools import pairwise

from pipeline.model.outcome import Corpus
from pipeline.model.summary import Summary
from pipeline.render.charts import bar, funnel, funnel_steps, stack


def test_steps_account_for_every_page(corpus) -> None:
    steps = funnel_steps(Summary.of(corpus))
    assert [s.count for s in steps] == [54, 49, 43, 41]
    for before, after in pairwise(steps):
        assert before.count - before.lost == after.count


def test_funnel_draws_a_branch_for_each_loss(corpus) -> None:
    drawn = funnel(funnel_steps(Summary.of(corpus)))
    assert re.findall(r"fate-\w+", drawn) == ["fate-set_aside", "fate-duplicate", "fate-held"]
    assert 'aria-hidden="true"' in drawn
    assert "style=" not in drawn


def test_nothing_read_draws_nothing_impossible() -> None:
    drawn = funnel(funnel_steps(Summary.of(Corpus(()))))
    assert "nan" not in drawn
    assert "fate-" not in drawn


def test_bars_stay_inside_their_track() -> None:
    for share in (-1.0, 0.0, 0.5, 1.0, 7.0):
        widths = [float(w) for w in re.findall(r'<rect[^>]* width="([\d.]+)"', bar(share))]
        assert all(0 < w <= 100 for w in widths)
    pieces = stack([("a", 1), ("b", 0), ("c", 3)])
    assert re.findall(r'class="(\w)" x="([\d.]+)" y="0.0" width="([\d.]+)"', pieces) == [
        ("a", "0.0", "25.0"),
        ("c", "25.0", "75.0"),
    ]
