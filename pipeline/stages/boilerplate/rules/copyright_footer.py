"""Copyright lines and rows of legal links at the foot of a page.

A copyright sign with a year, "all rights reserved", or a line that is nothing but legal links.
Enumerations such as "(c) 2 tablets" are no copyright, so a bare (c) counts only with the word or
with the reservation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.model.changes import RuleId
from pipeline.rulebook.rule import CutRule, Example, Hit
from pipeline.stages.boilerplate.page import Line, Page, hit
from pipeline.stages.boilerplate.words import cue_share

_SIGN = r"(?<![^\W\d_])©"  # behind a letter it is half of one decoded wrongly ("cafÃ©")
_MARK = re.compile(
    rf"(?:{_SIGN}|&copy;|copyright(?:ed)?(?: ©| \(c\))?|\(c\))\s{{0,3}}(?:by )?(?:\w+ ){{0,6}}?"
    rf"\(?(?:19|20)\d\d|all rights reserved|(?:19|20)\d\d\s?©|{_SIGN}\s?\w"
)
_LAST = 4  # lines at the end of a page in which a notice may share its line with other words
_LONGEST = 60  # words
_OTHER = ("menu", "account", "newsletter", "share", "shop")


def _is_legal_row(line: Line) -> bool:
    """Nothing but links such as "Privacy | Terms of Use | Contact us", two of them legal."""
    if not 2 <= len(line.words) <= 25 or line.ends_sentence:
        return False
    shares = cue_share(line.folded.replace("privacy |", "privacy policy |"))
    joints = sum(line.text.count(c) for c in "|•·/-")
    letters = sum(map(str.isalpha, line.text)) / max(len(line.text), 1)
    covered = shares.get("legal", 0.0) + sum(shares.get(n, 0.0) for n in _OTHER)
    return (
        shares.get("legal", 0.0) > 0.25
        and covered >= 0.6 * letters
        and (joints > 0 or covered > 0.8)
    )


def find(page: Page) -> Iterable[Hit]:
    """Copyright lines anywhere, legal rows outside the article."""
    for line in page.lines:
        if len(line.words) > _LONGEST:
            continue
        mark = _MARK.search(line.folded)
        late = line.index >= len(page.lines) - _LAST or page.outside_prose(line)
        if mark and (mark.start() < 30 or late):
            yield hit([line], "A copyright notice of the site.")
        elif page.outside_prose(line) and _is_legal_row(line):
            yield hit([line], "Legal links of the site.")


RULE = CutRule[Page](
    id=RuleId("CUT013"),
    name="copyright_footer",
    summary="Copyright lines and legal links",
    seen="the foot of nearly every site",
    find=find,
    cuts=(
        Example("Rest.\n[[© 2019-2024 Knees Daily. All rights reserved.]]", "sign and year"),
        Example("Rest.\n[[Privacy Policy | Terms of Use | Contact Us]]", "a row of legal links"),
    ),
    keeps=(
        Example("(c) 2 glasses of water", "an enumeration"),
        Example("The cafÃ© table stood in the shade.", "a letter decoded wrongly"),
        Example("The right to privacy covers medical records.", "a sentence"),
    ),
)
