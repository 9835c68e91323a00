import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import SetupError
from pipeline.io.terms.lookup import TermIndex, index_at
from pipeline.io.terms.record import Record
from pipeline.io.terms.schema import Release
from pipeline.io.terms.writer import Name, replacing
from pipeline.model.terms import Trust
from pipeline.stages.entities.trie import PhraseTrie

WORDS = st.sampled_from(["ache", "of", "the", "knee", "glimmer", "é", "\n", "1"])
PHRASES = st.lists(
    st.lists(WORDS.filter(str.strip), min_size=1, max_size=4), min_size=1, max_size=9
)


def write(index: Path, phrases: list[list[str]], release: str = "a", rank: int = 0) -> None:
    with replacing(index, Release(release, "tsv", rank, (), "CC0", "")) as writer:
        for at, phrase in enumerate(phrases):
            said = " ".join(phrase)
            record = Record(f"{release}:{at}", "SYMPTOM", said, (said,))
            writer.add(record, [Name(said, said, Trust.ANY)])
        writer.close({})


@settings(max_examples=60, deadline=None)
@given(PHRASES, st.lists(WORDS, min_size=1, max_size=12))
def test_the_answer_is_that_of_a_tree_in_memory(
    tmp_path_factory: pytest.TempPathFactory, phrases: list[list[str]], text: list[str]
) -> None:
    index = tmp_path_factory.mktemp("i") / "terms.sqlite"
    write(index, phrases)
    tree: PhraseTrie[str] = PhraseTrie()
    for at, phrase in enumerate(phrases):
        tree.add(phrase, f"a:{at}")
    opened = TermIndex(index)
    for start in range(len(text)):
        found = [(end, [t.concept.id for t in terms]) for end, terms in opened.walk(text, start)]
        assert found == tree.walk(text, start)
    opened.close()


def test_the_most_trusted_release_answers_first(tmp_path: Path) -> None:
    index = tmp_path / "terms.sqlite"
    for name, rank in (("a late one", 5), ("the early one", 1)):
        write(index, [["ache"]], name, rank)
    opened = TermIndex(index)
    assert [term.concept.source for term in opened.terms("ache")] == ["the early one", "a late one"]
    opened.close()


def test_a_half_surrogate_in_a_text_is_no_trouble(tmp_path: Path) -> None:
    index = tmp_path / "terms.sqlite"
    write(index, [["ache"]])
    opened = TermIndex(index)
    assert opened.terms("\ud800") == ()
    assert opened.walk(["\ud800", "ache"], 0) == []
    opened.close()


def test_what_is_remembered_has_a_bound(tmp_path: Path) -> None:
    index = tmp_path / "terms.sqlite"
    write(index, [["ache"]] * 40)
    opened = TermIndex(index)
    assert len(opened.terms("ache")) == 16
    opened.close()


def test_an_index_is_checked_when_it_is_named_and_opened_later(tmp_path: Path) -> None:
    assert index_at("") is None
    with pytest.raises(SetupError, match="no such index"):
        index_at(str(tmp_path / "none.sqlite"))
    index = tmp_path / "odd name #1?.sqlite"
    write(index, [["ache"]])
    file = index_at(str(index))
    assert file is not None
    assert file == index_at(str(index))
    assert [term.written for term in file().terms("ache")] == ["ache"]


ASK = """
import sys
from pathlib import Path
from pipeline.io.terms.lookup import TermIndex
print([term.concept.id for term in TermIndex(Path(sys.argv[1])).terms("ache")])
"""


def test_several_processes_may_ask_at_once(tmp_path: Path) -> None:
    index = tmp_path / "terms.sqlite"
    write(index, [["ache"]])
    opened = TermIndex(index)
    command = [sys.executable, "-c", ASK, str(index)]
    others = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [other.communicate()[0].strip() for other in others] == ["['a:0']"] * 2
    assert [term.concept.id for term in opened.terms("ache")] == ["a:0"]
    opened.close()
