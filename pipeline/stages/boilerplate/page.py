"""A page as the rules of this stage see it: its blocks as lines, with what is plain about each.

Rules about residue talk of lines ("a short title, then a line cut off by an ellipsis"), whether
the page was plain text or HTML; where there is a DOM, a line also knows its path.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from pipeline.model.changes import Severity
from pipeline.model.document import Block, BlockKind, Document, Format
from pipeline.model.span import Span
from pipeline.rulebook.rule import Hit
from pipeline.stages.boilerplate.settings import KEEP_KINDS
from pipeline.stages.boilerplate.words import FUNCTION_WORDS
from pipeline.text.invisible import without_invisible

_WORD = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?…。][\"'”’)\]*]*$")
_HASHES = re.compile(r"^\s{0,3}#{1,6}\s+")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{0,500}(?: \"[^\"\n]{0,200}\")?\)")
_JOINTS = (" |", " -", " –", " —", ":", " :", " »", " ·")  # between a title and a site's name
_READ, _ENDING = 2_000, 40  # characters of a line that are looked at: a longer one is prose anyway


@dataclass(frozen=True, eq=False)
class Line:
    """One block.

    `text` is what a reader sees of it, spaces evened out; of a longer block its first 2,000
    characters and its last 40.
    """

    index: int
    block: Block
    text: str

    @cached_property
    def folded(self) -> str:
        """Lower case with straight quotes, for comparison."""
        return self.text.casefold().replace("’", "'").replace("`", "'")

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(_WORD.findall(self.folded))

    @cached_property
    def content_words(self) -> frozenset[str]:
        """The words that carry the subject: four letters and more, no function words."""
        return frozenset(w for w in self.words if len(w) > 3 and w not in FUNCTION_WORDS)

    @cached_property
    def function_share(self) -> float:
        """The share of its words that bind others into sentences; 0 in menus and lists."""
        if not self.words:
            return 0.0
        return sum(w in FUNCTION_WORDS for w in self.words) / len(self.words)

    @cached_property
    def title_share(self) -> float:
        """The share of its words, the first left out, that begin with a capital."""
        words = _WORD.findall(self.text)[1:]
        return sum(w[0].isupper() for w in words) / len(words) if words else 0.0

    @property
    def ends_sentence(self) -> bool:
        return bool(_SENTENCE_END.search(self.text)) and not self.is_truncated

    @property
    def is_truncated(self) -> bool:
        """Ends in an ellipsis, as a teaser cut at a fixed width does."""
        return self.text.endswith(("...", "…")) and not self.text.endswith("....")

    @property
    def is_prose(self) -> bool:
        """A sentence or more, long enough that no menu or teaser title looks like it."""
        return len(self.words) >= 14 and self.function_share >= 0.22

    @property
    def is_prose_sentence(self) -> bool:
        """Prose that ends like a statement, which no title does."""
        return self.is_prose and self.text.endswith((".", ";", ","))

    @property
    def is_heading(self) -> bool:
        return self.block.kind is BlockKind.HEADING

    @property
    def is_list_item(self) -> bool:
        return self.block.kind is BlockKind.LIST_ITEM

    @property
    def span(self) -> Span:
        return self.block.span


@dataclass(frozen=True, eq=False)
class Page:
    """The lines of one document in order.

    `title` is the title its metadata gives, if any. `gone` are the indices of lines that surer
    judges have cut already; `keep` names what settings ask to keep (title, byline, references).
    """

    document: Document
    lines: tuple[Line, ...]
    title: str = ""
    gone: frozenset[int] = frozenset()
    keep: tuple[str, ...] = KEEP_KINDS

    @cached_property
    def copies(self) -> Counter[str]:
        """How often each folded line stands on the page."""
        return Counter(line.folded for line in self.lines)

    @cached_property
    def body_words(self) -> Counter[str]:
        """In how many prose lines each content word stands: what the page is about."""
        counts: Counter[str] = Counter()
        for line in self.lines:
            if line.is_prose:
                counts.update(line.content_words)
        return counts

    @cached_property
    def first_prose(self) -> int:
        """Index of the first prose line that is left; the number of lines where there is none."""
        return next((x.index for x in self.lines if self._is_left_prose(x)), len(self.lines))

    @cached_property
    def last_prose(self) -> int:
        """Index of the last prose line that is left; -1 where there is none."""
        return next((x.index for x in reversed(self.lines) if self._is_left_prose(x)), -1)

    def _is_left_prose(self, line: Line) -> bool:
        return line.is_prose and line.index not in self.gone

    def outside_prose(self, line: Line) -> bool:
        """Stands before the first or after the last prose line."""
        return line.index < self.first_prose or line.index > self.last_prose

    def following(self, line: Line, count: int | None = None) -> tuple[Line, ...]:
        """The next `count` lines, or all that follow."""
        end = len(self.lines) if count is None else line.index + 1 + count
        return self.lines[line.index + 1 : end]

    def is_named(self, line: Line) -> bool:
        """Says the title that the page's metadata give, with or without the site's name behind."""
        named = self.title.casefold().replace("’", "'").rstrip(" .:!?")
        said = line.folded.rstrip(" .:!?")
        if not named or not said:
            return False
        return said == named or any(
            named.startswith(said + end + joint) for end in ("", "?", "!") for joint in _JOINTS
        )

    def kinship(self, line: Line) -> float:
        """The share of the line's content words that other prose lines use too, 0 to 1."""
        if not line.content_words:
            return 0.0
        own = int(line.is_prose)
        shared = sum(self.body_words[w] > own for w in line.content_words)
        return shared / len(line.content_words)

    def letters(self, lines: Iterable[Line] | None = None) -> int:
        """Letters in `lines`, or on the whole page."""
        text = self.document.text
        wanted = self.lines if lines is None else lines
        return sum(sum(map(str.isalpha, line.span.of(text))) for line in wanted)


def read_page(document: Document, keep: tuple[str, ...] = KEEP_KINDS) -> Page:
    """The page of `document`: a line for each of its blocks, controls left out, spaces evened."""
    lines = []
    marked = document.source.format is Format.MARKDOWN
    for index, block in enumerate(document.blocks):
        raw = document.text[block.span.start : min(block.span.end, block.span.start + _READ)]
        if len(block.span) > _READ:  # the end tells whether a sentence ends
            raw += document.text[block.span.end - _ENDING : block.span.end]
        words = _without_marks(raw) if marked else raw
        lines.append(Line(index, block, " ".join(without_invisible(words).split())))
    title = document.source.metadata.title or ""
    return Page(document, tuple(lines), " ".join(title.split()), keep=keep)


def _without_marks(markdown: str) -> str:
    """The words of a Markdown line as a reader sees them."""
    plain = _LINK.sub(r"\1", _HASHES.sub("", markdown))
    return plain.replace("**", "").replace("__", "")


def hit(lines: Iterable[Line], reason: str) -> Hit:
    """The answer of a cut rule: these blocks go, for this reason."""
    return Hit(tuple(line.span for line in lines), Severity.INFO, reason)
