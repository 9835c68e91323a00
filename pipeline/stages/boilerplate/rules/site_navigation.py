"""The site's menu: names of its sections, in one line or one below another.

A menu line is names only: capitals, no verb, no full stop, and among them words that only menus
use (Home, About Us, Contact). Stripped of its HTML it may even have lost the spaces between the
names. A run of one- to four-word lines, half of them menu words, is the same menu stood upright.
Both count only before the article begins or after it ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.model.changes import RuleId
from pipeline.model.document import BlockKind
from pipeline.rulebook.rule import CutRule, Example, Hit
from pipeline.stages.boilerplate.page import Line, Page, hit
from pipeline.stages.boilerplate.words import FUNCTION_WORDS, cue_share
from pipeline.text.alarms import first_alarm

_REASON = "Site navigation: names of sections, no sentence."
_SKIP = re.compile(
    r"(?:skip|jump) to (?:the )?(?:main |primary )?(?:content|navigation|menu|search|footer)"
    r"|(?:toggle|open|close|show|hide) (?:the )?(?:main |mobile |site )?(?:navigation|menu|search)"
    r"|main (?:menu|navigation)"
)
_NAME = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_JOINT = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BINDERS = frozenset(
    {"about", "our", "us", "to", "a", "z", "and", "of", "for", "the", "we", "my", "in"}
)
_NAMES = """
    home about contact news library research login topics centers centres departments services
    search blog careers shop store events products resources faq help media press forum sitemap
    gallery clinics doctors answers health menu categories community experts magazine videos
    tools subscribe newsletter donate locations archive articles conditions wellness support
"""
_MENU_WORDS = frozenset(_NAMES.split())
_BETWEEN = re.compile(r" [|·•/–-] ")
_RUN = 4  # lines
_CLASSES = ("menu", "account", "share", "legal", "shop")


def _is_menu_line(line: Line) -> bool:
    """One line of section names, at least three of its words (or Home and one more) a menu's."""
    if not 3 <= len(line.words) <= 40 or line.ends_sentence or line.text.endswith((",", ":")):
        return False
    names = _NAME.findall(_JOINT.sub(" ", line.text))
    folded = [n.casefold() for n in names]
    if any(w in FUNCTION_WORDS and w not in _BINDERS for w in folded):
        return False
    capital = sum(n[0].isupper() or n.casefold() in _BINDERS for n in names) / len(names)
    known = sum(w in _MENU_WORDS for w in folded)
    return capital >= 0.85 and (known >= 3 or (folded[0] == "home" and known >= 2))


def _is_link_row(line: Line) -> bool:
    """A paragraph that is little but links, one beside the other."""
    block = line.block
    if block.kind is not BlockKind.PARAGRAPH or len(line.words) < 3 or line.ends_sentence:
        return False
    return block.link_density >= 0.9 or (
        block.link_density >= 0.5 and len(_BETWEEN.findall(line.text)) >= 2
    )


def _is_upright(line: Line) -> bool:
    """Could be one entry of a menu stood upright."""
    if not 1 <= len(line.words) <= 4 or line.ends_sentence or line.text.endswith(":"):
        return False
    return first_alarm(line.text) is None


def _is_menu_entry(line: Line) -> bool:
    shares = cue_share(line.folded)
    return sum(shares.get(name, 0.0) for name in _CLASSES) >= 0.8


def find(page: Page) -> Iterable[Hit]:
    """Skip links anywhere; menu lines and upright menus outside the article."""
    run: list[Line] = []
    for line in page.lines:
        if _SKIP.fullmatch(line.folded):
            yield hit([line], "A link for the keyboard, not part of the article.")
        elif page.outside_prose(line) and (_is_menu_line(line) or _is_link_row(line)):
            yield hit([line], _REASON)
        elif page.outside_prose(line) and _is_upright(line):
            run.append(line)
            continue
        yield from _upright(run)
        run = []
    yield from _upright(run)


def _upright(run: list[Line]) -> Iterable[Hit]:
    """The run from its first to its last menu entry, if half of it or more are menu entries."""
    entries = [k for k, line in enumerate(run) if _is_menu_entry(line)]
    if len(entries) < 2:
        return
    lines = run[entries[0] : entries[-1] + 1]
    if len(lines) >= _RUN and len(entries) * 2 >= len(lines):
        yield hit(lines, _REASON)


RULE = CutRule[Page](
    id=RuleId("CUT007"),
    name="site_navigation",
    summary="The site's menu, in a line or upright",
    seen="expert question-and-answer pages, portals, clinics",
    find=find,
    cuts=(
        Example(
            "[[Home HealthAnswers Clinic Finder Symptom Library About Our Experts]]\n"
            "Still tired after a month",
            "names without spaces between them",
        ),
        Example(
            "[[Skip to main content]]\n[[Home]]\n[[About us]]\n[[Knee Centre]]\n[[Contact]]\n"
            "Knees that crack",
            "stood upright",
        ),
    ),
    keeps=(
        Example("Home Treatment Of Burns\nCool the burn.", "a title in capitals"),
        Example("Fever\nCough\nHeadache\nRash", "short list items, no menu words"),
        Example(
            "Help and Support Services at Home\nAsk the ward which services there are.",
            "a title made of menu words, but with a word that binds",
        ),
    ),
    known_gaps=(
        Example("[[Knees Hips Backs Shoulders]]\nKnees that crack", "a menu without a menu word"),
    ),
)
