"""Which language an article is written in; articles in others are set aside.

Letter statistics (langdetect) are right on a page of prose and confidently wrong on a short or odd
text: of 37 short lines it got wrong, it called 19 with more than 90 % certainty. Its probability is
therefore no guard. The second opinion is of another kind, the share of small words ("the", "and";
"de", "que"), and the script. Where the two agree, the answer stands; where they differ, prose in
an accepted language is believed on its small words alone, since nothing else has as many of them,
and short text is left undetermined, which keeps the page and shows it in the report. Setting
aside takes two witnesses.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model.changes import Changes, Fate, Language, Layer, Verdict
from pipeline.model.document import BlockKind
from pipeline.model.ledger import Ledger
from pipeline.text.languages import (
    count_letters,
    find_script,
    name_of,
    weigh_function_words,
)

UNDETERMINED = "und"

# Of 2,406 English answers of more than 400 characters, half have 35 % of their words or more in
# our list, 95 in a hundred have 15 %, and all but one in a thousand 7 %. One sentence in 23 other
# languages each had 8 % at most, lists of drug names or menu entries none.
_PROSE = 0.15
_TRACE = 0.04
_FEW_WORDS = 40  # below this many words one small word too many tips a share
_MOST_TEXT = 30_000  # characters weighed for small words
_MOST_SAMPLE = 8_000  # characters shown to langdetect, whatever they are


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSettings:
    """Which languages go on, and how much text langdetect needs and gets."""

    accepted: tuple[str, ...] = ("en",)
    min_letters: int = 40
    sample_letters: int = 1_000


@dataclass(frozen=True, slots=True)
class LanguageStage:
    """Names the article's language, and sets it aside when it is not an accepted one."""

    settings: LanguageSettings
    name: str = "language"
    version: int = 1
    needs: frozenset[Layer] = frozenset({Layer.CUTS})
    makes: frozenset[Layer] = frozenset({Layer.LANGUAGE, Layer.VERDICT})

    def __call__(self, ledger: Ledger) -> Changes:
        language = identify(body_text(ledger), self.settings)
        if language.code in (UNDETERMINED, *self.settings.accepted):
            return Changes(language=language)
        reason = f"written in {name_of(language.code)}"
        return Changes(language=language, verdict=Verdict(Fate.SET_ASIDE, reason))


def body_text(ledger: Ledger) -> str:
    """What is left of the page without its headings, one line a block; all of it if that is all."""
    text = ledger.document.text
    kept = ledger.kept_blocks
    bodies = [b for b in kept if b.kind is not BlockKind.HEADING] or kept
    return "\n".join(block.body.of(text) for block in bodies)


def identify(text: str, settings: LanguageSettings) -> Language:
    """The language of `text`, or `und` when it is too short or its witnesses disagree."""
    sample = _sample(text, settings.sample_letters)
    letters = count_letters(sample)
    if letters < settings.min_letters:
        return Language(UNDETERMINED, 0.0)
    guess = _ask_langdetect(sample)
    if script := find_script(text[:_MOST_TEXT]):
        return guess if guess.code in script else Language(script[0], 0.5)
    words, shares = weigh_function_words(text[:_MOST_TEXT])
    return _agree(guess, words, shares, settings.accepted)


def _agree(
    guess: Language, words: int, shares: dict[str, float], accepted: tuple[str, ...]
) -> Language:
    """What letter statistics and small words say together."""
    welcome = max(accepted, key=lambda code: shares.get(code, 0.0), default="")
    ours = shares.get(welcome, 0.0)
    strangers = (code for code in shares if code not in accepted)
    rival = max(strangers, key=lambda code: shares[code], default="")
    theirs = shares.get(rival, 0.0)
    if ours >= _PROSE and ours >= theirs:
        # Small words decide, unless they are few and the letters say something else.
        if guess.code in accepted:
            return guess
        return Language(UNDETERMINED if words < _FEW_WORDS else welcome, round(ours, 4))
    if guess.code in accepted:
        foreign = theirs >= _PROSE and theirs > 2 * ours and words >= _FEW_WORDS
        doubtful = ours < _TRACE and words >= _FEW_WORDS
        if foreign:
            return Language(rival, round(theirs, 4))
        return Language(UNDETERMINED, 0.0) if doubtful else guess
    least = _PROSE if words < _FEW_WORDS else _TRACE
    named = shares.get(guess.code, 0.0)
    if named >= least and named > ours:
        return guess
    if theirs >= _PROSE and theirs > 2 * ours:
        return Language(rival, round(theirs, 4))
    return Language(UNDETERMINED, 0.0)


def _sample(text: str, letters: int) -> str:
    """The beginning of `text` that holds `letters` letters, or all of it."""
    seen = 0
    for at, character in enumerate(text[:_MOST_SAMPLE]):
        seen += character.isalpha()
        if seen >= letters:
            return text[: at + 1]
    return text[:_MOST_SAMPLE]


def _ask_langdetect(sample: str) -> Language:
    """What letter statistics say; the same for the same text in every process."""
    from langdetect import DetectorFactory, detect_langs
    from langdetect.lang_detect_exception import LangDetectException

    DetectorFactory.seed = 0
    capitals = sum(map(str.isupper, sample))
    if capitals * 2 > count_letters(sample):
        sample = sample.lower()
    try:
        best = detect_langs(sample)[0]
    except (LangDetectException, IndexError):
        return Language(UNDETERMINED, 0.0)
    return Language(best.lang, round(best.prob, 4))
