from __future__ import annotations

import io
import json
import re
from dataclasses import replace

import jsonschema
import pandas
import pyarrow.parquet
import pytest
import referencing
import yaml

from pipeline.io import clean
from pipeline.io.records import schema
from pipeline.model.changes import Fate
from pipeline.model.ledger import Ledger
from pipeline.model.mention import Link
from pipeline.model.outcome import Corpus
from pipeline.model.span import Span


def to_markdown(ledger: Ledger) -> str:
    return f"{ledger.clean_text.strip()}\n"


@pytest.fixture(scope="module")
def written(corpus) -> dict[str, bytes]:
    return clean.articles(corpus, to_markdown)


def matter_of(content: bytes) -> dict:
    head, _, _ = content.decode("utf-8").removeprefix("---\n").partition("\n---\n\n")
    loaded = yaml.safe_load(head)
    assert isinstance(loaded, dict)
    return loaded


def test_one_article_for_each_emitted_page_and_no_other(written, corpus) -> None:
    ids = {re.search(r"-([0-9a-f]{16})\.md$", name)[1] for name in written if name.endswith(".md")}
    assert ids == {o.id for o in corpus.by_fate(Fate.EMITTED)}
    assert set(written) - {n for n in written if n.endswith(".md")} == {
        "articles.jsonl",
        "articles.parquet",
    }


def test_front_matter_fits_its_schema_and_the_article_follows(written, corpus) -> None:
    check = jsonschema.Draft202012Validator(schema("front-matter"))
    for outcome in corpus.by_fate(Fate.EMITTED):
        (content,) = [c for n, c in written.items() if n.endswith(f"{outcome.id}.md")]
        matter = matter_of(content)
        check.validate(matter)
        assert matter["source"] == outcome.ledger.document.source.path
        assert content.decode().endswith(f"\n---\n\n{to_markdown(outcome.ledger)}")


def test_front_matter_says_who_settled_what(corpus) -> None:
    held = next(o for o in corpus.outcomes if o.settled)
    matter = clean.front_matter(held, version="0.1.0")
    assert matter["reviewer"] == "M. Ortega"
    assert matter["settled"][0]["quote"] == "she took it for years"
    assert matter["settled"][0]["reason"] == "a relative's story, no advice"
    assert matter["cuts"][0] == {"rule": "recommend-list", "count": 3, "characters": 105}
    assert [e["name"] for e in matter["entities"]].count("paracetamol") == 1
    assert next(e for e in matter["entities"] if e["name"] == "paracetamol")["codes"] == {
        "ATC": "N02BE01"
    }


def test_entities_are_counted_in_the_clean_text_only_most_frequent_first(corpus) -> None:
    held = next(o for o in corpus.outcomes if o.settled)
    cut = held.ledger.document.text.index("neck")
    twice = [
        replace(m, link=Link("cc:fever", "fever"), label="SYMPTOM")
        for m in held.ledger.mentions[:2]
    ]
    nape = Link("cc:nape", "nape")
    in_cut = replace(held.ledger.mentions[0], span=Span(cut, cut + 4), link=nape)
    ledger = replace(held.ledger, mentions=(*held.ledger.mentions, *twice, in_cut))
    matter = clean.front_matter(replace(held, ledger=ledger), version="1")
    assert (matter["entities"][0]["name"], matter["entities"][0]["count"]) == ("fever", 3)
    assert "nape" not in [e["name"] for e in matter["entities"]]


def test_front_matter_tells_what_is_only_denied_or_warned_of(corpus) -> None:
    emitted = next(o for o in corpus.outcomes if any(m.negated for m in o.ledger.mentions))
    entities = clean.front_matter(emitted, version="1")["entities"]
    denied = next(m for m in emitted.ledger.mentions if m.negated)
    assert next(e for e in entities if e["concept"] == denied.concept)["qualified"] == {
        "negated": 1
    }
    assert any("qualified" not in e for e in entities)


def test_no_scraped_character_reaches_a_path(hostile) -> None:
    released = replace(
        hostile, outcomes=tuple(replace(o, fate=Fate.EMITTED) for o in hostile.outcomes)
    )
    written = clean.articles(released, to_markdown)
    articles = [name for name in written if name.endswith(".md")]
    assert len(articles) == len(hostile.outcomes)
    for name in articles:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*\.md", name), name
        matter = matter_of(written[name])
        assert jsonschema.Draft202012Validator(schema("front-matter")).is_valid(matter)


def test_jsonl_fits_its_schema_line_by_line(written, corpus, hostile) -> None:
    store = referencing.Registry().with_resources(
        (s["$id"], referencing.Resource.from_contents(s))
        for s in (schema("annotate"), schema("article"))
    )
    check = jsonschema.Draft202012Validator(schema("article"), registry=store)
    lines = written["articles.jsonl"].splitlines()
    assert len(lines) == len(corpus.by_fate(Fate.EMITTED))
    for line in lines + clean.articles(hostile, to_markdown)["articles.jsonl"].splitlines():
        check.validate(json.loads(line))


def test_parquet_holds_the_same_rows(written) -> None:
    table = pandas.read_parquet(io.BytesIO(written["articles.parquet"]))
    rows = [json.loads(line) for line in written["articles.jsonl"].splitlines()]
    assert list(table["id"]) == [row["id"] for row in rows]
    assert list(table["clean_text"]) == [row["clean_text"] for row in rows]
    assert [len(e) for e in table["entities"]] == [len(row["entities"]) for row in rows]


def test_ranges_keep_one_type_in_parquet(corpus) -> None:
    held = next(o for o in corpus.outcomes if o.settled)
    content = clean.to_parquet([clean.row(held, "", version="1")])
    table = pyarrow.parquet.read_table(io.BytesIO(content))
    dose = table.column("doses")[0].as_py()[0]
    assert dose["amount"] == {"low": 2000.0, "high": 2000.0}
    assert dose["duration_days"] is None
    assert table.column("findings")[0].as_py()[0]["citations"][0]["year"] == 2023
    assert not table.schema.metadata


def test_lone_surrogates_are_replaced_one_for_one(hostile) -> None:
    (outcome,) = [o for o in hostile.outcomes if "\ud800" in o.ledger.document.text]
    row = clean.row(outcome, to_markdown(outcome.ledger), version="1")
    table = pyarrow.parquet.read_table(io.BytesIO(clean.to_parquet([row])))
    assert len(table.column("page_text")[0].as_py()) == len(outcome.ledger.document.text)
    clean.article(outcome, to_markdown(outcome.ledger), version="1").decode("utf-8")


def test_same_corpus_same_bytes(corpus, written) -> None:
    assert clean.articles(corpus, to_markdown) == written


def test_nothing_clean_still_writes_the_data_files() -> None:
    written = clean.articles(Corpus(()), to_markdown)
    assert written["articles.jsonl"] == b""
    table = pyarrow.parquet.read_table(io.BytesIO(written["articles.parquet"]))
    assert table.num_rows == 0
    assert "clean_text" in table.column_names
