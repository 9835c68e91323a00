import pytest

from pipeline.io.resources import lines
from pipeline.settings import Settings
from pipeline.single import judge_words
from pipeline.stages.dosing.judge import flag_rules
from pipeline.stages.dosing.scope.needs import AMOUNT, DRUG, RHYTHM, shortfall
from pipeline.stages.dosing.scope.passage import Passage


@pytest.mark.parametrize(
    ("words", "rule", "missing"),
    [
        ("Take ibuprofen with food for a sore knee.", "DOSE001", "an amount to take"),
        ("Wait a day before you see anyone.", "DOSE016", "a serious illness or its signs"),
        ("Now stop taking it.", "DOSE013", "a long-term treatment"),
    ],
)
def test_nearest_rule_names_the_missing_piece(words: str, rule: str, missing: str) -> None:
    _, silent = judge_words(words, Settings())
    near = {str(silence.id): silence for silence in silent}
    assert any(missing in piece for piece in near[rule].missing)
    assert all(word in words for word in near[rule].words)


def test_an_amount_that_is_no_dose_is_said_to_be_none() -> None:
    _, silent = judge_words("Never take more than 4 g of paracetamol a day.", Settings())
    assert any("“4 g” is none" in silence.why for silence in silent)


def test_words_with_nothing_of_any_rule_have_no_nearest_rule() -> None:
    assert judge_words("The weather was fine.", Settings())[1] == ()


def test_a_rule_that_looked_speaks_for_itself() -> None:
    _, silent = judge_words("Ibuprofen 400 mg three times a day is enough.", Settings())
    assert silent
    assert all(silence.why and not silence.missing for silence in silent)


def test_every_rule_but_those_on_notation_says_what_it_needs() -> None:
    without = [rule.name for rule in flag_rules() if not getattr(rule.check, "needs", ())]
    assert without == ["error_prone_notation", "name_glued_to_dose", "poison_as_remedy"]


def test_the_sentence_with_most_of_the_pieces_counts() -> None:
    from pipeline.stages.dosing.stage import knowledge_from

    empty = Passage("", (), (), knowledge_from(lines))
    assert shortfall(empty, (DRUG, AMOUNT, RHYTHM)) is None
