"""The rule book as plain words for a terminal: all rules, or one in full."""

from __future__ import annotations

import textwrap

from pipeline.render.catalogue import Shown, argument, examples, gaps
from pipeline.render.flags import Rule, Rules
from pipeline.render.ink import SEVERITY, WIDTH, Ink
from pipeline.rulebook.rule import CutRule, FlagRule


def rules(known: Rules, *, colour: bool = False) -> str:
    """All rules, a line each, sorted by id."""
    ink = Ink(colour)
    listed = sorted(known.values(), key=lambda r: r.id)
    wide = max((len(r.id) for r in listed), default=0)
    lines = [f"{r.id:{wide}}  {_kind(r, ink)}  {r.summary}" for r in listed]
    return "\n".join(lines or ["No rules are loaded."]) + "\n"


def _kind(one: Rule, ink: Ink) -> str:
    if isinstance(one, CutRule):
        return f"{'cut':8}"
    if one.severity is None:
        return f"{one.does.removesuffix('s'):8}"
    return ink(f"{one.severity.label:8}", SEVERITY[one.severity])


def rule(one: Rule, *, colour: bool = False) -> str:
    """One rule with its argument, sources and examples."""
    ink = Ink(colour)
    lines = [ink(f"{one.id} {one.name.replace('_', ' ')}", "bold"), one.summary, ""]
    for paragraph in argument(one).split("\n\n"):
        lines += [textwrap.fill(paragraph, WIDTH), ""] if paragraph else []
    if isinstance(one, FlagRule):
        severity = ink(one.severity.label, SEVERITY[one.severity])
        lines += [f"category  {one.category}", f"severity  {severity}", f"advice    {one.advice}"]
        lines += [f"source    {c} {c.url}".rstrip() for c in one.citations]
    elif isinstance(one, CutRule):
        lines.append(f"seen on   {one.seen}")
    verb = "flags" if isinstance(one, FlagRule) else "cuts"
    lines.append("")
    lines += [_example(e, verb if e.caught else "passes", ink) for e in examples(one)]
    lines += [_example(e, "gap", ink) for e in gaps(one)]
    return "\n".join(lines) + "\n"


def _example(example: Shown, verb: str, ink: Ink) -> str:
    words = "".join(f"[[{w.text}]]" if w.marked else w.text for w in example.words)
    head = ink(f"{verb:6}", "green" if verb == "passes" else "yellow")
    body = textwrap.indent(words, " " * 8).lstrip()
    return f"{head}  {body}\n{textwrap.indent(ink(example.why, 'dim'), ' ' * 8)}"
