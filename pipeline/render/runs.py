"""A block's text in runs, each wearing all that is said about it.

Entities lie inside doses, doses inside flags, and repairs across any of them; HTML elements
cannot overlap. So the text is split wherever anything starts or ends, and every run is wrapped by
itself: flag outside, then dose, then entity, then repair.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Generic, Protocol, TypeVar

from markupsafe import Markup, escape

from pipeline.model.changes import Repair
from pipeline.model.dose import DoseMention
from pipeline.model.ledger import Ledger
from pipeline.model.mention import Mention, Qualifier
from pipeline.model.span import Span
from pipeline.render.escape import finalize, shown
from pipeline.render.flags import FlagCard

_LABELS = (
    ("drug", "drug medicine chemical ingredient substance supplement herb food vaccine"),
    ("condition", "condition disease disorder problem diagnosis"),
    ("symptom", "symptom sign finding"),
    ("care", "procedure test lab device therapy treatment"),
    ("body", "anatomy body organ"),
    ("people", "population person people"),
    ("dose", "dose strength form route frequency duration quantity"),
)
_HUE = {word: hue for hue, words in _LABELS for word in words.split()}


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


Item = TypeVar("Item", bound=_Placed)


class _Layer(Generic[Item]):
    """Things with a place, found by the stretch of page they touch.

    `reach` is the longest of them, which bounds how far back a search has to look.
    """

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = sorted(items, key=lambda item: item.span)
        self._starts = [item.span.start for item in self._items]
        self._reach = max((len(item.span) for item in self._items), default=0)

    def within(self, span: Span) -> list[Item]:
        low = bisect_left(self._starts, span.start - self._reach)
        high = bisect_left(self._starts, span.end + 1)
        return [i for i in self._items[low:high] if i.span.end >= span.start]


@dataclass(frozen=True, slots=True)
class _Evidence:
    span: Span
    card: FlagCard
    first: bool


class PageText:
    """The page's text as HTML, block by block."""

    def __init__(self, ledger: Ledger, cards: Iterable[FlagCard]) -> None:
        self._text = ledger.document.text
        self._repairs: _Layer[Repair] = _Layer(ledger.repairs)
        self._mentions: _Layer[Mention] = _Layer(ledger.mentions)
        self._doses: _Layer[DoseMention] = _Layer(ledger.doses)
        self._flags: _Layer[_Evidence] = _Layer(_evidence(cards))

    def flagged(self, span: Span) -> bool:
        """True when a flag's words lie in `span`."""
        return any(e.span.overlaps(span) for e in self._flags.within(span))

    def html(self, span: Span) -> Markup:
        """The text of `span` with everything said about it."""
        out = [self._run(Span(a, b)) for a, b in pairwise(sorted(self._edges(span)))]
        ending = [r for r in self._repairs.within(Span(span.end, span.end)) if len(span)]
        out += [_insertion(r) for r in ending if r.span == Span(span.end, span.end)]
        return Markup("").join(out)

    def _edges(self, span: Span) -> set[int]:
        """Where anything starts or ends inside `span`."""
        layers: tuple[_Layer[Any], ...] = (self._repairs, self._mentions, self._doses, self._flags)
        places = [item.span for layer in layers for item in layer.within(span)]
        ends = {offset for place in places for offset in (place.start, place.end)}
        return {span.start, span.end} | {e for e in ends if span.start < e < span.end}

    def _run(self, run: Span) -> Markup:
        repairs = self._repairs.within(run)
        before = [r for r in repairs if r.span == Span(run.start, run.start)]
        words = _words(run.of(self._text), run, repairs)
        for mention in self._mentions.within(run):
            if mention.span.contains(run):
                words = _entity(words, mention, last=mention.span.end == run.end)
        if any(d.span.contains(run) for d in self._doses.within(run)):
            words = Markup('<span class="dose">{}</span>').format(words)
        for flag in self._flags.within(run):
            if flag.span.contains(run):
                words = _flag(words, flag, run)
        return Markup("").join(map(_insertion, before)) + words


def _evidence(cards: Iterable[FlagCard]) -> Iterator[_Evidence]:
    for card in cards:
        for index, span in enumerate(sorted(card.finding.evidence)):
            yield _Evidence(span, card, first=index == 0)


def _words(text: str, run: Span, repairs: list[Repair]) -> Markup:
    """Plain words, or what was repaired: the old struck out, the new inserted."""
    repair = next((r for r in repairs if len(r.span) and r.span.contains(run)), None)
    if repair is None:
        return escape(finalize(text))
    struck = Markup('<del class="mend" title="{}">{}</del>').format(_why(repair), shown(text))
    return struck + (_insertion(repair) if repair.span.end == run.end else Markup())


def _insertion(repair: Repair) -> Markup:
    if not repair.replacement:
        return Markup()
    words = shown(repair.replacement) if repair.replacement.strip() else repair.replacement
    return Markup('<ins class="mend" title="{}">{}</ins>').format(_why(repair), words)


def _why(repair: Repair) -> str:
    return str(finalize(f"Repair {repair.rule}: {repair.reason}"))


def hue(label: str) -> str:
    """The colour class of an entity's label; one of a few, whatever the label says."""
    return _HUE.get(label.casefold().split("_")[-1], _HUE.get(label.casefold(), "other"))


def qualifiers(mention: Mention) -> str:
    """`negated, historical`: what is said about the mention, in words."""
    return ", ".join(qualifier.replace("_", " ") for qualifier in mention.qualifiers)


_NOT_SO = frozenset({Qualifier.NEGATED, Qualifier.ADVISED_AGAINST})
"""Drawn as an outline: what is denied, and what one is told not to take."""


def _entity(words: Markup, mention: Mention, *, last: bool) -> Markup:
    said = qualifiers(mention)
    about = ": ".join(p for p in (mention.label, mention.name or "") if p)
    codes = ", ".join(f"{system} {code}" for system, code in mention.codes)
    how = f"{mention.link.kind.value} name" if mention.link else ""
    title = " · ".join(p for p in (about, mention.concept or "", codes, how, said) if p)
    hollow = " ent-not" if _NOT_SO.intersection(mention.qualifiers) else ""
    kind = f"ent ent-{hue(mention.label)}{hollow}"
    tag = Markup()
    if last:
        label = mention.label.replace("_", " ").lower() + (f", {said}" if said else "")
        tag = Markup('<small class="tag">{}</small>').format(finalize(label))
    return Markup('<span class="{}" title="{}">{}{}</span>').format(
        kind, finalize(title), words, tag
    )


def _flag(words: Markup, flag: _Evidence, run: Span) -> Markup:
    """Marked words; the first run carries the anchor, and a link with number and severity."""
    card = flag.card
    anchor = Markup()
    if flag.first and run.start == flag.span.start:
        anchor = Markup(
            '<a class="ref sev-{}" id="at-{}" href="#flag-{}" aria-label="flag {}, {}, {}">{}</a>'
        ).format(
            *(card.severity.label, card.number, card.number, card.number),
            *(card.severity.label, card.state, card.number),
        )
    return Markup('{}<mark class="flag sev-{}">{}</mark>').format(
        anchor, card.severity.label, words
    )
