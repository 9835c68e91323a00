"""How far a cue reaches: to a word that ends it, a comma that is no list's, or its own limit.

Consumer prose is long in lists, and what holds for one member holds for the next ("no nausea,
vomiting or dizziness"): a comma stops a cue, while a list carries it on, member by member.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model.mention import Qualifier
from pipeline.stages.entities.scene import TROUBLES, Scene, word_set

STOPS = word_set(
    "\n . ; : ! ? ( ) • — – - | but however although though except because since who whose "
    "whereas while apart besides despite given so therefore"
)
"""Words over which no cue reaches."""

NOT_IN_LISTS = word_set(
    "he she it they we you i this that there the for with to in on by from but which so then "
    "otherwise now just use take have is are was were can may will does do call see tell ask"
)
"""Words that begin a new clause behind a comma, never a member of a list."""

_BETWEEN = word_set(
    "( ) rarely sometimes occasionally possibly even perhaps usually very often also severe mild"
)
"""Words between the members of a list that change nothing."""
_PLACE = "ANATOMY"
_OF = word_set("of in on the a your both left right")
_AND = word_set("and or nor")
_AGAIN = word_set("of for to by from")
_JOINERS = word_set(", / or and nor & as well")
_TREATING = word_set(
    "help cure cured treat treated treating heal ease eased relieve relieved soothe calm lessen "
    "reduce reduced lower improve manage managed control controlled remove shrink fight kill slow "
    "stop limit clear dissolve break destroy worsen aggravate make diagnose diagnosed detect "
    "confirm confirmed cope survive used"
)
"""Verbs whose object is there already: who cannot treat a trouble, or may treat it, has it."""
_DENIAL_ENDS = _TREATING | word_set(
    "if when unless until positive prevent preventing protect affect influence you i we "
    "they without during against according after before removed treatment treatments therapy way "
    "method remedy"
)
_POSSIBLE_ENDS = _TREATING | word_set(
    "if when unless until in with by during after before among from for history people patient "
    "those anyone someone woman women man men child children need "
    "take use prescribe prescribed recommend live"
)
_PAST_ENDS = word_set(
    "still are is currently now today being before until went with while must should may can need"
)
_ORDERS = word_set("call see ask tell talk seek contact consult stop go")
_SUBJECTS = word_set("you i we they he she it to or not")
_CONDITION_ENDS = _ORDERS | word_set("then should must")
_OTHER_ENDS = word_set(
    "you your i i'm i've my me our we so should if may can raise increase mean make is are"
)
_BE = word_set("is are was were be been being")
_NOT = word_set("not never wasn't weren't isn't")
_STILL_THEY = word_set("with and or he she they who including plus no")
"""Words that go on about the same person behind a comma."""
_MAIN_CLAUSE = word_set(
    "you it this he she they we i avoid do don't never take use try drink eat keep apply give skip"
)
"""Words with which a main clause begins behind a condition, but for those behind one of these."""
_CONNECTS = _SUBJECTS | word_set(
    ", and if that what when how where after before until than because as u also"
)
_MAIN_AGAIN = NOT_IN_LISTS - {"the"}
"""Words behind a comma that end a condition: "if the fever lasts, the rash spreads" goes on."""
_LAST_CLAUSE = word_set("if unless any")
_ENDS = {
    Qualifier.NEGATED: STOPS | _DENIAL_ENDS,
    Qualifier.POSSIBLE: STOPS | _POSSIBLE_ENDS,
    Qualifier.CONDITIONAL: STOPS | _CONDITION_ENDS,
    Qualifier.HISTORICAL: STOPS | _PAST_ENDS,
    Qualifier.OTHER_PERSON: STOPS | _OTHER_ENDS,
}
_LIMITS = {
    Qualifier.NEGATED: 7,
    Qualifier.HISTORICAL: 8,
    Qualifier.CONDITIONAL: 20,
    Qualifier.OTHER_PERSON: 15,
}
_LIMIT = 10
_FAR = 60
_OPENING = 4
_BACK = 6
"""Words a cue reaches; the longest that still gained on the negation sentences of the bench."""
_LIST_GAP = 4
_MEMBER = 3
_LONGEST_LIST = 20


def forward_edge(scene: Scene, start: int, says: Qualifier) -> int:
    """Where a cue that ends before word `start` stops."""
    if scene.folded[start - 1] in _LAST_CLAUSE and not _opens(scene, start):
        return _last_clause_edge(scene, start)
    far = min(scene.last, start + _LIMITS.get(says, _LIMIT))
    edge = _edge(scene.folded, range(start, far), _ENDS.get(says, STOPS))
    if says is Qualifier.OTHER_PERSON:
        while edge + 1 < far and _same_person(scene.folded, edge):
            edge = _edge(scene.folded, range(edge + 1, far), _OTHER_ENDS | STOPS)
    return _main_clause(scene, start, edge) if says is Qualifier.CONDITIONAL else edge


def _same_person(folded: Sequence[str], edge: int) -> bool:
    """True where a sentence goes on about one person at word `edge`: "had it and is on drops"."""
    if folded[edge] == ",":
        return folded[edge + 1] in _STILL_THEY
    return folded[edge] in _BE and folded[edge - 1] in _AND


def _main_clause(scene: Scene, start: int, edge: int) -> int:
    """Where the main clause begins without a comma: "If it is strep you need antibiotics"."""
    said = scene.between(start, edge)
    for at in range(scene.hits[said[0]].last if said else edge, edge):
        if scene.folded[at] in _MAIN_CLAUSE and scene.folded[at - 1] not in _CONNECTS:
            return at
    return edge


def _opens(scene: Scene, start: int) -> bool:
    """True when the cue before word `start` begins its clause, so that a main clause follows."""
    before = scene.folded[max(scene.first, start - 6) : start]
    return len(before) < _OPENING or any(word in STOPS or word == "," for word in before[:-1])


def _last_clause_edge(scene: Scene, start: int) -> int:
    """Where a condition ends that follows its main clause: "Call if you have fever, chills, …"."""
    folded = scene.folded
    for at in range(start, min(scene.last, start + _FAR)):
        if _stops(folded, at, _ENDS[Qualifier.CONDITIONAL]):
            return at
        if folded[at] == "," and at + 1 < scene.last and folded[at + 1] in _MAIN_AGAIN:
            return at
    return min(scene.last, start + _FAR)


def turned_edge(scene: Scene, start: int) -> int:
    """Where a cue stops that stands in front of its clause: "Years ago she was ill with mumps"."""
    return _edge(scene.folded, range(start, min(scene.last, start + _LIMIT)), STOPS)


def back_edge(scene: Scene, end: int, says: Qualifier) -> int:
    """The word behind which a cue that begins at word `end` stops on its way back."""
    near = max(scene.first, end - _BACK)
    return _edge(scene.folded, range(end - 1, near - 1, -1), _ENDS.get(says, STOPS))


def _edge(folded: Sequence[str], way: range, stops: frozenset[str]) -> int:
    for at in way:
        if _stops(folded, at, stops):
            return at
        if folded[at] == "," and at != way.start and not _list_goes_on(folded, at):
            return at
    return way.stop


def _stops(folded: Sequence[str], at: int, stops: frozenset[str]) -> bool:
    """True where a word ends a reach; "call" does, "you call" goes on."""
    if folded[at] in _ORDERS and folded[at - 1] in _SUBJECTS:
        return False
    if folded[at] == "given" and folded[at - 1] in _BE | _NOT:
        return False  # "was given aspirin", not "given that …"
    return folded[at] in stops


def _list_goes_on(folded: Sequence[str], comma: int) -> bool:
    """True when what follows the comma is a member of a list: short, then a comma or an "or"."""
    member = folded[comma + 1 : comma + 2 + _MEMBER]
    if member and member[0] in NOT_IN_LISTS:
        return False
    for at, word in enumerate(member):
        if word in STOPS or word in NOT_IN_LISTS:
            return False
        if word in ("or", "nor") or (word == "," and at):
            return True
    return False


def carried(scene: Scene, inside: list[int], step: int) -> Iterator[int]:
    """`inside`, and the mentions further on (`step` 1) or back (-1) that a list joins to it."""
    yield from inside
    if not inside:
        return
    here = inside[-1] if step > 0 else inside[0]
    for _ in range(_LONGEST_LIST):
        there = here + step
        if not scene.low <= there < scene.high:
            return
        if not _joined(scene, *sorted((here, there))):
            return
        yield there
        here = there


def _joined(scene: Scene, left: int, right: int) -> bool:
    """True when two mentions in a row are members of one list."""
    one, other = scene.hits[left], scene.hits[right]
    gap = [word for word in scene.folded[one.last : other.first] if word not in _BETWEEN]
    if other.label == _PLACE and _OF.issuperset(gap):
        return True  # "arthritis of the knee and of the hip"
    if one.label == _PLACE and left > scene.low:
        one = scene.hits[left - 1]
    if len(gap) > 1 and gap[-1] in _AGAIN and gap[0] in _AND:
        gap.pop()  # "a risk of stroke and of bleeding"
    if not gap and one.last < other.first:
        return True  # a gloss: "high blood pressure (hypertension)"
    if not gap or len(gap) > _LIST_GAP or gap[0] not in _JOINERS:
        return False
    if (one.label in TROUBLES) != (other.label in TROUBLES):
        return False
    if gap[0] == "," and len(gap) == 1 and not _list_ends(scene, other.last):
        return False
    return not any(w in STOPS or w in _DENIAL_ENDS or w in NOT_IN_LISTS for w in gap)


def _list_ends(scene: Scene, after: int) -> bool:
    """True where a member that ends before word `after` is followed by another, or by a stop."""
    return after >= scene.last or scene.folded[after] in _JOINERS or scene.folded[after] in STOPS
