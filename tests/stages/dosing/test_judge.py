from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.stages.dosing import Judgement, flag_rules
from pipeline.stages.dosing.facts.knowledge import Knowledge
from pipeline.stages.dosing.judge import judge

Judge = Callable[[str], Judgement]


def test_what_was_let_go_says_why(judged: Judge) -> None:
    reasons = {
        j.rule.category: j.candidate.let_go
        for j in judged("Never take 8 tablets of 500 mg paracetamol at once.").let_go
    }
    assert "forbidden or negated" in (reasons["max_single_dose"] or "")


def test_a_dose_within_its_limit_says_which(judged: Judge) -> None:
    found = judged("Take two 500 mg paracetamol tablets four times a day.").let_go
    reasons = [j.candidate.let_go for j in found if j.rule.category == "max_daily_dose"]
    assert reasons == ["within the limit of 4,000 mg a day"]


def test_a_regimen_covered_by_a_graver_finding_is_said_once(judged: Judge) -> None:
    flagged = judged("For a cold at 30 weeks take lisinopril 10 mg in the morning.").flagged
    assert [j.rule.category for j in flagged] == ["contraindicated_population"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n ",
        "1e308 mg of paracetamol, 0 tablets, 10–1 mg, 24/7, COVID-19, H1N1, omega-3, 5-HTP",
        "mg " * 2_000,
        "paracetamol " * 2_000,
        "(" * 5_000,
        "not " * 3_000 + "take paracetamol",
    ],
)
def test_absurd_text_is_read_without_a_crash(judged: Judge, text: str) -> None:
    assert judged(text).text == text


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_every_answer_lies_in_the_text(judged: Judge, text: str) -> None:
    for found in judged(text).judged:
        assert 0 <= found.candidate.evidence.start <= found.candidate.evidence.end <= len(text)


def test_the_same_text_gives_the_same_answer(judged: Judge) -> None:
    text = "Drink three 500 mg paracetamol tablets every two hours until the fever is gone."
    assert judged(text) == judged(text)


def test_without_drugs_nothing_numeric_is_said(knowledge: Knowledge) -> None:
    text = "The child weighs 20 kg and drank 300 ml of water twice a day."
    assert judge(text, (), knowledge).judged == ()


def test_rules_are_sorted_by_id() -> None:
    ids = [rule.id for rule in flag_rules()]
    assert ids == sorted(ids)
