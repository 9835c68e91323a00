"""All that a stage may say about a document, and who said it.

A stage returns `Changes`; the runner applies them and stamps `Provenance`. No stage touches the
page text, and none can forget to say why.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NewType

from pipeline.model.document import DocId
from pipeline.model.dose import DoseMention
from pipeline.model.mention import Mention
from pipeline.model.span import Span

RuleId = NewType("RuleId", str)

TABLE_REPAIR = RuleId("rebuilt-table")
"""Repairs under this id put `CELL_BAR` between the cells of a table whose markup was lost."""

CELL_BAR = " | "

TEXT_DEFECT = "text_defect"
"""Category of findings about damaged text: they count against a page when one of several copies
is kept, and make it one of the strangest of a run."""

COMMENTS_CUT = RuleId("CUT011")
"""The rule that cuts readers' comments: words that the article does not answer for."""


class Layer(StrEnum):
    """What stages need and make; the runner checks the order before the first page opens."""

    BLOCKS = "blocks"
    CUTS = "cuts"
    REPAIRS = "repairs"
    LANGUAGE = "language"
    MENTIONS = "mentions"
    DOSES = "doses"
    FINDINGS = "findings"
    VERDICT = "verdict"


class Severity(IntEnum):
    """Harm, if we are right."""

    INFO = 0
    MINOR = 1
    MAJOR = 2
    CRITICAL = 3

    @property
    def label(self) -> str:
        return self.name.lower()


class Confidence(StrEnum):
    """How likely we are right."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a number or a rule comes from. `retrieved` is an ISO date, for online sources."""

    authority: str
    title: str
    year: int
    section: str = ""
    url: str = ""
    retrieved: str = ""

    def __str__(self) -> str:
        section = f", {self.section}" if self.section else ""
        return f"{self.authority}, {self.title} ({self.year}){section}"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which stage, at which version, said something."""

    stage: str
    version: int


@dataclass(frozen=True, slots=True)
class Cut:
    """Leaves the article, never the record: whole blocks, with the white space behind them."""

    span: Span
    rule: RuleId
    reason: str


@dataclass(frozen=True, slots=True)
class Repair:
    """Reads better as `replacement`; an empty span inserts."""

    span: Span
    replacement: str
    rule: RuleId
    reason: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at, with its evidence and its working laid open.

    `reference` is the key of the entry in the reference tables that the words were held against,
    empty where a rule needs none.
    """

    rule: RuleId
    category: str
    severity: Severity
    confidence: Confidence
    evidence: tuple[Span, ...]
    explanation: str
    computation: str = ""
    citations: tuple[Citation, ...] = ()
    reference: str = ""
    fingerprint: str = ""

    @property
    def span(self) -> Span:
        """From the first word of evidence to the last."""
        first = self.evidence[0]
        for other in self.evidence[1:]:
            first = first.cover(other)
        return first


class Fate(StrEnum):
    """Where a page ends. Every input ends in exactly one of these."""

    EMITTED = "emitted"
    HELD = "held"
    DUPLICATE = "duplicate"
    SET_ASIDE = "set_aside"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Takes the page out of the stream, or releases it; `of` names the copy that is kept."""

    fate: Fate
    reason: str
    of: DocId | None = None


@dataclass(frozen=True, slots=True)
class Language:
    """A language code, or `und` when the text is too short to tell."""

    code: str
    probability: float


@dataclass(frozen=True, slots=True)
class Changes:
    """All a stage may say."""

    cuts: tuple[Cut, ...] = ()
    repairs: tuple[Repair, ...] = ()
    language: Language | None = None
    mentions: tuple[Mention, ...] = ()
    doses: tuple[DoseMention, ...] = ()
    findings: tuple[Finding, ...] = ()
    verdict: Verdict | None = None

    def layers(self) -> frozenset[Layer]:
        """The layers these changes write to."""
        said = {
            Layer.CUTS: self.cuts,
            Layer.REPAIRS: self.repairs,
            Layer.LANGUAGE: self.language,
            Layer.MENTIONS: self.mentions,
            Layer.DOSES: self.doses,
            Layer.FINDINGS: self.findings,
            Layer.VERDICT: self.verdict,
        }
        return frozenset(layer for layer, value in said.items() if value)


def fingerprint(rule: RuleId, quote: str, page: DocId) -> str:
    """A name for a finding that survives re-runs and moves within the page.

    Made of the rule, the quoted words without case and spacing, and the page; never of a line
    or an offset, so that decisions stay settled when other parts of the page change.
    """
    words = " ".join(re.sub(r"\W+", " ", quote.casefold()).split())
    key = "\x1f".join((rule, words, page))
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
