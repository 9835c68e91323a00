import json
import sys
from pathlib import Path

import pytest
import spacy

from pipeline.errors import SetupError
from pipeline.model.span import Span
from pipeline.stages.entities import models
from pipeline.stages.entities.models import Guess, check_model, load_model, model_identity
from pipeline.stages.entities.settings import EntitySettings
from pipeline.text.sentences import split_sentences

TEXT = "She had vortex fever. Nobody gave her glimmerine for it."


def save(folder: Path, *patterns: tuple[str, str]) -> Path:
    """A model without a network, as anybody might have made it."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": words} for label, words in patterns])  # type: ignore[attr-defined]
    nlp.to_disk(folder)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return save(
        tmp_path / "toy", ("Disease", "vortex fever"), ("Chemical", "glimmerine"), ("ORG", "Nobody")
    )


def settings(model: Path | str, *labels: str) -> EntitySettings:
    return EntitySettings(model=str(model), model_labels=labels)


def test_a_folder_is_loaded_and_asked(folder: Path) -> None:
    model = load_model(settings(folder))
    assert not model.clues
    found = model.find(TEXT, split_sentences(TEXT), [])
    assert [(g.span.of(TEXT), g.label) for g in found] == [
        ("vortex fever", "CONDITION"),
        ("glimmerine", "DRUG"),
    ]


def test_settings_overrule_what_a_label_means(folder: Path) -> None:
    model = load_model(settings(folder, "Disease = none", "Chemical = DEVICE"))
    (found,) = model.find(TEXT, split_sentences(TEXT), [])
    assert found == Guess(Span(TEXT.index("glim"), TEXT.index(" for it")), "DEVICE")


def test_strings_of_pages_do_not_pile_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = load_model(settings(folder))
    assert load_model(settings(folder)) is model
    model.find(" ".join(f"w{n}" for n in range(200)), [Span(0, 500)], [])
    monkeypatch.setattr(models, "_MOST_NEW_STRINGS", 100)
    fresh = load_model(settings(folder))
    assert len(fresh.nlp.vocab.strings) < len(model.nlp.vocab.strings)


def test_an_installed_package_is_loaded_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "en_toy"
    package.mkdir()
    data = save(package / "en_toy-1.0", ("DRUG", "glimmerine"))
    meta = json.loads((data / "meta.json").read_text("utf-8")) | {"name": "toy", "version": "1.0"}
    (package / "meta.json").write_text(json.dumps(meta), "utf-8")
    (package / "__init__.py").write_text(
        "from spacy.util import load_model_from_init_py\n"
        "def load(**how): return load_model_from_init_py(__file__, **how)\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(spacy.util, "is_package", "en_toy".__eq__)  # pip knows nothing of it
    check_model(settings("en_toy"))
    assert model_identity("en_toy") == "en_toy 1.0"
    (found,) = load_model(settings("en_toy")).find(TEXT, split_sentences(TEXT), [])
    assert found.span.of(TEXT) == "glimmerine"
    sys.modules.pop("en_toy")


def test_no_model_is_no_trouble() -> None:
    check_model(EntitySettings())
    assert model_identity("") == ""


@pytest.mark.parametrize("name", ["en_ner_that_nobody_has", "no/such/folder", "no-such-name"])
def test_a_model_that_is_not_there_is_one_line(name: str) -> None:
    for refuse in (lambda: check_model(settings(name)), lambda: model_identity(name)):
        with pytest.raises(SetupError, match=r"entities\] model = .*install") as told:
            refuse()
        assert "\n" not in str(told.value)


def test_a_folder_that_is_no_model_is_named(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("[1]", "utf-8")
    with pytest.raises(SetupError, match=r"meta\.json is not that of a spaCy model"):
        check_model(settings(tmp_path))
    (tmp_path / "meta.json").write_text("{", "utf-8")
    with pytest.raises(SetupError, match=r"meta\.json"):
        check_model(settings(tmp_path))


def test_a_model_that_does_not_load_is_one_line(folder: Path) -> None:
    (folder / "config.cfg").write_text("[nlp]\nlang = 'zz'\n", "utf-8")
    with pytest.raises(SetupError, match="does not load") as told:
        check_model(settings(folder, "Disease = SYMPTOM"))
    assert "\n" not in str(told.value)


def test_labels_that_nobody_explained_are_named(tmp_path: Path) -> None:
    odd = save(tmp_path / "odd", ("Compound", "glimmerine"))
    with pytest.raises(SetupError, match=r"Compound.*model-labels"):
        check_model(settings(odd))
    check_model(settings(odd, "Compound = DRUG"))


def test_the_identity_of_a_folder_is_every_byte_in_it(folder: Path) -> None:
    before = model_identity(str(folder))
    assert before == model_identity(str(folder))
    patterns = folder / "entity_ruler" / "patterns.jsonl"
    patterns.write_text(patterns.read_text("utf-8").replace("vortex", "cortex"), "utf-8")
    assert model_identity(str(folder)) != before
