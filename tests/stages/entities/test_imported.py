"""Imported names beside the lexicon's own, with an index made of a dictionary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.model.mention import Link
from pipeline.model.terms import ImportedConcept, ImportedTerm, Trust
from pipeline.stages.entities.imported import ImportedTerms
from pipeline.stages.entities.stage import find_mentions
from pipeline.stages.entities.tagger import Tagger


class Known:
    """Terms in memory, by folded phrase."""

    def __init__(self, *terms: tuple[str, ImportedTerm]) -> None:
        self.held: dict[str, tuple[ImportedTerm, ...]] = {}
        for phrase, term in terms:
            self.held[phrase] = (*self.held.get(phrase, ()), term)

    def walk(self, words: Sequence[str], start: int) -> list[tuple[int, tuple[ImportedTerm, ...]]]:
        ends = range(len(words), start, -1)
        return [(e, t) for e in ends if (t := self.terms(" ".join(words[start:e])))]

    def terms(self, phrase: str) -> tuple[ImportedTerm, ...]:
        return self.held.get(phrase, ())


def term(
    written: str,
    label: str = "CONDITION",
    trust: Trust = Trust.ANY,
    codes: tuple[tuple[str, str], ...] = (),
    cues: tuple[str, ...] = (),
    source: str = "Invented",
) -> tuple[str, ImportedTerm]:
    concept = ImportedConcept(f"x:{written}", label, written, codes, cues, source)
    return written.lower(), ImportedTerm(concept, written, trust)


def links(text: str, tagger: Tagger, *terms: tuple[str, ImportedTerm]) -> dict[str, Link | None]:
    both = replace(tagger, imported=ImportedTerms(Known(*terms)))
    return {m.span.of(text): m.link for m in find_mentions(text, both)}


def codes(link: Link | None) -> dict[str, str]:
    assert link is not None
    return dict(link.codes)


def test_a_name_only_a_release_knows_is_a_mention(tagger: Tagger) -> None:
    found = links(
        "He has Morrow folly.", tagger, term("Morrow folly", codes=(("mesh", "D990001"),))
    )
    link = found["Morrow folly"]
    assert link is not None
    assert (link.concept, link.source, link.codes) == (
        "x:Morrow folly", "Invented", (("mesh", "D990001"),),
    )  # fmt: skip


def test_of_the_same_words_the_lexicon_keeps_its_meaning(tagger: Tagger) -> None:
    found = links("Take aspirin.", tagger, term("aspirin", "CONDITION", codes=(("x", "1"),)))
    link = found["aspirin"]
    assert link is not None
    assert link.concept == "drug:aspirin"
    assert "x" not in codes(link)  # another label, another thing


def test_codes_are_added_where_the_lexicon_has_none(tagger: Tagger) -> None:
    more = (("rxcui", "0"), ("unii", "AA"))
    found = links("Take aspirin.", tagger, term("aspirin", "DRUG", codes=more))
    plain = links("Take aspirin.", tagger)
    assert codes(found["aspirin"]) == {**codes(plain["aspirin"]), "unii": "AA"}


def test_another_name_of_a_concept_gets_the_codes_of_its_preferred_one(tagger: Tagger) -> None:
    found = links(
        "Take acetylsalicylic acid.", tagger, term("aspirin", "DRUG", codes=(("x", "1"),))
    )
    assert codes(found["acetylsalicylic acid"])["x"] == "1"


def test_releases_add_to_one_another(tagger: Tagger) -> None:
    first = term("morrow folly", codes=(("mesh", "D1"),), source="one")
    second = term("morrow folly", codes=(("mesh", "D2"), ("umls", "C2")), source="two")
    link = links("morrow folly", tagger, first, second)["morrow folly"]
    assert link is not None
    assert link.source == "one"
    assert codes(link) == {"mesh": "D1", "umls": "C2"}


@pytest.mark.parametrize(
    ("text", "trust", "found"),
    [
        ("a morrow", Trust.ANY, True),
        ("a Morrow", Trust.LENDS, False),
        ("a morrow", Trust.CASED, False),
        ("a MORROW", Trust.CASED, True),
        ("a morrow", Trust.CUE, False),
        ("a morrow on the skin", Trust.CUE, True),
    ],
)
def test_a_name_stands_as_far_as_it_is_trusted(
    tagger: Tagger, text: str, trust: Trust, found: bool
) -> None:
    written = "MORROW" if trust is Trust.CASED else "morrow"
    got = links(text, tagger, term(written, trust=trust, cues=("skin",)))
    assert any(word.lower() == "morrow" for word in got) is found


def test_a_name_that_only_lends_still_lends(tagger: Tagger) -> None:
    lends = term("aspirin", "DRUG", Trust.LENDS, codes=(("x", "1"),))
    assert codes(links("Take aspirin.", tagger, lends)["aspirin"])["x"] == "1"


def test_an_idiom_stays_silent(tagger: Tagger) -> None:
    assert links("On the other hand, rest.", tagger, term("on the other hand")) == {}
