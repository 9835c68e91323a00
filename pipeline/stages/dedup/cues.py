"""Words that change what a sentence tells a patient to do or to believe.

Two near copies may differ in a thousand harmless words. These are the ones that do harm: units,
frequencies, negations, populations, opposites. Every list is closed-class English, kept small
and readable on purpose; drugs and conditions come from the lexicon, through the mentions.
"""

from __future__ import annotations

from types import MappingProxyType


def _table(lines: str) -> MappingProxyType[str, str]:
    """Each line is `canonical: spelling spelling …`."""
    pairs: dict[str, str] = {}
    for line in lines.strip().splitlines():
        canonical, _, spellings = line.partition(":")
        for spelling in (canonical.strip(), *spellings.split()):
            pairs[spelling] = canonical.strip()
    return MappingProxyType(pairs)


def words(listed: str) -> frozenset[str]:
    """The words of a list written as prose."""
    return frozenset(listed.split())


UNITS = _table("""
    mg: milligram milligrams milligramme milligrammes mgs
    mcg: μg ug microgram micrograms microgramme microgrammes mcgs
    ng: nanogram nanograms
    g: gram grams gramme grammes gm gms
    kg: kilogram kilograms kilo kilos kgs
    lb: lbs pound pounds
    oz: ounce ounces
    ml: millilitre millilitres milliliter milliliters mls cc
    dl: decilitre decilitres deciliter deciliters
    l: litre litres liter liters
    iu: ius
    unit: units
    mmol: millimole millimoles
    meq: milliequivalent milliequivalents
    %: percent
    tablet: tablets tab tabs pill pills
    capsule: capsules cap caps
    drop: drops
    puff: puffs inhalation inhalations
    spray: sprays
    teaspoon: teaspoons teaspoonful teaspoonfuls tsp
    tablespoon: tablespoons tablespoonful tablespoonfuls tbsp
    sachet: sachets
    patch: patches
    dose: doses
    injection: injections
    glass: glasses
    cup: cups
    time: times
    second: seconds sec secs
    minute: minutes min mins
    hour: hours hr hrs hourly
    day: days daily
    night: nights nightly
    week: weeks wk wks weekly
    month: months monthly
    year: years yr yrs yearly annually
    mmhg:
    mm: millimetre millimetres millimeter millimeters
    cm: centimetre centimetres centimeter centimeters
    inch: inches
    degree: degrees celsius fahrenheit
    calorie: calories kcal
""")

DOSE_UNITS = words(
    "mg mcg ng g iu unit ml tablet capsule drop puff spray teaspoon tablespoon sachet patch "
    "injection meq mmol"
)
TIME_UNITS = words("second minute hour day night week month year")

FREQUENCIES = _table("""
    /hour: hourly
    /day: daily
    /night: nightly
    /week: weekly
    /month: monthly
    /year: yearly annually
    twice: bid
    thrice: tid
    qid:
    alternate:
""")
EACH = words("a an per each every")

NUMBERS = _table("""
    0: zero
    2: two
    3: three
    4: four
    5: five
    6: six
    7: seven
    8: eight
    9: nine
    10: ten
    11: eleven
    12: twelve
    13: thirteen
    14: fourteen
    15: fifteen
    16: sixteen
    18: eighteen
    20: twenty
    30: thirty
    40: forty
    50: fifty
    60: sixty
    70: seventy
    80: eighty
    90: ninety
    100: hundred
    1000: thousand
    1000000: million
    1/2: half
""")
"""Number words; "one" is left out, because it is a pronoun more often than a number."""

NEGATIONS = words(
    "not no never cannot without neither nor none nobody nothing unless except avoid avoids "
    "avoided avoiding dont doesnt didnt isnt arent wasnt werent wont cant couldnt shouldnt "
    "mustnt contraindicated"
)

POPULATIONS = _table("""
    adult: adults grownup grownups
    child: children kid kids toddler toddlers paediatric pediatric
    infant: infants baby babies newborn newborns neonate neonates neonatal
    adolescent: adolescents teen teens teenager teenagers teenage
    elderly: seniors geriatric
    pregnant: pregnancy pregnancies
    breastfeeding: lactation lactating breast-feeding nursing
    female: females woman women girl girls
    male: males man men boy boys
    animal: animals
""")

_OPPOSITES = """
    high low; higher lower; highest lowest; highly lowly; increase decrease; increases decreases
    increased decreased; increasing decreasing; increase reduce; increases reduces
    increased reduced; increasing reducing; raise lower; raises lowers; raised lowered
    raising lowering; raise reduce; raises reduces; raised reduced; before after; upper lower
    rare common; rarely commonly; rarely often; rarely frequently; rarely usually
    uncommon common; seldom often; more less; more fewer; most least; most fewest; over under
    above below; maximum minimum; max min; maximal minimal; early late; earlier later; acute chronic
    left right; positive negative; hot cold; warm cold; always never; always rarely
    sometimes always; start stop; starts stops; started stopped; starting stopping; begin stop
    begin end; continue stop; safe unsafe; safe dangerous; safely dangerously; benign malignant
    dominant recessive; with without; inside outside; internal external; internally externally
    strong weak; stronger weaker; severe mild; severely mildly; serious minor; major minor
    fast slow; faster slower; quickly slowly; rapid slow; rapidly slowly; gain loss
    gains loses; gained lost; gain lose; large small; larger smaller; largest smallest
    big small; long short; longer shorter; longest shortest; active inactive; first last
    anterior posterior; front back; inherited acquired; empty full; day night; morning evening
    thick thin; wet dry; open closed; improve worsen; improves worsens; improved worsened
    better worse; best worst; help harm; helpful harmful; sufficient insufficient; present absent
    presence absence; possible impossible; likely unlikely; able unable; normal abnormal
    regular irregular; all none; everyone no-one; old young; older younger; oldest youngest
    thin fat; heavy light; rise fall; rises falls; rose fell; up down; top bottom; near far
    same different; excess deficiency; excessive deficient; constipation diarrhea
    constipation diarrhoea; systolic diastolic; proximal distal; dilated constricted
    dilate constrict; dilates constricts; widen narrow; widens narrows; widened narrowed
    contract relax; contracts relaxes; stimulate inhibit; stimulates inhibits
    activate inhibit; allow forbid; allowed forbidden; recommended discouraged; effective useless
    good bad; many few; frequent infrequent; frequent rare; frequently infrequently;
    sensitive resistant
    alive dead; survive die; permanent temporary; permanently temporarily; primary secondary
    male female; contagious noncontagious; oral topical; orally topically; orally rectally
    mouth rectum; intravenous oral; must may; should may; slightly greatly
"""


def _opposites() -> MappingProxyType[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in _OPPOSITES.replace("\n", ";").split(";"):
        if pair.strip():
            one, other = pair.split()
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return MappingProxyType({word: frozenset(others) for word, others in found.items()})


OPPOSITES = _opposites()

OPPOSITE_PREFIXES = (
    ("hypo", "hyper"),
    ("brady", "tachy"),
    ("intra", "extra"),
    ("intra", "inter"),
    ("pre", "post"),
    ("macro", "micro"),
    ("endo", "exo"),
    ("under", "over"),
    ("anti", "pro"),
    ("in", "ex"),
)
NEGATING_PREFIXES = ("un", "in", "im", "ir", "il", "non", "dis", "ab", "a", "anti", "de")


def _endings(listed: str) -> tuple[str, ...]:
    return tuple(sorted(words(listed)))


DRUG_STEMS = _endings("""
    azole azepam azepine cillin cycline dipine dronate fibrate floxacin gliptin gliflozin glitazone
    lukast mab mycin nib olol olone oprazole oxacin oxetine parin phylline prazole pramine pril
    promazine promide sartan semide setron statin sulfa tadine terol thiazide tidine triptan
    triptyline tinib vastatin vir zepam zolamide zosin caine profen fenac oxicam coxib zodone
    lamide sone solone formin idone peridol rubicin taxel platin trexate
""")
"""Endings of international non-proprietary names (WHO, "The use of stems in the selection of
INN", 2018) and of older names that share them: they mark a word the lexicon may not know yet."""

CONDITION_ENDINGS = _endings("""
    itis osis oma emia aemia pathy plasia trophy algia penia uria megaly sclerosis cytosis rrhea
    rrhoea plegia paresis phobia mania ectasis stenosis cele lithiasis oedema edema
""")
"""Greek and Latin endings that name a condition."""
