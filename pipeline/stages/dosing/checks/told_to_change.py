"""Whether anybody is told to change a treatment.

"The drug stops bleeding" and "when you stop" change nothing; an order, a permission, an example or
a phrase that is advice in itself does. Somebody who tells what he
did advises only if he praises it.
"""

from __future__ import annotations

import re

from pipeline.stages.dosing.facts.cues import Cue
from pipeline.stages.dosing.scope.passage import Passage, Sentence

TOLD = re.compile(
    r"(?:^\W*|[.:;,!?–—-]\s*|\b(?:and|then|just|simply|now|so|better|safely|please|even|or) "
    r"|\b(?:you|i|we|she|he|they|people|patients|women|men|everyone|everybody|wife|husband"
    r"|mother|friend) (?:can |could |may |should |must |might |just |also |simply |even "
    r"|safely |always |often |calmly |boldly )*"
    r"|\b(?:calmly|boldly|bravely|quietly|freely|simply|on (?:their|your|his|her|my) own) "
    r"|\b(?:patients|people|women|men|diabetics|asthmatics|those) (?:with|on|over|of) [^.,;:]{1,30}"
    r" (?:can|could|may) (?:\w+ly )?"
    r"|\b(?:need|want|have|ought|better|time|safe|possible|enough|best|right|able"
    r"|advise\w*(?: \w+)?|decided?|easier|fine|ok|okay) to |\b(?:be|get) )$",
    re.I,
)


_SPARED = re.compile(
    r"\b(?:no need|not necessary|unnecessary|needn't|not have|n't have|no reason|nobody has) to $"
    r"|\b(?:have|has|had) been $",
    re.I,
)
"""Before "stop" in "there is no need to stop", where the treatment goes on, and in "must have been
stopped two weeks before", which is an interval."""

_AFTER_A_WHILE = re.compile(
    r"(?:^\W*|[.,;:!?–—-]\s*)(?:so |then |and |but |just )?(?:in|on|at|from|after|before|for"
    r"|during|by|next|every|once|two|three|four|\d+)\b[^.,;:!?]{0,40}\s$",
    re.I,
)
"""An order may begin with when it is to be carried out: "after two quiet weeks throw it out"."""

_SOMEBODY = re.compile(r"\b(?:you|they|he|she|i|we|people|patients|who|that)\b", re.I)

_SO_HE = re.compile(r"\bso (?:i|we|he|she|they|just) $", re.I)

_NO_VERB = re.compile(
    r"(?:it|them|is|are|at half|in half|on (?:week|work)|a third|simply|just|calmly|boldly"
    r"|once|twice|half|one|two|three|four|only|monday|a month|a week|month|week)\b"
)
"""Changes that are told without a verb of their own: "once is enough", "them every other day"."""

_MODAL = re.compile(r"\b(?:can|could|may|might|should|must) (?:\w+ly )?$", re.I)


_WHEN = re.compile(
    r"\b(?:if|when|after|before|unless|until|who|(?<!at )(?<!after )(?<!from )that|because"
    r"|allow\w*|why|how|whether"
    r"|cause[sd]?)\b[^,;:.]{0,20}$",
    re.I,
)


_ADVICE_ITSELF = re.compile(
    r"thrown|in the|no need|every second|every other|double dose|triple dose|give|an extra|extra"
    r"|twice as|leave|make it|two if|one if|no longer need|half|take a break|don't need|do not need"
    r"|do without|a holiday|holiday from|a rest|forget|throw|instead|like a|as a|is enough|enough"
    r"|cold|is not needed|isn't needed|in place|day off|days off"
)
"""Beginnings of cues that are advice in themselves, whatever stands before them."""


def directed(passage: Passage, sentence: Sentence, verb: Cue) -> bool:
    """True for orders, permissions and examples; false for "the drug stops bleeding"."""
    words = sentence.words
    before, word = (
        words[: verb.span.start - sentence.span.start],
        verb.span.of(passage.text).lower(),
    )
    late = _AFTER_A_WHILE.search(before) if verb.kind == "changes_it" else None
    if late and not _SOMEBODY.search(late.group()):
        return True
    if (_WHEN.search(before) and not _SO_HE.search(before)) or _SPARED.search(before):
        return False
    if _described(before, word) and not sentence.has("urge", "recommend", "unsupervised"):
        return False
    if verb.kind == "changes_it" and _NO_VERB.match(word):
        return True
    if TOLD.search(before) or _ADVICE_ITSELF.match(word):
        return True
    if sentence.has("unsupervised") and _MODAL.search(before):
        return True
    return sentence.has("urge") and not word.endswith("s")


_ITEM = re.compile(r"(?:^|[:;,•–—]|\b(?:or|and))\W*$")
_SINGULAR = re.compile(r"\b(?:he|she|who|woman|man|patient|person|child)\b[^,;:.]{0,12}$", re.I)


def _described(before: str, word: str) -> bool:
    """True for "causes: skipping a pill" and "she misses the dose": what happens, and no order."""
    first = word.split()[0]
    if first.endswith("ing"):
        return _ITEM.search(before) is not None
    return first.endswith("s") and _SINGULAR.search(before) is not None


_HIMSELF = re.compile(r"\b(?:i|we|he|she|they) (?:just |simply |then |\w+ly )?$", re.I)


_PAST = re.compile(
    r"^(?:\w+ed|stopped|quit|threw|came|went|got|gave|took|put|cut|left|tossed)\b", re.I
)


def told_of_himself(passage: Passage, sentence: Sentence, verb: Cue) -> bool:
    """True for "so I binned the rest", when nobody is urged to do the same."""
    before = passage.text[sentence.span.start : verb.span.start]
    following = [passage.after(sentence, n) for n in (1, 2)]
    urged = sentence.has("urge", "recommend") or any(
        s is not None and s.block == sentence.block and s.has("urge", "unsupervised")
        for s in following
    )
    past = _PAST.match(verb.span.of(passage.text)) is not None
    return past and not urged and _HIMSELF.search(before) is not None
