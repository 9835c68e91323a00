"""The language of an article: two witnesses, and silence where they differ."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from pipeline.model.changes import Changes, Cut, Fate, Layer, Provenance, RuleId
from pipeline.model.document import Block, BlockKind, Document, Format, Source, page_id
from pipeline.model.ledger import Ledger
from pipeline.model.span import Span
from pipeline.stages.language import LanguageSettings, LanguageStage, identify

ENGLISH = "The doctor will ask how long the pain has lasted and what makes it better or worse. "
SPANISH = "El dolor de cabeza es muy frecuente y casi siempre desaparece después de dormir bien. "
DEFAULT = LanguageSettings()

SENTENCES = {
    "ar": "الصداع شائع جدا ويختفي دائما تقريبا بعد ليلة نوم جيدة واذا استمر الالم فراجع الطبيب",
    "cs": "Bolest hlavy je velmi častá a téměř vždy odezní po dobrém spánku, který trvá celou noc.",
    "da": "Hovedpine er meget almindeligt og går næsten altid over efter en god nats søvn.",
    "de": "Kopfschmerzen sind sehr häufig und verschwinden fast immer nach einer ruhigen Nacht.",
    "el": "Ο πονοκέφαλος είναι πολύ συχνός και σχεδόν πάντα περνά μετά από καλό ύπνο.",
    "es": SPANISH,
    "fi": "Päänsärky on hyvin yleistä ja menee lähes aina ohi hyvin nukutun yön jälkeen.",
    "fr": "Le mal de tête est très fréquent et disparaît presque toujours après une bonne nuit.",
    "hu": "A fejfájás nagyon gyakori, és szinte mindig elmúlik egy jól átaludt éjszaka után.",
    "it": "Il mal di testa è molto frequente e quasi sempre passa dopo una buona notte di sonno.",
    "ja": "頭痛はとてもよくある症状で、たいていはよく眠ると治ります。"
    "痛みが続くときは医師に相談してください。",
    "ko": "두통은 매우 흔하며 푹 자고 나면 거의 항상 사라집니다. "
    "통증이 계속되면 의사와 상담하십시오 그렇지 않으면.",
    "nl": "Hoofdpijn komt veel voor en gaat bijna altijd over na een goede nacht, zegt de arts.",
    "pl": "Ból głowy jest bardzo częsty i prawie zawsze mija po dobrze przespanej nocy.",
    "pt": "A dor de cabeça é muito frequente e quase sempre passa depois de uma boa noite de sono.",
    "ru": "Головная боль встречается очень часто и почти всегда проходит после хорошего сна.",
    "sv": "Huvudvärk är mycket vanligt och går nästan alltid över efter en god natts sömn.",
    "tr": "Baş ağrısı çok sık görülür ve iyi bir uykudan sonra neredeyse her zaman geçer.",
}


def ledger_of(*parts: tuple[BlockKind, str]) -> Ledger:
    text, blocks = "", []
    for kind, words in parts:
        span = Span(len(text), len(text) + len(words.strip()))
        blocks.append(Block(span, kind, span))
        text += words.strip() + "\n\n"
    source = Source("page", "0" * 64, len(text), Format.TEXT)
    return Ledger(Document(page_id("page"), source, text, tuple(blocks)))


def judge(*parts: tuple[BlockKind, str]) -> Changes:
    return LanguageStage(DEFAULT)(ledger_of(*parts))


P, H = BlockKind.PARAGRAPH, BlockKind.HEADING


@pytest.mark.parametrize("code", SENTENCES)
def test_one_sentence_is_enough_where_both_witnesses_agree(code: str) -> None:
    assert identify(SENTENCES[code], DEFAULT).code == code


def test_english_goes_on_without_a_verdict() -> None:
    said = judge((P, ENGLISH))
    assert said.language is not None
    assert said.language.code == "en"
    assert said.verdict is None


def test_another_language_is_set_aside_by_name() -> None:
    said = judge((P, SPANISH * 3))
    assert said.verdict is not None
    assert (said.verdict.fate, said.verdict.reason) == (
        Fate.SET_ASIDE, "written in Spanish (es)",
    )  # fmt: skip


def test_a_language_may_be_accepted() -> None:
    stage = LanguageStage(LanguageSettings(accepted=("en", "es")))
    assert stage(ledger_of((P, SPANISH * 3))).verdict is None


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Dolor de cabeza",
        "Symptoms: a list",
        "1,2,3 – 4.5 / 67 %" * 40,
        "Ibuprofen, naproxen, diclofenac, ketoprofen, indomethacin, celecoxib, meloxicam",
    ],
)
def test_too_little_to_tell_is_kept_and_said(words: str) -> None:
    said = judge((P, words or "."))
    assert said.language is not None
    assert said.language.code == "und"
    assert said.verdict is None


@pytest.mark.parametrize(
    "words",
    [
        "Take one tablet in the morning and one at night with food.",
        "DO NOT EXCEED THE STATED DOSE. KEEP OUT OF THE REACH OF CHILDREN.",
        "Symptoms Diagnosis Treatment Prevention Complications Outlook",
        "Aspirin tablets: adult dosage, side effects, warnings, interactions",
        "Home Health Topics Reference Library Research Contact Privacy Terms",
        "Baby teething: drooling, chewing, rash, crying, biting, red gums, fever",
        "Naproxen 250 mg, ibuprofen 400 mg, diclofenac 50 mg, ketoprofen 100 mg tablets " * 5,
    ],
)
def test_short_and_odd_english_is_never_set_aside(words: str) -> None:
    assert judge((P, words)).verdict is None


def test_a_mixed_page_is_what_most_of_it_is() -> None:
    assert identify(SPANISH * 4 + ENGLISH * 20, DEFAULT).code == "en"
    assert identify(ENGLISH * 3 + SPANISH * 20, DEFAULT).code == "es"


def test_headings_and_cut_blocks_have_no_say() -> None:
    ledger = ledger_of((H, ENGLISH * 2), (P, ENGLISH * 20), (P, SPANISH * 3))
    menu = ledger.document.blocks[1].span
    cut = Cut(menu, RuleId("CUT000"), "menu")
    stage = LanguageStage(DEFAULT)
    assert stage(ledger).verdict is None
    ledger = ledger.apply(Changes(cuts=(cut,)), Provenance("boilerplate", 1))
    assert stage(ledger).verdict is not None


def test_headings_speak_when_there_is_nothing_else() -> None:
    assert judge((H, ENGLISH)).language == identify(ENGLISH.strip(), DEFAULT)


def test_stage_declares_what_it_does() -> None:
    stage = LanguageStage(DEFAULT)
    assert stage.needs == {Layer.CUTS}
    assert judge((P, SPANISH * 3)).layers() <= stage.makes


def test_same_answer_in_every_process() -> None:
    code = (
        "from pipeline.stages.language import identify, LanguageSettings\n"
        "print(identify({!r}, LanguageSettings()))"
    )
    text = SPANISH + "Paracetamol ibuprofen naproxen codeine morphine fentanyl. " + ENGLISH
    answers = {
        subprocess.run(
            [sys.executable, "-c", code.format(text)],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(answers) == 1
    assert answers.pop().strip() == str(identify(text, DEFAULT))
