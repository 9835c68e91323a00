"""Every example of every dosing rule, and what a rule must bring along to be one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.io.resources import lines
from pipeline.model.changes import Severity
from pipeline.rulebook.rule import Example, FlagRule
from pipeline.stages.dosing import Judgement, flag_rules, judge, knowledge_from
from pipeline.stages.entities.stage import find_mentions, load_tagger

Judge = Callable[[str], Judgement]
RULES = flag_rules()


def _cases(kind: str) -> list[Any]:
    return [
        pytest.param(rule, example, id=f"{rule.id}-{kind}{number}")
        for rule in RULES
        for number, example in enumerate(getattr(rule, kind), start=1)
    ]


@pytest.fixture(scope="module")
def judged() -> Judge:
    """Judges a text as a run would: its drugs are found by the entity tagger."""
    tagger, knowledge = load_tagger(lines), knowledge_from(lines)

    def run(text: str) -> Judgement:
        return judge(text, find_mentions(text, tagger), knowledge)

    return run


def _evidence(rule: FlagRule[Any], example: Example, judged: Judge) -> tuple[Any, ...]:
    found = judged(example.text).flagged
    return tuple(j.candidate.evidence for j in found if j.rule.id == rule.id)


@pytest.mark.parametrize(("rule", "example"), _cases("flags"))
def test_flags(rule: FlagRule[Any], example: Example, judged: Judge) -> None:
    assert [s.of(example.text) for s in _evidence(rule, example, judged)] == [
        s.of(example.text) for s in example.spans
    ]
    assert _evidence(rule, example, judged) == example.spans


@pytest.mark.parametrize(("rule", "example"), _cases("flags"))
def test_severity_of_flags(rule: FlagRule[Any], example: Example, judged: Judge) -> None:
    found = [j for j in judged(example.text).flagged if j.rule.id == rule.id]
    assert [j.candidate.severity for j in found] == [example.severity]


@pytest.mark.parametrize(("rule", "example"), _cases("passes"))
def test_passes(rule: FlagRule[Any], example: Example, judged: Judge) -> None:
    assert _evidence(rule, example, judged) == ()
    grave = [j for j in judged(example.text).flagged if j.candidate.severity >= Severity.MAJOR]
    assert [(j.rule.id, j.candidate.evidence.of(example.text)) for j in grave] == []


@pytest.mark.parametrize(("rule", "example"), _cases("known_gaps"))
@pytest.mark.xfail(strict=True, reason="a known gap; when it is closed, promote the example")
def test_known_gaps(rule: FlagRule[Any], example: Example, judged: Judge) -> None:
    assert _evidence(rule, example, judged) == example.spans


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_what_a_rule_brings_along(rule: FlagRule[Any]) -> None:
    assert rule.summary
    assert rule.advice
    assert rule.flags
    assert len(rule.passes) > len(rule.flags)
    for cited in rule.citations:
        assert cited.authority
        assert cited.title
        assert cited.year > 1950
    assert rule.citations
    assert all(example.why and example.spans for example in rule.flags)
    assert not any(example.spans for example in rule.passes)


def test_ids_and_names_are_unique() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_every_category_of_the_taxonomy_has_a_rule() -> None:
    assert {rule.category for rule in RULES} == {
        "max_single_dose",
        "max_daily_dose",
        "frequency_error",
        "excess_duration",
        "open_ended_duration",
        "missing_strength",
        "unit_error",
        "anaphoric_dose",
        "contraindicated_population",
        "unsupervised_rx",
        "therapy_alteration",
        "dangerous_combination",
        "herbal_serious",
        "delays_care",
        "toxic_remedy",
        "route_form_error",
    }
