"""A caption or credit whose picture or film is gone.

"Video - How to tie a sling" announces what cannot be seen; "Photo: Shutterstock" credits it. The
line must open with the medium and a dash or colon and must not be a statement, or it must be a
credit and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.model.changes import RuleId
from pipeline.rulebook.rule import CutRule, Example, Hit
from pipeline.stages.boilerplate.page import Line, Page, hit
from pipeline.text.alarms import first_alarm

_AGENCY = (
    r"(?:shutterstock|getty(?: images)?|istock(?:photo)?|unsplash|pexels|pixabay|adobe stock|alamy|"
    r"depositphotos|dreamstime|freepik|reuters|afp|flickr|wikimedia(?: commons)?|canva)"
)
_OPENS = re.compile(
    r"(?:videos?|photos?|images?|pictures?|gallery|slideshow|infographic|podcast|film|watch|listen)"
    r"(?: \d{1,2})?\s?(?:[:：|]| [-–—] |[-–—] )\s?\S"
)
_CREDIT = re.compile(
    rf"(?:\W{{0,2}}(?:(?:file |stock )?photo(?:graph)?s?|images?|pictures?|video|illustration|"
    rf"featured image)?\W{{0,2}}"
    rf"(?:credits?|courtesy of|source|by|from|via|©)?\W{{0,3}}(?:[\w.' ]{{1,40}}[/|,] ?|"
    rf"[\w.']{{1,20}} "
    rf"(?:on|via|from) )?{_AGENCY}(?:\.com)?(?: ?[/|] ?[\w.' ]{{1,40}})?\W{{0,3}})"
    r"|(?:photo|image|picture|video|featured image) (?:credits?|courtesy(?: of)?|source|"
    r"by)\W{1,3}.{1,80}"
    r"|(?:watch|play) (?:the |this )?video(?: (?:above|below|here))?\W{0,2}|loading video\W{0,4}"
    r"|(?:click|tap) (?:here )?(?:to|on) (?:enlarge|the image|play|watch).{0,40}"
)
_CREDIT_WORD = re.compile(r"(?<!\w)(?:file |stock )?(?:photo|image|picture|credit)(?!\w)")
_LONGEST = 22  # words


def _is_credited_caption(line: Line) -> bool:
    """A caption by its markup that ends in a credit: its picture is not here."""
    if "caption" not in line.block.path.rpartition("/")[2].lower() or first_alarm(line.text):
        return False
    starts = (m.start() for m in _CREDIT_WORD.finditer(line.folded))
    return any(_CREDIT.fullmatch(line.folded[at:].strip("() ")) for at in starts)


def _is_caption(line: Line) -> bool:
    if not line.words or len(line.words) > _LONGEST:
        return False
    if _CREDIT.fullmatch(line.folded) or _is_credited_caption(line):
        return True
    return bool(_OPENS.match(line.folded)) and not line.text.endswith((".", ";", ","))


def find(page: Page) -> Iterable[Hit]:
    """Each caption by itself."""
    for line in page.lines:
        if _is_caption(line):
            yield hit([line], "A caption or credit of something that is not here to see.")


RULE = CutRule[Page](
    id=RuleId("CUT015"),
    name="media_caption",
    summary="Captions and credits of absent pictures and films",
    seen="translated portals (Video - …), news sites (Photo: agency)",
    find=find,
    cuts=(
        Example("Rest.\n[[Video - How to tie a sling]]\nA sling helps.", "the film is gone"),
        Example("Rest.\n[[Photo: Shutterstock]]", "a credit"),
        Example("Rest.\n[[(File photo: Reuters)]]", "a credit in brackets"),
        Example(
            "Rest.\n[[<body/figcaption> The ward at night (File photo: Reuters)]]",
            "a caption by its markup, with a credit",
        ),
        Example("Rest.\n[[Image credit: A. Painter, Getty Images]]", "a longer credit"),
    ),
    keeps=(
        Example("Video games and sleep", "a heading about films"),
        Example("Image: the scan shows a small dark spot on the left side.", "a statement"),
        Example("Watch for these signs:\nFever", "an order to the reader"),
    ),
)
