"""Words keep what matters and forget what does not; sentences end where readers think they do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.shingles import MAX_SENTENCE, hash64, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Don’t stop", "don't STOP"),
        ("the ﬁrst ofﬁce", "the first office"),
        ("take  10\u00a0mg", "Take 10mg"),
        ("1,500 mg", "1500 mg"),
        ("2.50 ml", "2.5 ml"),
        ("0,5 mg", "0.5 mg"),
        ("“Rest”, he said.", "Rest he said"),
    ],
)
def test_form_is_forgotten(one: str, other: str) -> None:
    assert words_of(one).texts == words_of(other).texts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10 mg", "100 mg"),
        ("0.5 mg", "5 mg"),
        ("1.5 mg", "15 mg"),
        ("10² cells", "102 cells"),
        ("1½ tablets", "1 tablets"),
        ("< 5 g", "> 5 g"),
        ("5 mg", "5 µg"),
        ("5 %", "5"),
        ("1.2.2024", "1.22.2024"),
    ],
)
def test_meaning_is_kept(one: str, other: str) -> None:
    assert words_of(one).texts != words_of(other).texts


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One ends. Two begins! Three? Yes.", 4),
        ("Dr. Stone saw approx. ten of them.", 1),
        ("Some animals, e.g. pigs, are carriers.", 1),
        ("It was lost.The next one follows.", 2),
        ("A dose of 2.5 mg is small.", 1),
        ("hard wrapped lines that\ngo on in the next", 1),
        ("A heading\n\nand a paragraph", 2),
        ("Signs:\n- fever\n- chills", 3),
        ("Signs are - fever - chills", 3),
        ("the end. the next was badly typed", 2),
        ("", 0),
        ("… — !", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(words_of(text).sentences()) == count


def test_text_without_punctuation_is_cut_somewhere() -> None:
    sentences = words_of("word " * (3 * MAX_SENTENCE + 1)).sentences()
    assert [len(s) for s in sentences] == [MAX_SENTENCE] * 3 + [1]


@given(st.text(max_size=200))
def test_places_are_places(text: str) -> None:
    words = words_of(text)
    assert len(words.texts) == len(words.starts) == len(words.ends)
    before = 0
    for start, end in zip(words.starts, words.ends, strict=True):
        assert before <= start < end <= len(text)
        before = end
    assert sum(len(s) for s in words.sentences()) == len(words.texts)


@pytest.mark.parametrize("text", ["." * 100_000 + "_", "a." * 50_000, "'" * 100_000, "1," * 50_000])
def test_hostile_text_is_read_once(text: str) -> None:
    assert len(words_of(text).texts) <= len(text)


def test_hashes_are_for_ever() -> None:
    """Stored surveys are joined on these: another value is another format."""
    assert hash64("gout") == int.from_bytes(bytes.fromhex("6d0cd8de75638fb1"), "little")
