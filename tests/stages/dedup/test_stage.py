"""The whole stage on small corpora: what is merged, what never is, and what editors are told."""

from __future__ import annotations

import pickle
import random
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.model.changes import Fate, Provenance, Severity
from pipeline.model.copies import CopyKind
from pipeline.model.document import DocId
from pipeline.model.ledger import Ledger
from pipeline.stages.dedup import DedupDecision, DedupStage
from pipeline.stages.stage import CorpusStage

Decide = Callable[[Mapping[str, tuple[str, str]]], DedupDecision]
MakeLedger = Callable[..., Ledger]

TITLE = "Gout: what to do in the first days"
QUICK = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def merged(decision: DedupDecision) -> set[frozenset[str]]:
    return {frozenset((c.kept, *c.removed)) for c in decision.copies.clusters}


def only_link(decision: DedupDecision) -> Any:
    (link,) = decision.copies.links
    return link


def test_it_is_a_corpus_stage() -> None:
    assert isinstance(DedupStage(), CorpusStage)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("exact", lambda t: t),
        ("upper case", str.upper),
        ("spacing", lambda t: t.replace(" ", "\u00a0  ").replace("\n", "\n\n\n")),
        ("one line", lambda t: " ".join(t.split())),
        ("full stops lost their space", lambda t: t.replace(".\n", ".")),
    ],
)
def test_formats_are_exact_copies(
    article: str, decide: Decide, name: str, change: Callable[[str], str]
) -> None:
    decision = decide({"a": (TITLE, article), "b": (TITLE.upper(), change(article))})
    assert merged(decision) == {frozenset("ab")}, name
    assert only_link(decision).coverage == 1.0


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("light edits", lambda t: t.replace("a kind of", "a form of").replace("Rest", "Relax")),
        ("typing errors", lambda t: t.replace("joint", "jiont", 2).replace("blood", "bolod")),
        ("paragraphs reordered", lambda t: "\n".join(reversed(t.splitlines()))),
        ("a sentence more", lambda t: t + "Your pharmacist can tell you more about this.\n"),
        ("a sentence less", lambda t: "\n".join(t.splitlines()[:-1])),
        ("chrome around it", lambda t: "Home. Search this site.\n" + t + "Share this page.\n"),
        ("cut off", lambda t: t[: int(len(t) * 0.6)]),
    ],
)
def test_near_copies_are_merged(
    article: str, decide: Decide, name: str, change: Callable[[str], str]
) -> None:
    decision = decide({"a": (TITLE, article), "b": (TITLE, change(article))})
    assert merged(decision) == {frozenset("ab")}, name


def test_a_retitled_copy_is_merged(article: str, decide: Decide) -> None:
    decision = decide({"a": (TITLE, article), "b": ("Read more: Gout, the first days", article)})
    assert merged(decision) == {frozenset("ab")}


def test_a_title_does_not_prove_itself(article: str, decide: Decide) -> None:
    """Each page opens with its own title; the body speaks of gout and of uric acid."""
    titles = ("Gout in the toe", "Uric acid in the joint")
    decision = decide({p: (t, f"{t}\n\n{article}") for p, t in zip("ab", titles, strict=True)})
    assert merged(decision) == {frozenset("ab")}
    strangers = ("Norrelosis", "Tamberitis")
    decision = decide({p: (t, f"{t}\n\n{article}") for p, t in zip("ab", strangers, strict=True)})
    assert not decision.copies.clusters


DANGEROUS = [
    ("dose", "50 mg", "500 mg"),
    ("unit", "50 mg", "50 mcg"),
    ("drug", "prednisone", "prednisolone"),
    ("drug", "prednisone", "ibuprofen"),
    ("drug", "prednisone", "quixotin"),
    ("frequency", "once a day", "twice a day"),
    ("frequency", "a day", "a week"),
    ("negation", "Do not stop", "Do stop"),
    ("negation", "lowers that level", "never lowers that level"),
    ("population", "adults take", "children take"),
    ("opposite", "raise the level", "lower the level"),
    ("opposite", "less likely", "more likely"),
    ("duration", "twenty minutes", "two minutes"),
]


@pytest.mark.parametrize(("what", "here", "there"), DANGEROUS)
def test_dangerous_siblings_are_kept_apart(
    article: str, decide: Decide, what: str, here: str, there: str
) -> None:
    assert here in article
    decision = decide({"a": (TITLE, article), "b": (TITLE, article.replace(here, there, 1))})
    link = only_link(decision)
    assert not decision.copies.clusters
    assert link.kind is CopyKind.DIFFERS
    assert [d.what for d in link.differences] == [what]


@pytest.mark.parametrize(("what", "here", "there"), DANGEROUS)
def test_both_pages_are_told(
    article: str, make_ledger: MakeLedger, what: str, here: str, there: str
) -> None:
    stage = DedupStage()
    pages = [
        make_ledger("a", article, TITLE),
        make_ledger("b", article.replace(here, there, 1), TITLE),
    ]
    decision = stage.decide([(p.document.id, stage.survey(p)) for p in pages])
    for page, own in zip(pages, (here, there), strict=True):
        changes = stage.apply(page, decision)
        (finding,) = changes.findings
        assert finding.category == "near_copy_differs"
        quoted = finding.span.of(page.document.text)
        assert set(quoted.lower().split()) & set(own.lower().split()) or what == "negation"
        assert "here “" in finding.explanation
        assert "there “" in finding.explanation
        dose = what in ("dose", "unit", "drug")
        assert finding.severity is (Severity.MAJOR if dose else Severity.MINOR)
        assert not page.apply(changes, Provenance("dedup", 1)).audit()


def test_numbers_that_change_places_are_a_difference(article: str, decide: Decide) -> None:
    line = "Adults take 400 mg of ibuprofen and children take 100 mg of ibuprofen.\n"
    swapped = "Adults take 100 mg of ibuprofen and children take 400 mg of ibuprofen.\n"
    decision = decide({"a": (TITLE, article + line), "b": (TITLE, article + swapped)})
    assert not decision.copies.clusters
    assert {d.what for d in only_link(decision).differences} == {"order"}


def test_table_cells_that_change_places_are_a_difference(article: str, decide: Decide) -> None:
    here = "\nAdults\n\n400 mg\n\nChildren\n\n100 mg\n"
    there = "\nAdults\n\n100 mg\n\nChildren\n\n400 mg\n"
    decision = decide({"a": (TITLE, article + here), "b": (TITLE, article + there)})
    assert not decision.copies.clusters


def test_one_body_under_two_diseases_is_two_articles(decide: Decide) -> None:
    body = "This condition is inherited. Each child of a carrier has the same chance of it.\n"
    decision = decide({"a": ("Is Norrel disease inherited?", body),
                       "b": ("Is Tamber syndrome inherited?", body)})  # fmt: skip
    assert not decision.copies.clusters
    assert [d.what for d in only_link(decision).differences] == ["subject"]


def test_template_siblings_without_titles_are_doubted(article: str, decide: Decide) -> None:
    sibling = article.replace("Gout", "Pseudogelosis").replace("uric acid", "calcium phosphate")
    decision = decide({"a": ("", article), "b": ("", sibling)})
    assert not decision.copies.clusters


def test_a_quote_is_a_link(article: str, other_article: str, decide: Decide) -> None:
    quote = "\n".join(article.splitlines()[4:8])
    decision = decide({"a": (TITLE, article), "b": ("Styes", other_article + quote)})
    assert not decision.copies.clusters
    assert only_link(decision).kind is CopyKind.QUOTES


def test_a_digest_does_not_swallow_its_articles(
    article: str, other_article: str, decide: Decide
) -> None:
    digest = other_article + article
    pages = {"a": (TITLE, article), "b": ("Styes", other_article), "c": ("This week", digest)}
    decision = decide(pages)
    assert not decision.copies.clusters
    assert {(link.a, link.b) for link in decision.copies.links} == {("a", "c"), ("b", "c")}


def test_a_summary_is_an_article_of_its_own(article: str, decide: Decide) -> None:
    lines = article.splitlines()
    summary = "\n".join([lines[6], lines[2], lines[8]])
    decision = decide({"a": (TITLE, article), "b": (TITLE, summary)})
    assert not decision.copies.clusters
    assert only_link(decision).kind is CopyKind.CONTAINED


def test_the_whole_page_is_kept(article: str, decide: Decide) -> None:
    decision = decide({"a": (TITLE, article[: len(article) // 2]), "b": (TITLE, article)})
    assert [(c.kept, c.removed) for c in decision.copies.clusters] == [("b", ("a",))]


def test_pages_without_words_are_no_copies(decide: Decide) -> None:
    decision = decide({"a": ("", ""), "b": ("", " … "), "c": ("Gout", "")})
    assert not decision.copies.clusters
    assert not decision.copies.links


def test_a_copy_that_goes_says_why(article: str, make_ledger: MakeLedger) -> None:
    stage = DedupStage()
    old = make_ledger("a", article, TITLE, modified="2021-03-01")
    new = make_ledger("b", article, TITLE, modified="2023-03-01")
    decision = stage.decide([(p.document.id, stage.survey(p)) for p in (old, new)])
    verdict = stage.apply(old, decision).verdict
    assert verdict is not None
    assert (verdict.fate, verdict.of) == (Fate.DUPLICATE, DocId("b"))
    assert "the same words" in verdict.reason
    assert "newest version (2023-03-01 against 2021-03-01)" in verdict.reason
    assert stage.apply(new, decision).verdict is None


def test_a_repeated_passage_is_reported(article: str, make_ledger: MakeLedger) -> None:
    lines = article.splitlines()
    text = "\n".join([*lines, *lines[1:4]])
    stage = DedupStage()
    page = make_ledger("a", text, TITLE)
    (finding,) = stage.apply(page, stage.decide([(DocId("a"), stage.survey(page))])).findings
    assert (finding.category, finding.severity) == ("repeated_passage", Severity.INFO)
    assert finding.span.of(text).splitlines() == [s.rstrip(".") if i == 2 else s
                                                  for i, s in enumerate(lines[1:4])]  # fmt: skip


@QUICK
@given(seed=st.randoms(use_true_random=False))
def test_order_decides_nothing(
    article: str, other_article: str, make_ledger: MakeLedger, seed: random.Random
) -> None:
    stage = DedupStage()
    texts = [article, other_article, article.upper(), article + other_article,
             article.replace("50 mg", "5 mg"), article[:400], other_article[:200]]  # fmt: skip
    pages = [make_ledger(f"p{i}", text, TITLE) for i, text in enumerate(texts)]
    surveys = [(p.document.id, stage.survey(p)) for p in pages]
    expected = stage.decide(surveys)
    seed.shuffle(surveys)
    assert pickle.dumps(stage.decide(surveys)) == pickle.dumps(expected)


@QUICK
@given(
    numbers=st.lists(st.integers(1, 9_999), min_size=2, max_size=2, unique=True),
    unit=st.sampled_from(["mg", "mcg", "ml", "tablets", "hours", "days", "%", ""]),
    line=st.integers(0, 9),
)
def test_another_number_is_never_merged(
    article: str, decide: Decide, numbers: list[int], unit: str, line: int
) -> None:
    pages = {}
    for page, number in zip("ab", numbers, strict=True):
        lines = article.splitlines()
        lines.insert(line, f"The sheet names {number} {unit} as the limit for this.")
        pages[page] = (TITLE, "\n".join(lines))
    assert not decide(pages).copies.clusters


@QUICK
@given(
    spaces=st.lists(st.sampled_from([" ", "  ", "\u00a0", "\t", " \u2009"]), min_size=1),
    upper=st.booleans(),
)
def test_spacing_and_case_always_merge(
    article: str, decide: Decide, spaces: list[str], upper: bool
) -> None:
    words = article.split(" ")
    text = "".join(w + spaces[i % len(spaces)] for i, w in enumerate(words))
    decision = decide({"a": (TITLE, article), "b": (TITLE, text.upper() if upper else text)})
    assert merged(decision) == {frozenset("ab")}


@QUICK
@given(data=st.data())
def test_stars_hold(article: str, other_article: str, decide: Decide, data: st.DataObject) -> None:
    """Every removed page has its own link to the kept one, and no star holds two that differ."""
    pieces = article.splitlines() + other_article.splitlines()
    pages = {}
    for page in range(data.draw(st.integers(2, 6))):
        chosen = data.draw(st.lists(st.sampled_from(pieces), min_size=3, unique=True))
        text = "\n".join(chosen).replace("50", data.draw(st.sampled_from(["50", "50", "5"])))
        pages[f"p{page}"] = (TITLE, text)
    decision = decide(pages)
    links = {frozenset((link.a, link.b)): link for link in decision.copies.links}
    for cluster in decision.copies.clusters:
        for page in cluster.removed:
            link = links[frozenset((page, cluster.kept))]
            assert link.kind in (CopyKind.EXACT, CopyKind.NEAR, CopyKind.CONTAINED)
            assert link.coverage >= 0.8
        for one in cluster.removed:
            for other in cluster.removed:
                pair = links.get(frozenset((one, other)))
                assert pair is None or pair.kind is not CopyKind.DIFFERS
    removed = [page for cluster in decision.copies.clusters for page in cluster.removed]
    assert len(removed) == len(set(removed))
    assert set(removed).isdisjoint(cluster.kept for cluster in decision.copies.clusters)
