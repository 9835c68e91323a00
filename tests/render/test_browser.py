"""The reports in a real browser: nothing runs, nothing loads, nothing spills over on a phone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.model.changes import Citation
from pipeline.model.reference import Entry, ReferenceTable
from pipeline.render import catalogue, page, reference
from pipeline.render import corpus as front
from pipeline.render.copies import near_copies

pytestmark = pytest.mark.browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
TABLES = (
    ReferenceTable(
        "limits", "Limits", "The most.", "Ingredient", ("For", "A day"),
        (
            Entry("limits/ibuprofen/adult", "ibuprofen", ("adult", "1,200 mg"),
                  (Citation("FDA", "Drug Facts", 2024, retrieved="2026-01-01"),)),
            Entry("limits/zinc/adult", "zinc", ("adult", "40 mg")),
        ),
    ),
    ReferenceTable("pairs", "Pairs", "Not together.", "One", ("With",),
                   (Entry("pairs/nitrate/pde5", "nitrate", ("pde5",)),)),
)  # fmt: skip
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def browser() -> Iterator:
    if CHROMIUM is None:
        why = "no chromium on the path: install it to see the reports tested in a browser"
        if os.environ.get("CI") == "true":
            pytest.fail(why)
        pytest.skip(why)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        options = {"executable_path": CHROMIUM, "args": ["--no-sandbox"]}
        launched = playwright.chromium.launch(**options)
        yield launched
        launched.close()


def write(folder: Path, made, rules) -> list[Path]:
    """The reports of `made`, as a run lays them out."""
    copies = near_copies(made)
    (folder / "articles").mkdir(parents=True)
    pages = {
        "index.html": front.report(made, rules),
        "rules.html": catalogue.page(rules),
        "limits.html": reference.page(TABLES),
    }
    for outcome in made.outcomes:
        here = copies.get(outcome.id, ())
        pages[f"articles/{outcome.id}.html"] = page.article(outcome, rules, here)
    for name, html in pages.items():
        (folder / name).write_text(html, encoding="utf-8")
    rows = f'[{{"id": "{made.outcomes[0].id}", "path": "<b>slow</b>", "seconds": 1.5}}]'
    (folder / "timings.js").write_text(f"window.cleanCorpusTimings = {rows};\n")
    return [folder / name for name in pages]


@pytest.fixture(scope="module")
def tame(tmp_path_factory, corpus, rules) -> list[Path]:
    return write(tmp_path_factory.mktemp("tame") / "reports", corpus, rules)


@pytest.fixture(scope="module")
def attacked(tmp_path_factory, hostile, rules) -> list[Path]:
    return write(tmp_path_factory.mktemp("hostile") / "reports", hostile, rules)


def visit(browser, path: Path, viewport: dict[str, int], **options) -> tuple:
    """The page opened in a fresh context, with all it complained about and asked for."""
    context = browser.new_context(viewport=viewport, **options)
    tab = context.new_page()
    troubles: list[str] = []
    asked: list[str] = []
    tab.on("console", lambda message: troubles.append(f"{message.type}: {message.text}"))
    tab.on("pageerror", lambda error: troubles.append(str(error)))
    tab.on("dialog", lambda dialog: troubles.append(f"dialog: {dialog.message}"))
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(path.as_uri())
    return tab, troubles, asked


def chosen(paths: list[Path]) -> list[Path]:
    """The three big pages and some articles; every attack's page is opened elsewhere."""
    return [*paths[:3], *paths[3:7], *[p for p in paths[7:] if p.stat().st_size > 50_000]]


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_no_complaint_no_network_no_sideways_scroll(browser, tame, viewport) -> None:
    for path in chosen(tame):
        tab, troubles, asked = visit(browser, path, viewport)
        assert troubles == [], path.name
        assert {url.split(":")[0] for url in asked} <= {"file", "data"}
        beside = [url for url in asked if not url.endswith(path.name)]
        assert all(url.endswith("/timings.js") or url == "data:," for url in beside), beside
        wide = tab.evaluate("document.documentElement.scrollWidth")
        assert wide <= viewport["width"], path.name
        tab.context.close()


def test_attacks_run_nothing_and_load_nothing(browser, attacked) -> None:
    for path in attacked:
        tab, troubles, asked = visit(browser, path, PHONE)
        for link in tab.locator("summary").all()[:20]:
            link.click()
        assert tab.evaluate("window.hit") is None, path.name
        assert troubles == [], path.name
        assert {url.split(":")[0] for url in asked} <= {"file", "data"}
        assert tab.evaluate("getComputedStyle(document.body).display") == "block"
        assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path.name
        tab.context.close()


def test_filter_narrows_the_list_and_says_so(browser, tame) -> None:
    tab, _, _ = visit(browser, tame[0], DESK)
    rows = tab.locator("#pages-table tbody tr:visible")
    assert rows.count() == 54
    tab.select_option("#filter-fate", "held")
    assert rows.count() == 2
    assert tab.locator("#filter-said").inner_text() == "2 of 54 pages shown"
    tab.fill("#filter-words", "fever NIGHT")
    assert rows.count() == 1
    tab.context.close()


def test_timings_are_shown_as_text(browser, tame) -> None:
    tab, _, _ = visit(browser, tame[0], DESK)
    assert tab.locator("#timings li").inner_text() == "<b>slow</b> 1.50 s"
    tab.context.close()


def test_page_works_without_scripts_and_without_timings(browser, tame) -> None:
    tab, troubles, _ = visit(browser, tame[0], PHONE, java_script_enabled=False)
    assert tab.locator("#pages-table tbody tr").count() == 54
    assert not tab.locator("#filter").is_visible()
    assert "timings.js" in tab.locator("#timings").inner_text()
    assert troubles == []
    tab.context.close()


def test_flag_leads_to_its_words_and_layers_can_be_hidden(browser, tame, held) -> None:
    path = next(p for p in tame if held.id in p.name)
    tab, _, _ = visit(browser, path, DESK)
    tab.click("#flag-1 .ref")
    assert tab.evaluate("location.hash") == "#at-1"
    cuts = tab.locator(".sheet details.cut:visible")
    assert cuts.count() == 3
    tab.uncheck("#show-cuts")
    assert cuts.count() == 0
    tab.context.close()


CONTRAST = """
() => {
  const parse = c => c.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const behind = e => {
    for (; e; e = e.parentElement) {
      const c = parse(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] === 1) return c;
    }
    return [255, 255, 255];
  };
  const poor = [];
  for (const e of document.querySelectorAll('body *')) {
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!own || !e.getClientRects().length || e.closest('option, script, style, svg')) continue;
    const style = getComputedStyle(e);
    const [a, b] = [light(parse(style.color)), light(behind(e))].sort((x, y) => y - x);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && +style.fontWeight >= 700);
    const ratio = (a + .05) / (b + .05);
    if (ratio < (large ? 3 : 4.5)) poor.push(`${e.className || e.tagName} ${ratio.toFixed(2)}`);
  }
  return [...new Set(poor)];
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_has_contrast_enough(browser, tame, held, scheme) -> None:
    """WCAG 2.2 AA, success criterion 1.4.3."""
    for path in [*tame[:2], next(p for p in tame if held.id in p.name)]:
        tab, _, _ = visit(browser, path, DESK, color_scheme=scheme)
        tab.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        assert tab.evaluate(CONTRAST) == [], path.name
        tab.context.close()


def test_limits_are_found_by_typing_words(browser, tame) -> None:
    path = next(p for p in tame if p.name == "limits.html")
    tab, _, _ = visit(browser, path, DESK)
    tab.fill("#filter-words", "ibuprofen adult")
    assert tab.locator("tbody tr:visible").count() == 1
    assert tab.locator("section.part:visible").count() == 1
    assert tab.locator("#filter-said").inner_text() == "1 of 3 rows shown"
    tab.fill("#filter-words", "")
    assert tab.locator("tbody tr:visible").count() == 3
    tab.context.close()
