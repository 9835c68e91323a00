"""What a rule is: an argument, a check, its sources, and examples that are its tests.

A rule is one file whose docstring holds the argument and whose `RULE` holds the rest. Its name is
the file's name. Examples mark what must be caught with double brackets, so that the page about
the rule, the test of the rule and the explanation to an editor are the same words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from pipeline.model.changes import Citation, Confidence, RuleId, Severity
from pipeline.model.span import Span

Passage = TypeVar("Passage", contravariant=True)

_MARK = re.compile(r"\[\[|\]\]")


@dataclass(frozen=True, slots=True)
class Example:
    """`marked` is text with the expected evidence between double brackets; `why` says why."""

    marked: str
    why: str
    severity: Severity | None = None

    @property
    def text(self) -> str:
        """The example as it would stand on a page."""
        return _MARK.sub("", self.marked)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Offsets into `text` of the marked evidence; raises ValueError on unpaired marks."""
        spans: list[Span] = []
        opened: int | None = None
        removed = 0
        for mark in _MARK.finditer(self.marked):
            at = mark.start() - removed
            removed += 2
            if mark.group() == "[[" and opened is None:
                opened = at
            elif mark.group() == "]]" and opened is not None:
                spans.append(Span(opened, at))
                opened = None
            else:
                raise ValueError(f"unpaired mark in example: {self.marked!r}")
        if opened is not None:
            raise ValueError(f"unpaired mark in example: {self.marked!r}")
        return tuple(spans)


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's answer about one passage: where, how bad, why, and with what arithmetic.

    `evidence` are offsets into the passage the rule was given. `citations` are those of the limit
    that was passed; when empty, the rule's own stand.
    """

    evidence: tuple[Span, ...]
    severity: Severity
    explanation: str
    confidence: Confidence = Confidence.HIGH
    computation: str = ""
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Silence:
    """Why the rule `id` said nothing: it considered `words` and let them go because of `why`; or
    it found in them only a part of what it needs, and `missing` is the rest."""

    id: RuleId
    words: tuple[str, ...]
    why: str = ""
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FlagRule(Generic[Passage]):
    """Flags words on a page that stay where they are. `severity` is the usual one.

    `summary` is one line on what it catches; `advice` one line on what an editor should do.
    """

    id: RuleId
    name: str
    category: str
    severity: Severity
    summary: str
    advice: str
    citations: tuple[Citation, ...]
    check: Callable[[Passage], Iterable[Hit]]
    flags: tuple[Example, ...]
    passes: tuple[Example, ...]
    known_gaps: tuple[Example, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CutRule(Generic[Passage]):
    """Cuts blocks that are not the article. `seen` says on what kind of pages it was observed.

    `find` answers with spans of blocks to cut; each becomes a cut with the hit's explanation as
    its reason.
    """

    id: RuleId
    name: str
    summary: str
    seen: str
    find: Callable[[Passage], Iterable[Hit]]
    cuts: tuple[Example, ...]
    keeps: tuple[Example, ...]
    known_gaps: tuple[Example, ...] = field(default=())


class Does(StrEnum):
    """What a stated rule does to a page."""

    FLAGS = "flags"
    CUTS = "cuts"
    MENDS = "mends"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedRule:
    """A rule that no passage can show by itself: it mends characters, or judges a page by others.

    It is stated so that every id on a report leads somewhere. `argument` is for an editor;
    `severity` is that of its findings, where it raises any.
    """

    id: RuleId
    name: str
    does: Does
    summary: str
    argument: str
    severity: Severity | None = None
    advice: str = ""
