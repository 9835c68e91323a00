from collections.abc import Callable

import pytest

from pipeline.model.span import Span
from pipeline.stages.dosing.scope.passage import Passage
from pipeline.stages.dosing.scope.reasons import why_not

Reader = Callable[[str], Passage]


def reason(passage: Passage, words: str) -> str | None:
    at = passage.text.index(words)
    sentence = passage.sentence_at(at)
    assert sentence is not None
    return why_not(passage, sentence, Span(at, at + len(words)))


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("Never take 6 g of paracetamol.", "6 g", "forbidden or negated"),
        ("6 g of paracetamol is contraindicated.", "6 g", "forbidden"),
        ("At most 4 g of paracetamol.", "4 g", "a maximum"),
        ("Can I take 6 g of paracetamol?", "6 g", "a question"),
        ("Can I take 6 g of it? No, that is too much.", "6 g", "answered with no"),
        ("In a trial they took 6 g of paracetamol.", "6 g", "a study"),
        ("He had swallowed 6 g of paracetamol.", "6 g", "a report of a case"),
        ("A man was fined for selling 6 g of it.", "6 g", "a court"),
        ("In the 19th century 6 g were taken.", "6 g", "history"),
        ("The nurse gave 6 g before the operation.", "6 g", "in a hospital"),
        ("Taking 6 g of paracetamol can be fatal.", "6 g", "a warning"),
        ("Some websites say to take 6 g. There is no evidence for it.", "6 g", "refutes"),
        ("Take 6 g at once. Do not do this.", "6 g", "refutes"),
        ("I took 6 g and ended up in hospital.", "6 g", "in a hospital"),
        ("I took 6 g, a stupid thing.", "6 g", "told with regret"),
    ],
)
def test_why_a_sentence_is_no_advice(passage_of: Reader, text: str, words: str, why: str) -> None:
    assert why in (reason(passage_of(text), words) or "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Take 6 g of paracetamol a day.", "6 g"),
        ("Can't sleep? Take 6 g of it.", "6 g"),
        ("Take 6 g a day so that the vessels do not clog.", "6 g"),
        ("Take 6 g. It can cause a dry mouth.", "6 g"),
        ("Don't be afraid to take 6 g.", "6 g"),
        ("If it does not help, take 6 g.", "6 g"),
    ],
)
def test_advice_stays_advice(passage_of: Reader, text: str, words: str) -> None:
    assert reason(passage_of(text), words) is None
