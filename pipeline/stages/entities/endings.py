"""What a word's ending says when the lexicon does not know the word.

International non-proprietary names carry their class in the stem (WHO, "The use of stems in the
selection of INN", 2018), and Greek endings say what kind of trouble or treatment a word is. That
finds drugs and diseases no list has yet; such mentions carry a label and no concept. Stems that
English shares ("-ine", "-one") are left out, and common words that end like a stem are listed.
"""

from __future__ import annotations

from functools import lru_cache

_DRUG = """
    cillin mycin micin oxacin floxacin cycline conazole bendazole nidazole prazole setron
    triptan gliptin gliflozin glitazone glutide sartan dipine statin fibrate afil lukast vudine
    navir tegravir buvir ciclovir cyclovir oseltamivir amivir previr asvir parin xaban gatran
    grel platin rubicin taxel tinib ciclib parib zomib rafenib limus lisib degib poside depsin
    vancin virdine oxapine nacipran bectedin mersen momab cept zumab ximab tumab lumab umab
    azepam azolam barbital barbitone caine curium curonium dronate dronic profen fenac coxib
    oxicam olol alol terol pril prilat thiazide semide racetam gabalin triptyline pramine
    oxetine peridol peridone piprazole azine tadine astine tropium olone sonide metasone
    predniso cortisone trexate trexed arabine uracil mustine fosfamide stigmine methonium
    lidomide bactam penem cefprozil thromycin zolamide prost dopa ergine vaptan fungin nafine
    kinra mumab lizumab plase poetin grastim relin tocin estradiol gestrel sterone steride
"""
DRUG = tuple(_DRUG.split())
"""Drug stems: of the INN programme, without those that end ordinary words."""

_CONDITION = """
    itis osis emia aemia opathy pathies oma omata algia algias uria penia penias rrhea rrhoea
    rrhagia plegia paresis megaly ectasia ectasis sclerosis malacia stenosis trophy dystrophy
    plasia esthesia iasis phobia cele cephaly toxicity itides ptosis spasm edema philia asthenia
    phasia praxia kinesia noea pnea uresis carditis blastoma carcinoma sarcoma lithiasis
    dactyly gyria spermia phyria schisis cardia dynia derma onychia trichia dontia glossia gnathia
    thyroidism gonadism insulinism steronism pituitarism arthria rhythmia
    opsia nopia somnia lexia graphia mnesia genesia melia pigmentation myelination cormia
    gnosia ploidy myelia tonia ophthalmia heterotopia taxy esotropia exotropia
"""
CONDITION = tuple(_CONDITION.split())
"""Endings of diseases and of their signs."""

_PROCEDURE = """
    ectomy ostomy otomy plasty oscopy scopy pexy centesis tripsy desis rrhaphy angiography
    venography urography myography cardiography encephalography sonography tomography
    cystography scintigraphy pyelography myelography salpingography plethysmography
"""
PROCEDURE = tuple(_PROCEDURE.split())
"""Endings of operations and examinations."""

_ORDINARY = """
    diagnosis prognosis hypnosis mitosis meiosis apoptosis osmosis symbiosis metamorphosis
    psychoanalysis dose aroma diploma oklahoma stroma academia soma chroma genoma macadamia
    photography geography biography bibliography topography demography typography autobiography
    telescopy trophy atrophy philosophy magazine trapezine online medline dichotomy anatomy
    autonomy lobotomy economy tautomy microscopy spectroscopy endoscopy topia utopia osmolarity
    arabic caine cocaine recept accept concept except intercept precept cornell april alcohol
    control sympathy empathy apathy telepathy homeopathy osteopathy naturopathy allopathy oedema
    therapy chromatography electrophoresis crystallography cinematography choreography
    lithography stenography calligraphy cartography orthography ultrasonography protocol genetic
    endocytosis phagocytosis exocytosis homeostasis gnosis phase increase psychosis narcosis
    catharsis cele sperm hematopoiesis leukemia coma hemoglobinemia anemone nostalgia sonoma
    tacoma idioma paloma ronkonkoma underdiagnosis misdiagnosis photolithography cholesterol
    phytosterol ergosterol desmosterol lanosterol pigmentation schisis derma myelination biopsia
    estonia diploidy haploidy euploidy polyploidy catatonia macedonia
    anastomosis maltophilia pinocytosis transcytosis acidophilia thermophilia
    echinoderma insertion camelia ophelia amelia cornelia cordelia
"""
_NOT = frozenset(_ORDINARY.split())
_SHORTEST = {"DRUG": 7, "CONDITION": 6, "PROCEDURE": 8}
_MORE_THAN_ENDING = 3


@lru_cache(maxsize=100_000)
def guess_label(word: str) -> str | None:
    """The label that the ending of folded `word` speaks for."""
    if len(word) < min(_SHORTEST.values()) or word in _NOT or not word.isalpha():
        return None
    for label, endings in (("PROCEDURE", PROCEDURE), ("DRUG", DRUG), ("CONDITION", CONDITION)):
        if len(word) >= _SHORTEST[label] and word.endswith(endings):
            ending = max((e for e in endings if word.endswith(e)), key=len)
            if len(word) >= len(ending) + _MORE_THAN_ENDING:
                return label
    return None
