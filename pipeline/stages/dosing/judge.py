"""From a text and its drugs to doses, findings, and candidates that were let go.

The stage, `check` and the tests of the rules all come through here, so what an editor is told about
a sentence is what a run would have said about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

from pipeline.model.dose import DoseMention
from pipeline.model.mention import Mention
from pipeline.rulebook.discovery import find_rules
from pipeline.rulebook.rule import FlagRule
from pipeline.stages.dosing.checks.misread import as_written
from pipeline.stages.dosing.checks.over_limit import row_for
from pipeline.stages.dosing.facts.knowledge import Knowledge
from pipeline.stages.dosing.reading.lines import read_blocks
from pipeline.stages.dosing.reading.mentions import Drug, Found, read_doses
from pipeline.stages.dosing.reading.segments import ReadBlock, Segment, segment
from pipeline.stages.dosing.scope.claims import Candidate, Check
from pipeline.stages.dosing.scope.gathering import read_passage
from pipeline.stages.dosing.scope.needs import Shortfall, shortfall
from pipeline.stages.dosing.scope.passage import Passage

_COVERING = frozenset(
    {
        "contraindicated_population",
        "dangerous_combination",
        "route_form_error",
        "therapy_alteration",
    }
)


@dataclass(frozen=True, slots=True)
class Judged:
    """What one rule thinks of one place; spans are offsets into the text judged."""

    rule: FlagRule[Passage]
    candidate: Candidate

    @property
    def stands(self) -> bool:
        return self.candidate.let_go is None


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything the rules considered in `passage`, in reading order."""

    passage: Passage
    doses: tuple[DoseMention, ...]
    parts: tuple[Mention, ...]
    judged: tuple[Judged, ...]

    @property
    def text(self) -> str:
        return self.passage.text

    @property
    def flagged(self) -> tuple[Judged, ...]:
        return tuple(j for j in self.judged if j.stands)

    @property
    def let_go(self) -> tuple[Judged, ...]:
        """Candidates that were considered and dropped; `candidate.let_go` says why."""
        return tuple(j for j in self.judged if not j.stands)


@lru_cache(maxsize=1)
def flag_rules() -> tuple[FlagRule[Passage], ...]:
    """The dosing rules, sorted by id."""
    return find_rules(import_module("pipeline.stages.dosing.rules"), FlagRule)


def judge(
    text: str,
    mentions: Iterable[Mention],
    knowledge: Knowledge,
    blocks: Sequence[ReadBlock] | None = None,
) -> Judgement:
    """Read `text` and ask every rule; `mentions` are offsets into `text`, as are the answers.

    Without `blocks` the text is read as plain text, line by line.
    """
    passage, found = open_passage(text, mentions, knowledge, blocks)
    doses = tuple(as_written(dose, row_for(passage, dose)) for dose in found.doses)
    return Judgement(passage, doses, found.parts, judge_passage(passage))


def open_passage(
    text: str,
    mentions: Iterable[Mention],
    knowledge: Knowledge,
    blocks: Sequence[ReadBlock] | None = None,
) -> tuple[Passage, Found]:
    """The passage that the rules read, and the doses found in it.

    Rules hold a dose against what is known of its drug, so they read only those that have one.
    """
    mentions = tuple(mentions)
    segments = _segments(text, blocks)
    drugs = drugs_of(mentions, text, knowledge)
    found = read_doses(text, segments, drugs)
    named = tuple(dose for dose in found.doses if dose.drug is not None)
    complaints = [m.span for m in mentions if m.label in ("CONDITION", "SYMPTOM")]
    return read_passage(text, segments, drugs, named, knowledge, complaints), found


def nearest(judgement: Judgement, most: int = 2) -> tuple[tuple[FlagRule[Passage], Shortfall], ...]:
    """The rules that came nearest without considering a word of it, at most `most`, nearest
    first; a graver rule goes before one that lacks as much."""
    near = [
        (rule, fall)
        for rule in flag_rules()
        if isinstance(rule.check, Check)
        and (fall := shortfall(judgement.passage, rule.check.needs)) is not None
    ]
    near.sort(key=lambda each: (each[1].rank, -each[0].severity, each[0].id))
    return tuple(near[:most])


def judge_passage(passage: Passage) -> tuple[Judged, ...]:
    """Every rule's candidates, in reading order, without those that another covers."""
    found = [
        Judged(rule, candidate)
        for rule in flag_rules()
        if isinstance(rule.check, Check)
        for candidate in rule.check.candidates(passage)
    ]
    covered = _covered(passage, found)
    return tuple(sorted(covered, key=lambda j: (j.candidate.evidence, j.rule.id)))


def _covered(passage: Passage, found: Sequence[Judged]) -> list[Judged]:
    """Let go what a graver rule already says about the same words (taxonomy, section 2)."""
    graver = [j for j in found if j.stands and j.rule.category in _COVERING]
    kept: list[Judged] = []
    for judged in found:
        candidate = judged.candidate
        if judged.rule.category == "unsupervised_rx":
            implied = any(why in candidate.explanation for why in _ONLY_IMPLIED)
            covered = any(
                _together(passage, g.candidate, candidate)
                for g in graver
                if implied or g.rule.category == "therapy_alteration"
            )
            candidate = candidate.but("a graver finding covers these words" if covered else None)
        kept.append(Judged(judged.rule, candidate))
    return kept


_ONLY_IMPLIED = ("a regimen", "an order", "a direct order")
"""Words of explanations that stand on the same advice as a graver finding."""


def _together(passage: Passage, one: Candidate, other: Candidate) -> bool:
    """True when both are about one sentence."""
    first = passage.sentence_at(one.evidence.start)
    return one.evidence.overlaps(other.evidence) or first is passage.sentence_at(
        other.evidence.start
    )


def drugs_of(mentions: Iterable[Mention], text: str, knowledge: Knowledge) -> tuple[Drug, ...]:
    """The drug mentions as the dose grammar wants them: ingredient in lower case, strengths."""
    drugs: list[Drug] = []
    for mention in mentions:
        if mention.label != "DRUG":
            continue
        concept = mention.concept or ""
        name = mention.name.lower() if mention.name and not concept.startswith("class:") else None
        row = knowledge.limits.any(name)
        strengths = row.strengths if row else ()
        drugs.append(Drug(mention.span, mention.span.of(text), name, strengths))
    return tuple(sorted(drugs, key=lambda d: (d.span, d.written)))


def _segments(text: str, blocks: Sequence[ReadBlock] | None) -> tuple[Segment, ...]:
    return segment(text, read_blocks(text) if blocks is None else blocks)


__all__ = ["Judged", "Judgement", "flag_rules", "judge", "judge_passage", "nearest", "open_passage"]
