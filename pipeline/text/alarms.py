"""Does this text hold something that nobody may lose: a dose, a warning, an order to see a doctor?

Cleaning by score is right almost always, and "almost" is not good enough for the one line that
says when to call an ambulance. This module finds such lines generously: a false alarm costs a
line of residue that stays, a missed one may cost a reader the warning. It judges words only, not
whether the advice is right.

Every pattern is a plain alternation with bounded gaps, so that hostile text costs linear time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from pipeline.model.span import Span
from pipeline.text.units import DOSE_WORDS


class AlarmKind(StrEnum):
    """What kind of words must not be lost."""

    DOSE = "dose"
    WARNING = "warning"
    CONTRAINDICATION = "contraindication"
    RED_FLAG = "red flag"
    SEE_DOCTOR = "instruction to see a doctor"
    TOPIC = "what a leaflet warns about"


@dataclass(frozen=True, slots=True, order=True)
class Alarm:
    """Words that must not be lost; `span` are offsets into the text that was asked about."""

    span: Span
    kind: AlarmKind


_NUMBER = r"(?:\d[\d.,]{0,8}|half an?|one|two|three|four|five|six|seven|eight|ten)"
_UNIT = rf"(?:{DOSE_WORDS}|μg)"  # a Greek letter that looks like the micro sign
_TIMES = (
    r"(?:once|twice|three times|four times|five times|\d{1,2}(?:\s?[-–]\s?\d{1,2})? times|"
    r"\d{1,2}\s?x)\s+(?:a|per|each|every)?\s?(?:day|daily|week|weekly|night|hour)"
)
_DOCTOR = (
    r"(?:doctors?|physicians?|gp|pharmacists?|nurses?|midwives|midwife|specialists?|clinics?|"
    r"hospitals?|ambulances?|paramedics?|p(?:a)?ediatricians?|gyna?ecologists?|obstetricians?|"
    r"dermatologists?|cardiologists?|urologists?|neurologists?|psychiatrists?|therapists?|"
    r"dentists?|surgeons?|emergency (?:room|department|services?)|a&e|poison (?:control|"
    r"cent(?:er|re))|"
    r"(?:health ?care|medical|health) (?:providers?|professionals?|teams?|attention|help|advice|"
    r"care|assistance|institution))"
)
_GO = (
    r"(?:see|consult|call|contact|tell|ask|visit|phone|ring|inform|seek|get|go to|talk to|"
    r"talk with|speak to|speak with|check with|turn to|appear|examined by|consultation with|"
    r"advice of|appeal to|supervision of|guidance of|go back to|return to)"
)

_PATTERNS: tuple[tuple[AlarmKind, re.Pattern[str]], ...] = (
    (AlarmKind.DOSE, re.compile(rf"(?<![\w.]){_NUMBER}\s?[-–]?\s?{_UNIT}(?!\w)")),
    (AlarmKind.DOSE, re.compile(rf"(?<!\w){_TIMES}(?!\w)")),
    (AlarmKind.DOSE, re.compile(r"(?<!\w)every \d{1,2}(?:\s?[-–]\s?\d{1,2})? ?(?:h|hours?)(?!\w)")),
    (
        AlarmKind.DOSE,
        re.compile(r"(?<!\w)(?:over|max(?:imum)?|daily|single|recommended) dos(?:e|es|age)(?!\w)"),
    ),
    (
        AlarmKind.WARNING,
        re.compile(
            r"(?<!\w)(?:warning|caution|danger|important!|attention!|beware)(?!\w)"
            r"|(?<!\w)(?:do not|don't|never|must not|should not|shouldn't|avoid) "
            r"(?:\w+ ){0,2}(?:take|taking|use|using|stop|stopping|exceed|drink|drinking|give|"
            r"giving|"
            r"swallow|mix|combine|drive|driving|eat|apply|inject)(?!\w)"
            r"|(?<!\w)(?:stop|stopping|quit|throw away|come off|skip) (?:taking |using )?"
            r"(?:your|the|this|his|her|their|all|any) (?:\w+ ){0,2}?(?:"
            r"medic(?:ines?|ations?|aments?)|drugs?|tablets?|pills?|treatment|therapy|inhaler|insulin|doses?)(?!\w)"
            r"|(?<!\w)(?:overdos\w{0,4}|poison(?:ing|ous)|life-threatening|fatal|lethal)(?!\w)"
        ),
    ),
    (
        AlarmKind.TOPIC,
        re.compile(
            r"(?<!\w)(?:how to take|how much to take|how to use|before you (?:take|use)|"
            r"if you (?:forget|miss|take more|use more|stop)|(?:missed|forgotten|double) doses?|"
            r"side[- ]effects?|adverse (?:effects?|reactions?)|"
            r"allerg(?:y|ies|ic)|pregnan(?:t|cy|cies)|breast-?feed(?:ing)?)(?!\w)"
        ),
    ),
    (
        AlarmKind.CONTRAINDICATION,
        re.compile(
            r"(?<!\w)(?:contra-?indicat\w{1,5}|not suitable for|not recommended (?:for|in|during|"
            r"if)|"
            r"(?:allergic|hypersensitive) to|if you (?:are|might be|may be) pregnant|"
            r"(?:do not|don't) (?:take|use) (?:this|it) if|interacts? with)(?!\w)"
        ),
    ),
    (
        AlarmKind.RED_FLAG,
        re.compile(
            r"(?<!\w)(?:chest pain|shortness of breath|trouble breathing|"
            r"(?:difficulty|problems?) (?:in )?breathing|"
            r"cannot breathe|can't breathe|(?:heavy|severe|profuse|internal|sudden|uncontrolled) "
            r"(?:\w+ )?(?:bleeding|pain|headache|h(?:a)?emorrhage|blood loss|weakness|vomiting|"
            r"allergic reaction|dizziness)|loss of consciousness|unconscious|faint(?:s|ed|ing)?|"
            r"seizures?|convulsions?|stiff neck|coughing up blood|vomiting blood|"
            r"blood in (?:the |your )?(?:stool|urine|vomit)|black stools?|anaphyla\w{2,5}|"
            r"suicid\w{1,5}|ectopic|sepsis|stroke|high fever)(?!\w)"
        ),
    ),
    (
        AlarmKind.SEE_DOCTOR,
        re.compile(
            rf"(?<!\w){_GO} (?:(?:a|an|the|your|his|her|their|to|with|for|from|immediate|urgent|"
            rf"emergency|prompt|qualified|family|own|local|nearest|prompt|professional|you|for) )"
            rf"{{0,4}}{_DOCTOR}(?!\w)"
            r"|(?<!\w)(?:call|dial|ring|phone) (?:911|999|112|111)(?!\w)"
            r"|(?<!\w)medical (?:attention|advice|emergency|supervision)(?!\w)"
            r"|(?<!\w)(?:urgent|immediate|emergency) (?:hospitali[sz]ation|examination|care|"
            r"help)(?!\w)"
        ),
    ),
)


def find_alarms(text: str, *, topics: bool = False) -> tuple[Alarm, ...]:
    """All words in `text` that must not be lost, sorted; offsets into `text`.

    `topics` asks for a leaflet's headings too, words that titles of other articles also have."""
    folded = text.lower().replace("’", "'")
    if len(folded) != len(text):  # a letter whose lower case is longer would move the offsets
        folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in text).replace("’", "'")
    found = {
        Alarm(Span(m.start(), m.end()), kind)
        for kind, pattern in _PATTERNS
        if topics or kind is not AlarmKind.TOPIC
        for m in pattern.finditer(folded)
    }
    return tuple(sorted(found))


def first_alarm(text: str, *, topics: bool = False) -> Alarm | None:
    """The first words that must not be lost, or None."""
    alarms = find_alarms(text, topics=topics)
    return alarms[0] if alarms else None
