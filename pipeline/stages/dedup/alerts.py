"""What two otherwise identical articles are warned of, each in its own words and place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pipeline.model.document import DocId
from pipeline.model.span import Span
from pipeline.stages.dedup.contrasts import Contrast, Place, phrase
from pipeline.stages.dedup.findings import DANGEROUS, DOSE_MATTERS, Alert, Repeat
from pipeline.stages.dedup.judge import Verified
from pipeline.stages.dedup.repeats import find_repeats
from pipeline.stages.dedup.survey import DoseClaim, Survey
from pipeline.stages.dedup.text import Text


def find_alerts(pair: Verified, a: Text, b: Text) -> Iterable[tuple[DocId, Alert]]:
    """The differences of two otherwise identical articles, as seen from each."""
    judgement = pair.judgement
    size = min(len(a.sentences), len(b.sentences))
    if max(judgement.covered_a, judgement.covered_b) < 0.8:
        return
    if len({c.ours.sentence for c in judgement.contrasts}) > max(3, size // 4):
        return
    if any(c.what not in DANGEROUS for c in judgement.contrasts):
        return
    known = a.survey.alarmed or b.survey.alarmed
    for contrast in judgement.contrasts:
        ours, theirs = phrase(a, contrast.ours), phrase(b, contrast.theirs)
        dose = _dose_clash(a, b, contrast)
        here, there = page_span(a, contrast.ours), page_span(b, contrast.theirs)
        what, title_a, title_b = contrast.what, a.survey.title, b.survey.title
        yield pair.a, Alert(what, here, ours, theirs, pair.b, title_b, _said(dose, 0), known)
        yield pair.b, Alert(what, there, theirs, ours, pair.a, title_a, _said(dose, 1), known)


def _said(dose: tuple[str, str] | None, side: int) -> str:
    return "" if dose is None else f"here {dose[side]}; there {dose[1 - side]}"


def _dose_clash(a: Text, b: Text, contrast: Contrast) -> tuple[str, str] | None:
    """Both dose claims in words, where both sentences make one and they disagree."""
    if contrast.what not in DOSE_MATTERS:
        return None
    ours, theirs = _claims_at(a, contrast.ours), _claims_at(b, contrast.theirs)
    for one in ours:
        for other in theirs:
            if one.ingredient == other.ingredient and one.numbers != other.numbers:
                if one.numbers in [c.numbers for c in theirs if c.ingredient == one.ingredient]:
                    continue
                return _claim(one), _claim(other)
    if contrast.what == "drug" and ours and theirs:
        named, there = {c.ingredient for c in ours}, {c.ingredient for c in theirs}
        if named.isdisjoint(there):
            return _claim(ours[0]), _claim(theirs[0])
    return None


def _claim(claim: DoseClaim) -> str:
    return f"{claim.ingredient} {', '.join(claim.numbers)}"


def _claims_at(text: Text, place: Place) -> list[DoseClaim]:
    """The dose claims that touch the sentence of `place`."""
    if not text.survey.doses:
        return []
    sentence = page_span(text, Place(place.sentence, (0, len(text.sentences[place.sentence]))))
    return [c for c in text.survey.doses if c.start < sentence.end and sentence.start < c.end]


def page_span(text: Text, place: Place) -> Span:
    """Where on the page a place stands; for an absence, its whole sentence."""
    first, last = place.words
    if first == last:
        first, last = 0, len(text.sentences[place.sentence])
    offset = text.offsets[place.sentence]
    return text.spans[offset + first].cover(text.spans[offset + last - 1])


def find_repeated(survey: Survey) -> tuple[Repeat, ...]:
    """The passages that a page says twice."""
    if max(Counter(survey.hashes).values(), default=0) < 2:
        return ()
    text = Text(survey, {})
    runs = find_repeats(survey.hashes, [len(s) for s in text.sentences])
    return tuple(
        Repeat(_run_span(text, again, length), _run_span(text, first, length))
        for again, first, length in runs
    )


def _run_span(text: Text, first: int, length: int) -> Span:
    last = first + length - 1
    head = page_span(text, Place(first, (0, len(text.sentences[first]))))
    return head.cover(page_span(text, Place(last, (0, len(text.sentences[last])))))
