"""A template exchanges one name; a rewording changes many words once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.model.ledger import Ledger
from pipeline.stages.dedup.align import align
from pipeline.stages.dedup.exchange import find_exchange
from pipeline.stages.dedup.survey import take_survey
from pipeline.stages.dedup.text import Text

MakeLedger = Callable[..., Ledger]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ((("Gout", "Norrelosis"),), True),
        ((("uric acid", "calcium phosphate"),), True),
        ((("crystals", "crytsals"),), False),
        ((("the inside", "inside"), ("Rest the", "Rest this")), False),
        ((("kind", "form"), ("joint pain", "painful joints"), ("happens", "arises"),
          ("settle", "collect"), ("reacts", "answers"), ("fluid", "liquid")), False),
    ],
)  # fmt: skip
def test_exchanges(
    article: str, make_ledger: MakeLedger, changes: tuple[tuple[str, str], ...], found: bool
) -> None:
    text = article
    for old, new in changes:
        text = text.replace(old, new)
    a, b = (Text(take_survey(make_ledger("p", t)), {}) for t in (article, text))
    assert (find_exchange(a, b, align(a, b).matches) is not None) is found
