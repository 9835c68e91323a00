"""What pages say about themselves, and whom we believe."""

from __future__ import annotations

import pytest

from pipeline.model.document import Metadata


def test_the_deliberate_statement_is_believed(read) -> None:
    linked_data = """{"@graph": [
        {"@type": "Organization", "url": "https://no.example"},
        {"@type": ["MedicalWebPage"], "headline": "Tea\\nand you",
         "datePublished": "2024-01-02T03:04:05Z", "author": [{"name": "Ann"}, {"name": "Bo"}],
         "license": "https://licence.example/by"}]}"""
    page = read(
        f"""<html lang=en-GB><head><title>Tea - The Site</title>
        <meta property='og:title' content='Tea, shared'>
        <link rel=canonical href='https://www.tea.example/a'>
        <meta name=author content='Meta Person'>
        <meta property='article:modified_time' content='2024-02-03'>
        <script type="application/ld+json">{linked_data}</script></head><body><p>words"""
    )
    assert page.source.metadata == Metadata(
        url="https://www.tea.example/a",
        site="tea.example",
        title="Tea and you",
        author="Ann, Bo",
        published="2024-01-02T03:04:05+00:00",
        modified="2024-02-03",
        licence="https://licence.example/by",
        language="en-GB",
    )


def test_the_sidecar_goes_before_the_page(read) -> None:
    page = read("<title>From the page</title><p>words", title="From the sidecar")
    assert page.source.metadata.title == "From the sidecar"


def test_the_name_of_the_site_is_taken_off_the_title(read) -> None:
    page = read("<title>How to make tea | The Site</title><h1>How to make tea</h1><p>words")
    assert page.source.metadata.title == "How to make tea"


@pytest.mark.parametrize(
    "claim",
    [
        "<link rel=canonical href='javascript:alert(1)'>",
        "<link rel=canonical href='../../etc/passwd'>",
        "<meta property='og:url' content='https://a b/'>",
        "<script type='application/ld+json'>{broken</script>",
        "<script type='application/ld+json'>" + "[" * 50_000 + "</script>",
        '<script type=\'application/ld+json\'>{"@type": "Article", "url": {"a": 1}}</script>',
        "<meta name=date content='yesterday'><meta><link><time>soon</time>",
        "<html lang='<b>'>",
    ],
)
def test_nonsense_is_not_believed(read, claim: str) -> None:
    assert read(f"{claim}<p>words").source.metadata == Metadata()


def test_time_of_publication(read) -> None:
    page = read("<p>words <time class=published datetime=2023-05-06>May</time>")
    assert page.source.metadata.published == "2023-05-06"
