"""The words by which residue gives itself away, beside the logic that weighs them.

Each class is one list of phrases, matched on the folded text of a line, whole words only. None of
them is proof: "share" and "search" stand in articles too. The lists say what kind a line would be
if it were residue; rules and scores look at the company it keeps.
"""

from __future__ import annotations

import re

from pipeline.text.sieve import Sieve

_FUNCTION_WORDS = """
    a about after all also am an and any are as at be because been before being but by can
    could did do does for from had has have he her his how i if in into is it its may might
    more most must my no not of often on or our she should so some such than that the their
    them then there these they this those to too until was we were what when where which while
    who why will with without would you your
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())

_CUES: dict[str, str] = {
    "account": """log in|login|log out|logout|sign in|sign out|register|create an account|
        my account|your account|username|password|forgot your password|remember me|
        become a member|join now|members only""",
    "share": """share|share this|share on|tweet|retweet|pin it|facebook|twitter|linkedin|whatsapp|
        pinterest|instagram|youtube|telegram|reddit|tiktok|copy link|follow us|follow me|like us|
        like this|print|email this|share via|rss""",
    "legal": """all rights reserved|copyright|terms of use|terms of service|terms and conditions|
        terms & conditions|privacy policy|privacy statement|privacy notice|cookie policy|disclaimer|
        accessibility|site map|sitemap|cookies|cookie|legal notice|imprint|do not sell|trademark|
        trademarks|editorial policy""",
    "newsletter": """newsletter|newsletters|subscribe|subscribed|unsubscribe|sign up|signup|
        mailing list|inbox|email address|your email|join our|email updates|enter your email|
        free trial|get started""",
    "related": """related articles|related posts|related stories|related content|related topics|
        related reading|you may also like|you might also like|you may also be interested|
        recommended for you|recommended|recommend|more from|more stories|more articles|read next|
        up next|popular posts|most popular|most read|trending|latest news|latest posts|
        recent posts|recent articles|recent comments|see also|read more|continue reading|
        view all|see all|see more|show more|load more|keep reading|don't miss|editor's picks""",
    "comment": """leave a comment|leave a reply|post a comment|add a comment|no comments|comments|
        1 comment|reply|replies|write a comment|be the first to comment|log in to comment|
        your email address will not be published|required fields|report abuse|upvote|
        was this helpful|was this article helpful|was this page helpful|rate this""",
    "shop": """add to cart|add to basket|buy now|shop now|order now|checkout|wishlist|cart|
        free shipping|sale|in stock|out of stock|quick view|gift card|book now|book a demo|
        request a quote|advertisement|sponsored|sponsored content|advertise with us|advertise""",
    "menu": """home|menu|search|about|about us|contact|contact us|skip to content|
        skip to main content|skip to navigation|navigation|toggle|faq|faqs|help|support|careers|
        jobs|press|blog|news|events|gallery|products|services|resources|topics|categories|category|
        tags|archives|close|open menu|main menu|back to top|next|previous|prev|table of contents|
        our team|partners|locations|find a doctor|store|shop|overview|media|investors|donate|
        language|english|quick links|useful links|departments|a-z|page contents|learn more|
        find out more|explore|download|app store|google play|customer service""",
    "credit": """photo|photo by|photos|image|image credit|image source|shutterstock|getty images|
        istock|unsplash|pexels|video|video by|credit|courtesy|watch|listen|transcript|caption""",
    "dateline": """min read|minute read|minutes read|reading time|read time|posted|posted on|
        posted in|posted by|published|published on|updated|last updated|last reviewed|
        reviewed by|medically reviewed|fact checked|fact-checked|written by|author|by|ago|views|
        written|filed under|tagged|editor""",
}

_READ = 400  # characters of a line in which cues are looked for; in longer ones they mean nothing


def _matcher(phrases: str) -> re.Pattern[str]:
    alternatives = sorted((p.strip() for p in phrases.split("|")), key=lambda p: (-len(p), p))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, alternatives)) + r")(?!\w)")


_NAMES = tuple(_CUES)
_MATCHERS = Sieve(map(_matcher, _CUES.values()))

MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)

DATE = re.compile(
    rf"(?<!\w)(?:(?:{MONTHS})\.? \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? (?:{MONTHS})\.?,? (?:19|20)\d\d"
    r"|\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d"
    r"|\d{1,2} (?:minute|hour|day|week|month|year)s? ago)(?!\w)"
)


def cue_share(folded: str) -> dict[str, float]:
    """For each class of cue in `folded` text, the share of its characters that cues make up."""
    length = max(len(folded), 1)
    shares: dict[str, float] = {}
    head = folded[:_READ]
    for at in _MATCHERS.possible(head.lower()):
        covered = sum(m.end() - m.start() for m in _MATCHERS[at].finditer(head))
        if covered:
            shares[_NAMES[at]] = covered / length
    return shares
