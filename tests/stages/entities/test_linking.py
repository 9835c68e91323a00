"""How sure the step from words to a concept is, and that it says so."""

import pytest

from pipeline.model.mention import LinkKind
from pipeline.stages.entities.lexicon import Concept
from pipeline.stages.entities.linking import SCORES, is_brand
from pipeline.stages.entities.stage import find_mentions
from pipeline.stages.entities.tagger import Tagger


@pytest.mark.parametrize(
    ("text", "written", "concept", "kind"),
    [
        ("Take paracetamol.", "paracetamol", "drug:paracetamol", LinkKind.EXACT),
        ("Paracetamol helps.", "Paracetamol", "drug:paracetamol", LinkKind.EXACT),
        ("Take acetaminophen.", "acetaminophen", "drug:paracetamol", LinkKind.EXACT),
        ("Take tylenol.", "tylenol", "drug:paracetamol", LinkKind.BRAND),
        ("She had ANAEMIA.", "ANAEMIA", "cond:anaemia", LinkKind.EXACT),
        ("She had anemia.", "anemia", "cond:anaemia", LinkKind.NORMALISED),
        ("A thymus cancer was found.", "thymus cancer", "cond:cancer", LinkKind.HEAD),
    ],
)
def test_a_link_says_how_it_came_about(
    tagger: Tagger, text: str, written: str, concept: str, kind: LinkKind
) -> None:
    link = next(m.link for m in find_mentions(text, tagger) if m.span.of(text) == written)
    assert link is not None
    assert (link.concept, link.kind, link.score) == (concept, kind, SCORES[kind])
    assert link.source


def test_an_abbreviation_the_page_defines_links_to_what_it_stands_for(tagger: Tagger) -> None:
    text = "Atrial fibrillation (AFB) is common. AFB can be treated."
    last = find_mentions(text, tagger)[-1].link
    assert last is not None
    assert last.kind is LinkKind.ABBREVIATION


def test_scores_fall_with_what_is_assumed() -> None:
    assert list(SCORES) == list(LinkKind)
    assert sorted(SCORES.values(), reverse=True) == list(SCORES.values())


def test_only_drugs_have_brands(concepts: tuple[Concept, ...]) -> None:
    assert not any(is_brand(c, "Crohn's disease") for c in concepts if c.label != "DRUG")


@pytest.mark.parametrize(
    "name", ["Tylenol", "MS Contin", "K-Phos", "Plan B", "Tylenol with codeine", "Dona glucosamine"]
)
def test_a_capital_makes_a_trade_name(concepts: tuple[Concept, ...], name: str) -> None:
    assert is_brand(next(c for c in concepts if c.label == "DRUG"), name)


@pytest.mark.parametrize(
    "name",
    ["ACE inhibitors", "H2 blockers", "GnRH agonists", "L-arginine", "HPV vaccine", "B vitamins"],
)
def test_capitals_of_an_abbreviation_do_not(concepts: tuple[Concept, ...], name: str) -> None:
    assert not is_brand(next(c for c in concepts if c.label == "DRUG"), name)


def test_thousands_of_brands_and_hundreds_from_abroad(concepts: tuple[Concept, ...]) -> None:
    drugs = [c for c in concepts if c.label == "DRUG"]
    assert sum(is_brand(c, name) for c in drugs for name, _ in c.words()) > 3500
    assert sum(is_brand(c, name) for c in drugs if c.country for name, _ in c.words()) > 1500


@pytest.mark.parametrize(
    ("brand", "concept"),
    [
        ("Ditsinon", "drug:etamsylate"),
        ("Dicynone", "drug:etamsylate"),
        ("Tserukal", "drug:metoclopramide"),
        ("Naftizin", "drug:naphazoline"),
        ("Pyralgina", "drug:metamizole"),
        ("Nurofen", "drug:ibuprofen"),
        ("Doliprane", "drug:paracetamol"),
        ("Poliginaks", "drug:neomycin-polymyxin-b-nystatin"),
    ],
)
def test_brands_from_abroad_lead_home(tagger: Tagger, brand: str, concept: str) -> None:
    (mention,) = find_mentions(f"Buy {brand}.", tagger)
    assert (mention.concept, mention.link and mention.link.kind) == (concept, LinkKind.BRAND)
