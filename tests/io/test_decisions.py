import json
from pathlib import Path

import pytest

from pipeline.errors import SetupError
from pipeline.io.decisions import read_decisions


def event(**values: str) -> str:
    return json.dumps(
        {"id": "1", "at": "2026-01-01T00:00:00Z", "by": "A", "page": "p", "reason": "r", **values}
    )


def log(tmp_path: Path, *rows: str, end: str = "\n") -> Path:
    path = tmp_path / "decisions.jsonl"
    path.write_text("\n".join(rows) + end, "utf-8")
    return path


def test_no_log_is_an_empty_log(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "none.jsonl").decisions == ()


def test_order_in_the_file_means_nothing(tmp_path: Path) -> None:
    early = event(id="b", action="dismiss", fingerprint="f")
    late = event(id="a", at="2026-01-02T00:00:00Z", action="accept", fingerprint="f")
    one = read_decisions(log(tmp_path, early, late)).decisions
    two = read_decisions(log(tmp_path, late, early, late)).decisions
    assert [d.id for d in one] == ["b", "a"]
    assert one == two


def test_undo_takes_back_and_undoing_the_undo_brings_back(tmp_path: Path) -> None:
    first = event(id="1", action="dismiss", fingerprint="f")
    undo = event(id="2", at="2026-01-02T00:00:00Z", action="undo", undoes="1")
    redo = event(id="3", at="2026-01-03T00:00:00Z", action="undo", undoes="2")
    assert read_decisions(log(tmp_path, first, undo)).decisions == ()
    assert [d.id for d in read_decisions(log(tmp_path, first, undo, redo)).decisions] == ["1"]


def test_a_torn_last_line_is_set_aside_and_said(tmp_path: Path) -> None:
    whole = event(action="dismiss", fingerprint="f")
    result = read_decisions(log(tmp_path, whole, whole[:40], end=""))
    assert len(result.decisions) == 1
    assert "line 2 is torn" in result.notes[0]


def test_a_last_line_that_is_whole_but_wrong_is_not_torn(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="unknown keys colour"):
        read_decisions(log(tmp_path, event(action="note", colour="red"), end=""))


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("<<<<<<< HEAD", "line 1"),
        ("[]", "not a JSON object"),
        ("[" * 200_000, "line 1"),
        (event(action="explode"), "explode"),
        (event(action="dismiss", colour="red"), "unknown keys colour"),
        (event(), "needs action"),
        (event(action="dismiss"), "dismiss needs fingerprint"),
        (event(action="dismiss", fingerprint="f", reason=" "), "dismiss needs reason"),
        (event(action="undo"), "undo needs undoes"),
        (event(action="note", at="yesterday"), "date and time"),
        (event(action="note", at="2026-01-01T00:00:00"), "time zone"),
        ('{"id": 1, "at": "x", "by": "y", "action": "note", "page": "p"}', "must be a string"),
    ],
)
def test_any_other_damage_stops_the_run(tmp_path: Path, row: str, says: str) -> None:
    with pytest.raises(SetupError, match=says):
        read_decisions(log(tmp_path, row, event(action="note")))


def test_one_id_is_one_event(tmp_path: Path) -> None:
    one, other = event(action="note"), event(action="note", reason="another")
    assert len(read_decisions(log(tmp_path, one, one)).decisions) == 1
    with pytest.raises(SetupError, match="line 2: the id '1' is taken"):
        read_decisions(log(tmp_path, one, other))


def test_time_zones_are_compared_and_an_undo_needs_no_page(tmp_path: Path) -> None:
    early = event(id="b", at="2026-01-01T12:00:00+02:00", action="dismiss", fingerprint="f")
    late = event(id="a", at="2026-01-01T11:00:00+00:00", action="accept", fingerprint="f")
    assert [d.id for d in read_decisions(log(tmp_path, late, early)).decisions] == ["b", "a"]
    undo = json.dumps(
        {"id": "u", "at": "2026-01-02T00:00:00Z", "by": "A", "action": "undo", "undoes": "a"}
    )
    assert [d.id for d in read_decisions(log(tmp_path, late, early, undo)).decisions] == ["b"]


def test_taking_back_what_is_not_there_is_said(tmp_path: Path) -> None:
    result = read_decisions(log(tmp_path, event(action="undo", undoes="gone")))
    assert "takes back gone" in result.notes[0]


def test_a_byte_order_mark_is_no_damage(tmp_path: Path) -> None:
    path = log(tmp_path, event(action="note"))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert len(read_decisions(path).decisions) == 1
