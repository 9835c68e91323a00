"""Line N of the output speaks of line N of the input, whatever stands there."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import annotate as door
from pipeline.annotate import Line, LineWorker, annotate, read_record
from pipeline.model.document import Format, RawPage
from pipeline.model.ledger import Ledger
from pipeline.settings import Settings

TEXT = "Rest well and drink when you are thirsty, and the cold will go in a week or two. " * 3
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
ROWS = st.dictionaries(st.sampled_from(["id", "text", "html", "url", "site", "title"]), JSON)


def said(worker: LineWorker, row: object) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(worker(Line(7, json.dumps(row))))
    return record


@pytest.fixture(scope="module")
def worker() -> LineWorker:
    return LineWorker(Settings())


@given(st.text(max_size=60) | ROWS.map(json.dumps) | JSON.map(json.dumps))
def test_any_line_is_a_page_or_says_why_not(text: str) -> None:
    page = read_record(Line(3, text))
    if isinstance(page, RawPage):
        row = json.loads(text)
        assert [row.get(k) for k in ("text", "html") if isinstance(row.get(k), str)] == [
            page.content
        ]
        assert page.source.path == page.id
    else:
        assert page.verdict is not None
        assert page.verdict.reason


def test_what_a_record_claims_about_itself_is_cleaned_like_any_metadata() -> None:
    row = {"text": "a", "url": "javascript:alert(1)", "site": "WWW.Tea.Example", "title": "a\nb"}
    page = read_record(Line(1, json.dumps(row)))
    assert isinstance(page, RawPage)
    known = page.source.metadata
    assert (known.url, known.site, known.title) == (None, "tea.example", "a b")


def test_html_and_text_are_told_by_their_key() -> None:
    kinds = {}
    for key in ("text", "html"):
        page = read_record(Line(1, json.dumps({key: "<p>a"})))
        assert isinstance(page, RawPage)
        kinds[key] = page.source.format
    assert kinds == {"text": Format.TEXT, "html": Format.HTML}


@settings(max_examples=40, deadline=None)
@given(st.lists(ROWS.map(json.dumps) | st.sampled_from(["", "  ", "nonsense"]), max_size=5))
def test_one_record_for_each_line_that_is_not_blank(rows: list[str]) -> None:
    asked = [line for line in rows if line.strip()]
    assert len(list(annotate(iter(rows), Settings()))) == len(asked)


def test_a_page_that_cannot_be_written_down_does_not_end_the_stream(
    worker: LineWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = door.write_record

    def broken(ledger: Ledger, settings: Settings) -> str:
        if ledger.document.text.startswith("bad"):
            raise RuntimeError("boom")
        return write(ledger, settings)

    monkeypatch.setattr(door, "write_record", broken)
    rows = [{"id": name, "text": f"{name} {TEXT}"} for name in ("one", "bad", "three")]
    first, second, third = (said(worker, row) for row in rows)
    assert [first["status"], third["status"]] == ["emitted", "emitted"]
    assert (second["id"], second["status"]) == ("bad", "failed")
    assert second["reason"].startswith("RuntimeError: boom (test_annotate.py:")


def test_a_line_that_kills_its_worker_is_answered() -> None:
    record = json.loads(door._lost(Line(1, json.dumps({"id": "x", "text": TEXT}))))
    assert (record["id"], record["status"]) == ("x", "set_aside")
    record = json.loads(door._lost(Line(4, "nonsense")))
    assert (record["id"], record["reason"][:24]) == ("line-4", "the line is not JSON: Ex")


def test_words_that_are_no_article_are_read_all_the_same(worker: LineWorker) -> None:
    record = said(worker, {"id": "short", "text": "Take 1 aspirin tablet"})
    assert (record["status"], record["reason"][:10]) == ("set_aside", "no article")
    assert [e["concept"] for e in record["entities"] if e["concept"]] == ["drug:aspirin"]


def test_a_page_in_another_language_is_not_read_on(worker: LineWorker) -> None:
    german = "Nehmen Sie das Aspirin bitte nur nach dem Essen ein, und trinken Sie viel Wasser. "
    record = said(worker, {"id": "de", "text": german * 4})
    assert (record["status"], record["language"], record["entities"]) == ("set_aside", "de", [])
