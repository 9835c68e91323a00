import pytest

from pipeline.stages.entities.lexicon import PREFIXES
from pipeline.stages.entities.model_labels import BUILT_IN, LabelError, our_labels


@pytest.mark.parametrize(
    ("labels", "ours"),
    [
        (["Chemical", "Disease"], {"Chemical": "DRUG", "Disease": "CONDITION"}),
        (["CHEMICAL", "DISEASE"], {"CHEMICAL": "DRUG", "DISEASE": "CONDITION"}),
        (["Problem"], {"Problem": "SYMPTOM"}),
        (["DOSAGE", "DRUG", "FORM", "FREQUENCY", "ROUTE", "STRENGTH"], {"DRUG": "DRUG"}),
        (["CANCER", "ORGAN", "TAXON"], {"CANCER": "CONDITION", "ORGAN": "ANATOMY"}),
    ],
)
def test_the_labels_of_known_models_have_a_meaning(labels: list[str], ours: dict[str, str]) -> None:
    assert our_labels(labels, ()) == ours


def test_every_label_of_ours_means_itself_and_nothing_else_is_given_out() -> None:
    assert our_labels(PREFIXES, ()) == {label: label for label in PREFIXES}
    assert set(BUILT_IN.values()) <= {*PREFIXES, None}


def test_settings_explain_and_overrule() -> None:
    said = ("Compound = DRUG", "gene=none", "Disease = SYMPTOM")
    labels = ["Compound", "Gene", "Disease"]
    assert our_labels(labels, said) == {"Compound": "DRUG", "Disease": "SYMPTOM"}


def test_unknown_labels_are_named_with_the_setting() -> None:
    with pytest.raises(LabelError, match=r"Compound, Zebra.*model-labels = .\"Compound = DRUG\""):
        our_labels(["Zebra", "Disease", "Compound"], ())


@pytest.mark.parametrize("labels", [[], ["PERSON", "ORG"]])
def test_a_model_of_which_nothing_is_wanted_is_refused(labels: list[str]) -> None:
    with pytest.raises(LabelError, match="wanted"):
        our_labels(labels, ())


@pytest.mark.parametrize("line", ["Compound", "= DRUG", "Compound = MEDICINE", ""])
def test_a_line_that_says_nothing_is_quoted(line: str) -> None:
    with pytest.raises(LabelError, match="needs model-labels like"):
        our_labels(["Disease"], (line,))
