"""Members of a list get back the head that only the last one kept."""

import pytest

from pipeline.stages.entities.stage import find_mentions
from pipeline.stages.entities.tagger import Tagger


def tagged(tagger: Tagger, text: str) -> list[tuple[str, str | None]]:
    return [(m.span.of(text), m.concept) for m in find_mentions(text, tagger)]


@pytest.mark.parametrize(
    ("text", "member", "concept"),
    [
        ("breast and ovarian cancer", "breast", "cond:breast-cancer"),
        ("breast/ovarian cancer", "breast", "cond:breast-cancer"),
        ("lung, breast, and ovarian cancer", "lung", "cond:lung-cancer"),
        ("type 1 and type 2 diabetes", "type 1", "cond:type-1-diabetes"),
        ("a viral or bacterial infection", "viral", "cond:viral-infection"),
    ],
)
def test_a_member_is_what_it_means(tagger: Tagger, text: str, member: str, concept: str) -> None:
    assert (member, concept) in tagged(tagger, text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("loss of appetite and weight loss", ("loss of appetite", "sym:loss-of-appetite")),
        ("loss of appetite, weight loss", ("loss of appetite", "sym:loss-of-appetite")),
        ("It starts in the lung, and breast cancer in the breast.", ("lung", "anat:lung")),
        ("scarring of the liver or liver cancer", ("liver", "anat:liver")),
        ("nausea/vomiting", ("nausea", "sym:nausea")),
    ],
)
def test_what_stands_by_itself_stays(
    tagger: Tagger, text: str, kept: tuple[str, str | None]
) -> None:
    assert kept in tagged(tagger, text)
