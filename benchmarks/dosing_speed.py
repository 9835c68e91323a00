"""What the dosing stage costs on an article of 800 words, by how much of it is about doses.

An ordinary article names no drug and has no dose; an article on a medicine names a few and has
half a dozen doses; a mass of doses is a leaflet's table read aloud, which hardly any page is. Times
are CPU milliseconds an article: for reading (doses and their parts), for the whole dosing stage,
and for `annotate` with every other stage. What to compare are the ratios to the first row, taken in
one run on one machine. Run by hand:

    python benchmarks/dosing_speed.py
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice, product

from pipeline.annotate import annotate
from pipeline.io.resources import lines
from pipeline.model.mention import Mention
from pipeline.settings import Settings
from pipeline.stages.dosing import judge, knowledge_from
from pipeline.stages.dosing.facts.knowledge import Knowledge
from pipeline.stages.dosing.judge import drugs_of
from pipeline.stages.dosing.reading.lines import read_blocks
from pipeline.stages.dosing.reading.mentions import read_doses
from pipeline.stages.dosing.reading.segments import segment
from pipeline.stages.entities.stage import find_mentions, load_tagger

Pages = Sequence[tuple[str, Sequence[Mention]]]
"""Texts, each with what the entities stage found in it."""

WORDS = 800
STRIDE = 379  # prime, so that neighbours are unlike and nothing comes twice
ARTICLES = 12

SUBJECTS = (
    "A gentle walk", "The lining of the gut", "Regular sleep", "A warm room", "The lower back",
    "Good light", "A slow meal", "The shoulder joint", "A quiet hobby", "Clean water",
    "The skin of the hands", "An honest talk",
)  # fmt: skip
DEEDS = (
    "eases the mind and", "often changes with age, but", "needs little effort and",
    "is easily overlooked although", "rests the eyes, so that", "asks for patience because",
    "works best in company, and", "heals slowly while",
)  # fmt: skip
ENDS = (
    "the whole family notices it.", "many people feel better afterwards.",
    "most visitors to a clinic ask about it.", "nobody needs special equipment.",
    "it keeps muscles and tendons supple.", "the body finds its own rhythm again.",
    "the air should be neither dry nor stale.", "a diary helps to see what changes.",
    "friends can be a great support.", "the signs differ from one person to another.",
)  # fmt: skip
DRUGS = ("ibuprofen", "paracetamol", "loratadine", "omeprazole", "amoxicillin", "metformin", "zinc",
         "ambroxol", "cetirizine", "naproxen", "famotidine")  # fmt: skip
SAID = (
    "Take {n} mg of {drug} {often}.", "{drug}: {m} tablets of {n} mg {often}, {long}.",
    "Adults usually take {drug} {n} mg {often} {meal}.",
    "Children are given {n} mg {drug} {often}.",
    "No more than {n} mg of {drug} a day is allowed {long}.",
)  # fmt: skip
OFTEN = ("twice a day", "every 6 hours", "once daily", "three times a day", "at bedtime")
LONG = ("for 5 days", "for a week", "until the pain stops")
MEAL = ("after food", "with water", "on an empty stomach")
TOLD = (
    "{drug} belongs to the medicines that most kitchens have in a drawer.",
    "Whoever takes {drug} should tell the doctor about it before an operation.",
    "Side effects of {drug} are rare, and they pass.",
)


def plain() -> Iterator[str]:
    """Sentences without a drug, no two alike for a long time."""
    everything = list(product(SUBJECTS, DEEDS, ENDS))
    for number in range(len(everything)):
        yield " ".join(everything[STRIDE * number % len(everything)])


def dosed() -> Iterator[str]:
    """Doses, no two alike for a long time."""
    everything = list(product(OFTEN, (2, 3), LONG, MEAL, (200, 250, 400, 500), DRUGS, SAID))
    for number in range(len(everything)):
        often, m, long, meal, n, drug, said = everything[STRIDE * number % len(everything)]
        yield said.format(n=n, m=m, drug=drug, often=often, long=long, meal=meal).capitalize()


def ordinary(number: int) -> str:
    return _paragraphs(islice(plain(), 70 * number, None))


def medical(number: int) -> str:
    """An article that names drugs in every paragraph, with six doses in all."""
    doses = list(islice(dosed(), 6 * number, 6 * number + 6))
    named = [said.format(drug=drug) for drug in DRUGS for said in TOLD][: 3 * 6]
    prose = islice(plain(), 70 * number, None)
    mixed: list[str] = []
    for dose, *told in zip(doses, named[::3], named[1::3], named[2::3], strict=False):
        mixed += [*islice(prose, 3), *told, dose, *islice(prose, 3)]
    return _paragraphs(iter([*mixed, *prose]))


def massed(number: int) -> str:
    return _paragraphs(islice(dosed(), 70 * number, None))


def _paragraphs(sentences: Iterator[str]) -> str:
    """About 800 words of `sentences`, five to a paragraph."""
    found: list[str] = []
    words = 0
    while words < WORDS:
        found.append(next(sentences))
        words += len(found[-1].split())
    return "\n\n".join(" ".join(found[at : at + 5]) for at in range(0, len(found), 5))


def cost(work: Callable[[], object]) -> float:
    """CPU milliseconds an article, the best of three."""
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times) * 1000 / ARTICLES


def main() -> None:
    knowledge, tagger = knowledge_from(lines), load_tagger(lines)
    print(
        f"{'ms an article of 800 words':28} {'reading':>8} {'dosing':>8} {'annotate':>9}  × dosing"
    )
    first = 0.0
    kinds = {"no drug": ordinary, "drugs, six doses": medical, "a mass of doses": massed}
    for name, make in kinds.items():
        texts = [make(number) for number in range(ARTICLES)]
        pages = [(text, find_mentions(text, tagger)) for text in texts]
        rows = [json.dumps({"id": str(n), "text": text}) for n, text in enumerate(texts)]
        judge(*pages[0], knowledge)  # so that tables are loaded before the clock runs
        read = cost(partial(_read, pages, knowledge))
        dosing = cost(partial(_judge, pages, knowledge))
        whole = cost(partial(_annotate, rows))
        first = first or dosing
        print(f"{name:28} {read:8.1f} {dosing:8.1f} {whole:9.1f}  × {dosing / first:.1f}")


def _read(pages: Pages, knowledge: Knowledge) -> None:
    for text, mentions in pages:
        read_doses(text, segment(text, read_blocks(text)), drugs_of(mentions, text, knowledge))


def _judge(pages: Pages, knowledge: Knowledge) -> None:
    for text, mentions in pages:
        judge(text, mentions, knowledge)


def _annotate(rows: Sequence[str]) -> None:
    for _ in annotate(rows, Settings()):
        pass


if __name__ == "__main__":
    main()
