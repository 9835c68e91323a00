"""Foreign letters in Latin words are mended; foreign words are not."""

import pytest

from pipeline.model.document import Format, RawPage, Source, page_id
from pipeline.stages.boilerplate.page import read_page
from pipeline.stages.boilerplate.repairs.lookalikes import mend_lookalikes
from pipeline.stages.ingest import IngestSettings, ingest


def mended(text: str) -> list[tuple[str, str]]:
    page = RawPage(page_id("x"), Source("x", "", len(text), Format.TEXT), text)
    document = ingest(page, IngestSettings())
    found = mend_lookalikes(read_page(document))
    return [(r.span.of(text), r.replacement) for r in found]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Take p\u0430racetamol daily.", "paracetamol"),
        ("Take paracetam\u03bfl daily.", "paracetamol"),
        ("\u0420\u0410R\u0410CETAMOL helps.", "PARACETAMOL"),
    ],
)
def test_a_foreign_letter_in_a_latin_word_is_mended(text: str, word: str) -> None:
    assert [new for _, new in mended(text)] == [word]


@pytest.mark.parametrize(
    "text",
    [
        "\u0422\u0430\u0431\u043b\u0435\u0442\u043a\u0438 help.",
        "\u03b2-blockers and 5 \u03bcg.",
        "plain words",
        "\u03b1-tocopherol is vitamin E.",
    ],
)
def test_foreign_words_and_signs_stay(text: str) -> None:
    assert mended(text) == []
