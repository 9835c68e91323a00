"""Invitations to share, like and follow.

"Join us on Facebook Share on Facebook" says nothing about health. A line goes when it is made of
such phrases and names of networks; a line that only mentions one in a sentence stays. Names of
networks alone go when three of them stand together or next to a prompt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.model.changes import RuleId
from pipeline.rulebook.rule import CutRule, Example, Hit
from pipeline.stages.boilerplate.page import Line, Page, hit

_NETWORK = (
    r"(?:facebook|twitter|x|instagram|linkedin|linked in|pinterest|whatsapp|youtube|telegram|"
    r"reddit|"
    r"tiktok|tumblr|messenger|threads|bluesky|mastodon|flipboard|pocket|snapchat|google\+?|vk|"
    r"viber|"
    r"e-?mail|print|rss(?: feed)?|copy(?: the)? link|sms)"
)
_ACT = (
    r"(?:(?:please )?(?:share|tweet|pin|post|like|follow|find|join|save|send|email|e-mail)"
    r"(?: (?:us|me|it|this|that|page|article|post|story|resource|the|our|with|friends|your|a|"
    r"friend|"
    r"via|on|to|by|in|now|love))*)"
)
_PHRASE = re.compile(
    rf"(?<!\w)(?:{_ACT} (?:on|via|to|by|in) {_NETWORK}|(?:share|tweet|pin) (?:this|it|on|via|:)"
    rf"(?: (?:article|post|page|story|resource|recipe))?|(?:follow|like|join|find) us(?: on| at)?|"
    rf"spread the (?:word|love)|share(?: now)?|shares?|tweet|retweet|pin it|{_NETWORK})(?!\w)"
)
_PROMPT = re.compile(
    rf"(?:(?:if you (?:liked?|enjoyed|found) .{{1,60}})?(?:please )?(?:follow|like|join|find) us "
    rf"(?:on|at) .{{0,80}}{_NETWORK}(?!\w)"
    r"|(?:please )?share (?:this|the) (?:article|post|page|story|recipe|information)(?: with "
    r".{0,60})?[.!:]?$"
    r"|(?:please )?share (?:it )?with your (?:friends|family|followers)"
    r"|(?:if you (?:liked?|enjoyed|found) .{1,80}share)|sharing is caring)"
)
_NAME = re.compile(rf"(?<!\w){_NETWORK}(?!\w)")
_FILL = re.compile(r"[\W\d_]+|(?<!\w)(?:and|or|us|me|on|a|the|with|friends|to|[kKmM])(?!\w)")
_LONGEST = 30  # words
_RUN = 3


def _rest(line: Line) -> str:
    """What is left of the line without prompts, names of networks, counts and small words."""
    return _FILL.sub("", _PHRASE.sub(" ", line.folded))


def _is_prompt(line: Line) -> bool:
    """Nothing but prompts, or three networks and more on one line."""
    if len(line.words) > _LONGEST or not line.words:
        return False
    if _PROMPT.match(line.folded):
        return True
    nameless = _FILL.sub("", _NAME.sub(" ", line.folded))
    return not _rest(line) and (bool(nameless) or len(_NAME.findall(line.folded)) >= _RUN)


def _is_name(line: Line) -> bool:
    return len(line.words) <= 4 and bool(_PHRASE.search(line.folded)) and not _rest(line)


def find(page: Page) -> Iterable[Hit]:
    """Runs of prompts and names that hold a prompt or three names."""
    run: list[Line] = []
    for line in page.lines:
        if _is_prompt(line) or _is_name(line):
            run.append(line)
            continue
        yield from _judge(run)
        run = []
    yield from _judge(run)


def _judge(run: list[Line]) -> Iterable[Hit]:
    if len(run) >= _RUN or any(_is_prompt(line) for line in run):
        yield hit(run, "An invitation to share, like or follow.")


RULE = CutRule[Page](
    id=RuleId("CUT008"),
    name="share_prompt",
    summary="Invitations to share, like and follow",
    seen="question-and-answer pages, magazines, blogs",
    find=find,
    cuts=(
        Example(
            "[[Like us on Facebook  Like us on Facebook Share on Facebook]]\nStill tired",
            "image text and link text run together",
        ),
        Example("Rest.\n[[Share this:]]\n[[Facebook]]\n[[Twitter]]", "a prompt and names"),
        Example(
            "Rest.\n[[If you liked this article, share it with your friends!]]", "a whole sentence"
        ),
    ),
    keeps=(
        Example("Do not share towels or razors with others.", "health advice"),
        Example("Share your worries with a friend or a nurse.", "health advice"),
        Example("Facebook\nThe network has made some teenagers unhappy.", "a heading"),
    ),
)
