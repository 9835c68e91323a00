"""What annotators count as a name, learned from the text that they marked.

Corpora differ on whether "antibiotics" or "beta-blockers" name a drug: BC5CDR marks substances and
leaves their groups alone, others mark both. A model learns that with the rest, so its silence on a
group says something, unlike its silence on a name it never saw: where a corpus leaves groups
unmarked, a model made from it leaves them out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipeline.stages.entities.merging import is_group
from pipeline.stages.entities.tagger import Tagger
from pipeline.stages.entities.words import split_words
from pipeline.text.sentences import split_sentences
from pipeline.training.annotated import Annotated


def marks_groups(sentences: Iterable[Annotated], tagger: Tagger, labels: Mapping[str, str]) -> bool:
    """False when drugs were marked in `sentences`, and fewer than half of their groups.

    `labels` are ours by those of the annotators.
    """
    if "DRUG" not in labels.values():
        return True
    met = marked = 0
    for sentence in sentences:
        drugs = [span for span, label in sentence.spans if labels.get(label) == "DRUG"]
        text = sentence.text
        for hit in tagger.tag(text, split_words(text), split_sentences(text)):
            if is_group(hit):
                met += 1
                marked += any(span.overlaps(hit.span) for span in drugs)
    return 2 * marked >= met
