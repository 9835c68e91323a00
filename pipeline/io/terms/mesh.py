"""MeSH: descriptors by their places in the trees, supplementary records by what they map to.

A descriptor stands in several trees ("Headache" is a nervous-system disease and a sign), so the
trees are asked in an order: signs and symptoms before diseases, treatments before tests. The trees
of proteins, enzymes and fats name the body's own substances; they count as drugs only where MeSH
states a pharmacological action. Terms that MeSH tags as trade names are brands.
(NLM, "MeSH XML data elements" and "MeSH tree structures", 2025.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.io.terms.record import Record, Skipped
from pipeline.io.terms.sayable import say
from pipeline.io.terms.xml import elements, root_of

if TYPE_CHECKING:
    from lxml.etree import _Element

ROOTS = {"DescriptorRecordSet": "DescriptorRecord", "SupplementalRecordSet": "SupplementalRecord"}

_TREES = (
    ("SYMPTOM", "C23.888 C10.597"),
    ("CONDITION", "C01 C04 C05 C06 C07 C08 C09 C10 C11 C12 C13 C14 C15 C16 C17 C18 C19 C20 C21"
     " C23 C24 C25 C26 F03"),
    ("PROCEDURE", "E02 E03 E04 E06 F04.754"),
    ("LAB", "E01.370 E05.200"),
    ("DEVICE", "E07"),
    ("DRUG", "D01 D02 D03 D04 D06 D20 D26 D27"),
    ("ANATOMY", "A01 A02 A03 A04 A05 A06 A07 A08 A09 A10 A11 A12 A14 A15 A16 A17"),
    ("POPULATION", "M01"),
)  # fmt: skip
"""Labels by tree, the first that fits. Left out: animals (C22, A13), plants and microbes (A18 to
A21, B), techniques of research (most of E05), the rest of E01 ("Prognosis")."""

TREES = tuple((label, tuple(trees.split())) for label, trees in _TREES)
_DISEASES = ("CONDITION", "SYMPTOM")


def read(files: Sequence[Path], skipped: Skipped) -> Iterator[Record]:
    """Records of descriptor and supplementary files; with both, give both in one import."""
    kinds = [(root_of(path, ROOTS), path) for path in files]
    labels: dict[str, str] = {}
    for root, path in sorted(kinds, key=lambda kind: kind[0]):
        for element in elements(path, ROOTS[root]):
            if root == "DescriptorRecordSet":
                ui, label = _text(element, "DescriptorUI"), _tree_label(element)
            else:
                ui, label = _text(element, "SupplementalRecordUI"), _class_label(element, labels)
            if not ui or label is None:
                skipped["in a tree or class without a label here" if ui else "without an id"] += 1
                continue
            if root == "DescriptorRecordSet":
                labels[ui] = label
            yield _record(element, ui, label)


def _record(element: _Element, ui: str, label: str) -> Record:
    name = _text(element, "DescriptorName/String") or _text(
        element, "SupplementalRecordName/String"
    )
    forms: dict[str, None] = dict.fromkeys(form for form in say(name))
    brands: dict[str, None] = {}
    for term in element.iterfind("ConceptList/Concept/TermList/Term"):
        if term.get("IsPermutedTermYN") != "Y":
            held = brands if term.get("LexicalTag") == "TRD" else forms
            held.update(dict.fromkeys(say(_text(term, "String"))))
    straight = [_turned(form) for form in forms if form.count(", ") == 1]
    return Record(
        id=f"mesh:{ui}",
        label=label,
        name=name,
        forms=tuple(dict.fromkeys((*forms, *straight))),
        brands=tuple(brands),
        codes=(("mesh", ui),),
    )


def _turned(name: str) -> str:
    """ "Carcinoma, Renal Cell" as it is said: Renal Cell Carcinoma."""
    head, _, rest = name.partition(", ")
    return f"{rest} {head}"


def _tree_label(element: _Element) -> str | None:
    numbers = [node.text or "" for node in element.iterfind("TreeNumberList/TreeNumber")]
    for label, trees in TREES:
        if any(number.startswith(trees) for number in numbers):
            return label
    active = any(number.startswith("D") for number in numbers) and _acts(element)
    return "DRUG" if active else None


def _class_label(element: _Element, labels: dict[str, str]) -> str | None:
    """Chemicals (1) and protocols of treatment (2) are drugs when they act or map to one, diseases
    (3) are what they map to; organisms and the rest are none of ours."""
    path = "HeadingMappedToList/HeadingMappedTo/DescriptorReferredTo/DescriptorUI"
    mapped = [labels.get((node.text or "").strip().lstrip("*")) for node in element.iterfind(path)]
    kind = element.get("SCRClass")
    if kind == "3":
        return next((label for label in mapped if label in _DISEASES), "CONDITION")
    return "DRUG" if kind in ("1", "2") and ("DRUG" in mapped or _acts(element)) else None


def _acts(element: _Element) -> bool:
    """True when MeSH states a pharmacological action."""
    return element.find("PharmacologicalActionList/PharmacologicalAction") is not None


def _text(element: _Element, path: str) -> str:
    return (element.findtext(path) or "").strip()
