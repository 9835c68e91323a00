"""Spread work on pages over the processes of one machine.

Three things must hold whatever a page does: the answers come in the order of the questions, a
page that takes too long or kills its worker costs only itself, and the number of workers changes
nothing but the time. Processes are started fresh (`forkserver`), because a fork of a process with
threads can hang; each builds its own stages once.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from types import FrameType, TracebackType
from typing import Any, Generic, TypeVar

Task = TypeVar("Task")
Answer = TypeVar("Answer")

CHUNK = 16  # pages sent at once: enough to hide the sending, few enough to share out evenly


class PageTimeoutError(BaseException):
    """A page passed its time limit.

    No `Exception`: the limit rings once, and a library that swallows whatever goes wrong in it
    must not swallow that.
    """


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise PageTimeoutError in the main thread after `seconds`; elsewhere there is no limit."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise PageTimeoutError(f"took longer than {seconds:g} s")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@dataclass
class LocalEngine(AbstractContextManager["LocalEngine[Task, Answer]"], Generic[Task, Answer]):
    """Maps tasks to answers with the work that `build(*arguments)` makes in each process.

    `lost` answers for a task whose worker died twice. `workers` of 0 or 1 runs in this process.
    """

    build: Callable[..., Callable[[Task, Any], Answer]]
    arguments: tuple[Any, ...]
    lost: Callable[[Task], Answer]
    workers: int = 1
    _pool: ProcessPoolExecutor | None = field(default=None, init=False)
    _work: Callable[[Task, Any], Answer] | None = field(default=None, init=False)

    def map(self, tasks: Sequence[Task], shared: Any = None) -> Iterator[Answer]:
        """Answers in the order of `tasks`; `shared` is sent along once a chunk."""
        if self.workers <= 1:
            if self._work is None:
                self._work = self.build(*self.arguments)
            for task in tasks:
                yield self._work(task, shared)
            return
        chunks = [tasks[i : i + CHUNK] for i in range(0, len(tasks), CHUNK)]
        ahead: list[Future[list[Answer]] | None] = []
        for index, chunk in enumerate(chunks):
            while len(ahead) < len(chunks) and len(ahead) <= index + 2 * self.workers:
                ahead.append(self._submit(chunks[len(ahead)], shared))
            future = ahead[index]
            try:
                answers = future.result() if future else None
            except BrokenProcessPool:
                answers = None
            if answers is None:
                self._restart()
                answers = [self._alone(task, shared) for task in chunk]
                del ahead[index + 1 :]  # those were lost with the pool, or will be asked again
            ahead[index] = None
            yield from answers

    def _submit(self, chunk: Sequence[Task], shared: Any) -> Future[list[Answer]] | None:
        try:
            return self._ready().submit(_answer, list(chunk), shared)
        except BrokenProcessPool:
            return None

    def _alone(self, task: Task, shared: Any) -> Answer:
        """Ask again for one task by itself; the second death of a worker is the task's fault."""
        try:
            answer: Answer = self._ready().submit(_answer, [task], shared).result()[0]
        except BrokenProcessPool:
            self._restart()
            return self.lost(task)
        return answer

    def _ready(self) -> ProcessPoolExecutor:
        if self._pool is None:
            context = multiprocessing.get_context("forkserver")
            self._pool = ProcessPoolExecutor(
                self.workers, context, initializer=_start, initargs=(self.build, self.arguments)
            )
        return self._pool

    def _restart(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=kind is None, cancel_futures=True)
        self._pool = None


def usable_workers(wanted: int, tasks: int) -> int:
    """How many processes pay: `wanted` (0: one a core), but none for a handful of pages,
    because a process takes longer to start than 40 pages take to clean."""
    return wanted if wanted else max(1, min(_cores(), tasks // 40))


def _cores() -> int:
    """How many cores this process may use; macOS does not tell, and counts all."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


_worker: Callable[[Any, Any], Any] | None = None  # a process pool gives its workers no other place


def _start(build: Callable[..., Callable[[Any, Any], Any]], arguments: tuple[Any, ...]) -> None:
    """Runs once in each new process; Ctrl-C is the parent's to hear, and so is its end."""
    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _worker = build(*arguments)


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever; this ends it."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _answer(tasks: list[Any], shared: Any) -> list[Any]:
    assert _worker is not None
    return [_worker(task, shared) for task in tasks]
