"""What questions say: "Does it cause cancer?" leaves it open; one that is answered no forbids.

Pages of questions and answers give their advice in two sentences ("Can toddlers have cough syrup?
No, …"), and neither says it alone. Some questions have no verb: "Alcohol with these tablets?".
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model.mention import Qualifier
from pipeline.stages.entities.prohibition_parts import Part, Said, read_parts
from pipeline.stages.entities.prohibitions import forbids
from pipeline.stages.entities.scene import THINGS, Scene, word_set

_DOES_IT = word_set("do does did can could will would is are")
_CAUSE = word_set("cause causes lead leads give trigger triggers raise increase turn sign mean be")
_ME = word_set("i we")
_CALLS = word_set("got have suffer suffering struggling prone feeling")
_CALL = 5
"""Words of a question that calls somebody up."""
_MAY_ONE = word_set("can may should could must is are")
_IS = word_set("is are")
_USE = word_set(
    "take use have drink eat give get given taken used combined mixed taking using try apply wear"
)
_FIT = word_set(
    "ok okay safe allowed fine alright permitted advisable recommended suitable good wise"
)
_FINITE = _DOES_IT | _MAY_ONE | word_set("was were has had what why how when where who which need")
_AND = word_set("and plus with &")
_EVERYONE = word_set("everyone everybody all every always both")
_NO = word_set("no nope never not")
_BAD = word_set(
    "avoid avoided bad forbidden prohibited contraindicated unsafe unwise skip terrible"
)
_DENIED = word_set("no nope")
_YES = word_set("yes yeah yep sure")
_ENDS = word_set(". ! , ; : \n")
_SIGNS = word_set("q question a answer")
"""What stands before a colon in front of a question or its answer."""
_LONGEST = 8
"""Words of a short answer: "With older models, no."."""


def answered(scene: Scene) -> Said:
    """What a question, with the answer behind it, says of its mentions."""
    if scene.folded[scene.last - 1] != "?":
        return []
    return [*_left_open(scene), *_singled_out(scene), *_refused(scene)]


def asks_whether(scene: Scene) -> bool:
    """True for a question whether something causes something else, which is then what is open."""
    asked = scene.folded[scene.last - 1] == "?"
    return asked and _verb(scene, _DOES_IT, _CAUSE) is not None


def _left_open(scene: Scene) -> Said:
    """The troubles that a question asks about; denied where it is answered no."""
    verb = _verb(scene, _DOES_IT, _CAUSE)
    if verb is None or _ME & set(scene.folded[scene.first : scene.first + 4]):
        return []  # "Will I be asleep for the biopsy?" asks what will happen
    asked = scene.between(verb, scene.last)
    answer = _answer(scene.folded, scene.last)
    says = Qualifier.NEGATED if answer and answer[0][0] in _DENIED else Qualifier.POSSIBLE
    return [(i, says) for i in asked if scene.hits[i].label not in THINGS]


def _singled_out(scene: Scene) -> Said:
    """Whom a question calls up: "Got asthma? Keep your inhaler at hand."."""
    if scene.folded[scene.first] not in _CALLS:
        return []
    called = scene.between(scene.first + 1, scene.first + _CALL)
    return [(i, Qualifier.CONDITIONAL) for i in called if scene.hits[i].label not in THINGS]


def _refused(scene: Scene) -> Said:
    """What a question forbids that asks leave and is answered no; not one about everybody."""
    asked = set(scene.folded[scene.first : scene.last])
    if asked & _EVERYONE or not _refuses(_answer(scene.folded, scene.last)):
        return []
    verb = _verb(scene, _MAY_ONE - _IS, _USE)
    if verb is None and _verb(scene, _IS, _FIT) is not None:
        verb = _verb(scene, _IS, _USE)
    fit = _verb(scene, _MAY_ONE, _FIT)
    if verb is not None and scene.folded[verb - 1] == "be":
        fit, verb = verb, None  # "Should aspirin be given to children?"
    if verb is not None:
        return forbids(scene, verb, verb + 1).said
    if fit is not None:
        things = read_parts(scene, _begin(scene), fit, Part.RECEIVER)[0]
        return things + read_parts(scene, fit, scene.last, Part.FOR_WHOM)[0]
    return [] if asked & _FINITE else _pair(scene)


def _pair(scene: Scene) -> Said:
    """A thing and what it does not go with: "Alcohol with metronidazole?", "Alcohol and gout?"."""
    first, last = _begin(scene), scene.last
    joint = next((at for at in range(first, last) if scene.folded[at] in _AND), last)
    things = read_parts(scene, first, joint, Part.THING)
    return things[0] + read_parts(scene, joint, last, Part.PRESENCE)[0] if things[0] else []


def _refuses(answer: list[Sequence[str]]) -> bool:
    """True for a no by its first or last word, or for a verdict: "Bad idea.", "It is not safe."."""
    if not answer or answer[0][0] in _YES:
        return False
    verdict = set(answer[0])
    if list(answer[0][-2:]) == ["not", "to"]:
        return True
    if _NO & {answer[0][0], answer[0][-1], answer[-1][-1]} or verdict & _BAD:
        return True
    return bool(verdict & _NO and verdict & _FIT)


def _begin(scene: Scene) -> int:
    """Where a question begins behind a sign: "Q: Is it …"."""
    marked = scene.folded[scene.first] in _SIGNS and scene.folded[scene.first + 1] == ":"
    return scene.first + 2 if marked else scene.first


def _verb(scene: Scene, openers: frozenset[str], verbs: frozenset[str]) -> int | None:
    """The place of the first of `verbs` in a question that begins with one of `openers`."""
    begin = _begin(scene)
    if scene.folded[begin] not in openers:
        return None
    return next((at for at in range(begin, scene.last) if scene.folded[at] in verbs), None)


def _answer(folded: Sequence[str], start: int) -> list[Sequence[str]]:
    """The first and the second part of the answer that begins at word `start`, if it is short."""
    while start < len(folded) and folded[start] == "\n":
        start += 1
    if folded[start + 1 : start + 2] == [":"] and folded[start] in _SIGNS:
        start += 2
    parts: list[Sequence[str]] = []
    begin = start
    for at in range(start, min(len(folded), start + _LONGEST)):
        if folded[at] in _ENDS:
            if at > begin:
                parts.append(folded[begin:at])
            begin = at + 1
        if folded[at] == "." or len(parts) == 2:
            break
    return parts or [folded[start : start + 1]] if start < len(folded) else []
