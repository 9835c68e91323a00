"""The few exceptions that cross a module border.

A page's own trouble is never an exception to the run: the reader or the engine turns it into a
verdict with stage and reason. `SetupError` is trouble with the set-up (settings, folders,
decisions) and ends the run with exit code 2 and one line that says what to do.
"""

from __future__ import annotations


class CleanCorpusError(Exception):
    """Anything this package raises on purpose."""


class SetupError(CleanCorpusError):
    """The run cannot start or go on; the message says what, where and what to do."""


class PageError(CleanCorpusError):
    """One page cannot be read or treated; it is set aside, the run goes on.

    `stage` is the stage that gave up, `reason` is what an editor reads in the report.
    """

    def __init__(self, stage: str, reason: str) -> None:
        super().__init__(f"{stage}: {reason}")
        self.stage = stage
        self.reason = reason

    def __reduce__(self) -> tuple[type[PageError], tuple[str, str]]:
        return PageError, (self.stage, self.reason)
