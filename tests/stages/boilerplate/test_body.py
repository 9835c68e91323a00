"""Nothing is lost by score between the first and the last block of an article."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.model.document import Document
from pipeline.model.ledger import Ledger
from pipeline.passes import stage_step, take
from pipeline.stages.boilerplate import BoilerplateStage
from pipeline.stages.boilerplate.body import series_of
from pipeline.stages.boilerplate.page import read_page

MakeDocument = Callable[..., Document]

LISTICLE = """Five habits for a calm stomach
Most people whose stomach burns after a meal can do a lot about it with small changes at home.
1. Eat slowly
Put the fork down between bites.
2. Sit upright
Wait for an hour.
3. Skip the nightcap
Wine makes it worse.
4. Ask about your tablets
Take 1 tablet with 200 ml of water.
5. Sleep on the left side
Use two pillows."""

LEAFLET = """Norvex 5 mg tablets
1. What Norvex is
Norvex relieves a runny nose and itchy eyes in adults and in children from the age of 6 years.
2. Before the first tablet
Norvex and machines
Do not take Norvex before driving.
3. The right amount
Adults take 5 mg once daily.
Storage
Keep it dry.
4. More than you should
Tell your doctor."""


@pytest.mark.parametrize("text", [LISTICLE, LEAFLET], ids=["listicle", "leaflet"])
def test_every_line_of_an_article_stays(text: str, make_document: MakeDocument) -> None:
    ledger = take(Ledger(make_document(text)), [stage_step(BoilerplateStage())], 60)
    assert ledger.cuts == ()


def test_a_series_is_found_by_its_numbers(make_document: MakeDocument) -> None:
    page = read_page(make_document("1. Rest\nLie down.\n2. Ice\n7. Not of it\n8. Another"))
    assert tuple(series_of(page)) == ((0, 2), (3, 4))
