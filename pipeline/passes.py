"""The stages in order, and how a page is taken through them.

`build_stages` is the product's description of itself. Between two corpus stages pages need
nothing of one another, so that stretch is one pass over the pages and can be spread over
processes: apply the last corpus decision, run the document stages, survey for the next one.
"""

from __future__ import annotations

import re
import time
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.engine.local import PageTimeoutError, time_limit
from pipeline.errors import PageError, SetupError
from pipeline.io.listing import PageFile
from pipeline.io.raw import read_page
from pipeline.io.resources import lines
from pipeline.io.terms.lookup import index_at
from pipeline.model.changes import Changes, Fate, Provenance, Verdict
from pipeline.model.document import Document, Format, RawPage, Source, page_id
from pipeline.model.ledger import Ledger
from pipeline.settings import Settings
from pipeline.stages.ingest import IngestSettings
from pipeline.stages.stage import CorpusStage, DocumentStage, Stage, check_order


def build_stages(settings: Settings) -> tuple[Stage, ...]:
    """All stages between ingest and review, in order. Cheap: what is heavy loads on first use."""
    from pipeline.stages.boilerplate import BoilerplateStage, TemplateStage
    from pipeline.stages.dedup import DedupStage
    from pipeline.stages.dosing import DosingStage
    from pipeline.stages.entities import EntityStage
    from pipeline.stages.language import LanguageStage

    stages: tuple[Stage, ...] = (
        TemplateStage(settings.boilerplate),
        BoilerplateStage(settings.boilerplate),
        LanguageStage(settings.language),
        EntityStage(lines, settings.entities, index_at(settings.entities.terms)),
        DosingStage(lines),
        DedupStage(settings.dedup),
    )
    check_order(stages)
    return stages


@dataclass(frozen=True, slots=True)
class Pass:
    """What happens to every page between two corpus decisions."""

    applies: CorpusStage[Any, Any] | None
    stages: tuple[DocumentStage, ...]
    surveys: CorpusStage[Any, Any] | None


def passes_of(stages: Sequence[Stage]) -> tuple[Pass, ...]:
    """Cut the ordered stages into passes at each corpus stage."""
    passes: list[Pass] = []
    applies: CorpusStage[Any, Any] | None = None
    between: list[DocumentStage] = []
    for stage in stages:
        if isinstance(stage, CorpusStage):
            passes.append(Pass(applies, tuple(between), stage))
            applies, between = stage, []
        elif isinstance(stage, DocumentStage):
            between.append(stage)
        else:
            raise TypeError(f"{stage.name} is neither a document stage nor a corpus stage")
    return (*passes, Pass(applies, tuple(between), None))


@dataclass(frozen=True, slots=True)
class Answer:
    """A page after one pass, what the next decision needs to know of it, and the seconds spent."""

    ledger: Ledger
    survey: Any = None
    seconds: float = 0.0


class PageWorker:
    """Takes one page through one pass; lives in each process of the engine."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.passes = passes_of(build_stages(settings))

    def __call__(self, task: PageFile | Ledger, shared: tuple[int, Any]) -> Answer:
        began = time.perf_counter()
        index, decision = shared
        current = self.passes[index]
        surveys: list[Any] = []
        steps: list[Step] = []
        if isinstance(task, PageFile):
            ingest = self.settings.ingest
            steps.append(("ingest", lambda _: open_ledger(read_page(task, ingest), ingest)))
        if current.applies is not None:
            steps.append(apply_step(current.applies, decision))
        steps += [stage_step(stage) for stage in current.stages]
        if current.surveys is not None:
            steps.append(survey_step(current.surveys, surveys))
        start = task if isinstance(task, Ledger) else unread(task)
        ledger = take(start, steps, self.settings.run.page_seconds)
        survey = surveys[0] if surveys and ledger.verdict is None else None
        return Answer(ledger, survey, time.perf_counter() - began)


Step = tuple[str, Callable[[Ledger], Ledger]]


def in_the_stream(ledger: Ledger) -> bool:
    """True until a stage takes the page out."""
    return ledger.verdict is None


def take(
    ledger: Ledger,
    steps: Iterable[Step],
    seconds: float,
    goes_on: Callable[[Ledger], bool] = in_the_stream,
) -> Ledger:
    """`ledger` after all `steps`, or up to the one after which it no longer `goes_on`.

    The one place where a page's trouble is caught: trouble that was foreseen, no time, no memory
    set the page aside; an error in our own code fails it, says where, and is counted by the run.
    """
    stage = "run"
    try:
        with time_limit(seconds):
            for name, step in steps:
                stage = name
                if goes_on(ledger):
                    ledger = step(ledger)
    except SetupError:
        raise  # a table, a model or an index that is not right is no page's fault: nobody goes on
    except PageError as error:
        return ended(ledger, Fate.SET_ASIDE, error.stage, error.reason)
    except PageTimeoutError as error:
        return ended(ledger, Fate.SET_ASIDE, stage, str(error))
    except MemoryError:
        return ended(ledger, Fate.SET_ASIDE, stage, "needed more memory than there is")
    except Exception as error:
        return ended(ledger, Fate.FAILED, stage, describe(error))
    return ledger


def describe(error: Exception) -> str:
    """An error of ours in one line: what, and in which line of which file."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{where.filename.rpartition('/')[2]}:{where.lineno}"
    said = _ADDRESS.sub("", str(error))  # where an object lay in memory, no two runs agree on
    return f"{type(error).__name__}: {said} ({place})"


_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")


def stage_step(stage: DocumentStage) -> Step:
    return stage.name, lambda ledger: _said(stage, ledger, stage(ledger))


def apply_step(stage: CorpusStage[Any, Any], decision: Any) -> Step:
    return stage.name, lambda ledger: _said(stage, ledger, stage.apply(ledger, decision))


def survey_step(stage: CorpusStage[Any, Any], into: list[Any]) -> Step:
    def survey(ledger: Ledger) -> Ledger:
        into.append(stage.survey(ledger))
        return ledger

    return stage.name, survey


def _said(stage: Stage, ledger: Ledger, changes: Changes) -> Ledger:
    """`ledger` with `changes`; refuses what `stage` did not declare that it makes."""
    undeclared = changes.layers() - stage.makes
    if undeclared:
        raise TypeError(f"{stage.name} wrote to {', '.join(sorted(undeclared))} undeclared")
    return ledger.apply(changes, Provenance(stage.name, stage.version))


def ended(ledger: Ledger, fate: Fate, stage: str, reason: str) -> Ledger:
    """`ledger` with a verdict that no stage gave."""
    return ledger.apply(Changes(verdict=Verdict(fate, reason)), Provenance(stage, 1))


def open_ledger(page: RawPage, settings: IngestSettings) -> Ledger:
    """Parse a decoded page; raises PageError when there is nothing to work on."""
    from pipeline.stages.ingest import ingest

    return Ledger(ingest(page, settings))


def unread(file: PageFile) -> Ledger:
    """A ledger for a page of which only the path is known, so that it is still accounted for."""
    source = Source(path=file.path, sha256="", size=0, format=Format.TEXT)
    return Ledger(Document(page_id(file.path), source, "", ()))


def lost(task: PageFile | Ledger) -> Answer:
    """The answer for a page whose worker died twice."""
    ledger = task if isinstance(task, Ledger) else unread(task)
    return Answer(ended(ledger, Fate.SET_ASIDE, "run", "ended its worker process twice"))
