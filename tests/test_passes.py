"""The stages in order, and a page's trouble caught in the one place where it is caught."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from pipeline.book import all_rules
from pipeline.engine.local import PageTimeoutError
from pipeline.errors import PageError, SetupError
from pipeline.io.listing import PageFile
from pipeline.model.changes import Changes, Cut, Fate, Layer, RuleId, Verdict
from pipeline.model.document import DocId, Document, Format, Source
from pipeline.model.ledger import Ledger
from pipeline.model.span import Span
from pipeline.passes import (
    build_stages,
    describe,
    lost,
    passes_of,
    stage_step,
    survey_step,
    take,
    unread,
)
from pipeline.settings import Settings
from pipeline.stages.boilerplate.repairs import stated
from pipeline.stages.stage import CorpusStage

SOURCE = Source("a/page.txt", "", 3, Format.TEXT)
PAGE = Ledger(Document(DocId("p"), SOURCE, "one", ()))
CUT = Changes(cuts=(Cut(Span(0, 1), RuleId("T"), "why"),))


@dataclass(frozen=True)
class Says:
    """A stage that says one thing, and declares what it says."""

    changes: Changes
    name: str = "says"
    version: int = 3
    needs: frozenset[Layer] = frozenset()
    makes: frozenset[Layer] = frozenset({Layer.CUTS, Layer.VERDICT})

    def __call__(self, ledger: Ledger) -> Changes:
        return self.changes


def raises(error: BaseException) -> Callable[[Ledger], Ledger]:
    def step(_: Ledger) -> Ledger:
        raise error

    return step


@pytest.mark.parametrize(
    ("error", "fate", "stage", "reason"),
    [
        (PageError("reader", "torn"), Fate.SET_ASIDE, "reader", "torn"),
        (PageTimeoutError("took longer"), Fate.SET_ASIDE, "bad", "took longer"),
        (MemoryError(), Fate.SET_ASIDE, "bad", "needed more memory than there is"),
        (KeyError("x"), Fate.FAILED, "bad", "KeyError: 'x' (test_passes.py:"),
        (RecursionError("deep"), Fate.FAILED, "bad", "RecursionError: deep (test_passes.py:"),
    ],
)
def test_trouble_ends_the_page_with_stage_and_reason_and_keeps_what_was_said(
    error: BaseException, fate: Fate, stage: str, reason: str
) -> None:
    steps = [stage_step(Says(CUT)), ("bad", raises(error)), ("never", raises(ValueError()))]
    ended = take(PAGE, steps, 60)
    assert ended.cuts == CUT.cuts
    assert ended.verdict is not None
    assert ended.verdict.fate is fate
    assert ended.verdict.reason.startswith(reason)
    assert [by.stage for by, _ in ended.said] == ["says", stage]


def test_a_table_that_is_not_right_is_nobodys_page() -> None:
    with pytest.raises(SetupError, match="no such model"):
        take(PAGE, [("bad", raises(SetupError("no such model")))], 60)


def test_where_an_object_lay_is_no_reason() -> None:
    ended = take(PAGE, [("bad", raises(TypeError(f"not {object()}")))], 60)
    assert ended.verdict is not None
    assert ended.verdict.reason.startswith("TypeError: not <object object> (")


def test_ctrl_c_is_nobodys_page() -> None:
    with pytest.raises(KeyboardInterrupt):
        take(PAGE, [("bad", raises(KeyboardInterrupt()))], 60)


def test_no_stage_follows_a_verdict() -> None:
    aside = Says(Changes(verdict=Verdict(Fate.SET_ASIDE, "no text")))
    ended = take(PAGE, [stage_step(aside), ("never", raises(ValueError()))], 60)
    assert ended.verdict == aside.changes.verdict


def test_what_a_stage_did_not_declare_fails_the_page() -> None:
    ended = take(PAGE, [stage_step(Says(CUT, makes=frozenset({Layer.FINDINGS})))], 60)
    assert ended.cuts == ()
    assert ended.verdict is not None
    assert ended.verdict.reason.startswith("TypeError: says wrote to cuts undeclared")


def test_every_change_is_stamped_with_its_stage_and_version() -> None:
    ((by, changes),) = take(PAGE, [stage_step(Says(CUT))], 60).said
    assert (by.stage, by.version, changes) == ("says", 3, CUT)


def test_passes_hold_every_stage_once_and_meet_at_corpus_stages() -> None:
    stages = build_stages(Settings())
    passes = passes_of(stages)
    told = [[*p.stages, *([p.surveys] if p.surveys else [])] for p in passes]
    assert [stage for group in told for stage in group] == list(stages)
    assert [p.applies for p in passes] == [None, *(p.surveys for p in passes[:-1])]
    assert [isinstance(stage, CorpusStage) for stage in stages].count(True) == len(passes) - 1
    assert [stage.name for stage in stages] == [
        "templates", "boilerplate", "language", "entities", "dosing", "dedup",
    ]  # fmt: skip


def test_a_survey_changes_nothing() -> None:
    templates = build_stages(Settings())[0]
    assert isinstance(templates, CorpusStage)
    surveys: list[object] = []
    assert take(PAGE, [survey_step(templates, surveys)], 60) == PAGE
    assert len(surveys) == 1


def test_a_page_that_killed_its_worker_is_still_a_page(tmp_path) -> None:
    file = PageFile("a/page.txt", tmp_path / "page.txt")
    for task in (file, unread(file)):
        answer = lost(task)
        assert answer.ledger.document.source.path == "a/page.txt"
        assert answer.ledger.verdict == Verdict(Fate.SET_ASIDE, "ended its worker process twice")


def test_an_error_is_told_in_one_line_with_its_place() -> None:
    with pytest.raises(ValueError, match="no") as caught:
        raises(ValueError("no"))(PAGE)
    assert describe(caught.value).startswith("ValueError: no (test_passes.py:")


def test_every_rule_has_an_id_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = all_rules()
    assert list(rules) == sorted(rules)
    assert {key[:3] for key in rules} >= {"CUT", "DOS", "TEX", "REP", "COP"}
    (mend, *_) = stated.MENDS
    monkeypatch.setattr(stated, "MENDS", (*stated.MENDS, mend))
    with pytest.raises(ValueError, match="share"):
        all_rules.__wrapped__()
