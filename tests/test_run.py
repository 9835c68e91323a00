"""The whole job on small corpora: the promises, bad input, and faults at any moment."""

import gzip
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.audit import audit
from pipeline.errors import SetupError
from pipeline.io.manifest import Folders, digest
from pipeline.model.ledger import Ledger
from pipeline.model.outcome import Outcome
from pipeline.run import Closing, Job, made_from, run
from pipeline.settings import RunSettings, Settings
from pipeline.stages.boilerplate.settings import BoilerplateSettings
from pipeline.stages.dedup.settings import DedupSettings
from pipeline.stages.ingest import IngestSettings
from pipeline.stages.language import LanguageSettings
from pipeline.stages.review import ReviewSettings

BODY = (
    "Drink enough water during the day and rest when you are tired. Most colds pass in a week or "
    "two without any treatment, and fresh air does no harm. See your doctor if you are worried.\n"
)
ARTICLE = (
    f"How to get over a cold\n\n{BODY}\nWhen to ask for help\n\n{BODY.replace('week', 'month')}"
)
UNSAFE = (
    f"How to treat a headache\n\n{BODY}\nTake 2 g of paracetamol every 4 hours until it stops.\n"
)


@pytest.fixture
def job(tmp_path: Path) -> Job:
    raw = tmp_path / "raw"
    raw.mkdir()
    folders = Folders(tmp_path / "clean", tmp_path / "reports")
    return Job(raw, folders, tmp_path / "reviews" / "decisions.jsonl", Settings(), workers=1)


def put(job: Job, name: str, content: str | bytes) -> Path:
    path = job.raw / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def records(job: Job) -> dict[str, dict[str, Any]]:
    rows = (job.folders.reports / "pages.jsonl").read_text("utf-8").splitlines()
    return {row["source"]["path"]: row for row in map(json.loads, rows)}


def outputs(job: Job) -> dict[str, str]:
    """Every output's hash but the timings', which are the one thing that may differ."""
    return {
        f"{folder.name}/{path.relative_to(folder)}": digest(path.read_bytes())
        for folder in (job.folders.clean, job.folders.reports)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in ("timings.js", ".lock")
    }


def test_a_safe_article_is_clean_and_an_unsafe_one_is_held(job: Job) -> None:
    put(job, "a.example/safe.txt", ARTICLE)
    put(job, "a.example/unsafe.txt", UNSAFE)
    summary = run(job)
    assert (summary.counts["emitted"], summary.counts["held"]) == (1, 1)
    articles = list(job.folders.clean.glob("*/*.md"))
    assert len(articles) == 1
    assert "# How to get over a cold" in articles[0].read_text("utf-8")
    held = records(job)["a.example/unsafe.txt"]
    assert any("paracetamol" in e["text"] for f in held["findings"] for e in f["evidence"])


def test_the_audit_balances_and_sees_what_was_touched(job: Job) -> None:
    put(job, "a.example/safe.txt", ARTICLE)
    put(job, "a.example/unsafe.txt", UNSAFE)
    put(job, "empty.txt", "")
    run(job)
    assert [v.faults for v in audit(job)] == [()] * 5
    article = next(job.folders.clean.glob("*/*.md"))
    (article.parent / "smuggled-0123456789abcdef.md").write_text("x")
    article.write_text("other words")
    put(job, "new.txt", ARTICLE)
    faults = " ".join(f for v in audit(job, rerun=False) for f in v.faults)
    assert "smuggled" in faults
    assert "was changed since the run" in faults
    assert "new.txt has 0 ends" in faults


def test_an_audit_without_a_run_says_so(job: Job) -> None:
    with pytest.raises(SetupError, match="no finished run"):
        audit(job)


def test_a_second_run_does_nothing_and_says_so(job: Job) -> None:
    put(job, "a.example/safe.txt", ARTICLE)
    first = run(job)
    before = {p: p.stat().st_mtime_ns for p in job.folders.reports.rglob("*.html")}
    second = run(job)
    assert second.unchanged
    assert second.counts == first.counts
    assert before == {p: p.stat().st_mtime_ns for p in job.folders.reports.rglob("*.html")}


@pytest.mark.parametrize("change", ["page", "decision", "output"])
def test_any_change_is_noticed(job: Job, change: str) -> None:
    page = put(job, "a.example/safe.txt", ARTICLE)
    run(job)
    if change == "page":
        page.write_text(ARTICLE.replace("cold", "cough"))
    elif change == "decision":
        job.decisions.parent.mkdir()
        job.decisions.write_text("")
        job.decisions.write_text(
            '{"id":"1","at":"2026-01-01T00:00:00Z","by":"A","action":"note","page":"x","reason":"r"}\n'
        )
    else:
        next(job.folders.clean.glob("*/*.md")).unlink()
    assert not run(job).unchanged


def test_only_settings_that_can_change_a_page_make_old_results_stale(job: Job) -> None:
    def of(**changed: Any) -> str:
        return made_from(replace(job, settings=replace(job.settings, **changed)))

    assert of(run=RunSettings(workers=3, max_failed_share=1.0)) == made_from(job)
    stale = {
        of(run=RunSettings(page_seconds=1)),
        of(ingest=IngestSettings(max_bytes=1)),
        of(boilerplate=BoilerplateSettings(keep=())),
        of(language=LanguageSettings(accepted=("de",))),
        of(dedup=DedupSettings(siblings=0)),
        of(review=ReviewSettings(hold_at="minor")),
        made_from(job),
    }
    assert len(stale) == 7


def test_a_page_that_went_away_leaves_nothing_behind(job: Job) -> None:
    put(job, "a.example/safe.txt", ARTICLE)
    page = put(
        job, "b.example/unsafe.txt", UNSAFE.replace("2 g", "500 mg").replace(" until it stops", "")
    )
    run(job)
    page.unlink()
    run(job)
    assert [p.parent.name for p in job.folders.clean.glob("*/*.md")] == ["a-example"]
    assert len(list(job.folders.reports.glob("articles/*.html"))) == 1


def test_order_and_workers_change_no_byte(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    results = []
    for n in range(12):
        (raw / f"s{n % 3}.example").mkdir(parents=True, exist_ok=True)
        text = (UNSAFE if n % 4 == 0 else ARTICLE).replace("cold", f"cold number {n}")
        (raw / f"s{n % 3}.example" / f"{n}.txt").write_text(text)
    (raw / "copy.txt").write_text((raw / "s1.example" / "1.txt").read_text())
    for name, workers, backwards in (("one", 1, False), ("two", 3, True)):
        folders = Folders(tmp_path / name / "clean", tmp_path / name / "reports")
        job = Job(raw, folders, tmp_path / "none.jsonl", Settings(), workers, backwards)
        run(job)
        results.append(outputs(job))
    assert results[0] == results[1]


# --- what people decided ---------------------------------------------------------------------


def decide(job: Job, **event: str) -> None:
    job.decisions.parent.mkdir(exist_ok=True)
    row = {
        "id": f"{job.decisions.stat().st_size if job.decisions.exists() else 0}",
        "at": "2026-01-01T00:00:00Z",
        "by": "Editor",
        **event,
    }
    with job.decisions.open("a") as log:
        log.write(json.dumps(row) + "\n")


def test_a_dismissed_finding_releases_the_article_until_its_words_change(job: Job) -> None:
    page = put(job, "a.example/unsafe.txt", UNSAFE)
    run(job)
    held = records(job)["a.example/unsafe.txt"]
    for finding in held["findings"]:
        decide(job, action="dismiss", page=held["id"], fingerprint=finding["fingerprint"],
               reason="checked")  # fmt: skip
    assert run(job).counts["emitted"] == 1
    page.write_text(UNSAFE.replace("2 g", "3 g"))
    assert run(job).counts["held"] == 1


def test_a_rejected_article_stays_out_and_an_accepted_finding_too(job: Job) -> None:
    put(job, "a.example/safe.txt", ARTICLE)
    run(job)
    row = records(job)["a.example/safe.txt"]
    decide(job, action="reject", page=row["id"], fingerprint=row["text_fingerprint"], reason="thin")
    run(job)
    assert records(job)["a.example/safe.txt"]["reason"] == "rejected by Editor: thin"


def test_an_approval_names_its_reviewer(job: Job) -> None:
    put(job, "a.example/safe.txt", ARTICLE)
    run(job)
    row = records(job)["a.example/safe.txt"]
    decide(job, action="approve", page=row["id"], fingerprint=row["text_fingerprint"])
    run(job)
    assert "Editor" in next(job.folders.clean.glob("*/*.md")).read_text("utf-8")


# --- bad input ----------------------------------------------------------------------------------

BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("x.txt", lambda: b"", "empty"),
    "white space": ("x.txt", lambda: b" \n\t \n", "no visible text|white space|empty"),
    "NUL bytes": ("x.txt", lambda: b"text\0with\0nul" * 20, "binary|NUL"),
    "a picture": ("x.txt", lambda: b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(range(256)), "JPEG"),
    "one long line": ("x.txt", lambda: b"word " * 10_000_000, "too large"),
    "a gzip bomb": ("x.txt.gz", lambda: gzip.compress(bytes(50_000_000)), "too large"),
    "a truncated gzip": ("x.txt.gz", lambda: gzip.compress(os.urandom(9000))[:4000], "truncated"),
    "deep nesting": ("x.html", lambda: b"<div>" * 100_000 + b"deep", "deep|nest|elements"),
    "another kind": ("x.pdf", lambda: b"%PDF-1.7", "not a kind"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_a_bad_page_costs_one_page(job: Job, case: str) -> None:
    name, content, reason = BAD[case]
    put(job, f"a.example/{name}", content())
    put(job, "a.example/safe.txt", ARTICLE)
    summary = run(job)
    assert (summary.counts["emitted"], summary.counts["set_aside"]) == (1, 1)
    bad = records(job)[f"a.example/{name}"]
    assert bad["status"] == "set_aside"
    assert re.search(reason, bad["reason"]), bad["reason"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("utf-16.txt", ARTICLE.encode("utf-16-le")),
        ("bad-utf-8.txt", ARTICLE.encode() + b"caf\xe9 \xff\n"),
        ("unclosed.html", b"<html><body>" + b"<a href=x>" * 10_000 + ARTICLE.encode()),
        ("sidecar.txt", ARTICLE.encode()),
    ],
)
def test_odd_pages_are_read_all_the_same(job: Job, name: str, content: bytes) -> None:
    put(job, name, content)
    if name == "sidecar.txt":
        put(job, "sidecar.meta.json", "{not json")
    assert run(job).counts["failed"] == 0
    assert "Drink enough water" in records(job)[name]["page_text"]


@pytest.mark.parametrize(
    "name", ["with space.txt", "new\nline.txt", "emoji-😀.txt", "--version.txt", "a..dots...txt",
             "=cmd|calc.txt", "<script>alert(1)<script>.txt"]
)  # fmt: skip
def test_hostile_file_names_stay_names(job: Job, name: str) -> None:
    put(job, f"site/{name}", ARTICLE)
    assert run(job).counts["emitted"] == 1
    articles = list(job.folders.clean.glob("*/*.md"))
    assert len(articles) == 1
    assert articles[0].name.isascii()
    assert "<script>alert" not in (job.folders.reports / "index.html").read_text("utf-8")


def test_same_name_in_two_folders_is_two_pages(job: Job) -> None:
    put(job, "a/page.txt", ARTICLE)
    put(job, "b/page.txt", UNSAFE)
    assert run(job).pages == 2
    assert len({r["id"] for r in records(job).values()}) == 2


def test_a_link_out_of_raw_and_an_unreadable_file_are_set_aside(job: Job, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(ARTICLE)
    (job.raw / "link.txt").symlink_to(tmp_path / "secret.txt")
    (job.raw / "broken.txt").symlink_to(job.raw / "nowhere.txt")
    summary = run(job)
    assert summary.counts["set_aside"] == 2
    assert "Drink enough" not in (job.folders.reports / "pages.jsonl").read_text("utf-8")


# --- trouble with the set-up --------------------------------------------------------------------


def test_no_raw_folder_is_one_clear_line(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "c", tmp_path / "r")
    with pytest.raises(SetupError, match="no such folder"):
        run(Job(tmp_path / "none", folders, tmp_path / "d", Settings()))


def test_an_empty_raw_folder_touches_nothing(job: Job) -> None:
    page = put(job, "a.example/safe.txt", ARTICLE)
    run(job)
    page.unlink()
    with pytest.raises(SetupError, match="holds no pages; nothing was done"):
        run(job)
    assert len(list(job.folders.clean.glob("*/*.md"))) == 1


def test_folders_within_one_another_are_refused(job: Job) -> None:
    inside = Job(
        job.raw, Folders(job.raw / "clean", job.folders.reports), job.decisions, Settings()
    )
    with pytest.raises(SetupError, match="lie in one another"):
        run(inside)


def test_an_output_folder_that_cannot_be_written_is_named(job: Job) -> None:
    put(job, "a.txt", ARTICLE)
    job.folders.clean.write_text("a file, not a folder")
    with pytest.raises(SetupError, match="clean"):
        run(job)


# --- faults at any moment -----------------------------------------------------------------------


# The command line, with a signal to itself at the Nth page that is done, or the Nth file that is
# about to be moved to its place: the same moment on every machine.
STRUCK = """
import os, sys
from contextlib import contextmanager
from pathlib import Path
from pipeline import cli

signal, kind, moment, *arguments = sys.argv[1:]
seen = 0

def strike(*_):
    global seen
    seen += 1
    if seen == int(moment):
        os.kill(os.getpid(), int(signal))

@contextmanager
def progress():
    yield strike

def replace(self, target):
    strike()
    return move(self, target)

move = Path.replace
if kind == "page":
    cli._progress = progress
else:
    Path.replace = replace
raise SystemExit(cli.main(arguments))
"""


def strike(job: Job, by: signal.Signals, kind: str, moment: int) -> tuple[int, str]:
    """Exit code and complaints of a run of 24 pages that is struck at a moment."""
    for n in range(24):
        put(job, f"s.example/{n}.txt", (UNSAFE if n % 9 else ARTICLE).replace("cold", f"cold {n}"))
    process = subprocess.run(
        [sys.executable, "-c", STRUCK, str(int(by)), kind, str(moment), "run", job.raw,
         "--clean", job.folders.clean, "--reports", job.folders.reports,
         "--workers", "2"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return process.returncode, process.stderr


@pytest.mark.parametrize(
    ("kind", "moment"), [("page", 30), ("file", 1), ("file", 20), ("file", 36)]
)
def test_killed_at_any_moment_the_next_run_completes(job: Job, kind: str, moment: int) -> None:
    assert strike(job, signal.SIGKILL, kind, moment)[0] == -signal.SIGKILL
    run(job)
    assert [v.faults for v in audit(job, rerun=False)] == [()] * 4
    torn = [p for f in (job.folders.clean, job.folders.reports) for p in f.rglob("*.part")]
    assert torn == []


def test_ctrl_c_stops_with_one_line(job: Job) -> None:
    code, errors = strike(job, signal.SIGINT, "page", 20)
    assert code == 130
    assert errors.count("\n") == 1
    assert "run again to finish" in errors


def test_a_page_that_cannot_be_written_or_drawn_costs_one_page(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline.render import markdown, page

    put(job, "a.example/safe.txt", ARTICLE)
    put(job, "a.example/trouble.txt", ARTICLE.replace("cold", "trouble"))
    written, drawn = markdown.to_markdown, page.article

    def fragile(ledger: Ledger) -> str:
        if "trouble" in ledger.document.text:
            raise RuntimeError("boom")
        return written(ledger)

    def clumsy(outcome: Outcome, *rest: object) -> str:
        if "trouble" in outcome.ledger.document.text:
            raise RuntimeError("boom")
        return drawn(outcome, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(page, "article", clumsy)
    assert run(job).counts["emitted"] == 2
    pages = [p.read_text("utf-8") for p in job.folders.reports.glob("articles/*.html")]
    assert sum("could not be drawn" in text for text in pages) == 1
    put(job, "a.example/another.txt", UNSAFE)
    monkeypatch.setattr(markdown, "to_markdown", fragile)
    assert run(job).counts["failed"] == 1


def test_summary_counts_every_page() -> None:
    assert Closing({"emitted": 2, "held": 1}).pages == 3
