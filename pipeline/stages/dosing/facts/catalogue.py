"""The tables of this stage as people read them: limits, pairs, people at risk, remedies.

They are made of the records that the rules compare with, not of the files, so that what an editor
reads is what a text was held against, rows added from drug classes included.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.model.reference import Entry, ReferenceTable
from pipeline.stages.dosing.facts.combinations import Combination
from pipeline.stages.dosing.facts.knowledge import Knowledge
from pipeline.stages.dosing.facts.limits import Limit
from pipeline.stages.dosing.facts.masses import written


def reference_tables(knowledge: Knowledge) -> tuple[ReferenceTable, ...]:
    """Every statement the rules compare a text with, table by table, in the order of their keys."""
    stated = [row for row in knowledge.limits.rows if row.citations]
    by_class = [row for row in knowledge.limits.rows if not row.citations]
    return (
        _limits(stated),
        _combinations(knowledge),
        _interactions(knowledge),
        _contraindications(knowledge),
        _remedies(knowledge),
        _groups(knowledge),
        _by_class(by_class),
    )


def _limits(rows: Iterable[Limit]) -> ReferenceTable:
    return ReferenceTable(
        "limits",
        "Limits",
        "The most that a label allows without a prescriber, and with one. Where two stand in a "
        "cell, the first is for self-care. The class is the drug's margin (A narrow, B ordinary, "
        "C wide): it decides how grave it is to be over. An empty cell is a limit we do not know, "
        "and is never compared.",
        "Ingredient",
        ("For", "Sold as", "Class", "Strengths", "At once", "A day", "How often, how long",
         "Plausible at once"),
        tuple(sorted((_limit(row) for row in rows), key=lambda e: e.key)),
    )  # fmt: skip


def _limit(row: Limit) -> Entry:
    cells = (
        ", ".join(filter(None, (row.population, row.form))),
        row.status,
        row.drug_class,
        _strengths(row.strengths),
        _most((row.single, row.rx_single, row.single_per_kg)),
        _most((row.daily, row.rx_daily, row.daily_per_kg)),
        "; ".join(_rhythm(row)),
        f"{written(row.low)} to {written(row.high)}" if row.low and row.high else "",
    )
    return Entry(row.key, row.ingredient, cells, row.citations)


def _strengths(strengths: tuple[float, ...]) -> str:
    """`325, 500 mg`: the unit once where it is one."""
    parts = [written(each).split(" ") for each in strengths]
    units = {unit for _, unit in parts}
    if len(units) == 1:
        return f"{', '.join(number for number, _ in parts)} {units.pop()}"
    return ", ".join(map(written, strengths))


def _most(limits: tuple[float | None, float | None, float | None]) -> str:
    """The limit of self-care, that on prescription where it is another, and that per kg."""
    alone, prescribed, per_kg = limits
    said = [] if alone is None else [written(alone)]
    if prescribed is not None and prescribed != alone:
        said.append(f"{written(prescribed)} prescribed")
    if per_kg is not None:
        said.append(f"{written(per_kg)}/kg")
    return "; ".join(said)


def _rhythm(row: Limit) -> Iterator[str]:
    if row.schedule:
        yield row.schedule
    if row.interval:
        yield f"not before {row.interval:g} h"
    if row.times:
        yield f"{row.times:g} times a day"
    if row.days:
        yield f"{row.days:g} days alone"


def _combinations(knowledge: Knowledge) -> ReferenceTable:
    return ReferenceTable(
        "combinations",
        "Products of several drugs",
        "What one tablet, sachet or spoon of a product holds, under a trade name or under any. A "
        "dose of it is held against the limits of its parts, and against the count on its label.",
        "Product",
        ("Sold under", "Sold as", "Parts", "Milligrams of each", "In one", "At once", "A day"),
        tuple(sorted(map(_combination, knowledge.combinations.rows), key=lambda e: e.key)),
    )


def _combination(row: Combination) -> Entry:
    cells = (
        ", ".join(row.names),
        row.status,
        ", ".join(row.parts),
        "; ".join("/".join(f"{mass:g}" for mass in strength) for strength in row.strengths),
        row.per,
        f"{row.at_once:g}" if row.at_once else "",
        f"{row.a_day:g}" if row.a_day else "",
    )
    return Entry(row.key, row.product, cells, row.citations)


def _by_class(rows: Iterable[Limit]) -> ReferenceTable:
    return ReferenceTable(
        "classes",
        "Drugs without limits of their own",
        "Of these only the margin and the way they are sold are known, from the chemical class "
        "they belong to; no dose of theirs is ever called too high.",
        "Ingredient",
        ("Sold as", "Class"),
        tuple(
            Entry(row.key, row.ingredient, (row.status, row.drug_class))
            for row in sorted(rows, key=lambda row: row.key)
        ),
    )


def _interactions(knowledge: Knowledge) -> ReferenceTable:
    entries = [
        Entry(pair.key, _words(pair.a), (_words(pair.b), pair.severity.label, pair.effect),
              pair.citations)
        for pair in knowledge.interactions
    ]  # fmt: skip
    return ReferenceTable(
        "interactions",
        "What does not go together",
        "Two groups of drugs, or a drug and a food, that together do harm.",
        "One",
        ("With", "How grave", "What happens"),
        tuple(sorted(entries, key=lambda e: e.key)),
    )


def _contraindications(knowledge: Knowledge) -> ReferenceTable:
    entries = [
        Entry(ban.key, _words(ban.what), (_words(ban.population), ban.severity.label, ban.why),
              ban.citations)
        for ban in knowledge.contraindications
    ]  # fmt: skip
    return ReferenceTable(
        "contraindications",
        "Who must not take it",
        "Drugs and remedies that advice must not give to these people, whatever the dose.",
        "Drug or group",
        ("For", "How grave", "Why"),
        tuple(sorted(entries, key=lambda e: e.key)),
    )


def _remedies(knowledge: Knowledge) -> ReferenceTable:
    entries = [
        Entry(each.key, each.name,
              (each.kind, each.severity.label if each.severity is not None else ""),
              each.citations)
        for each in knowledge.remedies.values()
    ]  # fmt: skip
    return ReferenceTable(
        "remedies",
        "Remedies from the kitchen, the garden and the shed",
        "What is no medicine and is praised as one. Where swallowing it is dangerous, the second "
        "column says how grave.",
        "Remedy",
        ("Kind", "Swallowed"),
        tuple(sorted(entries, key=lambda e: e.key)),
    )


def _groups(knowledge: Knowledge) -> ReferenceTable:
    entries = [
        Entry(f"groups/{group.name}", _words(group.name), (
            ", ".join(sorted(group.ingredients)),
            group.changed_alone.label if group.changed_alone is not None else "",
        ))
        for group in knowledge.groups
    ]  # fmt: skip
    return ReferenceTable(
        "groups",
        "Groups of drugs",
        "The names that the tables above use, and the drugs they stand for. The last column says "
        "how grave it is to stop or change such a treatment without the prescriber.",
        "Group",
        ("Drugs", "Changed alone"),
        tuple(sorted(entries, key=lambda e: e.key)),
    )


def _words(name: str) -> str:
    """`ace_arb` as a person reads it."""
    return name.replace("_", " ")
