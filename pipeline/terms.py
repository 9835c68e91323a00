"""Importing a vocabulary: read, gated, folded as texts are folded, and stored.

Readers know formats and nothing of texts; the tagger knows texts and nothing of formats. Here a
name passes from one to the other: it is cut and folded by the very functions that will cut and fold
the texts, many at a time, because the tokenizer costs more to start than to run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path

from pipeline.errors import SetupError
from pipeline.io.terms.files import lines
from pipeline.io.terms.gate import trust_of
from pipeline.io.terms.record import Record, Skipped
from pipeline.io.terms.releases import FORMATS
from pipeline.io.terms.schema import Release, reading, releases
from pipeline.io.terms.writer import Name, replacing
from pipeline.model.terms import Trust

LONGEST_SHOWN = 500
"""Characters of a preferred name or a code, which every page with the concept repeats."""

BATCH = 2_000
"""Concepts folded at once: some thousand names, a second's work and a megabyte or two."""


def import_release(form: str, files: Sequence[Path], index: Path, name: str = "") -> Release:
    """Read `files` in format `form` into the index at `index`, in place of what it has of `name`
    (by default the format's title).

    Raises SetupError when a file is of another format, damaged, or holds nothing of use; the index
    is then as it was.
    """
    known = FORMATS[form]
    if name != name.strip() or not name.isprintable():
        raise SetupError(f"--name {name!r}: a name is one line of text, without space around it")
    release = Release(
        name=name or known.title,
        format=form,
        rank=list(FORMATS).index(form),
        files=tuple(file.name for file in files),
        licence=known.licence,
        link=known.link,
    )
    skipped: Skipped = Counter()
    read = known.reader or _read_lexicon
    records = (r for r in read(files, skipped) if _is_storable(r, skipped))
    first = list(islice(records, 1))  # what is of another format shows before anything is written
    with replacing(index.resolve(), release) as writer:  # behind a link, the file it points to
        everything = chain(first, records)
        while batch := list(islice(everything, BATCH)):
            for record, names in zip(batch, _names(batch, skipped), strict=True):
                if names:
                    writer.add(replace(record, name=_shown(record)), names)
        return writer.close(skipped)


def list_releases(index: Path) -> tuple[Release, ...]:
    """The releases in an index, the most trusted first; raises SetupError when there is none."""
    with reading(index) as connection:
        return releases(connection)


def told(release: Release) -> str:
    """What an index knows of `release`, for a person."""
    lines = [
        f"{release.name}: {release.concepts:,} concepts, {release.terms:,} names,"
        f" from {', '.join(release.files)}",
        f"  licence: {release.licence}; {release.link}",
    ]
    if release.skipped:
        lines.append("  not used:")
        lines += [f"  {count:>11,}  {why}" for why, count in release.skipped.items()]
    return "\n".join(lines)


def _is_storable(record: Record, skipped: Skipped) -> bool:
    """True when all that identifies `record` can be shown and stored."""
    shown = (record.id, record.name, *chain.from_iterable(record.codes))
    if not all(text.isprintable() for text in shown):
        skipped["with characters that cannot be shown"] += 1
    elif max(map(len, shown)) > LONGEST_SHOWN:
        skipped["with a name or a code too long to be shown"] += 1
    else:
        return True
    return False


def _names(batch: Sequence[Record], skipped: Skipped) -> Iterator[list[Name]]:
    """For each record its names that texts may hold, with the phrases they are found by."""
    from pipeline.stages.entities.words import split_phrases

    written = [list(_written(record)) for record in batch]
    phrases = split_phrases(name for names in written for name, _ in names)
    for names in written:
        found: list[Name] = []
        for (name, given), phrase in zip(names, phrases, strict=False):
            trust = trust_of(name, phrase)
            if trust is None:
                skipped["names too long, or without words"] += 1
            else:
                found.append(Name(name, " ".join(phrase), given or trust))
        yield found


def _written(record: Record) -> Iterator[tuple[str, Trust | None]]:
    """The names of `record`, each once, with the trust that their source gives them, if any.

    Of a drug's names only brands begin with a capital, as in the lexicon: it tells them apart.
    """
    plain = [_small(form) if record.label == "DRUG" else form for form in record.forms]
    brands = [brand[:1].upper() + brand[1:] for brand in record.brands]
    names: dict[str, Trust | None] = dict.fromkeys((*plain, *brands))
    names.update(record.marked)
    for name, trust in names.items():
        if name.isprintable() and name.strip():
            yield " ".join(name.split()), trust


def _shown(record: Record) -> str:
    """The name editors read; that of a drug is written small, unless it is a brand."""
    plain = record.label == "DRUG" and record.forms
    return _small(record.name) if plain else record.name


def _small(name: str) -> str:
    """ "Acetylsalicylic Acid" as it is written in a sentence; "vitamin E" keeps its letter."""
    return " ".join(w.lower() if w[:1].isupper() and w[1:].islower() else w for w in name.split())


def _read_lexicon(files: Sequence[Path], skipped: Skipped) -> Iterator[Record]:
    """Records of files like the lexicon's own; their rows say themselves how a word matches."""
    from pipeline.stages.entities.lexicon import LexiconError, read_lexicon

    for path in files:
        try:
            for concept in read_lexicon(str(path), (line for _, line in lines(path))):
                yield Record(
                    id=concept.id,
                    label=concept.label,
                    name=concept.preferred,
                    marked=tuple((word, Trust(match.value)) for word, match in concept.words()),
                    codes=concept.codes,
                    cues=concept.cues,
                )
        except LexiconError as error:
            raise SetupError(str(error)) from error
