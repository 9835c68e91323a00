import sys
from pathlib import Path
from types import ModuleType

import pytest

from pipeline.rulebook.discovery import find_rules
from pipeline.rulebook.rule import CutRule

RULE = """
from pipeline.model.changes import RuleId
from pipeline.rulebook.rule import CutRule
RULE = CutRule(id=RuleId("{id}"), name="{name}", summary="s", seen="x", find=lambda p: (),
               cuts=(), keeps=())
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(tmp_path))
    folder = tmp_path / "sample_rules"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    for name in [n for n in sys.modules if n.startswith("sample_rules")]:
        monkeypatch.delitem(sys.modules, name)
    return __import__("sample_rules")


def write(package: ModuleType, file: str, text: str) -> None:
    Path(package.__path__[0], f"{file}.py").write_text(text)


def test_every_module_is_a_rule_and_ids_sort_them(package: ModuleType) -> None:
    write(package, "a", RULE.format(id="CUT002", name="a"))
    write(package, "b", RULE.format(id="CUT001", name="b"))
    assert [r.name for r in find_rules(package, CutRule)] == ["b", "a"]


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"a": "x = 1"}, "has no RULE"),
        ({"a": RULE.format(id="CUT001", name="other")}, "names its rule 'other'"),
        (
            {"a": RULE.format(id="CUT1", name="a"), "b": RULE.format(id="CUT1", name="b")},
            "claimed by a and b",
        ),
    ],
)
def test_a_package_that_breaks_the_form_is_refused(
    package: ModuleType, files: dict[str, str], says: str
) -> None:
    for name, text in files.items():
        write(package, name, text)
    with pytest.raises(ValueError, match=says):
        find_rules(package, CutRule)
