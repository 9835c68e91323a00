"""From the file of a release to a mention with its codes, and through the command line."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.arguments import parser
from pipeline.cli import main
from pipeline.errors import SetupError
from pipeline.io.manifest import Folders
from pipeline.io.resources import lines
from pipeline.io.terms import umls
from pipeline.io.terms.lookup import IndexFile, TermIndex, index_at
from pipeline.io.terms.releases import FORMATS
from pipeline.io.terms.schema import reading
from pipeline.model.mention import LinkKind, Mention
from pipeline.run import Job, made_from
from pipeline.settings import Settings
from pipeline.stages.entities.settings import EntitySettings
from pipeline.stages.entities.stage import find_mentions, load_tagger
from pipeline.stages.entities.words import split_words
from pipeline.terms import import_release, list_releases, told

SAMPLES = Path(__file__).parent / "io" / "terms" / "samples"
ARTICLE = "About zelvatine\n\n" + "People with Morrow disease may take Zelvara for a while. " * 8


def sample(form: str) -> list[Path]:
    return sorted((SAMPLES / form).iterdir())


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All samples side by side."""
    path = tmp_path_factory.mktemp("terms") / "terms.sqlite"
    for form in FORMATS:
        import_release(form, sample(form), path)
    return path


def opened(index: Path) -> IndexFile:
    file = index_at(str(index))
    assert file is not None
    return file


def found(text: str, index: Path) -> list[Mention]:
    return find_mentions(text, load_tagger(lines, opened(index)))


def one(text: str, index: Path) -> Mention:
    (mention,) = found(text, index)
    return mention


def test_releases_lie_side_by_side_in_the_order_of_trust(index: Path) -> None:
    assert [release.format for release in list_releases(index)] == list(FORMATS)


def test_every_imported_name_is_found_by_the_tagger(index: Path) -> None:
    with reading(index) as file:
        rows = file.execute("SELECT DISTINCT written, trust FROM term ORDER BY written").fetchall()
    assert len(rows) > 20
    for written, trust in rows:
        spans = [m.span for m in found(f"Some had {written} then.", index)]
        whole = [(span.start, span.end) for span in spans] == [(9, 9 + len(written))]
        assert whole == (trust in ("any", "cased")), (written, trust, spans)


NAMES = st.lists(st.text(st.characters(codec="utf-8"), max_size=25), min_size=1, max_size=6)


@settings(max_examples=50, deadline=None)
@given(NAMES)
def test_whatever_names_are_imported_texts_are_cut_alike(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("names")
    with (folder / "atc.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, quoting=csv.QUOTE_ALL)
        table.writerow(["code", "name"])
        table.writerows(
            [f"N09XX{n:02}", " ".join(name.replace("\0", "").split())]
            for n, name in enumerate(names)
        )
        table.writerow(["N09XX99", "zelvatine"])
    path = folder / "terms.sqlite"
    import_release("atc", [folder / "atc.csv"], path)
    with reading(path) as file:
        written = [row[0] for row in file.execute("SELECT DISTINCT written FROM term")]
    terms = TermIndex(path)
    for name in written:
        words = split_words(f"Take\n{name}\nnow").folded
        assert (len(words) - 2, name) in {
            (end, term.written) for end, terms in terms.walk(words, 2) for term in terms
        }
    terms.close()


def test_importing_again_replaces_what_was_there(tmp_path: Path) -> None:
    table, path = tmp_path / "atc.csv", tmp_path / "terms.sqlite"
    table.write_text("code,name\nN09XX02,zelvatine\n")
    first = import_release("atc", [table], path)
    assert one("Take zelvatine now.", path).concept == "atc:N09XX02"
    table.write_text("code,name\nN09XX03,moonletine\n")
    second = import_release("atc", [table], path)
    assert first.digest != second.digest
    assert found("Take zelvatine now.", path) == []
    assert one("Take moonletine now.", path).concept == "atc:N09XX03"
    import_release("atc", [table], path, name="ATC of last year")
    assert [r.name for r in list_releases(path)] == ["ATC", "ATC of last year"]


def test_the_same_release_gives_the_same_digest(tmp_path: Path, index: Path) -> None:
    other = tmp_path / "terms.sqlite"
    for form in reversed(FORMATS):
        import_release(form, sample(form), other)
    assert opened(other).digest == opened(index).digest


@pytest.mark.parametrize("form", FORMATS)
def test_damage_halfway_leaves_the_index_as_it_was(form: str, tmp_path: Path) -> None:
    path = tmp_path / "terms.sqlite"
    import_release("atc", sample("atc"), path)
    before = path.read_bytes()
    files = []
    for file in sample(form):
        spoiled = tmp_path / file.name
        spoiled.write_bytes(file.read_bytes().rstrip().rstrip(b"]}>") + b'\n"torn')
        files.append(spoiled)
    with pytest.raises(SetupError, match=r"damaged|columns"):
        import_release(form, files, path)
    assert path.read_bytes() == before


def test_a_file_of_no_rows_is_refused_before_an_index_is_made(tmp_path: Path) -> None:
    empty = tmp_path / "RXNCONSO.RRF"
    empty.touch()
    with pytest.raises(SetupError, match=r"RXNCONSO\.RRF: no name that can be used \(no rows\)"):
        import_release("rxnorm", [empty], tmp_path / "terms.sqlite")
    assert not (tmp_path / "terms.sqlite").exists()


def test_a_row_of_our_own_format_is_named_by_its_line(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text((SAMPLES / "tsv" / "own.tsv").read_text() + "drug:x\tDRUG\n")
    with pytest.raises(SetupError, match=r"own\.tsv:4: 2 columns"):
        import_release("tsv", [own], tmp_path / "terms.sqlite")


def test_cues_of_our_own_format_hold(index: Path) -> None:
    assert found("A pebble lay there.", index) == []
    assert one("A pebble is a small tablet.", index).concept == "drug:zelvatine"


def test_links_say_how_and_from_where(tmp_path: Path) -> None:
    path = tmp_path / "terms.sqlite"
    import_release("mesh", sample("mesh"), path)
    exact, folded, brand = (
        one(text, path).link for text in ("zelvatine", "a glimmer ache", "Take Zelvara.")
    )
    assert exact is not None
    assert folded is not None
    assert brand is not None
    assert (exact.concept, exact.kind, exact.source) == ("mesh:D990002", LinkKind.EXACT, "MeSH")
    assert exact.codes == (("mesh", "D990002"),)
    assert folded.kind is LinkKind.EXACT
    assert (brand.name, brand.kind) == ("zelvatine", LinkKind.BRAND)


def test_ordinary_words_make_no_mention(index: Path) -> None:
    assert found("He can take the lead, and all had set it.", index) == []


def test_codes_of_all_releases_come_together(index: Path) -> None:
    codes = dict(one("zelvatine", index).codes)
    assert set(codes) == {"rxcui", "atc", "mesh", "drugbank", "unii", "snomed", "umls"}


def test_the_lexicon_keeps_its_meaning_and_gains_codes(tmp_path: Path) -> None:
    table, path = tmp_path / "own.csv", tmp_path / "terms.sqlite"
    header = "DrugBank ID,Accession Numbers,Common name,CAS,UNII,Synonyms,Standard InChI Key\n"
    table.write_text(header + "DB99999,,Aspirin,,AA11AA11AA,,\nDB99998,,Headache,,,,\n")
    import_release("drugbank", [table], path)
    own = find_mentions("Take aspirin now.", load_tagger(lines))[0].link
    both = one("Take aspirin now.", path).link
    assert own is not None
    assert both is not None
    assert (both.concept, both.name, both.source) == (own.concept, own.name, own.source)
    assert dict(both.codes) == {**dict(own.codes), "drugbank": "DB99999", "unii": "AA11AA11AA"}
    ache = one("A headache came.", path)  # a drug of that name lends a symptom nothing
    assert "drugbank" not in dict(ache.codes)


def test_the_longest_name_wins_whoever_knows_it(tmp_path: Path) -> None:
    table, path = tmp_path / "atc.csv", tmp_path / "terms.sqlite"
    table.write_text("code,name\nN09XX02,aspirin moonlet\n")
    import_release("atc", [table], path)
    mention = one("Take aspirin moonlet now.", path)
    assert mention.concept == "atc:N09XX02"


def test_the_fingerprint_of_a_run_follows_the_index(tmp_path: Path) -> None:
    path = tmp_path / "terms.sqlite"
    import_release("atc", sample("atc"), path)
    chosen = replace(Settings(), entities=EntitySettings(terms=str(path)))
    job = Job(tmp_path, Folders(tmp_path, tmp_path), tmp_path / "none", chosen)
    before = made_from(job)
    assert made_from(job) == before
    import_release("drugbank", sample("drugbank"), path)
    assert made_from(job) != before


def settings_file(tmp_path: Path, index: Path) -> str:
    file = tmp_path / "settings.toml"
    file.write_text(f"[tool.clean-corpus.entities]\nterms = {json.dumps(str(index))}\n")
    return str(file)


def test_import_and_list_on_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "deep" / "terms.sqlite"
    files = [str(file) for file in sample("mesh")]
    assert main(["terms", "import", "mesh", *files, "--index", str(path)]) == 0
    said = capsys.readouterr().out
    assert "MeSH: 6 concepts" in said
    assert "licence: " in said
    assert "4  in a tree or class without a label here" in said
    assert f'terms = "{path}"' in said
    assert main(["terms", "import", "atc", str(sample("atc")[0]), "--index", str(path)]) == 0
    capsys.readouterr()
    assert main(["terms", "list", "--index", str(path)]) == 0
    listed = capsys.readouterr().out
    assert listed == "\n\n".join(map(told, list_releases(path))) + "\n"
    assert "https://atcddd.fhi.no/copyright_disclaimer/" in listed


@pytest.mark.parametrize(
    "arguments",
    [
        ["import", "mesh", str(sample("atc")[0])],
        ["import", "rxnorm", "nowhere/RXNCONSO.RRF"],
        ["list"],
    ],
)
def test_trouble_is_one_line_and_exit_2(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "terms.sqlite"
    assert main(["terms", *arguments, "--index", str(path)]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert not path.exists()


def test_a_format_we_do_not_know_is_met_with_those_we_do(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["terms", "import", "snomed", "x"])
    assert stop.value.code == 2
    assert "rxnorm" in capsys.readouterr().err


def test_annotate_writes_imported_codes(tmp_path: Path, index: Path) -> None:
    source, sink = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(json.dumps({"id": "a", "text": ARTICLE}) + "\n")
    chosen = settings_file(tmp_path, index)
    assert main(["annotate", str(source), "-o", str(sink), "--settings", chosen]) == 0
    entities = json.loads(sink.read_text())["entities"]
    brand = next(entity for entity in entities if entity["text"] == "Zelvara")
    assert brand["codes"]["rxcui"] == "9001"
    assert any(entity["text"] == "Morrow disease" for entity in entities)


def test_settings_that_name_no_index_stop_before_the_first_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = settings_file(tmp_path, tmp_path / "none.sqlite")
    assert main(["annotate", "-", "--settings", chosen]) == 2
    assert "no such index of terms" in capsys.readouterr().err


DOCS = (Path(__file__).parent.parent / "docs" / "terms.md").read_text("utf-8")


def test_the_documentation_names_every_format_and_its_terms() -> None:
    for form in FORMATS.values():
        assert f"| `{form.name}` |" in DOCS
        assert form.link in DOCS or form.name == "tsv"


def test_the_commands_of_the_documentation_can_be_typed() -> None:
    commands = [line for line in DOCS.splitlines() if line.startswith("clean-corpus terms")]
    assert len(commands) == 3
    for command in commands:
        assert parser().parse_args(command.split()[1:]).command == "terms"


def test_the_documentation_tells_the_labels_as_they_are_given() -> None:
    for label, types in umls._TYPES.items():
        row = next(line for line in DOCS.splitlines() if line.startswith(f"| {label} |"))
        assert row.split("|")[3].split() == sorted(types.split())


@pytest.mark.parametrize("name", ["two\nlines", "a\ttab", " edged "])
def test_a_name_that_would_break_the_list_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="a name is one line of text"):
        import_release("tsv", sample("tsv"), tmp_path / "t.sqlite", name)
    assert not (tmp_path / "t.sqlite").exists()


def test_a_folder_is_no_index(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="a folder, not an index"):
        list_releases(tmp_path)


def test_a_synonym_with_a_capital_is_no_brand(tmp_path: Path) -> None:
    file = tmp_path / "names.csv"
    header = "DrugBank ID,Accession Numbers,Common name,CAS,UNII,Synonyms,Standard InChI Key"
    file.write_text(f"{header}\nDB99999,,Glorvatine,,,Glorva-acid,\n", "utf-8")
    import_release("drugbank", [file], tmp_path / "t.sqlite")
    link = one("Some take glorva-acid daily.", tmp_path / "t.sqlite").link
    assert link is not None
    assert (link.name, link.kind) == ("glorvatine", LinkKind.EXACT)


def test_an_index_imported_into_while_pages_are_read_is_not_used(tmp_path: Path) -> None:
    path = tmp_path / "t.sqlite"
    import_release("tsv", sample("tsv"), path)
    asked = opened(path)
    import_release("mesh", sample("mesh"), path)
    with pytest.raises(SetupError, match="imported into while pages were read"):
        asked()


def test_an_index_that_breaks_off_ends_the_run_not_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "t.sqlite"
    import_release("tsv", sample("tsv"), path)
    lookup = opened(path)()
    lookup._file.close()
    with pytest.raises(SetupError, match="the index is damaged"):
        lookup.terms("zelvatine")


def test_a_name_too_long_to_show_is_counted_and_left_out(tmp_path: Path) -> None:
    header = sample("tsv")[0].read_text("utf-8").splitlines()[0]
    row = "drug:x{}\tDRUG\t{}\t\t\t\t\t\t\tany\t\town list\tCC0"
    file = tmp_path / "own.tsv"
    file.write_text("\n".join([header, row.format(1, "glimmerine"), row.format(2, "x" * 501)]))
    done = import_release("tsv", [file], tmp_path / "t.sqlite")
    assert (done.concepts, sum(done.skipped.values())) == (1, 1)


def test_an_index_behind_a_link_is_written_where_it_lies(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "link.sqlite"
    link.symlink_to(tmp_path / "real" / "t.sqlite")
    import_release("tsv", sample("tsv"), link)
    assert link.is_symlink()
    assert (tmp_path / "real" / "t.sqlite").is_file()
