import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.changes import (
    Changes,
    Confidence,
    Cut,
    Fate,
    Finding,
    Provenance,
    Repair,
    RuleId,
    Severity,
    Verdict,
)
from pipeline.model.document import Block, BlockKind, DocId, Document, Format, Source
from pipeline.model.ledger import Account, Ledger
from pipeline.model.span import Span

BY = Provenance("test", 1)
RULE = RuleId("CUT999")


def page(text: str) -> Document:
    """A document whose blocks are the lines of `text`."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            lead = len(line) - len(line.lstrip())
            span = Span(at + lead, at + lead + len(line.strip()))
            blocks.append(Block(span, BlockKind.PARAGRAPH, span))
        at += len(line) + 1
    source = Source("page.txt", "0" * 64, len(text), Format.TEXT)
    return Document(DocId("p"), source, text, tuple(blocks))


@st.composite
def changed_pages(draw: st.DrawFn) -> tuple[Document, list[Changes]]:
    """A random page and, in up to three rounds, random cuts of blocks and repairs of runs."""
    doc = page(draw(st.text(st.sampled_from("ab \n.é😀\u200b"), max_size=80)))
    rounds, repaired = [], set[int]()
    for _ in range(draw(st.integers(0, 3))):
        chosen = draw(st.sets(st.sampled_from(doc.blocks))) if doc.blocks else set()
        cuts = tuple(Cut(b.span, RULE, "because") for b in sorted(chosen, key=lambda b: b.span))
        repairs = []
        for start in sorted(draw(st.sets(st.integers(0, len(doc.text)), max_size=4))):
            end = min(len(doc.text), start + draw(st.integers(0, 1)))
            taken = set(range(start, end + 1))
            if not taken & repaired:
                repaired |= taken
                repairs.append(Repair(Span(start, end), draw(st.text(max_size=3)), RULE, "why"))
        rounds.append(Changes(cuts=cuts, repairs=tuple(repairs)))
    return doc, rounds


@given(changed_pages())
def test_accounts_balance_whatever_was_said(case: tuple[Document, list[Changes]]) -> None:
    doc, rounds = case
    ledger = Ledger(doc)
    for changes in rounds:
        ledger = ledger.apply(changes, BY)
    assert ledger.audit() == ()
    entries = list(ledger.entries())
    assert "".join(e.span.of(doc.text) for e in entries) == doc.text
    rebuilt = ""
    for entry in entries:
        if entry.account is Account.KEPT:
            rebuilt += entry.span.of(doc.text)
        elif isinstance(entry.change, Repair):
            rebuilt += entry.change.replacement
    assert ledger.clean_text == rebuilt


@given(changed_pages())
def test_every_kept_character_maps_back(case: tuple[Document, list[Changes]]) -> None:
    doc, rounds = case
    ledger = Ledger(doc)
    for changes in rounds:
        ledger = ledger.apply(changes, BY)
    for piece in ledger.clean.pieces:
        if piece.verbatim:
            for offset in range(piece.out.start, piece.out.end):
                home = ledger.clean.home(Span(offset, offset + 1))
                assert home is not None
                assert home.of(doc.text) == ledger.clean_text[offset]


@given(changed_pages())
def test_a_ledger_survives_the_way_to_another_process(
    case: tuple[Document, list[Changes]],
) -> None:
    doc, rounds = case
    ledger = Ledger(doc)
    for changes in rounds:
        ledger = ledger.apply(changes, BY)
    _ = ledger.clean
    sent = pickle.dumps(ledger)
    assert pickle.loads(sent) == ledger
    assert b"View" not in sent


def test_a_cut_wins_over_the_repairs_inside_it() -> None:
    doc = page("keep  this\nmenu  line")
    menu = doc.blocks[1].span
    ledger = Ledger(doc).apply(
        Changes(
            cuts=(Cut(menu, RULE, "menu"),),
            repairs=(
                Repair(Span(4, 6), " ", RULE, "spaces"),
                Repair(Span(menu.start + 4, menu.start + 6), " ", RULE, "spaces"),
            ),
        ),
        BY,
    )
    assert ledger.clean_text == "keep this\n"
    assert len(ledger.repairs) == 1
    assert ledger.kept_blocks == (doc.blocks[0],)
    assert ledger.cut_blocks == (doc.blocks[1],)


def test_a_larger_cut_takes_in_a_smaller_one() -> None:
    doc = page("one\ntwo\nthree")
    ledger = Ledger(doc)
    ledger = ledger.apply(Changes(cuts=(Cut(Span(4, 7), RULE, "small"),)), BY)
    ledger = ledger.apply(Changes(cuts=(Cut(Span(4, 13), RULE, "large"),)), BY)
    assert [c.reason for c in ledger.cuts] == ["large"]
    assert ledger.clean_text == "one\n"


def test_half_overlapping_cuts_are_a_programming_error() -> None:
    ledger = Ledger(page("one two three"))
    ledger = ledger.apply(Changes(cuts=(Cut(Span(0, 7), RULE, "a"),)), BY)
    with pytest.raises(ValueError, match="overlap in part"):
        ledger.apply(Changes(cuts=(Cut(Span(4, 13), RULE, "b"),)), BY)


def test_overlapping_repairs_are_a_programming_error() -> None:
    repairs = (Repair(Span(0, 3), "x", RULE, "a"), Repair(Span(2, 4), "y", RULE, "b"))
    with pytest.raises(ValueError, match="repairs overlap"):
        Ledger(page("abcdef")).apply(Changes(repairs=repairs), BY)


def finding(start: int, end: int) -> Finding:
    return Finding(
        RuleId("DOSE999"),
        "max_daily_dose",
        Severity.MAJOR,
        Confidence.HIGH,
        (Span(start, end),),
        "x",
    )


def test_findings_are_stamped_with_a_fingerprint_that_ignores_the_place() -> None:
    one = Ledger(page("Take  6 g a day.")).apply(Changes(findings=(finding(0, 16),)), BY)
    two = Ledger(page("New line.\ntake 6 g a day")).apply(Changes(findings=(finding(10, 24),)), BY)
    assert one.findings[0].fingerprint == two.findings[0].fingerprint != ""


def test_the_audit_sees_an_offset_behind_the_page() -> None:
    ledger = Ledger(page("short")).apply(Changes(findings=(finding(0, 99),)), BY)
    assert ledger.audit() == ("offset 99 is behind the page",)


def test_the_audit_sees_accounts_that_overlap_or_leave_the_page() -> None:
    twice = (Cut(Span(0, 5), RULE, "a"), Cut(Span(3, 8), RULE, "b"))
    assert Ledger(page("one two three"), cuts=twice).audit() == (
        "accounts jump from 5 to 3",
        "kept, cut and repaired pieces do not rebuild the page",
    )
    behind = (Cut(Span(4, 9), RULE, "a"),)
    assert Ledger(page("short"), cuts=behind).audit() == ("accounts end at 9 of 5",)


def test_the_last_verdict_stands() -> None:
    ledger = Ledger(page("x")).apply(Changes(verdict=Verdict(Fate.SET_ASIDE, "empty")), BY)
    assert ledger.apply(Changes(), BY).verdict == Verdict(Fate.SET_ASIDE, "empty")
    later = Verdict(Fate.FAILED, "error")
    assert ledger.apply(Changes(verdict=later), BY).verdict == later
