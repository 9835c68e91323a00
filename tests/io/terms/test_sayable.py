import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.io.terms.sayable import LONGEST, calm, say


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Morrow disease, unspecified", ("Morrow disease",)),
        ("Morrow disease NOS", ("Morrow disease",)),
        ("[D]Glimmer ache", ("Glimmer ache",)),
        ("Morrow disease (disorder)", ("Morrow disease (disorder)", "Morrow disease")),
        ("Essential (primary) ache", ("Essential (primary) ache", "Essential ache")),
        ("  two\t spaces ", ("two spaces",)),
        ("5", ()),
        ("x", ()),
        ("", ()),
        ("bell\x07ringing", ()),
        ("lost \ufffd letters", ()),
        ("half \ud800 pair", ()),
        ("long " * 40, ()),
    ],
)
def test_names_as_people_say_them(name: str, said: tuple[str, ...]) -> None:
    assert say(name) == said


@given(st.text(max_size=200))
def test_whatever_is_said_is_one_short_printable_line(name: str) -> None:
    for form in say(name):
        assert form.isprintable()
        assert form == form.strip()
        assert "  " not in form
        assert 0 < len(form) <= LONGEST


def test_only_shouted_names_are_calmed() -> None:
    assert [calm(n) for n in ("ZELVARA PLUS", "ZelvaRA", "zelvara")] == [
        "Zelvara plus", "ZelvaRA", "zelvara",
    ]  # fmt: skip
