"""The lexicon: concepts, the words people use for them, and where each row comes from.

A lexicon is reviewed like code, so it is plain TSV and read strictly: a row that is not right in
every column is refused with file, line and column. Three spellings carry meaning in `forms`:

* a form wholly in capitals ("PID", "IUD") is an abbreviation and matches only in capitals;
* a form that ends in "?" ("coil?", "ring?") is ambiguous and matches only when one of the row's
  `cues` stands in the same sentence;
* `match` says how the preferred name matches, and every form without a mark of its own:
  `any`, `cased` (exactly as written) or `cue`.

In the rows of drugs two more things are held to. A form that begins with a capital and is no
abbreviation is a trade name ("Tylenol"; but "epsom salt"), and `country` names the countries,
beside the English-speaking ones, where some of the row's trade names are sold.

Plurals, hyphens, possessives and British spellings are the matcher's business and not listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

HEADER = "id type preferred forms rxcui mesh atc icd10cm country match cues source licence"
COLUMNS = tuple(HEADER.split())
"""The header that every lexicon file carries."""

PREFIXES = {
    "DRUG": ("drug", "class"),
    "CONDITION": ("cond",),
    "SYMPTOM": ("sym",),
    "PROCEDURE": ("proc",),
    "ANATOMY": ("anat",),
    "DEVICE": ("dev",),
    "LAB": ("lab",),
    "POPULATION": ("pop",),
}
"""What the ids of each type begin with."""

CODES = {
    "rxcui": re.compile(r"[1-9][0-9]{0,7}"),
    "mesh": re.compile(r"[CD][0-9]{6}(?:[0-9]{3})?"),
    "atc": re.compile(r"[A-DG-HJL-NPRSV](?:[0-9]{2}(?:[A-Z](?:[A-Z](?:[0-9]{2})?)?)?)?"),
    "icd10cm": re.compile(r"[A-Z][0-9][0-9A-Z](?:\.[0-9A-Z]{1,4})?"),
}
"""What a code of each system looks like."""

_ID = re.compile(r"([a-z]+):[a-z0-9]+(?:-[a-z0-9]+)*")
_REQUIRED = ("preferred", "source", "licence")


class Match(StrEnum):
    """How the words of a row are recognised."""

    ANY = "any"
    CASED = "cased"
    CUE = "cue"


@dataclass(frozen=True, slots=True)
class Concept:
    """One row: a medical idea, its preferred name, and the words that stand for it."""

    id: str
    label: str
    preferred: str
    forms: tuple[str, ...]
    codes: tuple[tuple[str, str], ...]
    country: tuple[str, ...]
    match: Match
    cues: tuple[str, ...]
    source: str
    licence: str

    def words(self) -> Iterator[tuple[str, Match]]:
        """Every surface form with the way it is recognised, the preferred name first."""
        for form in (self.preferred, *self.forms):
            bare = form.removesuffix("?")
            if bare != form:
                yield bare, Match.CUE
            elif self.match is Match.ANY and is_abbreviation(bare):
                yield bare, Match.CASED
            else:
                yield bare, self.match


class LexiconError(ValueError):
    """A row that is not right; the message names file, line and column."""


def is_abbreviation(form: str) -> bool:
    """True for a form without small letters but a plural s ("PID", "HIV/AIDS", "5-HT", "SSRIs")."""
    core = form[:-1] if form.endswith("s") and len(form) > len("As") else form
    return core.upper() == core and any(c.isalpha() for c in core)


def parse_lexicon(name: str, lines: Iterable[str]) -> tuple[Concept, ...]:
    """The concepts in the `lines` of the file called `name`; raises LexiconError."""
    return tuple(read_lexicon(name, lines))


def read_lexicon(name: str, lines: Iterable[str]) -> Iterator[Concept]:
    """The same, one by one, for a file of any length."""
    rows = enumerate(lines, start=1)
    header = tuple(next(rows, (1, ""))[1].rstrip("\r\n").split("\t"))
    if header != COLUMNS:
        raise LexiconError(f"{name}:1: the header must be {' '.join(COLUMNS)}")
    yield from (_parse_row(name, at, line.rstrip("\r\n")) for at, line in rows if line.strip())


def _parse_row(name: str, at: int, line: str) -> Concept:
    cells = line.split("\t")
    if len(cells) != len(COLUMNS):
        raise LexiconError(f"{name}:{at}: {len(cells)} columns, not {len(COLUMNS)}")
    row = dict(zip(COLUMNS, cells, strict=True))
    for column, fault in _faults(row):
        raise LexiconError(f"{name}:{at}: column {column}: {fault}")
    return Concept(
        id=row["id"],
        label=row["type"],
        preferred=row["preferred"],
        forms=_listed(row["forms"]),
        codes=tuple((system, row[system]) for system in CODES if row[system]),
        country=_listed(row["country"]),
        match=Match(row["match"]),
        cues=_listed(row["cues"]),
        source=row["source"],
        licence=row["licence"],
    )


def _faults(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Columns of `row` that are wrong, with the reason."""
    for column, cell in row.items():
        if cell != cell.strip():
            yield column, "white space around the cell"
    kind = _ID.fullmatch(row["id"])
    if row["type"] not in PREFIXES:
        yield "type", f"{row['type']!r} is not one of {' '.join(PREFIXES)}"
    elif not kind or kind.group(1) not in PREFIXES[row["type"]]:
        yield "id", f"{row['id']!r} is not {'|'.join(PREFIXES[row['type']])}:slug-in-lower-case"
    for column in _REQUIRED:
        if not row[column]:
            yield column, "is empty"
    for system, pattern in CODES.items():
        if row[system] and not pattern.fullmatch(row[system]):
            yield system, f"{row[system]!r} does not look like a code"
    if row["match"] not in tuple(Match):
        yield "match", f"{row['match']!r} is not one of {' '.join(Match)}"
    for column in ("forms", "cues", "country"):
        if row[column] and not all(x and x == x.strip() for x in row[column].split("|")):
            yield column, "an empty entry, or white space around one"
    gated = row["match"] == "cue" or any(f.endswith("?") for f in _listed(row["forms"]))
    if gated and not row["cues"]:
        yield "cues", "is empty, but the row has words that need a cue"


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()
