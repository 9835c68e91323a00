"""Routes: the place, the form, the deed; and conditions that are no routes."""

from __future__ import annotations

import pytest

from pipeline.stages.dosing.reading.administration import find_route, place_before


@pytest.mark.parametrize(
    ("text", "form", "route"),
    [
        ("take 2 tablets", "tablet", "oral"),
        ("one spray in each nostril", "spray", "nasal"),
        ("2 drops into the eye", "drop", "ophthalmic"),
        ("1 drop ou", "drop", "ophthalmic"),
        ("deep into the ear", "drop", "otic"),
        ("suppositories at night", None, "rectal"),
        ("insert it into the vagina", "suppository", "vaginal"),
        ("vaginal tablets", None, "vaginal"),
        ("rub it in", None, "topical"),
        ("wear a patch", "patch", "transdermal"),
        ("2 puffs", "puff", "inhaled"),
        ("under the tongue", "tablet", "sublingual"),
        ("intramuscularly", "ml", "intramuscular"),
        ("into a vein", "ml", "intravenous"),
        ("under the skin", None, "subcutaneous"),
        ("gargle with it", None, "oromucosal"),
        ("jab the ampoule deep into the thigh", None, "intramuscular"),
        ("through the drip on the ward", None, "intravenous"),
        ("keep them behind a cheek", "tablet", "buccal"),
        ("behind the lower eyelid", None, "ophthalmic"),
        ("unwrap the suppository and swallow it", "suppository", "oral"),
        ("smear a drop on the wart", "drop", "topical"),
        # near misses
        ("never swallow a suppository", "suppository", "rectal"),
        ("im not using this one", "tablet", "oral"),
        ("for vaginal thrush", "capsule", "oral"),
        ("for rectal bleeding", "tablet", "oral"),
        ("for nasal congestion", "tablet", "oral"),
        ("vinegar compresses and drops", "drop", "oral"),
        ("gargle, then swallow", "spoon", "oral"),
    ],
)
def test_routes(text: str, form: str | None, route: str) -> None:
    assert find_route(text, None, form) == route


@pytest.mark.parametrize(
    ("text", "ingredient", "route"),
    [
        ("10 units at bedtime", "insulin glargine", "subcutaneous"),
        ("every hour", "xylometazoline", "nasal"),
        ("inject it into a vein", "insulin", "intravenous"),
        ("inject it", "ketorolac", "parenteral"),
        ("400 mg", "ibuprofen", "oral"),
    ],
)
def test_some_substances_have_one_route(text: str, ingredient: str, route: str) -> None:
    assert find_route(text, ingredient, None) == route


def test_a_nose_drop_is_nasal_unless_the_eye_is_named() -> None:
    assert find_route("one drop at night", "xylometazoline", "drop") == "nasal"
    assert find_route("a drop in each eye", "xylometazoline", "drop") == "ophthalmic"


@pytest.mark.parametrize(
    ("before", "words", "form", "route"),
    [
        ("the eye waters and stings?", "drip two drops", "drop", "ophthalmic"),
        ("my nose is shut", "rinse with one sachet", "sachet", "nasal"),
        ("the eye waters", "take two drops on sugar", "drop", None),
        ("ears, nose and throat", "drip two drops", "drop", None),
        ("the eye waters", "put the tablet aside", "tablet", None),
    ],
)
def test_the_sentence_before_names_the_place(
    before: str, words: str, form: str, route: str | None
) -> None:
    assert place_before(before, words, form) == route
