"""What a dose waits for: "when heartburn occurs", "the second it tingles", "in case of pain".

A complaint makes a trigger, not the word "when": "when you see the doctor" and "if you are
pregnant" say nothing of how often to take anything.
"""

from __future__ import annotations

_COMPLAINT = (
    r"(?:pains?|aches?|heartburn|headaches?|migraines?|nausea|vomiting|cough(?:ing)?|wheez(?:e"
    r"|ing|y)"
    r"|breathless(?:ness)?|short(?:ness)? of breath|asthma|attacks?|itch(?:es|ing|iness|y)?|rash"
    r"|hives|fever(?:ish)?|temperature|cramps?|cramping|spasms?|diarrh(?:o?e)a|constipat(?:ion|ed)"
    r"|dizz(?:y|iness)|anxi(?:ous|ety)|panic|insomnia|sleepless(?:ness)?|stress(?:ed)?|sneez(?:e"
    r"|ing)"
    r"|congest(?:ion|ed)|stuffy|stuffed up|blocked(?: nose)?|runny(?: nose)?|nose|sore(?:ness)?"
    r"|throat"
    r"|tingl(?:es?|ing)|burn(?:s|ing)?|dry(?:ness)?|irritat(?:ed|ion)|red(?:ness)?|swell(?:s|ing"
    r"|en)?"
    r"|swollen|bleeding|angina|chest|tight(?:ness)?|palpitations?|hot flush(?:es)?|flush(?:es)?|gas"
    r"|bloat(?:ed|ing)|indigestion|reflux|hiccups?|seizures?|fits?|flares?(?:-ups?)?|symptoms?"
    r"|breakthrough|cravings?|urge|agitat(?:ed|ion)|restless(?:ness)?|sick(?:ness)?|unwell"
    r"|toothache"
    r"|colic|hypo|low (?:blood )?sugar|sugar (?:is|gets|drops)|pressure (?:is|rises|increases"
    r"|jumps)"
    r"|cold sores?|episodes?|hurts?|stomach|head|back|belly|knees?|eyes?|skin|joints?|hard stools?)"
)
_HAPPENS = (
    r"(?:occurs?|comes?(?: on| back)?|starts?|begins?|strikes?|flares?(?: up)?|appears?|hits?"
    r"|returns?"
    r"|arises?|develops?|is (?:bad|severe|intense|strong|high|present|felt)|gets? (?:bad|worse"
    r"|severe"
    r"|too much|tight)|feels? (?:[a-z]+)|becomes? [a-z]+|worsens?|persists?|acts? up|plays? up"
    r"|kicks? in"
    r"|sets? in|stuffy|painful|discomfort|unbearable|hurts?|aches?|itch(?:es)?|burns?|tight"
    r"|emerges?"
    r"|exceeds? [0-9.]+(?: ?°? ?[cf])?|rises? above [0-9.]+|(?:is )?above [0-9.]+|over [0-9.]+"
    r"|(?:is |are )?(?:dry|sore|itchy|red|blocked|stuffy|tight|irritated|inflamed|swollen))"
)
_WHO = (
    r"(?:(?:you|i|she|he|they|the patient|your child|the child|baby) (?:(?:feel|get|have|notice"
    r"|are|am"
    r"|is|has|gets|feels|experience|suffer(?: from)?|start to|begin to) )?)?"
)
_HOW = (
    r"(?:(?:an? |the |my |your |any |some |severe|strong|bad|acute|moderate|mild|first|sudden"
    r"|sharp|new"
    r"|persistent|really|too|very|hay) ?){0,3}"
)
_WHEN = (
    r"(?:(?:only )?when(?:ever)?|as soon as|the (?:second|moment|minute|instant)|any ?time(?:"
    r" when)?"
    r"|every time|each time|at times of|at the time of|in (?:the )?(?:case|event) of|in cases of)"
)

TRIGGERS = (
    rf"\b{_WHEN} {_WHO}{_HOW}{_COMPLAINT}(?: (?:or|and) {_HOW}{_COMPLAINT})?(?: {_HAPPENS})?\b",
    rf"\b{_WHEN} (?:it|they|this) (?:itch(?:es)?|hurts?|tingles?|burns?|stings?|starts?|begins?"
    rf"|flares?"
    r"|strikes?|aches?|bothers you|gets bad|comes on|is (?:sore|bad|painful|itchy|needed))\b",
    rf"\b(?:as needed |prn |if needed |when needed )?for (?:relief of )?{_HOW}(?:breakthrough )?"
    rf"{_COMPLAINT}(?=[ ,.;)]|$)(?<=needed for )",
    rf"\bif {_WHO}{_HOW}{_COMPLAINT} {_HAPPENS}\b",
    rf"\bper {_HOW}(?:[a-z]+ )?(?:attack|episode)\b",
)
"""Patterns of lower-case words; none repeats without bound."""
