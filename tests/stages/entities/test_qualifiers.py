"""Qualifiers in consumer prose, each with the near miss that a clinical tool gets wrong."""

import pytest

from pipeline.stages.entities.stage import find_mentions
from pipeline.stages.entities.tagger import Tagger


def said(tagger: Tagger, text: str, word: str) -> str:
    for q in find_mentions(text, tagger):
        if q.span.of(text) == word:
            marks = [
                *(["negated"] if q.negated else []),
                *(["hypothetical"] if q.hypothetical else []),
                *(["historical"] if q.historical else []),
                *(["other"] if q.experiencer != "reader" else []),
            ]
            return " ".join(marks)
    raise AssertionError(f"{word!r} was not found in {text!r}")


@pytest.mark.parametrize(
    ("text", "word", "marks"),
    [
        ("Do not take ibuprofen if you have thrombosis.", "thrombosis", "hypothetical"),
        ("Do not take ibuprofen if you have thrombosis.", "ibuprofen", "negated"),
        ("Do not take aspirin with alcohol.", "alcohol", ""),
        ("Ibuprofen may cause nausea.", "nausea", "hypothetical"),
        ("Ibuprofen causes nausea.", "nausea", ""),
        ("May cause nausea, vomiting and a severe headache.", "vomiting", "hypothetical"),
        ("May cause nausea, vomiting or a headache.", "headache", "hypothetical"),
        ("Women without fibroids feel well.", "fibroids", "negated"),
        ("Women with fibroids feel unwell.", "fibroids", ""),
        ("There was no nausea, vomiting or dizziness.", "dizziness", "negated"),
        ("She has no fever, but a cough.", "cough", ""),
        ("It does not cause infertility.", "infertility", "negated"),
        ("It not only causes infertility.", "infertility", ""),
        ("Without treatment, gonorrhea spreads.", "gonorrhea", ""),
        ("Cancer was ruled out.", "Cancer", "negated"),
        ("Cancer cannot be ruled out.", "Cancer", "hypothetical"),
        ("Nausea may occur.", "Nausea", "hypothetical"),
        ("Cystitis can be treated with antibiotics.", "Cystitis", ""),
        ("Cystitis can be treated with antibiotics.", "antibiotics", ""),
        ("If bleeding occurs, call a doctor.", "bleeding", "hypothetical"),
        ("If bleeding occurs, a headache follows.", "headache", ""),
        ("In case of fever take paracetamol.", "fever", "hypothetical"),
        ("Your mother had breast cancer.", "breast cancer", "other"),
        ("Mothers with diabetes are tired.", "diabetes", ""),
        ("A family history of stroke matters.", "stroke", "other"),
        ("People with a history of migraine should ask.", "migraine", "historical"),
        ("She had a stroke two years ago.", "stroke", "historical"),
        ("She had a miscarriage in 1998.", "miscarriage", "historical"),
        ("He has a two-day history of fever.", "fever", ""),
        ("The risk of thrombosis grows.", "thrombosis", "hypothetical"),
        ("Garlic prevents colds and flu.", "flu", "hypothetical"),
        ("Do you not have diabetes?", "diabetes", "negated"),
        ("Never take aspirin after surgery.", "surgery", ""),
        ("There is no safe amount of alcohol.", "alcohol", ""),
        ("If the fever does not subside and pain grows, call.", "pain", "hypothetical"),
        ("There are non-drug ways to relieve pain.", "pain", ""),
        ("No single test can diagnose lupus.", "lupus", "hypothetical"),
        ("Unlike in men, it is rare.", "men", "negated"),
    ],
)
def test_what_the_sentence_says(tagger: Tagger, text: str, word: str, marks: str) -> None:
    assert said(tagger, text, word) == marks
