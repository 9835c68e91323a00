"""What each mend is for, in an editor's words: one entry for every rule id a repair can carry."""

from __future__ import annotations

from pipeline.model.changes import TABLE_REPAIR, RuleId
from pipeline.rulebook.rule import Does, StatedRule
from pipeline.stages.boilerplate.repairs.brackets import BRACKETS
from pipeline.stages.boilerplate.repairs.characters import (
    APOSTROPHES,
    CONTROLS,
    ENTITIES,
    SPACES,
    WRAPS,
)
from pipeline.stages.boilerplate.repairs.doubles import DOUBLES
from pipeline.stages.boilerplate.repairs.lookalikes import LOOKALIKES
from pipeline.stages.boilerplate.repairs.markup import MARKS
from pipeline.stages.boilerplate.repairs.mojibake import MOJIBAKE
from pipeline.stages.boilerplate.repairs.spacing import COMMA, DASH, SPACE


def _mend(id: RuleId, name: str, summary: str, argument: str) -> StatedRule:
    return StatedRule(id=id, name=name, does=Does.MENDS, summary=summary, argument=argument)


MENDS = (
    _mend(
        CONTROLS,
        "invisible_characters",
        "zero-width and direction controls are taken out",
        "Nobody sees them, and inside the name of a drug they hide it from every rule.",
    ),
    _mend(
        SPACES,
        "odd_spaces",
        "no-break and other odd spaces become plain ones",
        "They stand where a page's layout was, and break words for whoever searches the text.",
    ),
    _mend(
        ENTITIES,
        "leftover_entities",
        "character references such as &amp; are written out",
        "The page was escaped twice on its way here.",
    ),
    _mend(
        WRAPS,
        "wrapped_lines",
        "lines broken at a fixed width are joined again",
        "A paragraph is one paragraph, however wide the screen was that it was copied from.",
    ),
    _mend(
        MOJIBAKE,
        "mojibake",
        "letters that were decoded wrongly are read again",
        "UTF-8 read as a one-byte encoding gives Ã© for é; the way back is certain.",
    ),
    _mend(
        BRACKETS,
        "empty_brackets",
        "brackets that lost their content are taken out",
        "A link stood in them; the hole it leaves is reported as a defect of its own.",
    ),
    _mend(
        DOUBLES,
        "doubled_words",
        "a name or phrase said twice in a row is said once",
        "It was a link and its caption, or a picture's text and its heading.",
    ),
    _mend(
        DASH,
        "glued_dash",
        "a dash glued to a word gets its space",
        "The word before it was a link. Only between letters, so that no range of doses changes.",
    ),
    _mend(
        COMMA,
        "glued_comma",
        "a comma gets the space behind it that it lost",
        "Only between letters, so that no number changes.",
    ),
    _mend(
        SPACE,
        "space_before_punctuation",
        "a space before a full stop, inside brackets or inside quotes is taken out",
        "It stood around a link that is gone.",
    ),
    _mend(
        MARKS,
        "markdown_marks",
        "the signs that Markdown is written in are taken out",
        "They say what is bold, a heading or a link; the words they stand around stay, so that "
        "every rule reads plain words.",
    ),
    _mend(
        APOSTROPHES,
        "backtick_apostrophe",
        "a backtick between letters becomes an apostrophe",
        'Whoever typed it meant one; "didn`t" is read as a denial only when it is spelt as one.',
    ),
    _mend(
        LOOKALIKES,
        "lookalike_letters",
        "letters of another script inside a Latin word become the Latin ones they look like",
        "A reader sees no difference, a rule does: one such letter hides the name of a drug.",
    ),
    _mend(
        TABLE_REPAIR,
        "rebuilt_table",
        "cells that ran together are parted, so that the table is a table again",
        "Columns are found from the rows: words, then as many figures in each. The text of the "
        "cells is untouched; an editor should check the columns.",
    ),
)
"""The mends in the order of their ids, the rebuilt table last."""
