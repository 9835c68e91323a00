import os
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from pipeline.engine.local import LocalEngine, PageTimeoutError, time_limit, usable_workers


def make_adder(base: int) -> Callable[[int, Any], int]:
    """Adds; a negative task kills its process, as a crash in a C library would."""

    def add(task: int, shared: Any) -> int:
        if task < 0:
            os._exit(9)
        return base + task + (shared or 0)

    return add


@pytest.mark.parametrize("workers", [1, 2])
def test_answers_come_in_the_order_of_the_questions(workers: int) -> None:
    with LocalEngine(make_adder, (100,), lambda task: -task, workers) as engine:
        assert list(engine.map(range(70), 1000)) == [1100 + n for n in range(70)]
        assert list(engine.map([], None)) == []
        assert list(engine.map([5], None)) == [105]


def test_a_task_that_kills_its_worker_costs_only_itself() -> None:
    tasks = [*range(40), -7, *range(40, 80)]
    with LocalEngine(make_adder, (0,), lambda task: task * 1000, 2) as engine:
        assert list(engine.map(tasks)) == [*range(40), -7000, *range(40, 80)]


def endless() -> None:
    with time_limit(0.05):
        while True:
            pass


def test_the_time_limit_rings_and_is_put_away() -> None:
    with pytest.raises(PageTimeoutError, match=r"longer than 0\.05 s"):
        endless()
    with time_limit(0.05):
        pass
    time.sleep(0.06)  # would ring here if it had been left on


def test_code_that_swallows_every_exception_is_stopped_all_the_same() -> None:
    def swallow() -> None:
        with time_limit(0.05), suppress(Exception):
            while True:
                pass

    with pytest.raises(PageTimeoutError):
        swallow()


def test_processes_are_for_many_pages() -> None:
    assert usable_workers(0, 5) == 1
    assert usable_workers(3, 5) == 3
    assert usable_workers(0, 10_000) == len(os.sched_getaffinity(0))


def test_a_system_that_does_not_tell_which_cores_are_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sched_getaffinity")
    assert usable_workers(0, 10**6) == os.cpu_count()
