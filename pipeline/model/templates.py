"""What the pages of one site have in common, learned from the corpus."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """A line (digits masked, case folded) that stands on `pages` of a site's `of` pages."""

    text: str
    pages: int
    of: int


@dataclass(frozen=True, slots=True)
class SiteTemplate:
    """The recurring lines of `site`, most frequent first."""

    site: str
    lines: tuple[TemplateLine, ...]


@dataclass(frozen=True, slots=True)
class Templates:
    """One template a site, sorted by site."""

    sites: tuple[SiteTemplate, ...] = ()
