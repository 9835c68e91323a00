import pytest

from pipeline.stages.entities.trie import PhraseTrie


def trie(*phrases: str) -> PhraseTrie[str]:
    made: PhraseTrie[str] = PhraseTrie()
    for phrase in phrases:
        made.add(phrase.split(), phrase)
    return made


def test_walk_gives_every_phrase_from_a_place_longest_first() -> None:
    found = trie("a b c", "a", "a b", "b c").walk(["x", "a", "b", "c"], 1)
    assert found == [(4, ["a b c"]), (3, ["a b"]), (2, ["a"])]


def test_longest_never_overlaps() -> None:
    found = list(trie("a b", "b c", "c").longest(["a", "b", "c"]))
    assert found == [(0, 2, "a b"), (2, 3, "c")]


def test_one_phrase_may_stand_for_several_things_in_the_order_given() -> None:
    made = trie("a")
    made.add(["a"], "second")
    assert made.walk(["a"], 0) == [(1, ["a", "second"])]


def test_an_empty_phrase_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one word"):
        trie("")


def test_no_word_of_a_text_is_taken_for_the_end_of_a_phrase() -> None:
    assert trie("a").walk(["a", ""], 0) == [(1, ["a"])]
