"""Where a denial ends: "People without a fever can take ibuprofen" denies no ibuprofen.

The thing denied is a noun, with a list of its kin; the verb behind it tells what holds all the
same. A denied verb ("does not cause …") has its object behind it, and only a second verb ends
that: "Not taking warfarin may lead to stroke". A claim is a sentence of its own, and its verb does
not end what is said of it: "There is no proof that it may cause cancer".
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.stages.entities.scene import Scene, word_set

_FINITE = word_set(
    "can may might could should must will would shall cannot can't is are was were has have had do "
    "does did isn't aren't don't doesn't shouldn't needn't"
)
_VERBS = word_set(
    "take took use used need needed receive received get got start started eat drink tolerate "
    "choose prefer benefit live become cause lead mean make raise increase bring"
)
_GOES_ON = word_set("that which who to not it there , or also even ever") | _FINITE
"""Words whose verb is part of what is denied: "no pain that was new", "never has had it"."""
_NOUNS = word_set("no without zero sans")
"""Behind these stands what is denied, and the first verb tells what holds."""
_SUBJECTS = word_set("the my his her our their he she they it doctors most many some all")
_CLAIMS = word_set("that : for between if believe believed think thought assume assumed")
"""Last words of a cue behind which a whole clause is denied: "a myth that it can …"."""

_NO_VERB = (["of"], ["for"])
"""Behind these "use" and "need" were nouns: "no recent use of steroids"."""


def denial_edge(scene: Scene, start: int, edge: int) -> int:
    """Where a denial that ends before word `start` stops, at `edge` at the latest."""
    folded = scene.folded
    inverted = folded[start - 1] == "nor" and bool(_FINITE & set(folded[start : start + 1]))
    if start >= edge or inverted or folded[start - 1] in _CLAIMS:
        return edge
    passed = folded[start - 1] in _NOUNS or folded[start].endswith("ing")
    for at in range(start + 1, edge):
        passed = passed or bool(scene.between(at - 1, at))
        if folded[at - 1] in _GOES_ON or (folded[at - 1] == "and" and not passed):
            continue
        verb = passed and folded[at] in _VERBS and folded[at + 1 : at + 2] not in _NO_VERB
        if folded[at] in _FINITE or verb:
            return at
        if folded[at] == "and" and _begins(folded[at + 1 : edge]):
            return at
    return edge


def _begins(following: Sequence[str]) -> bool:
    """True where a new subject with its verb follows: "no infection, and the doctor stopped …"."""
    return bool(following) and following[0] in _SUBJECTS
