"""The rule book of all stages: every rule, and every table that rules hold a text against.

A report, a page of the catalogue and a command must not differ in what they know, so they all ask
here.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from pipeline.errors import SetupError
from pipeline.io.resources import lines
from pipeline.model.changes import RuleId
from pipeline.model.reference import ReferenceTable
from pipeline.rulebook.rule import CutRule, FlagRule, StatedRule

Rule = FlagRule[Any] | CutRule[Any] | StatedRule


@cache
def all_rules() -> Mapping[RuleId, Rule]:
    """Every rule there is, by id: what flags, what cuts, what mends.

    Raises ValueError when two of them share an id: a report could not say which one spoke.
    """
    from pipeline.stages.boilerplate.cutting import scored_rules, sure_rules
    from pipeline.stages.boilerplate.leftover import defect_rules
    from pipeline.stages.boilerplate.repairs.stated import MENDS
    from pipeline.stages.boilerplate.templates import TEMPLATE_RULE
    from pipeline.stages.dedup.findings import SIBLING_RULES
    from pipeline.stages.dosing import flag_rules
    from pipeline.stages.dosing.stage import RESIDUE_RULE

    found: tuple[Rule, ...] = (
        *flag_rules(), *defect_rules(), *sure_rules(), *scored_rules(), *MENDS, *SIBLING_RULES,
        TEMPLATE_RULE, RESIDUE_RULE,
    )  # fmt: skip
    rules = {rule.id: rule for rule in sorted(found, key=lambda r: r.id)}
    if len(rules) < len(found):
        raise ValueError(f"{len(found)} rules share {len(rules)} ids")
    return rules


@cache
def all_references() -> tuple[ReferenceTable, ...]:
    """Every reference table, in the order in which the catalogue shows them."""
    from pipeline.stages.dosing.facts.catalogue import reference_tables
    from pipeline.stages.dosing.stage import knowledge_from

    return reference_tables(knowledge_from(lines))


def rules_called(name: str) -> list[Rule]:
    """The rules that answer to `name`: an id, a name, or the category of their findings."""
    wanted = _plain(name)
    return [rule for rule in all_rules().values() if wanted in _names(rule)]


def no_such(name: str) -> SetupError:
    """That nothing answers to `name`, and what is spelled nearly so."""
    import difflib

    rules = {known for rule in all_rules().values() for known in _names(rule)}
    subjects = {_plain(e.subject) for table in all_references() for e in table.entries}
    near = difflib.get_close_matches(_plain(name), sorted(rules | subjects), n=1, cutoff=0.7)
    guess = f"did you mean {near[0]}?" if near else "clean-corpus rules lists the rules"
    return SetupError(f"no rule and no limit is called {name[:60]!r}; {guess}")


def _names(rule: Rule) -> tuple[str, ...]:
    words = (rule.id, rule.name, getattr(rule, "category", ""))
    return tuple(_plain(word) for word in words if word)


def _plain(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")
