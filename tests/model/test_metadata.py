"""Values that pages claim about themselves, made safe."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.document import Metadata
from pipeline.model.metadata import (
    clean_url,
    clean_words,
    host_of,
    iso_date,
    language_tag,
    make_metadata,
    merge,
)


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2024-03-02", "2024-03-02"),
        ("2024/3/2", "2024-03-02"),
        ("2024-03-02T10:00:00Z", "2024-03-02T10:00:00+00:00"),
        ("20240302", "2024-03-02"),
        ("2 March 2024", "2024-03-02"),
        ("Mar 2, 2024", "2024-03-02"),
        ("2 Sept. 2024", "2024-09-02"),
        ("MARCH 2 2024", "2024-03-02"),
        ("March 32, 2024", None),
        ("2 Marz 2024", None),
        ("Sat, 02 Mar 2024 10:00:00 GMT", "2024-03-02T10:00:00+00:00"),
        ("03/04/2021", None),
        ("2024-13-45", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates(value: str, date: str | None) -> None:
    assert iso_date(value) == date


@pytest.mark.parametrize(
    ("value", "host"),
    [
        ("https://www.Tea.Example:8080/a", "tea.example"),
        ("tea.example", "tea.example"),
        ("tea.example/a", "tea.example"),
        ("../../etc/passwd", None),
        ("..", None),
        ("tea", None),
        ("https://[::1", None),
        ("a b.example", None),
    ],
)
def test_hosts(value: str, host: str | None) -> None:
    assert host_of(value) == host


@pytest.mark.parametrize(
    "value", ["javascript:alert(1)", "/a", "file:///etc/passwd", "https://", "https://a b", "http://a/<x>",
              "https://[bad"],
)  # fmt: skip
def test_addresses_that_may_not_become_links(value: str) -> None:
    assert clean_url(value) is None


def test_language_tags() -> None:
    assert language_tag(" en_GB ") == "en-GB"
    assert language_tag("<b>") is None


@given(st.text(max_size=300))
def test_words_are_one_printable_line(value: str) -> None:
    words = clean_words(value)
    assert words is None or (words == " ".join(words.split()) and words.encode("utf-8"))


@given(st.dictionaries(st.sampled_from(["url", "site", "published", "language", "title"]),
                       st.text(max_size=80)))  # fmt: skip
def test_any_claim_is_kept_clean_or_refused(claims: dict[str, str]) -> None:
    metadata, refused = make_metadata(claims)
    for name, claim in claims.items():
        kept = getattr(metadata, name)
        assert kept is None or name not in refused
        assert kept or name in refused or not claim.strip()


def test_site_follows_from_the_address() -> None:
    assert make_metadata({"url": "https://www.tea.example/a"})[0].site == "tea.example"


def test_what_the_first_does_not_know_the_second_tells() -> None:
    merged = merge(Metadata(title="a"), Metadata(title="b", author="c"))
    assert merged == Metadata(title="a", author="c")
