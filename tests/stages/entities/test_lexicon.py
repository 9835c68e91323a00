"""The parser is strict, and the lexicon that ships keeps the rules it asks of others."""

import re
from collections import Counter, defaultdict

import pytest

from pipeline.io.resources import lines
from pipeline.stages.dosing import knowledge_from
from pipeline.stages.entities.lexicon import (
    COLUMNS,
    Concept,
    LexiconError,
    Match,
    is_abbreviation,
    parse_lexicon,
)

HEADER = "\t".join(COLUMNS)
ROW = {
    "id": "dev:iud",
    "type": "DEVICE",
    "preferred": "intrauterine device",
    "forms": "IUD|coil?",
    "mesh": "D007434",
    "country": "GB",
    "match": "any",
    "cues": "uterus|contraception",
    "source": "MeSH 2025",
    "licence": "public domain",
}
AT_LEAST = {
    "DRUG": 2500,
    "CONDITION": 1300,
    "SYMPTOM": 450,
    "PROCEDURE": 280,
    "ANATOMY": 340,
    "DEVICE": 85,
    "LAB": 220,
    "POPULATION": 70,
}


def row(**cells: str) -> str:
    return "\t".join({**ROW, **cells}.get(column, "") for column in COLUMNS)


def parse(*rows: str) -> tuple[Concept, ...]:
    return parse_lexicon("devices.tsv", [HEADER, *rows])


def test_a_row_becomes_a_concept() -> None:
    (concept,) = parse(row())
    assert concept.id == "dev:iud"
    assert concept.codes == (("mesh", "D007434"),)
    assert dict(concept.words()) == {
        "intrauterine device": Match.ANY,
        "IUD": Match.CASED,
        "coil": Match.CUE,
    }


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"id": "iud"}, "devices.tsv:2: column id"),
        ({"id": "drug:iud"}, "devices.tsv:2: column id"),
        ({"type": "GADGET"}, "devices.tsv:2: column type"),
        ({"preferred": ""}, "devices.tsv:2: column preferred: is empty"),
        ({"source": ""}, "devices.tsv:2: column source: is empty"),
        ({"licence": ""}, "devices.tsv:2: column licence: is empty"),
        ({"mesh": "7434"}, "devices.tsv:2: column mesh"),
        ({"atc": "G2B"}, "devices.tsv:2: column atc"),
        ({"icd10cm": "Z-30"}, "devices.tsv:2: column icd10cm"),
        ({"rxcui": "0161"}, "devices.tsv:2: column rxcui"),
        ({"match": "fuzzy"}, "devices.tsv:2: column match"),
        ({"forms": "IUD||coil?"}, "devices.tsv:2: column forms"),
        ({"forms": "IUD| coil?"}, "devices.tsv:2: column forms"),
        ({"cues": ""}, "devices.tsv:2: column cues"),
        ({"country": " GB"}, "devices.tsv:2: column country"),
    ],
)
def test_a_wrong_cell_is_refused_with_file_line_and_column(
    cells: dict[str, str], message: str
) -> None:
    with pytest.raises(LexiconError, match=message):
        parse(row(**cells))


def test_a_row_of_the_wrong_width_is_refused() -> None:
    with pytest.raises(LexiconError, match=r"devices\.tsv:3: 2 columns, not 13"):
        parse(row(), "dev:x\tDEVICE")


def test_a_wrong_header_is_refused() -> None:
    with pytest.raises(LexiconError, match=r"devices\.tsv:1: the header must be"):
        parse_lexicon("devices.tsv", ["id\tname"])


def test_the_shipped_lexicon_is_large_enough(concepts: tuple[Concept, ...]) -> None:
    counts = Counter(c.label for c in concepts)
    assert {label: n for label, n in AT_LEAST.items() if counts[label] < n} == {}


def test_ids_are_unique(concepts: tuple[Concept, ...]) -> None:
    assert [i for i, n in Counter(c.id for c in concepts).items() if n > 1] == []


def test_preferred_names_are_unique_in_their_type(concepts: tuple[Concept, ...]) -> None:
    names = Counter((c.label, c.preferred.lower()) for c in concepts)
    assert [name for name, n in names.items() if n > 1] == []


def test_no_word_is_claimed_by_two_concepts_unless_a_cue_decides(
    concepts: tuple[Concept, ...],
) -> None:
    claims: defaultdict[str, set[str]] = defaultdict(set)
    for concept in concepts:
        for word, match in concept.words():
            key = word if is_abbreviation(word) else word.lower()
            if match is not Match.CUE:
                claims[key].add(concept.id)
    assert {word: ids for word, ids in claims.items() if len(ids) > 1} == {}


def test_no_concept_lists_a_word_twice(concepts: tuple[Concept, ...]) -> None:
    for concept in concepts:
        words = [w if is_abbreviation(w) else w.lower() for w, _ in concept.words()]
        assert len(words) == len(set(words)), concept.id


@pytest.mark.parametrize("system", ["mesh", "rxcui"])
def test_two_drugs_do_not_share_a_code(concepts: tuple[Concept, ...], system: str) -> None:
    """Salts and brands are forms of one row; what has a record of its own has a row of its own."""
    codes = Counter(
        dict(c.codes)[system] for c in concepts if c.label == "DRUG" and system in dict(c.codes)
    )
    assert [code for code, n in codes.items() if n > 1] == []


def test_drug_names_are_inn_in_lower_case(concepts: tuple[Concept, ...]) -> None:
    """Brands without an ingredient of their own and acronyms keep their capitals."""
    capital = [c for c in concepts if c.id.startswith("drug:") and c.preferred[0].isupper()]
    assert len(capital) < 60


GROUPS_OF_DANGER = {"paracetamol", "opioid", "nsaid", "salicylate", "benzodiazepine", "ace_arb"}


def test_a_combination_is_in_the_groups_of_danger_that_its_parts_are_in(
    concepts: tuple[Concept, ...],
) -> None:
    """What holds paracetamol is known to hold it, whatever it is called on the box."""
    groups = knowledge_from(lines).groups_of
    for concept in concepts:
        if concept.id.startswith("drug:"):
            name = concept.preferred.lower()
            parts = re.split(r"/| and |, ", name)
            due = {g for part in parts for g in groups.get(part, ())} & GROUPS_OF_DANGER
            assert due <= set(groups.get(name, ())), name


@pytest.mark.parametrize(
    ("system", "document"),
    [
        ("atc", "ATC index"),
        ("icd10cm", "ICD-10-CM"),
        ("mesh", "Medical Subject Headings"),
        ("rxcui", "RxNorm"),
    ],
)
def test_a_code_and_the_document_it_was_read_in_come_together(
    concepts: tuple[Concept, ...], system: str, document: str
) -> None:
    """A code nobody looked up stays empty; a row without one does not cite the list of codes."""
    coded = {c.id for c in concepts if system in dict(c.codes)}
    assert coded == {c.id for c in concepts if document in c.source}
    assert coded
