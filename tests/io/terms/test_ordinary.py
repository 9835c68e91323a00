import pytest

from pipeline.io.resources import lines
from pipeline.io.terms.ordinary import ORDINARY, is_ordinary
from pipeline.stages.entities.folding import fold
from pipeline.stages.entities.lexicon import parse_lexicon


def test_the_list_is_spelled_as_texts_are_folded() -> None:
    assert [word for word in sorted(ORDINARY) if fold(word) != word] == []


@pytest.mark.parametrize("word", ["can", "lead", "set", "all", "had", "leading", "used", "disease"])
def test_ordinary_words(word: str) -> None:
    assert is_ordinary(word)


@pytest.mark.parametrize(
    "word", ["aspirin", "asthma", "nausea", "heart", "kidney", "cancer", "zel"]
)
def test_particular_words(word: str) -> None:
    assert not is_ordinary(word)


def test_hardly_any_drug_is_an_ordinary_word() -> None:
    drugs = parse_lexicon("drugs.tsv", lines("drugs.tsv"))
    names = {fold(drug.preferred) for drug in drugs if drug.id.startswith("drug:")}
    assert len(names & ORDINARY) < len(names) / 50
