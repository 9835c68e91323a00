from pathlib import Path

import pytest

from pipeline.errors import SetupError
from pipeline.io.terms import xml


def test_elements_are_freed_when_the_next_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "f.xml"
    path.write_text("<all>" + "<one><n>x</n></one>" * 10_000 + "</all>")
    found = xml.elements(path, "one")
    first = next(found)
    assert first.findtext("n") == "x"
    held = max(len(element.getparent()) for element in found)
    assert held < 5_000, "more is held than one piece of the file"
    assert len(first) == 0


def test_the_first_element_decides(tmp_path: Path) -> None:
    path = tmp_path / "f.xml"
    path.write_text("<all/>")
    assert xml.root_of(path, ("all", "none")) == "all"
    with pytest.raises(
        SetupError, match="expected XML that begins with <one> or <two>; found '<all>'"
    ):
        xml.root_of(path, ("one", "two"))
    path.write_text("no markup")
    with pytest.raises(SetupError, match="found 'no markup'"):
        xml.root_of(path, ("one",))


def test_a_bomb_of_entities_does_not_go_off(tmp_path: Path) -> None:
    bombs = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    path = tmp_path / "f.xml"
    path.write_text(f'<!DOCTYPE all [<!ENTITY e0 "boom">{bombs}]><all><one>&e8;</one></all>')
    with pytest.raises(SetupError, match="damaged XML"):
        list(xml.elements(path, "one"))


def test_endless_nesting_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "f.xml"
    path.write_text("<all>" + "<deep>" * 5_000)
    with pytest.raises(SetupError, match="damaged XML"):
        list(xml.elements(path, "one"))
