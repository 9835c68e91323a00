"""A page, or a few words, judged by themselves: what `annotate`, `explain` and `check` ask for.

The stages are those of a run, without the two that judge pages by their company.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import PageError, SetupError
from pipeline.io.listing import PageFile, find_pages
from pipeline.io.raw import read_page
from pipeline.io.resources import lines
from pipeline.model.changes import Fate
from pipeline.model.document import Document, Format, RawPage, Source, page_id
from pipeline.model.ledger import Ledger
from pipeline.passes import (
    Step,
    build_stages,
    ended,
    open_ledger,
    passes_of,
    stage_step,
    take,
    unread,
)
from pipeline.rulebook.rule import Silence
from pipeline.settings import Settings
from pipeline.stages.language import UNDETERMINED
from pipeline.stages.stage import DocumentStage

if TYPE_CHECKING:
    from pipeline.stages.dosing.judge import Judgement

_OF_WORDS = ("entities", "dosing")
"""The stages that have something to say of a sentence that stands on no page."""


def judge_page(settings: Settings) -> Callable[[RawPage], Ledger]:
    """Takes a decoded page through every stage that judges pages by themselves."""
    stages = _page_stages(settings)

    def readable(ledger: Ledger) -> bool:
        # Who asks for one page wants all that can be said of it, and words that are no article
        # have mentions and doses all the same; in a foreign language they would be misread.
        known = (UNDETERMINED, *settings.language.accepted)
        return ledger.language is None or ledger.language.code in known

    def judge(page: RawPage) -> Ledger:
        # Text is shown as given even when it cannot be worked on; markup has nothing to show.
        text = page.content if page.source.format is Format.TEXT else ""
        empty = Ledger(Document(page.id, page.source, text, ()))
        ingest: Step = ("ingest", lambda _: open_ledger(page, settings.ingest))
        steps = (ingest, *map(stage_step, stages))
        return take(empty, steps, settings.run.page_seconds, readable)

    return judge


def _page_stages(settings: Settings) -> list[DocumentStage]:
    return [stage for p in passes_of(build_stages(settings)) for stage in p.stages]


def judge_file(named: str, raw: Path, settings: Settings) -> Ledger:
    """The ledger of the page that is `named` by its file or its id.

    A file below `raw` is the page it is in a run, with the same id and site; another file stands
    by itself. Raises SetupError when there is no such page.
    """
    file = _find(named, raw)
    try:
        page = read_page(file, settings.ingest)
    except PageError as error:
        return ended(unread(file), Fate.SET_ASIDE, error.stage, error.reason)
    return judge_page(settings)(page)


def _find(named: str, raw: Path) -> PageFile:
    path = Path(named)
    place = path.resolve() if path.is_file() else None
    for file in find_pages(raw) if raw.is_dir() else ():
        if page_id(file.path) == named or file.file.resolve() == place:
            return file
    if path.is_file():
        return find_pages(path)[0]
    raise SetupError(f"{named}: no such page, neither a file nor the id of a page in {raw}")


def judge_words(words: str, settings: Settings) -> tuple[Ledger, tuple[Silence, ...]]:
    """What the rules say about `words` as if they stood in an article, and why others are silent.

    Where no rule considered anything, the rules that came nearest say what they lack.

    Raises SetupError when there are no words to judge.
    """
    from pipeline.stages.dosing.judge import nearest
    from pipeline.stages.dosing.scope.needs import AMOUNT
    from pipeline.stages.dosing.stage import judge_article

    source = Source("check", "", len(words), Format.TEXT)
    page = RawPage(page_id(source.path), source, words)
    steps: list[Step] = [
        ("ingest", lambda _: open_ledger(page, settings.ingest)),
        *(stage_step(stage) for stage in _page_stages(settings) if stage.name in _OF_WORDS),
    ]
    empty = Ledger(Document(page.id, source, "", ()))
    ledger = take(empty, steps, settings.run.page_seconds)
    if ledger.verdict is not None:
        raise SetupError(f"nothing to check: {ledger.verdict.reason}")
    judgement = judge_article(ledger, lines)
    text = judgement.text
    silent = tuple(
        Silence(j.rule.id, (j.candidate.evidence.of(text),), j.candidate.let_go or "")
        for j in judgement.let_go
    )
    if not judgement.judged:
        silent = tuple(
            Silence(
                rule.id,
                tuple(dict.fromkeys(span.of(text) for _, span in fall.here)),
                _unread(judgement) if AMOUNT in fall.missing else "",
                tuple(need.words for need in fall.missing),
            )
            for rule, fall in nearest(judgement)
        )
    return ledger, silent


def _unread(judgement: Judgement) -> str:
    """That an amount stands in the words and is no dose to take; empty where none does."""
    amounts = [part.span.of(judgement.text) for part in judgement.parts if part.label == "DOSE"]
    if not amounts or judgement.doses:
        return ""
    return f"“{amounts[0]}” is none: it is told as a maximum, a ban, a report or a strength"
