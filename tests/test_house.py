"""The house keeps its own rules: imports, mirrored tests, settings, make targets, plain words."""

import re
import subprocess
import sys
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from pipeline.settings import Settings

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "pipeline"
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if p.name not in ("__init__.py", "__main__.py"))


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name]


def test_import_contracts_hold() -> None:
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_no_module_outgrows_its_idea() -> None:
    long = {p.relative_to(ROOT).as_posix(): len(p.read_text("utf-8").splitlines()) for p in MODULES}
    assert {name: n for name, n in long.items() if n > 300} == {}


def test_every_module_opens_with_its_argument() -> None:
    for path in [*MODULES, *PACKAGE.rglob("__init__.py")]:
        text = path.read_text("utf-8").lstrip()
        assert text.startswith('"""'), f"{path.relative_to(ROOT)} has no docstring"


def test_help_needs_no_heavy_library() -> None:
    code = (
        "import sys; from pipeline.cli import parser; parser().format_help(); "
        "print([m for m in ('spacy','pandas','numpy','bs4','lxml','pydantic') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_settings_in_this_repository_are_valid_and_every_section_is_documented() -> None:
    table = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["clean-corpus"]
    names = {f.name for f in fields(Settings)}
    assert set(table) <= names
    readme = (ROOT / "README.md").read_text("utf-8")
    for name in names:
        assert f"`{name}`" in readme, f"README does not name the settings section {name}"


def test_make_targets_that_the_readme_names_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    named = set(re.findall(r"`make ([a-z-]+)", (ROOT / "README.md").read_text("utf-8")))
    assert named <= targets
    assert {"clean-corpus", "test", "check"} <= targets


def test_no_file_names_a_package_host_or_a_machine_path() -> None:
    # spelled in pieces, so that this file passes its own test
    hosts = ("pypi" + r"\.org", "python" + "hosted", "index" + "-url")
    paths = ("/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/")
    forbidden = re.compile("|".join([*hosts, *(rf"(?<![\w.]){path}" for path in paths)]), re.I)
    for path in tracked():
        if path.suffix in {".png", ".gz", ".jpg"} or not path.is_file():
            continue
        found = forbidden.search(path.read_bytes().decode("utf-8", "replace"))
        assert not found, f"{path.relative_to(ROOT)} holds {found and found.group()!r}"


def test_the_clock_is_not_read_by_what_must_be_reproducible() -> None:
    for path in [*PACKAGE.glob("stages/**/*.py"), *PACKAGE.glob("render/**/*.py")]:
        text = path.read_text("utf-8")
        assert not re.search(r"^\s*(import|from) (time|random|uuid|datetime)\b", text, re.M), path
