from pipeline.stages.entities.folding import fold
from pipeline.stages.entities.qualifier_cues import PHRASES, STOPS, Cue


def test_every_cue_has_phrases_and_none_is_listed_twice() -> None:
    listed = [fold(p) for phrases in PHRASES.values() for p in phrases]
    assert set(PHRASES) == set(Cue)
    assert sorted(p for p in set(listed) if listed.count(p) > 1) == []


def test_no_cue_begins_with_a_word_that_stops_it() -> None:
    for phrases in PHRASES.values():
        assert [p for p in phrases if p.split()[0] in STOPS] == []
