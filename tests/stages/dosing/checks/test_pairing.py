from collections.abc import Callable

from pipeline.stages.dosing.checks.pairing import named, pairs_of, same_thing
from pipeline.stages.dosing.scope.passage import Passage

Reads = Callable[[str], Passage]


def test_a_pair_needs_one_of_either_group(passage_of: Reads) -> None:
    first, second = passage_of("Take warfarin 5 mg. Take ibuprofen 400 mg.").sentences[:2]
    passage = passage_of("Take warfarin 5 mg. Take ibuprofen 400 mg.")
    assert {(row.a, row.b) for row in pairs_of(passage, first, second)} >= {("warfarin", "nsaid")}
    assert all("nsaid" not in (row.a, row.b) for row in pairs_of(passage, first, first))


def test_one_drug_named_twice_is_one(passage_of: Reads) -> None:
    sentence = passage_of("Take ibuprofen 400 mg, then ibuprofen 200 mg.").sentences[0]
    one, other = sentence.groups("nsaid")
    assert same_thing(named(sentence), one, other)
