"""What recurs over a site's pages is learned, whatever the order, and cut only where it may go."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.changes import Provenance
from pipeline.model.document import DocId, Document
from pipeline.model.ledger import Ledger
from pipeline.stages.boilerplate import BoilerplateSettings, TemplateStage
from pipeline.stages.boilerplate.templates import PageLines
from pipeline.stages.stage import CorpusStage

MakeDocument = Callable[..., Document]

BODIES = [
    "A sprain of the ankle needs rest at first and then a little more movement on each day.",
    "A blister heals best when it is left closed and kept dry under a plaster for a few days.",
    "A stitch in the side goes away when you slow down and breathe out deeply a few times.",
    "A bruise turns blue, then green and yellow, and after two weeks it is gone in most people.",
]


def site_page(body: str, number: int) -> str:
    return (
        "The Wandering Boot\nTrails Huts Weather\n"
        f"{body.split()[1].capitalize()} on the trail\n"
        f"When should I see a doctor?\n{body}\n"
        f"Call 112 if you cannot walk\nBoots of the month, {number} left"
    )


def corpus(make: MakeDocument) -> list[Ledger]:
    return [
        Ledger(make(site_page(body, k), path=f"boot.example/{k}.txt"))
        for k, body in enumerate(BODIES)
    ]


def learned(ledgers: list[Ledger], stage: TemplateStage | None = None) -> list[str]:
    stage = stage or TemplateStage()
    decision = stage.decide((x.document.id, stage.survey(x)) for x in ledgers)
    texts = []
    for ledger in ledgers:
        after = ledger.apply(stage.apply(ledger, decision), Provenance("templates", 1))
        assert after.audit() == ()
        texts.append(after.clean_text)
    return texts


def test_what_recurs_around_the_article_goes(make_document: MakeDocument) -> None:
    for text, body in zip(learned(corpus(make_document)), BODIES, strict=True):
        assert body in text
        assert "Wandering Boot" not in text
        assert "Trails Huts Weather" not in text
        assert "Boots of the month" not in text


def test_headings_and_warnings_that_recur_stay(make_document: MakeDocument) -> None:
    for text in learned(corpus(make_document)):
        assert "When should I see a doctor?" in text
        assert "Call 112 if you cannot walk" in text


def test_two_pages_teach_nothing(make_document: MakeDocument) -> None:
    ledgers = corpus(make_document)[:2]
    assert learned(ledgers) == [x.document.text for x in ledgers]


def test_the_fewest_pages_can_be_set(make_document: MakeDocument) -> None:
    stage = TemplateStage(BoilerplateSettings(template_min_pages=2))
    texts = learned(corpus(make_document)[:2], stage)
    assert all("Wandering Boot" not in text for text in texts)


def test_the_stage_is_a_corpus_stage() -> None:
    assert isinstance(TemplateStage(), CorpusStage)


def test_a_site_is_one_however_its_name_is_written_and_pages_of_none_learn_nothing(
    make_document: MakeDocument,
) -> None:
    surveyed = {
        path: TemplateStage().survey(Ledger(make_document("Menu", path=path)))
        for path in ("Boot.Example/a.txt", "boot.example/b.txt", "c.txt")
    }
    assert [s.site for s in surveyed.values()] == ["boot.example", "boot.example", ""]
    assert [s.lines for s in surveyed.values()] == [("menu",), ("menu",), ()]


KEYS = st.lists(st.sampled_from("abcdef"), max_size=6, unique=True).map(tuple)
SURVEYS = st.lists(
    st.tuples(st.sampled_from(["one.example", "two.example", ""]), KEYS), max_size=12
)


@settings(max_examples=80, deadline=None)
@given(surveys=SURVEYS, seed=st.randoms(use_true_random=False))
def test_the_order_of_pages_does_not_matter(
    surveys: list[tuple[str, tuple[str, ...]]],
    seed: object,
) -> None:
    stage = TemplateStage()
    named = [
        (DocId(str(k)), PageLines(site, lines if site else ()))
        for k, (site, lines) in enumerate(surveys)
    ]
    shuffled = list(named)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    assert stage.decide(named) == stage.decide(shuffled)
