"""The old questions asked of the qualifiers."""

import pytest

from pipeline.model.mention import Link, Mention, Qualifier
from pipeline.model.span import Span

HERE = Span(0, 1)


@pytest.mark.parametrize(
    ("qualifier", "answers"),
    [
        (Qualifier.NEGATED, (True, False, False, "reader")),
        (Qualifier.POSSIBLE, (False, True, False, "reader")),
        (Qualifier.CONDITIONAL, (False, True, False, "reader")),
        (Qualifier.ADVISED_AGAINST, (False, False, False, "reader")),
        (Qualifier.CONTRAINDICATED, (False, False, False, "reader")),
        (Qualifier.HISTORICAL, (False, False, True, "reader")),
        (Qualifier.OTHER_PERSON, (False, False, False, "other")),
    ],
)
def test_each_qualifier_answers_its_question(
    qualifier: Qualifier, answers: tuple[bool, bool, bool, str]
) -> None:
    m = Mention(HERE, "CONDITION", None, (qualifier,))
    assert (m.negated, m.hypothetical, m.historical, m.experiencer) == answers


def test_a_mention_without_a_link_has_no_concept() -> None:
    m = Mention(HERE, "DRUG")
    assert (m.concept, m.name, m.codes) == (None, None, ())
    linked = Mention(HERE, "DRUG", Link("drug:x", "x", (("atc", "N02"),)))
    assert (linked.concept, linked.name, linked.codes) == ("drug:x", "x", (("atc", "N02"),))
