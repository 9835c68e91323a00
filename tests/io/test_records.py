from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.io.records import SCHEMAS, record, schema, to_json
from pipeline.model.changes import (
    Changes,
    Citation,
    Confidence,
    Fate,
    Finding,
    Language,
    Provenance,
    Repair,
    RuleId,
    Severity,
)
from pipeline.model.document import Block, BlockKind, Document, Format, Source, page_id
from pipeline.model.dose import DoseMention, Population, Quantity
from pipeline.model.ledger import Ledger
from pipeline.model.mention import Link, LinkKind, Mention, Qualifier
from pipeline.model.outcome import Outcome
from pipeline.model.span import Span


@pytest.fixture(scope="session")
def validator():
    return jsonschema.Draft202012Validator(schema("annotate"))


VERSIONS = {"annotate": 3, "article": 3, "front-matter": 2}


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_schemas(name: str) -> None:
    loaded = schema(name)
    jsonschema.Draft202012Validator.check_schema(loaded)
    assert loaded["additionalProperties"] is False
    assert loaded["$id"].endswith(f":{VERSIONS[name]}")


def test_every_page_of_a_run_fits_the_schema(corpus, hostile, validator) -> None:
    for made in (corpus, hostile):
        for outcome in made.outcomes:
            validator.validate(record(outcome, "text"))


def test_record_says_what_was_said(corpus) -> None:
    held = next(o for o in corpus.outcomes if "every-week" in o.ledger.document.source.path)
    row = record(held, "# md\n")
    assert row["id"] == held.id
    assert (row["status"], row["language"], row["markdown"]) == ("held", "en", "# md\n")
    assert row["clean_text"] == held.ledger.clean_text
    text = row["page_text"]
    for entity in row["entities"]:
        assert text[entity["start"] : entity["end"]] == entity["text"]
    for finding in row["findings"]:
        quotes = [text[e["start"] : e["end"]] for e in finding["evidence"]]
        assert quotes == [e["text"] for e in finding["evidence"]]
        assert finding["start"] == finding["evidence"][0]["start"]
        assert finding["end"] == finding["evidence"][-1]["end"]
    dose = row["doses"][0]
    assert (dose["amount"], dose["unit"], dose["frequency_per_day"]) == (2000, "mg", 6)
    assert (dose["daily_mg"], dose["population"]) == (12000, None)
    assert (dose["count"], dose["form"], dose["strength"]) == (2, "tablet", 1000)
    assert (dose["strength_unit"], dose["interval_hours"]) == ("mg", 4)
    assert (dose["as_needed"], dose["per_kg"]) == (False, False)
    worst = next(f for f in row["findings"] if f["rule"] == "DOSE001")
    assert worst["citation"].startswith("Medicines agency, Leaflet for paracetamol")
    assert worst["citations"][0]["year"] == 2023
    kept = "".join(
        text[a:b]
        for a, b in zip(
            [0, *(c["end"] for c in row["cuts"])],
            [*(c["start"] for c in row["cuts"]), len(text)],
            strict=True,
        )
    )
    assert "Recommend" not in kept


@pytest.mark.parametrize(
    ("pair", "written"),
    [
        ((1.0, 1.0), 1),
        ((0.5, 1.0), [0.5, 1]),
        ((1 / 7, 1 / 7), 0.142857),
        ((1.0, float("inf")), None),
        (None, None),
    ],
)
def test_numbers_and_ranges(pair, written) -> None:
    document = Document(page_id("a"), Source("a", "", 0, Format.TEXT), "x", ())
    dose = DoseMention(Span(0, 1), None, None, None, per_day=pair)
    outcome = Outcome(replace(Ledger(document), doses=(dose,)), Fate.EMITTED, "")
    value = record(outcome, "")["doses"][0]["frequency_per_day"]
    assert value == written
    assert type(value) is type(written)


NUMBERS = st.floats(0, 1e9) | st.just(float("inf"))
TEXT = st.text(max_size=40)


@st.composite
def outcomes(draw) -> Outcome:
    """A page of any words with anything said about it anywhere."""
    text = draw(st.text(st.characters(), min_size=1, max_size=80))
    ends = st.integers(0, len(text))
    spans = st.tuples(ends, ends).map(lambda p: Span(min(p), max(p)))
    quantities = st.builds(Quantity, NUMBERS, NUMBERS, st.none() | TEXT)
    pairs = st.none() | st.tuples(NUMBERS, NUMBERS)
    citations = st.builds(Citation, TEXT, TEXT, st.integers(1900, 2100))
    findings = st.builds(
        Finding,
        rule=TEXT.map(RuleId),
        category=TEXT,
        severity=st.sampled_from(Severity),
        confidence=st.sampled_from(Confidence),
        evidence=st.lists(spans, min_size=1, max_size=3).map(tuple),
        explanation=TEXT,
        citations=st.lists(citations, max_size=2).map(tuple),
    )
    doses = st.builds(
        DoseMention,
        spans,
        st.none() | TEXT,
        st.none(),
        st.none() | TEXT,
        amount=st.none() | quantities,
        count=st.none() | quantities,
        per_day=pairs,
        daily_mg=st.none() | NUMBERS,
        duration_days=pairs,
        population=st.none() | st.sampled_from(Population),
    )
    codes = st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple)
    links = st.builds(Link, TEXT, TEXT, codes, st.sampled_from(LinkKind))
    marks = st.sets(st.sampled_from(Qualifier)).map(sorted).map(tuple)
    mentions = st.builds(Mention, spans, TEXT, st.none() | links, marks)
    block = Block(Span(0, len(text)), BlockKind.PARAGRAPH, Span(0, len(text)))
    document = Document(page_id(text), Source(text, "", 0, Format.TEXT), text, (block,))
    said = Changes(
        repairs=(Repair(draw(spans), draw(TEXT), RuleId("r"), draw(TEXT)),),
        language=draw(st.none() | st.just(Language("en", 1.0))),
        mentions=tuple(draw(st.lists(mentions, max_size=3))),
        doses=tuple(draw(st.lists(doses, max_size=3))),
        findings=tuple(draw(st.lists(findings, max_size=3))),
    )
    ledger = Ledger(document).apply(said, Provenance("any", 1))
    return Outcome(ledger, draw(st.sampled_from(Fate)), draw(TEXT))


@settings(max_examples=150, deadline=None)
@given(outcome=outcomes(), markdown=TEXT)
def test_any_record_fits_the_schema_and_survives_json(validator, outcome, markdown) -> None:
    row = record(outcome, markdown)
    validator.validate(row)
    line = to_json(row)
    assert line.count(b"\n") == 1
    assert json.loads(line) == row
