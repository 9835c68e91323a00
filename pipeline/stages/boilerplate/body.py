"""The body of the article: from its first block to its last, and nothing in between goes by score.

A score is right about most lines and wrong about some, and a line lost from the middle of an
article does more harm than its own loss: "Drink 250 ml a day" comes to stand below another
heading, and a new instruction is born that nobody wrote. So a score may only take what stands
before or after the body. The body reaches over every sentence of the article that stays, over the
members of a numbered series (which share one fate), over the heading right above it and over lists
that touch it. Within it, only what the markup shows to be links or residue may still go.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.stages.boilerplate.features import is_cued, is_residue_header
from pipeline.stages.boilerplate.page import Line, Page
from pipeline.stages.boilerplate.places import is_residue_place
from pipeline.stages.boilerplate.words import DATE, cue_share

_LINKED = 0.6  # share of a line's letters inside links from which it is a link
_NUMBER = re.compile(r"(?:step |no\.? ?|#|\()?(\d{1,2})(?:[.):]|\s?[-–—]) ?(?=\S)")
_AMOUNT = re.compile(r"[\d½¼¾⅓⅔⅛][\d./,½¼¾-]{0,8} ?[^\W\d_]")
_HEADING = 14  # words of the longest line that heads what stands below it
_SENTENCE = 4  # words of the shortest sentence that can close an article
_APART = 40  # lines between two numbers of one series
_SIGNS = 3  # lines with a sign of residue in a row of lines that is the site's own
_BUTTON, _ALL = 6, 0.7  # words of a button, and the least share of them that is a site's phrase
_ABOVE, _KIN = 6, 0.3  # lines between title and body; the least kinship of a title
_CUED = 0.2  # share of a line that cues may make up while it is still plain
_SAID = 6  # words of a sentence that is no sign of residue, whatever words it opens with
_NAMES = 6  # lines without a sentence that the article may hold between two texts
_TEXT_KIN = 0.5  # kinship of a paragraph farther off
_NEAR = 8  # lines from the core in which a plain paragraph is the article's, whatever its words
_FOOTNOTE, _TAIL = re.compile(r"[.!?][\"”’)]?(?: ?\[[^\[\]]{1,20}\])+$"), 40
_TITLE = (2, 25)  # words of a title


def is_linked(line: Line) -> bool:
    """The markup shows it to be links, or names the part it stands in as residue."""
    return line.block.link_density >= _LINKED or is_residue_place(line.block.path)


def body_of(page: Page, start: int, end: int, kept: Iterable[int]) -> tuple[int, int]:
    """The half-open range of lines that is the article's, from its core `start` to `end`.

    `kept` are lines outside the core that stay for their own sake (a dose, a row of a table).
    """
    low, high = start, end
    left = [x for x in page.lines if x.index not in page.gone]
    near = range(start - _NEAR, end + _NEAR)
    texts = {x.index for x in left if _is_text_of(page, x, near)}
    alarms = {k for k in kept if speaks(page.lines[k])}
    for index in sorted(k for k in texts | alarms if k >= end):
        if _is_reached(page, range(high, index), index in texts):
            high = index + 1
    for index in sorted((k for k in texts | alarms if k < start), reverse=True):
        if _is_reached(page, range(index + 1, low), index in texts):
            low = index
    series = tuple(series_of(page))
    while True:
        grown = _grown(page, low, high, series)
        if grown == (low, high):
            return low, high
        low, high = grown


def _grown(page: Page, low: int, high: int, series: Sequence[tuple[int, ...]]) -> tuple[int, int]:
    """The range with the series it touches, the headings above it and what closes it."""
    for members in series:
        if any(low <= index < high for index in members):
            low, high = min(low, members[0]), max(high, members[-1] + 1)
    above = _nearest(page, range(low - 1, -1, -1))
    headed = low < len(page.lines) and _is_text(page.lines[low])
    if above is not None and (_is_item(above) or (headed and _heads(above, page))):
        low = above.index
    below = _nearest(page, range(high, len(page.lines)))
    if below is not None and (_closes(below) or _is_item(below)):
        high = below.index + 1
    elif below is not None and _heads(below, page):
        text = _nearest(page, range(high + 1, len(page.lines)))
        if text is not None and (_closes(text) or _is_item(text)):
            high = text.index + 1
    return low, high


def _is_reached(page: Page, gap: range, is_text: bool) -> bool:
    """The article goes on across `gap`; before another text, a list of names ends it sooner."""
    if is_text:
        left = (page.lines[k] for k in gap if k not in page.gone)
        if sum(not (_ends(x) or _is_item(x)) for x in left) > _NAMES:
            return False
    return not _is_site(page, gap)


def _is_site(page: Page, indices: range) -> bool:
    """Lines between the article and a warning that are the site's own business for the most part:
    an emergency number in a footer does not make the footer an article."""
    signs = sum(k in page.gone or _is_sign(page.lines[k]) for k in indices)
    return signs >= _SIGNS and signs * 2 >= len(indices)


def _is_sign(line: Line) -> bool:
    said = line.ends_sentence and len(line.words) >= _SAID
    return not said and not _is_plain(line)


def _ends(line: Line) -> bool:
    """Ends like a sentence, with or without the number of a footnote behind it."""
    return line.ends_sentence or bool(_FOOTNOTE.search(line.text[-_TAIL:]))


def _is_text_of(page: Page, line: Line, near: range) -> bool:
    """A plain paragraph with words of the article's, or close to it."""
    if not (line.is_prose and _ends(line) and _is_plain(line)):
        return False
    return line.index in near or page.kinship(line) >= _TEXT_KIN


def _nearest(page: Page, indices: range) -> Line | None:
    """The first of these lines, if it is still there: a cut is an edge of the article."""
    for index in indices:
        return None if index in page.gone else page.lines[index]
    return None


def speaks(line: Line) -> bool:
    """No link, and no phrase of a site's own business: law, mail, shop, other articles."""
    return not is_linked(line) and not is_residue_header(line) and not _is_business(line)


def _is_business(line: Line) -> bool:
    return any(name in ("legal", "newsletter", "account") for name in cue_share(line.folded))


def _is_plain(line: Line) -> bool:
    """Nothing on it that residue likes: no date, no link, next to no cue ("about 3 cm" has one)."""
    if not line.words or is_linked(line) or DATE.search(line.folded) or "|" in line.text:
        return False
    return sum(cue_share(line.folded).values()) < _CUED and not _is_business(line)


def _heads(line: Line, page: Page) -> bool:
    """A few plain words above what stays: as good as a heading, whatever its markup."""
    return len(line.words) <= _HEADING and _is_plain(line) and page.copies[line.folded] == 1


def _is_text(line: Line) -> bool:
    """Something a heading may stand above: a sentence, an item, an amount."""
    marked = bool(line.block.marker) or bool(_AMOUNT.match(line.text))
    return marked or line.is_prose or line.ends_sentence


def _closes(line: Line) -> bool:
    """A plain sentence right below what stays."""
    return line.ends_sentence and len(line.words) >= _SENTENCE and _is_plain(line)


def _is_item(line: Line) -> bool:
    """A bulleted item or an amount of something, next to what stays."""
    marked = bool(line.block.marker) or bool(_AMOUNT.match(line.text))
    return marked and _is_plain(line)


def series_of(page: Page) -> Iterator[tuple[int, ...]]:
    """Lines that count 1, 2, 3 …: the indices of each series of two or more, in page order."""
    run: list[int] = []
    last = 0
    for line in page.lines:
        found = _NUMBER.match(line.folded)
        if line.index in page.gone or not found or is_linked(line):
            continue
        number = int(found[1])
        if run and (number != last + 1 or line.index - run[-1] > _APART):
            if len(run) > 1:
                yield tuple(run)
            run = []
        run.append(line.index)
        last = number
    if len(run) > 1:
        yield tuple(run)


def title_line(page: Page, low: int, high: int) -> int | None:
    """The page's title: the first plain line just above the body that speaks of its subject.

    Menus name the same subjects, so it counts only with few lines of its page between it and the
    body.
    """
    subject = {w for x in page.lines[low:high] if x.index not in page.gone for w in x.content_words}
    left = [x for x in page.lines[:low] if x.index not in page.gone]
    for line in left[-_ABOVE:]:
        if not _TITLE[0] <= len(line.words) <= _TITLE[1] or not _is_plain(line):
            continue
        own = line.content_words
        if own and len(own & subject) / len(own) >= _KIN:
            return line.index
    return None


def is_button(line: Line) -> bool:
    """Nothing but phrases of a site's own: "Shop now", "Share", "Sign in"."""
    shares = cue_share(line.folded)
    words = sum(share for name, share in shares.items() if name != "dateline")
    return 1 <= len(line.words) <= _BUTTON and not line.ends_sentence and words >= _ALL


def buttons_among(page: Page, run: Sequence[int]) -> list[int]:
    """Of a run inside the article, the buttons that stand together with others of their kind.

    One such line may be a heading ("Support", "Resources"), and so may the one right above a
    text; three in a row that no text follows are a site's.
    """
    found: list[int] = []
    row: list[int] = []
    for index in (*run, -1):
        if index >= 0 and is_button(page.lines[index]) and (not row or row[-1] == index - 1):
            row.append(index)
            continue
        if len(row) >= _SIGNS:
            below = page.following(page.lines[row[-1]], 1)
            headed = below and not is_button(below[0]) and below[0].ends_sentence
            found += row[:-1] if headed else row
        row = [index] if index >= 0 and is_button(page.lines[index]) else []
    return found


def may_go(line: Line, page: Page) -> bool:
    """Between title and body: only what residue's own signs are on."""
    return not _is_plain(line) or is_cued(line) or page.copies[line.folded] > 1
