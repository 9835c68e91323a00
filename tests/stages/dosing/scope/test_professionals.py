from collections.abc import Callable

import pytest

from pipeline.stages.dosing.scope.passage import Passage

Reader = Callable[[str], Passage]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The urologist, having seen the analysis, writes out fosfomycin.", "supervised"),
        ("The nurse injects it on the sheet of appointments of the neurologist.", "supervised"),
        ("Levothyroxine by the endocrinologist's scheme.", "supervised"),
        ("My gyno wrote me a stronger one.", "supervised"),
        ("Fosfomycin, if the gynecologist appointed it.", "supervised"),
        ("My urologist was fine with tadalafil beside it.", "supervised"),
        ("Ask your cardiologist before the first tablet.", "supervised"),
        ("With my psychiatrist it went faster.", "doctor"),
        ("An abundant flow: the doctor appoints etamsylate.", "supervised"),
    ],
)
def test_decides_or_is_there(passage_of: Reader, text: str, kind: str) -> None:
    assert passage_of(text).sentences[0].has(kind)


@pytest.mark.parametrize(
    "text",
    [
        "No cardiologist is needed for this.",
        "Save yourself the GP queue.",
        "The visit to the dentist can be postponed.",
        "The neurologist never appoints it, so what.",
        "The doctor didn't order anything.",
        "The doctor dont appoint it.",
        "Amoxicillin instead of another doctor.",
    ],
)
def test_is_avoided_or_refuses(passage_of: Reader, text: str) -> None:
    assert not passage_of(text).sentences[0].has("supervised", "doctor")


@pytest.mark.parametrize(
    "text",
    [
        "No need to trouble the urologist with this.",
        "It is possible not to disturb the endocrinologist.",
        "Manage it without ringing your cardiologist.",
    ],
)
def test_is_sent_away(passage_of: Reader, text: str) -> None:
    assert passage_of(text).sentences[0].has("unsupervised")


@pytest.mark.parametrize(
    "text",
    [
        "Never take it without asking your cardiologist.",
        "The dentist's neighbor knows a trick.",
        "The neurologist will tell you the same.",
    ],
)
def test_is_neither_sent_away_nor_decides(passage_of: Reader, text: str) -> None:
    sentence = passage_of(text).sentences[0]
    sent = [c for c in sentence.of("unsupervised") if c.name == "sent away"]
    assert not sent
    assert "neurologist" not in text or not sentence.has("supervised", "doctor")
