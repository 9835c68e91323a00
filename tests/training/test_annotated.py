import gzip
import json
from pathlib import Path

import pytest

from pipeline.errors import SetupError
from pipeline.model.span import Span
from pipeline.training.annotated import Annotated, labels_of, read_annotated

GOOD = {"id": "1", "text": "Take aspirin.", "spans": [[5, 12, "Drug", ["D001241"]]]}


def write(path: Path, *rows: object) -> str:
    path.write_text(
        "".join(f"{r if isinstance(r, str) else json.dumps(r)}\n" for r in rows), "utf-8"
    )
    return str(path)


def test_sentences_are_read_with_their_spans_in_order(tmp_path: Path) -> None:
    row = {"text": "Fever, then rash.", "spans": [[12, 16, "B"], [0, 5, "A"]]}
    found = read_annotated(write(tmp_path / "a.jsonl", row, "", GOOD))
    assert found == (
        Annotated("Fever, then rash.", ((Span(0, 5), "A"), (Span(12, 16), "B"))),
        Annotated("Take aspirin.", ((Span(5, 12), "Drug"),)),
    )
    assert labels_of(found) == ("A", "B", "Drug")


def test_gzipped_files_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(GOOD).encode()))
    assert len(read_annotated(str(path))) == 1


@pytest.mark.parametrize(
    "bad",
    [
        "{",
        "[1]",
        {"text": 1, "spans": []},
        {"text": "a"},
        {"text": "a", "spans": {}},
        {"text": "Fever", "spans": [[0, 6, "A"]]},
        {"text": "Fever", "spans": [[3, 3, "A"]]},
        {"text": "Fever", "spans": [[-1, 3, "A"]]},
        {"text": "Fever", "spans": [[0, 3, ""]]},
        {"text": "Fever", "spans": [[0, 3]]},
        {"text": "Fever", "spans": [[0.0, 3.0, "A"]]},
        {"text": "Fever", "spans": [0]},
        "[" * 100_000,
    ],
)
def test_a_bad_line_is_refused_with_file_and_number(tmp_path: Path, bad: object) -> None:
    with pytest.raises(SetupError, match=r"a\.jsonl:2: ") as told:
        read_annotated(write(tmp_path / "a.jsonl", GOOD, bad))
    assert len(str(told.value)) < 400


def test_a_file_without_spans_teaches_nothing(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="1 sentences and no span"):
        read_annotated(write(tmp_path / "a.jsonl", {"text": "Fever", "spans": []}))
    with pytest.raises(SetupError, match="0 sentences and no span"):
        read_annotated(write(tmp_path / "b.jsonl"))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"none\.jsonl"):
        read_annotated(str(tmp_path / "none.jsonl"))
