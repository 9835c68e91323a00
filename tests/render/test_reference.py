from pipeline.model.changes import Citation
from pipeline.model.reference import Entry, ReferenceTable
from pipeline.render.reference import Read, entries_about, page, plain

READ = Citation("FDA", "Drug Facts", 2024, "directions", "https://fda.example/x", "2026-01-02")
LIMITS = ReferenceTable(
    "limits",
    "Limits",
    "The most.",
    "Ingredient",
    ("For", "A day"),
    (
        Entry("limits/ibuprofen/adult", "ibuprofen", ("adult", "1,200 mg"), (READ,)),
        Entry("limits/vitamin c/adult", "vitamin c", ("adult", "<2 g>"), (Citation("X", "y", 1),)),
    ),
)
PAIRS = ReferenceTable(
    "pairs", "Pairs", "", "One", ("With",), (Entry("pairs/ace_arb/potassium", "ace arb", ("",)),)
)


def test_every_row_stands_on_the_page_with_its_anchor_and_its_reading() -> None:
    html = page((LIMITS, PAIRS))
    assert 'id="limits/ibuprofen/adult"' in html
    assert 'id="pairs/ace_arb/potassium"' in html
    assert "Read in the source: 1 of 2." in html
    assert "2026-01-02" in html
    assert "not yet" in html
    assert 'href="https://fda.example/x"' in html
    assert "&lt;2 g&gt;" in html


def test_share_read_counts_rows_with_a_source_only() -> None:
    assert Read.of(LIMITS.entries) == Read(2, 1)
    assert Read.of(PAIRS.entries) == Read(0, 0)


def test_a_row_answers_to_each_part_of_its_key() -> None:
    tables = (LIMITS, PAIRS)
    for name in ("ace_arb", "ACE ARB", "potassium", "pairs"):
        assert [e.key for _, e in entries_about(name, tables)] == ["pairs/ace_arb/potassium"]
    assert entries_about("vitamin", tables) == []


def test_plain_words_say_what_is_known_and_who_read_it() -> None:
    said = plain("ibuprofen", (LIMITS, PAIRS))
    assert "a day  1,200 mg" in said
    assert "FDA, Drug Facts (2024), directions https://fda.example/x" in said
    assert "read   2026-01-02" in said
    assert "entered from knowledge" in plain("vitamin c", (LIMITS,))
    assert plain("nothing", (LIMITS,)) == ""
