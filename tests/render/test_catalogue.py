from __future__ import annotations

import sys
from types import ModuleType

import pytest

from pipeline.model.changes import RuleId
from pipeline.render.catalogue import argument, examples, gaps, page


@pytest.fixture
def argued(rules, monkeypatch):
    """The rule's file, as discovery would have imported it."""
    rule = rules[RuleId("DOSE001")]
    module = ModuleType(f"somewhere.rules.{rule.name}", "The liver gives\nout.\n\nAnd late.\n")
    module.RULE = rule  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return rule


def test_book_has_every_rule_with_argument_sources_and_examples(rules, argued) -> None:
    html = page(rules)
    for rule in rules.values():
        assert f'id="{rule.id}"' in html
        assert rule.summary.replace("'", "&#39;") in html
    assert "The liver gives out." in html
    assert '<mark class="flag">6 g of paracetamol a day</mark>' in html
    assert "(read 2024-02-01)" in html
    assert "Known gaps" in html
    assert "Seen on: content farms" in html


def test_argument_is_the_docstring_of_the_rules_own_file(argued, rules) -> None:
    assert argument(argued) == "The liver gives out.\n\nAnd late."
    assert argument(rules[RuleId("DOSE007")]) == ""


def test_examples_are_marked_where_the_rule_speaks(rules) -> None:
    caught, spared = examples(rules[RuleId("DOSE001")])
    assert [(w.text, w.marked) for w in caught.words] == [
        ("Take ", False),
        ("6 g of paracetamol a day", True),
        (".", False),
    ]
    assert caught.caught
    assert not spared.caught
    assert [g.why for g in gaps(rules[RuleId("DOSE001")])] == ["the drug stands a sentence earlier"]


def test_book_does_not_depend_on_the_order_of_rules(rules) -> None:
    assert page(dict(reversed(rules.items()))) == page(rules)


def test_no_rules_say_so() -> None:
    assert "No rules are loaded" in page({})
