"""The whole job: raw pages in; clean articles, held articles and reports out.

A run reads everything that can change its outcome (pages, decisions, settings, code), does
nothing if all of it is as it was, and otherwise writes each output whole and its manifest last.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.book import all_references, all_rules
from pipeline.emit import Timing, outputs, timings_script
from pipeline.engine.local import LocalEngine, usable_workers
from pipeline.errors import SetupError
from pipeline.io.atomic import locked, write_bytes
from pipeline.io.decisions import DecisionLog, read_decisions
from pipeline.io.listing import Listing, PageFile, list_folder
from pipeline.io.manifest import Folders, Manifest, hash_inputs, read_manifest, write_manifest
from pipeline.io.resources import fingerprint as code_fingerprint
from pipeline.io.terms.lookup import index_at
from pipeline.model.changes import Fate
from pipeline.model.document import DocId
from pipeline.model.ledger import Ledger
from pipeline.model.outcome import Corpus, Decision, Outcome
from pipeline.model.summary import count_fates, count_reasons
from pipeline.passes import (
    PageWorker,
    build_stages,
    describe,
    ended,
    lost,
    passes_of,
)
from pipeline.settings import RunSettings, Settings
from pipeline.stages.entities.models import model_identity

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Job:
    """What to run on, where to write, and how; `backwards` takes the pages in reversed order,
    which must change nothing."""

    raw: Path
    folders: Folders
    decisions: Path
    settings: Settings
    workers: int = 0
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class Closing:
    """What an editor reads when the run ends. `counts` are pages by fate; `reasons` why pages
    were set aside or failed."""

    counts: dict[str, int]
    reasons: dict[str, int] = field(default_factory=dict)
    changed: int = 0
    removed: int = 0
    unchanged: bool = False
    notes: tuple[str, ...] = ()

    @property
    def pages(self) -> int:
        return sum(self.counts.values())


def run(job: Job, progress: Progress = lambda *_: None) -> Closing:
    """Do the whole job; raises SetupError when it cannot start or write.

    When neither pages, decisions, settings nor code changed since the last run and its outputs
    are intact, nothing is done.
    """
    check_folders(job)
    with locked(job.folders.reports), locked(job.folders.clean):
        log = read_decisions(job.decisions)
        listing = list_folder(job.raw)
        if not listing.pages:
            raise SetupError(f"{job.raw} holds no pages; nothing was done, earlier results stay")
        notes = (*log.notes, *_left_out(listing))
        before = read_manifest(job.folders.reports)
        inputs, made_by = hash_inputs(listing.pages), made_from(job)
        if (
            before
            and (before.made_by, dict(before.inputs)) == (made_by, inputs)
            and job.folders.intact(before)
        ):
            return Closing(dict(before.summary), unchanged=True, notes=notes)
        corpus, timings = curate(job, listing.pages, log, progress)
        written = job.folders.write(outputs(corpus, all_rules(), all_references()), before)
        write_bytes(job.folders.reports / "timings.js", timings_script(timings))
        counts = {fate.value: count for fate, count in count_fates(corpus.outcomes)}
        manifest = Manifest(made_by, inputs, written.hashes, summary=counts)
        write_manifest(job.folders.reports, manifest)
    if corpus.unmatched:
        plural = "decision matches" if len(corpus.unmatched) == 1 else "decisions match"
        notes += (f"{len(corpus.unmatched):,} {plural} nothing any more; the report lists them",)
    reasons = {reason: count for _, reason, count in count_reasons(corpus.outcomes)}
    return Closing(counts, reasons, written.changed, written.removed, notes=notes)


def _left_out(listing: Listing) -> tuple[str, ...]:
    """What an editor is told about files that are no pages and have no line in the report."""
    if not listing.hidden:
        return ()
    return (f"{listing.hidden:,} hidden files (their names start with a dot) were left out",)


def check_folders(job: Job) -> None:
    """Raise SetupError when the folders cannot be what they are said to be."""
    if not job.raw.is_dir():
        raise SetupError(f"{job.raw}: no such folder; put scraped pages there or name another")
    raw = job.raw.resolve()
    for folder in (job.folders.clean, job.folders.reports):
        there = folder.resolve()
        if there == raw or raw in there.parents or there in raw.parents:
            raise SetupError(f"{folder} and {job.raw} lie in one another; choose separate folders")
    clean, reports = job.folders.clean.resolve(), job.folders.reports.resolve()
    if clean == reports or clean in reports.parents or reports in clean.parents:
        raise SetupError(f"{clean} and {reports} lie in one another; choose separate folders")


def made_from(job: Job) -> str:
    """A fingerprint of all that decides the outcome besides the pages."""
    from hashlib import sha256
    from importlib.metadata import version
    from platform import python_version

    libraries = (
        "beautifulsoup4", "charset-normalizer", "ftfy", "jinja2", "langdetect", "lxml", "numpy",
        "markupsafe", "pandas", "pyarrow", "pyyaml", "rapidfuzz", "spacy",
    )  # fmt: skip
    try:
        decisions = job.decisions.read_bytes()
    except OSError:
        decisions = b""
    # How many workers, and which share of failures ends well, change no page; a time limit may.
    settled = replace(job.settings, run=RunSettings(page_seconds=job.settings.run.page_seconds))
    parts = (
        code_fingerprint(),
        model_identity(settled.entities.model),
        terms.digest if (terms := index_at(settled.entities.terms)) else "",
        repr(settled),
        repr([("python", python_version()), *((name, version(name)) for name in libraries)]),
        sha256(decisions).hexdigest(),
    )
    return sha256("\0".join(parts).encode()).hexdigest()


def curate(
    job: Job, pages: Sequence[PageFile], log: DecisionLog, progress: Progress
) -> tuple[Corpus, list[Timing]]:
    """Every page to its end; the corpus has them in the order of their paths."""
    files = pages[:: -1 if job.backwards else 1]
    workers = usable_workers(job.workers or job.settings.run.workers, len(files))
    passes = passes_of(build_stages(job.settings))
    seconds = [0.0] * len(files)
    tasks: list[PageFile | Ledger] = list(files)
    decided: dict[str, Any] = {}
    decision: Any = None
    with LocalEngine(PageWorker, (job.settings,), lost, workers) as engine:
        for index, current in enumerate(passes):
            title = (
                "reading" if index == 0 else " · ".join(s.name for s in current.stages) or "closing"
            )
            ledgers: list[PageFile | Ledger] = []
            surveyed: list[tuple[DocId, Any]] = []
            for at, answer in enumerate(engine.map(tasks, (index, decision))):
                seconds[at] += answer.seconds
                ledgers.append(answer.ledger)
                if current.surveys is not None and answer.ledger.verdict is None:
                    surveyed.append((answer.ledger.document.id, answer.survey))
                progress(title, at + 1, len(files))
            tasks = ledgers
            if current.surveys is not None:
                decision = decided[current.surveys.name] = current.surveys.decide(surveyed)
    closed = [task for task in tasks if isinstance(task, Ledger)]
    timings = [
        Timing(page.document.id, page.document.source.path, spent)
        for page, spent in zip(closed, seconds, strict=True)
    ]
    ledgers_by_path = sorted(map(writable, closed), key=lambda page: page.document.source.path)
    outcomes, unmatched = conclude_all(ledgers_by_path, log.decisions, job.settings)
    corpus = Corpus(outcomes, decided["dedup"].copies, decided["templates"], unmatched, __version__)
    return corpus, timings


def writable(ledger: Ledger) -> Ledger:
    """`ledger`, failed when it cannot be written as Markdown: a page's trouble must show before
    the first file is written, and cost that page alone."""
    from pipeline.render.markdown import to_markdown

    if ledger.verdict is not None:
        return ledger
    try:
        to_markdown(ledger)
    except Exception as error:
        return ended(ledger, Fate.FAILED, "emit", describe(error))
    return ledger


def conclude_all(
    ledgers: Sequence[Ledger], decisions: Sequence[Decision], settings: Settings
) -> tuple[tuple[Outcome, ...], tuple[Decision, ...]]:
    """Every page's end, and the decisions that no longer match anything."""
    from pipeline.stages.review import conclude

    by_page: dict[DocId, list[Decision]] = defaultdict(list)
    for decision in decisions:
        by_page[decision.page].append(decision)
    used: set[str] = set()
    outcomes: list[Outcome] = []
    for ledger in ledgers:
        outcome, matched = conclude(ledger, by_page[ledger.document.id], settings.review)
        outcomes.append(outcome)
        used |= matched
    return tuple(outcomes), tuple(d for d in decisions if d.id not in used)
