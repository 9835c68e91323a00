from dataclasses import replace
from itertools import pairwise

import pytest

from pipeline.model.changes import Changes, Cut, Layer, Provenance, Repair, RuleId
from pipeline.model.document import Block, BlockKind, DocId, Document, Format, Source
from pipeline.model.ledger import Ledger
from pipeline.model.mention import Mention
from pipeline.model.span import Span
from pipeline.stages.entities import EntityStage
from pipeline.stages.stage import DocumentStage

BY = Provenance("test", 1)


def ledger(text: str, cut: str = "", damaged: str = "", whole: str = "") -> Ledger:
    def place(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    source = Source("p.txt", "0" * 64, len(text), Format.TEXT)
    said = Changes(
        cuts=(Cut(place(cut), RuleId("menu"), "x"),) if cut else (),
        repairs=(Repair(place(damaged), whole, RuleId("mend"), "x"),) if damaged else (),
    )
    return Ledger(Document(DocId("p"), source, text, ())).apply(said, BY)


def mentions(stage: EntityStage, page: Ledger) -> list[tuple[str, Mention]]:
    return [(m.span.of(page.document.text), m) for m in stage(page).mentions]


def test_it_is_a_document_stage_that_makes_mentions_only(stage: EntityStage) -> None:
    assert isinstance(stage, DocumentStage)
    assert stage.makes == {Layer.MENTIONS}


def test_a_mention_carries_concept_name_codes_and_qualifiers(stage: EntityStage) -> None:
    ((written, mention),) = mentions(stage, ledger("Do not take Tylenol."))
    assert written == "Tylenol"
    assert (mention.label, mention.concept, mention.name) == (
        "DRUG",
        "drug:paracetamol",
        "paracetamol",
    )
    assert dict(mention.codes)["atc"] == "N02BE01"
    assert [str(qualifier) for qualifier in mention.qualifiers] == ["advised_against"]


def test_a_mention_guessed_from_its_ending_has_no_concept(stage: EntityStage) -> None:
    ((_, mention),) = mentions(stage, ledger("It was velmotinib."))
    assert (mention.label, mention.concept, mention.name, mention.codes) == ("DRUG", None, None, ())


def test_what_was_cut_is_not_tagged(stage: EntityStage) -> None:
    page = ledger("Aspirin helps.\n\nMore: Ibuprofen\n\nEnd.", cut="More: Ibuprofen\n\n")
    assert [written for written, _ in mentions(stage, page)] == ["Aspirin"]


def test_a_mention_across_a_cut_is_dropped(stage: EntityStage) -> None:
    page = ledger("blood MENU clot", cut="MENU ")
    assert mentions(stage, page) == []


def test_a_repaired_word_is_found_and_mapped_home(stage: EntityStage) -> None:
    page = ledger("Take ibu\u00adprofen now.", damaged="\u00ad", whole="")
    ((written, mention),) = mentions(stage, page)
    assert written == "ibu\u00adprofen"
    assert mention.concept == "drug:ibuprofen"


def test_a_list_of_the_page_has_no_bullets_in_its_text(stage: EntityStage) -> None:
    text = (
        "Who should not take it\nasthma, which gets worse with cold air and more\nFever is common"
    )
    page = ledger(text)
    item = Span(text.index("asthma"), text.index("\nFever"))
    page = replace(
        page, document=replace(page.document, blocks=(Block(item, BlockKind.LIST_ITEM, item, 1),))
    )
    said = {w: [str(q) for q in m.qualifiers] for w, m in mentions(stage, page)}
    assert said["asthma"] == ["contraindicated"]
    assert said["Fever"] == []


@pytest.mark.parametrize("text", ["", " \n ", "\x00", "(((((", "a" * 10_000, "12.5 %", "🙂" * 50])
def test_strange_text_is_no_trouble(stage: EntityStage, text: str) -> None:
    assert stage(ledger(text)).mentions == ()


@pytest.mark.parametrize(
    ("text", "damaged", "whole"),
    [
        ("Use aspirin/Crohn??s disease tips.", "aspirin/Crohn??s", "aspirin/Crohn’s"),
        ("No nausea/vomiting?? here.", "nausea/vomiting??", "nausea/vomiting’s"),
    ],
)
def test_two_names_in_one_repair_do_not_overlap_on_the_page(
    stage: EntityStage, text: str, damaged: str, whole: str
) -> None:
    found = stage(ledger(text, damaged=damaged, whole=whole)).mentions
    assert found
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start
