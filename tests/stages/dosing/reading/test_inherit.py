"""What a segment takes over from the words around it."""

from __future__ import annotations

from pipeline.model.dose import Quantity
from pipeline.model.span import Span
from pipeline.stages.dosing.reading.grammar import Drug, read
from pipeline.stages.dosing.reading.inherit import (
    DrugIndex,
    Strength,
    contained_strength,
    form_in_name,
    governing_drug,
    may_inherit,
    stated_strength,
    unit_is_clear,
    unit_left_out,
    wants,
    with_strength,
)
from pipeline.stages.dosing.reading.lines import read_blocks
from pipeline.stages.dosing.reading.segments import segment

ASPIRIN = Drug(Span(0, 7), "aspirin", "aspirin", (500.0,))


def governing(text: str, *names: str) -> str | None:
    """The drug that governs the last segment of `text`."""
    drugs = [Drug(Span(text.index(n), text.index(n) + len(n)), n, n.lower()) for n in names]
    segments = segment(text, read_blocks(text))
    found = governing_drug(segments, len(segments) - 1, DrugIndex(drugs))
    return found and found.written


def test_the_sentence_before_governs() -> None:
    assert governing("Tylenol helps. Two caplets are enough.", "Tylenol") == "Tylenol"


def test_the_heading_governs_a_paragraph() -> None:
    assert governing("# Motilium\nOne tablet is enough.", "Motilium") == "Motilium"


def test_the_lead_in_governs_an_item() -> None:
    assert governing("Take Motilium so:\n- one tablet", "Motilium") == "Motilium"


def test_a_short_line_above_governs() -> None:
    assert governing("Motilium\nOne tablet is enough.", "Motilium") == "Motilium"


def test_a_heading_with_two_drugs_governs_nothing() -> None:
    assert governing("# Advil or Motilium\nOne tablet is enough.", "Advil", "Motilium") is None


def test_a_far_paragraph_governs_nothing() -> None:
    far = "Motilium is a drug for the stomach that has been sold for a very long time.\nOne tablet."
    assert governing(far, "Motilium") is None


def test_of_overlapping_mentions_the_longer_counts() -> None:
    index = DrugIndex([Drug(Span(0, 9), "St. John"), Drug(Span(0, 15), "St. John's wort")])
    assert [drug.written for drug in index.within(Span(0, 20))] == ["St. John's wort"]
    assert index.within(Span(1, 20)) == []
    assert index.within(None) == []


def test_only_liquids_are_drunk_by_the_glass() -> None:
    for text, may in (("Nettle decoction. Drink a glass.", True), ("Aspirin. Eat a cup.", False)):
        last = segment(text, read_blocks(text))[-1]
        (amount,) = read(last.span.of(text)).amounts
        assert may_inherit(text, last, Drug(Span(0, 6), text[:6]), amount) is may


def test_a_strength_in_a_products_name_counts_when_it_is_sold() -> None:
    (amount,) = read("1 tablet").amounts
    sold = Drug(Span(0, 7), "ACC 600", "acetylcysteine", (200.0, 600.0))
    assert stated_strength(amount, sold) == Strength(Quantity(600, 600, "mg"), None)
    assert stated_strength(amount, Drug(Span(0, 7), "ACC 123", "acetylcysteine", (600.0,))) is None


def test_a_unit_left_out() -> None:
    (amount,) = read("take 500 twice a day").amounts
    assert unit_left_out(amount, ASPIRIN) == Quantity(500, 500, "mg")
    assert unit_left_out(amount, Drug(Span(0, 1), "x")) is None
    assert not unit_is_clear(amount, ASPIRIN)
    (two,) = read("take 2 twice a day").amounts
    assert unit_is_clear(two, ASPIRIN)
    assert not unit_is_clear(two, Drug(Span(0, 1), "x", "insulin"))


def test_a_form_in_a_products_name() -> None:
    assert form_in_name(Drug(Span(0, 1), "nicotine patch")) == "patch"
    assert form_in_name(Drug(Span(0, 1), "cloves of garlic")) == "clove"
    assert form_in_name(Drug(Span(0, 1), "aspirin")) is None


def test_strengths_fit_their_forms_only() -> None:
    tablet, spoon = read("2 tablets").amounts[0], read("1 teaspoon").amounts[0]
    per_ml, each = Strength(Quantity(24, 24, "mg"), "ml"), Strength(Quantity(5, 5, "mg"), None)
    assert wants(tablet)
    assert with_strength(tablet, per_ml) == tablet
    assert with_strength(spoon, each) == spoon
    assert with_strength(tablet, each).mass == Quantity(10, 10, "mg")
    assert with_strength(spoon, per_ml).mass == Quantity(120, 120, "mg")


def test_a_content_is_found() -> None:
    assert contained_strength(read("each tablet contains 500 mg")) == Strength(
        Quantity(500, 500, "mg"), None
    )
    assert contained_strength(read("take 500 mg")) is None
