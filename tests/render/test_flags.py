from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.changes import RuleId
from pipeline.model.span import Span
from pipeline.render.flags import context, flag_cards, rule_title


def quoted(text: str, *words: str) -> str:
    spans = [Span(text.index(w), text.index(w) + len(w)) for w in words]
    return "".join(f"[{w.text}]" if w.marked else w.text for w in context(text, spans))


def test_evidence_stands_in_its_sentence() -> None:
    text = "It hurts. Take ten tablets at once. Then sleep."
    assert quoted(text, "ten tablets") == "Take [ten tablets] at once."


def test_two_pieces_of_one_sentence_share_it_and_others_are_apart() -> None:
    text = "Take ten of them for a year. Sleep well. Never with food. Rest. Wait a year."
    assert quoted(text, "ten", "a year.") == "Take [ten] of them for [a year.]"
    assert quoted(text, "ten", "Rest") == "Take [ten] of them for a year.… [Rest]."


def test_long_sentences_are_clipped_between_words() -> None:
    text = "word " * 200 + "ten tablets" + " word" * 200
    words = quoted(text, "ten tablets")
    assert words.startswith("… word ")
    assert words.endswith(" word …")
    assert len(words) < 480


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 59), st.integers(0, 9)), max_size=4))
def test_marked_words_are_the_evidence(text: str, places: list[tuple[int, int]]) -> None:
    spans = [Span(a, min(len(text), a + n)) for a, n in places if a < len(text)]
    marked = {i for s in spans for i in range(s.start, s.end)}
    shown = "".join(w.text for w in context(text, spans) if w.marked)
    assert shown == "".join(text[i] for i in sorted(marked))


def test_cards_are_in_page_order_with_state_and_source(held, rules) -> None:
    cards = flag_cards(held, rules)
    assert [c.number for c in cards] == [1, 2, 3, 4]
    assert [c.finding.span.start for c in cards] == sorted(c.finding.span.start for c in cards)
    by_rule = {c.finding.rule: c for c in cards}
    assert by_rule[RuleId("DOSE001")].state == "open"
    assert by_rule[RuleId("DOSE021")].state == "settled"
    assert by_rule[RuleId("DOSE021")].citations == rules[RuleId("DOSE021")].citations
    assert by_rule[RuleId("TEXT003")].title == "Text defect"


def test_titles_are_the_names_of_rules(rules) -> None:
    assert rule_title(RuleId("DOSE001"), rules) == "Paracetamol adult daily maximum"
    assert rule_title(RuleId("unknown-rule"), rules) == "unknown-rule"
