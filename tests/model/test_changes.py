"""What stages say has a name that survives, and says which layers it touches."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.changes import (
    Changes,
    Confidence,
    Cut,
    Fate,
    Finding,
    Language,
    Layer,
    Repair,
    RuleId,
    Severity,
    Verdict,
    fingerprint,
)
from pipeline.model.document import DocId
from pipeline.model.dose import DoseMention
from pipeline.model.mention import Mention
from pipeline.model.span import Span

RULE, PAGE, HERE = RuleId("DOSE999"), DocId("page"), Span(2, 5)
FOUND = Finding(RULE, "x", Severity.MINOR, Confidence.HIGH, (HERE,), "why")
SAID = {
    Layer.CUTS: Changes(cuts=(Cut(HERE, RULE, "why"),)),
    Layer.REPAIRS: Changes(repairs=(Repair(HERE, "", RULE, "why"),)),
    Layer.LANGUAGE: Changes(language=Language("en", 0.9)),
    Layer.MENTIONS: Changes(mentions=(Mention(HERE, "DRUG"),)),
    Layer.DOSES: Changes(doses=(DoseMention(HERE, None, None, None),)),
    Layer.FINDINGS: Changes(findings=(FOUND,)),
    Layer.VERDICT: Changes(verdict=Verdict(Fate.SET_ASIDE, "why")),
}


@pytest.mark.parametrize("layer", SAID)
def test_each_change_tells_its_layer(layer: Layer) -> None:
    assert SAID[layer].layers() == {layer}


def test_no_change_can_be_made_that_has_no_layer() -> None:
    assert Changes().layers() == frozenset()
    assert {layer.value for layer in SAID} == {f.name for f in fields(Changes)}


WORDS = st.lists(st.from_regex(r"[a-z0-9]{1,6}", fullmatch=True), min_size=1, max_size=6)


@given(WORDS, st.sampled_from([" ", "  ", "\n", "\u00a0", ", ", " - "]))
def test_a_fingerprint_survives_spacing_signs_and_capitals(words: list[str], gap: str) -> None:
    plain = fingerprint(RULE, " ".join(words), PAGE)
    assert fingerprint(RULE, f" {gap.join(words).upper()}. ", PAGE) == plain


@given(WORDS, WORDS)
def test_other_words_another_rule_or_another_page_is_another_finding(
    words: list[str], others: list[str]
) -> None:
    said = " ".join(words)
    plain = fingerprint(RULE, said, PAGE)
    assert (fingerprint(RULE, " ".join(others), PAGE) == plain) == (words == others)
    assert fingerprint(RuleId("DOSE998"), said, PAGE) != plain
    assert fingerprint(RULE, said, DocId("other")) != plain


def test_a_finding_spans_all_its_evidence() -> None:
    evidence = (Span(9, 12), Span(2, 5), Span(20, 21))
    found = Finding(RULE, "x", Severity.INFO, Confidence.LOW, evidence, "why")
    assert found.span == Span(2, 21)
