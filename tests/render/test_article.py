from __future__ import annotations

from pipeline.model.document import BlockKind
from pipeline.render.article import article_parts


def test_parts_follow_the_page(held) -> None:
    parts = article_parts(held.ledger)
    assert [p.kind for p in parts if p.kind is not BlockKind.PARAGRAPH] == [
        BlockKind.HEADING,
        BlockKind.HEADING,
        *[BlockKind.LIST_ITEM] * 3,
        BlockKind.TABLE_ROW,
        BlockKind.HEADING,
    ]
    assert [p.title for p in parts].count(True) == 1
    (table,) = [p for p in parts if p.kind is BlockKind.TABLE_ROW]
    assert table.headers == 1
    assert table.rows == (
        ("Drink", "Cups a day", "Caffeine"),
        ("Filter coffee", "3", "270 mg"),
        ("Black tea", "5", "250 mg"),
    )


def test_parts_hold_all_clean_words(corpus) -> None:
    for outcome in corpus.outcomes:
        parts = article_parts(outcome.ledger)
        cells = [" | ".join(row) for p in parts for row in p.rows]
        tables = iter(cells)
        words = [w for p in parts for w in f"{p.marker} {p.text}".split() if not p.rows]
        expected = outcome.ledger.clean_text
        for row in tables:
            assert row in expected
            expected = expected.replace(row, "", 1)
        assert words == expected.split()
