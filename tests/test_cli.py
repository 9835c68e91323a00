"""The command line as a person or a script meets it."""

import gzip
import json
from pathlib import Path

import pytest

from pipeline.cli import COMMANDS, main

ARTICLE = "How to rest\n\n" + "Sleep well and drink water when you are thirsty, every day. " * 8


def test_every_command_teaches(capsys: pytest.CaptureFixture[str]) -> None:
    for command in COMMANDS:
        with pytest.raises(SystemExit) as stop:
            main([command, "--help"])
        assert stop.value.code == 0
        text = capsys.readouterr().out
        assert "example:" in text
        assert "exit codes:" in text


def test_run_and_audit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text(ARTICLE)
    where = [
        str(tmp_path / "raw"),
        "--clean",
        str(tmp_path / "c"),
        "--reports",
        str(tmp_path / "r"),
    ]
    assert main(["run", *where]) == 0
    said = capsys.readouterr()
    assert "1  clean" in said.out
    assert said.err == ""
    assert main(["run", *where]) == 0
    assert "Nothing changed" in capsys.readouterr().out
    assert main(["audit", *where]) == 0
    assert "ok  same in, same out" in capsys.readouterr().out
    next((tmp_path / "c").glob("*/*.md")).write_text("x")
    assert main(["audit", "--quick", *where]) == 1
    assert "FAULT" in capsys.readouterr().out


def test_trouble_with_the_set_up_is_one_line_and_exit_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["run", str(tmp_path / "none")]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "no such folder" in error


def annotate(tmp_path: Path, rows: list[str], *more: str) -> list[dict[str, object]]:
    source, sink = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("\n".join(rows) + "\n", "utf-8")
    assert main(["annotate", str(source), "-o", str(sink), *more]) == 0
    return [json.loads(row) for row in sink.read_text("utf-8").splitlines()]


def test_annotate_answers_every_line_in_order(tmp_path: Path) -> None:
    rows = [
        json.dumps({"id": "t", "text": ARTICLE}),
        "not json",
        json.dumps({"id": "h", "html": "<h1>Rest</h1><p>" + ARTICLE + "</p>", "site": "x.example"}),
        "[1]",
        json.dumps({"id": "both", "text": "a", "html": "b"}),
        json.dumps({"id": "none"}),
        json.dumps({"id": "empty", "text": ""}),
        json.dumps({"id": "half \ud800", "text": ARTICLE}),
    ]
    for workers in ("1", "2"):
        found = annotate(tmp_path, rows, "--workers", workers)
        assert [r["id"] for r in found][:7] == [
            "t",
            "line-2",
            "h",
            "line-4",
            "both",
            "none",
            "empty",
        ]
        assert [r["status"] for r in found[:7]] == [
            "emitted",
            "set_aside",
            "emitted",
            *["set_aside"] * 4,
        ]
        assert found[0]["page_text"] == ARTICLE
        assert "exactly one of" in str(found[4]["reason"])


def test_annotate_reads_gzip(tmp_path: Path) -> None:
    source, sink = tmp_path / "in.jsonl.gz", tmp_path / "out.jsonl"
    source.write_bytes(gzip.compress(json.dumps({"id": 1, "text": ARTICLE}).encode()))
    assert main(["annotate", str(source), "-o", str(sink)]) == 0
    assert json.loads(sink.read_text())["id"] == "1"


def test_annotate_names_an_unreadable_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["annotate", "none.jsonl"]) == 2
    assert "cannot read none.jsonl" in capsys.readouterr().err


def test_check_says_what_fires_and_what_was_let_go(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "Take 2 g of paracetamol every 4 hours."]) == 0
    fired = capsys.readouterr().out
    assert "max_daily_dose" in fired
    assert "4,000 mg" in fired
    assert main(["check", "Never take 2 g of paracetamol every 4 hours."]) == 0
    passed = capsys.readouterr().out
    assert "forbidden" in passed
    assert "nothing" in passed.lower()


def test_explain_tells_a_pages_story(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.txt"
    page.write_text(ARTICLE + "\n\nTake 2 g of paracetamol every 4 hours.\n")
    assert main(["explain", str(page)]) == 0
    assert "paracetamol" in capsys.readouterr().out
    assert main(["explain", str(tmp_path / "none.txt")]) == 2
    assert "none.txt" in capsys.readouterr().err


def test_rules_lists_and_shows_and_guesses(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    listed = capsys.readouterr().out
    first = next(word for word in listed.split() if word.startswith("DOSE"))
    assert main(["rules", first]) == 0
    assert first in capsys.readouterr().out
    assert main(["rules", first[:-1] + "x"]) == 2
    assert "did you mean" in capsys.readouterr().err


def test_nothing_found_is_not_a_crash_without_debug(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("pipeline.book.all_rules", broken)
    assert main(["rules"]) == 2
    error = capsys.readouterr().err
    assert "internal error: RuntimeError: boom" in error
    assert "Traceback" not in error
    with pytest.raises(RuntimeError):
        main(["rules", "--debug"])


@pytest.mark.parametrize(("failed", "code"), [(0, 0), (5, 0), (6, 1)])
def test_annotate_ends_with_1_when_too_many_pages_failed(
    failed: int, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = ['{"status": "failed"}'] * failed + ['{"status": "emitted"}'] * (100 - failed)
    monkeypatch.setattr("pipeline.annotate.annotate", lambda *_: iter(said))
    source = tmp_path / "in.jsonl"
    source.write_text("")
    assert main(["annotate", str(source), "-o", str(tmp_path / "out.jsonl")]) == code
