"""Routes: the place, the form, the deed; and conditions that are no routes."""

from __future__ import annotations

import pytest

from pipeline.stages.dosing.administration import find_route


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
        # near misses
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
