"""Annotated sentences as JSON lines: `{"text": …, "spans": [[start, end, label], …]}`.

Offsets are half-open and count Unicode code points. More fields, and more items in a span (codes,
say), are allowed and unread. A line that is not right is refused with its file and number: a corpus
that was shifted by one character trains a model that looks nearly good.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.errors import SetupError
from pipeline.io.streams import reading
from pipeline.model.span import Span


@dataclass(frozen=True, slots=True)
class Annotated:
    """A sentence and what people marked in it, in order, each with the label they gave it."""

    text: str
    spans: tuple[tuple[Span, str], ...]


def read_annotated(name: str) -> tuple[Annotated, ...]:
    """The sentences of the file `name` (`.gz` too); raises SetupError with file and line."""
    with reading(name) as source:
        found = tuple(_parse(name, source))
    if not any(sentence.spans for sentence in found):
        raise SetupError(f"{name}: {len(found):,} sentences and no span; nothing to learn from")
    return found


def labels_of(sentences: Iterable[Annotated]) -> tuple[str, ...]:
    """The labels that `sentences` carry, sorted."""
    return tuple(sorted({label for sentence in sentences for _, label in sentence.spans}))


def _parse(name: str, lines: Iterable[str]) -> Iterator[Annotated]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield _sentence(json.loads(line))
            except (ValueError, RecursionError) as error:
                raise SetupError(f"{name}:{number}: {error}") from error


def _sentence(row: object) -> Annotated:
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise ValueError('not an object with a "text"')
    spans = row.get("spans")
    if not isinstance(spans, list):
        raise ValueError('"spans" is not a list')
    return Annotated(row["text"], tuple(sorted(_span(one, row["text"]) for one in spans)))


def _span(one: object, text: str) -> tuple[Span, str]:
    match one:
        case [int(start), int(end), str(label), *_] if label and 0 <= start < end <= len(text):
            return Span(start, end), label
    raise ValueError(f"not a span [start, end, label] inside the text: {one!r:.80}")
