from pathlib import Path

import pytest

from pipeline.stages.entities import EntityStage
from pipeline.stages.entities.lexicon import Concept, parse_lexicon
from pipeline.stages.entities.stage import LEXICONS, load_tagger
from pipeline.stages.entities.tagger import Tagger

FOLDER = Path(__file__).parents[3] / "pipeline" / "lexicons"


def read_lines(name: str) -> tuple[str, ...]:
    return tuple((FOLDER / name).read_text("utf-8").splitlines())


@pytest.fixture(scope="session")
def tagger() -> Tagger:
    return load_tagger(read_lines)


@pytest.fixture(scope="session")
def stage() -> EntityStage:
    return EntityStage(read_lines)


@pytest.fixture(scope="session")
def concepts() -> tuple[Concept, ...]:
    return tuple(c for name in LEXICONS for c in parse_lexicon(name, read_lines(name)))
