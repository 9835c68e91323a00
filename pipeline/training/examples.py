"""From annotated sentences to what spaCy learns from: tokens, clues, and the names to find.

Annotators mark characters, networks label tokens. A mark that begins or ends inside a token is
widened to the token, and of two that overlap the longer is kept; both are counted, because a file
with many of them was made for another tokenizer, or shifted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.stages.entities.clues import add_clues
from pipeline.stages.entities.tagger import Tagger
from pipeline.stages.entities.words import split_words
from pipeline.text.sentences import split_sentences
from pipeline.training.annotated import Annotated

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span
    from spacy.training import Example


@dataclass(slots=True)
class Intake:
    """What came in: sentences, marks, marks widened to whole tokens, marks that overlapped."""

    sentences: int = 0
    marks: int = 0
    widened: int = 0
    overlapping: int = 0

    def told(self) -> str:
        """In words."""
        return (
            f"{self.sentences:,} sentences, {self.marks:,} spans; {self.widened:,} widened to"
            f" whole tokens, {self.overlapping:,} dropped under a longer one"
        )


def clued(nlp: Language, tagger: Tagger, text: str) -> Doc:
    """The tokens of `text` with the lexicon's clues."""
    doc = nlp.make_doc(text)
    add_clues(doc, tagger.tag(text, split_words(text), split_sentences(text)))
    return doc


def make_examples(
    nlp: Language, tagger: Tagger, sentences: Iterable[Annotated]
) -> tuple[list[Example], Intake]:
    """An example for each sentence, and the count of what had to be bent."""
    from spacy.training import Example

    intake = Intake()
    examples: list[Example] = []
    for sentence in sentences:
        doc = clued(nlp, tagger, sentence.text)
        examples.append(Example(doc, _marked(doc.copy(), sentence, intake)))
    return examples, intake


def _marked(doc: Doc, sentence: Annotated, intake: Intake) -> Doc:
    """`doc` with the entities that people marked."""
    from spacy.util import filter_spans

    intake.sentences += 1
    intake.marks += len(sentence.spans)
    held: list[Span] = []
    for span, label in sentence.spans:
        tokens = doc.char_span(span.start, span.end, label=label, alignment_mode="expand")
        if tokens is not None:
            intake.widened += (span.start, span.end) != (tokens.start_char, tokens.end_char)
            held.append(tokens)
    doc.ents = filter_spans(held)
    intake.overlapping += len(held) - len(doc.ents)
    return doc


def batches(examples: Sequence[Example], order: Sequence[int], words: int) -> list[list[Example]]:
    """`examples` in `order`, in batches of about `words` tokens."""
    out: list[list[Example]] = [[]]
    filled = 0
    for index in order:
        if filled >= words:
            out.append([])
            filled = 0
        out[-1].append(examples[index])
        filled += len(examples[index].predicted)
    return out
