"""From the answers of rules to cuts: sure rules first, scores on what is left, guards in between.

A line is claimed by the first rule that finds it, in order of rule id. Neighbouring lines that go
for the same reason become one cut, so that an editor restores a list whole. A cut runs from its
first block to the start of the next block that stays, white space included.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from pipeline.model.changes import Cut, RuleId
from pipeline.model.document import Document
from pipeline.model.span import Span
from pipeline.rulebook.discovery import find_rules
from pipeline.rulebook.rule import CutRule
from pipeline.stages.boilerplate.page import Page


@dataclass(frozen=True, slots=True)
class Claim:
    """Why a line goes; lines of one hit share `group`, and are restored together."""

    rule: RuleId
    reason: str
    group: int


@cache
def sure_rules() -> tuple[CutRule[Page], ...]:
    """The rules that may cut whatever they find."""
    from pipeline.stages.boilerplate import rules

    return find_rules(rules, CutRule)


@cache
def scored_rules() -> tuple[CutRule[Page], ...]:
    """The rules that judge by score, heard last."""
    from pipeline.stages.boilerplate import scored

    return find_rules(scored, CutRule)


def claim_lines(page: Page, rules: Iterable[CutRule[Page]]) -> dict[int, Claim]:
    """Index → claim for each line that a rule finds and that is not gone already."""
    starts = [line.span.start for line in page.lines]
    claims: dict[int, Claim] = {}
    group = 0
    for rule in rules:
        for found in rule.find(page):
            group += 1
            for span in found.evidence:
                index = bisect_left(starts, span.start)
                if index not in claims and index not in page.gone:
                    claims[index] = Claim(rule.id, found.explanation, group)
    return claims


def claim_surely(page: Page) -> dict[int, Claim]:
    """What the sure rules claim, heard again once prose is gone that hid what was around it.

    A cookie notice above the menu is prose; only without it does the menu stand before the article.
    """
    claims = claim_lines(page, sure_rules())
    if any(page.lines[index].is_prose for index in claims):
        again = claim_lines(without(page, claims), sure_rules())
        claims = {**again, **claims}
    return claims


def without(page: Page, gone: Iterable[int]) -> Page:
    """The page with these lines marked as gone."""
    return replace(page, gone=page.gone | frozenset(gone))


def make_cuts(document: Document, claims: Mapping[int, Claim]) -> tuple[Cut, ...]:
    """One cut for each run of neighbouring lines with one claim."""
    cuts: list[Cut] = []
    run: list[int] = []
    for index in sorted(claims):
        if run and (index != run[-1] + 1 or claims[index] != claims[run[-1]]):
            cuts.append(_cut(document, run, claims[run[0]]))
            run = []
        run.append(index)
    if run:
        cuts.append(_cut(document, run, claims[run[0]]))
    return tuple(cuts)


def _cut(document: Document, run: Sequence[int], claim: Claim) -> Cut:
    blocks = document.blocks
    after = run[-1] + 1
    end = blocks[after].span.start if after < len(blocks) else len(document.text)
    return Cut(Span(blocks[run[0]].span.start, end), claim.rule, claim.reason)
