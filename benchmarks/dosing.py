"""How well unsafe doses are found and doses read, on texts written for the purpose.

    python benchmarks/dosing.py [TEXTS.jsonl …]

prints every figure on the two files of `tests/quality/dosing`, whose floors are tests, or on files
of yours in the same form. The rules were widened on `gold.jsonl`; of `unread.jsonl` nobody who
works on the rules reads a text, so that its figures say what to expect of a new article (once
read, it belongs to the gold, and others have to write another).

A line is `{"id", "text", "style", "pair", "flags": [{"category", "severity", "start", "end"}],
"extraction": [record] or null, "ok_extra": [category], "note"}`. Offsets count code points, end
exclusive. Texts that share a `pair` differ in what makes one of them safe; what `ok_extra` lists
costs nothing where it is flagged as well.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

QUALITY = Path(__file__).parent.parent / "tests" / "quality" / "dosing"
SETS = {name: QUALITY / f"{name}.jsonl" for name in ("gold", "unread")}
Flag = Mapping[str, Any]
Record = Mapping[str, Any]
FIELDS = ("dose", "frequency_per_day", "daily_mg", "route", "duration_days", "population")
_MILLIGRAMS = {"mg": 1.0, "g": 1000.0, "mcg": 0.001}
_CLOSE = 0.02
"""Two numbers are the same where they differ by no more than this share: 1/7 is 0.143."""


@dataclass
class Tally:
    """What was right, missed and wrong, of one category or of all."""

    right: int = 0
    missed: int = 0
    extra: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.missed + self.extra)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.extra)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)


@dataclass
class Share:
    """`hits` of `of`."""

    hits: int = 0
    of: int = 0

    def add(self, hit: bool) -> None:
        self.hits += hit
        self.of += 1

    @property
    def value(self) -> float:
        return self.hits / max(1, self.of)


@dataclass
class Figures:
    """Everything that is measured; `strict` asks for the category and for words in common."""

    critical: Share = field(default_factory=Share)
    alarmed: Share = field(default_factory=Share)
    pairs: Share = field(default_factory=Share)
    severity: Share = field(default_factory=Share)
    doses: Share = field(default_factory=Share)
    spurious: int = 0
    strict: Tally = field(default_factory=Tally)
    categories: dict[str, Tally] = field(default_factory=dict)
    fields: dict[str, Share] = field(default_factory=lambda: {name: Share() for name in FIELDS})
    styles: dict[str, Share] = field(default_factory=dict)

    @property
    def macro_f1(self) -> float:
        wanted = [t.f1 for t in self.categories.values() if t.right + t.missed]
        return sum(wanted) / max(1, len(wanted))


def measure(gold: Iterable[Record], found: Mapping[str, Record]) -> Figures:
    """The figures of `found`, records by id with `flags` and `doses`, against `gold`."""
    figures = Figures()
    pairs: dict[str, list[tuple[bool, bool]]] = {}
    for item in gold:
        flags = found[item["id"]]["flags"]
        unsafe, flagged = bool(item["flags"]), bool(flags)
        if any(flag["severity"] == "critical" for flag in item["flags"]):
            figures.critical.add(flagged)
        if not unsafe:
            figures.alarmed.add(flagged)
        if item["pair"]:
            pairs.setdefault(item["pair"], []).append((unsafe, flagged))
        figures.styles.setdefault(item["style"], Share()).add(unsafe == flagged)
        _flags(figures, item, flags)
        if item.get("extraction") is not None:
            _doses(figures, item["extraction"], list(found[item["id"]]["doses"]))
    for sides in pairs.values():
        if {unsafe for unsafe, _ in sides} == {True, False}:
            figures.pairs.add(all(unsafe == flagged for unsafe, flagged in sides))
    return figures


def _flags(figures: Figures, item: Record, flags: Sequence[Flag]) -> None:
    """Each gold flag takes the flag of its category that shares most words with it."""
    left = list(flags)
    for wanted in item["flags"]:
        tally = figures.categories.setdefault(wanted["category"], Tally())
        same = [f for f in left if f["category"] == wanted["category"] and _shared(f, wanted)]
        best = max(same, key=lambda f: _shared(f, wanted), default=None)
        for each in (tally, figures.strict):
            each.right += best is not None
            each.missed += best is None
        if best is not None:
            figures.severity.add(best["severity"] == wanted["severity"])
            left = [f for f in left if f not in same]  # said twice of the same words is no error
    for flag in left:
        if flag["category"] not in item["ok_extra"]:
            figures.strict.extra += 1
            figures.categories.setdefault(flag["category"], Tally()).extra += 1


def _shared(one: Flag, other: Flag) -> int:
    return max(0, min(one["end"], other["end"]) - max(one["start"], other["start"]))


def _doses(figures: Figures, wanted: Iterable[Record], found: list[Record]) -> None:
    """A dose is right when every field that the gold states is; each of ours serves once."""
    for record in wanted:
        stated = [name for name in FIELDS if _field(record, name) is not None]
        same = [d for d in found if _name(d) == _name(record)]
        best = max(same, key=lambda d: sum(_agree(record, d, n) for n in stated), default=None)
        agreed = [best is not None and _agree(record, best, name) for name in stated]
        for name, right in zip(stated, agreed, strict=True):
            figures.fields[name].add(right)
        figures.doses.add(best is not None and all(agreed))
        if best is not None:
            found.remove(best)
    figures.spurious += len(found)


def _name(record: Record) -> str:
    return str(record["ingredient"] or record["drug"] or "").lower()


def _field(record: Record, name: str) -> Any:
    """The field for comparing: masses in milligrams, ranges as pairs, a total as its upper end."""
    if name in ("route", "population"):
        return record[name]
    pair = _pair(record["amount" if name == "dose" else name])
    if pair is None:
        return None
    if name == "daily_mg":
        return pair[1:], ""
    unit = str(record["unit"] or "").removesuffix("s") if name == "dose" else ""
    factor = _MILLIGRAMS.get(unit, 1.0)
    return tuple(end * factor for end in pair), "mg" if unit in _MILLIGRAMS else unit


def _pair(value: Any) -> tuple[float, ...] | None:
    if value is None:
        return None
    ends = value if isinstance(value, list) else [value]
    return (min(ends), max(ends))


def _agree(wanted: Record, found: Record, name: str) -> bool:
    one, other = _field(wanted, name), _field(found, name)
    if one is None or other is None or isinstance(one, str):
        return bool(one == other)
    return one[1] == other[1] and all(
        abs(a - b) <= _CLOSE * max(abs(a), abs(b)) for a, b in zip(one[0], other[0], strict=True)
    )


def read(gold: Sequence[Record]) -> dict[str, Record]:
    """What the tool says of the texts of `gold`: dosing flags and doses, by id."""
    from pipeline.annotate import annotate
    from pipeline.settings import Settings

    pages = (json.dumps({"id": item["id"], "text": item["text"]}) for item in gold)
    records = map(json.loads, annotate(pages, Settings()))
    return {
        r["id"]: {
            "flags": [f for f in r["findings"] if f["rule"].startswith("DOSE")],
            "doses": r["doses"],
        }
        for r in records
    }


def load(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def report(figures: Figures) -> Iterator[str]:
    """The figures, a line each."""
    for name, share in (
        ("critical texts flagged", figures.critical),
        ("safe texts flagged", figures.alarmed),
        ("pairs right on both sides", figures.pairs),
        ("severity exact where flagged", figures.severity),
        ("doses with all stated fields", figures.doses),
    ):
        yield f"{name:30} {share.value:6.3f}   {share.hits} of {share.of}"
    yield f"{'doses that nobody stated':30} {figures.spurious:6}"
    yield f"{'category and words, F1':30} {figures.strict.f1:6.3f}   macro {figures.macro_f1:.3f}"
    for name, tally in sorted(figures.categories.items()):
        yield (
            f"  {name:28} {tally.f1:6.3f}   precision {tally.precision:.3f},"
            f" recall {tally.recall:.3f} of {tally.right + tally.missed}"
        )
    for title, shares in (("field", figures.fields), ("style", figures.styles)):
        for name, share in sorted(shares.items()):
            yield f"  {title + ' ' + name:28} {share.value:6.3f}   {share.hits} of {share.of}"


def main(arguments: Sequence[str]) -> None:
    for path in map(Path, arguments) if arguments else SETS.values():
        gold = load(path)
        kinds = Counter("unsafe" if item["flags"] else "safe" for item in gold)
        print(f"{path.name}: {len(gold)} texts, {kinds['safe']} of them safe")
        print("\n".join(report(measure(gold, read(gold)))))


if __name__ == "__main__":
    main(sys.argv[1:])
