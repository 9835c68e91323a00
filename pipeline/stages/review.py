"""Join findings with what people decided, and hold or release the article.

A finding is settled when an editor dismissed it, and open otherwise: one that an editor accepted
as unsafe is open until the words change. An article with an open finding at or above the holding
severity is held, whoever approved it; approval names a reviewer, it does not silence a rule.
An approval is given to a text: when the words changed since, it no longer counts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from pipeline.model.changes import Fate, Finding, Severity
from pipeline.model.ledger import Ledger
from pipeline.model.outcome import Action, Decision, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSettings:
    """`hold_at` is the lowest severity of an open finding that keeps an article out of clean/."""

    hold_at: str = "major"


def text_fingerprint(ledger: Ledger) -> str:
    """Names the clean text that an approval or rejection was given to."""
    return hashlib.sha256(ledger.clean_text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def conclude(
    ledger: Ledger, decisions: Iterable[Decision], settings: ReviewSettings
) -> tuple[Outcome, frozenset[str]]:
    """Where this page ends, and the ids of the decisions that played a part in it.

    `decisions` are those on this page, oldest first; the last word on a finding counts.
    """
    ledger = replace(ledger, findings=tuple(sorted(ledger.findings, key=_worst_first)))
    verdict = ledger.verdict
    if verdict is not None:
        stage = next((by.stage for by, said in ledger.said if said.verdict is verdict), "")
        return Outcome(ledger, verdict.fate, verdict.reason, stage, of=verdict.of), frozenset()
    known = {f.fingerprint for f in ledger.findings}
    text = text_fingerprint(ledger)
    on_finding: dict[str, Decision] = {}
    on_text: Decision | None = None
    used: set[str] = set()
    for decision in decisions:
        if decision.action in (Action.ACCEPT, Action.DISMISS) and decision.fingerprint in known:
            on_finding[decision.fingerprint] = decision
        elif decision.action in (Action.APPROVE, Action.REJECT) and decision.fingerprint == text:
            on_text = decision
        elif decision.action is not Action.NOTE:
            continue
        used.add(decision.id)
    dismissed = {k: d for k, d in on_finding.items() if d.action is Action.DISMISS}
    outcome = Outcome(
        ledger,
        Fate.EMITTED,
        f"nothing open at {settings.hold_at} or above",
        "review",
        open=tuple(f for f in ledger.findings if f.fingerprint not in dismissed),
        settled=tuple(
            (f, dismissed[f.fingerprint]) for f in ledger.findings if f.fingerprint in dismissed
        ),
        approval=on_text if on_text and on_text.action is Action.APPROVE else None,
    )
    return _hold(outcome, on_text, Severity[settings.hold_at.upper()]), frozenset(used)


def _worst_first(finding: Finding) -> tuple[int, int, str]:
    return (-finding.severity, finding.span.start, finding.rule)


def _hold(outcome: Outcome, on_text: Decision | None, hold_at: Severity) -> Outcome:
    """`outcome`, held if a person or an open finding says so."""
    if on_text is not None and on_text.action is Action.REJECT:
        return replace(
            outcome, fate=Fate.HELD, reason=f"rejected by {on_text.by}: {on_text.reason}"
        )
    holding = [f for f in outcome.open if f.severity >= hold_at]
    if not holding:
        return outcome
    worst = max(f.severity for f in holding)
    plural = "finding" if len(holding) == 1 else "findings"
    reason = f"{len(holding)} open {plural}, the worst {worst.label}"
    if outcome.approval is not None:
        reason += f"; approved by {outcome.approval.by}, which settles no finding"
    return replace(outcome, fate=Fate.HELD, reason=reason)
