"""Where the prose stands in the DOM tells where the article is, whatever the classes say."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.model.document import Document
from pipeline.stages.boilerplate.page import read_page
from pipeline.stages.boilerplate.places import places_of

MakeDocument = Callable[..., Document]

PROSE = "The elbow is a hinge, and the forearm turns in it as well, which few other hinges can do."
INSIDE, OUTSIDE = "inside the article's element", "outside the article's element"
BESIDE = "beside the article's paragraphs"


def test_plain_text_has_no_places(make_document: MakeDocument) -> None:
    assert places_of(read_page(make_document(f"Menu\n{PROSE}"))) == [{}, {}]


def test_lines_are_placed_by_the_prose(make_document: MakeDocument) -> None:
    document = make_document(
        f"Menu\n{PROSE}\nBend\n{PROSE}\nImprint",
        paths=[
            "html/body/div.x1/p",
            "html/body/div.x2/div.a/p",
            "html/body/div.x2/div.a/ul/li",
            "html/body/div.x2/div.a/p",
            "html/body/div.x3/p",
        ],
    )
    rows = places_of(read_page(document))
    assert [INSIDE in row for row in rows] == [False, True, True, True, False]
    assert [BESIDE in row for row in rows] == [False, True, True, True, False]


def test_paragraphs_in_boxes_of_their_own_are_inside_what_holds_them(
    make_document: MakeDocument,
) -> None:
    boxes = [f"html/body/main/div#b{k}/p" for k in range(8)]
    document = make_document("\n".join([PROSE] * 8 + ["Foot"]), paths=[*boxes, "html/body/div/p"])
    rows = places_of(read_page(document))
    assert all(INSIDE in row for row in rows[:8])
    assert OUTSIDE in rows[8]
