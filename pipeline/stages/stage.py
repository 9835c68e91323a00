"""What a stage is, and the check that stages stand in an order that can work.

A stage is a small frozen dataclass that holds its settings and loaded resources; its logic is
module-level functions. A document stage sees one page. A corpus stage plays three acts: *survey*
is pure and parallel, *decide* sees only surveys and ignores their order, *apply* is pure again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar, runtime_checkable

from pipeline.model.changes import Changes, Layer
from pipeline.model.document import DocId
from pipeline.model.ledger import Ledger

Survey = TypeVar("Survey")
Decision = TypeVar("Decision")


class Stage(Protocol):
    """Named and versioned; `needs` and `makes` say which layers it reads and writes."""

    @property
    def name(self) -> str: ...
    @property
    def version(self) -> int: ...
    @property
    def needs(self) -> frozenset[Layer]: ...
    @property
    def makes(self) -> frozenset[Layer]: ...


@runtime_checkable
class DocumentStage(Stage, Protocol):
    """Judges one page by itself."""

    def __call__(self, ledger: Ledger) -> Changes: ...


@runtime_checkable
class CorpusStage(Stage, Protocol[Survey, Decision]):
    """Judges pages by the company they keep."""

    def survey(self, ledger: Ledger) -> Survey: ...
    def decide(self, surveyed: Iterable[tuple[DocId, Survey]]) -> Decision: ...
    def apply(self, ledger: Ledger, decision: Decision) -> Changes: ...


def check_order(stages: Sequence[Stage]) -> None:
    """Raise ValueError when a stage needs a layer that no earlier stage makes, or shares a name."""
    made = {Layer.BLOCKS}
    names: set[str] = set()
    for stage in stages:
        missing = stage.needs - made
        if missing:
            wanted = ", ".join(sorted(missing))
            raise ValueError(f"stage {stage.name} needs {wanted}, which no earlier stage makes")
        if stage.name in names:
            raise ValueError(f"two stages are called {stage.name}")
        names.add(stage.name)
        made |= stage.makes
