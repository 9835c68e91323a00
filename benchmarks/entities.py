"""Our tagger beside spaCy's PhraseMatcher, same names, same texts, same run.

What it shows: seconds to load the lexicon, words a second, and on the gold of
`tests/quality/entities` the share of marked names that get a mention with the very same span and
the share of lines without a medical word that get a false one. The PhraseMatcher finds every name
wherever it stands, whatever its case, and keeps the longest; ours also reads qualifiers. Run by
hand, from the root of the project:

    python benchmarks/entities.py
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from pipeline.io.resources import lines
from pipeline.stages.entities.lexicon import Concept, parse_lexicon
from pipeline.stages.entities.stage import LEXICONS, find_mentions, load_cues, load_tagger

Spans = Callable[[str], list[tuple[int, int]]]
GOLD = Path("tests/quality/entities/links.txt")
TEXTS = ("doses.txt", "qualifiers.txt", "links.txt")
REPEATS = 10
_MARK = re.compile(r"\[\[|\|[^\[\]|]*\]\]")


def concepts() -> list[Concept]:
    return [c for name in LEXICONS for c in parse_lexicon(name, lines(name))]


def ours() -> Spans:
    tagger, cues = load_tagger(lines), load_cues(lines)
    return lambda text: [(m.span.start, m.span.end) for m in find_mentions(text, tagger, cues)]


def phrase_matcher() -> Spans:
    import spacy
    from spacy.matcher import PhraseMatcher
    from spacy.util import filter_spans

    nlp = spacy.blank("en")
    nlp.max_length = 10_000_000
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("term", [nlp.make_doc(name) for c in concepts() for name, _ in c.words()])

    def find(text: str) -> list[tuple[int, int]]:
        found: Iterable[Any] = matcher(nlp.make_doc(text), as_spans=True)
        return [(s.start_char, s.end_char) for s in filter_spans(found)]

    return find


def read(path: Path) -> Iterable[tuple[str, set[tuple[int, int]]]]:
    """The texts of a file of gold, and the places of their marks."""
    for line in path.read_text("utf-8").splitlines():
        _, _, words = line.partition(": ")
        text, at = "", 0
        opened: list[int] = []
        marks: set[tuple[int, int]] = set()
        for sign in _MARK.finditer(words):
            text += words[at : sign.start()]
            at = sign.end()
            if sign.group() == "[[":
                opened.append(len(text))
            else:
                marks.add((opened.pop(), len(text)))
        yield text + words[at:], marks


def main() -> None:
    import spacy  # so that its import, which both need, is on neither's clock

    print(f"spaCy {spacy.__version__}, {sum(1 for c in concepts() for _ in c.words()):,} names")
    text = "\n".join(t for name in TEXTS for t, _ in read(GOLD.with_name(name))) * REPEATS
    gold = list(read(GOLD))
    rates: list[float] = []
    for name, load in (("PhraseMatcher", phrase_matcher), ("clean-corpus", ours)):
        start = time.process_time()
        find = load()
        loaded = time.process_time() - start
        find("Take one tablet of aspirin.")
        start = time.process_time()
        find(text)
        rates.append(len(text.split()) / (time.process_time() - start))
        marks = sum(len(m) for _, m in gold)
        same = sum(len(m & set(find(t))) for t, m in gold)
        plain = [t for t, m in gold if not m]
        false = sum(bool(find(t)) for t in plain)
        print(
            f"{name:14} loads in {loaded:4.1f} s, {rates[-1]:8,.0f} words/s, "
            f"{same / marks:6.1%} of names with their span, {false / len(plain):6.1%} false lines"
        )
    print(f"ratio of rates: {rates[1] / rates[0]:.2f}")


if __name__ == "__main__":
    main()
