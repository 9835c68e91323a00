from __future__ import annotations

import re
from dataclasses import replace

from pipeline.model.changes import RuleId
from pipeline.model.ledger import Ledger
from pipeline.render.story import judgement, story
from pipeline.rulebook.rule import Silence


def test_page_is_told_from_top_to_bottom(held, rules) -> None:
    told = story(held, rules)
    offsets = [int(n) for n in re.findall(r"(?m)^ *(\d+)  (?:cut|repair|mention|dose|FLAG)", told)]
    assert offsets == sorted(offsets)
    for words in (
        "held: 2 open flags at or above major (stage review)",
        "Site navigation (site-navigation): a menu of the site, not the article",
        "take [[two tablets of 1000 mg every four",
        "settled by M. Ortega: a relative's story, no advice",
        "repair   “()” → nothing",
        "repair   “␣” → “|”",
        "“sickness” = nausea (symptom, negated)",
        "7 × <script>, 18230 characters, never shown",
    ):
        assert words in told, words


def test_terminal_is_never_commanded(hostile, rules) -> None:
    for outcome in hostile.outcomes:
        told = story(outcome, rules)
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800]", told)


def test_colour_changes_no_word(held, rules) -> None:
    painted = story(held, rules, colour=True)
    assert painted != story(held, rules)
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == story(held, rules)


def test_silence_is_said(held, rules) -> None:
    quiet = replace(held, ledger=Ledger(held.ledger.document), open=(), settled=())
    assert "Nothing was said about this page" in story(quiet, rules)


def test_judgement_says_what_fires_and_what_stayed_silent(held, rules) -> None:
    fired = judgement(
        held,
        rules,
        [
            Silence(RuleId("DOSE007"), ("never take it",), "a warning, not advice"),
            Silence(RuleId("DOSE001"), ("zinc",), missing=("an amount", "how often")),
        ],
    )
    assert "max_daily_dose" in fired
    assert "limit 4,000 mg" in fired
    assert "dose     “two tablets of 1000 mg every four hours”" in fired
    assert "silent   DOSE007 on “never take it”\n" in fired
    assert "a warning, not advice" in fired
    assert "nearest to “zinc”, but it also needs an amount and how often" in " ".join(fired.split())
    quiet = replace(held, ledger=Ledger(held.ledger.document), open=(), settled=())
    assert judgement(quiet, rules) == "Nothing fires on these words.\n"
