"""The reader of the gold, without which no figure means anything."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent


@pytest.mark.parametrize("name", ["doses.txt", "qualifiers.txt", "links.txt"])
def test_gold_is_the_one_that_the_floors_were_measured_on(
    name: str, floors: dict[str, Any]
) -> None:
    assert sha256((HERE / name).read_bytes()).hexdigest() == floors["sha256"][name]


def test_marks_are_read_with_their_places_and_may_nest(
    tmp_path: Path, read_gold: Callable[[str], Any]
) -> None:
    path = tmp_path / "gold.txt"
    path.write_text("leaflet: Take [[two [[5 mg|STRENGTH]] pills|DOSE]] [x|y] now.\n", "utf-8")
    (item,) = read_gold(str(path))
    assert (item.style, item.text) == ("leaflet", "Take two 5 mg pills [x|y] now.")
    assert [(item.text[m.start : m.end], m.label) for m in item.marks] == [
        ("two 5 mg pills", "DOSE"),
        ("5 mg", "STRENGTH"),
    ]


@pytest.mark.parametrize("line", ["x: [[a|b", "x: a|b]]"])
def test_a_mark_that_does_not_close_is_refused(
    line: str, tmp_path: Path, read_gold: Callable[[str], Any]
) -> None:
    path = tmp_path / "gold.txt"
    path.write_text(line, "utf-8")
    with pytest.raises((ValueError, IndexError)):
        read_gold(str(path))
