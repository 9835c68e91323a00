"""What the rules know: limits, groups of drugs, interactions, contraindications, remedies.

All of it stands in tables under `pipeline/lexicons`, with a source in each row that makes a medical
statement; nothing medical is written in code. Loading is strict, so that a row that names a group
nobody defined is found before the first page is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from pipeline.model.changes import Citation, Severity
from pipeline.stages.dosing.facts.atc import AtcClass, classes_of, rows_for
from pipeline.stages.dosing.facts.combinations import Combinations, load_combinations, product_rows
from pipeline.stages.dosing.facts.cues import Phrasebook
from pipeline.stages.dosing.facts.limits import Limits, citations, load_limits
from pipeline.stages.dosing.facts.members import members, products_of
from pipeline.stages.dosing.facts.tables import read_table

TABLES = (
    "limits",
    "combinations",
    "drug_groups",
    "interactions",
    "contraindications",
    "remedies",
    "serious_conditions",
    "dosing_cues",
    "dosing_cue_kinds",
    "drinks",
    "atc_classes",
    "drugs",
)
"""The lexicons this stage reads, each a file `NAME.tsv`."""


@dataclass(frozen=True, slots=True)
class Group:
    """Drugs that behave alike: by ingredient, and by the words that name the group.

    `changed_alone` is how grave it is to stop or change them without the prescriber.
    """

    name: str
    ingredients: tuple[str, ...]
    patterns: str
    changed_alone: Severity | None = None


@dataclass(frozen=True, slots=True)
class Interaction:
    """Groups `a` and `b` together do `effect`."""

    a: str
    b: str
    severity: Severity
    effect: str
    citations: tuple[Citation, ...]

    @property
    def key(self) -> str:
        """Where the row stands in the reference tables."""
        return f"interactions/{self.a}/{self.b}"


@dataclass(frozen=True, slots=True)
class Contraindication:
    """`what` (a group or a remedy) must not be given to `population`, because of `why`."""

    what: str
    population: str
    severity: Severity
    why: str
    citations: tuple[Citation, ...]

    @property
    def key(self) -> str:
        """Where the row stands in the reference tables."""
        return f"contraindications/{self.what}/{self.population}"


@dataclass(frozen=True, slots=True)
class Remedy:
    """A herb, food or household substance; `severity` is that of swallowing it, if any."""

    name: str
    kind: str
    severity: Severity | None
    citations: tuple[Citation, ...]

    @property
    def key(self) -> str:
        """Where the row stands in the reference tables."""
        return f"remedies/{self.name}"


@dataclass(frozen=True)
class Knowledge:
    """Everything the checks look up; built once a worker. `drinks` are per cent by volume."""

    limits: Limits
    combinations: Combinations = field(default_factory=Combinations)
    groups: tuple[Group, ...] = ()
    interactions: tuple[Interaction, ...] = ()
    contraindications: tuple[Contraindication, ...] = ()
    remedies: Mapping[str, Remedy] = field(default_factory=dict)
    drinks: Mapping[str, float] = field(default_factory=dict)
    phrasebook: Phrasebook = field(default_factory=lambda: Phrasebook.of(()))

    @cached_property
    def changed_alone(self) -> dict[str, Severity]:
        """Severity by group name, for the groups of long-term treatment."""
        return {g.name: g.changed_alone for g in self.groups if g.changed_alone is not None}

    @cached_property
    def pairs(self) -> dict[frozenset[str], Interaction]:
        """Interactions by the names of their two groups, which may be one."""
        return {frozenset((row.a, row.b)): row for row in self.interactions}

    @cached_property
    def bans(self) -> dict[tuple[str, str], Contraindication]:
        """Contraindications by what must not be given, and to whom."""
        return {(row.what, row.population): row for row in self.contraindications}

    @cached_property
    def groups_of(self) -> dict[str, tuple[str, ...]]:
        """Group names by ingredient."""
        table: dict[str, list[str]] = {}
        for group in self.groups:
            for ingredient in group.ingredients:
                table.setdefault(ingredient, []).append(group.name)
        return {name: tuple(groups) for name, groups in table.items()}


def load_knowledge(tables: Mapping[str, Iterable[str]]) -> Knowledge:
    """From the lines of each table in `TABLES`; raises ValueError on a wrong row or name."""
    groups = tuple(
        Group(
            r["group"],
            tuple(filter(None, r["ingredients"].split(";"))),
            r["patterns"],
            severity_of(r["changed_alone"]) if r["changed_alone"] else None,
        )
        for r in read_table(tables["drug_groups"])
    )
    known = classes_of(tables["atc_classes"], tables["drugs"])
    products = products_of(tables["drugs"])
    groups = tuple(
        replace(g, ingredients=members(g.name, g.ingredients, known, products)) for g in groups
    )
    remedies, remedy_patterns = _remedies(tables["remedies"])
    names = {g.name for g in groups}
    entries = [("group", g.name, pattern) for g in groups for pattern in _listed(g.patterns)]
    entries += remedy_patterns
    entries += [
        (_level(r["level"]), r["condition"], r["pattern"])
        for r in read_table(tables["serious_conditions"])
    ]
    drinks = list(read_table(tables["drinks"]))
    entries += [("drink", r["drink"], p) for r in drinks for p in _listed(r["patterns"])]
    entries += [(r["kind"], r["kind"], r["pattern"]) for r in read_table(tables["dosing_cues"])]
    kinds = read_table(tables["dosing_cue_kinds"])
    across = frozenset(r["kind"] for r in kinds if r["across"])
    combinations = load_combinations(tables["combinations"])
    return Knowledge(
        limits=_with_rows(load_limits(tables["limits"]), combinations, known),
        combinations=combinations,
        groups=groups,
        interactions=tuple(_interactions(tables["interactions"], names)),
        contraindications=tuple(
            _contraindications(tables["contraindications"], names | set(remedies))
        ),
        remedies=remedies,
        drinks={r["drink"]: float(r["percent"]) for r in drinks},
        phrasebook=Phrasebook.of(entries, across),
    )


def _listed(cell: str) -> list[str]:
    """The patterns of a cell, which semicolons part."""
    return [pattern for pattern in cell.split(";") if pattern.strip()]


def _with_rows(limits: Limits, combinations: Combinations, known: Mapping[str, AtcClass]) -> Limits:
    """`limits` with rows without amounts: for products, and for what only its class tells of."""
    limits = Limits((*limits.rows, *product_rows(combinations, limits)))
    return Limits((*limits.rows, *rows_for(known, limits.by_ingredient)))


def _remedies(lines: Iterable[str]) -> tuple[dict[str, Remedy], list[tuple[str, str, str]]]:
    remedies: dict[str, Remedy] = {}
    patterns: list[tuple[str, str, str]] = []
    for row in read_table(lines):
        severity = None if row["severity"] == "none" else severity_of(row["severity"])
        name = row["remedy"].replace(" ", "_")
        if severity is not None and not row["authority"]:
            raise ValueError(f"remedy {name}: a danger without a source")
        remedies[name] = Remedy(row["remedy"], row["kind"], severity, citations(row))
        patterns += [("remedy", name, pattern) for pattern in _listed(row["patterns"])]
    return remedies, patterns


def _interactions(lines: Iterable[str], names: set[str]) -> Iterable[Interaction]:
    for row in read_table(lines):
        for group in (row["a"], row["b"]):
            if group not in names:
                raise ValueError(f"interaction names no group: {group!r}")
        yield Interaction(
            row["a"], row["b"], severity_of(row["severity"]), row["effect"], citations(row)
        )


def _contraindications(lines: Iterable[str], names: set[str]) -> Iterable[Contraindication]:
    for row in read_table(lines):
        if row["what"] not in names:
            raise ValueError(f"contraindication names no group or remedy: {row['what']!r}")
        yield Contraindication(
            row["what"],
            row["population"],
            severity_of(row["severity"]),
            row["why"],
            citations(row),
        )


def severity_of(word: str) -> Severity:
    """The severity called `word`; raises ValueError for any other word."""
    try:
        return Severity[word.upper()]
    except KeyError:
        raise ValueError(f"no severity is called {word!r}") from None


def _level(level: str) -> str:
    if level not in ("emergency", "serious", "minor"):
        raise ValueError(f"no level of condition is called {level!r}")
    return level
