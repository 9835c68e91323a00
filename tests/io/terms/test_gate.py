import pytest

from pipeline.io.terms.gate import is_capitals, trust_of
from pipeline.model.terms import Trust
from pipeline.stages.entities.words import split_words


@pytest.mark.parametrize(
    ("written", "trust"),
    [
        ("zelvatine", Trust.ANY),
        ("Morrow disease", Trust.ANY),
        ("vitamin A", Trust.ANY),
        ("ZELVATINE", Trust.ANY),  # shouted, no abbreviation
        ("MWD", Trust.CASED),
        ("SSRIs", Trust.CASED),
        ("HIV-1", Trust.CASED),
        ("can", Trust.LENDS),
        ("lead", Trust.LENDS),
        ("Leading", Trust.LENDS),
        ("ALL", Trust.LENDS),
        ("Clear Day", Trust.LENDS),
        ("stage 2", Trust.LENDS),
        ("Disease", Trust.LENDS),
        ("MI", Trust.LENDS),  # also a state, a note and a unit
        ("flu", Trust.LENDS),
        ("ab", Trust.LENDS),
        ("14", Trust.LENDS),
        ("", None),
        ("one of the very many things that a long name of this kind may go on to say", None),
    ],
)
def test_how_far_a_name_is_trusted(written: str, trust: Trust | None) -> None:
    assert trust_of(written, split_words(written).folded) is trust


def test_capitals_are_told_from_shouting() -> None:
    assert is_capitals("IUD")
    assert not is_capitals("IBUPROFEN")
    assert not is_capitals("Iud")
