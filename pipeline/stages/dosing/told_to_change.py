"""Whether anybody is told to change a treatment.

"The drug stops bleeding" and "when you stop" change nothing; an order, a permission, an example or
a phrase that is advice in itself does. Somebody who tells what he
did advises only if he praises it.
"""

from __future__ import annotations

import re

from pipeline.stages.dosing.cues import Cue
from pipeline.stages.dosing.passage import Passage, Sentence

TOLD = re.compile(
    r"(?:^\W*|[.:;,!?–—-]\s*|\b(?:and|then|just|simply|now|so|better|safely|please|even|or) "
    r"|\b(?:you|i|we|she|he|they|people|patients|women|men|everyone|everybody|wife|husband"
    r"|mother|friend) (?:can |could |may |should |must |might |just |also |simply |even "
    r"|safely |always |often )*"
    r"|\b(?:need|want|have|ought|better|time|safe|possible|enough|best|right|able"
    r"|advise\w*(?: \w+)?|decided?|easier|fine|ok|okay) to |\b(?:be|get) )$",
    re.I,
)


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
    r"|do without|forget|throw|instead|like a|as a|is enough|enough|cold|is not needed"
    r"|isn't needed|in place|day off|days off"
)
"""Beginnings of cues that are advice in themselves, whatever stands before them."""


def directed(passage: Passage, sentence: Sentence, verb: Cue) -> bool:
    """True for orders, permissions and examples; false for "the drug stops bleeding"."""
    words = sentence.words
    before, word = (
        words[: verb.span.start - sentence.span.start],
        verb.span.of(passage.text).lower(),
    )
    if _WHEN.search(before):
        return False
    if TOLD.search(before) or _ADVICE_ITSELF.match(word):
        return True
    if sentence.has("unsupervised") and _MODAL.search(before):
        return True
    return sentence.has("urge") and not word.endswith("s")


_HIMSELF = re.compile(r"\b(?:i|we|he|she|they) (?:just |simply |then |\w+ly )?$", re.I)


_PAST = re.compile(
    r"^(?:\w+ed|stopped|quit|threw|came|went|got|gave|took|put|cut|left|tossed)\b", re.I
)


def told_of_himself(passage: Passage, sentence: Sentence, verb: Cue) -> bool:
    """True for "so I binned the rest", when nobody is urged to do the same."""
    before = passage.text[sentence.span.start : verb.span.start]
    after = passage.after(sentence)
    urged = sentence.has("urge", "recommend") or (
        after is not None and after.block == sentence.block and after.has("urge")
    )
    past = _PAST.match(verb.span.of(passage.text)) is not None
    return past and not urged and _HIMSELF.search(before) is not None
