from __future__ import annotations

from dataclasses import replace

from pipeline.model.mention import Mention, Qualifier
from pipeline.model.span import Span
from pipeline.render.terms import concepts, controls, regimen


def test_concepts_are_counted_with_their_qualifiers(held) -> None:
    first = held.ledger.mentions[0]
    denied = replace(first, qualifiers=(Qualifier.NEGATED,))
    again = [denied, denied, first]
    most = concepts((*held.ledger.mentions, *again))[0]
    assert (most.name, most.count, most.said) == ("headache", 4, "2 × negated")
    assert (most.label, most.hue) == ("condition", "condition")


def test_the_parts_of_doses_are_no_concepts(held) -> None:
    part = Mention(Span(0, 3), "FREQUENCY")
    assert concepts((*held.ledger.mentions, part)) == concepts(held.ledger.mentions)


def test_regimens_read_as_words(held) -> None:
    text = held.ledger.document.text
    first, second = (regimen(d, text) for d in held.ledger.doses)
    assert (first["amount"], first["per_day"], first["daily"]) == ("2,000 mg", "6", "12,000 mg")
    assert (second["days"], second["whom"], second["daily"]) == ("21", "adult", "")
    ranged = replace(held.ledger.doses[0], per_day=(3, 4.5), amount=None, count=None)
    assert regimen(ranged, text)["per_day"] == "3–4.5"
    assert regimen(ranged, text)["amount"] == ""


def test_controls_are_named_and_counted(held) -> None:
    document = replace(
        held.ledger.document, text="a\u200bb\u200b\u202e", controls=(Span(1, 2), Span(3, 5))
    )
    assert controls(replace(held.ledger, document=document)) == [
        ("zero width space (U+200B)", 2),
        ("right-to-left override (U+202E)", 1),
    ]
