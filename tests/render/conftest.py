"""The hand-made corpus for tests of reports."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


def load_helper(name: str) -> ModuleType:
    """A helper module of this folder (tests are imported by file, not as a package)."""
    if name not in sys.modules:
        path = Path(__file__).with_name(f"{name}.py")
        spec = importlib.util.spec_from_file_location(name, path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]


@pytest.fixture(scope="session")
def fake() -> ModuleType:
    return load_helper("fake_corpus")


@pytest.fixture(scope="session")
def corpus(fake):
    return fake.make_corpus()


@pytest.fixture(scope="session")
def rules(fake):
    return fake.make_rules()


@pytest.fixture(scope="session")
def held(corpus):
    """The headache article: flags, cuts, repairs, a table, entities, doses."""
    return next(o for o in corpus.outcomes if "headache" in o.ledger.document.source.path)


@pytest.fixture(scope="session")
def hostile(fake):
    return fake.make_hostile_corpus()
