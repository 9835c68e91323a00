"""Train a recogniser: learn from some files, keep the epoch that reads others best.

Everything that decides the weights is fixed: the seed, the order, one thread. The same files,
lexicon, recipe and library versions on the same kind of processor give the same bytes.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pipeline import __version__
from pipeline.errors import SetupError
from pipeline.io.atomic import refusal
from pipeline.io.resources import lines
from pipeline.model.span import Span
from pipeline.stages.entities.model_labels import LabelError, our_labels
from pipeline.stages.entities.models import META
from pipeline.stages.entities.stage import load_tagger
from pipeline.training.annotated import Annotated, labels_of, read_annotated
from pipeline.training.examples import Intake, batches, clued, make_examples
from pipeline.training.guideline import marks_groups
from pipeline.training.network import blank_pipeline
from pipeline.training.scores import ALL, Labelled, Tally, score

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.training import Example
    from thinc.api import Optimizer

Progress = Callable[[str, int, int], None]


_WARM_UP = 100
"""Steps at most until the learning rate is at its height."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How to train; the defaults are those of the figures in docs/models.md.

    `batch_words` are tokens to a step, `dropout` the share of the network that each step does
    without. `learn_rate` rises over the first steps and falls to nothing by the last, which is
    worth 0.2 F1 and, more, makes neighbouring epochs agree: at a constant rate the exact F1 of
    patient reviews jumps between 66 and 74.
    """

    epochs: int = 10
    seed: int = 0
    learn_rate: float = 0.002
    dropout: float = 0.3
    batch_words: int = 1_000


@dataclass(frozen=True, slots=True)
class Trained:
    """What came in, the epoch that was kept (from 1), and its scores on the dev files by label."""

    intake: Intake
    epoch: int
    scores: dict[str, Tally]


def train_folder(
    files: Sequence[str],
    dev: Sequence[str],
    folder: Path,
    recipe: Recipe,
    told: Sequence[str] = (),
    progress: Progress = lambda *_: None,
) -> Trained:
    """Train on `files`, choose by `dev`, write `folder` whole; raises SetupError.

    `told` are the settings' model-labels: a label without a meaning is refused before the work.
    """
    if folder.exists():
        raise SetupError(f"{folder} is there already; name a new folder, or remove it first")
    _make_room(folder)
    sentences = [s for name in files for s in read_annotated(name)]
    judged = [s for name in dev for s in read_annotated(name)]
    try:
        labels = our_labels(labels_of(sentences), told)
    except LabelError as error:
        raise SetupError(f"{' '.join(files)} {error}") from error
    nlp, trained = train(sentences, judged, recipe, progress)
    nlp.meta[META] = {"clues": True, "groups": marks_groups(sentences, load_tagger(lines), labels)}
    _write(nlp, folder)
    return trained


def train(
    sentences: Sequence[Annotated], judged: Sequence[Annotated], recipe: Recipe, progress: Progress
) -> tuple[Language, Trained]:
    """A pipeline that learnt from `sentences`, as it was when it read those `judged` best."""
    from thinc.api import fix_random_seed

    fix_random_seed(recipe.seed)
    nlp, tagger = blank_pipeline(), load_tagger(lines)
    for label in labels_of(sentences):
        nlp.get_pipe("ner").add_label(label)  # type: ignore[attr-defined]
    examples, intake = make_examples(nlp, tagger, sentences)
    texts = [clued(nlp, tagger, sentence.text) for sentence in judged]
    optimizer = nlp.initialize(lambda: examples)
    order, shuffle = list(range(len(examples))), random.Random(recipe.seed).shuffle  # noqa: S311
    words = sum(len(example.predicted) for example in examples)
    rates = learn_rates(recipe.learn_rate, recipe.epochs * (words // recipe.batch_words + 1))
    best: tuple[float, int, bytes, dict[str, Tally]] = (-1.0, 0, b"", {})
    for epoch in range(1, recipe.epochs + 1):
        shuffle(order)
        steps = batches(examples, order, recipe.batch_words)
        _learn(nlp, steps, optimizer, recipe.dropout, rates)
        with nlp.use_params(optimizer.averages):
            guessed = [_labelled(doc) for doc in nlp.pipe(doc.copy() for doc in texts)]
            scores = score(zip((s.spans for s in judged), guessed, strict=True))
            reads = scores[ALL].exact + scores[ALL].overlap
            if reads > best[0]:
                best = (reads, epoch, nlp.to_bytes(), scores)
        progress("training", epoch, recipe.epochs)
    nlp.from_bytes(best[2])
    return nlp, Trained(intake, best[1], best[3])


def _learn(
    nlp: Language,
    steps: Sequence[Sequence[Example]],
    optimizer: Optimizer,
    dropout: float,
    rates: Iterator[float],
) -> None:
    """One pass over the examples, each step at the next of `rates`."""
    for step in steps:
        optimizer.learn_rate = next(rates)
        nlp.update(step, drop=dropout, sgd=optimizer)


def learn_rates(height: float, steps: int) -> Iterator[float]:
    """Learning rates of `steps` steps: up to `height` in a tenth of them, then down to nothing."""
    rise = min(_WARM_UP, max(1, steps // 10))
    for step in range(steps):
        yield height * min((step + 1) / rise, (steps - step) / max(1, steps - rise))


def _labelled(doc: Doc) -> Labelled:
    return [(Span(name.start_char, name.end_char), name.label_) for name in doc.ents]


def _make_room(folder: Path) -> None:
    """The folder above `folder`, before the work rather than after it."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refusal(folder.parent, error) from error


def _write(nlp: Language, folder: Path) -> None:
    """The pipeline in `folder`, which appears under its name only when it is whole."""
    nlp.meta.update(name="clean_corpus_ner", description=f"made by clean-corpus {__version__}")
    try:
        with TemporaryDirectory(prefix=f".{folder.name}", dir=folder.parent) as room:
            nlp.to_disk(Path(room) / "model")
            (Path(room) / "model").replace(folder)
    except OSError as error:
        raise refusal(folder, error) from error
