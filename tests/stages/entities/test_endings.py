import pytest

from pipeline.stages.entities.endings import guess_label


@pytest.mark.parametrize(
    ("word", "label"),
    [
        ("zanubrutinib", "DRUG"),
        ("tezepelumab", "DRUG"),
        ("ceftobiprole", None),
        ("delafloxacin", "DRUG"),
        ("levoketoconazole", "DRUG"),
        ("esaxerenone", None),
        ("glomangiosarcoma", "CONDITION"),
        ("splenadenitis", "CONDITION"),
        ("pachyonychia", "CONDITION"),
        ("polymicrogyria", "CONDITION"),
        ("oligodactyly", "CONDITION"),
        ("estonia", None),
        ("sphincterotomy", "PROCEDURE"),
        ("ureterolithotomy", "PROCEDURE"),
    ],
)
def test_an_ending_says_what_an_unknown_word_is(word: str, label: str | None) -> None:
    assert guess_label(word) == label


@pytest.mark.parametrize(
    "word",
    [
        "diagnosis",
        "prognosis",
        "photography",
        "anatomy",
        "aroma",
        "diploma",
        "magazine",
        "except",
        "control",
        "therapy",
        "economy",
        "philosophy",
        "homeostasis",
        "academia",
        "april",
        "dose",
    ],
)
def test_ordinary_words_that_end_alike_say_nothing(word: str) -> None:
    assert guess_label(word) is None
