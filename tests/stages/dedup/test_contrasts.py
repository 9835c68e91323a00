"""Bad rewriting is not a deliberate word, and a site's own title settles nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.model.ledger import Ledger
from pipeline.stages.dedup.align import align
from pipeline.stages.dedup.contrasts import find_contrasts, phrase, same_subject
from pipeline.stages.dedup.survey import take_survey
from pipeline.stages.dedup.text import Text

MakeLedger = Callable[..., Ledger]
ReadText = Callable[..., Text]


@pytest.fixture
def read(make_ledger: MakeLedger) -> ReadText:
    return lambda text, title="Gout": Text(take_survey(make_ledger("p", text, title)), {})


def kinds(a: Text, b: Text) -> list[str]:
    return [c.what for c in find_contrasts(a, b, align(a, b))]


def test_one_condition_in_an_otherwise_equal_page(article: str, read: ReadText) -> None:
    text = article + "People with asthma should say so.\n"
    assert kinds(read(text), read(text.replace("asthma", "migraine"))) == ["condition"]


def test_one_condition_among_many_garbled_words(article: str, read: ReadText) -> None:
    text = article + "People with asthma should say so.\n"
    garbled = text.replace("asthma", "migraine")
    for word in ("joint", "acid", "crystals", "blood", "cold", "level", "food", "course"):
        garbled = garbled.replace(word, "paper")
    assert kinds(read(text), read(garbled)) == []


def test_a_dose_among_many_garbled_words(article: str, read: ReadText) -> None:
    garbled = article.replace("joint", "paper").replace("blood", "table").replace("50", "5")
    assert "dose" in kinds(read(article), read(garbled))


def test_the_title_of_the_site(article: str, read: ReadText) -> None:
    assert same_subject(read(article), read(article))
    library = "Riverside library"
    assert not same_subject(read(article, library), read(article, library))


def test_phrases_stand_in_their_sentence(article: str, read: ReadText) -> None:
    a, b = read(article), read(article.replace("Do not", "Do"))
    (contrast,) = find_contrasts(a, b, align(a, b))
    assert phrase(a, contrast.ours) == "do not stop the tablets on your own"
    assert phrase(b, contrast.theirs) == "(not said)"
