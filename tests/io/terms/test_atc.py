import pytest

from pipeline.errors import SetupError
from pipeline.io.terms import atc


def test_substances_with_their_codes(release, read) -> None:
    records, skipped = read(atc.read, release("atc"))
    assert {key: (r.name, r.codes) for key, r in records.items()} == {
        "atc:N09XX02": ("zelvatine", (("atc", "N09XX02"),)),
        "atc:C09XY01": ("Corbamide", (("atc", "C09XY01"),)),
    }
    assert skipped == {
        "a group, no substance": 2,
        "a combination of what is not named": 1,
        "without a code or a name": 1,
    }


@pytest.mark.parametrize(
    "text",
    [
        "code,name\nN09XX02,zelvatine\n",
        "ATC code;ATC level name;DDD\nN09XX02;zelvatine;\n",
        "ATCCode\tName\nN09XX02\tzelvatine\n",
        "\ufeffClass ID,Preferred Label\nhttps://example.invalid/ATC/N09XX02,zelvatine\n",
        'name,code\n"zelvatine","N09XX02"\n',
    ],
)
def test_exports_differ_in_their_headers(text: str, tmp_path, read) -> None:
    table = tmp_path / "atc.csv"
    table.write_text(text, "utf-8")
    assert list(read(atc.read, [table])[0]) == ["atc:N09XX02"]


def test_an_open_quote_does_not_swallow_the_file(tmp_path, read) -> None:
    table = tmp_path / "atc.csv"
    table.write_text('code,name\nN09XX02,"zelvatine\n' + "N09XX02,filler words\n" * 20_000)
    with pytest.raises(SetupError, match="damaged"):
        read(atc.read, [table])
