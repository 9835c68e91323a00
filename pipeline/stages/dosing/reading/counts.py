"""Amounts that no unit of dose measures: "take one", "a pea-sized amount", "3 bursts".

Arithmetic can make nothing of them, so `amounts` leaves most of them alone; to whoever reads the
instruction they are how much to take.
"""

from __future__ import annotations

import re

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.grammar import Reading
from pipeline.stages.dosing.reading.patterns import DRUG, LEFT, NUMBER, RANGE, found_in
from pipeline.text.sieve import Sieve

_SIZE = (
    r"(?:thin|thick|generous|small|light|even|liberal|ample|tiny|sufficient|large|moderate|good"
    r"|single"
    r"|(?:pea|pearl|coin|walnut|cherry|hazelnut|grape|almond|dime|penny|bean|rice|marble"
    r"|match-?head"
    r"|golf[- ]ball|fingertip|lentil)(?:[- ]?sized?)?|matchstick|finger's-width)"
)
_LAYER = (
    rf"\b(?:(?:an?|1|the) )?(?:very |fairly |only )?{_SIZE}(?:(?:,| and|, and) {_SIZE})? (?:layer"
    r"|amount|film|dollop|blob|coat(?:ing)?|quantity|dab|smear|squirt|strip|ribbon|streak|knob"
    r"|bead)"
    r"\b(?! of (?:water|milk|liquid|juice|food|oil|time|people|alcohol))"
)
_PIECE = (
    r"(?:bowls?|bottles?|grains?|pellets?|pill?ules?|globules?|droppers?|dropperfuls?|droppersful"
    r"|handfuls?|slices?|balls?|bursts?|clicks?|dabs?|smears?|dollops?|blobs?|squeezes?|swigs?"
    r"|sips?"
    r"|scoops?|measures?|wafers?|gumm(?:y|ies)(?: bears?)?|pods?|nebules?|ftus?"
    r"|finger ?tip units?|ladles?|mouthfuls?|thimblefuls?|dra(?:ch)?ms?|minims?"
    r"|fl\.? oz|fluid ounces?|ounces?|oz|chewables?|cartridges?|pints?|cc"
    r"|candles?|eggcups?|beakers?|dosing cups?|measuring cups?|pipettes?"
    r"|(?:injections?|shots?|jabs?|needles?|films?|strips?)(?= (?:a|per|each|every|daily|once"
    r"|twice|now"
    r"|today|at|in)\b)|(?:cm|inch(?:es)?|centimet(?:er|re)s?)(?= of (?:the )?(?:\x01|cream|gel"
    r"|ointment"
    r"|paste)))"
)
_OF_FOOD = (
    r"(?! of (?:water|wine|beer|milk|rice|soup|time|fresh|hot|cold|warm|orange|fruit|juice|whisky"
    r"|vodka"
    r"|coffee|tea|meat|fish|chicken|cheese|bread|pizza|nuts|almonds)"
    r"| (?:espresso|drinks?|tall|long|wide|deep|thick|across|apart|above|below|away|square|from))"
)
_LENGTH = (
    rf"(?:{LEFT}{RANGE} ?-?|\b(?:an?|1) )(?:{NUMBER} ?-?)?(?:cm|centimet(?:er|re)s?|inch(?:es)?|mm)"
    r" (?:ribbon|strip|line|length|string|bead)\b"
    rf"|(?:\bhalf an|\ban|{LEFT}{RANGE}) inch(?:es)?(?= (?:of|into|onto|on|to|in|inside|along)\b)"
    rf"|\b(?:an? |1 )?(?:{NUMBER} ?-?)?(?:ribbon|strip|line|length) of (?:about )?{RANGE} ?(?:cm|mm"
    r"|centimet(?:er|re)s?|inch(?:es)?)\b"
)
_COUNTED = (
    rf"(?:{LEFT}(?:from )?{RANGE}|(?<![a-z-])(?:an?|another)) (?:(?:full|small|large|level|single"
    rf"|small"
    rf"|whole|big|half|good|standard|more) )?{_PIECE}\b(?! of {NUMBER}){_OF_FOOD}"
)
_VAGUE = (
    r"\b(?:a few|several|a couple of|1 or 2) (?:small )?(?:drops|puffs|sprays|tablets|pills"
    r"|capsules"
    r"|spoonfuls|teaspoons|tablespoons|grains|pellets|granules|millilit(?:er|re)s|ml)\b"
)
_RUSSIAN = rf"{LEFT}[0-9]{{3,7}} ?(?:ed|me|e\.d\.|m\.e\.)(?![a-z])"
"""Units of action and international units, in letters that a translation left as they were."""
_OF_THEM = (
    rf"{LEFT}{RANGE} of (?:them|(?:these|those|the)(?: (?:little|small|big|blue|white|red|pink"
    r"|yellow))? (?:cups?|pills?|tablets?|capsules?|packets?|ones))\b"
)
_DRUGS = (
    rf"{LEFT}{RANGE} (?:whole |full |more |extra )?{DRUG}+s?(?= ?(?:[+,.;)]|$)| (?:and|or|plus|at"
    rf"|every|before|after|with|in the|twice|daily|then|when|as|whenever|if|a day|per|to|for"
    rf"|prn|last|this|tonight)\b)|\ba (?:whole|half|full|single) {DRUG}+(?!{DRUG})"
)
_VERB = (
    r"(?:takes?|taking|took|taken|swallow(?:s|ed)?|chew(?:s|ed)?|suck|giv(?:e|es|en|ing)|gave"
    r"|inserts?"
    r"|inserted|inhale|used?|using|try|tried|had|having|pop(?:ped)?|inject|drink|drank|dissolve"
    r"|drop"
    r"|let|put|place|apply|need|eat|start(?:ed)? with|give)"
)
_ON = (
    r"(?= (?:more|each|every|twice|once|at (?!a time)|in (?:the|each)|before|after|with|then|as"
    r" (?:needed"
    r"|required)|prn|when|if|for [0-9]|vaginally|rectally|orally|by mouth|under|daily|together"
    r"|tonight"
    r"|on (?:an|the|waking|days?|mon|tue|wed|thu|fri|sat|sun)|a (?:day|night|week)|per|nightly|now"
    r"|immediately|the next|straight|right|to start|po|pr|pv|sl|hs|qhs|[bt]id|od|bd|q[0-9]|and"
    r" [0-9]"
    r"|or [0-9]|whole|instead|fizz|this|later|a few|an hour|half|to be|o\.?d|first|last|morning"
    r"|night)"
    r"\b| ?[.,;:)\"]| ?$)"
)
_DIGITS = r"(?:[0-9]{1,2}(?:\.[0-9]{1,2})?|\.[0-9]{1,2})"
_SMALL = rf"(?:{_DIGITS}(?: ?(?:-|to|or) ?{_DIGITS})?)(?![0-9/%.,][0-9])"
_BARE = (
    rf"\b{_VERB} (?:only |just |out |up to |at most |no more than |either )?(?P<x>{_SMALL}){_ON}",
    rf"(?<=: )(?P<x>{_SMALL})(?= (?:to|into|onto|on|under|in|at|every|each|per)\b)",
    rf"(?:, |; |\b(?:and|then|plus|or|followed by|but|from [0-9]{{1,2}} [a-z]+ to) )(?:only |just"
    rf" )?"
    rf"(?P<x>{_SMALL})(?= (?:more |again )?(?:at (?:night|noon|midday|bed|lunch|tea|supper|dinner"
    r"|breakfast)|in the (?:morning|evening|afternoon|night)|after (?:each|every|lunch|dinner"
    r"|supper"
    r"|breakfast|food|that)|before (?:bed|sleep|lunch|dinner|breakfast|supper)|with (?:each"
    r"|breakfast"
    r"|lunch|dinner|supper|food|a meal)|every [0-9a-z]+|vaginally|rectally|nightly|an hour later"
    r"|later"
    r"|[0-9]+ hours? later|(?:once|twice) a|prn|a (?:day|week|month)|daily|in [0-9]+ minutes"
    r"|mane|nocte|noct|hs)\b)",
    rf"\b(?:up|down|increas\w+|rais\w+|drop(?:s|ped|ping)?|cut back|reduc\w+|lower\w*|moved?"
    rf"|titrat\w+"
    rf"|bump\w*|switched|back)(?: (?:it|me|him|her|the dose|from [0-9.]+(?: [a-z]+)?))? to (?P<x>"
    rf"{_SMALL}|0\.5|{NUMBER})(?=[.,;)]|$| (?:after|if|next|every|a day|daily|at|and|on|now|this"
    rf"|over"
    r"|nightly|weekly|per|when|then|in)\b)",
    rf"(?<={DRUG} )(?P<x>[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?)(?= (?:for|since|daily|now|at (?:night"
    rf"|bed)"
    r"|a day|every|in the|once|twice|and (?:then|it|now))\b)",
    r"\b(?:i'm|im|me|him|her|been|am|was|stay(?:ed)?|still|now|currently|went|put) (?:back |up "
    r"|down )?"
    r"(?:on|onto|to) (?P<x>[0-9]{1,3}(?:\.[0-9]{1,2})?)(?=[.,;)]|$| (?:for|now|daily|a day"
    r"|at|since)\b)",
    rf"{DRUG}[^.;]{{0,20}} from (?P<x>{_SMALL})(?= ?to [0-9])",
    rf"{DRUG}[^.;]{{0,20}} from {_SMALL} ?to (?P<x>{_SMALL})(?=[.,;)]|$| (?!times|days|weeks"
    rf"|months|years|m?c?g"
    r"|ml|%|tab|cap|pill|unit)[a-z])",
    r"\b(?:half|a half|0\.5|a quarter)(?= (?:in the morning|at night|every|on (?:mon|tue|wed|thu"
    r"|fri|sat"
    r"|sun)))",
)
_PATTERNS = Sieve(
    re.compile(words)
    for words in (_LENGTH, _LAYER, _VAGUE, _RUSSIAN, _OF_THEM, _COUNTED, _DRUGS, *_BARE)
)
_NOT_AFTER = re.compile(r" in (?:total|all)\b")


def find_counts(reading: Reading) -> list[Span]:
    """Amounts without a unit of dose, as spans of the reading's text; disjoint, in order.

    "Two Advil" are pieces, "one antibiotic" is not: a class of drugs is nothing to swallow.
    """
    text = reading.text
    classes = [span for span, drug in reading.drugs if drug.ingredient is None]
    return [
        span
        for span in found_in(text, _PATTERNS)
        if not _NOT_AFTER.match(text, span.end) and not any(span.overlaps(c) for c in classes)
    ]
