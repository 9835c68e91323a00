import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import SetupError
from pipeline.io.terms import results

LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=30)
ROWS = st.lists(st.dictionaries(st.text(max_size=5), LEAVES, max_size=3), max_size=8)


@given(ROWS, st.integers(1, 40), st.sampled_from([None, 1]), st.booleans())
def test_results_come_as_they_were_written_however_the_pieces_fall(
    tmp_path_factory: pytest.TempPathFactory, rows, piece: int, indent, ascii_only: bool
) -> None:
    path = tmp_path_factory.mktemp("r") / "f.json"
    whole = {"meta": {"results": [1, "]"]}, "results": rows, "more": 1}
    path.write_text(json.dumps(whole, indent=indent, ensure_ascii=ascii_only), "utf-8", "replace")
    before, results.PIECE = results.PIECE, piece
    try:
        found = list(results.results(path))
    finally:
        results.PIECE = before
    assert [at for at, _ in found] == list(range(1, len(rows) + 1))
    assert [row for _, row in found] == json.loads(path.read_text("utf-8"))["results"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ('{"results": [{"a": 1}, {"b": 2', 2),
        ('{"results": [{"a": 1} {"b": 2}]}', 1),
        ('{"results": [{"a": 1}, 7]}', 2),
        ('{"results": [{"a": 1}', 1),
        ('{"results": [' + "[" * 100_000, 1),
    ],
)
def test_damage_is_named_by_the_number_of_the_result(tmp_path, text: str, number: int) -> None:
    path = tmp_path / "f.json"
    path.write_text(text)
    with pytest.raises(SetupError, match=f"result {number} is damaged"):
        list(results.results(path))


def test_a_result_without_an_end_is_refused_before_it_fills_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "PIECE", 100)
    monkeypatch.setattr(results, "LONGEST", 1_000)
    path = tmp_path / "f.json"
    path.write_text('{"results": [{"a": "' + "x" * 50_000)
    with pytest.raises(SetupError, match="longer than 1,000 characters"):
        list(results.results(path))


def test_the_first_result_is_there_before_the_last_is_read(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(results, "PIECE", 64)
    path = tmp_path / "f.json"
    path.write_text('{"results": [{"a": 1}, ' + '{"b": 2}, ' * 100 + "broken")
    assert next(results.results(path)) == (1, {"a": 1})
