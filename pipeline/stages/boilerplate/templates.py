"""What the pages of one site have in common, learned from the corpus.

A line that stands on page after page of a site belongs to the site, not to the article: its menu,
its slogan, the titles in its sidebar. But sites for health also repeat what is the article's
("When to see a doctor", "Question", a standing warning), so recurrence alone cuts nothing. A
recurring line goes when it stands outside the page's own prose, or when it is a whole recurring
paragraph; it stays when it heads prose of this page, when it is a title, a byline or a reference
that settings keep, and whenever it holds a dose, a warning or an order to see a doctor.

Lines are compared with case folded and digits masked, so that "12 comments" and "© 2019" recur.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.model.changes import Changes, Layer, RuleId
from pipeline.model.document import DocId
from pipeline.model.ledger import Ledger
from pipeline.model.naming import known_site
from pipeline.model.templates import SiteTemplate, TemplateLine, Templates
from pipeline.rulebook.rule import Does, StatedRule
from pipeline.stages.boilerplate.cutting import Claim, claim_surely, make_cuts
from pipeline.stages.boilerplate.page import Line, Page, read_page
from pipeline.stages.boilerplate.protect import protected
from pipeline.stages.boilerplate.settings import BoilerplateSettings

TEMPLATE = RuleId("CUT080")
TEMPLATE_RULE = StatedRule(
    id=TEMPLATE,
    name="site_template",
    does=Does.CUTS,
    summary="a line that stands on page after page of the site",
    argument=(
        "Menus, slogans and sidebars recur over the pages of one site. A recurring line goes when "
        "it stands outside the page's own prose, or is a whole recurring paragraph; never when it "
        "holds a dose, a warning or an order to see a doctor."
    ),
)

_DIGITS = re.compile(r"\d+")
_LONGEST = 400  # characters of a line that are compared
_MOST_LINES = 400  # recurring lines kept for one site
_SHARE = 0.3  # of a site's pages that a short line must stand on
_PROSE_SHARE = 0.5  # of a site's pages that a paragraph must stand on


@dataclass(frozen=True, slots=True)
class PageLines:
    """A page's site and its distinct lines as compared, in page order."""

    site: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class TemplateStage:
    """Survey the lines of each page, decide per site which recur, cut those that may go."""

    settings: BoilerplateSettings = field(default_factory=BoilerplateSettings)
    name: str = "templates"
    version: int = 1
    needs: frozenset[Layer] = frozenset({Layer.BLOCKS})
    makes: frozenset[Layer] = frozenset({Layer.CUTS})

    def survey(self, ledger: Ledger) -> PageLines:
        """The page's site and lines; pages without a known site have none and learn nothing."""
        site = known_site(ledger.document.source).casefold()
        page = read_page(ledger.document)
        keys = dict.fromkeys(_key(line.folded) for line in page.lines) if site else {}
        return PageLines(site, tuple(keys))

    def decide(self, surveyed: Iterable[tuple[DocId, PageLines]]) -> Templates:
        """The recurring lines of each site with enough pages, whatever the order of surveys."""
        pages: Counter[str] = Counter()
        counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for _, survey in surveyed:
            if survey.site:
                pages[survey.site] += 1
                counts[survey.site].update(survey.lines)
        sites = [
            self._template(site, counts[site], pages[site])
            for site in sorted(pages)
            if pages[site] >= self.settings.template_min_pages
        ]
        return Templates(tuple(site for site in sites if site.lines))

    def _template(self, site: str, counts: Counter[str], pages: int) -> SiteTemplate:
        fewest = max(self.settings.template_min_pages, _SHARE * pages)
        found = [TemplateLine(text, n, pages) for text, n in counts.items() if n >= fewest and text]
        found.sort(key=lambda line: (-line.pages, line.text))
        return SiteTemplate(site, tuple(found[:_MOST_LINES]))

    def apply(self, ledger: Ledger, decision: Templates) -> Changes:
        """Cuts of this page's recurring lines that may go."""
        site = known_site(ledger.document.source).casefold()
        template = next((s for s in decision.sites if s.site == site), None)
        if template is None:
            return Changes()
        page = read_page(ledger.document, self.settings.keep)
        sure = claim_surely(page)  # these go whole, with a better reason, next stage
        claims = {k: c for k, c in claim_recurring(page, template).items() if k not in sure}
        return Changes(cuts=make_cuts(ledger.document, claims))


def _key(folded: str) -> str:
    return _DIGITS.sub("0", folded[:_LONGEST])


def claim_recurring(page: Page, template: SiteTemplate) -> dict[int, Claim]:
    """Index → claim for the lines of `page` that recur on its site and may go."""
    known = {line.text: line for line in template.lines}
    recurring = {x.index: known[k] for x in page.lines if (k := _key(x.folded)) in known}
    own = [x.index for x in page.lines if x.is_prose and x.index not in recurring]
    first, last = (own[0], own[-1]) if own else (len(page.lines), len(page.lines))
    keep = protected(page, recurring)
    claims: dict[int, Claim] = {}
    for index, line in recurring.items():
        place = page.lines[index]
        inside = first < index < last
        if index in keep or _is_heading_of_own(place, page, recurring):
            continue
        wanted = _PROSE_SHARE if place.is_prose or inside else _SHARE
        if line.pages >= wanted * line.of and not (inside and len(place.words) < 3):
            reason = f"The line stands on {line.pages} of the site's {line.of} pages."
            claims[index] = Claim(TEMPLATE, reason, index)
    return claims


def _is_heading_of_own(line: Line, page: Page, recurring: dict[int, TemplateLine]) -> bool:
    """A short line above a line of the page's own that it may introduce."""
    if line.is_prose:
        return False
    below = page.following(line, 1)
    if not below or below[0].index in recurring:
        return False
    introduces = line.is_heading or line.text.endswith((":", "?"))
    return below[0].is_prose or introduces or len(below[0].words) > 8
