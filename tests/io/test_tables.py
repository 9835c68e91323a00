from __future__ import annotations

import csv
import io
import json

import pytest

from pipeline.io.tables import tables
from pipeline.model.outcome import Corpus


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


@pytest.fixture(scope="module")
def made(corpus) -> dict[str, bytes]:
    return tables(corpus)


def test_every_page_is_in_the_list_of_pages(made, corpus) -> None:
    rows = rows_of(made["pages.csv"])
    assert [row["page"] for row in rows] == [o.id for o in corpus.outcomes]
    assert {row["status"] for row in rows} == {
        *("emitted", "held", "duplicate", "set_aside", "failed"),
    }
    copies = [row for row in rows if row["status"] == "duplicate"]
    assert all(row["copy_of"] for row in copies)


def test_flags_come_with_words_source_and_state_worst_first(made) -> None:
    rows = rows_of(made["flags.csv"])
    assert [row["severity"] for row in rows] == ["critical", "major", "major", "minor", "info"]
    assert rows[0]["quote"].startswith("two tablets of 1000 mg")
    assert rows[0]["link"] == "https://agency.example/leaflets/paracetamol"
    assert {row["state"] for row in rows} == {"open", "settled"}
    assert next(r for r in rows if r["state"] == "settled")["settled_by"] == "M. Ortega"
    assert any(row["quote"] == "ketorolac 10 mg … for three weeks" for row in rows)


def test_the_rest_of_the_ledger_is_there(made, corpus) -> None:
    counts = {
        "entities.csv": sum(len(o.ledger.mentions) for o in corpus.outcomes),
        "doses.csv": sum(len(o.ledger.doses) for o in corpus.outcomes),
        "cuts.csv": sum(len(o.ledger.cuts) for o in corpus.outcomes),
        "repairs.csv": sum(len(o.ledger.repairs) for o in corpus.outcomes),
        "set-aside.csv": 5,
        "duplicates.csv": len(corpus.copies.links),
    }
    for name, count in counts.items():
        assert len(rows_of(made[name])) == count, name
    assert rows_of(made["cuts.csv"])[0].keys() >= {"start", "end", "rule", "reason", "text"}


def test_dangerous_siblings_show_both_readings(made) -> None:
    (row,) = [r for r in rows_of(made["duplicates.csv"]) if r["kind"] == "differs"]
    assert {row["here"], row["there"]} == {"10 ml", "20 ml"}
    assert row["kept"] == ""


def test_no_cell_is_a_formula(hostile) -> None:
    for name, content in tables(hostile).items():
        if name.endswith(".csv"):
            for row in rows_of(content):
                for cell in row.values():
                    bare = cell.lstrip(" \xa0")
                    assert not bare.startswith(("=", "+", "-", "@", "\t", "\r", "\n")), cell
                    assert "\x00" not in cell
    titles = [row["title"] for row in rows_of(tables(hostile)["pages.csv"])]
    assert any(title.startswith("'=cmd|") for title in titles)


def test_summary_counts_what_the_pages_say(made, corpus) -> None:
    summary = json.loads(made["summary.json"])
    assert summary["pages"] == len(corpus.outcomes) == sum(summary["status"].values())
    assert summary["status"]["held"] == 2
    assert sum(site["pages"] for site in summary["sites"]) == summary["pages"]
    assert sum(flag["count"] for flag in summary["flags"]) == 5
    assert summary["reasons"][0] == {
        "status": "set_aside",
        "reason": "not English (de)",
        "pages": 2,
    }


def test_same_corpus_same_bytes(made, corpus) -> None:
    assert tables(corpus) == made


def test_empty_run_has_headers_and_zeros() -> None:
    empty = tables(Corpus(()))
    assert all(len(c.splitlines()) == 1 for n, c in empty.items() if n.endswith(".csv"))
    assert json.loads(empty["summary.json"])["pages"] == 0


def test_a_page_is_named_once_for_each_table(corpus, monkeypatch) -> None:
    from pipeline.io import tables as module

    named = []

    def count(ledger: object) -> str:
        named.append(ledger)
        return "title"

    monkeypatch.setattr(module, "title_of", count)
    (busy,) = [o for o in corpus.outcomes if o.settled]
    tables(Corpus((busy,)))
    assert 1 <= len(named) <= 7
