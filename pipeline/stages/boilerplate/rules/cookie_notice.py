"""Cookie and consent notices.

They speak of the site and the visitor's consent, often in full sentences that look like prose.
Cookies alone are no proof: an article on sugar speaks of them too, so the line must also name the
site, the browser, consent or privacy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.model.changes import RuleId
from pipeline.rulebook.rule import CutRule, Example, Hit
from pipeline.stages.boilerplate.page import Line, Page, hit

_NOTICE = re.compile(
    r"(?<!\w)(?:(?:we|site|website|page) (?:and our partners )?(?:use|uses|using) "
    r"(?:(?:and|our|own|some|third|party|third-party|necessary|essential|functional|tracking|"
    r"technical|analytics|performance|browser) ){0,4}cookies(?! of| for (?:the )?(?:dessert|tea))"
    r"|cookies? (?:policy|settings|preferences|consent|notice|statement|to (?:improve|give|ensure|"
    r"provide|personali[sz]e|offer|make|enhance))|(?:accept|allow|manage|reject|essential|use of|"
    r"necessary|third-party|analytics) (?:all )?cookies|cookies (?:on|in) your (?:browser|device)"
    r"|uses cookies|consent to (?:the )?(?:use|processing|storage) of (?:\w+ )?(?:cookies|data|"
    r"technologies))(?!\w)"
)
_BUTTON = re.compile(
    r"(?:accept(?: all)?|reject(?: all)?|decline|i agree|agree|got it!?|ok|allow all|deny|"
    r"(?:manage|cookie|privacy|save) (?:preferences|settings|options)|customi[sz]e|learn more|"
    r"i accept|only necessary|privacy policy|more information|close|accept and close)[.!]?"
)
_LONGEST = 120  # words
_BUTTONS = 5


def find(page: Page) -> Iterable[Hit]:
    """The notice and the buttons below it."""
    for line in page.lines:
        if len(line.words) > _LONGEST or not _NOTICE.search(line.folded):
            continue
        lines: list[Line] = [line]
        for below in page.following(line, _BUTTONS):
            if not _BUTTON.fullmatch(below.folded):
                break
            lines.append(below)
        yield hit(lines, "A cookie or consent notice.")


RULE = CutRule[Page](
    id=RuleId("CUT009"),
    name="cookie_notice",
    summary="Cookie and consent notices",
    seen="most European sites, at the top or the bottom of the page",
    find=find,
    cuts=(
        Example(
            "[[We use cookies to give you the best experience on our website.]]\n[[Accept all]]\n"
            "[[Manage preferences]]\nWhy nails break",
            "notice and buttons",
        ),
    ),
    keeps=(
        Example("Two cookies hold as much sugar as a glass of cola.", "the other kind"),
        Example("We use oats for these cookies.", "a recipe"),
    ),
)
