"""Names of languages, the scripts they are written in, and the small words that give them away.

A handful of the commonest function words is a poor language detector on its own and a good
witness against one: it is right on short text in just the way that letter statistics are wrong.
The words are the most frequent articles, prepositions, conjunctions and pronouns of each language
written in Latin script that langdetect knows; single letters that several languages share are
left out where the others suffice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    "af": "Afrikaans", "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan",
    "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
    "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French",
    "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "kn": "Kannada", "ko": "Korean",
    "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ml": "Malayalam", "mr": "Marathi",
    "ne": "Nepali", "nl": "Dutch", "no": "Norwegian", "pa": "Punjabi", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian",
    "so": "Somali", "sq": "Albanian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil",
    "te": "Telugu", "th": "Thai", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian",
    "ur": "Urdu", "vi": "Vietnamese", "zh-cn": "Chinese", "zh-tw": "Chinese (traditional)",
}  # fmt: skip

FUNCTION_WORDS: Mapping[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {
        "en": "the and of to a in is that it for with are you be this or on not as have can from"
        " your by if they which when will may should at was but their has do an i my we there",
        "af": "die en van nie het vir om te met wat dit op is jy ook aan deur maar",
        "ca": "de la el els les que en amb per una del dels és no es més com o pot",
        "cs": "je se na že to do ve jsou pro který které jako nebo při může být ale po",
        "cy": "yn yr mae ar gan ei wedi neu oes gyda bod hyn mewn fel eich",
        "da": "og det at er den til en af som på de med der ikke et har kan eller fra hvis ved",
        "de": "der die das und ist nicht ein eine zu den mit von sie sich auf für auch es bei wenn"
        " oder im dem werden kann wie sind",
        "es": "de la el los las que y en un una por con para es no del al como más o su puede si",
        "et": "ja on ei et see kui ka mis või oma aga seda võib ning kes",
        "fi": "ja on ei että se ovat myös kun tai voi jos mutta sen joka niin kuin",
        "fr": "le la les des et est une un que qui dans pour pas vous du en ne sur avec ou au il",
        "hr": "je se da na za su koji ili od kao što nije ako može biti kod",
        "hu": "a az és hogy nem is egy van vagy ha meg de csak mint ez kell lehet",
        "id": "yang dan di untuk dengan ini dari tidak atau pada adalah dapat akan anda itu jika",
        "it": "di che il la e un una per non è sono con si del della dei più come anche gli",
        "lt": "ir yra kad su iš tai bet kaip ar nuo jei gali arba į dėl",
        "lv": "un ir ka ar no uz par lai kā bet vai tas ja var pie",
        "nl": "de het een van en dat niet te zijn met voor op aan ook er maar als je bij kan door",
        "no": "og det er en til som på av for med ikke de har kan at eller den fra hvis ved du",
        "pl": "nie się na jest że do to jak lub dla przez oraz może po są który od czy",
        "pt": "de que o a os as e do da em um uma para com não é se por mais dos das ou ao você",
        "ro": "și de la nu în cu este să care pe un o sau mai din pentru sunt poate ce dacă",
        "sk": "je sa na že to do pre ktoré ako alebo pri môže byť aj ktorý sú nie",
        "sl": "je da se na za ki so pri ali ne lahko tudi kot če ter",
        "so": "iyo waa oo ka ku ay uu la si in ah ama waxaa loo",
        "sq": "të dhe në një për me që është nga nuk si ose mund duke ka",
        "sv": "och det att är en som på av för med inte till den har kan eller ett om vid du från",
        "sw": "na ya wa kwa ni za katika la kama hii au kuwa si cha ili",
        "tl": "ang ng sa mga na ay ito para kung hindi o may mo ka",
        "tr": "ve bir bu için ile da de olarak veya çok en gibi daha olan ne kadar",
        "vi": "và của là có không được cho với các khi một những để này bạn người",
    }.items()
}

# Which languages a script can be; the first is the guess where nothing else speaks.
SCRIPTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("\u0370-\u03ff\u1f00-\u1fff", ("el",)),
    ("\u0400-\u052f", ("ru", "uk", "bg", "mk")),
    ("\u0590-\u05ff", ("he",)),
    ("\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff", ("ar", "fa", "ur")),
    ("\u0900-\u097f", ("hi", "mr", "ne")),
    ("\u0980-\u09ff", ("bn",)),
    ("\u0a00-\u0a7f", ("pa",)),
    ("\u0a80-\u0aff", ("gu",)),
    ("\u0b80-\u0bff", ("ta",)),
    ("\u0c00-\u0c7f", ("te",)),
    ("\u0c80-\u0cff", ("kn",)),
    ("\u0d00-\u0d7f", ("ml",)),
    ("\u0e00-\u0e7f", ("th",)),
    ("\u3040-\u30ff", ("ja",)),
    ("\u1100-\u11ff\uac00-\ud7af", ("ko",)),
    ("\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff", ("zh-cn", "zh-tw", "ja", "ko")),
)

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPT_LETTERS = tuple((re.compile(f"[{letters}]"), codes) for letters, codes in SCRIPTS)


def name_of(code: str) -> str:
    """`Spanish (es)`, or the bare code where no name is known."""
    return f"{NAMES[code]} ({code})" if code in NAMES else code


def count_letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def find_script(text: str) -> tuple[str, ...]:
    """The languages of the script that most letters of `text` are in; empty for Latin.

    Japanese mixes scripts: kana decide it wherever they are more than a twentieth.
    """
    letters = count_letters(text)
    shares = {codes: len(script.findall(text)) for script, codes in _SCRIPT_LETTERS}
    if shares[("ja",)] * 20 > letters and (shares[("ja",)] + max(shares.values())) * 2 > letters:
        return ("ja",)
    codes = max(shares, key=lambda key: shares[key])
    return codes if shares[codes] * 2 > letters else ()


def weigh_function_words(text: str) -> tuple[int, dict[str, float]]:
    """The number of words in `text`, and the share of them that are function words, by language."""
    words = _WORD.findall(text.lower())
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    total = len(words) or 1
    return len(words), {
        code: sum(counts.get(word, 0) for word in sorted(small)) / total
        for code, small in FUNCTION_WORDS.items()
    }
