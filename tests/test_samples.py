"""The sample corpus in `raw/`, page by page: what must happen to each, and why.

`samples.toml` is written for people: a page's fate, the words that must go, the words that must
stay, the claims that must be flagged. The whole corpus is run once; each page is one test.
"""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from pipeline.book import all_rules
from pipeline.io.manifest import Folders
from pipeline.run import Closing, Job, run
from pipeline.settings import load_settings

ROOT = Path(__file__).parent.parent
PAGES: list[dict[str, Any]] = tomllib.loads((ROOT / "tests" / "samples.toml").read_text("utf-8"))[
    "page"
]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Closing, dict[str, Any]]:
    """The run's summary, and every page's record by path."""
    folder = tmp_path_factory.mktemp("samples")
    folders = Folders(folder / "clean", folder / "reports")
    settings = load_settings(ROOT / "pyproject.toml")
    summary = run(Job(ROOT / "raw", folders, folder / "none.jsonl", settings, workers=1))
    rows = (folders.reports / "pages.jsonl").read_text("utf-8").splitlines()
    return summary, {row["source"]["path"]: row for row in map(json.loads, rows)}


def test_every_raw_file_is_expected_and_ends_once(corpus: tuple[Closing, dict[str, Any]]) -> None:
    summary, records = corpus
    assert sorted(f"raw/{path}" for path in records) == sorted(page["path"] for page in PAGES)
    assert summary.pages == len(records)
    assert summary.counts["failed"] == 0


@pytest.mark.parametrize("page", PAGES, ids=[page["path"].partition("/")[2] for page in PAGES])
def test_page(page: dict[str, Any], corpus: tuple[Closing, dict[str, Any]]) -> None:
    record = corpus[1][page["path"].removeprefix("raw/")]
    dosing = [f for f in record["findings"] if f["rule"].startswith("DOSE")]
    story = [
        (f["rule"], f["category"], f["severity"], [e["text"] for e in f["evidence"]])
        for f in record["findings"]
    ]
    assert record["status"] in (page["status"], *page.get("also", ())), (record["reason"], story)
    if record["status"] == "duplicate" and "of" in page:
        assert f"raw/{record['of_path']}" in page["of"]
    if record["status"] == "emitted":
        assert [f for f in dosing if f["severity"] != "info"] == [], story
    for words in page.get("gone", ()):
        assert words not in record["clean_text"], f"still there: {words!r}"
    if record["status"] != "set_aside":
        for words in page.get("kept", ()):
            assert words in record["clean_text"], f"lost: {words!r}"
    for words in page.get("once", ()):
        assert record["clean_text"].count(words) <= 1, f"more than once: {words!r}"
    for flag in page.get("flags", ()):
        wanted = {flag["category"], *flag.get("or", ())}
        start = record["page_text"].find(flag["quote"])
        end = start + len(flag["quote"])
        assert start >= 0, f"not on the page: {flag['quote']!r}"
        assert any(
            f["category"] in wanted
            and any(e["start"] < end and start < e["end"] for e in f["evidence"])
            for f in record["findings"]
        ), (flag, story)


def test_of_pages_with_one_text_exactly_one_survives(
    corpus: tuple[Closing, dict[str, Any]],
) -> None:
    clusters: dict[str, list[str]] = {}
    for page in PAGES:
        if "cluster" in page:
            fate = corpus[1][page["path"].removeprefix("raw/")]["status"]
            clusters.setdefault(page["cluster"], []).append(fate)
    assert clusters
    for name, fates in clusters.items():
        assert len(fates) - fates.count("duplicate") == 1, (name, fates)


def test_pages_that_differ_where_it_matters_are_kept_apart(
    corpus: tuple[Closing, dict[str, Any]],
) -> None:
    records = corpus[1]
    apart = [(p["path"], p["apart"]) for p in PAGES if "apart" in p]
    assert apart
    for path, others in apart:
        for other in [others] if isinstance(others, str) else others:
            one, two = (records[p.removeprefix("raw/")] for p in (path, other))
            assert one["of_path"] != two["source"]["path"], (path, other)
            assert two["of_path"] != one["source"]["path"], (path, other)


def test_every_rule_that_spoke_has_an_entry_in_the_rule_book(
    corpus: tuple[Closing, dict[str, Any]],
) -> None:
    spoke = {
        said["rule"]
        for record in corpus[1].values()
        for kind in ("cuts", "repairs", "findings")
        for said in record[kind]
    }
    assert len(spoke) > 20
    assert spoke - set(all_rules()) == set()
