"""Who says it, to whom, and how firmly.

The same words are advice in one sentence and a warning in the next. Before a candidate becomes a
finding, its sentence is asked: is this forbidden, refuted, studied, remembered, regretted, asked,
or done in a hospital? The answer is a reason in words, which `check` shows to an editor who
wonders why nothing was flagged. Supervision is asked about separately, since it excuses some
things and not others, and only where it governs the same instruction.
"""

from __future__ import annotations

import re

from pipeline.model.document import BlockKind
from pipeline.model.span import Span
from pipeline.stages.dosing.cues import Cue
from pipeline.stages.dosing.heads import column_forbids
from pipeline.stages.dosing.passage import Passage, Sentence

_REFUSAL = re.compile(
    r"[\s\"'“”–—-]{0,4}(?:no\b|never\b|not\b|absolutely not|definitely not|don't)", re.I
)
_THIS = re.compile(
    r"[\s\"'“”]{0,3}(?:but |however,? |in fact,? |actually,? |yet )?"
    r"(?:this|that|it|they|these|those|there|such|doing so|doctors|experts|pharmacists|do not|don't"
    r"|please|never|wrong|nonsense|false|myth|no|not|in reality)\b",
    re.I,
)
_ASKS = re.compile(
    r"\W{0,3}(?:and |but |so |or )?(?:is|are|was|were|can|could|may|might|should|shall|do"
    r"|does|did|will|would|has|have|am|how|what"
    r"|when|why|which|who|where)\b(?!n't)",
    re.IGNORECASE,
)
_PRESCRIBES = re.compile(
    r"prescri|supervis|guidance|directed|told|\bput\b|recommended by|doctor'?s? (?:advice"
    r"|orders|recommend)|select|decide|instruct"
    r"|advised|monitor|examination|gave|gives|reduce|increase|raise|chooses|determin"
    r"|adjust|switched|medical advice|control",
    re.IGNORECASE,
)
_NONE = re.compile(r"\b(?:no|nor|neither|none of the|not a|not one|no such)\s+$", re.IGNORECASE)
_DENIED = frozenset({"no", "not", "without", "isn't", "aren't", "never", "doesn't", "don't", "any"})


def why_not(passage: Passage, sentence: Sentence, span: Span) -> str | None:
    """Why words at `span` of `sentence` are no advice, or None when they are."""
    return (
        _asked(passage, sentence, span)
        or _told(passage, sentence)
        or _forbidden(passage, sentence, span)
        or _warned(passage, sentence, span)
        or _refuted(passage, sentence, span)
        or _reported(passage, sentence)
    )


def _asked(passage: Passage, sentence: Sentence, span: Span) -> str | None:
    """A bare question, or a question that is answered with a no."""
    words = sentence.span.of(passage.text)
    following = passage.after(sentence)
    refused = following is not None and _REFUSAL.match(following.span.of(passage.text))
    if words.rstrip("\"'”’) ").endswith("?"):
        asks = _ASKS.match(words) or (sentence.has("question") and _opens(sentence, "question"))
        if asks:
            return "a question, answered with no" if refused else "a question"
        if refused:
            return "a question, answered with no"
        if sentence.kind is BlockKind.HEADING or _alone(passage, sentence):
            return "a heading that asks"
        if not sentence.doses and not sentence.has("imperative", "recommend"):
            return "a question without a verb"
    first = _REFUSAL.match(words)
    if first and passage.text[sentence.span.start + first.end() :][:1] in tuple(",.;:!"):
        return "an answer that says no"
    return None


def _alone(passage: Passage, sentence: Sentence) -> bool:
    """True when the sentence is a block of its own, as titles and questions are."""
    neighbours = (passage.before(sentence), passage.after(sentence))
    return len(passage.sentences) > 1 and all(
        n is None or n.block != sentence.block for n in neighbours
    )


def _opens(sentence: Sentence, kind: str) -> bool:
    """True when a cue of `kind` begins the sentence or a clause of it."""
    starts = [c.start for c in sentence.clauses]
    return any(
        any(0 <= cue.span.start - start <= 8 for start in starts) for cue in sentence.of(kind)
    )


def _told(passage: Passage, sentence: Sentence) -> str | None:
    """A study, history, a case, a court report, or what was done in a hospital."""
    if sentence.has("urge"):
        return None
    for kind, reason in (
        ("study", "a study"),
        ("casereport", "a report of a case or an overdose"),
        ("crime", "a report from a court or an authority"),
        ("history", "history"),
        ("hospital", "given in a hospital"),
    ):
        if not sentence.has(kind) or (kind == "hospital" and _at_home(passage, sentence)):
            continue
        if kind == "study" and _ADVISED.search(sentence.span.of(passage.text)):
            continue
        return reason
    previous = passage.before(sentence)
    if previous is not None and previous.block == sentence.block and previous.has("study"):
        opening = sentence.span.of(passage.text)[:20].lower()
        if opening.startswith(
            ("they ", "participants", "patients", "the group", "half ", "those ")
        ):
            return "a study"
    return None


_ADVISED = re.compile(
    r"\bso (?:take|drink|use|give)\b|\bsafe to (?:take|drink|use|give)\b"
    r"|\bthat (?:you|everyone|everybody|adults?) (?:should|can|must)\b",
    re.I,
)
"""What turns a study that is told into advice that is drawn from it."""
_AT_HOME = re.compile(r"\bat home\b|\b(?:your|him|her|my|them)sel(?:f|ves)\b", re.I)


def _at_home(passage: Passage, sentence: Sentence) -> bool:
    """True when what belongs in a hospital is done at home."""
    return _AT_HOME.search(sentence.span.of(passage.text)) is not None


def effective(sentence: Sentence, *kinds: str) -> tuple[Cue, ...]:
    """The cues of `kinds` that are not part of a phrase that means the opposite."""
    masks = [c.span for c in sentence.of("reassure", "unforbidding", "maximum")]
    return tuple(
        cue for cue in sentence.of(*kinds) if not any(mask.overlaps(cue.span) for mask in masks)
    )


def _forbidden(passage: Passage, sentence: Sentence, span: Span) -> str | None:
    """A prohibition of the clause of `span`, or a negation that stands before its last word.

    "Never take 8 tablets" negates what follows; "one a day, so that the vessels do not clog" says
    nothing against the one a day; "is contraindicated" and its like work in both directions.
    """
    clause = sentence.clause_of(span)
    if _NONE.search(passage.text[sentence.span.start : span.start]):
        return "negated (“no”)"
    for cue in effective(sentence, "prohibition"):
        if clause.overlaps(cue.span):
            return f"forbidden (“{cue.span.of(passage.text)}”)"
    for cue in effective(sentence, "negation"):
        if clause.overlaps(cue.span) and cue.span.start < span.end:
            said = cue.span.of(passage.text).lower()
            before = passage.text[sentence.span.start : cue.span.start]
            if said in _TELLS and _RELATIVE.search(before):
                continue
            return f"forbidden or negated (“{cue.span.of(passage.text)}”)"
    if column_forbids(passage, sentence, span):
        return "stands in a column that forbids"
    for index in sentence.above:
        above = passage.sentences[index]
        denied = [
            c
            for c in effective(above, "negation")
            if c.span.of(passage.text).lower() not in _TELLS - _ORDERS
        ]
        if (denied or effective(above, "prohibition")) and not above.has("question"):
            return "stands under a heading or lead-in that forbids"
    limit = [c for c in sentence.of("maximum") if 0 <= span.start - c.span.end <= 12]
    if limit:
        return f"a maximum (“{limit[0].span.of(passage.text)}”)"
    return None


_TELLS = frozenset(
    [
        "will not",
        "won't",
        "would not",
        "do not",
        "don't",
        "does not",
        "doesn't",
        "did not",
        "didn't",
        "cannot",
        "can't",
    ]
)
_ORDERS = frozenset({"do not", "don't"})
_RELATIVE = re.compile(r"\b(?:that|which|who|if|when|because|since|where)(?: \w+){0,2} $", re.I)
"""Before "does not pass" in "spots that do not pass": a condition, no prohibition."""


def _warned(passage: Passage, sentence: Sentence, span: Span) -> str | None:
    """A warning in the same sentence."""
    for cue in effective(sentence, "warning"):
        before = [t.word for t in passage.tokens[max(0, cue.first - 2) : cue.first]]
        if not _DENIED.intersection(before):
            return f"a warning (“{cue.span.of(passage.text)}”)"
    return None


def _refuted(passage: Passage, sentence: Sentence, span: Span) -> str | None:
    """A claim that the same or the next sentence calls wrong, or a report denied further down.

    A warning that merely follows ("it can cause a dry mouth") refutes nothing, unless what it
    follows was only reported.
    """
    if effective(sentence, "refute"):
        return "a claim that is refuted"
    following = passage.after(sentence)
    if following is not None and following.block == sentence.block:
        words = following.span.of(passage.text)
        if _REBUTS.search(words) or (_THIS.match(words) and effective(following, "refute")):
            return "a claim that the next sentence refutes"
        if sentence.has("report") and effective(following, *_DENIALS):
            return "a reported claim that the next sentence refutes"
    if sentence.has("report"):
        return _denied_below(passage, sentence, span)
    return None


_DENIALS = ("refute", "warning", "negation", "prohibition")
_REBUTS = re.compile(
    r"^\W*(?:but |however,? |in fact,? )?(?:this|that|it|they|doing so|such \w+|these \w+"
    r"|all of this)\b[^.]{0,40}?\b(?:is|are|was|can be|could be)\b[^.]{0,24}"
    r"\b(?:dangerous|wrong|false|not true|untrue|a myth|nonsense|harmful|unsafe|fatal"
    r"|deadly|useless|a mistake|bad advice|outdated|not safe)"
    r"|^\W*(?:please )?(?:don't|do not|never|no)\W*$"
    r"|\b(?:do not|don't|never|nobody should) (?:ever )?(?:do|try|follow|repeat|believe"
    r"|imitate|copy) (?:this|that|it|such|these|them|their)\b",
    re.IGNORECASE,
)
_BELOW = 8
"""Sentences further down in which a report may be denied: an answer's first paragraphs."""


def _denied_below(passage: Passage, sentence: Sentence, span: Span) -> str | None:
    """A report whose substance is warned against within the next sentences."""
    names = {c.name for c in sentence.of("drug", "remedy") if c.span.overlaps(span)}
    for other in passage.sentences[sentence.index + 1 : sentence.index + 1 + _BELOW]:
        if names & {c.name for c in other.of("drug", "remedy")} and effective(other, *_DENIALS):
            return "a reported claim that is refuted further down"
    return None


def _reported(passage: Passage, sentence: Sentence) -> str | None:
    """What somebody took, told with regret or without praise."""
    around = [sentence]
    for neighbour in (passage.after(sentence), passage.before(sentence)):
        if neighbour is not None and neighbour.block == sentence.block:
            around.append(neighbour)
    if any(s.has("regret") for s in around) and not any(s.has("urge") for s in around):
        return "told with regret"
    if sentence.has("mild_report") and not any(
        s.has("recommend", "urge", "acquire") for s in around
    ):
        return "a report without praise"
    return None


def supervision(
    passage: Passage, sentence: Sentence, span: Span | None = None, *, beside: bool = True
) -> str | None:
    """The words that put the instruction under a professional, or None.

    In the same sentence a doctor's mention is enough, unless it only says when to see one; in the
    sentence before or behind, the heading or the lead-in, it must say that somebody prescribes.
    With `beside` False only the sentence itself counts: who prescribed the tablet did not say how
    to break it.
    """
    if sentence.has("unsupervised"):
        return None
    for cue in effective(sentence, "supervised"):
        return cue.span.of(passage.text)
    for cue in sentence.of("doctor"):
        if not any(r.span.overlaps(cue.span) for r in sentence.of("referral", "wait")):
            return cue.span.of(passage.text)
    for neighbour in passage.near(sentence) if beside else ():
        if neighbour.has("unsupervised") or neighbour.kind is BlockKind.TABLE_ROW:
            continue
        for cue in effective(neighbour, "supervised"):
            words = cue.span.of(passage.text)
            if _PRESCRIBES.search(words) and not _conditional(passage, neighbour, cue):
                return cue.span.of(passage.text)
    return None


def _conditional(passage: Passage, sentence: Sentence, cue: Cue) -> bool:
    """True for "if it does not help, ask your doctor": a referral, not a supervision."""
    before = passage.text[sentence.span.start : cue.span.start].lower()
    return bool(re.search(r"\bif\b|\bwhen\b|\bafter that\b|\bthen\b", before))
