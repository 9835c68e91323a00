"""Pages, surveys and decisions from plain text, with drugs and conditions tagged by a tiny list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

import pytest

from pipeline.model.document import Block, BlockKind, DocId, Document, Format, Metadata, Source
from pipeline.model.dose import DoseMention, Quantity
from pipeline.model.ledger import Ledger
from pipeline.model.mention import Link, Mention
from pipeline.model.span import Span
from pipeline.stages.dedup import DedupDecision, DedupStage

Page = tuple[str, str]
MakeLedger = Callable[..., Ledger]
Decide = Callable[[Mapping[str, Page]], DedupDecision]

DRUGS = ("prednisone", "prednisolone", "ibuprofen", "naproxen", "metformin", "paracetamol")
CONDITIONS = ("type 2 diabetes", "diabetes", "asthma", "gout", "migraine")
_NAMES = re.compile(r"\b(?:" + "|".join((*DRUGS, *CONDITIONS)) + r")\b", re.IGNORECASE)
_DOSE = re.compile(r"(\d+) (mg|mcg) of (\w+)")

ARTICLE = """\
Gout is a kind of joint pain that comes on within hours, most often in the big toe.
It happens when crystals of uric acid settle inside the joint and the body reacts to them.
Doctors confirm it by looking at fluid from the swollen joint under a microscope.
For the first days of an attack, adults take 50 mg of prednisone once a day with food.
Do not stop the tablets on your own before the course is finished.
Rest the joint, keep it raised, and put a cold pack on it for twenty minutes at a time.
Beer, shellfish and sweet drinks raise the level of uric acid in the blood.
Losing weight slowly lowers that level and makes the next attack less likely.
Ask for help at once if you have a fever together with a red and swollen joint.
"""
OTHER = """\
A stye looks like a small pimple at the edge of the eyelid and is tender to the touch.
It begins when bacteria block one of the glands beside the lashes.
Hold a warm clean cloth against the closed eye for ten minutes, four times a day.
Leave eye make-up and contact lenses alone until the lump has gone.
Nobody should squeeze it, because that can spread the infection to the skin around the eye.
Most of them open by themselves within a week and need no medicine at all.
"""


@pytest.fixture
def article() -> str:
    """Nine sentences about one subject, with a dose, a negation, a population and numbers."""
    return ARTICLE


@pytest.fixture
def other_article() -> str:
    """Six sentences that share nothing with `article`."""
    return OTHER


@pytest.fixture
def make_ledger() -> MakeLedger:
    return build_ledger


@pytest.fixture
def decide() -> Decide:
    return decide_pages


def build_ledger(page: str, text: str, title: str = "", **metadata: str) -> Ledger:
    """A ledger of a plain text page, one block a line, with its drugs and doses."""
    blocks = [
        Block(span, BlockKind.PARAGRAPH, span)
        for match in re.finditer(r"\S(?:[^\n]*\S)?", text)
        for span in [Span(*match.span())]
    ]
    source = Source(
        page, "", len(text), Format.TEXT, metadata=Metadata(title=title or None, **metadata)
    )
    document = Document(DocId(page), source, text, tuple(blocks))
    return Ledger(document, mentions=tuple(_mentions(text)), doses=tuple(_doses(text)))


def _mentions(text: str) -> Iterable[Mention]:
    for match in _NAMES.finditer(text):
        name = match.group().lower()
        label = "DRUG" if name in DRUGS else "CONDITION"
        yield Mention(Span(*match.span()), label, Link(f"test:{name}", name))


def _doses(text: str) -> Iterable[DoseMention]:
    for match in _DOSE.finditer(text):
        amount = float(match[1])
        yield DoseMention(
            span=Span(*match.span()),
            drug=match[3],
            drug_span=Span(*match.span(3)),
            ingredient=match[3].lower(),
            amount=Quantity(amount, amount, match[2]),
        )


def decide_pages(pages: Mapping[str, Page]) -> DedupDecision:
    """The decision about pages given as id → (title, text)."""
    stage = DedupStage()
    return stage.decide(
        (DocId(page), stage.survey(build_ledger(page, text, title)))
        for page, (title, text) in pages.items()
    )
