import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.entities.words import split_phrases, split_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("anti-inflammatory", ["anti", "inflammatory"]),
        ("Crohn's disease", ["crohn", "disease"]),
        ("Crohn’s disease", ["crohn", "disease"]),
        ("nausea/vomiting", ["nausea", "/", "vomiting"]),
        ("10mg daily", ["10", "mg", "daily"]),
        ("an IUD.", ["an", "iud", "."]),
        ("5-HT", ["5", "ht"]),
        ("pain - killer", ["pain", "-", "killer"]),
        ("blood  clot", ["blood", "clot"]),
        ("blood\nclot", ["blood", "\n", "clot"]),
        ("don't", ["don't"]),
        ("aspirin500 mg", ["aspirin", "500", "mg"]),
        ("CoQ10, BRCA1, B12", ["coq10", ",", "brca1", ",", "b12"]),
        ("", []),
    ],
)
def test_words_come_apart_alike_however_they_are_written(text: str, words: list[str]) -> None:
    assert split_words(text).folded == words


def test_every_word_knows_its_place() -> None:
    text = "St. John’s wort (Hypericum), 2–3 cups"
    words = split_words(text)
    written = [text[a:b] for a, b in zip(words.starts, words.ends, strict=True)]
    assert "John" in written
    assert "Hypericum" in written
    assert words.starts == sorted(words.starts)


@pytest.mark.parametrize(
    "run", ["(" * 50_000, "a" * 50_000, "x/" * 30_000, '"' * 50_000, "drug1" * 9_000]
)
def test_a_run_without_spaces_takes_no_squared_time(run: str) -> None:
    words = split_words(f"aspirin {run} ibuprofen")
    assert (words.folded[0], words.folded[-1]) == ("aspirin", "ibuprofen")
    assert words.starts[-1] == len("aspirin ") + len(run) + 1


def test_words_inside_a_run_without_spaces_are_found() -> None:
    run = "nausea/vomiting/" * 20
    assert split_words(run).folded[:3] == ["nausea", "/", "vomiting"]


_NAMES = st.text(alphabet="abkmsSt '-.12®é", max_size=12).map(lambda s: " ".join(s.split()))


@given(st.lists(_NAMES.filter(bool), min_size=1, max_size=6))
def test_a_name_comes_apart_as_it_does_in_a_text(names: list[str]) -> None:
    assert list(split_phrases(names)) == [tuple(split_words(name).folded) for name in names]


@given(st.from_regex(r"[A-Za-z]{1,8}( [A-Za-z]{1,8}){0,3}", fullmatch=True))
def test_a_plain_name_comes_apart_at_its_spaces(name: str) -> None:
    assert len(next(split_phrases([name]))) == name.count(" ") + 1
