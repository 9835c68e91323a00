"""Phrases whose words are medical and whose meaning is not.

"On the other hand" is no hand, and the National Cancer Institute is no cancer. Names of bodies
that publish about a disease stand on every page about it, in the byline and under the text; they
would put the disease at the top of pages about something else.
"""

from __future__ import annotations

_SAYINGS = """
    on the other hand | on the one hand | on one hand | at hand | by hand | in hand | on hand
    first hand | second hand | hand in hand | hands on | hand out | in the hands of | hand over
    face to face | in the face of | on the face of it | head to head | heads up | head of
    head on | head start | at the heart of | heart of the matter | by heart | to heart
    eye contact | an eye on | eye opener | in the eyes of | eye to eye | blind eye
    double blind | single blind | double - blind | lead to | foot of | on foot | set foot
    under foot | shoulder to shoulder | arm of the study | treatment arm | control arm
    joint venture | joint effort | joint decision | backbone of | come back | go back | back to
    back and forth | back up | kidney bean | blood orange | brain drain | brain child
    rule of thumb | tooth and nail | extra virgin | virgin olive oil | ring finger | cold water
    cold weather | cold drink | cold food | cold season | cold air | cold milk | cold packed
    stress the importance | lip service | finger food | heart warming | heart breaking
    right hand corner | left hand corner | right hand side | left hand side | ozone layer
    short arm | long arm | small arm | p arm | q arm | arm of chromosome | back of the mouth
    back of the head | back of the tongue | back of the throat | back of the neck | foot tall
    foot in height | foot high | in foot | eruption of teeth | tooth eruption | by mouth
    constriction ring | kayser fleischer ring | vascular ring | weak bone | weak pulse
    weak bladder | weak spot | back of your | back of his | back of her | front to back
    pulse generator | fit of | eruption of the teeth | eruption of primary teeth
    hyperactive patellar reflex | hyperactive deep tendon reflex | hyperactive reflex
    corticotropin releasing hormone | tumor suppressor | insulin like growth factor
    stem cell factor | blood spot
    stroke of luck | stroke of genius | stroke of midnight | stroke of the pen | fever pitch
    pain au chocolat | depressed economy | depressed market | depressed area | depressed price
    economic depression | great depression | tropical depression | iron gate | iron curtain
    iron fist | iron bar | iron door | iron fence | iron rod | cast iron | wrought iron
    curling iron | planet mercury | mercury is the planet | song thrush | mistle thrush
    thrush sang | thrush that sang | heart of gold | shock wave | sticker shock | culture shock
    cold war | cold case | cold feet | cold shoulder | growing pain of | labor of love
    labor market | labor force | labor union | labor day | labor law
    depressed nasal bridge | depressed nasal tip | depressed skull fracture
"""

_BODIES = """
    national cancer institute | american cancer society | american heart association
    american lung association | american diabetes association | american stroke association
    national eye institute | national heart , lung , and blood institute
    national heart , lung and blood institute | alzheimer association | arthritis foundation
    national heart lung and blood institute | national heart lung & blood institute
    national institute of diabetes and digestive and kidney disease
    national institute of neurological disorder and stroke
    national institute of arthritis and musculoskeletal and skin disease
    national institute of allergy and infectious disease | national kidney foundation
    national institute on drug abuse | national institute on aging
    national institute on deafness and other communication disorder
    center for disease control and prevention | center for disease control
    food and drug administration | drug enforcement administration
    american academy of pediatric | american academy of dermatology
    american academy of allergy , asthma and immunology
    asthma and allergy foundation of america | american dental association
    american psychiatric association | american liver foundation | american thyroid association
    american urological association | crohn and colitis foundation | cystic fibrosis foundation
    epilepsy foundation | muscular dystrophy association | national multiple sclerosis society
    national headache foundation | national organization for rare disorder
    genetic and rare disease information center | genetic and rare disease
    office of rare disease | british heart foundation | cancer research uk
    macmillan cancer support | world health organization | skin cancer foundation
    leukemia and lymphoma society | susan g . komen | national institute of mental health
    national institute of child health | cancer information service | cancer center
    cancer society | heart association | lung association | diabetes association
    heart foundation | cancer institute | cancer registry | blood bank | eye bank
    rare disease day
"""

IDIOMS = tuple(
    phrase.strip()
    for line in f"{_SAYINGS}{_BODIES}".split("\n")
    for phrase in line.split("|")
    if line
)
"""The phrases, in the singular as folding leaves them."""
