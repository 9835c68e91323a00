"""The words for the shape that a medicine comes in: tablets, eye drops, a nasal spray, gummies.

The nouns and the adjectives before them follow the standard terms of pharmacopoeias, and what
labels, shops and clumsy translations make of them ("candles" for suppositories).
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.patterns import REMEMBERED
from pipeline.text import units
from pipeline.text.sieve import Sieve

_KIND = (
    r"eye|ear|nose|nasal|oral|rectal|vaginal|topical|dermal|throat|mouth|scalp|neb|nebuli[sz]er"
    r"|inhalation|inhalant|injectable|depot|dripping|chewable|dispersible|effervescent"
    r"|soluble|sublingual|buccal|otic|aural|ophthalmic|ophth|cutaneous|transdermal|oromucosal"
    r"|intranasal|soft|hard|gelatin|gelatine|vegetarian|honeyed|pressuri[sz]ed|aerosol"
    r"|(?:film-|film |enteric-|enteric |sugar-|sugar |un)?coated|enteric(?: soluble)?|scored|retard"
    r"|(?:extended|slow|modified|sustained|delayed|prolonged|controlled|immediate|timed?)[-"
    r" ]release"
    r"|gastro-?(?:resistant|soluble)|oro-?dispersible|(?:orally |oral )?disintegrating"
    r"|orodispersable"
    r"|(?:fast-|quick-|rapid-|mouth-)?(?:dissolving|melting)|dry powder|metered[- ]dose|metered"
    r"|pre-?filled|mucoadhesive|lyophili[sz]ed"
    r"|freeze-dried|er|xr|sr|cr|dr|ec|hfa"
)
_KINDS = rf"(?:(?:{_KIND}),? ){{0,3}}"
_COUNTED = units.words_of("tablet", "capsule", "suppository", "lozenge", "ampoule", "enema")
_WHOLE = (
    r"(?:solution|suspension|powder|concentrate|emulsion) for (?:injection|infusion|inhalation"
    r"|nebuli[sz]ation|oral (?:use|suspension|solution))|"
    r"creams?|ointments?|oint|gels?|lotions?|foams?|pastes?|shampoos?|balms?|mouth ?wash(?:es)?"
    r"|wash(?! off| your| the| with| hands| it)|syrups?|suspensions?|susp|solutions?|soln"
    r"|elixirs?|linctus|tinctures?|liquid(?<!of liquid)(?! (?:an|diet|nitrogen|soap|food|intake"
    r"|medicine))|mixtures?|powders?|granules?|inhalers?"
    r"|nebules?|sprays?|drops|patch(?:es)?|plasters?|injections?|infusions?(?! rate| pump)|inj"
    r"|gumm(?:y|ies)|chewables?|implants?|pens?|wafers?|sachets?|melts(?! (?:in|on|away))"
    r"|serum(?= (?:to|on|over|at|every|twice|in|under|onto|after|before|morning|night)\b|[.,;:]|$)"
    r"|lacquers?|liniments?|decoctions?|emulsions?|gargles?(?! (?:the|with|your|a|it))|pill?ules"
    r"|globules|softgels?|odts?|mdis?"
    r"|dpis?|auto-?injectors?|emulgel|vaporub|nasal rinse|pre-?filled (?:pens?|syringes?)|caplets?"
    r"|oral (?:films?|strips?|rinse|soak|paint|drops)|(?:buccal|sublingual) films?|vaginal"
    r" (?:rings?"
    r"|inserts?|douches?)|nicotine (?:gums?|patch(?:es)?)|nail (?:paint|varnish)|candles"
    r"|medicinal (?:tea|plaster)|dry syrup|drinkable|(?<=as )tea|lollipops?"
)
_FORM = re.compile(rf"\b{_KINDS}(?:{_COUNTED}|{_WHOLE})(?:\(s\))?(?![\w-])")
_MAY_NAME = Sieve((_FORM,))
_SURE = re.compile(
    rf"\b(?:{units.words_of('tablet', 'capsule', 'suppository', 'lozenge')}|ointments?|inhalers?"
    r"|(?:eye|ear|nose) drops|nasal sprays?|syrups?|linctus|mouthwash|odt|nebules?|lacquer)\b"
)
_NOT = re.compile(
    r"\b(?:sleeping|maple|pigmented|retinal|shagreen|bald|rough|red|scaly|dry|birth control"
    r"|contraceptive|water|diet|ice|shaving|sun|hair|blood|serum|talcum|baking|washing|whey|protein"
    r"|sticking|corn|saline|salt|sugar|alcohol|whipped|sour|clotted|mud|bleach) $"
)
_NOT_AFTER = re.compile(
    r"(?<=pill) box(?:es)?\b| (?:bottle|form|of paper|computer|pc|keyboard|organi[sz]er|cutter"
    r"|site|cheese|cracker)\b"
)
_DEED = re.compile(r"spray|foam|wash|drop|lotion|patch|paste|powder|plaster|pen|gargle")
_AT_START = re.compile(r"(?:^|[.;:!?]|\b(?:to|then|and)) ?[\"“]?$")
_TITLED = re.compile(
    r" (?:of|for|from|in the|stick|use|is|are|must|should|can|may|drip|smear|squeeze|rubs?)\b"
    r"| ?[:,(-]| [0-9.]+ ?%|s\b"
)
"""At the head of an order "spray" is what to do, not what to do it with."""


@lru_cache(maxsize=REMEMBERED)
def find_forms(text: str) -> tuple[Span, ...]:
    """Dosage forms in lower-case `text`, in order."""
    if not _MAY_NAME.may_match(text):
        return ()
    return tuple(
        Span(*match.span())
        for match in _FORM.finditer(text)
        if not _is_deed(text, match)
        and not _NOT.search(text[max(0, match.start() - 24) : match.start()])
        and not _NOT_AFTER.match(text, match.end())
    )


def sure_forms(text: str) -> list[Span]:
    """The forms that nothing but medicine comes in."""
    return [span for span in find_forms(text) if _SURE.search(span.of(text))]


def compound_forms(text: str) -> list[Span]:
    """Forms of two words, which need no drug beside them: "gastro-resistant tablets"."""
    return [span for span in find_forms(text) if " " in span.of(text)]


def _is_deed(text: str, match: re.Match[str]) -> bool:
    """True for "spray into the throat" at the head of an order, not for "lotion of calamine"."""
    if not _DEED.fullmatch(match.group()) or not _AT_START.search(text[: match.start()]):
        return False
    return match.start() > 0 or _TITLED.match(text, match.end()) is None
