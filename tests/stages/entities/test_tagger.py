"""What is found, and as often what is not: near misses outnumber hits."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.entities.lexicon import LexiconError
from pipeline.stages.entities.stage import find_mentions, load_tagger
from pipeline.stages.entities.tagger import Tagger


def tagged(tagger: Tagger, text: str) -> list[tuple[str, str | None]]:
    return [(m.span.of(text), m.concept) for m in find_mentions(text, tagger)]


@pytest.mark.parametrize(
    ("text", "written", "concept"),
    [
        ("Take Dicinon at once.", "Dicinon", "drug:etamsylate"),
        ("Vicasol is sold in tablets.", "Vicasol", "drug:menadione"),
        ("Drink No-shpa for cramps.", "No-shpa", "drug:drotaverine"),
        ("Drink no spa for cramps.", "no spa", "drug:drotaverine"),
        ("Analgin was given.", "Analgin", "drug:metamizole"),
        ("tylenol or panadol", "tylenol", "drug:paracetamol"),
        ("St John’s wort tea", "St John’s wort", "drug:st-johns-wort"),
        ("St. John's wort tea", "St. John's wort", "drug:st-johns-wort"),
        ("anti-inflammatory drugs", "anti-inflammatory drugs", "class:anti-inflammatory-drugs"),
        ("antiinflammatory drugs help", "antiinflammatory drugs", "class:anti-inflammatory-drugs"),
        ("a decoction of nettle leaves", "nettle leaves", "drug:nettle"),
        ("Oedema of the legs", "Oedema", "sym:swelling"),
        ("ANAEMIA", "ANAEMIA", "cond:anaemia"),
        ("Crohn disease", "Crohn disease", "cond:crohns-disease"),
        ("breast cancers", "breast cancers", "cond:breast-cancer"),
        ("cervical erosion is seen", "cervical erosion", "cond:cervical-erosion"),
        ("a uterine spiral was fitted", "uterine spiral", "dev:intrauterine-device"),
        ("B-ultrasound confirms", "B-ultrasound", "lab:ultrasound"),
        ("pregnant women must not", "pregnant women", "pop:pregnant-women"),
        ("Elderly people fall.", "Elderly people", "pop:older-adults"),
        ("chlorine dioxide drops", "chlorine dioxide", "drug:chlorine-dioxide"),
        ("Inderal40 mg was given", "Inderal", "drug:propranolol"),
        ("a budesonide nasal spray", "budesonide nasal spray", "drug:budesonide"),
        ("Broken heart syndrome", "Broken heart syndrome", "cond:takotsubo-cardiomyopathy"),
        ("Her yellow skin worried us.", "yellow skin", "sym:jaundice"),
        ("He has gluten intolerance.", "gluten intolerance", "cond:gluten-sensitivity"),
        ("Low iron was found.", "Low iron", "cond:iron-deficiency"),
        ("your blood pressure tablets", "blood pressure tablets", "class:antihypertensives"),
        ("a CT pulmonary angiogram", "CT pulmonary angiogram", "lab:ct-pulmonary-angiography"),
        ("There is blood in your urine.", "blood in your urine", "sym:blood-in-the-urine"),
        ("She threw up blood.", "threw up blood", "sym:vomiting-blood"),
        ("My chest hurts.", "chest hurts", "sym:chest-pain"),
    ],
)
def test_brands_spellings_and_consumer_words_lead_to_their_concept(
    tagger: Tagger, text: str, written: str, concept: str
) -> None:
    assert (written, concept) in tagged(tagger, text)


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("The position of the ring in the uterus", "ring", True),
        ("She wore a ring of gold.", "ring", False),
        ("Then a coil is fitted by a gynecologist.", "coil", True),
        ("The heating coil broke.", "coil", False),
        ("Apply a nicotine gel or a patch to the skin daily.", "patch", True),
        ("A constriction ring of the finger", "ring", False),
        ("Delayed eruption of teeth", "eruption", False),
        ("An eruption on both arms", "eruption", True),
        ("She is 5 feet tall.", "feet", False),
        ("The MEN1 gene is altered.", "MEN1", False),
        ("She has MEN1 herself.", "MEN1", True),
        ("Weak bones break.", "Weak", False),
        ("Use Retin-A at night.", "Retin-A", True),
        ("By the National Institute of Neurological Disorders and Stroke", "Neurological", False),
        ("It is a tumor suppressor.", "tumor", False),
        ("Take it by mouth.", "mouth", False),
        ("The hemoglobin level was low.", "hemoglobin level", True),
        ("A molecule called hemoglobin is red.", "hemoglobin", False),
        ("A patch of dry ground.", "patch", False),
        ("Worms live in the child's stool.", "Worms", True),
        ("A growth of 3 cm a year is common among children with cancer.", "growth", False),
        ("He has AIDS.", "AIDS", True),
        ("He uses hearing aids.", "aids", False),
        ("She wears reading glasses.", "glasses", True),
        ("Drink two glasses of water.", "glasses", False),
        ("Wear glasses, drink a glass.", "glass", False),
        ("This scraping of the uterus hurts.", "scraping", True),
        ("A scraping sound.", "scraping", False),
        ("The same dose again.", "same", False),
        ("On the other hand, it rained.", "hand", False),
        ("The National Cancer Institute says so.", "Cancer", False),
        ("Cold water helps.", "Cold", False),
        ("That is too bad.", "bad", False),
        ("A 2 TB disk.", "TB", False),
        ("He has TB of the lungs.", "TB", True),
        ("Bleeding from piles is common.", "piles", True),
        ("A pile of books.", "pile", False),
        ("A glucose drip was set up.", "glucose", True),
        ("Cells burn glucose.", "glucose", False),
        ("Ozone injections are sold as a cure.", "Ozone", True),
        ("The ozone layer is gone.", "ozone", False),
        ("A diaphragm is used with spermicide.", "diaphragm", True),
        ("The nerve of the diaphragm is cut.", "diaphragm", False),
        ("Bile holds cholesterol.", "cholesterol", False),
        ("A depressed nasal bridge", "depressed", False),
        ("My type 2 is kept low with metformin.", "type 2", True),
        ("A type 2 error of statistics.", "type 2", False),
        ("Her fits came with the fever.", "fits", True),
        ("The lid fits well.", "fits", False),
        ("Magnesia was given into a vein by drip.", "Magnesia", True),
        ("The bricks are of magnesia.", "magnesia", False),
    ],
)
def test_an_ambiguous_word_needs_a_cue_or_its_capitals(
    tagger: Tagger, text: str, word: str, *, found: bool
) -> None:
    assert (word in [written for written, _ in tagged(tagger, text)]) is found


@pytest.mark.parametrize(
    ("written", "concept"),
    [
        ("Percocet", "drug:oxycodone-and-paracetamol"),
        ("oxycodone/acetaminophen", "drug:oxycodone-and-paracetamol"),
        ("Vicodin", "drug:hydrocodone-and-paracetamol"),
        ("Hydrocodone-acetaminophen", "drug:hydrocodone-and-paracetamol"),
        ("Nurofen Plus", "drug:ibuprofen-codeine"),
        ("Tylenol PM", "drug:paracetamol-diphenhydramine"),
        ("Advil Cold & Sinus", "drug:ibuprofen-pseudoephedrine"),
        ("Excedrin", "drug:aspirin-paracetamol-caffeine"),
        ("Alka-Seltzer", "drug:aspirin-sodium-bicarbonate-citric-acid"),
        ("Alka-Seltzer Plus", "drug:paracetamol-cold-remedy"),
        ("Panadeine", "drug:co-codamol"),
        ("Seretide", "drug:fluticasone-and-salmeterol"),
        ("Janumet", "drug:metformin-sitagliptin"),
        ("Hyzaar", "drug:losartan-hydrochlorothiazide"),
        ("Yarina", "drug:drospirenone-and-ethinylestradiol"),
        ("Marvelon", "drug:desogestrel-and-ethinylestradiol"),
        ("Combivent", "drug:salbutamol-ipratropium"),
    ],
)
def test_a_combination_product_is_not_one_of_its_parts(
    tagger: Tagger, written: str, concept: str
) -> None:
    assert tagged(tagger, f"{written} was taken.") == [(written, concept)]


def test_two_drugs_named_side_by_side_stay_two(tagger: Tagger) -> None:
    text = "Take ibuprofen and paracetamol, later metformin and sitagliptin."
    assert [concept for _, concept in tagged(tagger, text)] == [
        "drug:ibuprofen",
        "drug:paracetamol",
        "drug:metformin",
        "drug:sitagliptin",
    ]


def test_the_longest_name_wins_and_nothing_is_tagged_inside_it(tagger: Tagger) -> None:
    assert tagged(tagger, "iron deficiency anemia") == [
        ("iron deficiency anemia", "cond:iron-deficiency-anaemia")
    ]


def test_a_cue_counts_in_its_own_sentence_only(tagger: Tagger) -> None:
    text = "The uterus is small. She lost her ring. Done."
    assert "ring" not in [written for written, _ in tagged(tagger, text)]


def test_an_abbreviation_means_what_the_page_says(tagger: Tagger) -> None:
    text = "Premature ovarian failure (POF) is rare. POF is treated."
    assert tagged(tagger, text).count(("POF", "cond:premature-ovarian-failure")) == 2


def test_a_page_that_means_something_else_silences_the_lexicon(tagger: Tagger) -> None:
    text = "The patient information department (PID) answers. Ask the PID."
    assert "PID" not in [written for written, _ in tagged(tagger, text)]


def test_no_mention_runs_over_a_line_end(tagger: Tagger) -> None:
    assert tagged(tagger, "blood\nclot") == [("blood", "anat:blood")]


def test_a_fault_in_the_lexicon_is_named() -> None:
    with pytest.raises(LexiconError, match=r"drugs\.tsv:1"):
        load_tagger(lambda name: ["nonsense"])


_PIECES = """
    breast ovarian cancer and or / , type 1 2 II diabetes syndrome disease deficiency Kniest renal
    hereditary X linked disorder 16p13.3 deletion trisomy 18 aspirin sodium lung skin rash pain of
    the . liver failure acne National Cancer Institute viral infection lactase upper lower back
"""


@given(pieces=st.lists(st.sampled_from([*_PIECES.split(), "\n", "-"]), max_size=14))
def test_mentions_stand_in_order_and_apart(tagger: Tagger, pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = find_mentions(text, tagger)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(m.span.of(text).strip() == m.span.of(text) for m in found)


def test_a_hyphen_before_a_letter_is_no_matter_of_taste(tagger: Tagger) -> None:
    assert ("retinas", "anat:retina") in tagged(tagger, "Both retinas were torn.")
    assert ("Xrays", "lab:x-ray") in tagged(tagger, "Xrays were taken.")
