"""Find the rules of a package: every module in it is one rule, and no list has to be kept."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType
from typing import Any, TypeVar

from pipeline.rulebook.rule import CutRule, FlagRule

AnyRule = TypeVar("AnyRule", FlagRule[Any], CutRule[Any])


def find_rules(package: ModuleType, kind: type[AnyRule]) -> tuple[AnyRule, ...]:
    """All rules of `package`, sorted by id.

    Raises ValueError when a module has no `RULE` of `kind`, when its name is not the file's, or
    when two rules share an id.
    """
    rules: dict[str, AnyRule] = {}
    for info in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        rule = getattr(module, "RULE", None)
        if not isinstance(rule, kind):
            raise ValueError(f"{module.__name__} has no RULE of type {kind.__name__}")
        if rule.name != info.name:
            raise ValueError(f"{module.__name__} names its rule {rule.name!r}")
        if rule.id in rules:
            raise ValueError(f"{rule.id} is claimed by {rules[rule.id].name} and {rule.name}")
        rules[rule.id] = rule
    return tuple(rules[key] for key in sorted(rules))
