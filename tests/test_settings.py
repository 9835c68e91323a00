from dataclasses import fields
from pathlib import Path

import pytest

from pipeline.errors import SetupError
from pipeline.settings import (
    CHOICES,
    LEAST,
    RESOURCES,
    SHARES,
    Settings,
    load_settings,
    with_keep,
)


def settings(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "pyproject.toml"
    path.write_text(text, "utf-8")
    return load_settings(path)


def test_no_file_and_no_section_mean_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml") == Settings()
    assert settings(tmp_path, "[project]\nname = 'x'") == Settings()


def test_values_are_read_with_dashes_or_underscores(tmp_path: Path) -> None:
    read = settings(
        tmp_path,
        "[tool.clean-corpus.review]\nhold-at = 'critical'\n"
        "[tool.clean-corpus.boilerplate]\nmax_cut_share = 1\n"
        "[tool.clean-corpus.language]\naccepted = ['en', 'de']\n",
    )
    assert read.review.hold_at == "critical"
    assert read.boilerplate.max_cut_share == 1.0
    assert read.language.accepted == ("en", "de")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[tool.clean-corpus]\nreviw = 1", "no setting 'reviw'; did you mean 'review'"),
        ("[tool.clean-corpus.review]\nhold = 1", "did you mean 'hold_at'"),
        ("[tool.clean-corpus.review]\nhold-at = 2", "must be a string, not 2"),
        ("[tool.clean-corpus.review]\nhold-at = 'high'", "one of info, minor, major, critical"),
        ("[tool.clean-corpus.run]\nworkers = 'two'", "must be a whole number"),
        ("[tool.clean-corpus.run]\nworkers = true", "must be a whole number"),
        ("[tool.clean-corpus.run]\nmax-failed-share = 3.0", "between 0 and 1"),
        ("[tool.clean-corpus.ingest]\nmax-bytes = 0", "at least 1"),
        ("[tool.clean-corpus.language]\naccepted = 'en'", "a list of strings"),
        ("[tool.clean-corpus.language]\naccepted = ['english']", "not 'english'"),
        ("[tool.clean-corpus.boilerplate]\nkeep = ['titel']", "one of title, byline, references"),
        ("[tool.clean-corpus.run]\nworkers = -1", "at least 0"),
        ("[tool.clean-corpus]\nreview = 1", "must be a table"),
        ("[tool.clean-corpus", "not readable as TOML"),
        ("tool = 3", "must be a table"),
        ("[tool]\nclean-corpus = 3", "must be a table"),
    ],
)
def test_mistakes_are_refused_with_what_was_meant(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(SetupError, match=says):
        settings(tmp_path, text)


def test_every_setting_is_checked() -> None:
    named = {f"{s.name}.{f.name}" for s in fields(Settings) for f in fields(s.default_factory())}
    assert named == {*SHARES, *LEAST, *CHOICES, *RESOURCES}


def test_what_is_kept_can_be_said_in_one_word_list() -> None:
    assert with_keep(Settings(), "title, byline").boilerplate.keep == ("title", "byline")
    assert with_keep(Settings(), "").boilerplate.keep == ()
    with pytest.raises(SetupError, match="'menu' is not one of"):
        with_keep(Settings(), "title,menu")
