"""Letters of another script that look like Latin ones, inside Latin words.

A Cyrillic "а" in "pаracetamol" comes from a wrong keyboard, from optical character recognition, or
from somebody who wants a filter not to read the word. People see no difference; every rule does.
Only a word that has Latin letters as well is mended, so that a Russian word stays Russian.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Repair, RuleId
from pipeline.stages.boilerplate.page import Page
from pipeline.stages.boilerplate.repairs.lines import mendable, repair

LOOKALIKES = RuleId("REP013")

# Unicode Technical Standard 39, confusables.txt: single letters that are confusable with one
# basic Latin letter of the same case.
_LATIN = str.maketrans(
    "аеіјорсухѕԁԛԝАВЕЅІЈКМНОРСТУХѴΑΒΕΖΗΙΚΜΝΟΡΤΥΧαιονρυ",
    "aeijopcyxsdqwABESIJKMHOPCTYXVABEZHIKMNOPTYXaiovpu",
)
_WORD = re.compile(r"[^\W\d_]+")
_OTHER = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_BASIC = re.compile("[A-Za-z]")


def mend_lookalikes(page: Page) -> Iterator[Repair]:
    """One repair for each Latin word with foreign lookalikes among its letters."""
    for line, text in mendable(page):
        if not _OTHER.search(text):
            continue
        for word in _WORD.finditer(text):
            latin = word.group().translate(_LATIN)
            if latin == word.group() or _OTHER.search(latin) or not _BASIC.search(word.group()):
                continue
            why = "Letters of another script that look like Latin ones."
            yield repair(line, word.span(), latin, LOOKALIKES, why)
