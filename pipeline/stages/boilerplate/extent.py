"""Where the article begins and ends, and what inside it is not the article.

About nine tenths of the residue of real pages lies before or after the article, so the question
"which lines?" is mostly the question "from where to where?". Each line's score is log-odds; the
stretch of lines with the greatest sum is the article (Kadane's maximum subarray, as of 1984). What
lies before and after goes if the evidence against it, summed, is strong enough; so does a run of
lines inside. Weaker evidence cuts nothing and is shown to an editor.

A line counts for at most `_CLIP` either way, a little more when it is long: one glaring line must
not carry off its neighbours. Last, the edges move outward over paragraphs near them that speak of
the article's subject: without that, short articles lose their conclusion. On the labelled pages
this costs nothing in F1 and saves a fifth of what was lost of the articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from pipeline.rulebook.rule import Hit
from pipeline.stages.boilerplate.body import body_of, buttons_among, is_linked, may_go, title_line
from pipeline.stages.boilerplate.features import page_features
from pipeline.stages.boilerplate.page import Line, Page, hit
from pipeline.stages.boilerplate.places import Features
from pipeline.stages.boilerplate.protect import protected
from pipeline.stages.boilerplate.weights import score, strongest

_CLIP = 4.0
CUT_AT = 6.0  # log-odds against a stretch at which it is cut
GONE = 1.0  # log-odds that a line cut already adds against the stretch it stands in
DOUBT_AT = 3.0  # log-odds at which an editor is asked
_FEWEST = 4  # lines: a shorter page has no company to judge a line by
_LENGTH_POWER = 0.15  # of 0, 0.15, 0.25, 0.35 the best F1 at 1 % of the article lost
_USUAL = 60  # characters of a line that counts once
_NEAR, _FAR = 3, 25  # lines beyond an edge in which one paragraph, or two in a row, are looked for
_SINGLE = (18, 0.4)  # the fewest words and least kinship of a paragraph that counts alone
_TWIN = (14, 0.5)  # and of one that counts beside another
_ALONE = (14, 0.4)  # and of one that stays wherever it stands, if its own score is for it
_PROSE_KIN, _SHORT_KIN = 0.15, 0.34  # kinship of a sentence right at the edge


@dataclass(frozen=True)
class Stretch:
    """Consecutive lines and the evidence against them: `place` is before, after or inside."""

    place: str
    lines: tuple[Line, ...]
    against: float
    why: tuple[str, ...]


@dataclass(frozen=True)
class _Weighed:
    """A page with features and score of each line; the lines of `keep` no score may cut."""

    page: Page
    rows: Sequence[Features]
    scores: Sequence[float]
    keep: frozenset[int]


@lru_cache(maxsize=2)  # several rules ask about the same page, one after the other
def find_stretches(page: Page) -> tuple[Stretch, ...]:
    """The stretches with evidence against them, in page order; lines cut already are left out."""
    if len(page.lines) < _FEWEST or page.last_prose < 0:
        return ()  # no company to judge by, or not in a language these scores know
    rows = page_features(page)
    scores = [_weigh(line, row, page) for line, row in zip(page.lines, rows, strict=True)]
    start, end = _widen(page, *best_span(scores))
    keep = protected(page, [k for k in range(len(scores)) if not start <= k < end])
    low, high = body_of(page, start, end, _staying(page, keep, start, end))
    parts = [("before", 0, low)]
    parts += [("inside", a, b) for a, b in _runs(scores, low, high)]
    parts.append(("after", high, len(scores)))
    keep |= protected(page, [k for place, a, b in parts if place == "inside" for k in range(a, b)])
    title = title_line(page, low, high)
    if title is not None and "title" in page.keep:
        below = page.lines[title + 1 : low]
        keep |= {title: "the title"}
        keep |= {x.index: "below the title" for x in below if not may_go(x, page)}
    weighed = _Weighed(page, rows, scores, frozenset(keep))
    found = (_stretch(place, range(a, b), weighed) for place, a, b in parts)
    return tuple(stretch for stretch in found if stretch is not None)


def _staying(page: Page, keep: dict[int, str], start: int, end: int) -> list[int]:
    """Lines outside the core that stay and speak for the article: alarms and rows of tables."""
    said = ("a dose, a warning or an instruction to see a doctor", "a row of a table")
    return [k for k in sorted(keep) if keep[k] in said and not start <= k < end]


def find_hits(page: Page, place: str, said: str) -> Iterator[Hit]:
    """The stretches at `place` with evidence enough to cut them; `said` opens the reason."""
    for stretch in find_stretches(page):
        if stretch.place == place and stretch.against >= CUT_AT:
            why = ", ".join(stretch.why)
            against = f"(log-odds {stretch.against} against these lines)"
            yield hit(stretch.lines, f"{said}, judged by {why} {against}.")


def _weigh(line: Line, row: Features, page: Page) -> float:
    """The line's score, bounded; a line that is gone already says nothing about where to cut."""
    if line.index in page.gone:
        return 0.0
    bounded = max(-_CLIP, min(_CLIP, score(row)))
    length: float = (max(len(line.span), 1) / _USUAL) ** _LENGTH_POWER
    return bounded * length


def _is_solid(line: Line, page: Page, words: int, kinship: float) -> bool:
    """A paragraph about the article's subject."""
    if line.index in page.gone or not (line.is_prose and line.ends_sentence):
        return False
    return len(line.words) >= words and page.kinship(line) >= kinship


def _widen(page: Page, start: int, end: int) -> tuple[int, int]:
    """The range stretched over paragraphs about its subject: single ones close to its edges, two
    in a row from farther off (an offer in mid-article must not take the second half with it)."""
    single = {x.index for x in page.lines if _is_solid(x, page, *_SINGLE)}
    twin = {x.index for x in page.lines if _is_solid(x, page, *_TWIN)}
    for at in range(start - 1, -1, -1):
        if start - at <= _NEAR and at in single:
            start = at
        elif start - at <= _FAR and at in twin and at - 1 in twin:
            start = at - 1
    for at in range(end, len(page.lines)):
        if at - end < _NEAR and at in single:
            end = at + 1
        elif at - end < _FAR and at in twin and at + 1 in twin:
            end = at + 2
    while start > 0 and any(_closes(x, page) for x in page.lines[max(0, start - 2) : start]):
        start -= 1
    while end < len(page.lines) and any(_closes(x, page) for x in page.lines[end : end + 2]):
        end += 1
    return start, end


def _closes(line: Line, page: Page) -> bool:
    """A whole sentence with some of the article's words, such as ends or opens an article."""
    if line.index in page.gone or not line.ends_sentence:
        return False
    kin = page.kinship(line)
    return (line.is_prose and kin >= _PROSE_KIN) or (len(line.words) >= 6 and kin >= _SHORT_KIN)


def best_span(scores: Sequence[float]) -> tuple[int, int]:
    """The half-open range of lines with the greatest sum; all lines where no line scores above 0.

    Of equal sums the first and longest wins.
    """
    sums = [0.0, *accumulate(scores)]
    low, best, found = 0, 0.0, (0, len(scores))
    for at, total in enumerate(sums):
        if total < sums[low]:
            low = at
        if total - sums[low] > best:
            best, found = total - sums[low], (low, at)
    return found


def _runs(scores: Sequence[float], start: int, end: int) -> list[tuple[int, int]]:
    """Maximal runs of lines below 0 between `start` and `end`."""
    runs: list[tuple[int, int]] = []
    for at in range(start, end):
        if scores[at] < 0:
            if runs and runs[-1][1] == at:
                runs[-1] = (runs[-1][0], at + 1)
            else:
                runs.append((at, at + 1))
    return runs


def _stretch(place: str, indices: range, weighed: _Weighed) -> Stretch | None:
    """The stretch without gone and protected lines, if anything speaks against it.

    Lines cut already add to the evidence against what stands among them, but not against whole
    sentences: the last sentence of an article often stands between two cuts.
    """
    page, scores = weighed.page, weighed.scores
    against = -sum(scores[k] for k in indices)
    left = [k for k in indices if k not in page.gone and k not in weighed.keep]
    left = [k for k in left if scores[k] <= 0 or not _is_solid(page.lines[k], page, *_ALONE)]
    if against < CUT_AT:
        bare = [k for k in left if not page.lines[k].ends_sentence]
        more = against + GONE * sum(k in page.gone for k in indices)
        if bare and more >= CUT_AT:
            left, against = bare, more
    if place == "inside":  # what is cut from an article's middle changes what is left of it
        linked = [k for k in left if is_linked(page.lines[k])] or buttons_among(page, left)
        if linked:
            left, against = linked, -sum(scores[k] for k in linked)
        else:
            against = min(against, DOUBT_AT)
    if not left or against < DOUBT_AT:
        return None
    return Stretch(
        place,
        tuple(page.lines[k] for k in left),
        round(against, 1),
        strongest(weighed.rows[k] for k in left),
    )
