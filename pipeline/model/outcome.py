"""Where each page ended and what people decided about it: what reports are made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from pipeline.model.changes import Fate, Finding
from pipeline.model.copies import Copies
from pipeline.model.document import DocId
from pipeline.model.ledger import Ledger
from pipeline.model.templates import Templates


class Action(StrEnum):
    """What a person can decide."""

    ACCEPT = "accept"  # the finding is right: the article stays out
    DISMISS = "dismiss"  # the finding is wrong or harmless here
    APPROVE = "approve"  # the article may go out
    REJECT = "reject"  # the article stays out, whatever its findings
    NOTE = "note"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Decision:
    """One event of the decision log. `at` is ISO 8601 with zone; `fingerprint` and `quote` name
    the finding (empty for article-level decisions); `undoes` the id of the event taken back."""

    id: str
    at: str
    by: str
    action: Action
    page: DocId
    fingerprint: str = ""
    rule: str = ""
    quote: str = ""
    reason: str = ""
    undoes: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of one page. `open` findings await a person, `settled` ones were dismissed.

    A page that could not be read has a ledger with an empty text, so that it is still a page.
    """

    ledger: Ledger
    fate: Fate
    reason: str
    stage: str = ""
    of: DocId | None = None
    open: tuple[Finding, ...] = ()
    settled: tuple[tuple[Finding, Decision], ...] = ()
    approval: Decision | None = None

    @property
    def id(self) -> DocId:
        return self.ledger.document.id


@dataclass(frozen=True, slots=True)
class Corpus:
    """One run's result, outcomes sorted by source path."""

    outcomes: tuple[Outcome, ...]
    copies: Copies = field(default_factory=Copies)
    templates: Templates = field(default_factory=Templates)
    unmatched: tuple[Decision, ...] = ()
    version: str = ""

    def by_fate(self, fate: Fate) -> tuple[Outcome, ...]:
        return tuple(o for o in self.outcomes if o.fate is fate)
