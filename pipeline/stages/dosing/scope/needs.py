"""The pieces a rule needs before it can consider a sentence, and which of them a text lacks.

A rule that looked and let go says so itself. But most sentences never get as far: no drug is named,
or a drug and no amount. "Why was this not flagged?" then has one honest answer: the rule that came
nearest, the pieces of it that are here, and those that are not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pipeline.model.dose import DoseMention
from pipeline.model.span import Span
from pipeline.stages.dosing.scope.passage import Passage, Sentence

Find = Callable[[Passage, Sentence], Span | None]


@dataclass(frozen=True, slots=True)
class Need:
    """A piece by the name a person would give it; `find` says which words of a sentence are it."""

    words: str
    find: Find


@dataclass(frozen=True, slots=True)
class Shortfall:
    """One sentence against one rule: the words that are a piece, and the pieces it lacks."""

    here: tuple[tuple[Need, Span], ...]
    missing: tuple[Need, ...]

    @property
    def rank(self) -> tuple[float, int]:
        """Sorts the nearest first: the share of pieces that are here, then their number."""
        return (-len(self.here) / (len(self.here) + len(self.missing)), -len(self.here))


def shortfall(passage: Passage, needs: Sequence[Need]) -> Shortfall | None:
    """How near any sentence of `passage` comes to `needs`; None where it has nothing of them, or
    all (then the rule has looked, and speaks for itself)."""
    near = [fall for s in passage.sentences if (fall := _against(passage, s, needs)).here]
    best = min(near, key=lambda fall: fall.rank, default=None)
    return None if best is None or not best.missing else best


def _against(passage: Passage, sentence: Sentence, needs: Iterable[Need]) -> Shortfall:
    found = [(need, need.find(passage, sentence)) for need in needs]
    return Shortfall(
        tuple((need, span) for need, span in found if span is not None),
        tuple(need for need, span in found if span is None),
    )


def _cue(*kinds: str) -> Find:
    def find(passage: Passage, sentence: Sentence) -> Span | None:
        return next((cue.span for cue in sentence.of(*kinds)), None)

    return find


def _drug(accept: Callable[[Passage, str], bool]) -> Find:
    def find(passage: Passage, sentence: Sentence) -> Span | None:
        named = (cue for cue in sentence.of("drug") if accept(passage, cue.name))
        return next((cue.span for cue in named), None)

    return find


def _dose(accept: Callable[[DoseMention], bool]) -> Find:
    def find(passage: Passage, sentence: Sentence) -> Span | None:
        return next((dose.span for dose in sentence.doses if accept(dose)), None)

    return find


def _second_drug(passage: Passage, sentence: Sentence) -> Span | None:
    named = sentence.of("drug", "drink", "remedy")
    return named[1].span if len({cue.name for cue in named}) > 1 else None


DRUG = Need("a drug or remedy by name", _cue("drug", "remedy"))
LIMITED = Need(
    "a limit for it in the tables",
    _drug(lambda passage, name: bool((row := passage.limit(name)) and row.citations)),
)
PRESCRIBED = Need("a prescription drug by name", _drug(Passage.is_rx))
AMOUNT = Need("an amount to take", _dose(lambda dose: dose.amount is not None))
COUNT = Need("a number of tablets, drops or spoons", _dose(lambda dose: dose.count is not None))
RHYTHM = Need("how often to take it", _dose(lambda dose: dose.per_day is not None))
LENGTH = Need("for how many days", _dose(lambda dose: dose.duration_days is not None))
NO_END = Need('words like "until it stops"', _cue("open_ended"))
REFERENCE = Need('words like "the same dose"', _cue("anaphora"))
PERSON = Need(
    "somebody who must not take it",
    _cue("infant", "child", "teen", "pregnancy", "late_pregnancy", "lactation", "elderly",
         "renal", "ulcer", "hypertension", "heart_disease", "smoker", "asthma"),
)  # fmt: skip
SECOND = Need("a second drug, drink or remedy that does not go with it", _second_drug)
ILLNESS = Need("a serious illness or its signs", _cue("emergency", "serious"))
REMEDY = Need("a herb, food or household remedy", _cue("remedy"))
WAITING = Need(
    "words of waiting or of treating at home",
    _cue("wait", "puts_off", "no_care_needed", "will_pass", "or_hospital"),
)
CHANGING = Need("words of stopping or changing a treatment", _cue("stop_therapy"))
TREATMENT = Need("a long-term treatment", _cue("therapy_noun", "drug"))
WRONG_WAY = Need("words of crushing, cutting or opening it", _cue("crush"))
DRINK = Need("an alcoholic drink", _cue("drink"))
