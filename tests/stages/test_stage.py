from dataclasses import dataclass

import pytest

from pipeline.model.changes import Changes, Layer
from pipeline.model.ledger import Ledger
from pipeline.stages.stage import CorpusStage, DocumentStage, check_order


@dataclass(frozen=True)
class Fake:
    name: str
    needs: frozenset[Layer] = frozenset()
    makes: frozenset[Layer] = frozenset()
    version: int = 1

    def __call__(self, ledger: Ledger) -> Changes:
        return Changes()


def test_a_stage_that_needs_what_nobody_makes_is_named() -> None:
    late = Fake("dosing", needs=frozenset({Layer.MENTIONS}))
    early = Fake("entities", makes=frozenset({Layer.MENTIONS}))
    check_order([early, late])
    with pytest.raises(ValueError, match="dosing needs mentions"):
        check_order([late, early])


def test_two_stages_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="two stages are called x"):
        check_order([Fake("x"), Fake("x")])


def test_what_can_be_called_with_a_page_is_a_document_stage() -> None:
    assert isinstance(Fake("x"), DocumentStage)
    assert not isinstance(Fake("x"), CorpusStage)
