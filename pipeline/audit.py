"""Prove the promises on what lies in `clean/` and `reports/`, without trusting the run.

The auditor reads the files as anybody would and does the sums again: every raw file has one end,
every page's kept, cut and repaired runs rebuild it, nothing in `clean/` has an open finding that
should hold it, every file is the one the manifest names, and a run from scratch in reversed
order with another number of workers gives the same bytes.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pipeline.errors import SetupError
from pipeline.io.decisions import read_decisions
from pipeline.io.listing import find_pages
from pipeline.io.manifest import Folders, Manifest, digest, hash_inputs, read_manifest
from pipeline.model.changes import Severity
from pipeline.model.outcome import Action
from pipeline.run import Job, run

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One promise: its name, how many things were checked, and what is wrong, in words."""

    promise: str
    checked: int
    faults: tuple[str, ...]


def audit(job: Job, *, rerun: bool = True) -> tuple[Verdict, ...]:
    """Check promises 1 and 2, the files, and (with `rerun`) promise 3."""
    manifest = read_manifest(job.folders.reports)
    if manifest is None:
        raise SetupError(f"{job.folders.reports}: no finished run to audit; run clean-corpus first")
    try:
        records = list(_read_records(job.folders.reports / "pages.jsonl"))
    except (OSError, ValueError) as error:
        raise SetupError(f"{job.folders.reports}/pages.jsonl: {error}; run again") from error
    found = [
        Verdict("every input has exactly one end", *_one_end(job.raw, manifest, records)),
        Verdict("kept, cut and repaired text rebuild each page", *_accounts(records)),
        Verdict("nothing unsafe is in clean/", *_nothing_open(job, manifest, records)),
        Verdict("every file is the one the run wrote", *_files(job.folders, manifest)),
    ]
    if rerun:
        found.append(Verdict("same in, same out", *_same_again(job, manifest)))
    return tuple(found)


def _read_records(path: Path) -> Iterator[Record]:
    with path.open(encoding="utf-8") as rows:
        for row in rows:
            yield json.loads(row)


def _one_end(
    raw: Path, manifest: Manifest, records: Sequence[Record]
) -> tuple[int, tuple[str, ...]]:
    """The files that lie in the raw folder against the records."""
    ends = Counter(record["source"]["path"] for record in records)
    now = hash_inputs(find_pages(raw))
    faults = [f"{path} has {ends[path]} ends" for path in now if ends[path] != 1]
    faults += [f"{path} is not in {raw}" for path in ends if path not in now]
    if now != dict(manifest.inputs):
        faults.append(f"{raw} changed since the run; run again")
    return len(ends), tuple(faults)


def _accounts(records: Sequence[Record]) -> tuple[int, tuple[str, ...]]:
    """Rebuild each page's clean text from its record alone."""
    faults: list[str] = []
    for record in records:
        text, at, clean = record["page_text"], 0, []
        changes = [(c["start"], c["end"], "") for c in record["cuts"]]
        changes += [(r["start"], r["end"], r["replacement"]) for r in record["repairs"]]
        for start, end, replacement in sorted(changes):
            if start < at or end > len(text):
                faults.append(f"{record['id']}: changes overlap or leave the page at {start}")
            clean += [text[at:start], replacement]
            at = end
        clean.append(text[at:])
        if "".join(clean) != record["clean_text"]:
            faults.append(f"{record['id']}: kept and repaired text is not the clean text")
    return len(records), tuple(faults)


def _nothing_open(
    job: Job, manifest: Manifest, records: Sequence[Record]
) -> tuple[int, tuple[str, ...]]:
    """Every article in clean/ is emitted, and none has an open finding that should hold it."""
    hold_at = Severity[job.settings.review.hold_at.upper()]
    faults: list[str] = []
    emitted = {r["id"]: r for r in records if r["status"] == "emitted"}
    articles = {
        Path(name).stem.rpartition("-")[2]: name
        for name in manifest.outputs
        if name.startswith("clean/") and name.endswith(".md")
    }
    for page in sorted(set(emitted) ^ set(articles)):
        faults.append(f"{page}: {'has no file' if page in emitted else 'is not to be'} in clean/")
    settled = _dismissed(job)
    for page, record in emitted.items():
        for finding in record["findings"]:
            grave = Severity[finding["severity"].upper()] >= hold_at
            if grave and (page, finding["fingerprint"]) not in settled:
                faults.append(f"{page}: open {finding['severity']} finding {finding['rule']}")
    on_disk = {p.relative_to(job.folders.clean).as_posix() for p in job.folders.clean.rglob("*.md")}
    strangers = on_disk - {n.removeprefix("clean/") for n in articles.values()} - {"README.md"}
    faults += [f"{job.folders.clean}/{name} was not written by the run" for name in strangers]
    return len(articles), tuple(sorted(faults))


def _dismissed(job: Job) -> frozenset[tuple[str, str]]:
    """Page and fingerprint of each finding on which the last word in the log is a dismissal."""
    last: dict[tuple[str, str], Action] = {}
    for decision in read_decisions(job.decisions).decisions:
        if decision.action in (Action.ACCEPT, Action.DISMISS):
            last[decision.page, decision.fingerprint] = decision.action
    return frozenset(key for key, action in last.items() if action is Action.DISMISS)


def _files(folders: Folders, manifest: Manifest) -> tuple[int, tuple[str, ...]]:
    faults: list[str] = []
    for name, sha in manifest.outputs.items():
        try:
            if digest(folders.place(name).read_bytes()) != sha:
                faults.append(f"{name} was changed since the run")
        except OSError as error:
            faults.append(f"{name}: {error.strerror}")
    return len(manifest.outputs), tuple(faults)


def _same_again(job: Job, manifest: Manifest) -> tuple[int, tuple[str, ...]]:
    """Run from scratch elsewhere, backwards and with other workers; compare every byte."""
    with TemporaryDirectory() as folder:
        elsewhere = Folders(Path(folder, "clean"), Path(folder, "reports"))
        workers = 1 if job.workers > 1 else 2
        run(replace(job, folders=elsewhere, workers=workers, backwards=True))
        again = read_manifest(elsewhere.reports)
    ours, theirs = dict(manifest.outputs), dict(again.outputs) if again else {}
    differ = sorted(n for n in ours.keys() | theirs.keys() if ours.get(n) != theirs.get(n))
    return len(ours), tuple(f"{name} came out otherwise" for name in differ)
