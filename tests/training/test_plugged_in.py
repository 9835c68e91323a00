"""A model from settings to record, as a person meets it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import spacy

from pipeline.cli import main
from pipeline.errors import SetupError
from pipeline.io.manifest import Folders
from pipeline.run import Job, made_from
from pipeline.settings import Settings
from pipeline.stages.entities.settings import EntitySettings
from pipeline.training.annotated import Annotated

ARTICLE = (
    "What helps against vortex rash\n\nTake ibuprofen and rest for a day or two. She had no severe"
    " vortex rash after that. Drink water when you are thirsty, and see a doctor if you worry.\n"
) * 2


@pytest.fixture
def model(tmp_path: Path) -> Path:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "DISEASE", "pattern": "severe vortex rash"}])  # type: ignore[attr-defined]
    nlp.to_disk(tmp_path / "toy")
    return tmp_path / "toy"


def write_settings(folder: Path, model: object) -> str:
    path = folder / "settings.toml"
    path.write_text(f"[tool.clean-corpus.entities]\nmodel = {json.dumps(str(model))}\n", "utf-8")
    return str(path)


def test_a_model_named_in_the_settings_reads_with_the_lexicon(tmp_path: Path, model: Path) -> None:
    source, sink = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(json.dumps({"id": "a", "text": ARTICLE}) + "\n", "utf-8")
    settings = write_settings(tmp_path, model)
    assert main(["annotate", str(source), "-o", str(sink), "--settings", settings]) == 0
    entities = json.loads(sink.read_text("utf-8"))["entities"]
    found = {(e["text"], e["label"], e["concept"], e["negated"]) for e in entities}
    assert ("ibuprofen", "DRUG", "drug:ibuprofen", False) in found
    (whole,) = {e for e in found if e[0] == "severe vortex rash"}
    assert whole[1] in ("CONDITION", "SYMPTOM")
    assert whole[3]  # qualified like the lexicon's


def test_a_model_that_is_missing_stops_the_command_with_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = write_settings(tmp_path, "en_ner_that_nobody_has")
    assert main(["check", "Rest well.", "--settings", settings]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "en_ner_that_nobody_has" in said


def test_a_run_is_made_from_the_bytes_of_its_model(tmp_path: Path, model: Path) -> None:
    folders = Folders(tmp_path / "clean", tmp_path / "reports")
    plain = Job(tmp_path, folders, tmp_path / "none.jsonl", Settings())
    entities = EntitySettings(model=str(model))
    job = replace(plain, settings=Settings(entities=entities))
    before = made_from(job)
    assert before == made_from(job) != made_from(plain)
    (model / "entity_ruler" / "patterns.jsonl").write_text("", "utf-8")
    assert made_from(job) != before
    gone = replace(job, settings=Settings(entities=EntitySettings(model="gone")))
    with pytest.raises(SetupError, match="gone"):
        made_from(gone)


def test_train_ner_says_what_came_in_and_how_to_use_it(
    tmp_path: Path, sentences: tuple[Annotated, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        {"text": s.text, "spans": [[span.start, span.end, label] for span, label in s.spans]}
        for s in sentences
    ]
    file = tmp_path / "a.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    command = ["train-ner", str(file), str(file), "--dev", str(file), "-o", str(tmp_path / "m")]
    assert main([*command, "--epochs", "1"]) == 0
    said = capsys.readouterr().out
    assert "66 sentences, 120 spans; 0 widened" in said
    assert "exact F1" in said
    assert f'model = "{tmp_path / "m"}"' in said
    assert (tmp_path / "m" / "meta.json").is_file()
    assert main([*command, "--epochs", "1"]) == 2
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize("epochs", ["0", "-1", "many", "1001"])
def test_epochs_are_counted(epochs: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["train-ner", "a", "--dev", "b", "-o", "c", "--epochs", epochs])
    assert "is not a number of epochs" in capsys.readouterr().err
