"""The article is the stretch with the most evidence, and everything else says why it is not."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.document import Document
from pipeline.stages.boilerplate.extent import best_span, find_stretches
from pipeline.stages.boilerplate.page import read_page

MakeDocument = Callable[..., Document]
SCORES = st.lists(st.integers(-5, 5).map(float), max_size=12)


@given(SCORES)
def test_no_other_stretch_has_more_evidence(scores: list[float]) -> None:
    start, end = best_span(scores)
    ranges = [(a, b) for a in range(len(scores) + 1) for b in range(a, len(scores) + 1)]
    most = max(sum(scores[a:b]) for a, b in ranges)
    if most > 0:
        assert sum(scores[start:end]) == most
    else:
        assert (start, end) == (0, len(scores))


def test_a_page_too_short_to_have_company_is_not_judged(make_document: MakeDocument) -> None:
    assert find_stretches(read_page(make_document("Login\nRegister\nMenu"))) == ()


def test_stretches_say_where_and_why(make_document: MakeDocument) -> None:
    prose = (
        "The arch of the foot is held by a band of tissue that runs from the heel to the toes.",
        "When the band of the foot is strained, the first steps from bed hurt under the heel.",
        "Rolling the foot over a bottle from the fridge cools the band and loosens the heel.",
        "Most heels and feet are free of pain again after some months, with or without a splint.",
    )
    page = "\n".join(["Login", "Register", "Cart", "Our shops", "Sale", *prose])
    before = find_stretches(read_page(make_document(page)))[0]
    assert before.place == "before"
    assert [line.text for line in before.lines] == [
        "Login",
        "Register",
        "Cart",
        "Our shops",
        "Sale",
    ]
    assert before.against > 6
    assert before.why
