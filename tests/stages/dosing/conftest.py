"""Judging a text as a run would: drugs found by the tagger, limits from the tables."""

from collections.abc import Callable

import pytest

from pipeline.io.resources import lines
from pipeline.model.mention import Mention
from pipeline.stages.dosing import Judgement, judge, knowledge_from
from pipeline.stages.dosing.facts.knowledge import Knowledge
from pipeline.stages.dosing.judge import open_passage
from pipeline.stages.dosing.scope.passage import Passage
from pipeline.stages.entities.stage import find_mentions, load_tagger


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return knowledge_from(lines)


@pytest.fixture(scope="session")
def mentions_of() -> Callable[[str], list[Mention]]:
    tagger = load_tagger(lines)

    def find(text: str) -> list[Mention]:
        return find_mentions(text, tagger)

    return find


@pytest.fixture(scope="session")
def judged(
    knowledge: Knowledge, mentions_of: Callable[[str], list[Mention]]
) -> Callable[[str], Judgement]:
    return lambda text: judge(text, mentions_of(text), knowledge)


@pytest.fixture(scope="session")
def passage_of(
    knowledge: Knowledge, mentions_of: Callable[[str], list[Mention]]
) -> Callable[[str], Passage]:
    return lambda text: open_passage(text, mentions_of(text), knowledge)[0]


@pytest.fixture(scope="session")
def categories(judged: Callable[[str], Judgement]) -> Callable[[str], set[str]]:
    """The categories that are flagged in a text."""
    return lambda text: {j.rule.category for j in judged(text).flagged}
