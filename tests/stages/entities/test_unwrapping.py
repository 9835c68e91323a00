from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.span import Span
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.unwrapping import unwrap
from pipeline.stages.entities.words import split_words

WRAPPED = "The leaflet says it may sometimes cause a bad\nheadache in adults."


def unwrapped(text: str) -> list[str]:
    return unwrap(text, split_words(text), [], {})[0].folded


def test_a_long_line_that_goes_on_small_was_wrapped() -> None:
    assert "\n" not in unwrapped(WRAPPED)


def test_short_lines_headings_and_paragraphs_end() -> None:
    assert "\n" in unwrapped("asthma\nulcers")
    assert "\n" in unwrapped(WRAPPED.replace("headache", "Headache"))
    assert "\n" in unwrapped(WRAPPED.replace("\n", "\n\n"))
    assert "\n" in unwrapped(WRAPPED.replace("bad", "rash:"))


def test_a_small_hole_in_a_line_ends_nothing_a_wide_one_does() -> None:
    assert "\n" not in unwrapped("a bad   headache")
    assert "\n" in unwrapped("a bad      headache")
    assert "\n" not in unwrapped("History:      headache")


def test_an_item_of_the_page_gets_its_bullet() -> None:
    text = "Avoid it if\nasthma"
    laid, _ = unwrap(text, split_words(text), [], {text.index("asthma"): "•"})
    assert laid.folded == ["avoid", "it", "if", "\n", "•", "asthma"]


def test_a_written_bullet_gets_no_second() -> None:
    text = "Avoid it if\n- asthma"
    laid, _ = unwrap(text, split_words(text), [], {text.index("asthma"): "•"})
    assert laid.folded[4:] == ["-", "asthma"]


def test_a_blank_line_is_two_line_ends() -> None:
    assert unwrapped("asthma\n\nfever") == ["asthma", "\n", "\n", "fever"]


@given(st.text(alphabet="ab.:- \n", max_size=200))
def test_mentions_keep_their_words(text: str) -> None:
    words = split_words(text)
    places = [at for at, word in enumerate(words.folded) if word != "\n"]
    hits = [Hit(at, at + 1, Span(0, 1), "DRUG", None) for at in places]
    slim, moved = unwrap(text, words, hits, {0: "•"})
    assert [slim.folded[hit.first] for hit in moved] == [words.folded[at] for at in places]
    assert all(hit.last == hit.first + 1 for hit in moved)
