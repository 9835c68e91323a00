"""Professionals: whether one decides, is asked, or is only spoken of.

"The gynaecologist, having excluded pregnancy, appoints", "on the leaf of appointments of the
neurologist", "my gyno wrote me": who it is and what he does vary freely, so the two are looked for
apart. A doctor who is avoided ("no doctor needed", "save yourself the GP's queue") or refuses
decides nothing; one who is only visited is a referral and no supervision.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.model.span import Span
from pipeline.stages.dosing.facts.cues import Cue

DECIDES, CONSULTED, SENT_AWAY = "decides", "consulted", "sent away"
"""Names of the cues that are found here: two of kind `supervised`, one of `unsupervised`."""

_REACH = 90
"""Characters before and behind the professional in which the rest of the phrase stands."""

_FEW = r"(?:[\w'’-]+\s+){0,3}"
_ACTS = (
    r"prescrib\w*|appoint(?:s|ed)?|assign(?:s|ed)?|writes?|wrote|written|order(?:s|ed)|sets?"
    r"|arrang\w+|chooses?|chose|chosen|select\w*|decid\w+|determin\w+|adjust\w*|recommend\w*"
    r"|advis\w+|suggest\w*|instruct\w*|indicat\w+|told|tells?|said|says?|puts?|gave|gives?|given"
    r"|starts?|started|began|begins?|switch\w*|chang(?:e|es|ed)|swap(?:s|ped)?|rais\w+|increas\w+"
    r"|up(?:s|ped)|doubl(?:es|ed)|halv(?:es|ed)|cuts?|dropp?(?:s|ed)|reduc\w+|lower(?:s|ed)?"
    r"|taper\w*|wean\w*|titrat\w*|stop(?:s|ped)|calculat\w+|agree[ds]?|approv\w+|allow(?:s|ed)"
    r"|lets?|wants?|wanted|insist\w*|plans?|planned|check(?:s|ed)|review\w*|monitor\w*"
    r"|supervis\w+|control(?:s|led)|diagnos\w+|confirm\w*|tested|swabbed|examin\w+|keeps?|kept"
    r"|inject(?:s|ed)?|administers?|administered|pricks?|enters?|moved|clear(?:s|ed)|issued?|offers?"
    r"|offered|discharge[ds]?|signed|left|ok'?d|okayed|(?:was|is|are|were|['’]s)"
    r" (?:fine|ok|okay|happy|good) (?:with|for|about)|has (?:me|him|her|us|them|my \w+) on"
    r"|had (?:me|him|her|us|them|my \w+) on"
)
_PLANS = (
    r"arrangements?|instructions?|orders?|schemes?|plans?|appointments?|prescriptions?|recipes?"
    r"|advice|recommendations?|guidance|supervision|control|observation|care|directions?|letters?"
    r"|scripts?|permission|consent|agreement|regimen|list|sheet|say[- ]so|consultation|follow-up"
    r"|management|eye|dose|decision|discretion|approval|prescribing|watch"
)
_NOT = r"(?:\w+n['’]t|(?:do|does|did|ca|wo|would|is|was|should|could)nt)"
"""Not \"patient\": in forums the apostrophe is missing, but only from these."""

_REFUSES = rf"(?:not|never|nor|no|neither|refus\w+|nothing|{_NOT}|forb\w+)"
_DOES = re.compile(
    rf"(?:['’]s)?(?:[\s,()]+(?!{_REFUSES}\b)[\w'’-]+){{0,8}}?[\s,()]+(?P<act>{_ACTS})\b"
    rf"(?!(?:\s+[\w'’-]+){{0,2}}\s+(?:not|no|never|against|off)\b(?! more))",
    re.I,
)
_OWNS = re.compile(rf"(?:['’]s?|s['’])\s+{_FEW}(?P<act>{_PLANS})\b", re.I)
_DONE_BY = re.compile(
    rf"\b(?P<act>{_ACTS}|{_PLANS}|worked out|written out|in the hands|seen|accompanied|led)"
    rf"(?:\s+[\w'’-]+){{0,4}}?\s+(?:by|from|with|of|through)\s+{_FEW}$",
    re.I,
)
_UNDER = re.compile(rf"\b(?P<act>under|according to|as per|on the word of)\s+{_FEW}$", re.I)
_ASKED = re.compile(
    r"\b(?P<act>ask|asking|asked|consult(?:ing|ed)?|consultation (?:with|of)|(?:speak|spoke"
    r"|speaking|talk|talked|talking) (?:to|with)|(?:check|checked|checking|agree|agreed|discuss\w*"
    rf"|coordinat\w+|clear) (?:\w+ ){{0,3}}with|contact(?:ing)?|run it (?:by|past))\s+{_FEW}$",
    re.I,
)
_AVOIDED = re.compile(
    rf"\b(?:no|not|never|nor|without|{_NOT}|skip\w*|sav(?:e|es|ing)|bother\w*|disturb\w*"
    r"|instead of|rather than|avoid\w*|forget|against|behind|despite|contrary to)\s+"
    r"(?:(?!unless|than|if|as|until|till|only|but|because)[\w'’-]+\s+){0,4}$",
    re.I,
)
_VISITED = re.compile(
    r"\b(?:sees?|seeing|saw|visit\w*|go(?:es|ing)?|went|run\w*|call\w*|phon\w+|ring\w*|tell\w*"
    r"|show\w*|queue\w*|wait\w*|reach\w*|get|turn\w*|(?<!thanks )to|before|until|till|next)"
    rf"\s+{_FEW}$",
    re.I,
)
_IDLE = re.compile(
    rf"(?:['’]s)?\s+(?:(?:queues?|visits?|appointments?|bills?|fees?|offices?|waiting|rooms?|only"
    rf"|just|always|scares?|hides?|exaggerat\w+|can wait|should (?:see|look|know)|{_REFUSES})\b"
    rf"|(?:is|are|was|has|have|had|does|do|did|will|would|can)\s+{_REFUSES}\b)|\s*\?",
    re.I,
)
_KIN = re.compile(
    r"['’]s?\s+(?:[\w-]+\s+)?(?:neighbou?r|wife|husband|son|daughter|brother|sister|mother|mum|mom"
    r"|father|dad|friend|girlfriend|boyfriend|aunt|uncle|cousin|niece|nephew|secret|trick|dog)\b",
    re.I,
)
"""Behind the doctor whose neighbour gives the advice."""

_AGREES = re.compile(
    r"(?:\s+(?:will|would|can|could)|['’](?:ll|d))\s+(?:\w+\s+){0,4}?"
    r"(?:same|anyway|nothing (?:else|other|new|better|different)|no different)\b",
    re.I,
)
"""Behind the doctor who is not asked because he "will tell the same"."""

_SENT_AWAY = re.compile(
    rf"\b(?:no (?:need|reason|point|sense|use|cause|call)|not|never|needn['’]?t|without|nor|{_NOT}"
    r"|instead of|rather than)\s+(?:(?:to|in|of|have|need|even|you|necessary|needed|required"
    r"|worth|obliged|bother|go|be)\s+){0,4}"
    r"(?:disturb|bother|troubl|wak|ring|call|phon|pester|burden|annoy|distract|visit|see|consult"
    r"|wait|queue|run|book|pay|involv|ask|drag|rush|hassl|nag|email|messag|contact|address)"
    rf"(?:e|ing|eing|ling|ning)?\s+(?:(?:to|for|in|on|at|with|up|an?|the)\s+){{0,2}}{_FEW}$",
    re.I,
)
"""Before the professional who is not to be troubled, in whatever words."""

_NEVER = re.compile(rf"\b(?:not|never|{_NOT}|cannot|dangerous|forbidden)\b", re.I)
"""Before "without asking a doctor" in "never take it without asking a doctor"."""

_NO_DOCTOR = re.compile(
    r"(?:pharmacist|nurse|hospital|clinic|surger|team|profession|provider)", re.I
)
"""Of whom a bare mention says nothing: they hand out what others decided."""

_LATER = re.compile(r"\s+(?:\w+\s+){0,2}(?:if|when|should)\b", re.I)
_STOP = re.compile(r"[.;:!?](?=\s|$)")


def deciders(text: str, span: Span, professionals: Iterable[Cue]) -> Iterator[Cue]:
    """For each of `professionals` in the sentence `span` of `text`, what he does.

    A cue of kind `supervised` where he decides or is asked, one of kind `doctor` where he is only
    there, one of kind `unsupervised` where he is not to be troubled, none where he is avoided,
    refuses, would say the same or is just to be visited.
    """
    for cue in professionals:
        at, end = cue.span.start, cue.span.end
        if text[at:end].endswith(("'s", "’s")):
            end -= 2
        start = max(span.start, at - _REACH)
        before = text[start:at]
        before = before[max((m.end() for m in _STOP.finditer(before)), default=0) :]
        behind = text[end : min(span.end, end + _REACH)]
        if sent := _SENT_AWAY.search(before):
            if not _NEVER.search(before[: sent.start()]):
                yield Cue("unsupervised", SENT_AWAY, cue.span, cue.first, cue.last)
            continue
        if _AVOIDED.search(before) or _KIN.match(text, end) or _AGREES.match(text, end):
            continue
        if found := (_DOES.match(behind) or _OWNS.match(behind)):
            yield Cue("supervised", DECIDES, Span(at, end + found.end("act")), cue.first, cue.last)
        elif found := (_DONE_BY.search(before) or _UNDER.search(before)):
            whole = Span(at - len(before) + found.start(), end)
            yield Cue("supervised", DECIDES, whole, cue.first, cue.last)
        elif (found := _ASKED.search(before)) and not _LATER.match(behind):
            whole = Span(at - len(before) + found.start(), end)
            yield Cue("supervised", CONSULTED, whole, cue.first, cue.last)
        elif not (_NO_DOCTOR.match(text, at) or _VISITED.search(before) or _IDLE.match(behind)):
            yield Cue("doctor", "doctor", cue.span, cue.first, cue.last)
