"""One page's ledger as a story for a person, from the top of the page to its end.

Each entry starts with its offset into the page text and says what was cut and why, what was
mended, what was recognised, and what was flagged and on whose authority.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from pipeline.model.changes import Cut, Repair
from pipeline.model.dose import DoseMention
from pipeline.model.mention import Mention
from pipeline.model.naming import site_of, title_of
from pipeline.model.outcome import Outcome
from pipeline.model.span import Span
from pipeline.render.escape import shown
from pipeline.render.flags import FlagCard, Rules, flag_cards, rule_title
from pipeline.render.ink import SEVERITY, Ink, flat, under
from pipeline.render.runs import qualifiers
from pipeline.rulebook.rule import Silence

_MENTION = 4
_INDENT = 18
_NOTHING = "Nothing was said about this page: no cut, no repair, no mention, no flag."


def story(outcome: Outcome, rules: Rules, *, colour: bool = False) -> str:
    """What `explain` prints; every line stands in page order."""
    ink = Ink(colour)
    told: list[str] = []
    events = sorted(_events(outcome, rules, ink))
    for mentions, run in groupby(events, key=lambda event: event[1] == _MENTION):
        group = list(run)
        if mentions:
            words = ink("mention", "blue") + under("; ".join(e[2] for e in group))[_INDENT - 2 :]
            group = [(group[0][0], _MENTION, words)]
        told += [f"{ink(f'{span.start:>7}', 'dim')}  {words}" for span, _, words in group]
    return "\n".join([*_opening(outcome, ink), "", *(told or [_NOTHING])]) + "\n"


def judgement(
    outcome: Outcome,
    rules: Rules,
    silent: Iterable[Silence] = (),
    *,
    colour: bool = False,
) -> str:
    """What `check` prints: which rules fire on some words, and why others are `silent`."""
    ink = Ink(colour)
    lines = [_flag(card, ink) for card in flag_cards(outcome, rules)]
    if not lines:
        lines.append(ink("Nothing fires on these words.", "bold"))
    text = outcome.ledger.document.text
    lines += [_dose(dose, text, ink) for dose in sorted(outcome.ledger.doses, key=_start)]
    lines += [_silence(each, rules, ink) for each in silent]
    return "\n".join(lines) + "\n"


def _silence(silence: Silence, rules: Rules, ink: Ink) -> str:
    words = " and ".join(f"“{flat(words, 90)}”" for words in silence.words)
    if not silence.missing:
        return f"{ink('silent ', 'green')}  {silence.id} on {words}\n{under(silence.why)}"
    name = f"{rule_title(silence.id, rules)} ({silence.id})"
    lacks = f"nearest to {words}, but it also needs {' and '.join(silence.missing)}"
    lacks += f"; {silence.why}" if silence.why else ""
    return f"{ink('silent ', 'green')}  {name}\n{under(lacks)}"


def _start(dose: DoseMention) -> Span:
    return dose.span


def _events(outcome: Outcome, rules: Rules, ink: Ink) -> Iterator[tuple[Span, int, str]]:
    """Place, order within a place, words."""
    ledger = outcome.ledger
    text = ledger.document.text
    yield from ((c.span, 0, _cut(c, text, rules, ink)) for c in ledger.cuts)
    yield from ((r.span, 1, _repair(r, text, ink)) for r in ledger.repairs)
    yield from ((c.finding.span, 2, _flag(c, ink)) for c in flag_cards(outcome, rules))
    yield from ((d.span, 3, _dose(d, text, ink)) for d in ledger.doses)
    yield from ((m.span, _MENTION, _mention(m, text)) for m in ledger.mentions)


def _opening(outcome: Outcome, ink: Ink) -> Iterator[str]:
    ledger = outcome.ledger
    source = ledger.document.source
    yield ink(flat(title_of(ledger)), "bold")
    yield flat(f"{source.path} · {site_of(ledger.document)} · page {outcome.id}")
    reason = f": {outcome.reason}" if outcome.reason else ""
    stage = f" (stage {outcome.stage})" if outcome.stage else ""
    yield ink(flat(f"{outcome.fate.value.replace('_', ' ')}{reason}{stage}"), "bold")
    if outcome.approval:
        yield flat(f"released by {outcome.approval.by}: {outcome.approval.reason}")
    for note in source.notes:
        yield flat(f"while reading: {note}")
    for hidden in ledger.document.hidden:
        amount = f"{hidden.count} × <{hidden.tag}>, {hidden.characters} characters"
        yield flat(f"not visible on the page: {amount}, {hidden.why}")
    if ledger.language:
        yield flat(f"language {ledger.language.code} (p = {ledger.language.probability:.2f})")


def _cut(cut: Cut, text: str, rules: Rules, ink: Ink) -> str:
    words = flat(cut.span.of(text), 90)
    name = rule_title(cut.rule, rules)
    said = f"{name}: {cut.reason}" if name == cut.rule else f"{name} ({cut.rule}): {cut.reason}"
    return f"{ink('cut    ', 'red')}  “{words}”\n{under(said)}"


def _repair(repair: Repair, text: str, ink: Ink) -> str:
    before, after = shown(repair.span.of(text)), shown(repair.replacement)
    new = f"“{flat(after, 60)}”" if after else "nothing"
    change = f"“{flat(before, 60)}” → {new}" if before else f"insert {new}"
    return f"{ink('repair ', 'green')}  {change}\n{under(f'{repair.rule}: {repair.reason}')}"


def _mention(mention: Mention, text: str) -> str:
    """`“painkiller” = analgesic (drug, negated)`; neighbours share a paragraph."""
    label = mention.label.replace("_", " ").lower()
    about = ", ".join(part for part in (label, qualifiers(mention)) if part)
    known = f" = {mention.name}" if mention.name else ""
    return f"“{flat(mention.span.of(text), 60)}”{known} ({about})"


def _dose(dose: DoseMention, text: str, ink: Ink) -> str:
    words = f"{ink('dose   ', 'blue')}  “{flat(dose.span.of(text), 90)}”"
    return f"{words}\n{under(dose.computation)}" if dose.computation else words


def _flag(card: FlagCard, ink: Ink) -> str:
    finding, colour = card.finding, SEVERITY[card.severity]
    head = f"{ink('FLAG   ', colour, 'bold')}  {ink(card.severity.label, colour)} · {card.title}"
    quote = "".join(f"[[{w.text}]]" if w.marked else w.text for w in card.quote)
    said = [quote, finding.explanation, finding.computation]
    said += [f"source: {c} {c.url}" for c in card.citations]
    if card.settled:
        said.append(f"settled by {card.settled.by}: {card.settled.reason}")
    elif card.advice:
        said.append(f"→ {card.advice}")
    kind = f"{finding.category} · {finding.confidence.value} confidence"
    said.append(f"{finding.rule} · {kind} · {finding.fingerprint}")
    return "\n".join([head, *(under(words) for words in said if words)])
