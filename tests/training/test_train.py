import json
from pathlib import Path

import pytest

from pipeline.errors import SetupError
from pipeline.stages.entities.models import check_model, load_model, model_identity
from pipeline.stages.entities.settings import EntitySettings
from pipeline.text.sentences import split_sentences
from pipeline.training.annotated import Annotated
from pipeline.training.scores import ALL
from pipeline.training.train import Recipe, Trained, learn_rates, train_folder

RECIPE = Recipe(epochs=9, batch_words=90, learn_rate=0.015, dropout=0.1)


def write(path: Path, sentences: tuple[Annotated, ...]) -> str:
    rows = [
        {"text": s.text, "spans": [[span.start, span.end, label] for span, label in s.spans]}
        for s in sentences
    ]
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return str(path)


@pytest.fixture(scope="module")
def trained(
    tmp_path_factory: pytest.TempPathFactory, sentences: tuple[Annotated, ...]
) -> tuple[Path, Trained, str]:
    place = tmp_path_factory.mktemp("models")
    file = write(place / "train.jsonl", sentences)
    return place / "m", train_folder([file], [file], place / "m", RECIPE), file


def test_it_learns_what_it_was_shown(trained: tuple[Path, Trained, str]) -> None:
    _, done, _ = trained
    assert done.intake.sentences == 33
    assert 1 <= done.epoch <= RECIPE.epochs
    assert list(done.scores) == ["Drug", "Problem", ALL]
    assert done.scores[ALL].exact > 0.9


def test_what_was_written_reads_like_what_was_trained(trained: tuple[Path, Trained, str]) -> None:
    folder, _, _ = trained
    settings = EntitySettings(model=str(folder))
    check_model(settings)
    model = load_model(settings)
    assert model.clues
    text = "She took glimmerine against her vortex rash."
    found = model.find(text, split_sentences(text), [])
    assert [(g.span.of(text), g.label) for g in found] == [
        ("glimmerine", "DRUG"),
        ("vortex rash", "SYMPTOM"),
    ]


def test_the_same_files_and_recipe_give_the_same_bytes(
    trained: tuple[Path, Trained, str], tmp_path: Path
) -> None:
    _, _, file = trained
    short = Recipe(epochs=2, batch_words=90)
    first, second = (train_folder([file], [file], tmp_path / n, short) for n in ("a", "b"))
    assert first == second
    assert model_identity(str(tmp_path / "a")) == model_identity(str(tmp_path / "b"))


def test_another_seed_gives_other_weights(
    trained: tuple[Path, Trained, str], tmp_path: Path
) -> None:
    folder, _, file = trained
    train_folder([file], [file], tmp_path / "m", Recipe(epochs=1, seed=1))
    assert model_identity(str(tmp_path / "m")) != model_identity(str(folder))


def test_a_folder_that_is_there_is_not_written_over(
    trained: tuple[Path, Trained, str],
) -> None:
    folder, _, file = trained
    with pytest.raises(SetupError, match="is there already"):
        train_folder([file], [file], folder, RECIPE)


def test_a_folder_that_cannot_be_is_refused_before_the_work(
    trained: tuple[Path, Trained, str],
) -> None:
    _, _, file = trained
    with pytest.raises(SetupError, match="cannot write"):
        train_folder([file], [file], Path(file) / "m", RECIPE)


def test_labels_without_a_meaning_are_refused_before_the_work(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Fever", "spans": [[0, 5, "Weather"]]}', "utf-8")
    with pytest.raises(SetupError, match=r"a\.jsonl says Weather.*model-labels"):
        train_folder([str(path)], [str(path)], tmp_path / "m", RECIPE)
    assert not (tmp_path / "m").exists()


@pytest.mark.parametrize("steps", [1, 2, 9, 500, 5_000])
def test_the_learning_rate_rises_and_falls(steps: int) -> None:
    rates = list(learn_rates(0.01, steps))
    top = rates.index(max(rates))
    assert len(rates) == steps
    assert top <= max(1, steps // 10)
    assert rates[top:] == sorted(rates[top:], reverse=True)
    assert 0 < rates[-1] <= max(rates) <= 0.01
