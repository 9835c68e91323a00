import pytest

from pipeline.io.resources import lines
from pipeline.model.mention import Qualifier
from pipeline.stages.entities.folding import fold
from pipeline.stages.entities.qualifier_cues import (
    COLUMNS,
    CUES,
    CueError,
    CueRow,
    Direction,
    cue_tree,
    parse_cue_rows,
)
from pipeline.stages.entities.words import split_words

HEADER = "\t".join(COLUMNS)
ROWS = parse_cue_rows(CUES, lines(CUES))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.example)
def test_the_example_of_a_row_has_one_of_its_phrases(row: CueRow) -> None:
    said = [cue for _, _, cue in cue_tree(ROWS).longest(split_words(row.example).folded)]
    assert row.cue in said


def test_every_qualifier_has_cues() -> None:
    assert {row.cue.says for row in ROWS} == {*Qualifier, None}


def parsed(*rows: str) -> tuple[CueRow, ...]:
    return parse_cue_rows("cues.tsv", [HEADER, *rows])


def test_phrases_are_spelled_out_and_folded() -> None:
    (row,) = parsed(
        "words\tnot\t-\t-\tdo_not/never\t-",
        "negated\tforward\tany\tyes\t<not> take/use/- | h / o | first-degree\tNever take it.",
    )
    assert {" ".join(p) for p in row.phrases} == {
        *("do not take", "do not use", "do not", "never take", "never use", "never"),
        *("h / o", "first degree"),
    }
    assert (row.cue.says, row.cue.direction) == (Qualifier.NEGATED, Direction.FORWARD)
    assert all(word == fold(word) for phrase in row.phrases for word in phrase)


def test_a_row_that_says_nothing_has_no_direction() -> None:
    (row,) = parsed("nothing\t-\t-\t-\tnot only\tNot only that.")
    assert row.cue.says is None


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("negated\tforward\tany\tyes\tno", "example"),
        ("denied\tforward\tany\tyes\tno\tNo.", "cue"),
        ("negated\tsideways\tany\tyes\tno\tNo.", "direction"),
        ("negated\tforward\tall\tyes\tno\tNo.", "marks"),
        ("negated\tforward\tany\tmaybe\tno\tNo.", "stories"),
        ("negated\tforward\tany\tyes\t\tNo.", "phrases"),
        ("negated\tforward\tany\tyes\t<not> take\tNo.", "phrases"),
        ("negated\tforward\tany\tyes\tno | no\tNo.", "phrases"),
        ("negated\tforward\tany\tyes\tno \tNo.", "phrases"),
        ("nothing\tforward\t-\t-\tnot only\tNot only.", "direction"),
        ("words\t-\t-\t-\tno\t-", "direction"),
    ],
)
def test_a_row_that_is_not_right_is_refused_by_column(row: str, column: str) -> None:
    with pytest.raises(CueError, match=rf"^cues\.tsv:2: column {column}: "):
        parsed(row)


def test_a_phrase_stands_in_one_row_only() -> None:
    with pytest.raises(CueError, match=r"^cues\.tsv:3: column phrases: 'no' is listed twice"):
        parsed("negated\tforward\tany\tyes\tno\tNo.", "possible\tforward\tany\tyes\tno\tNo.")


def test_another_header_is_refused() -> None:
    with pytest.raises(CueError, match=r"^cues\.tsv:1: the header must be cue direction"):
        parse_cue_rows("cues.tsv", ["cue\tphrase"])
