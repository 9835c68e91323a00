from collections.abc import Callable

import pytest

from pipeline.stages.dosing.scope.passage import Passage
from pipeline.stages.dosing.scope.supervision import supervision

Reader = Callable[[str], Passage]


@pytest.mark.parametrize(
    ("text", "governs"),
    [
        ("The doctor prescribes amoxicillin 500 mg.", True),
        ("Amoxicillin 500 mg is taken under medical supervision.", True),
        ("Your cardiologist put you on bisoprolol 5 mg. Take it in the morning.", True),
        ("Take amoxicillin 500 mg; no doctor is needed.", False),
        ("Take amoxicillin 500 mg.", False),
        ("Take amoxicillin 500 mg. If it does not help, ask your doctor.", False),
    ],
)
def test_supervision(passage_of: Reader, text: str, governs: bool) -> None:
    passage = passage_of(text)
    sentence = passage.sentence_at(text.index("mg"))
    assert sentence is not None
    assert (supervision(passage, sentence) is not None) is governs
