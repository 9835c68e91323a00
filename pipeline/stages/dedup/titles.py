"""What a title says the article is about, and whether two titles can head one article.

Real sites answer "Is sickle cell disease inherited?" and "Is RAPADILINO syndrome inherited?"
with the same three sentences. The bodies are one text; the articles are two. So a title is
reduced to its subject, the words that are not question, frame or fashion ("What is", "Read
more:", "10 facts about"). Titles that differ in their subject may head one article only when
each fits the other's body; when in doubt, they do not.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from pipeline.stages.dedup.cues import words
from pipeline.text.shingles import words_of

FRAME = words(
    """
    a about according after all also an and any are article as at be been before being best but by
    can cause caused causes causing change changes common complete complications could cure cures
    daily dangers deal definition details diagnose diagnosed diagnosis did do doctor doctors does
    doing effect effective effects everything expert experts explain explained explains facts faq
    find first for from full genetic genetics get give guide guides happen has have health healthy
    help here home how i if important in info information inherited introduction is it its
    journal know latest learn like living look main major make many matters may me medical
    methods more most much must my myths natural need needs new news next of on online or other
    our out outlook overview page part patient people plain prevent prevented preventing prevention
    prognosis protect question questions quick read reading reasons related remedies report research
    review risk risks s say see series should sheet show side sign signs simple so some special
    spot stages stop story symptom symptoms take tell test tests than that the their them there
    these they thing things this tips to today top treat treated treating treatment treatments
    truth types ultimate understand understanding up update updated us use used using very was way
    ways we week weekly well what when where which who why will with you your yours
    answers answer topic topics ask asked blog post posts digest special study studies list lists
    found habit habits hack hacks trick tricks secret secrets mistake mistakes sign idea ideas
    two three four five six seven eight nine ten eleven twelve
    """
)

QUALIFIERS = words(
    """
    type stage grade form class group variant autosomal dominant recessive linked familial
    hereditary congenital acquired primary secondary acute chronic juvenile infantile neonatal
    adult child children women men pregnancy elderly early late onset mild severe benign malignant
    i ii iii iv v vi vii viii ix x b c d e f g h alpha beta gamma delta left right upper lower
    """
)
"""Words that make another subject of the one they stand with, however often a body has both."""

LEAST = 0.75
"""How much rarer a word that one title adds may be in one of two bodies about the same."""
RETITLED = 0.9
"""The same where each title has words of its own; a digest of two articles stays below it."""


def subject_of(title: str | None) -> tuple[str, ...]:
    """The subject words of `title`, sorted; numbers count, frame words do not.

    >>> subject_of("What are the symptoms of Marfan syndrome ?")
    ('marfan', 'syndrome')
    """
    found = words_of(title or "").texts
    if len(found) > 1 and found[0].isdigit():
        found = found[1:]  # "7 habits that …" counts its items
    kept = (w for w in found if w not in FRAME)
    return tuple(sorted({singular(w) for w in kept}))


def ask_alike(one: str, other: str) -> bool:
    """True when the frame of one title has nothing that the other's lacks.

    "What causes gout?" and "Who is at risk for gout?" are two questions; "Gout" asks nothing.
    """
    frames = [{w for w in words_of(title).texts if w in FRAME} for title in (one, other)]
    return frames[0] <= frames[1] or frames[1] <= frames[0]


@lru_cache(maxsize=1 << 16)
def singular(word: str) -> str:
    """A crude singular, applied to both titles alike; possessives lose their ending."""
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "is", "us")):
        return word[:-1]
    return word


def subjects_differ(
    ours: tuple[str, ...],
    theirs: tuple[str, ...],
    our_counts: Mapping[str, int],
    their_counts: Mapping[str, int],
) -> bool:
    """True when the two subjects cannot be shown to be one.

    An unknown subject differs from nothing. Otherwise every word that only one title has must
    stand in both bodies, about as often (the counts are of the singular): then both bodies speak
    of it, and one page was merely given another title. A body that names neither disease, and
    so could be about either, proves nothing. A qualifier always tells apart.
    """
    if not ours or not theirs:
        return False
    only_ours, only_theirs = set(ours).difference(theirs), set(theirs).difference(ours)
    least = RETITLED if only_ours and only_theirs else LEAST
    for word in sorted(only_ours | only_theirs):
        here, there = our_counts.get(word, 0), their_counts.get(word, 0)
        if word in QUALIFIERS or word.isdigit():
            return True
        if not here or min(here, there) < least * max(here, there):
            return True
    return False
