from pipeline.stages.entities.folding import fold
from pipeline.stages.entities.idioms import IDIOMS


def test_idioms_are_phrases_in_folded_words_listed_once() -> None:
    assert len(IDIOMS) == len(set(IDIOMS))
    for idiom in IDIOMS:
        assert " " in idiom, idiom
        assert idiom == " ".join(idiom.split()), idiom
        assert idiom == idiom.lower(), idiom
        assert fold(idiom.split()[-1]), idiom
