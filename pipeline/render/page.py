"""One page's report: the page as scraped, with everything said about it in place.

An editor has to see at a glance what was cut and why, what was flagged and on whose authority,
and what the article will look like. So the page text stands whole, cuts folded where they were,
and beside it each flag with its words, its working and its source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from pipeline.model.changes import Cut, Fate
from pipeline.model.document import Block, BlockKind
from pipeline.model.ledger import Ledger
from pipeline.model.naming import article_path, site_of, title_of
from pipeline.model.outcome import Outcome
from pipeline.model.span import Span
from pipeline.render.article import Part, article_parts
from pipeline.render.copies import NearCopy
from pipeline.render.flags import FlagCard, Rules, flag_cards, rule_title
from pipeline.render.html import render
from pipeline.render.runs import PageText
from pipeline.render.terms import concepts, controls, regimen

MAX_CHARACTERS = 150_000
"""Characters of page text shown; far above any article, far below what chokes a browser."""
MAX_ROWS = 500

FATE_WORDS = {
    Fate.EMITTED: "Clean",
    Fate.HELD: "Held",
    Fate.DUPLICATE: "Copy",
    Fate.SET_ASIDE: "Set aside",
    Fate.FAILED: "Failed",
}


def article(outcome: Outcome, rules: Rules, copies: Sequence[NearCopy] = ()) -> str:
    """`reports/articles/<id>.html`: a self-contained page about one input."""
    ledger = outcome.ledger
    cards = flag_cards(outcome, rules)
    parts, left_out = _within(article_parts(ledger))
    return render(
        "article.html",
        title=title_of(ledger),
        site=site_of(ledger.document),
        outcome=outcome,
        fate_words=FATE_WORDS[outcome.fate],
        file=article_path(ledger),
        document=ledger.document,
        language=ledger.language,
        cards=sorted(cards, key=lambda c: (c.settled is not None, -c.severity, c.number)),
        sections=tuple(_sections(ledger, cards, rules)),
        shown=MAX_CHARACTERS if len(ledger.document.text) > MAX_CHARACTERS else 0,
        cut=sum(len(c.span) for c in ledger.cuts),
        parts=tuple(_grouped(parts)),
        parts_left_out=left_out,
        repairs=[(rule_title(r.rule, rules), r) for r in ledger.repairs[:MAX_ROWS]],
        entities=concepts(ledger.mentions)[:MAX_ROWS],
        doses=[regimen(d, ledger.document.text) for d in ledger.doses[:MAX_ROWS]],
        controls=controls(ledger),
        copies=copies,
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """A block as HTML; `marker` is shown where the text does not have it."""

    html: Markup
    kind: str
    level: int
    marker: str


@dataclass(frozen=True, slots=True)
class _Section:
    """Kept lines, or the lines of neighbouring cuts with the same reason."""

    lines: tuple[_Line, ...]
    cut: Cut | None = None
    title: str = ""
    flagged: bool = False


def _sections(ledger: Ledger, cards: Iterable[FlagCard], rules: Rules) -> Iterator[_Section]:
    """The page from top to bottom, up to `MAX_CHARACTERS`."""
    page = PageText(ledger, cards)
    starts = [c.span.start for c in ledger.cuts]

    def cut_of(block: Block) -> Cut | None:
        index = bisect_right(starts, block.span.start) - 1
        cut = ledger.cuts[index] if index >= 0 else None
        return cut if cut is not None and cut.span.contains(block.span) else None

    seen = [(cut_of(b), b) for b in ledger.document.blocks if b.span.start < MAX_CHARACTERS]
    for _, group in groupby(seen, key=lambda s: (s[0].rule, s[0].reason) if s[0] else None):
        run = list(group)
        cut = run[0][0]
        lines = tuple(_line(block, page) for _, block in run)
        flagged = cut is not None and any(page.flagged(b.span) for _, b in run)
        yield _Section(lines, cut, rule_title(cut.rule, rules) if cut else "", flagged)


def _line(block: Block, page: PageText) -> _Line:
    span = Span(block.span.start, min(block.span.end, MAX_CHARACTERS))
    bare = block.body.start == block.span.start
    return _Line(page.html(span), block.kind.value, block.level, block.marker if bare else "")


def _within(parts: tuple[Part, ...]) -> tuple[list[Part], int]:
    """The parts that fit on the page, and how many do not."""
    used = 0
    for index, part in enumerate(parts):
        used += len(part.text) + sum(len(cell) for row in part.rows for cell in row)
        if used > MAX_CHARACTERS:
            return list(parts[:index]), len(parts) - index
    return list(parts), 0


def _grouped(parts: Iterable[Part]) -> Iterator[tuple[str, tuple[Part, ...]]]:
    """Parts by kind, list items together."""
    for listed, run in groupby(parts, key=lambda p: p.kind is BlockKind.LIST_ITEM):
        if listed:
            yield "list", tuple(run)
        else:
            yield from ((part.kind.value, (part,)) for part in run)
