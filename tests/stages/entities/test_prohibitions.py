from pipeline.model.mention import Qualifier
from pipeline.model.span import Span
from pipeline.stages.entities.hits import Hit
from pipeline.stages.entities.prohibitions import Reading, forbids, is_forbidden, rules_out
from pipeline.stages.entities.scene import Scene

LABELS = {
    "aspirin": "DRUG",
    "alcohol": "DRUG",
    "asthma": "CONDITION",
    "fever": "SYMPTOM",
    "infant": "POPULATION",
}


def scene(text: str) -> Scene:
    """The words of `text`, folded already, with every mention of `LABELS`."""
    folded = text.split(" ")
    hits = [
        Hit(at, at + 1, Span(at, at + 1), LABELS[word], None)
        for at, word in enumerate(folded)
        if word in LABELS
    ]
    return Scene(folded, hits, 0, len(folded), 0, len(hits))


def said(here: Scene, reading: Reading) -> dict[str, str]:
    return {here.folded[here.hits[i].first]: str(q) for i, q in reading.said}


def active(text: str, cue: str) -> dict[str, str]:
    here = scene(text)
    start = here.folded.index(cue.split(" ")[0])
    return said(here, forbids(here, start, start + len(cue.split(" "))))


def passive(text: str, cue: str, *, outright: bool = False) -> dict[str, str]:
    here = scene(text)
    start = here.folded.index(cue.split(" ")[0])
    return said(here, is_forbidden(here, start, start + len(cue.split(" ")), outright=outright))


AGAINST, RULES_OUT = "advised_against", "contraindicated"


def test_an_order_names_a_thing_and_what_rules_it_out() -> None:
    found = active("do not take aspirin or alcohol if you have asthma", "do not take")
    assert found == {"aspirin": AGAINST, "alcohol": AGAINST, "asthma": RULES_OUT}


def test_with_a_thing_another_rules_out() -> None:
    assert active("never take aspirin with alcohol", "never take")["alcohol"] == RULES_OUT


def test_for_leads_to_people_not_to_troubles() -> None:
    assert active("do not take aspirin for fever", "do not take") == {"aspirin": AGAINST}
    assert active("do not give aspirin to infant", "do not give")["infant"] == RULES_OUT
    assert active("do not give infant aspirin", "do not give")["infant"] == RULES_OUT


def test_what_comes_before_or_after_is_nothing_of_it() -> None:
    assert active("do not take aspirin before alcohol", "do not take") == {"aspirin": AGAINST}


def test_a_new_clause_ends_it() -> None:
    text = "do not take aspirin , and call if fever comes"
    assert active(text, "do not take") == {"aspirin": AGAINST}


def test_people_may_stand_in_front() -> None:
    assert active("people with asthma should not take aspirin", "should not take") == {
        "asthma": RULES_OUT,
        "aspirin": AGAINST,
    }
    assert active("fever is common , do not take aspirin", "do not take") == {"aspirin": AGAINST}


def test_to_avoid_is_an_order_only_where_somebody_is_told() -> None:
    told = active("people with asthma should avoid alcohol", "avoid")
    assert told == {"asthma": RULES_OUT, "alcohol": AGAINST}
    watched = active("people with asthma are watched to avoid alcohol", "avoid")
    assert watched == {"alcohol": AGAINST}
    assert active("people with asthma sleep by avoiding alcohol", "avoiding") == {
        "alcohol": AGAINST
    }


def test_examples_of_a_thing_are_things() -> None:
    assert active("avoid drug such as aspirin", "avoid") == {"aspirin": AGAINST}


def test_what_a_food_holds_is_the_thing() -> None:
    assert active("avoid drink with alcohol", "avoid") == {"alcohol": AGAINST}


def test_to_avoid_a_trouble_is_to_prevent_it() -> None:
    assert active("avoid fever", "avoid") == {"fever": "possible"}
    assert active("you cannot get fever from it", "cannot get") == {"fever": "negated"}


def test_to_stop_a_thing_rules_nothing_out() -> None:
    assert active("stop taking aspirin if fever comes", "stop taking") == {"aspirin": AGAINST}


def test_a_passive_has_the_thing_in_front() -> None:
    cue = "should not be given"
    assert passive("aspirin should not be given to infant with fever", cue) == {
        "aspirin": AGAINST,
        "infant": RULES_OUT,
        "fever": RULES_OUT,
    }
    assert passive("infant should not be given aspirin", cue) == {
        "infant": RULES_OUT,
        "aspirin": AGAINST,
    }


def test_a_passive_may_open_on_what_rules_out() -> None:
    found = passive("in asthma , aspirin is best avoided", "is best avoided")
    assert found == {"asthma": RULES_OUT, "aspirin": AGAINST}


def test_what_is_contraindicated_outright() -> None:
    found = passive("aspirin is contraindicated in asthma", "is contraindicated", outright=True)
    assert found == {"aspirin": AGAINST, "asthma": RULES_OUT}
    treatment = "aspirin is not recommended in the treatment of fever"
    assert passive(treatment, "is not recommended") == {"aspirin": AGAINST}


def test_a_list_holds_what_the_sentence_has_not_named() -> None:
    nothing_named = scene("do not take :")
    assert forbids(nothing_named, 0, 3).listed is Qualifier.ADVISED_AGAINST
    named = scene("do not take aspirin if you have :")
    assert forbids(named, 0, 3).listed is Qualifier.CONTRAINDICATED
    following = scene("the following should be avoided :")
    assert is_forbidden(following, 2, 5, outright=False).listed is Qualifier.ADVISED_AGAINST


def test_what_is_stopped_for_a_trouble_that_is_there_is_ruled_out() -> None:
    found = active("stop aspirin if you have asthma", "stop")
    assert found == {"aspirin": AGAINST, "asthma": RULES_OUT}


def test_what_people_just_do_not_do_forbids_nothing() -> None:
    assert active("people with asthma do not have fever", "do not have") == {"fever": "negated"}
    assert active("for people who cannot take aspirin", "cannot take") == {}
    assert active("if the body cannot use aspirin", "cannot use") == {}


def test_a_thing_may_stand_in_front_of_an_order() -> None:
    assert active("alcohol not to drink", "not to drink") == {"alcohol": AGAINST}


def test_people_are_not_things_to_avoid() -> None:
    assert active("avoid people with fever", "avoid") == {}


def test_a_trouble_that_must_be_excluded_is_not_forbidden() -> None:
    assert passive("asthma should be excluded in infant", "should be excluded") == {}


def test_a_supposed_prohibition_is_none() -> None:
    assert passive("use alcohol if aspirin is not recommended", "is not recommended") == {}


def test_one_of_a_pair_rules_the_other_out() -> None:
    found = passive("aspirin and alcohol are a bad combination", "a bad combination")
    assert found == {"aspirin": AGAINST, "alcohol": RULES_OUT}


def test_a_reason_not_to_use_a_thing() -> None:
    here = scene("asthma is a reason not to take aspirin")
    assert said(here, rules_out(here, 6, [0])) == {"asthma": RULES_OUT, "aspirin": AGAINST}
