"""Qualifiers in consumer prose, each with the near miss that a clinical tool gets wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.io.resources import lines
from pipeline.model.mention import Qualifier
from pipeline.stages.entities.qualifier_cues import Cues
from pipeline.stages.entities.stage import find_mentions, load_cues
from pipeline.stages.entities.tagger import Tagger


def said(tagger: Tagger, text: str, word: str) -> str:
    """The qualifiers of the first mention of `word`."""
    for mention in find_mentions(text, tagger, load_cues(lines)):
        if mention.span.of(text) == word:
            return " ".join(mention.qualifiers)
    raise AssertionError(f"{word!r} was not found in {text!r}")


DENIED = [
    ("Women without fibroids feel well.", "fibroids", "negated"),
    ("Women with fibroids feel unwell.", "fibroids", ""),
    ("There was no nausea, vomiting or dizziness.", "dizziness", "negated"),
    ("There was no nausea, vomiting, dizziness.", "dizziness", "negated"),
    ("She has no fever, but a cough.", "cough", ""),
    ("It does not cause infertility.", "infertility", "negated"),
    ("It not only causes infertility.", "infertility", ""),
    ("It isn't just fatigue.", "fatigue", ""),
    ("Without treatment, gonorrhea spreads.", "gonorrhea", ""),
    ("The fever does not go away.", "fever", ""),
    ("It does not cure arthritis.", "arthritis", ""),
    ("Cancer was ruled out.", "Cancer", "negated"),
    ("Unlike in men, it is rare.", "men", "negated"),
    ("Unlike aspirin, paracetamol spares the stomach.", "aspirin", "negated"),
    ("Unlike aspirin, paracetamol spares the stomach.", "paracetamol", ""),
    ("They chose embolization instead of surgery.", "surgery", "negated"),
    ("Not a hint of jaw pain since.", "jaw pain", "negated"),
    ("Look for an alcohol-free mouthwash.", "alcohol", "negated"),
    ("Do you not have diabetes?", "diabetes", "negated"),
    ("I don't take aspirin.", "aspirin", "negated"),
    ("Women who do not take estrogen lose bone.", "estrogen", "negated"),
    ("There is no good evidence that vaccines cause autism.", "autism", "negated"),
    ("There is no good evidence that vaccines cause autism.", "vaccines", ""),
    ("There is no safe amount of alcohol.", "alcohol", ""),
    ("Never ignore chest pain.", "chest pain", ""),
    ("Don't panic: a headache is common.", "headache", ""),
    ("He never had asthma as a child.", "asthma", "negated"),
    ("Myth: vaccines cause autism.", "autism", "negated"),
    ("It is a myth that stress causes ulcers.", "ulcers", "negated"),
    ("I thought it was gout.", "gout", "negated"),
    ("The shot cannot give you measles.", "measles", "negated"),
    ("You don't need antibiotics.", "antibiotics", "negated"),
    ("It is good for heartburn, not for nausea.", "nausea", "negated"),
    ("Nausea is not seldom.", "Nausea", ""),
    ("I can't shake this cough.", "cough", ""),
    ("People without a fever can take ibuprofen.", "ibuprofen", ""),
    ("People without a fever can take ibuprofen.", "fever", "negated"),
    ("Adults without asthma may use naproxen.", "naproxen", ""),
    ("Patients with no history of stroke take clopidogrel.", "clopidogrel", ""),
    ("There was no infection and the doctor stopped the amoxicillin.", "amoxicillin", ""),
    ("There was no infection and no fever.", "fever", "negated"),
    ("I have no allergies and take loratadine.", "loratadine", ""),
    ("Not taking warfarin may lead to a stroke.", "stroke", "possible"),
    ("Not taking warfarin may lead to a stroke.", "warfarin", "negated"),
    ("He does not drink or take aspirin.", "aspirin", "negated"),
    ("A clear scan does not rule out cancer.", "cancer", "possible"),
    ("Many with gallstones never develop a fever.", "gallstones", ""),
]
POSSIBLE = [
    ("Ibuprofen may cause nausea.", "nausea", "possible"),
    ("Ibuprofen causes nausea.", "nausea", ""),
    ("May cause nausea, vomiting and a severe headache.", "vomiting", "possible"),
    ("May cause nausea, vomiting or a headache.", "headache", "possible"),
    ("Cancer cannot be ruled out.", "Cancer", "possible"),
    ("Nausea may occur.", "Nausea", "possible"),
    ("At overdose, can arise nausea.", "nausea", "possible"),
    ("It may progress to arthritis of the hip and of the knee.", "arthritis", "possible"),
    ("It raises the risk of cancer of the lung and of stroke.", "stroke", "possible"),
    ("May be complicated by pneumonia and, rarely, by meningitis.", "meningitis", "possible"),
    ("A new headache is a stroke until proven otherwise.", "stroke", "possible"),
    ("This keeps clots from forming and asthma at bay.", "asthma", "possible"),
    ("Cystitis can be treated with antibiotics.", "Cystitis", ""),
    ("Cystitis can be treated with antibiotics.", "antibiotics", ""),
    ("Aspirin may relieve a headache.", "headache", ""),
    ("It can be used to prevent migraine.", "migraine", "possible"),
    ("The risk of thrombosis grows.", "thrombosis", "possible"),
    ("Garlic prevents colds and flu.", "flu", "possible"),
    ("Condoms do not protect against herpes.", "herpes", "possible"),
    ("There is no proof that zinc prevents colds.", "colds", "possible"),
    ("There are non-drug ways to relieve pain.", "pain", ""),
    ("It may lead to blindness in people with diabetes.", "blindness", "possible"),
    ("An X-ray is done for suspected pneumonia.", "pneumonia", "possible"),
    ("He was admitted for suspected pneumonia.", "pneumonia", ""),
    ("Does aspirin cause ulcers? It can.", "ulcers", "possible"),
    ("What causes ulcers?", "ulcers", ""),
    ("How can asthma be treated?", "asthma", ""),
    ("There is no cure for asthma.", "asthma", ""),
    ("A low dose can significantly slow arthritis.", "arthritis", ""),
    ("It may raise your blood sugar (hyperglycemia).", "hyperglycemia", "possible"),
    ("That does not mean you have cancer.", "cancer", "possible"),
    ("Common side effects: nausea, headache.", "headache", "possible"),
    ("Side effects include nausea.", "nausea", "possible"),
    ("Side effects\nnausea\nheadache", "headache", "possible"),
    ("Common side effects of aspirin are nausea and pain.", "nausea", ""),
    ("Side effects may include:\nnausea\nvomiting\nheadache\n", "headache", "possible"),
]
CONDITIONAL = [
    ("If bleeding occurs, call a doctor.", "bleeding", "conditional"),
    ("If bleeding occurs, a headache follows.", "headache", ""),
    ("If you may have diabetes, ask.", "diabetes", "conditional"),
    ("In case of fever take paracetamol.", "fever", "conditional"),
    ("In case of fever take paracetamol.", "paracetamol", ""),
    ("If the fever does not subside and pain grows, call.", "pain", "conditional"),
    ("Unless you have asthma, it is harmless.", "asthma", "conditional"),
    (
        "Come back if you have a fever over 101, a new rash, or dizziness.",
        "dizziness",
        "conditional",
    ),
    (
        "Call at once if you notice any of these:\n- fever\n- chest pain\n",
        "chest pain",
        "conditional",
    ),
    ("Anyone with epilepsy should tell the dentist.", "epilepsy", "conditional"),
    ("People with epilepsy often have seizures.", "seizures", ""),
    ("Take one tablet every six hours as needed for pain.", "pain", "conditional"),
    ("She was eating when she felt nausea.", "nausea", ""),
]
FORBIDDEN = [
    ("Do not take ibuprofen if you have thrombosis.", "thrombosis", "contraindicated"),
    ("Do not take ibuprofen if you have thrombosis.", "ibuprofen", "advised_against"),
    ("If you have thrombosis, do not take ibuprofen.", "thrombosis", "contraindicated"),
    ("Do not take aspirin with alcohol.", "alcohol", "contraindicated"),
    ("Do not take antibiotics for a headache.", "headache", ""),
    ("Do not give aspirin to children with fever.", "children", "contraindicated"),
    ("Do not give aspirin to children with fever.", "fever", "contraindicated"),
    ("Do not stop prednisone suddenly.", "prednisone", ""),
    ("Stop taking ibuprofen if a rash appears.", "ibuprofen", "advised_against"),
    ("Stop taking ibuprofen if a rash appears.", "rash", "conditional"),
    ("Never take aspirin after surgery.", "surgery", ""),
    ("Avoid decongestants, antihistamines or alcohol.", "antihistamines", "advised_against"),
    ("Avoid alcohol while taking metronidazole.", "metronidazole", "contraindicated"),
    ("Aspirin should not be taken during pregnancy.", "Aspirin", "advised_against"),
    ("Aspirin should not be taken during pregnancy.", "during pregnancy", "contraindicated"),
    ("In pregnancy, ibuprofen is best avoided.", "ibuprofen", "advised_against"),
    ("In pregnancy, ibuprofen is best avoided.", "pregnancy", "contraindicated"),
    ("Douching is not recommended.", "Douching", "advised_against"),
    ("Metformin is contraindicated in kidney failure.", "Metformin", "advised_against"),
    ("Metformin is contraindicated in kidney failure.", "kidney failure", "contraindicated"),
    ("It is not suitable for children under 12.", "children", "contraindicated"),
    ("It must not be combined with warfarin.", "warfarin", "contraindicated"),
    ("Mercury is no longer used in the treatment of syphilis.", "syphilis", ""),
    ("Contraindications: asthma, glaucoma, pregnancy.", "pregnancy", "contraindicated"),
    ("Contraindications\n- asthma\n- glaucoma. Ask first.\n", "glaucoma", "contraindicated"),
    (
        "Do not use it if you have:\nasthma\nglaucoma\n\nTake it with food.",
        "glaucoma",
        "contraindicated",
    ),
    ("Do not use:\n- aspirin\n- ibuprofen\n", "ibuprofen", "advised_against"),
    ("Who should not take warfarin? People with ulcers.", "ulcers", "contraindicated"),
    ("Who should not take warfarin? People with ulcers.", "warfarin", "advised_against"),
    ("Can toddlers have aspirin? No, it is for adults.", "aspirin", "advised_against"),
    ("Can toddlers have aspirin? No, it is for adults.", "toddlers", "contraindicated"),
    ("No aspirin for children with flu.", "aspirin", "advised_against"),
    ("No aspirin for children with flu.", "flu", "contraindicated"),
    ("No aspirin was given for the pain.", "aspirin", "negated"),
    ("Can toddlers have ibuprofen? Yes, in small doses.", "ibuprofen", ""),
    ("Do not take aspirin, and call a doctor if you have a fever.", "fever", "conditional"),
]
ALLOWED_AFTER_ALL = [
    ("Ibuprofen is not contraindicated in asthma.", "asthma", ""),
    ("Ibuprofen is not contraindicated in asthma.", "Ibuprofen", ""),
    ("Aspirin is no longer contraindicated in pregnancy.", "Aspirin", ""),
    ("Asthma is not a contraindication to ibuprofen.", "ibuprofen", ""),
    ("Asthma is a contraindication to propranolol.", "propranolol", "advised_against"),
    ("There is no need to avoid alcohol with amoxicillin.", "alcohol", ""),
    ("You need to avoid alcohol with metronidazole.", "alcohol", "advised_against"),
    ("There is no reason to stop warfarin.", "warfarin", ""),
    ("Aspirin isn't banned in asthma.", "Aspirin", ""),
    ("Aspirin is banned in asthma.", "Aspirin", "advised_against"),
    ("Metformin is no longer recommended in kidney failure.", "Metformin", "advised_against"),
    ("You don't have to avoid alcohol while taking amoxicillin.", "amoxicillin", ""),
    ("You need not avoid aspirin.", "aspirin", ""),
    ("It is not necessary to stop aspirin before surgery.", "aspirin", ""),
    ("Warfarin does not need to be stopped.", "Warfarin", ""),
    ("It isn't dangerous to take paracetamol in pregnancy.", "paracetamol", ""),
    ("It isn't safe to take ibuprofen in pregnancy.", "ibuprofen", "advised_against"),
    ("Paracetamol is not harmful in pregnancy.", "pregnancy", ""),
    ("It is a myth that ibuprofen is not safe in asthma.", "ibuprofen", ""),
    ("It is a myth that ibuprofen is not safe in asthma.", "asthma", ""),
    ("It is a myth that ibuprofen cures flu, so do not take it.", "flu", ""),
    ("Zinc cures no flu, so do not take aspirin.", "aspirin", "advised_against"),
    ("It is not true that vaccines cause autism.", "autism", "negated"),
    ("The idea that asthmatics must never take ibuprofen is a myth.", "ibuprofen", ""),
    ("There is no reason for a man with asthma to avoid paracetamol.", "asthma", ""),
    ("Doctors do not recommend stopping sertraline.", "sertraline", ""),
    ("Doctors do not recommend sertraline.", "sertraline", "advised_against"),
    ("She was not given aspirin.", "aspirin", "negated"),
    ("It is not safe for pregnant women to take ibuprofen.", "ibuprofen", "advised_against"),
    ("It is not unsafe for pregnant women to take ibuprofen.", "ibuprofen", ""),
    ("At asthma it is impossible to accept aspirin.", "aspirin", "advised_against"),
    ("It is impossible to cure asthma.", "asthma", ""),
    ("People with gout do not have to give up alcohol.", "gout", ""),
    ("Do not exceed 4 g of paracetamol.", "paracetamol", ""),
]
HEADINGS = [
    ("Who should not take it\nasthma\npregnancy", "pregnancy", "contraindicated"),
    ("Do not take aspirin if\nasthma\nbleeding", "bleeding", "contraindicated"),
    ("Do not take aspirin if\nasthma\nHow to use it\nfever", "fever", ""),
    ("Contraindications\nPregnancy, thrombosis, liver failure.", "thrombosis", "contraindicated"),
    ("Contraindications\nasthma\nSide effects\nnausea", "nausea", "possible"),
    ("Contraindications to aspirin\nasthma", "aspirin", "advised_against"),
    ("No known contraindications\nasthma", "asthma", ""),
    ("Do not take aspirin\nFever\nasthma", "Fever", ""),
    ("Do not take aspirin in pregnancy\nasthma\nfever", "asthma", ""),
    ("Reasons not to take aspirin\nasthma", "asthma", "contraindicated"),
    ("Avoid\nalcohol\naspirin", "aspirin", "advised_against"),
    ("When to avoid it\nasthma\n\nAspirin and fever\nIt helps.", "fever", ""),
    ("See a doctor if you have\nfever\nchest pain", "chest pain", "conditional"),
    ("Who should not take it\nAspirin is safe for most people.", "Aspirin", ""),
]
PAST_OR_OTHER = [
    ("Your mother had breast cancer.", "breast cancer", "other_person"),
    ("Mothers with diabetes are tired.", "diabetes", ""),
    ("A family history of stroke matters.", "stroke", "other_person"),
    ("Does glaucoma run in your family?", "glaucoma", "other_person"),
    ("People with a history of migraine often do.", "migraine", "historical"),
    ("Tell us if you have ever had a stroke.", "stroke", "conditional historical"),
    ("Do not take it if you have ever had a stroke.", "stroke", "contraindicated historical"),
    ("She had a stroke two years ago.", "stroke", "historical"),
    ("She had a miscarriage in 1998.", "miscarriage", "historical"),
    ("He has a two-day history of fever.", "fever", ""),
    ("A 40-year-old woman with fever came.", "fever", ""),
    ("My doctor put me on sertraline 2 weeks ago.", "sertraline", ""),
    ("I started metformin last month.", "metformin", ""),
    ("I stopped metformin last month.", "metformin", "historical"),
    ("I was diagnosed with diabetes last year.", "diabetes", ""),
    ("Two years ago I was diagnosed with diabetes.", "diabetes", ""),
    ("I had pneumonia last year.", "pneumonia", "historical"),
    ("Risks are previous joint injury, obesity.", "obesity", ""),
    ("Risks are previous joint injury, obesity.", "joint injury", "historical"),
    ("My husband had a stroke and is on ramipril.", "ramipril", "other_person"),
    ("My wife takes metformin. She has diabetes.", "diabetes", "other_person"),
    ("My wife takes metformin. I have diabetes.", "diabetes", ""),
    ("My mother had cancer and I have asthma.", "asthma", ""),
    ("My friend was given aspirin.", "aspirin", "other_person"),
    ("I used to get migraines before I took propranolol.", "propranolol", ""),
]


@pytest.mark.parametrize(
    ("text", "word", "marks"),
    [*DENIED, *POSSIBLE, *CONDITIONAL, *FORBIDDEN, *ALLOWED_AFTER_ALL, *HEADINGS, *PAST_OR_OTHER],
)
def test_what_the_text_says(tagger: Tagger, text: str, word: str, marks: str) -> None:
    assert said(tagger, text, word) == marks


def test_qualifiers_come_in_their_own_order(tagger: Tagger) -> None:
    order = list(Qualifier)
    text = "Do not take aspirin if your mother had a stroke years ago or you have no fever."
    for mention in find_mentions(text, tagger, load_cues(lines)):
        assert list(mention.qualifiers) == sorted(mention.qualifiers, key=order.index)


PIECES = """
    aspirin warfarin fever asthma children who if do not take avoid should may cause no : ? . , -
    and or with in ( ) history of your mother had risk contraindicated is recommended the
""".replace("\n", " \n ").split(" ")


@pytest.fixture(scope="module")
def cues() -> Cues:
    return load_cues(lines)


@given(pieces=st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_text_gets_qualifiers_in_order(tagger: Tagger, cues: Cues, pieces: list[str]) -> None:
    text = " ".join(pieces)
    for mention in find_mentions(text, tagger, cues):
        assert list(mention.qualifiers) == [q for q in Qualifier if q in mention.qualifiers]


def test_nothing_is_said_of_places_in_the_body(tagger: Tagger) -> None:
    assert said(tagger, "There is no risk for the liver.", "liver") == ""
