"""The serious condition that a sentence is about, and the words of urgency and of waiting.

Herbs, home care and delay are judged against the condition that the text names itself: in the same
sentence, in the one before it, or in the heading above.
"""

from __future__ import annotations

import re

from pipeline.stages.dosing.cues import Cue
from pipeline.stages.dosing.meaning import effective
from pipeline.stages.dosing.passage import Passage, Sentence


def condition_of(
    passage: Passage, sentence: Sentence, reach: int = 1
) -> tuple[Cue, Sentence] | None:
    """The gravest condition that `sentence` is about: its own, or of the `reach` before."""
    around = [sentence]
    for count in range(1, reach + 1):
        before = passage.before(sentence, count)
        if before is not None and before.block == sentence.block:
            around.append(before)
    around += [passage.sentences[i] for i in sentence.above]
    if not any(other.has("emergency", "serious") for other in around):
        return None
    for kind in ("emergency", "serious"):
        for other in around:
            for cue in effective(other, kind):
                if not _denied(passage, cue):
                    return cue, other
    return None


def _denied(passage: Passage, cue: Cue) -> bool:
    before = [t.word for t in passage.tokens[max(0, cue.first - 3) : cue.first]]
    return bool({"no", "without", "not", "isn't", "rule", "exclude", "anti"} & set(before))


URGENT = re.compile(
    r"\b(?:call|phone|ring|dial) (?:an |the )?(?:ambulance|911|999|112|emergency|doctor"
    r"|your)|\bambulance (?:immediately|at once|right away|now)"
    r"|\b(?:go|get|come|take (?:him|her|them|the child)) (?:straight |directly "
    r"|immediately |quickly |back )?to (?:the |a |an )?(?:hospital|emergency|a&e|er\b"
    r"|clinic)"
    r"|\bseek (?:emergency|immediate|urgent|medical)|\bmedical emergency"
    r"|\bemergency (?:department|room|care|services|surgery|hospital)"
    r"|\b(?:urgent|immediate|prompt)(?:ly)? (?:medical|consult|hospital|call|see|go"
    r"|contact|attention|help|need)|\bstraight away|\bwithout delay"
    r"|\bat once\b|\bimmediately (?:call|consult|contact|go|see|seek|hospital)|\b(?:see"
    r"|contact|call) (?:a |your |the )?\w* ?(?:doctor|midwife|specialist"
    r"|gynecologist) (?:immediately|urgently|now|promptly|at once|straight)",
    re.I,
)


WAITS = re.compile(
    r"\b(?:wait (?:it out|and see|until|till|for the (?:scheduled|next)|a (?:day|week|few"
    r"|couple|little|while)|another|one|two|three|\d|quietly|calmly)|just wait"
    r"|and wait\b(?! for (?:the )?(?:ambulance|help|doctor))|see how (?:you|he|she|it|they"
    r"|things|the)|sleep it off|sleep on it|till (?:the )?(?:morning|monday|tomorrow)"
    r"|until (?:the )?(?:morning|monday|tomorrow|next)|by (?:the )?morning"
    r"|after the (?:weekend|holidays?)|scheduled visit|next (?:scheduled|routine"
    r"|planned) (?:visit|appointment)|(?:show|go|see|visit|call"
    r"|consult)\b[^.;,]{0,30} (?:tomorrow|on monday|next week|after the weekend"
    r"|in a (?:few|couple of) days|later)"
    r"|(?:only then|then only|only after that),? (?:see|go|call|visit|consult|think"
    r"|you can|to|show)|(?:and |if )?(?:it |this |that )?(?:does(?:n't| not) (?:help|pass"
    r"|work|stop)|(?:is|gets?) not (?:easier|better)|no (?:relief|improvement"
    r"|effect))[^.;]{0,40} (?:then )?(?:see|go|call|visit|consult)"
    r"|if (?:in|after) (?:a |an |one |two |three |\d )?(?:\w+ )?(?:days?|hours?|weeks?"
    r"|minutes)\b[^.;]{0,60}(?:then|see|go|call|visit|consult)|watch (?:him|her"
    r"|them) (?:till|until|at home|overnight|for|and)|hold out|ride it out|tough it out"
    r"|sit it out|lie down (?:and|with|in|for|quietly)|stay (?:at home|in bed)"
    r"|(?:a |in a )?(?:dark room|rest|nap|hot bath|tea|valerian|aspirin|ibuprofen|mg"
    r"|drops) first\b|first,? (?:try|take|drink|put|give|lie)|try \w+[^.;]{0,30} first"
    r"|\bfirst\W*$|before (?:you )?(?:calling|call|running|run|going|go|rushing|rush)\b"
    r"|(?:treat|stop|manage|remove|handle|lower|cure) [^.;]{0,30}at home|at home (?:first"
    r"|yourself)|let (?:him|her|them|the child|the baby) sleep"
    r"|give it (?:a |an |another |some |one |two |three |four |five |six |\d )?(?:good |full "
    r"|more )?"
    r"(?:time|day|week|month|few|couple|year)s?\b|leave it (?:a|an|for a|another|until|till) "
    r"|(?:only then|then) (?:trouble|bother|ring|phone|make|book|mention|tell|worry)"
    r"|before (?:you )?(?:ring|phon|troubl|bother|book|see|mention|tell)\w*"
    r"|mention it at (?:your|the) next|at your next (?:check|visit|appointment)|no earlier than"
    r"|not before (?:monday|the|a)|hold off|hang on|hang fire|keep an eye on (?:it|him|her|them)"
    r"|wait (?:and see|to see|for it)|see if (?:it|he|she|things)|sleep it|let it (?:pass"
    r"|settle|run"
    r"|burn|heal|calm)|settles? (?:down )?(?:by|on|within|overnight)|if (?:it|he|she) (?:is"
    r"|has|hasn't"
    r"|isn't|still)[^.;]{0,40}(?:tomorrow|by (?:monday|morning|then|the weekend))"
    r"|(?:slept|sleep|sleeping) (?:on it|it off)|(?:observe|watch|monitor) (?:it |him |her "
    r"|them |the "
    r"\w+ )?(?:at home|for)|(?:observe|watch)(?: and)? wait|ride out|nurse (?:him|her|it|them)"
    r"|(?:nap|walk|breathe|rest|laugh|shake|sweat|shrug) (?:it|this|that) off|in the morning "
    r"(?:it|you|he|she"
    r"|everything)|(?:check|look|review|see|try|ring|phone|call)(?: again| back)? (?:tomorrow"
    r"|in the"
    r" morning|next week|on monday)|(?:rest|recover|recuperate|lie|remain|sit|observe\w*|manage\w*"
    r"|get over \w+) (?:\w+ ){0,3}at home|lie (?:\w+ )?(?:and|with|in|for|quietly)\b"
    r"|(?:till|until) after\b|rest (?:for|a few|a day|two|in bed)|rest first|bed rest (?:for|and)"
    r"|after the attack is stopped|postpone|put off (?:the|your)|for a (?:day|week"
    r"|month) or two|(?:a |another )?couple (?:of )?(?:days|weeks|months) (?:more|longer))",
    re.I,
)


def names_regimen(words: str) -> bool:
    return bool(
        re.search(
            r"\b(?:times? a day|a day|daily|every|spoon\w*|teaspoons?|glass|cups?|drops)\b",
            words,
            re.I,
        )
    )
