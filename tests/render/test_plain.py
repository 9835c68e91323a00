from __future__ import annotations

from pipeline.model.changes import RuleId
from pipeline.render import plain


def test_all_rules_a_line_each(rules) -> None:
    lines = plain.rules(rules).splitlines()
    assert len(lines) == len(rules)
    assert lines == sorted(lines)
    assert lines[0].startswith("DOSE001          critical  More paracetamol")
    assert plain.rules({}) == "No rules are loaded.\n"


def test_one_rule_with_its_examples(rules) -> None:
    words = plain.rule(rules[RuleId("DOSE001")])
    assert "flags   Take [[6 g of paracetamol a day]].\n        above the adult maximum" in words
    assert "passes  Never take" in words
    assert "gap     Take [[six grams]] of it." in words
    assert "source    Medicines agency, Leaflet" in words
    assert "seen on   content farms" in plain.rule(rules[RuleId("share-prompt")])


def test_colour_changes_no_word(rules) -> None:
    import re

    painted = plain.rule(rules[RuleId("DOSE001")], colour=True)
    assert "\x1b[" in painted
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == plain.rule(rules[RuleId("DOSE001")])
