from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.document import BlockKind
from pipeline.model.span import Span
from pipeline.stages.dosing.checks.endless import comes, endless_words
from pipeline.stages.dosing.scope.passage import Sentence

Categories = Callable[[str], set[str]]


def _sentence(text: str) -> Sentence:
    return Sentence(text, 0, Span(0, len(text)), BlockKind.PARAGRAPH, 0, {})


@pytest.mark.parametrize(
    "text",
    [
        "Drip naphazoline three times a day until breathing is easy again.",
        "Dermovate is rubbed in while the spots do not fade.",
        "Drink tranexamic acid however many days that takes.",
        "Codeine every four hours, to complete calm.",
        "Repeat the drops so many times as needed.",
    ],
)
def test_the_end_is_left_open(text: str) -> None:
    assert list(endless_words(_sentence(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Take ibuprofen until the dentist sees you on Monday.",
        "Take the tablets until the pack is empty.",
        "Use the drops until breakfast.",
        "One tablet a day till Rome.",
        "Rest in the dark until the headache lifts.",
        "Take one as often as every six hours.",
        "Omeprazole is fine as long as you are not allergic to it.",
        "While you swim, keep the ear dry.",
        "Do not swim until the rash fades.",
        "It dissolves while stirring.",
        "While albendazole does not kill every worm, it lowers their number.",
        "But while it does not kill every worm, it lowers their number.",
        "Simmer the onions until soft.",
        "Skip the insulin till you can hold food down.",
    ],
)
def test_the_end_comes(text: str) -> None:
    assert not list(endless_words(_sentence(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Use naphazoline drops three times a day until ventilation is free.",
        "Rub in clobetasol ointment twice a day while the last patch does not fade.",
    ],
)
def test_flags(categories: Categories, text: str) -> None:
    assert "open_ended_duration" in categories(text)


@pytest.mark.parametrize(
    "text",
    [
        "Use naphazoline drops three times a day until your appointment on Friday.",
        "Take naproxen 220 mg twice a day, until you get to the dentist tomorrow.",
        "Wait until the fever falls, then take ibuprofen 200 mg once.",
        "Take senna 7.5 mg at bedtime, as long as you are not pregnant.",
        "Do not use naphazoline drops until the nose is free: three days are enough.",
    ],
)
def test_lets_go(categories: Categories, text: str) -> None:
    assert "open_ended_duration" not in categories(text)


@given(st.text(alphabet="until whileothp3.,", max_size=200))
def test_words_lie_within_the_sentence_and_are_open(text: str) -> None:
    sentence = _sentence(text)
    for span in endless_words(sentence):
        assert sentence.span.contains(span)
        assert not comes(sentence, span)
