"""Signs of Markdown go, the words they stand around stay; what only looks like a sign stays too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.changes import Changes, Provenance
from pipeline.model.document import Document, Format, RawPage, Source, page_id
from pipeline.model.ledger import Ledger
from pipeline.render.article import article_parts
from pipeline.render.markdown import to_markdown
from pipeline.stages.boilerplate.page import read_page
from pipeline.stages.boilerplate.repairs import find_repairs
from pipeline.stages.boilerplate.repairs.markup import MARKS, find_marks
from pipeline.stages.ingest import IngestSettings, ingest


def plain(words: str, *, quoted: bool = False) -> str:
    """`words` with all signs taken out."""
    for start, end, new in reversed(find_marks(words, quoted=quoted)):
        words = words[:start] + new + words[end:]
    return words


def cleaned(text: str, kind: Format = Format.MARKDOWN, *, marks_alone: bool = False) -> Ledger:
    document: Document = ingest(
        RawPage(page_id("a.md"), Source("site/a.md", "0" * 64, len(text), kind), text),
        IngestSettings(),
    )
    repairs = find_repairs(read_page(document))
    if marks_alone:
        repairs = tuple(r for r in repairs if r.rule == MARKS)
    ledger = Ledger(document).apply(Changes(repairs=repairs), Provenance("boilerplate", 1))
    assert ledger.audit() == ()
    return ledger


SIGNS = [
    ("**Important!** Hold *both* hands", "Important! Hold both hands"),
    ("__Never__ take _more_", "Never take more"),
    ("***very*** much", "very much"),
    ("**500** mg, **twice a *day***", "500 mg, twice a day"),
    ("para**ceta**mol", "paracetamol"),
    ("**bold\nover lines**", "bold\nover lines"),
    ("see [the list](/all) and [it](<b c>)", "see the list and [it](<b c>)"),
    ('[tea](https://a.example/x_(y)_z "Tea") now', "tea now"),
    ("![a cup](cup.png) of tea", "a cup of tea"),
    ("[![cup](c.png)](/tea) of tea", "cup of tea"),
    ("go to <https://a.example/_b_>", "go to https://a.example/_b_"),
    ("`code *x*` and ``a`b``", "code *x* and ``a`b``"),
    (r"1\. not \*bold\*", "1. not *bold*"),
    ("[**bold link**](/a_b_c)", "bold link"),
]

NO_SIGNS = [
    "2 * 3 and 4 * 5",
    "2*3 and 4*5",
    "take 2*500 mg or 1*1 g",
    "snake_case_name and __init",
    "https://a.example/x_y_/_z_",
    "500 mg* a day (* see below)",
    "**open and never closed",
    "a_b *c",
    "[ ] slept well",
    "[1] is a note (see there)",
    "x**2**3",
    "_ * _",
]


@pytest.mark.parametrize(("before", "after"), SIGNS)
def test_signs_go_and_words_stay(before: str, after: str) -> None:
    assert plain(before) == after


@pytest.mark.parametrize("words", NO_SIGNS)
def test_what_is_no_sign_stays(words: str) -> None:
    assert plain(words) == words


def test_only_markdown_has_signs() -> None:
    assert "**x**" in cleaned("Plain **x** text.", Format.TEXT).clean_text
    assert not any(r.rule == MARKS for r in cleaned("Plain **x**.", Format.TEXT).repairs)


PAGE = """---
date: 2020-02-03
---
# # Tea \\# #

**Important!** Two *cups* or [more](/more).

Milk?
-----

> One said
> **so**.

| Cup | Dose |
|:----|-----:|
| big | **2** \\| 3 |

***

```text
a | **b**
```

- *one*
1. `two`
"""


def test_what_the_page_marks_is_marked_in_the_article() -> None:
    ledger = cleaned(PAGE)
    assert ledger.document.source.metadata.published == "2020-02-03"
    body = to_markdown(ledger)
    assert body.endswith(
        "# # Tea \\#\n\nImportant! Two cups or more.\n\n## Milk?\n\n> One said so.\n\n"
        "| Cup | Dose |\n| --- | --- |\n| big | 2 \\| 3 |\n\n```\na | **b**\n```\n\n"
        "- one\n\n1) two\n"
    ), body


def test_a_table_of_plain_text_is_one_table() -> None:
    text = "Some words above it.\n\n| Cup | Dose |\n|---|---|\n| big | 2 |\n\nWords below.\n"
    ledger = cleaned(text, Format.TEXT)
    assert "| Cup | Dose |\n| --- | --- |\n| big | 2 |\n" in to_markdown(ledger)


pieces = st.sampled_from(
    ["# a", "## b ##", "- x", "1. z", "> q", "> **q", "|a|b|", "|-|-|", "---", "===", "```", "",
     "w **b** *i*", "5 * 3", "***", "[a](b)", "`c`", "_e_", "\\", "a\\|b", "**", "*o"]
)  # fmt: skip


@given(st.lists(pieces, max_size=15))
def test_no_letter_or_digit_is_lost(lines: list[str]) -> None:
    text = "\n".join(["first", *lines, "last"])
    ledger = cleaned(text, marks_alone=True)
    kept = [c for c in ledger.clean_text if c.isalnum()]
    links = text.replace("[a](b)", "a")
    fenced = "```" in text  # a link in code stays as it is
    assert fenced or kept == [c for c in links if c.isalnum()]
    shown = "".join(f"{p.marker}{p.text}{''.join(''.join(r) for r in p.rows)}"
                    for p in article_parts(ledger))  # fmt: skip
    assert [c for c in shown if c.isalnum()] == kept


@given(st.text(alphabet="*_`[]()<>\\!| a1\n", max_size=60))
def test_edits_are_disjoint_and_sorted(words: str) -> None:
    at = 0
    for start, end, new in find_marks(words):
        assert at <= start < end
        assert not any(c.isdigit() for c in words[start:end]) or "](" in words[start:end]
        assert new == ""
        at = end
