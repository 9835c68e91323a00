"""The boilerplate stage: what is cut, what is mended, and what an editor should see.

Order of trust: site templates have spoken before this stage; then the sure rules; then scores, on
what is left, never over a dose, a warning or an instruction to see a doctor, and never more than a
set share of the page. What stays is mended; what cannot be mended is reported.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.model.changes import Changes, Fate, Finding, Layer, Verdict
from pipeline.model.ledger import Ledger
from pipeline.stages.boilerplate.cutting import (
    Claim,
    claim_lines,
    claim_surely,
    make_cuts,
    scored_rules,
    without,
)
from pipeline.stages.boilerplate.leftover import Leftover, find_defects
from pipeline.stages.boilerplate.page import Line, Page, read_page
from pipeline.stages.boilerplate.repairs import find_repairs
from pipeline.stages.boilerplate.settings import BoilerplateSettings

_LINK_WORDS = 8  # of the longest line of a page that is nothing but links
_SCANT = 200  # letters left after cutting below which a page without a sentence is no article
_STUB = 40  # the same for a page from which nothing was cut


@dataclass(frozen=True)
class BoilerplateStage:
    """Cuts residue, repairs text, reports defects; sets aside pages without an article."""

    settings: BoilerplateSettings = field(default_factory=BoilerplateSettings)
    name: str = "boilerplate"
    version: int = 1
    needs: frozenset[Layer] = frozenset({Layer.BLOCKS})
    makes: frozenset[Layer] = frozenset({Layer.CUTS, Layer.REPAIRS, Layer.FINDINGS, Layer.VERDICT})

    def __call__(self, ledger: Ledger) -> Changes:
        page = without(read_page(ledger.document, self.settings.keep), _gone(ledger))
        sure = claim_surely(page)
        left = without(page, sure)
        scored = claim_lines(left, scored_rules())
        share = _share(left, scored)
        too_much = share > self.settings.max_cut_share
        claims: Mapping[int, Claim] = sure if too_much else {**sure, **scored}
        clean = without(page, claims)
        repairs = find_repairs(clean)
        leftover = Leftover(clean, repairs, left, share if too_much else 0.0)
        findings = find_defects(leftover)
        return Changes(
            cuts=make_cuts(ledger.document, claims),
            repairs=repairs,
            findings=findings,
            verdict=_verdict(clean, findings),
        )


def _gone(ledger: Ledger) -> frozenset[int]:
    """Indices of the blocks that earlier stages cut."""
    gone = {block.span for block in ledger.cut_blocks}
    return frozenset(i for i, block in enumerate(ledger.document.blocks) if block.span in gone)


def _share(page: Page, claims: Mapping[int, Claim]) -> float:
    """The share of the letters left on the page that `claims` would cut."""
    left = page.letters(line for line in page.lines if line.index not in page.gone)
    cut = page.letters(page.lines[index] for index in claims)
    return cut / left if left else 0.0


def _verdict(page: Page, findings: tuple[Finding, ...]) -> Verdict | None:
    """Set the page aside when nothing that could be an article is left on it."""
    kept = [line for line in page.lines if line.index not in page.gone]
    letters = page.letters(kept)
    if not letters:
        why = "nothing but residue on the page" if page.lines else "no text on the page"
        return Verdict(Fate.SET_ASIDE, why)
    if any(line.is_prose or _is_sentence(line) for line in kept):
        return None
    if letters < (_SCANT if page.gone else _STUB):
        return Verdict(Fate.SET_ASIDE, f"no article: {letters} letters left, and no sentence")
    linked = sum(line.block.link_density > 0.5 for line in kept)
    named = bool(page.gone) and all(len(line.words) <= _LINK_WORDS for line in kept)
    if linked * 2 > len(kept) or named:
        return Verdict(Fate.SET_ASIDE, "no article: a list of links, and no sentence")
    return None


def _is_sentence(line: Line) -> bool:
    """Ends like one and is long enough (scripts without spaces are measured in characters), or has
    the words that bind a sentence."""
    ended = line.ends_sentence and (len(line.words) >= 5 or len(line.text) >= 30)
    return ended or (len(line.words) >= 10 and line.function_share >= 0.15)
