"""One frozen `Settings`, read strictly from `[tool.clean-corpus]` in pyproject.toml.

A typing error in a settings file must not silently run with the default: an unknown key is
refused with the nearest valid name, a value of the wrong type with what was expected.
"""

from __future__ import annotations

import difflib
import tomllib
from dataclasses import dataclass, field, fields, is_dataclass, replace
from operator import attrgetter
from pathlib import Path
from typing import Any, get_type_hints

from pipeline.errors import SetupError
from pipeline.model.changes import Severity
from pipeline.stages.boilerplate.settings import KEEP_KINDS, BoilerplateSettings
from pipeline.stages.dedup.settings import DedupSettings
from pipeline.stages.entities.settings import EntitySettings
from pipeline.stages.ingest import IngestSettings
from pipeline.stages.language import LanguageSettings
from pipeline.stages.review import ReviewSettings
from pipeline.text.languages import NAMES

SECTION = "tool.clean-corpus"

SHARES = (
    "boilerplate.max_cut_share",
    "dedup.candidate_similarity",
    "dedup.merge_coverage",
    "dedup.contained_coverage",
    "run.max_failed_share",
)
"""Settings that lie between 0 and 1."""

LEAST = {
    "ingest.max_bytes": 1,
    "ingest.max_characters": 1,
    "ingest.max_elements": 1,
    "ingest.max_depth": 1,
    "boilerplate.template_min_pages": 1,
    "language.min_letters": 0,
    "language.sample_letters": 1,
    "dedup.quote_words": 1,
    "dedup.siblings": 0,
    "run.workers": 0,
    "run.page_seconds": 1,
}
"""Settings that count something, and the least that makes sense."""

CHOICES = {
    "boilerplate.keep": KEEP_KINDS,
    "language.accepted": tuple(NAMES),
    "review.hold_at": tuple(severity.label for severity in Severity),
}
"""Settings in words, and the words there are."""

RESOURCES = ("entities.terms", "entities.model", "entities.model_labels")
"""Settings that name a file or a package, or explain it: what they say is checked where it is
opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSettings:
    """`max_failed_share` is the share of failed pages above which a run exits 1."""

    workers: int = 0
    page_seconds: int = 60
    max_failed_share: float = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that can be set; sections are named after the stages."""

    ingest: IngestSettings = field(default_factory=IngestSettings)
    boilerplate: BoilerplateSettings = field(default_factory=BoilerplateSettings)
    language: LanguageSettings = field(default_factory=LanguageSettings)
    entities: EntitySettings = field(default_factory=EntitySettings)
    dedup: DedupSettings = field(default_factory=DedupSettings)
    review: ReviewSettings = field(default_factory=ReviewSettings)
    run: RunSettings = field(default_factory=RunSettings)


def load_settings(path: Path | None = None) -> Settings:
    """Settings from `path`, or from ./pyproject.toml if it is there, or the defaults.

    Raises SetupError on unreadable TOML, an unknown key or a wrong type.
    """
    path = path or Path("pyproject.toml")
    if not path.exists():
        return Settings()
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SetupError(f"{path}: not readable as TOML: {error}") from error
    for key in SECTION.split("."):
        table = table.get(key, {})
        if not isinstance(table, dict):
            raise SetupError(f"{path}: {key} must be a table, not {table!r}")
    settings = _build(Settings, table, SECTION, path)
    assert isinstance(settings, Settings)
    _check_values(settings, path)
    return settings


def _build(kind: type[Any], table: dict[str, Any], where: str, path: Path) -> Any:
    """An instance of dataclass `kind` from a TOML table."""
    names = [f.name for f in fields(kind)]
    hints = get_type_hints(kind)
    values: dict[str, Any] = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        if name not in names:
            near = difflib.get_close_matches(name, names, n=1, cutoff=0.0)
            raise SetupError(f"{path}: [{where}] has no setting {key!r}; did you mean {near[0]!r}?")
        values[name] = _cast(hints[name], value, f"{where}.{key}", path)
    return kind(**values)


def _cast(hint: Any, value: Any, where: str, path: Path) -> Any:
    """`value` as `hint`, or a SetupError that says what was expected."""
    if is_dataclass(hint) and isinstance(hint, type) and isinstance(value, dict):
        return _build(hint, value, where, path)
    if hint == tuple[str, ...]:
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        raise SetupError(f"{path}: {where} must be a list of strings, not {value!r}")
    if hint is float and type(value) is int:
        return float(value)
    if type(value) is hint:
        return value
    expected = (
        "a table"
        if is_dataclass(hint)
        else {int: "a whole number", float: "a number"}.get(hint, "a string")
    )
    raise SetupError(f"{path}: {where} must be {expected}, not {value!r}")


def _check_values(settings: Settings, path: Path) -> None:
    """Refuse values that have the right type and make no sense."""
    for name in SHARES:
        share = attrgetter(name)(settings)
        if not 0.0 <= share <= 1.0:
            raise SetupError(f"{path}: {SECTION}.{name} must lie between 0 and 1, not {share}")
    for name, least in LEAST.items():
        count = attrgetter(name)(settings)
        if count < least:
            raise SetupError(f"{path}: {SECTION}.{name} must be at least {least}, not {count}")
    for name, known in CHOICES.items():
        value = attrgetter(name)(settings)
        for word in (value,) if isinstance(value, str) else value:
            if word not in known:
                must = f"must be one of {', '.join(known)}, not {word!r}"
                raise SetupError(f"{path}: {SECTION}.{name} {must}")


def with_keep(settings: Settings, kinds: str) -> Settings:
    """`settings` with only `kinds` (comma-separated) of page furniture counted as article.

    Raises SetupError on a kind that is not one.
    """
    keep = tuple(kind.strip() for kind in kinds.split(",") if kind.strip())
    for kind in keep:
        if kind not in KEEP_KINDS:
            raise SetupError(f"--keep: {kind!r} is not one of {', '.join(KEEP_KINDS)}")
    return replace(settings, boilerplate=replace(settings.boilerplate, keep=keep))
