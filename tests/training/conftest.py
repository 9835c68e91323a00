import pytest

from pipeline.model.span import Span
from pipeline.training.annotated import Annotated

TEMPLATES = (
    "She took {0} against her {1}.",
    "{0} can help people with {1}.",
    "After two days of {0} the {1} was gone.",
    "Nobody should swallow {0} for {1} without advice.",
    "His {1} came back, so he asked for {0} again.",
)
DRUGS = ("aspirin", "ibuprofen", "paracetamol", "metformin", "penicillin", "glimmerine")
TROUBLES = ("asthma", "migraine", "back pain", "fever", "high blood pressure", "vortex rash")
PLAIN = ("He walked home in the rain.", "We ate bread and soup.", "They open on Monday.")


def marked(template: str, drug: str, trouble: str) -> Annotated:
    text = template.format(drug, trouble)
    found = [(text.index(drug), drug, "Drug"), (text.index(trouble), trouble, "Problem")]
    spans = sorted((Span(at, at + len(words)), label) for at, words, label in found)
    return Annotated(text, tuple(spans))


@pytest.fixture(scope="session")
def sentences() -> tuple[Annotated, ...]:
    """Thirty-three sentences in which a drug and a trouble are marked, or nothing is."""
    pairs = [
        marked(template, drug, TROUBLES[(d + t) % len(TROUBLES)])
        for t, template in enumerate(TEMPLATES)
        for d, drug in enumerate(DRUGS)
    ]
    return (*pairs, *(Annotated(text, ()) for text in PLAIN))
