from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from pipeline.io.resources import lines
from pipeline.model.changes import COMMENTS_CUT, Changes, Cut, Layer, Provenance, RuleId, Severity
from pipeline.model.document import Block, BlockKind, Document, Format, Source, page_id
from pipeline.model.ledger import Ledger
from pipeline.model.span import Span
from pipeline.stages.dosing.stage import RESIDUE_RULE, DosingStage
from pipeline.stages.entities import EntityStage

BY = Provenance("test", 1)


def ledger(*paragraphs: str, cut: int | None = None) -> Ledger:
    """A plain page of paragraphs, one of them cut, with its mentions."""
    text = "\n\n".join(paragraphs)
    blocks: list[Block] = []
    at = 0
    for words in paragraphs:
        span = Span(at, at + len(words))
        blocks.append(Block(span, BlockKind.PARAGRAPH, span))
        at += len(words) + 2
    name = str(PurePosixPath("raw") / "page.txt")
    source = Source(name, "", len(text), Format.TEXT)
    page = Ledger(Document(page_id(name), source, text, tuple(blocks)))
    if cut is not None:
        whole = Span(blocks[cut].span.start, min(len(text), blocks[cut].span.end + 2))
        page = page.apply(Changes(cuts=(Cut(whole, RuleId("CUT001"), "test"),)), BY)
    return page.apply(EntityStage(lines)(page), BY)


def test_findings_and_doses_are_mapped_home_to_the_page() -> None:
    page = ledger("Menu", "Take three 500 mg paracetamol tablets at once.", cut=0)
    changes = DosingStage(lines)(page)
    found = [f for f in changes.findings if f.category == "max_single_dose"]
    text = page.document.text
    assert [f.span.of(text) for f in found] == ["three 500 mg paracetamol tablets"]
    assert found[0].citations
    assert found[0].computation
    assert [d.drug_span.of(text) for d in changes.doses if d.drug_span] == ["paracetamol"]


def test_a_dose_is_never_read_across_a_cut() -> None:
    page = ledger("Paracetamol is a painkiller. Take", "Advertisement", "8 tablets at once.", cut=1)
    for dose in DosingStage(lines)(page).doses:
        assert not page.cuts[0].span.overlaps(dose.span)


def test_cutting_article_words_with_a_dose_is_a_finding() -> None:
    words = "Adults take paracetamol 500 mg every six hours and drink plenty of water with it."
    found = DosingStage(lines)(ledger("A page about colds.", words, cut=1)).findings
    assert [(f.rule, f.severity) for f in found] == [(RESIDUE_RULE.id, Severity.MAJOR)]
    assert found[0].category == "residue_with_dose"


def test_cutting_a_teaser_is_none() -> None:
    teaser = "How much paracetamol may a child of six with a fever be given..."
    assert DosingStage(lines)(ledger("A page about colds.", teaser, cut=1)).findings == ()


def test_it_cuts_and_repairs_nothing() -> None:
    stage = DosingStage(lines)
    assert stage.makes == {Layer.MENTIONS, Layer.DOSES, Layer.FINDINGS}
    changes = stage(ledger("Take three 500 mg paracetamol tablets at once."))
    assert changes.layers() == stage.makes


def test_the_parts_of_a_dose_are_mentions_of_the_page() -> None:
    page = ledger("Cookies?", "Take 2 tablets by mouth twice a day for 5 days.", cut=0)
    found = {m.label: m.span.of(page.document.text) for m in DosingStage(lines)(page).mentions}
    assert found == {
        "DOSE": "2 tablets",
        "ROUTE": "by mouth",
        "FREQUENCY": "twice a day",
        "DURATION": "for 5 days",
    }


def test_a_dose_in_a_readers_comment_is_for_information() -> None:
    words = "I take paracetamol 500 mg every six hours and drink plenty of water with it."
    page = ledger("A page about colds.", words, cut=1)
    page = replace(page, cuts=tuple(replace(c, rule=COMMENTS_CUT) for c in page.cuts))
    (finding,) = DosingStage(lines)(page).findings
    assert finding.severity is Severity.INFO


def test_cutting_the_copy_of_words_that_stay_is_none() -> None:
    words = "Adults take paracetamol 500 mg every six hours and drink plenty of water with it."
    found = DosingStage(lines)(ledger(words, words, cut=1)).findings
    assert [f for f in found if f.category == "residue_with_dose"] == []


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("Do not take colchicine if you have severe kidney disease.", Severity.MAJOR),
        ("Ask your doctor before you change anything.", Severity.INFO),
    ],
)
def test_no_warning_is_cut_unseen(words: str, severity: Severity) -> None:
    found = DosingStage(lines)(ledger("A page about colds.", words, cut=1)).findings
    assert [f.severity for f in found if f.category == "residue_with_dose"] == [severity]
