"""The audit does the sums by itself: what is wrong in the files is found, whoever wrote it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.audit import audit
from pipeline.errors import SetupError
from pipeline.io.manifest import Folders
from pipeline.run import Job, run
from pipeline.settings import Settings

ARTICLE = (
    "How to rest\n\nSleep well and drink water when you are thirsty, every day of the week. It "
    "helps the body to get over most colds without any treatment.\n"
)
UNSAFE = ARTICLE.replace("How to rest", "A headache") + "\nTake 2 g of paracetamol every 4 hours.\n"
Change = Callable[[list[dict[str, Any]]], object]


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a finished run of two pages: one clean, one held."""
    root = tmp_path_factory.mktemp("finished")
    (root / "raw").mkdir()
    (root / "raw" / "safe.txt").write_text(ARTICLE)
    (root / "raw" / "unsafe.txt").write_text(UNSAFE)
    counts = run(job_in(root)).counts
    assert (counts["emitted"], counts["held"]) == (1, 1)
    return root


def job_in(root: Path) -> Job:
    folders = Folders(root / "clean", root / "reports")
    return Job(root / "raw", folders, root / "none.jsonl", Settings(), workers=1)


@pytest.fixture
def job(finished: Path, tmp_path: Path) -> Job:
    return job_in(Path(shutil.copytree(finished, tmp_path / "copy")))


def faults(job: Job) -> str:
    return " / ".join(f for verdict in audit(job, rerun=False) for f in verdict.faults)


def tamper(job: Job, change: Change) -> None:
    path = job.folders.reports / "pages.jsonl"
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    change(records)
    path.write_text("".join(json.dumps(r) + "\n" for r in records), "utf-8")


def test_a_finished_run_has_no_fault_and_everything_is_counted(job: Job) -> None:
    verdicts = audit(job, rerun=False)
    assert [v.faults for v in verdicts] == [()] * 4
    assert [v.checked for v in verdicts[:3]] == [2, 2, 1]


def clean_text(records: list[dict[str, Any]]) -> None:
    records[0]["clean_text"] += "and more"


def overlap(records: list[dict[str, Any]]) -> None:
    cut = {"start": 0, "end": 5, "rule": "T", "reason": "why"}
    records[0]["cuts"] = [cut, {**cut, "start": 3}]


def release(records: list[dict[str, Any]]) -> None:
    records[1]["status"] = "emitted"


def forget(records: list[dict[str, Any]]) -> None:
    del records[0]


def twice(records: list[dict[str, Any]]) -> None:
    records.append(records[0])


def invent(records: list[dict[str, Any]]) -> None:
    records.append({**records[1], "source": {"path": "other.txt"}, "id": "x"})


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (clean_text, "kept and repaired text is not the clean text"),
        (overlap, "changes overlap or leave the page at 3"),
        (release, "has no file in clean/"),
        (release, "open critical finding"),
        (forget, "safe.txt has 0 ends"),
        (forget, "is not to be in clean/"),
        (twice, "safe.txt has 2 ends"),
        (invent, "other.txt is not in"),
    ],
)
def test_a_record_that_is_wrong_is_found(job: Job, change: Change, fault: str) -> None:
    tamper(job, change)
    assert fault in faults(job)


def test_a_file_that_is_missing_changed_or_nobodys_is_found(job: Job) -> None:
    (job.folders.reports / "rules.html").unlink()
    (job.folders.reports / "cuts.csv").write_text("x")
    (job.folders.clean / "smuggled.md").write_text("x")
    (job.raw / "new.txt").write_text(ARTICLE)
    said = faults(job)
    for fault in ("reports/rules.html: No such file", "reports/cuts.csv was changed",
                  "smuggled.md was not written by the run", "new.txt has 0 ends",
                  "changed since the run; run again"):  # fmt: skip
        assert fault in said


def test_other_settings_hold_other_articles(job: Job) -> None:
    strict = replace(job.settings, review=replace(job.settings.review, hold_at="info"))
    tamper(job, release)
    mild = faults(job).count("finding")
    assert faults(replace(job, settings=strict)).count("finding") >= mild > 0


def test_a_run_that_comes_out_otherwise_is_found(job: Job) -> None:
    german = replace(job.settings.language, accepted=("de",))
    other = replace(job, settings=replace(job.settings, language=german))
    assert any("came out otherwise" in f for f in audit(other)[-1].faults)


def test_records_that_cannot_be_read_are_one_clear_line(job: Job) -> None:
    (job.folders.reports / "pages.jsonl").write_text("{torn")
    with pytest.raises(SetupError, match=r"pages\.jsonl: .*; run again"):
        audit(job, rerun=False)
