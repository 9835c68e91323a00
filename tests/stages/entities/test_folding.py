import pytest

from pipeline.stages.entities.folding import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("oedema", "edema"),
        ("Anaemia", "anemia"),
        ("diarrhoea", "diarrhea"),
        ("tumours", "tumor"),
        ("sulphate", "sulfate"),
        ("hospitalised", "hospitalized"),
        ("embolisation", "embolization"),
        ("fibre", "fiber"),
        ("litres", "liter"),
        ("pregnancies", "pregnancy"),
        ("thromboses", "thrombosis"),
        ("biopsies", "biopsy"),
        ("headaches", "headache"),
        ("aches", "ache"),
        ("patches", "patch"),
        ("beaches", "beach"),
        ("coaches", "coach"),
        ("abscesses", "abscess"),
        ("Ménière", "meniere"),
        ("Tylenol®", "tylenol"),
        ("don’t", "don't"),
        ("St.", "st"),
    ],
)
def test_two_spellings_of_one_word_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fungus", "fung"),
        ("virus", "viru"),
        ("gas", "ga"),
        ("toe", "te"),
        ("hour", "hor"),
        ("iris", "iri"),
        ("glucose", "glucos"),
        ("sores", "sorrow"),
    ],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("word", ["", ".", "...", "’", "-", "5", "é"])
def test_nothing_is_too_short_to_fold(word: str) -> None:
    assert isinstance(fold(word), str)
