"""What may not be changed alone, and how grave that is."""

from collections.abc import Callable

from pipeline.model.changes import Severity
from pipeline.stages.dosing.checks.treatments import objects_of
from pipeline.stages.dosing.scope.passage import Passage


def test_the_tablets_are_those_just_spoken_of(passage_of: Callable[[str], Passage]) -> None:
    passage = passage_of("You have been on prednisolone for ten weeks. Bin the tablets.")
    found = objects_of(passage, passage.sentences[1])
    assert [(name, severity) for _, severity, name in found] == [("the tablets", Severity.CRITICAL)]
