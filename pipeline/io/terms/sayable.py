"""What people say for what a vocabulary writes.

Vocabularies tell their entries apart with words nobody says: "Endometriosis, unspecified",
"[D]Cough", "Asthma (disorder)", "Essential (primary) hypertension". Names that no sentence can
hold are left out: too long, with control characters, or with letters lost to a wrong encoding.
"""

from __future__ import annotations

import re

LONGEST = 120
"""Characters of a name; longer ones are definitions."""

_SPACE = re.compile(r"\s+")
_LEADING_MARK = re.compile(r"^\[[^\[\]]{0,20}\] ?")
_ASIDE = re.compile(r" ?[(\[][^()\[\]]*[)\]]")
_TWO_LETTERS = re.compile(r"[^\W\d_][\W\d_]*[^\W\d_]")
_TAILS = (", unspecified", " unspecified", ", nos", " nos", ", nec", " nec",
          ", not otherwise specified", ", not elsewhere classified")  # fmt: skip


def say(name: str) -> tuple[str, ...]:
    """The ways to say `name`, the fullest first; none when it cannot be said."""
    name = _SPACE.sub(" ", name).strip()
    bare = _untailed(_LEADING_MARK.sub("", name))
    plain = _untailed(_SPACE.sub(" ", _ASIDE.sub("", bare)).strip())
    return tuple(dict.fromkeys(form for form in (bare, plain) if _can_be_said(form)))


def calm(name: str) -> str:
    """`name` in small letters with a capital first, where a file shouts all of its names."""
    return name.capitalize() if name.isupper() else name


def _untailed(name: str) -> str:
    """`name` without what says that nothing more is known."""
    lower = name.lower()
    if not lower.endswith(_TAILS):
        return name
    tail = next(tail for tail in _TAILS if lower.endswith(tail))
    return name[: -len(tail)].rstrip(" ,")


def _can_be_said(name: str) -> bool:
    if len(name) > LONGEST or not name.isprintable() or "\ufffd" in name:
        return False
    return _TWO_LETTERS.search(name) is not None
