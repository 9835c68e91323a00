"""Places on the body where a medicine is laid, and the rarer words for a route.

`ways` knows the routes that a record has a name for. Here is every other way to say where: "behind
the ear", "between the toes", "to clean, dry skin of the upper arm", "into the line". A place alone
is no route ("pain in the chest"), so it counts only near a deed that puts something there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.model.span import Span
from pipeline.stages.dosing.reading.patterns import DRUG, REMEMBERED
from pipeline.text.sieve import Sieve

_AT = (
    r"(?:in|into|inside|on|onto|to|over|around|round|across|at|down|up|against|under|underneath"
    r"|below|beneath|behind|between|along|through|upon)"
)
_WHOSE = r"(?:the|each|both|either|one|your|his|her|their|my|our|a|an|every|any|all)"
_HOW = (
    r"(?:affected|right|left|clean|cleansed|dry|intact|hairless|unbroken|broken|damp|wet|bare|upper"
    r"|lower|inner|outer|front|back|side|sore|bad|good|same|painful|pain|aching|sick|diseased|itchy"
    r"|itching|inflamed|infected|swollen|burnt|burned|injured|bleeding|dark|bald|thinning|whole"
    r"|entire|local|non-hairy|opposite|different|deep|tight|tense|dominant|exposed|cracked|red"
    r"|first"
    r"|non-dominant|chapped|sunburnt|rough|tired|puffy|washed|freshly|shaved|greasy|oily|flaky"
    r"|hardened|thick|visible|fatty|large|outermost|sun-exposed|other|fleshy)"
)
_BODY = (
    r"skin|scalp|face|forehead|lips?|necks?|chest|back|arms?|forearms?|legs?|thighs?|hands?|feet"
    r"|foot"
    r"|elbows?|knees?|hair|head|rash(?:es)?|lesions?|wounds?|burns?|abdomen|stomach|belly|tummy"
    r"|buttocks?|bottom|tongue|cheeks?|gums?|mouth|throat|nails?|toenails?|fingernails?|axillae?"
    r"|armpits?|underarms?|shoulders?|shoulder blades?|spots?|areas?|parts?|places?|ankles?|wrists?"
    r"|fingers?|toes?|heels?|soles?|palms?|groin|hips?|calf|calves|shins?|temples?|nape|brows?"
    r"|eyebrows?|eyelids?|lids?|lashes|lash line|eyelashes|nose|chin|jaw|ears?|crusts?|sores?"
    r"|boils?"
    r"|warts?|verrucas?|corns?|blisters?|bites?|stings?|bruises?|plaques?|pimples?|scars?|ulcers?"
    r"|joints?|muscles?|deltoid|veins?|lines?|cannula|catheter|port|stoma|tube|navel|umbilicus"
    r"|anus|vulva|perineum|foreskin|nipples?|breasts?|socket|tooth|teeth|cavity|hairline|crown"
    r"|spine"
    r"|fold|folds|site|(?:whole|entire) body|waist|canal|passage|sac|cold sore|hives|eczema|eye"
    r"|flank|pubis|pocket|pouch"
)
_OF = rf"(?: of (?:(?:{_WHOSE}|{_HOW}) ){{0,3}}(?:{_BODY})\b)?"
_SITE = re.compile(
    rf"\b(?:in|into|up|on) (?:each|both|either|the (?:affected|bad|good|sore|other|same)) sides?\b|"
    rf"\b(?:from (?:the )?)?(?:{_BODY})(?: down)? to (?:the )?(?:{_BODY})\b|"
    rf"\b(?:(?:back|roof|side|inside|corner|tip) of (?:the |your )?|{_AT} )(?:{_WHOSE} ){{0,2}}"
    rf"(?:{_HOW},? ){{0,4}}(?:{_BODY}|{_WHOSE} {_HOW} (?:{_BODY}))\b"
    rf"(?: (?:muscle|pouch|deep place|surface|pass|passage|course|area|region|fold|folds)\b)?{_OF}"
    rf"(?:,? (?:and|or) (?:{_AT} )?(?:{_WHOSE} )?(?:{_HOW} ){{0,2}}(?:{_BODY})\b)?"
    r"(?: under (?:the )?skin\b)?"
)
_DONE = re.compile(
    r"\b(?:appl(?:y|ied|ies|ying|ication)|rub\w*|spray\w*|inject\w*|put\w*|dab\w*|massag\w*"
    r"|smear\w*"
    r"|drop(?:s|ped)?|drip\w*|place\w*|patch(?:es)?|plasters?|creams?|gels?|lotions?|ointments?"
    r"|oint"
    r"|insulin|wear\w*|stick\w*|stuck|goes|go|units|smooth\w*|squeez\w*|spread\w*|paint\w*|brush\w*"
    r"|work(?:ed)?|pat|press\w*|swab\w*|touch\w*|scatter\w*|pour\w*|lather\w*|hold|held|keep|insert"
    r"\w*|instil\w*|introduc\w*|hit|prick\w*|bury|dig|enter\w*|melts?|dissolv\w*|lay|laid|used?"
    r"|using"
    r"|snort\w*|sniff\w*|tuck\w*|slip\w*|push\w*|sprinkl\w*|dust\w*|coat\w*|roll\w*|jab|shot|bathe"
    r"|wash|soak|compress|foam|powder|serum|paste|flush|infus\w*|puffs?|breathe|give[ns]?|nystatin"
    r"|one|two|serum|gtts?|rotat\w*|administ\w*|pump|swish\w*|gargl\w*|rins\w*|pat|deposit\w*"
    r"|syring\w*|leave|applicator"
    r"|liniment|lacquer|shampoo|liquid|needle|tablet|lozenge|film)\b"
)
_REACH = 90
"""So far before its place stands the deed."""
_LIES = re.compile(
    r"\b(?:l(?:ie|ies|ying|ay|ain)|sleep\w*|sit\w*|stand\w*|turn(?:ed)?|warm\w*|pain|itch\w*|hurts?"
    r"|swelling|roll\w*|pull\w*|lift\w*|tilt\w*) (?:[a-z-]+ ){0,4}$"
)
_REST = re.compile(
    r"\b(?:intra(?:-?(?:articular|lesional|ocular|cameral|osseous|peritoneal|pleural|vesical"
    r"|uterine"
    r"|cavernos(?:al|ous)|arterial|cardiac|bursal|synovial|tympanic|urethral|cervical|gastric"
    r"|biliary"
    r"|tracheal|ventricular))(?:ly)?|sub-?conjunctival(?:ly)?|retro-?bulbar|peri-?(?:neural"
    r"|articular"
    r"|bulbar|ocular)|endo-?(?:tracheal|cervical|bronchial)(?:ly)?|oro-?mucosal(?:ly)?"
    r"|(?:per)?cutaneous"
    r"(?:ly)?|auricular(?:ly)?|aural(?:ly)?|nasogastric(?:ally)?|urethrally|dermally|enterally"
    r"|parenteral(?:ly)?|internally|externally|perorally|vaginally|transmucosal(?:ly)?|orogastric"
    r"|(?:by|via|through|using) (?:the |an? )?(?:mouth|nose|oral|inhal\w+|intravenous|rectal"
    r"|vaginal|nasal|intramuscular|subcutaneous|transdermal|topical|parenteral|enteral|sublingual"
    r"|gastric|feeding|peg|ng|nebuli[sz]er|spacer|mask|cannula|injection|enema|inhaler|picc)"
    r"(?: (?:way|route|tube|line|use|injections?|feeding tube|mask))?"
    r"|(?:(?:external|internal|oral|nasal|rectal|vagin(?:al|a)|topical|dermal|ophthalmic|otic"
    r"|ear|eye|mouth|skin|inhalation|cutaneous|intravenous)(?:ly)? use(?: only)?)|using mouth"
    r"|(?:^|(?<=[.,;:] ))(?:oral|external|internal)(?=[,:]| take)"
    r"|(?:(?<=appointed )|(?<=prescribed )|(?<=accept )|(?<=accepted )|(?<=drunk )|(?<=applied )"
    r"|(?<=used )"
    r"|(?<=use ))(?:inside|inwards?)"
    r"|(?:to )?aa(?= (?:[bt]id|od|bd|qd|daily|q[0-9]|prn|twice|once))|to aa|(?:per )?en(?= (?:qd"
    r"|[bt]id"
    r"|od|bd|daily|q[0-9]|prn|twice|once))|(?:by|via|per) (?:g-?t(?:ube)?|j-?t(?:ube)?|gt|jt|ogt"
    r"|picc)"
    r"|(?:left|right|both|each|either|affected) (?:eyes?|ears?|nostrils?|side of the nose)"
    r"|each nostril|(?:in )?(?:each|both|either) nasal (?:course|passages?|pass|cavity|cavities)"
    r"|(?:i\.n\.|i\.d\.|i\.t\.|i\.o\.|i\.p\.)(?!\w))"
)
_WAY = (
    r"oral|topical|rectal|nasal|vaginal|sublingual|subcutaneous|buccal|otic|ophthalmic|inhaled"
    r"|inhalation|transdermal|intravenous|intramuscular|cutaneous|intranasal|intradermal"
)
_CELL = re.compile(
    rf"(?:(?<=[|,;/:] )|(?<=[|;/:])|(?<=\.\.\. )|(?<= - )|(?<=:: ))"
    rf"(?:{_WAY}|(?:{_HOW} ){{0,2}}(?:{_BODY}))(?: or (?:{_HOW} )?(?:{_BODY})| to"
    rf" (?:{_BODY}))?(?= ?(?:[|;/]|::|\.\.\.|,| - |$))"
)
"""A cell or a field of a line that holds nothing else: "| inner thigh or upper arm |"."""


_SIEVE = Sieve((_SITE, _DONE, _REST, _CELL))


@lru_cache(maxsize=REMEMBERED)
def find_sites(text: str) -> tuple[Span, ...]:
    """Places and rarer routes in lower-case `text`, disjoint and in order."""
    found: list[Span] = []
    for span in _candidates(text):
        if not any(span.overlaps(other) for other in found):
            found.append(span)
    return tuple(sorted(found))


def _candidates(text: str) -> Iterator[Span]:
    sifted = _SIEVE.possible(text)
    done = [m.start() for m in _DONE.finditer(text)] if {0, 1} <= set(sifted) else []
    for match in _SITE.finditer(text) if 0 in sifted else ():
        start = match.start()
        near = (
            any(start - _REACH <= at < start for at in done) or text[:start].rstrip()[-1:] == DRUG
        )
        if near and not _LIES.search(text[max(0, start - 40) : start]):
            yield Span(*match.span())
    for index in sifted[-2:]:
        if index > 1:
            yield from (Span(*match.span()) for match in _SIEVE[index].finditer(text))
