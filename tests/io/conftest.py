"""The hand-made corpus of the report tests, for the tests of what is written."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def fake() -> ModuleType:
    if "fake_corpus" not in sys.modules:
        path = Path(__file__).parents[1] / "render" / "fake_corpus.py"
        spec = importlib.util.spec_from_file_location("fake_corpus", path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules["fake_corpus"] = module
        spec.loader.exec_module(module)
    return sys.modules["fake_corpus"]


@pytest.fixture(scope="session")
def corpus(fake):
    return fake.make_corpus()


@pytest.fixture(scope="session")
def hostile(fake):
    return fake.make_hostile_corpus()
