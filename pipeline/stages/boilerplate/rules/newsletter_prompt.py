"""Invitations to sign up: newsletters, accounts, free trials.

The line asks for an address or promises an inbox. Form labels right below it go with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.model.changes import RuleId
from pipeline.rulebook.rule import CutRule, Example, Hit
from pipeline.stages.boilerplate.page import Line, Page, hit

_ORDER = (
    r"(?:please |just |simply )?(?:subscribe|sign ?up|register|join|get|receive|enter|type|want|"
    r"never miss|"
    r"don't miss|stay|keep up|be the first|love|like what|like this|try|start|our|the|free|"
    r"weekly|daily|"
    r"monthly|e-?mail|enjoy)(?!\w)"
)
_PROMPT = re.compile(
    rf"{_ORDER}.{{0,160}}(?<!\w)(?:newsletters?|mailing list|e-?mail (?:updates|alerts|list)|"
    r"(?:your|my) (?:\w+ )?inbox|your (?:\w+ )?e-?mail(?: address)?|free trial|new posts by "
    r"e-?mail)(?!\w)"
    r"|(?:subscribe|sign ?up) (?:today|now|here|below)(?!\w)"
    r"|never miss (?:a|an) (?:post|article|update|story)(?!\w)"
    r"|.{0,120}(?<!\w)(?:(?:delivered|straight|sent|directly) (?:\w+ )?to your (?:\w+ )?inbox|"
    r"you (?:can|may) unsubscribe)(?!\w)"
)
_LABEL = re.compile(
    r"(?:(?:your )?(?:e-?mail|first name|last name|name|full name|email address|zip code|country)"
    r"(?: address)?\s?\*?:?|subscribe(?: now)?!?|sign ?up(?: now)?!?|submit|\* ?indicates "
    r"required(?: field)?s?|"
    r"send|join(?: now)?!?|no thanks|(?:weekly|daily|monthly) newsletter|newsletter)"
)
_LONGEST = 45  # words
_LABELS = 6


def _is_prompt(line: Line) -> bool:
    if len(line.words) > _LONGEST or not line.words:
        return False
    return bool(_PROMPT.match(line.folded)) and not line.text.endswith((";", ":"))


def find(page: Page) -> Iterable[Hit]:
    """The invitation, a bare header above it and the labels below."""
    for line in page.lines:
        if not _is_prompt(line):
            continue
        lines = [line]
        for above in reversed(page.lines[max(0, line.index - 2) : line.index]):
            if not _LABEL.fullmatch(above.folded):
                break
            lines.insert(0, above)
        for below in page.following(line, _LABELS):
            if not _LABEL.fullmatch(below.folded):
                break
            lines.append(below)
        yield hit(lines, "An invitation to sign up for mail or an account.")


RULE = CutRule[Page](
    id=RuleId("CUT010"),
    name="newsletter_prompt",
    summary="Invitations to sign up for mail or an account",
    seen="magazines and shops, below the article or between paragraphs",
    find=find,
    cuts=(
        Example(
            "Rest.\n[[Newsletter]]\n[[Get our weekly newsletter with tips for runners]]\n"
            "[[Email address *]]\n[[Subscribe]]",
            "header, promise and form",
        ),
        Example("Rest.\n[[Sign up now and get the best of running in your inbox!]]", "a sentence"),
    ),
    keeps=(
        Example("Sign up for a first aid course near you.", "advice"),
        Example("Name\nThe name of the drug is on the box.", "a heading that looks like a label"),
    ),
)
