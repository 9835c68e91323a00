"""The stage on whole pages: what is cut, kept, mended, reported and set aside, and its guards."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.changes import Changes, Cut, Fate, Provenance, RuleId, Severity
from pipeline.model.document import Document
from pipeline.model.ledger import Ledger
from pipeline.model.span import Span
from pipeline.stages.boilerplate import BoilerplateSettings, BoilerplateStage
from pipeline.stages.stage import DocumentStage, check_order

MakeDocument = Callable[..., Document]
BY = Provenance("boilerplate", 1)

FARM = """\
Why are my feet always cold?

Why are my feet always cold?

Cold feet are common, and most of the time the reason is harmless: the body saves its \
warmth for the organs and lets the feet wait.

Why are my feet always cold?

1. Thin socks.

Wool keeps the feet warm even when it is damp, and cotton does not, so a change of socks \
is the first thing to try.

<<:  Is it healthy to sing in the shower?

>>:  Ten uses for an old toothbrush

Recommend

How to choose a hat

A hat that is too tight leaves a mark on the fore...

Do cats feel the cold?

Cats have a coat that keeps them warm in most of ...
"""


def clean(document: Document, stage: BoilerplateStage | None = None) -> Ledger:
    ledger = Ledger(document)
    ledger = ledger.apply((stage or BoilerplateStage())(ledger), BY)
    assert ledger.audit() == ()
    return ledger


def test_a_content_farm_page_keeps_its_title_once_and_its_article(
    make_document: MakeDocument,
) -> None:
    text = clean(make_document(FARM)).clean_text
    assert text.count("Why are my feet always cold?") == 1
    assert text.startswith("Why are my feet always cold?")
    assert "1. Thin socks." in text
    assert "the first thing to try." in text
    for residue in ("<<:", ">>:", "Recommend", "hat", "Cats"):
        assert residue not in text


def test_a_page_without_residue_is_left_alone(make_document: MakeDocument) -> None:
    page = "Warm feet\n\nWool keeps the feet warm even when it is damp.\n\nCotton does not."
    ledger = clean(make_document(page))
    assert ledger.clean_text == page
    assert ledger.findings == ()


ARTICLE = [
    "A stiff neck in the morning comes from the joints of the neck, which need gentle movement.",
    "Turn the head slowly from side to side, and let the neck hang forward until it feels warm.",
    "A warm shower on the neck before the movement makes the joints of the neck less stiff.",
    "Most people find that the neck is free again after some minutes of gentle movement.",
]
FOOTER = ["Our Story", "Careers", "Press", "Find a Store", "Gift Cards", "Help", "Contact"]
SCORED = ["Sunny Spine Studio", "Mill Lane 4", "Spine Club", "Yoga Hall", "Trainers", "Prices"]


@pytest.mark.parametrize("footer", [FOOTER, SCORED])
def test_a_footer_goes(make_document: MakeDocument, footer: list[str]) -> None:
    text = clean(make_document("\n".join([*ARTICLE, *footer]))).clean_text
    assert footer[-2] not in text
    assert text.rstrip().endswith("gentle movement.")


def test_an_alarm_in_the_footer_stays(make_document: MakeDocument) -> None:
    alarm = "Call 112 at once"
    lines = [*ARTICLE, *FOOTER[:4], alarm, *FOOTER[4:]]
    ledger = clean(make_document("\n".join(lines)))
    assert alarm in ledger.clean_text
    assert "Careers" not in ledger.clean_text


def test_when_too_much_would_go_nothing_goes_by_score(make_document: MakeDocument) -> None:
    stage = BoilerplateStage(BoilerplateSettings(max_cut_share=0.05))
    ledger = clean(make_document("\n".join([*ARTICLE, *SCORED])), stage)
    assert "Mill Lane 4" in ledger.clean_text
    held = [f for f in ledger.findings if f.severity >= Severity.MAJOR]
    assert [f.rule for f in held] == ["TEXT006"]


def test_a_page_of_links_is_set_aside(make_document: MakeDocument) -> None:
    page = "Health topics\nAcne\nBack pain\nBurns\nCoughs and colds\nDry skin\n« Previous Next »"
    verdict = clean(make_document(page)).verdict
    assert verdict is not None
    assert verdict.fate is Fate.SET_ASIDE
    assert "no article" in verdict.reason


def test_a_short_answer_is_not_set_aside(make_document: MakeDocument) -> None:
    assert clean(make_document("The cause of most cases is not known.")).verdict is None


def test_another_language_is_left_for_the_language_stage(make_document: MakeDocument) -> None:
    page = (
        "Kalte Füße\nKalte Füße sind häufig, und meist ist der Grund harmlos.\n"
        "Wolle wärmt die Füße auch dann, wenn sie feucht ist.\nBaumwolle wärmt nicht."
    )
    ledger = clean(make_document(page))
    assert ledger.clean_text == page
    assert ledger.verdict is None


def test_lines_that_a_template_cut_are_not_cut_again(make_document: MakeDocument) -> None:
    document = make_document(FARM)
    block = document.blocks[-1]
    template = Cut(Span(block.span.start, len(document.text)), RuleId("CUT080"), "Recurs.")
    ledger = Ledger(document).apply(Changes(cuts=(template,)), Provenance("templates", 1))
    after = ledger.apply(BoilerplateStage()(ledger), BY)
    assert template in after.cuts
    assert after.audit() == ()


def test_settings_can_give_up_the_byline(make_document: MakeDocument) -> None:
    page = "\n".join(["Login", "Register", "By Jo Marsh", "March 3, 2021", *ARTICLE])
    kept = clean(make_document(page)).clean_text
    bare = clean(make_document(page), BoilerplateStage(BoilerplateSettings(keep=()))).clean_text
    assert "By Jo Marsh" in kept
    assert "By Jo Marsh" not in bare


def test_the_stage_fits_between_blocks_and_language() -> None:
    stage = BoilerplateStage()
    assert isinstance(stage, DocumentStage)
    check_order([stage])


LINES = st.sampled_from(
    [
        *ARTICLE,
        *FOOTER,
        "Recommend",
        "Wool and you ...",
        "<<: Hats",
        "© 2020 Us",
        "a () b",
        "",
        "•  x",
    ]
)


@settings(max_examples=60, deadline=None)
@given(lines=st.lists(LINES, max_size=30))
def test_whatever_the_page_the_accounts_balance(
    make_document: MakeDocument, lines: list[str]
) -> None:
    ledger = clean(make_document("\n".join(lines)))
    assert BoilerplateStage()(Ledger(ledger.document)) == ledger.said[0][1]


HOSTILE = [
    "x" * 100_000,
    "a " * 50_000,
    "( " * 30_000,
    "— | › " * 20_000,
    "\u00c3\u00a9\u00e2\u20ac\u2122 " * 20_000,
    "Recommend\n" * 3_000,
    "Comments (3)\n" * 3_000,
    "AbcDefGhi 12 34\n" * 3_000,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_pages_are_judged(make_document: MakeDocument, text: str) -> None:
    assert clean(make_document(text)).audit() == ()
