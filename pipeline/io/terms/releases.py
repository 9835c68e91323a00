"""The formats that can be imported: what each is, who publishes it, and on what terms.

The order is that of trust: where two releases know the same words, the earlier one here names the
concept and both give codes. A vocabulary made for one kind of thing comes before one that gathers
many.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.io.terms import atc, dmd, drugbank, icd10cm, mesh, openfda, rxnorm, umls
from pipeline.io.terms.record import Reader


@dataclass(frozen=True, slots=True)
class Format:
    """A format by the name it is asked for; `files` says what to give, `link` where terms stand.

    `reader` is None for the lexicon's own format, which the tagger's parser reads.
    """

    name: str
    title: str
    files: str
    licence: str
    link: str
    reader: Reader | None = None


_ALL = (
    Format("tsv", "own lexicon", "files with the header of pipeline/lexicons/*.tsv",
           "as each row says", "docs/terms.md"),
    Format("rxnorm", "RxNorm", "RXNCONSO.RRF, with RXNREL.RRF and RXNSAT.RRF beside it",
           "names by RxNorm itself (SAB=RXNORM), the only ones read, are in the public domain;"
           " its ATC codes are the WHO Collaborating Centre's, not to be sold",
           "https://www.nlm.nih.gov/research/umls/rxnorm/docs/termsofservice.html", rxnorm.read),
    Format("mesh", "MeSH", "desc20XX.xml and supp20XX.xml",
           "free to use under the NLM's terms: name the NLM as source, say when it was changed",
           "https://www.nlm.nih.gov/databases/download/terms_and_conditions_mesh.html", mesh.read),
    Format("icd10cm", "ICD-10-CM", "icd10cm_order_20XX.txt",
           "public domain (United States government)",
           "https://www.cdc.gov/nchs/icd/icd-10-cm/files.html", icd10cm.read),
    Format("atc", "ATC", "a CSV with columns of codes and names",
           "copyright WHO Collaborating Centre: not to be sold or changed, name the source",
           "https://atcddd.fhi.no/copyright_disclaimer/", atc.read),
    Format("drugbank", "DrugBank vocabulary", "drugbank vocabulary.csv",
           "CC0 1.0 (the open vocabulary; the full database is not)",
           "https://go.drugbank.com/releases/latest#open-data", drugbank.read),
    Format("dmd", "NHS dm+d", "f_vtm, f_vmp, f_amp and f_ingredient XML files",
           "Open Government Licence 3.0",
           "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/", dmd.read),
    Format("openfda-ndc", "openFDA NDC directory", "drug-ndc-*.json",
           "CC0 1.0, unless a record says otherwise", "https://open.fda.gov/terms/",
           openfda.read_ndc),
    Format("openfda-label", "openFDA labels", "drug-label-*.json",
           "CC0 1.0, unless a record says otherwise", "https://open.fda.gov/terms/",
           openfda.read_label),
    Format("umls", "UMLS Metathesaurus", "MRCONSO.RRF, with MRSTY.RRF beside it",
           "UMLS licence, one for each user; some sources ask for terms of their own",
           "https://www.nlm.nih.gov/research/umls/knowledge_sources/metathesaurus/release/"
           "license_agreement.html", umls.read),
)  # fmt: skip

FORMATS = {form.name: form for form in _ALL}
"""Every format by name, the most trusted first."""
