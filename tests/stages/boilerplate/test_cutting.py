"""Claims become cuts of whole blocks, white space included, lists in one piece."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.changes import RuleId
from pipeline.model.document import Document
from pipeline.rulebook.rule import CutRule, Example
from pipeline.stages.boilerplate.cutting import Claim, claim_lines, claim_surely, make_cuts, without
from pipeline.stages.boilerplate.page import Page, hit, read_page

MakeDocument = Callable[..., Document]
LIST = Claim(RuleId("CUT900"), "A list.", 1)
OTHER = Claim(RuleId("CUT900"), "A list.", 2)


def test_lines_of_one_hit_are_one_cut_with_the_space_behind(make_document: MakeDocument) -> None:
    document = make_document("one\n\ntwo\nthree\n\n\nfour")
    cuts = make_cuts(document, {1: LIST, 2: LIST})
    assert [cut.span.of(document.text) for cut in cuts] == ["two\nthree\n\n\n"]


def test_neighbouring_hits_are_cut_apart(make_document: MakeDocument) -> None:
    document = make_document("one\ntwo\nthree")
    cuts = make_cuts(document, {0: LIST, 1: OTHER})
    assert [cut.span.of(document.text) for cut in cuts] == ["one\n", "two\n"]


def test_the_last_cut_reaches_the_end_of_the_page(make_document: MakeDocument) -> None:
    document = make_document("one\ntwo\n\n")
    assert make_cuts(document, {1: LIST})[0].span.end == len(document.text)


@given(chosen=st.sets(st.integers(0, 5)))
def test_cuts_are_disjoint_and_cover_what_was_claimed(
    make_document: MakeDocument, chosen: set[int]
) -> None:
    document = make_document("a\nb\nc\nd\ne\nf")
    cuts = make_cuts(document, dict.fromkeys(sorted(chosen), LIST))
    assert "".join(cut.span.of(document.text) for cut in cuts).split() == [
        "abcdef"[index] for index in sorted(chosen)
    ]


def _rule(number: str, word: str) -> CutRule[Page]:
    return CutRule[Page](
        id=RuleId(number),
        name=word,
        summary="",
        seen="",
        find=lambda page: [hit([x for x in page.lines if word in x.text], f"Holds {word}.")],
        cuts=(Example(f"[[{word}]]", "it is there"),),
        keeps=(),
    )


def test_the_first_rule_to_find_a_line_has_it(make_document: MakeDocument) -> None:
    page = read_page(make_document("red\nred green\ngreen\nblue"))
    claims = claim_lines(page, [_rule("CUT901", "red"), _rule("CUT902", "green")])
    assert {k: claim.rule for k, claim in claims.items()} == {
        0: "CUT901",
        1: "CUT901",
        2: "CUT902",
    }


def test_lines_that_are_gone_are_not_claimed(make_document: MakeDocument) -> None:
    page = without(read_page(make_document("red\nred")), [0])
    assert list(claim_lines(page, [_rule("CUT901", "red")])) == [1]


def test_a_menu_below_a_consent_notice_is_found(make_document: MakeDocument) -> None:
    page = read_page(
        make_document(
            "We use cookies on this site so that we can see which of its pages are read most.\n"
            "Home About Us News Contact\n"
            "The elbow is a hinge, and the forearm turns in it as well, which few hinges can do."
        )
    )
    assert sorted(claim_surely(page)) == [0, 1]
