"""The words that say a mention is denied, possible, past or somebody else's.

Lists apart from logic. A cue *before* reaches forward to the mentions behind it, a cue *after*
reaches back. `PSEUDO` phrases contain a cue and mean something else; being longer, they win.
`STOPS` end the reach of every cue; `PROHIBITION_STOPS` end a prohibition's as well: in "Do not
take X if you have Y with Z" only X is denied.
"""

from __future__ import annotations

from enum import Enum, auto


class Cue(Enum):
    """What a phrase does to the mentions in its reach."""

    NEGATED = auto()
    NEGATED_BACK = auto()
    PROHIBITED = auto()
    HYPOTHETICAL = auto()
    HYPOTHETICAL_BACK = auto()
    CONDITIONAL = auto()
    HISTORICAL = auto()
    HISTORICAL_BACK = auto()
    OTHER = auto()
    PSEUDO = auto()


_CUES: dict[Cue, str] = {
    Cue.NEGATED: """
        no | not | without | never | none of | neither | nor | denies | denied | denying | no
        evidence of | no sign of | no signs of | no symptoms of | no history of | no known |
        no new | no longer has | no longer have | absence of | lack of evidence of | free of |
        free from | negative for | ruled out | ruled out for | instead of | rather than |
        unlike | unlike in | unrelated to | isn't | aren't | wasn't | weren't | hasn't |
        haven't | doesn't | didn't | won't | can't | cannot | unable to demonstrate | fails to
        reveal | failed to reveal | don't | no further | -ve for
    """,
    Cue.NEGATED_BACK: """
        was ruled out | were ruled out | is ruled out | been ruled out | is absent | are
        absent | was absent | were absent | is not present | are not present | was not present
        | not found | not seen | not observed | not noted | not detected | not identified |
        not appreciated | not demonstrated | is excluded | was excluded | is unlikely | was
        negative | were negative | is negative | are negative | negative | does not occur | do
        not occur | did not occur | does not develop | has resolved | have resolved | is
        unremarkable | unlikely | resolved
    """,
    Cue.PROHIBITED: """
        do not take | don't take | should not take | shouldn't take | must not take | cannot
        take | can't take | never take | not be taken | never give | do not give | don't give
        | should not give | do not use | don't use | should not use | shouldn't use | must not
        use | never use | not be used | do not combine | do not mix | do not drink | do not
        eat | do not apply | should not drink | avoid | avoid taking | avoid using | stop
        taking | stop using | stopped taking
    """,
    Cue.HYPOTHETICAL: """
        may | might | could | can | risk of | risk for | risk factor for | risks of | at risk
        of | chance of | chances of | likelihood of | probability of | possibility of |
        possible | possibly | potential | potentially | probable | probably | likely to cause
        | suspected | suspect | suspicion of | rule out | to exclude | screening for | screen
        for | prevent | preventing | prevention of | protect against | protects
        against | threat of | threatens | prone to | predisposed to | susceptible to |
        susceptibility to | would | in order to avoid | increase the risk of | reduce the risk
        of | fear of | cannot rule out | can't rule out | cannot exclude | not ruled out
    """,
    Cue.HYPOTHETICAL_BACK: """
        may occur | can occur | might occur | could occur | may develop | can develop | may
        appear | can appear | may happen | can happen | may arise | can arise | may be present
        | may result | can result | is possible | are possible | is suspected | was suspected
        | cannot be excluded | cannot be ruled out | not be excluded | not be ruled out
    """,
    Cue.CONDITIONAL: """
        if | unless | in case of | in the event of | whether | in the case of | should you
        have | should you develop
    """,
    Cue.HISTORICAL: """
        history of | past history of | medical history of | past medical history of | history
        is significant for | medical history is significant for | history includes | history
        significant for | history positive for | past medical history | h / o | hx of |
        history | previous | previously | prior | former | past | status post | s / p |
        recovered from | used to have | survived | underwent | after having had | once had |
        have had | had had | ever had | medical history : | past medical history : | social
        history : | history : | surgical history :
    """,
    Cue.HISTORICAL_BACK: """
        in the past | years ago | year ago | months ago | month ago | weeks ago | as a child |
        in childhood | last year | in the distant past | long ago | at that time
    """,
    Cue.OTHER: """
        family history of | family history | family history is significant for | family
        medical history of | runs in the family | family member with | relative with | close
        relative with | relatives with | mother had | father had | sister had | brother had |
        other people with
    """,
    Cue.PSEUDO: """
        not only | not just | not necessarily | not always | no doubt | not uncommon | not
        rare | no matter | not enough | no more than | no less than | not more than | not less
        than | no improvement | not certain | not sure | not known | not clear | not fully
        understood | no relief | without delay | without treatment | without a prescription |
        without prescription | without consulting | not treated | not help | not go away | not
        improve | not get better | doesn't go away | doesn't help | not respond to | not stop
        | do not stop | don't stop | not forget | gram negative | hiv negative | rh negative |
        mother to child | history and physical | history taking | natural history of | as soon
        as possible | can be treated | can be used | may be used | may be taken | may be given
        | can be taken | may be prescribed | can help | may help | can relieve | may relieve |
        past due | not recommended | not the only | not to mention | if possible | cannot
        tolerate | if any | what if | do not know | not know | day history of | week history
        of | month history of | hour history of | year history of | history of present illness
        | a can | not mean | no safe | no known safe | no single | no gene | not discount |
        not disappear | doesn't disappear | not subside | not pass | not cease | not worsen |
        whether or not | without affecting | not impossible | impossible not to | not affect |
        not interfere | no need | not need | don't need | not wait | not hesitate | not delay
        | not ignore | no cure | no cure for | no specific treatment | no known cure
    """,
}

_KIN = """
    mother father sister brother aunt uncle grandmother grandfather cousin sibling parent
    grandparent husband wife spouse partner relative mom dad son daughter friend neighbor
"""
_WHOSE = ("your", "my", "his", "her", "their", "our", "patient")


def _listed(cue: Cue) -> tuple[str, ...]:
    phrases = tuple(" ".join(phrase.split()) for phrase in _CUES[cue].split("|"))
    if cue is Cue.OTHER:
        phrases += tuple(f"{whose} {kin}" for whose in _WHOSE for kin in _KIN.split())
    return phrases


PHRASES = {cue: _listed(cue) for cue in _CUES}
"""The phrases of each cue, their words parted by one space."""

_STOPS = (
    "\n . ; : ! ? ( ) • — | but however although though except because since which who whose "
    "whereas while yet still apart besides despite"
)
STOPS = frozenset(_STOPS.split(" "))
"""Words over which no cue reaches."""

_ENDS_PROHIBITION = "if when with for during in unless before after to without by at on as until"
PROHIBITION_STOPS = frozenset(_ENDS_PROHIBITION.split())
"""Where a prohibition ends: what follows says when or for whom."""

NEGATION_STOPS = frozenset({"if", "when", "unless", "until", "positive"})
"""Where a denial ends although the sentence goes on."""

JOINERS = frozenset({",", "/", "or", "and", "nor", "&", "as", "well"})
"""What stands between the members of a list."""

NOT_IN_LISTS = frozenset(
    {"he", "she", "it", "they", "we", "you", "i", "this", "that", "there", "the"}
)
"""Words that begin a new clause behind a comma, never a member of a list."""
