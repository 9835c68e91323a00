"""A spaCy model beside the lexicon: where it is, what it says, and how it is asked.

Whatever `spacy.load` takes plugs in: an installed package, or a folder that `train-ner` made. What
can be wrong is found out before the first page: what its meta.json says first, then by loading it.

A page is read sentence by sentence, as such models are trained, and all its sentences in one
batch: the answer depends on the page alone, never on its neighbours. What the model names is not
yet a mention; see `merging`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import SetupError
from pipeline.model.span import Span
from pipeline.stages.entities.clues import add_clues
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.model_labels import LabelError, our_labels
from pipeline.stages.entities.settings import EntitySettings

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

META = "clean_corpus"
"""The key of meta.json under which `train-ner` says that its model reads the lexicon's `clues`, and
whether the `groups` of drugs were marked in what it learnt from."""

_RECOGNISERS = ("ner", "beam_ner", "entity_ruler")
_UNUSED = ["tagger", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer"]
"""Parts of a model that take time and name nothing."""
_BATCH = 128
_MOST_NEW_STRINGS = 1_000_000


@dataclass(frozen=True, slots=True)
class Guess:
    """What a model takes for a mention: its place, and a label of ours."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded model; `labels` are ours by its own, `clues` says whether it reads the lexicon's,
    `groups` whether groups of drugs stand on the lexicon's word, `strings` how many words it came
    with."""

    nlp: Language
    labels: Mapping[str, str]
    clues: bool
    groups: bool
    strings: int

    def find(self, text: str, sentences: Sequence[Span], hits: Sequence[Hit]) -> list[Guess]:
        """What the model names in `text`, in order, none overlapping; `hits` are the lexicon's."""
        docs = self.nlp.pipe(self._docs(text, sentences, hits), batch_size=_BATCH)
        return [
            Guess(Span(s.start + e.start_char, s.start + e.end_char), self.labels[e.label_])
            for s, doc in zip(sentences, docs, strict=True)
            for e in doc.ents
            if e.label_ in self.labels
        ]

    def _docs(self, text: str, sentences: Sequence[Span], hits: Sequence[Hit]) -> Iterator[Doc]:
        at = 0
        for sentence in sentences:
            doc = self.nlp.make_doc(sentence.of(text))
            low = at
            while at < len(hits) and hits[at].span.start < sentence.end:
                at += 1
            if self.clues:
                add_clues(doc, hits[low:at], sentence.start)
            yield doc


def check_model(settings: EntitySettings) -> None:
    """Raise SetupError when `settings` name a model that is not there or cannot be understood."""
    if settings.model:
        _labels(settings, _meta(settings.model))
        load_model(settings)


def model_identity(name: str) -> str:
    """What a run's fingerprint holds of the model called `name`; empty for none.

    A package is known by name and version, a folder by every byte in it. Raises SetupError.
    """
    if not name:
        return ""
    meta = _meta(name)
    if find_package(name):
        return f"{name} {meta.get('version')}"
    digest = sha256()
    for path in sorted(p for p in Path(name).rglob("*") if p.is_file()):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(name).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def load_model(settings: EntitySettings) -> Model:
    """The model that `settings` name, once in a process; raises SetupError.

    spaCy keeps every string it ever saw: past so many the model is loaded anew, to work in bounded
    memory. Its memory zones would do that page by page, and cost a tenth of the speed.
    """
    model = _load(settings)
    if len(model.nlp.vocab.strings) > model.strings + _MOST_NEW_STRINGS:
        _load.cache_clear()
        model = _load(settings)
    return model


@lru_cache(maxsize=2)
def _load(settings: EntitySettings) -> Model:
    import spacy

    meta = _meta(settings.model)
    try:
        named = settings.model if find_package(settings.model) else Path(settings.model)
        nlp = spacy.load(named, exclude=_UNUSED)
    except Exception as error:  # a damaged file raises whatever its reader stumbles over
        why = " ".join(str(error).split())[:200] or type(error).__name__
        raise SetupError(f"{_SETTING} = {settings.model!r} does not load: {why}") from error
    own = meta.get(META)
    own = own if isinstance(own, dict) else {}
    return Model(
        nlp,
        _labels(settings, meta),
        clues=own.get("clues") is True,
        groups=own.get("groups") is not False,
        strings=len(nlp.vocab.strings),
    )


_SETTING = "[tool.clean-corpus.entities] model"


def find_package(name: str) -> Path | None:
    """The folder of the installed package called `name`; a folder of that name goes before it."""
    if Path(name).is_dir() or not name.isidentifier():
        return None
    spec = find_spec(name)
    return Path(spec.origin).parent if spec and spec.origin else None


def _meta(name: str) -> dict[str, Any]:
    """What the model called `name` says of itself."""
    folder = find_package(name) or Path(name)
    try:
        meta = json.loads((folder / "meta.json").read_text("utf-8"))
    except FileNotFoundError:
        raise SetupError(
            f"{_SETTING} = {name!r}: no such package is installed and no such folder holds a"
            " spaCy model; pip install it, or name a folder that train-ner made"
        ) from None
    except (OSError, ValueError, RecursionError) as error:
        raise SetupError(f"{_SETTING}: {folder / 'meta.json'}: {error}") from error
    if not isinstance(meta, dict) or not _are_labels(meta.get("labels")):
        raise SetupError(f"{_SETTING}: {folder / 'meta.json'} is not that of a spaCy model")
    return meta


def _are_labels(given: object) -> bool:
    """True for lists of names by the part of the model that gives them."""
    return isinstance(given, dict) and all(
        isinstance(names, list) and all(isinstance(name, str) for name in names)
        for names in given.values()
    )


def _labels(settings: EntitySettings, meta: dict[str, Any]) -> dict[str, str]:
    """Our labels by those of the model."""
    told = [label for part in _RECOGNISERS for label in meta["labels"].get(part, ())]
    try:
        return our_labels(told, settings.model_labels)
    except LabelError as error:
        raise SetupError(f"{_SETTING} = {settings.model!r} {error}") from error
