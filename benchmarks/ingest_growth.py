"""How the cost of ingest grows with the page: CPU time at one size and at four times that size.

A ratio near four is linear growth; sixteen would be quadratic. Run by hand:

    python benchmarks/ingest_growth.py
"""

from __future__ import annotations

import time
from collections.abc import Callable

from pipeline.model.document import Format, RawPage, Source, page_id
from pipeline.stages.ingest import IngestSettings, ingest

SENTENCE = "A short walk after lunch does more for the night than a long rest. "

PAGES: dict[str, tuple[Format, Callable[[int], str]]] = {
    "text, one line": (Format.TEXT, lambda n: SENTENCE * n),
    "text, lines": (Format.TEXT, lambda n: (SENTENCE + "\n\n") * n),
    "text, numbered": (Format.TEXT, lambda n: "1. Sleep and rest\n" * n),
    "text, wrapped": (Format.TEXT, lambda n: (SENTENCE.strip(" .") + "\nand ") * n),
    "text, table": (Format.TEXT, lambda n: "sleep\t8 h\n" * n),
    "text, invisible": (Format.TEXT, lambda n: "a\u200b" * 20 * n),
    "markdown, nested": (Format.MARKDOWN, lambda n: "- a\n  - b\n    1. c\n" * n),
    "html, paragraphs": (Format.HTML, lambda n: f"<p>{SENTENCE}</p>" * n),
    "html, breaks": (Format.HTML, lambda n: "words<br>" * n),
    "html, links": (Format.HTML, lambda n: "<a href=/>go</a>" * n),
    "html, table": (Format.HTML, lambda n: "<table>" + "<tr><td rowspan=3>a<td>b" * n),
    "html, tables in tables": (
        Format.HTML,
        lambda n: ("<table><tr><td>" * 100 + "x" + "</table>" * 100) * (n // 60),
    ),
    "html, deep": (Format.HTML, lambda n: ("<div>" * 900 + "x" + "</div>" * 900) * (n // 900)),
    "html, superscripts": (Format.HTML, lambda n: ("<sup>" * 90 + "2" + "</sup>" * 90) * (n // 90)),
    "html, hidden": (Format.HTML, lambda n: "<p hidden>a</p><p>b</p>" * n),
}


def cost(kind: Format, content: str) -> float:
    """CPU seconds to ingest a page of `content`."""
    page = RawPage(page_id("page"), Source("page", "0" * 64, len(content), kind), content)
    start = time.process_time()
    ingest(page, IngestSettings())
    return time.process_time() - start


def main() -> None:
    size = 4_500
    for name, (kind, make) in PAGES.items():
        cost(kind, make(1_800))  # so that libraries are loaded before the clock runs
        small = min(cost(kind, make(size)) for _ in range(3))
        large = min(cost(kind, make(4 * size)) for _ in range(3))
        print(f"{name:24} {small * 1000:8.0f} ms {large * 1000:8.0f} ms   × {large / small:.1f}")


if __name__ == "__main__":
    main()
