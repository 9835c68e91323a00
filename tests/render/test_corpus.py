from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.model.outcome import Corpus
from pipeline.render.corpus import report


@pytest.fixture(scope="module")
def html(corpus, rules) -> str:
    return report(corpus, rules)


def test_headline_and_funnel_count_alike(html: str, corpus) -> None:
    figures = [int(n.replace(",", "")) for n in re.findall(r"<li><b>([\d,]+)</b>", html)]
    assert "2 articles wait for an editor" in html
    assert figures == [54, 49, 43, 41]
    assert figures[0] == len(corpus.outcomes)


def test_most_severe_held_article_comes_first(html: str) -> None:
    held = html[html.index('id="held"') : html.index('id="flags"')]
    assert held.index("headache that comes back") < held.index("Fever at night")
    assert "two tablets of 1000 mg" in held
    assert "limit 4,000 mg" in held
    assert "https://agency.example/leaflets/paracetamol" in held
    assert re.search(r'href="articles/[0-9a-f]{16}\.html#at-1"', held)


def test_every_section_is_there(html: str, corpus) -> None:
    for words in (
        "alike, but the advice differs",
        "the longer text, found first",
        "about us contact",
        "not English (de)",
        "took longer than 60 s",
        "Most cut",
        "three tablets at bedtime",
        'href="rules.html#DOSE001"',
    ):
        assert words in html, words
    for outcome in corpus.outcomes:
        assert f'href="articles/{outcome.id}.html"' in html


def test_links_inside_the_page_have_targets(html: str) -> None:
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)


def test_no_pages_say_what_to_do_next(rules) -> None:
    empty = report(Corpus(()), rules)
    assert "No pages yet" in empty
    assert "make clean-corpus" in empty
    assert empty.count('class="empty"') >= 8


def test_order_of_findings_and_rules_does_not_matter(corpus, rules) -> None:
    turned = dict(reversed(list(rules.items())))
    assert report(corpus, turned) == report(corpus, rules)


def test_only_what_waits_is_held(corpus, rules) -> None:
    clean = replace(corpus, outcomes=tuple(o for o in corpus.outcomes if not o.open))
    html = report(clean, rules)
    assert "All 41 articles are clean" in html
    assert "Nothing is held" in html


EVERYTHING = """
import hashlib, importlib.util, sys
spec = importlib.util.spec_from_file_location("fake_corpus", sys.argv[1])
fake = sys.modules["fake_corpus"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(fake)
from pipeline.io import clean, tables
from pipeline.render import catalogue, corpus, page, story
from pipeline.render.copies import near_copies
from pipeline.render.markdown import to_markdown
rules, made = fake.make_rules(), fake.make_corpus()
copies, whole = near_copies(made), hashlib.sha256()
for name, content in sorted((clean.articles(made, to_markdown) | tables.tables(made)).items()):
    whole.update(name.encode() + content)
for text in [corpus.report(made, rules), catalogue.page(rules)]:
    whole.update(text.encode())
for o in made.outcomes:
    whole.update(page.article(o, rules, copies.get(o.id, ())).encode())
    whole.update(story.story(o, rules).encode())
print(whole.hexdigest())
"""


def test_every_output_is_the_same_under_another_hash_seed() -> None:
    helper = Path(__file__).with_name("fake_corpus.py")
    digests = {
        subprocess.run(
            [sys.executable, "-c", EVERYTHING, str(helper)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(helper.parents[2])},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(digests) == 1
    assert len(digests.pop().strip()) == 64
