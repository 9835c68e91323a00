"""Titles, bylines, references, table rows and alarms are out of reach of scores."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.model.document import Document
from pipeline.stages.boilerplate.page import read_page
from pipeline.stages.boilerplate.protect import protected

MakeDocument = Callable[..., Document]

PROSE = "The elbow is a hinge, and the forearm turns in it as well, which few other hinges can do."
PAGE = f"""\
Login
How the elbow turns
By Nora Field, MD
May 4, 2020
{PROSE}
Response by:
Tom Reed, MD
Reed College of Medicine
Read more
References
Field N. The elbow. Journal of Joints 2019.
https://joints.example/elbow
Contact"""


def kept(document: Document, keep: tuple[str, ...] = ("title", "byline", "references")) -> set[str]:
    page = read_page(document, keep)
    return {page.lines[k].text for k in protected(page, range(len(page.lines)))}


def test_title_byline_and_references_are_kept(make_document: MakeDocument) -> None:
    assert kept(make_document(PAGE)) == {
        "How the elbow turns",
        "By Nora Field, MD",
        "Response by:",
        "Tom Reed, MD",
        "Reed College of Medicine",
        "References",
        "Field N. The elbow. Journal of Joints 2019.",
        "https://joints.example/elbow",
    }


def test_settings_give_each_class_up(make_document: MakeDocument) -> None:
    assert kept(make_document(PAGE), ()) == set()
    assert kept(make_document(PAGE), ("title",)) == {"How the elbow turns"}


def test_the_title_in_the_metadata_is_found_anywhere(make_document: MakeDocument) -> None:
    document = make_document(f"Elbows at work\n{PROSE}", title="Elbows at work | Joints Daily")
    assert "Elbows at work" in kept(document)


def test_an_alarm_cannot_be_given_up(make_document: MakeDocument) -> None:
    assert kept(make_document(f"{PROSE}\nSee a doctor at once"), ()) == {"See a doctor at once"}


def test_an_alarm_is_heard_through_what_nobody_sees(make_document: MakeDocument) -> None:
    assert kept(make_document("Menu\n500\u200bmg\u2060 a day\nContact"), ()) == {"500mg a day"}


def test_an_alarm_far_inside_a_long_line_counts(make_document: MakeDocument) -> None:
    line = "word " * 1_000 + "take 2 tablets " + "word " * 1_000
    assert len(kept(make_document(f"{PROSE}\n{line}"), ())) == 1


def test_rows_of_a_flattened_table_are_kept(make_document: MakeDocument) -> None:
    table = "NutAdults (g)Children (g)\nWalnut30 15\nHazelnut25 10"
    assert kept(make_document(f"{PROSE}\n{table}"), ()) == set(table.split("\n"))
