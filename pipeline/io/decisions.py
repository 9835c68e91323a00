"""The decision log: what people decided, one JSON object a line, append-only.

Runs read it and never write it. Two editors' logs merge by union, so order in the file means
nothing: time, then id, does. A torn last line is what a power cut leaves; it is set aside and
said. Anything else that cannot be read stops the run, because a lost decision would release or
hold an article behind an editor's back.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from pathlib import Path

from pipeline.errors import SetupError
from pipeline.model.document import DocId
from pipeline.model.outcome import Action, Decision

_KEYS = {f.name for f in fields(Decision)}
_NEEDED = ("id", "at", "by", "action", "page")


@dataclass(frozen=True, slots=True)
class DecisionLog:
    """The decisions in force, oldest first, and what the reader had to set aside."""

    decisions: tuple[Decision, ...] = ()
    notes: tuple[str, ...] = ()


def read_decisions(path: Path) -> DecisionLog:
    """The log at `path`; empty when there is none. Raises SetupError on a line that is not one."""
    try:
        content = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return DecisionLog()
    except (OSError, UnicodeDecodeError) as error:
        raise SetupError(f"{path}: cannot be read: {error}") from error
    decisions: dict[str, Decision] = {}
    notes: list[str] = []
    rows = content.split("\n")
    for number, row in enumerate(rows, 1):
        if not row.strip():
            continue
        try:
            decision = _decision(row)
        except ValueError as error:
            if number == len(rows):  # no line end behind it: the write was cut off
                notes.append(f"{path}: line {number} is torn and was set aside")
                continue
            raise SetupError(f"{path}: line {number}: {error}; mend or remove the line") from error
        decisions[decision.id] = decision
    return DecisionLog(_in_force(decisions), tuple(notes))


def _decision(row: str) -> Decision:
    table = json.loads(row)
    if not isinstance(table, dict):
        raise ValueError("not a JSON object")
    unknown = sorted(set(table) - _KEYS)
    missing = [key for key in _NEEDED if not table.get(key)]
    if unknown or missing:
        raise ValueError(f"unknown keys {unknown}, missing keys {missing}")
    if not all(isinstance(value, str) for value in table.values()):
        raise ValueError("every value must be a string")
    values = {**table, "action": Action(table["action"]), "page": DocId(table["page"])}
    return Decision(**values)


def _in_force(decisions: dict[str, Decision]) -> tuple[Decision, ...]:
    """Without those that were undone, oldest first; undoing an undo brings back."""
    ordered = sorted(decisions.values(), key=lambda d: (d.at, d.id))
    undone: set[str] = set()
    for decision in reversed(ordered):
        if decision.action is Action.UNDO and decision.id not in undone:
            undone.add(decision.undoes)
    return tuple(d for d in ordered if d.id not in undone and d.action is not Action.UNDO)
