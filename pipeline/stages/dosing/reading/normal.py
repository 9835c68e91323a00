"""A text as the dose grammar reads it, with the way home for every offset.

One dose is written in a hundred ways: "0,5 g", "1 500 mg", "½ tablet", "one and a half tablets",
"500mg", "3 r/day" (the Russian abbreviation for "times"). The grammar should know one. So numbers
become plain digits, white space single blanks, dashes hyphens, and the `View` remembers what stood
there. Only what the grammar reads is changed; an "a" is a number before "tablet", not before "day".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from heapq import merge

from pipeline.model.span import Span
from pipeline.model.view import Edit, View
from pipeline.text import numbers, units
from pipeline.text.spelling import find_slips

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SAME_LENGTH = (
    _FULL_WIDTH
    | dict.fromkeys(map(ord, "‐‑‒–—―−﹣"), "-")
    | dict.fromkeys(map(ord, "\t\n\r\v\f\u00a0\u1680\u202f\u205f\u3000"), " ")
    | dict.fromkeys(range(0x2000, 0x200B), " ")
    | dict.fromkeys(range(9), " ")  # the grammar's own placeholders are control characters
    | {ord("μ"): "µ", ord("’"): "'", ord("‘"): "'", ord("×"): "x", ord("⁄"): "/", ord("∕"): "/"}
)
_TIDY = re.compile(" {2,}|[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+").finditer
_MASS = r"(?:mg|mcg|µg|ug|ml|iu|g)"
_FORM = rf"(?:{units.FORM_WORDS})"
_ONES = "|".join(numbers.SMALL)
_TENS = "|".join(numbers.TENS)
_PARTS = "|".join(numbers.PARTS)
_GLYPHS = "".join(numbers.VULGAR)
_HALVED = rf"(?:{units.UNIT_WORDS}|hours?|an hour|aspirin)"

# The first alternative that matches at a place wins, so longer readings come first.
_RULES: tuple[tuple[str, str], ...] = (
    ("words", r"[0-9]{1,3} (?:and )?(?:a|1|one)[ -]half(?: an?\b)?(?! (?:hour )?later)"),
    ("words", rf"\b(?:{_ONES}) and (?:a|one)[ -](?:half|quarter)\b"),
    ("halves", rf"\b(?:[0-9]{{1,2}}|{_ONES}) half[ -](?={_FORM}\b)"),
    ("glyph", rf"(?<![0-9.,])(?:[0-9]{{1,3}} ?)?[{_GLYPHS}]"),
    ("british", r"(?:(?<=for )|(?<=x )|(?<=x))[0-9]{1,2}/(?:7|52|12)(?![0-9/])"),
    (
        "fraction",
        r"(?<![0-9./,-])(?:[0-9]{1,2} (?:and )?)?[1-9]/[2-8](?![0-9/])(?= ?-? ?[a-z(0-9])",
    ),
    ("part", rf"\b(?:(?:a|an|one|1)[ -])?(?:{_PARTS}) (?:of )?(?:an?|one|the)\b(?! (?:day|week))"),
    ("part", rf"\b(?:(?:a|an|one|1)[ -])?(?:half|quarter)(?: of)?[ -](?={_HALVED}\b)"),
    (
        "roman",
        r"(?<![a-z-])(?:ii|iii|i(?! (?:drop|puff|spray|cap)s? (?:my|mine|it|them|the|off|out|a|an"
        r"|one|two|down|back|dead|by|in on)\b))(?= (?:tabs?|caps?|gtts?|puffs?|drops?|tablets?"
        r"|capsules?|sprays?|sprs?|supps?|tsps?|tbsps?)\b)",
    ),
    ("part", r"\bhalf(?= (?:to|or) (?:one|1|an?)\b)"),
    ("thousands", r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3}){1,3}(?![0-9]|[.,][0-9])"),
    ("thousands", r"(?<![0-9.,'])[1-9][0-9]{0,2}(?:'[0-9]{3}){1,3}(?![0-9'])"),
    (
        "schedule",
        r"(?<![0-9.,/-])[0-9]{1,2}(?: ?- ?[0-9]{1,2}){2,3}(?![0-9.,/-]| ?(?:days?|times))",
    ),
    ("pieces", r"(?<=^1)x(?=(?:daily|weekly|monthly|nightly)\b)"),
    ("pieces", r"(?<=^[0-9])x(?=(?:q?hs|am|pm|noon|bedtime|nocte|mane)\b)"),
    (
        "thousands",
        rf"(?<![0-9.,a-z])(?<![a-z]-)(?<!\b[bdkq] )[1-9][0-9]{{0,2}}(?: [0-9]{{3}}){{1,3}}"
        rf"(?= ?-?{_MASS}\b)"
        rf"(?! ?{_MASS} (?:[a-z-]{{1,20}} ){{0,2}}{_FORM}\b)",
    ),
    ("decimal", r"(?<![0-9.,])[0-9]{1,4},[0-9]{1,3}(?![0-9]|,[0-9])"),
    ("words", rf"\b(?:{_TENS})(?:[ -](?:{_ONES}))?\b"),
    ("words", rf"\b(?:{_ONES}) hundred(?: and)? (?:{_TENS}|{_ONES})\b"),
    ("words", rf"\b(?:{_ONES})(?: hundred)?\b"),
    ("another", rf"\banother (?={_FORM}\b)"),
    ("article", rf"\ban? (?!few|couple|dose|units?\b)(?=(?:[a-z-]{{3,14}} ){{0,2}}{_FORM}\b)"),
    ("times", r"(?<=[0-9]) ?(?:r|p)\.?(?: ?/ ?| (?:a|per|in a) )(?:day|d)\b"),
    ("dash", r"(?:(?<=[0-9] mg)|(?<=[0-9]mg)|(?<=[0-9] g)|(?<=[0-9]g)|(?<=[0-9] ml))-(?=[0-9])"),
    ("range", r"(?<=[0-9])~(?=[0-9])"),
    ("single", r"\ban? (?=single [0-9])"),
    ("crossed", r"(?<=[0-9])[x*](?=[0-9])"),
    (
        "tablet",
        r"(?<=[0-9]) ?t\.?(?= (?:x |[0-9]|before |after |po\b|p\.o"
        r"|[bt]\.?i\.?d|q\.?i\.?d|od\b|bd\b|tds\b|qd\b|daily|q ?[0-9]|sl\b|hs\b|qhs|prn))",
    ),
    ("each", r"(?<=\()[1-9][0-9]{1,3}(?= (?:each|apiece)\))"),
    ("glued", r"(?<=[0-9])(?:mg|mcg|ml|iu)(?=[0-9])"),
    *(
        ("twice", rf"(?<=[0-9]) ?{unit}(?= ?(?:to|-|or) ?[0-9][0-9.,]{{0,6}} ?{unit}\b)")
        for unit in ("mg", "mcg", "g", "ml", "iu")
    ),
    ("name", r"(?<=[a-z][a-z][a-z][a-z])(?=[0-9]{1,4} ?(?:mg|mcg|µg|ml|iu)\b)"),
)
_MIXED = re.compile(r"(.{1,12}?) (?:and )?(?:a|1|one)[ -](half|quarter)(?: an?)?", re.IGNORECASE)
# Only here can any rule begin; the guard keeps the alternatives from being tried at every letter.
_GUARD = rf"(?:(?<![a-z])(?=[abothfsenqi])|(?=[0-9{_GLYPHS}])|(?<=[0-9])|(?<=[gl])(?=-))"
_ANY = re.compile(
    rf"{_GUARD}(?:" + "|".join(f"({pattern})" for _, pattern in _RULES) + ")", re.IGNORECASE
)


def normalise(text: str, told: Sequence[Edit] = ()) -> View:
    """`text` as the grammar reads it; `home` of the view leads to offsets in `text`.

    `told` are edits that only those know who know the drugs; they win over any of ours.
    """
    same = text.translate(_SAME_LENGTH)
    tidied = [Edit(Span(*m.span()), " " if m.group()[0] == " " else "") for m in _TIDY(same)]
    if tidied:
        bare = View.of(same, tidied)
        edits = _merge(tidied, bare, _edits(bare.text))
    else:
        edits = _edits(same)
    if not told:
        return View.of(same, edits)
    ours = [edit for edit in edits if not any(edit.span.overlaps(other.span) for other in told)]
    return View.of(same, (*ours, *told))


def _merge(tidied: list[Edit], bare: View, edits: Iterator[Edit]) -> Iterator[Edit]:
    """`edits` of the tidied text as edits of the text itself, with what else was tidied."""
    at = 0
    for edit in edits:
        home = bare.home(edit.span) or edit.span
        while at < len(tidied) and tidied[at].span.end <= home.start:
            yield tidied[at]
            at += 1
        while at < len(tidied) and tidied[at].span.start < home.end:
            at += 1
        yield Edit(home, edit.replacement)
    yield from tidied[at:]


def _edits(text: str) -> Iterator[Edit]:
    """What to write instead of each number, in order; edits are disjoint."""
    slips = (Edit(span, meant) for span, meant in find_slips(text))
    yield from merge(_numbers(text), slips, key=lambda edit: edit.span)


def _numbers(text: str) -> Iterator[Edit]:
    for match in _ANY.finditer(text):
        kind, _ = _RULES[(match.lastindex or 1) - 1]
        written = _WRITE[kind](match.group())
        if written is not None and written != match.group():
            yield Edit(Span(*match.span()), written)


def _digits(value: float | None) -> str | None:
    return None if value is None else numbers.plain(value)


def _write_words(words: str) -> str | None:
    """ "one and a half", "2 and a half", "twenty-one"."""
    mixed = _MIXED.fullmatch(words)
    head = mixed.group(1) if mixed else words
    part = numbers.PARTS[mixed.group(2).lower()] if mixed else 0.0
    whole = numbers.read_digits(head.strip()) or numbers.read_words(head)
    return None if whole is None else _digits(whole + part)


def _write_halves(words: str) -> str | None:
    """ "seven half-teaspoons" are 3.5 teaspoons."""
    head = words.split()[0]
    whole = numbers.read_digits(head) or numbers.read_words(head)
    return None if whole is None else f"{numbers.plain(whole / 2)} "


def _write_glyph(words: str) -> str | None:
    whole = numbers.read_digits(words[:-1].strip()) or 0.0
    return _digits(whole + numbers.VULGAR[words[-1]])


def _write_fraction(words: str) -> str | None:
    *whole, part = words.replace("and ", "").split()
    top, bottom = part.split("/")
    return _digits(sum(map(float, whole)) + float(top) / float(bottom))


_LONG = {"7": "days", "52": "weeks", "12": "months"}


def _write_british(words: str) -> str | None:
    """ "5/7" is five of the seven days of a week, "2/52" two weeks, "3/12" three months."""
    count, of = words.split("/")
    return f"{count} {_LONG[of]}"


def _write_part(words: str) -> str | None:
    """ "half a", "a quarter of a", "half "; a trailing blank stays."""
    part = next(numbers.PARTS[w] for w in re.split(r"[ -]", words.lower()) if w in numbers.PARTS)
    return numbers.plain(part) + (" " if words[-1] in " -" else "")


def _write_decimal(words: str) -> str | None:
    """ "0,5" and "1,25"; "1,500" is a thousand and a half only after a leading zero."""
    return words.replace(",", ".")


def _write_thousands(words: str) -> str | None:
    return words.replace(",", ".") if words.startswith("0,") else re.sub("[ ,']", "", words)


_MEALS = ("in the morning", "at noon", "in the evening", "at night")


def _write_schedule(words: str) -> str | None:
    """ "1-0-1", as much for the morning, noon, evening (and night) as each place says."""
    counts = [int(part) for part in words.split("-")]
    taken = [(n, when) for n, when in zip(counts, _MEALS, strict=False) if n]
    if not taken or (0 not in counts and len(set(counts)) > 1):
        return None
    if len({n for n, _ in taken}) == 1:
        return f"{taken[0][0]} " + " and ".join(when for _, when in taken)
    return ", ".join(f"{n} {when}" for n, when in taken)


_WRITE: dict[str, Callable[[str], str | None]] = {
    "words": _write_words,
    "halves": _write_halves,
    "glyph": _write_glyph,
    "british": _write_british,
    "fraction": _write_fraction,
    "part": _write_part,
    "thousands": _write_thousands,
    "decimal": _write_decimal,
    "another": lambda words: "another 1 ",
    "article": lambda words: "1 ",
    "times": lambda words: " times a day",
    "dash": lambda words: " - ",
    "range": lambda words: "-",
    "single": lambda words: "1 ",
    "crossed": lambda words: " x ",
    "schedule": _write_schedule,
    "roman": lambda words: str(len(words)),
    "pieces": lambda words: " ",
    "tablet": lambda words: " tablet",
    "each": lambda words: f"{words} mg",
    "twice": lambda _: "",  # "500 mg to 1,000 mg" is one range
    "glued": lambda words: f"{words} ",
    "name": lambda words: " ",
}
