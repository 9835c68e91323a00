"""The rule book: every rule with its argument, its sources and its examples.

It is made of the rules themselves, so it cannot lag behind them: the argument is the docstring of
the rule's file, the examples are the rule's tests.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pipeline.render.flags import Rule, Rules, Words
from pipeline.render.html import render
from pipeline.rulebook.rule import CutRule, Example, FlagRule, StatedRule


@dataclass(frozen=True, slots=True)
class Shown:
    """An example in runs, its marked words apart; `caught` says that the rule speaks on it."""

    words: tuple[Words, ...]
    why: str
    caught: bool


def page(rules: Rules) -> str:
    """`reports/rules.html`: flag rules by category, most severe first, then cut rules."""
    flags, cuts, stated = _sorted(rules.values())
    groups: dict[str, list[FlagRule[Any]]] = {}
    for rule in flags:
        groups.setdefault(rule.category, []).append(rule)
    return render(
        "catalogue.html",
        groups=sorted(groups.items(), key=lambda g: (-max(r.severity for r in g[1]), g[0])),
        flags=flags,
        cuts=cuts,
        stated=stated,
        argument=argument,
        examples=examples,
        gaps=gaps,
    )


def _sorted(
    rules: Iterable[Rule],
) -> tuple[list[FlagRule[Any]], list[CutRule[Any]], list[StatedRule]]:
    listed = sorted(rules, key=lambda r: r.id)
    flags = sorted((r for r in listed if isinstance(r, FlagRule)), key=lambda r: -r.severity)
    cuts = [r for r in listed if isinstance(r, CutRule)]
    return flags, cuts, [r for r in listed if isinstance(r, StatedRule)]


def argument(rule: Rule) -> str:
    """The docstring of the file that holds `rule`, without its line breaks; empty if unknown."""
    if isinstance(rule, StatedRule):
        return rule.argument
    suffix = f".{rule.name}"
    for name in sorted(sys.modules):
        module = sys.modules[name]
        if name.endswith(suffix) and getattr(module, "RULE", None) is rule:
            paragraphs = (module.__doc__ or "").strip().split("\n\n")
            return "\n\n".join(" ".join(p.split()) for p in paragraphs)
    return ""


def examples(rule: Rule) -> tuple[Shown, ...]:
    """What the rule catches, then what it must let pass; a stated rule has no examples."""
    if isinstance(rule, StatedRule):
        return ()
    caught = rule.flags if isinstance(rule, FlagRule) else rule.cuts
    spared = rule.passes if isinstance(rule, FlagRule) else rule.keeps
    return (*(_shown(e, True) for e in caught), *(_shown(e, False) for e in spared))


def _shown(example: Example, caught: bool) -> Shown:
    """The example's text in runs; in what must pass, marks would say what not to catch."""
    words: list[Words] = []
    at = 0
    for span in example.spans:
        words += [Words(example.text[at : span.start]), Words(span.of(example.text), True)]
        at = span.end
    words.append(Words(example.text[at:]))
    return Shown(tuple(w for w in words if w.text), example.why, caught)


def gaps(rule: Rule) -> tuple[Shown, ...]:
    """What the rule is known to get wrong."""
    known = () if isinstance(rule, StatedRule) else rule.known_gaps
    return tuple(_shown(e, False) for e in known)
