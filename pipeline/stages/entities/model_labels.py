"""What the labels of other people's models mean here.

Every corpus names the same few ideas in its own way: BC5CDR says Chemical and Disease, the patient
reviews of PsyTAR say Problem, med7 says DRUG and DOSAGE. The tables below know the names of the
models that people install, whatever their capitals; settings add to them or overrule them. A label
of neither is refused with its name, because a model whose finds are silently dropped looks like a
model that finds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.stages.entities.lexicon import PREFIXES

NONE = "none"
"""What settings write for a label whose finds are not wanted."""

_SAME = {
    "DRUG": "chemical simple_chemical chebi medication medicine drugs",
    "CONDITION": "disease diseases disorder cancer pathological_formation diagnosis",
    "SYMPTOM": "problem adr adverse_event sign sign_symptom symptoms",
    "PROCEDURE": "treatment therapeutic_procedure diagnostic_procedure",
    "ANATOMY": "organ tissue body_part anatomical_system multi_tissue_structure"
    " organism_subdivision",
    "LAB": "test lab_value",
}
"""Names that stand for a label of ours: those of BC5CDR, NCBI disease, PsyTAR, AnatEM and of the
scispaCy models trained on BC5CDR, BioNLP13CG and CRAFT."""

_NOT_OURS = """
    strength dosage dose form route frequency duration
    amino_acid cell cellular_component developing_anatomical_structure gene_or_gene_product
    immaterial_anatomical_entity organism organism_substance
    ggp so taxon go cl dna rna protein cell_line cell_type
    cardinal date event fac gpe language law loc money norp ordinal org percent person product
    quantity time work_of_art
"""
"""Labels that are not wanted: what med7 says of doses is the dosing stage's to find, the rest is
biology (scispaCy) or the everyday world (spaCy's own models)."""

BUILT_IN: dict[str, str | None] = {
    **{label.casefold(): label for label in PREFIXES},
    **{name: label for label, names in _SAME.items() for name in names.split()},
    **dict.fromkeys(_NOT_OURS.split()),
}
"""Our label, or None for what is not wanted, by a model's label in small letters."""


class LabelError(ValueError):
    """Labels that nobody explained; the message names them and what to write."""


def our_labels(labels: Iterable[str], said: Sequence[str]) -> dict[str, str]:
    """Our label by each of a model's `labels` that is wanted.

    `said` are lines of settings ("Compound = DRUG", "Gene = none") and win over what is built in.
    Raises LabelError on a line that says nothing, on labels that nobody explained, and when none
    of the labels is wanted.
    """
    told = BUILT_IN | dict(_told(line) for line in said)
    unknown = sorted(label for label in labels if label.casefold() not in told)
    if unknown:
        wanted = f'model-labels = ["{unknown[0]} = DRUG"] (or {" ".join(PREFIXES)}, or {NONE})'
        raise LabelError(f"says {', '.join(unknown)}, which mean nothing here; set {wanted}")
    ours = {label: told[label.casefold()] for label in labels}
    wanted_ones = {theirs: label for theirs, label in ours.items() if label}
    if not wanted_ones:
        raise LabelError(
            f"says only {', '.join(sorted(ours)) or 'nothing'}, none of it wanted here"
        )
    return wanted_ones


def _told(line: str) -> tuple[str, str | None]:
    theirs, _, ours = (part.strip() for part in line.partition("="))
    if not theirs or (ours not in PREFIXES and ours != NONE):
        raise LabelError(f'needs model-labels like "Compound = DRUG", not {line!r}')
    return theirs.casefold(), None if ours == NONE else ours
