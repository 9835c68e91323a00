"""Text that was decoded with the wrong table: "donâ€™t", "30Â µg".

ftfy knows which sequences can only have come about that way. It is asked about the whole line and
about the word; both must agree, and no digit may change, so that a dose is never rewritten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.changes import Repair, RuleId
from pipeline.stages.boilerplate.page import Page
from pipeline.stages.boilerplate.repairs.lines import mendable, repair

MOJIBAKE = RuleId("REP005")

_WORD = re.compile(r"[^ \t\n\r]*[^\x00-\x7f][^ \t\n\r]*")
_SUSPECT = re.compile("[\u00c2\u00c3\u00e2\u00d0\u00d1\u00c5\u00c4\u00e3\u00ef\u0080-\u009f]")
_ORPHAN = re.compile("(?<=[0-9])Â(?= ?[µμ°±½A-Za-z])")  # of a no-break space
_SAMPLE = 5_000  # characters of a line about which ftfy is asked as a whole
_MOST_WORDS = 2_000  # different words of one page it is asked about: it takes its time
_LONGEST = 200  # characters of a word; a longer one is no word


def mend_mojibake(page: Page) -> Iterator[Repair]:
    """Repairs of words that ftfy reads differently."""
    known: dict[str, str] = {}
    asked = 0
    for line, text in mendable(page):
        if not _SUSPECT.search(text):
            continue
        for found in _ORPHAN.finditer(text):
            yield repair(line, found.span(), "", MOJIBAKE, "Half of a lost no-break space.")
        if _fixed(text[:_SAMPLE]) == text[:_SAMPLE] and len(text) <= _SAMPLE:
            continue
        for found in _WORD.finditer(text):
            word = found.group()
            if asked >= _MOST_WORDS:
                return
            if len(word) > _LONGEST or not _SUSPECT.search(word):
                continue
            asked += word not in known
            fixed = known.setdefault(word, "") or _fixed(word)
            known[word] = fixed
            if fixed != word and _digits(fixed) == _digits(word) and "\n" not in fixed:
                yield repair(
                    line, found.span(), fixed, MOJIBAKE, "Letters decoded wrongly, read again."
                )


def _fixed(text: str) -> str:
    """`text` as ftfy reads it; loaded on first use."""
    from ftfy import fix_encoding

    return str(fix_encoding(text))


def _digits(text: str) -> list[str]:
    return [c for c in text if c.isdecimal()]
