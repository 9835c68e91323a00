"""What each feature says about a line, in log-odds that it belongs to the article.

A line's score is the plain sum of these numbers, so that every decision can be taken apart. They
were fitted once by logistic regression (L2, C = 1, a line weighing the square root of its length)
on the labelled lines of 975 real pages in two styles of scraping, derived from the WCXB extraction
set (CC BY 4.0; its unreviewed pages at weight 0.15), then rounded to one decimal. With the sites
of fit and test held apart, cutting by them reaches F1 0.80 on what is dropped and loses 1.4 % of
the article (style "container"); nothing is gained by more decimals. The one about cut lines was
set by hand. The five about the DOM were fitted on 400 other pages of that set and set within that
fit so that recall of the article comes before precision.

`TRUST` is what every line is credited with before anything is known: it sets how much of the
article may be lost for how much residue, and was chosen on the same pages.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.stages.boilerplate.places import Features

TRUST = 0.5

WEIGHTS: dict[str, float] = {
    "links": -2.5,
    "outside the article's element": -1.5,
    "inside the article's element": 1.0,
    "beside the article's paragraphs": 4.0,
    "heading of the markup": 1.5,
    "short, beside cut lines": -2.0,
    "legal words": -3.2,
    "newsletter words": -2.7,
    "credit words": -2.3,
    "cues around": -2.3,
    "share words": -2.2,
    "date": -1.8,
    "dateline words": -1.8,
    "comment word, short line": -1.7,
    "comment words": -1.6,
    "cut by ellipsis": -1.5,
    "menu words": -1.4,
    "under a residue header": -1.4,
    "said twice": -1.3,
    "short lines around": -1.3,
    "capitals": -1.2,
    "one word": -1.2,
    "related words": -1.2,
    "shop words": -1.2,
    "account words": -1.1,
    "far from prose above": -1.1,
    "newsletter word, short line": -1.0,
    "contact or copyright sign": -0.9,
    "far from prose below": -0.9,
    "shop word, short line": -0.9,
    "2-3 words": -0.7,
    "sentence ends around": -0.7,
    "dateline word, short line": -0.6,
    "prose around": -0.6,
    "8-13 words": -0.5,
    "binding words": -0.5,
    "kin to the body": -0.5,
    "related word, short line": -0.5,
    "prose above": -0.4,
    "short lines below": -0.4,
    "under a residue header, prose over": -0.4,
    "cues below": -0.3,
    "date in prose": -0.3,
    "4-7 words": -0.2,
    "cues above": -0.2,
    "legal word, short line": -0.2,
    "question": -0.2,
    "sentence end, short": -0.2,
    "short lines above": -0.2,
    "menu word, short line": 0.2,
    "share word, short line": 0.2,
    "price": 0.5,
    "sentence end": 0.5,
    "sentence ends above": 0.5,
    "sentence ends below": 0.5,
    "digits": 0.7,
    "14-30 words": 0.8,
    "colon end": 1.2,
    "list marker": 1.4,
    "kin to the body, short": 1.6,
    "prose before": 1.6,
    "over 30 words": 1.7,
    "prose after": 3.0,
}


def score(features: Features) -> float:
    """Log-odds that a line with these features is the article; above 0 it rather is."""
    return TRUST + sum(WEIGHTS.get(name, 0.0) * value for name, value in features.items())


def strongest(rows: Iterable[Features], count: int = 3) -> tuple[str, ...]:
    """The features that speak most against these lines, strongest first."""
    against: dict[str, float] = {}
    for features in rows:
        for name, value in features.items():
            against[name] = against.get(name, 0.0) + WEIGHTS.get(name, 0.0) * value
    ranked = sorted((weight, name) for name, weight in against.items() if weight < 0)
    return tuple(name for _, name in ranked[:count])
