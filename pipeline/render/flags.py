"""A finding as an editor reads it: the words in their sentence, the rule, the working, the source.

The same card stands on the front page, on the article's page and in the story told on a terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.model.changes import Citation, Finding, RuleId, Severity
from pipeline.model.outcome import Decision, Outcome
from pipeline.model.span import Span
from pipeline.rulebook.rule import CutRule, FlagRule, StatedRule

Rule = FlagRule[Any] | CutRule[Any] | StatedRule
Rules = Mapping[RuleId, Rule]

SENTENCE = 220
"""Characters of context on each side at most; a longer sentence is clipped at a word."""

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]?\s+|\n")
_SENTENCE_STOP = re.compile(r"[.!?][\"'”’)]?(?=\s|$)|(?=\n)")


@dataclass(frozen=True, slots=True)
class Words:
    """A run of quoted context; `marked` words are the evidence."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class FlagCard:
    """One finding with all that a person needs to judge it; `number` counts in page order."""

    number: int
    finding: Finding
    title: str
    summary: str
    advice: str
    quote: tuple[Words, ...]
    citations: tuple[Citation, ...]
    settled: Decision | None
    open: bool
    known: bool

    @property
    def severity(self) -> Severity:
        return self.finding.severity

    @property
    def state(self) -> str:
        if self.settled:
            return "settled"
        return "open" if self.open else "noted"


def flag_cards(outcome: Outcome, rules: Rules) -> tuple[FlagCard, ...]:
    """The page's findings in page order."""
    found = sorted(outcome.ledger.findings, key=lambda f: (f.span, f.rule, f.fingerprint))
    return tuple(_card(number, f, outcome, rules) for number, f in enumerate(found, 1))


def _card(number: int, finding: Finding, outcome: Outcome, rules: Rules) -> FlagCard:
    rule = rules.get(finding.rule)
    flag = rule if isinstance(rule, FlagRule) else None
    said = rule if isinstance(rule, FlagRule | StatedRule) else None
    return FlagCard(
        number=number,
        finding=finding,
        title=rule_title(finding.rule, rules, finding.category.replace("_", " ")),
        known=rule is not None,
        summary=said.summary if said else "",
        advice=said.advice if said else "",
        quote=context(outcome.ledger.document.text, finding.evidence),
        citations=finding.citations or (flag.citations if flag else ()),
        settled=next((d for f, d in outcome.settled if f == finding), None),
        open=finding in outcome.open,
    )


def rule_title(rule: RuleId, rules: Rules, otherwise: str = "") -> str:
    """The rule's name as words; where it stands in no rule book, `otherwise` or its id."""
    known = rules.get(rule)
    if known is None:
        return opening(otherwise) or str(rule)
    return opening(known.name.replace("_", " ").replace("-", " "))


def opening(text: str) -> str:
    """`text` with a capital letter to start with, as a sentence has."""
    return text[:1].upper() + text[1:]


def context(text: str, evidence: Iterable[Span]) -> tuple[Words, ...]:
    """The evidence in its sentence; where evidence lies far apart, with … in between."""
    marks = _merge(evidence)
    words: list[Words] = []
    for window in _merge(_sentence(text, mark) for mark in marks):
        at = window.start
        words.append(Words("… " if words or _cuts_into(text, at) else ""))
        for mark in marks:
            if window.contains(mark):
                words += [Words(text[at : mark.start]), Words(mark.of(text), marked=True)]
                at = mark.end
        words.append(Words(text[at : window.end]))
        at = window.end
    if words and _cuts_into(text, at):
        words.append(Words(" …"))
    return tuple(w for w in words if w.text)


def _merge(spans: Iterable[Span]) -> list[Span]:
    """Sorted spans, those that touch made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = merged[-1].cover(span)
        else:
            merged.append(span)
    return merged


def _sentence(text: str, mark: Span) -> Span:
    """The sentence (or line) around `mark`, clipped to whole words within reach."""
    before = text[max(0, mark.start - SENTENCE) : mark.start]
    after = text[mark.end : mark.end + SENTENCE]
    ends = [m.end() for m in _SENTENCE_END.finditer(before)]
    start = ends[-1] if ends else (before.find(" ") + 1 if len(before) == SENTENCE else 0)
    closed = text[mark.end - 1 : mark.end] in ".!?"
    stop = _SENTENCE_STOP.search(after)
    if closed:
        end = 0
    elif stop:
        end = stop.end()
    else:
        end = after.rfind(" ") if len(after) == SENTENCE and " " in after else len(after)
    return Span(mark.start - len(before) + start, mark.end + end)


def _cuts_into(text: str, offset: int) -> bool:
    """True when a sentence goes on across `offset`."""
    before, after = (
        text[max(0, offset - 40) : offset].rstrip(" "),
        text[offset : offset + 40].lstrip(" "),
    )
    return bool(before and after) and before[-1] not in ".!?:;\n\t" and not after[0].isspace()
