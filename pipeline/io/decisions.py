"""The decision log: what people decided, one JSON object a line, append-only.

Runs read it and never write it. Two editors' logs merge by union, so order in the file means
nothing: time, then id, does. A torn last line is what a power cut leaves; it is set aside and
said. Anything else that cannot be read stops the run, because a lost decision would release or
hold an article behind an editor's back.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from json import JSONDecodeError
from pathlib import Path

from pipeline.errors import SetupError
from pipeline.model.document import DocId
from pipeline.model.outcome import Action, Decision

_KEYS = {f.name for f in fields(Decision)}
_ALWAYS = ("id", "at", "by", "action")
_NEEDED = {
    Action.ACCEPT: ("page", "fingerprint"),
    Action.DISMISS: ("page", "fingerprint", "reason"),
    Action.APPROVE: ("page", "fingerprint"),
    Action.REJECT: ("page", "fingerprint", "reason"),
    Action.NOTE: ("page", "reason"),
    Action.UNDO: ("undoes",),
}


@dataclass(frozen=True, slots=True)
class DecisionLog:
    """The decisions in force, oldest first, and what the reader had to set aside."""

    decisions: tuple[Decision, ...] = ()
    notes: tuple[str, ...] = ()


def read_decisions(path: Path) -> DecisionLog:
    """The log at `path`; empty when there is none. Raises SetupError on a line that is not one."""
    try:
        content = path.read_text(encoding="utf-8-sig")
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
        except (ValueError, RecursionError) as error:
            torn = isinstance(error, JSONDecodeError) and number == len(rows)
            if torn:  # no line end behind it: the write was cut off
                notes.append(f"{path}: line {number} is torn and was set aside")
                continue
            raise SetupError(f"{path}: line {number}: {error}; mend or remove the line") from error
        if decisions.setdefault(decision.id, decision) != decision:
            raise SetupError(
                f"{path}: line {number}: the id {decision.id!r} is taken; give it its own"
            )
    missing = [d for d in decisions.values() if d.undoes and d.undoes not in decisions]
    notes += [f"{path}: {d.id} takes back {d.undoes}, which is not in the log" for d in missing]
    return DecisionLog(_in_force(decisions), tuple(notes))


def _decision(row: str) -> Decision:
    """The event on one line; raises ValueError that says what is wrong with it."""
    table = json.loads(row)
    if not isinstance(table, dict):
        raise ValueError("not a JSON object")
    if not all(isinstance(value, str) for value in table.values()):
        raise ValueError("every value must be a string")
    unknown = sorted(set(table) - _KEYS)
    if unknown:
        raise ValueError(f"unknown keys {', '.join(unknown)}")
    action = Action(table["action"]) if table.get("action") else None
    needed = (*_ALWAYS, *_NEEDED.get(action, ())) if action else _ALWAYS
    missing = [key for key in needed if not table.get(key, "").strip()]
    if missing:
        raise ValueError(f"{action or 'a decision'} needs {', '.join(missing)}")
    values = {**table, "action": action, "page": DocId(table.get("page", ""))}
    return replace(Decision(**values), at=_instant(table["at"]))


def _instant(at: str) -> str:
    """`at` in one time zone, so that the order of the words is the order of the events."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        raise ValueError(
            f"at must be a date and time such as 2026-03-02T09:14:00Z: {at!r}"
        ) from None
    if moment.tzinfo is None:
        raise ValueError(f"at must say its time zone: {at!r}")
    return moment.astimezone(UTC).isoformat()


def _in_force(decisions: dict[str, Decision]) -> tuple[Decision, ...]:
    """Without those that were undone, oldest first; undoing an undo brings back."""
    ordered = sorted(decisions.values(), key=lambda d: (d.at, d.id))
    undone: set[str] = set()
    for decision in reversed(ordered):
        if decision.action is Action.UNDO and decision.id not in undone:
            undone.add(decision.undoes)
    return tuple(d for d in ordered if d.id not in undone and d.action is not Action.UNDO)
