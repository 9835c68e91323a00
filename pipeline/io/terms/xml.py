"""Elements of a large XML file, one at a time, from a file nobody has to trust.

Entities are not expanded, nothing is fetched, and libxml2's own limits on depth and text stay on.
Each element is freed once it was read, with what stood before it, so that memory does not grow.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import SetupError
from pipeline.io.terms.files import opened, wrong

if TYPE_CHECKING:
    from lxml.etree import _Element


def root_of(path: Path, expected: Collection[str]) -> str:
    """The name of the first element of `path`; raises SetupError when it is not `expected`."""
    from lxml import etree

    told = " or ".join(f"<{name}>" for name in expected)
    with opened(path) as file:
        try:
            for _, element in etree.iterparse(file, ("start",), **_safe()):
                name = str(element.tag)
                if name not in expected:
                    raise wrong(path, f"XML that begins with {told}", f"<{name}>")
                return name
        except etree.XMLSyntaxError as error:
            raise wrong(path, f"XML that begins with {told}", _first_words(path)) from error
    raise wrong(path, f"XML that begins with {told}", "")


def elements(path: Path, tag: str) -> Iterator[_Element]:
    """Every element `tag` of `path`, whole; raises SetupError with the line of any damage."""
    from lxml import etree

    with opened(path) as file:
        try:
            for _, element in etree.iterparse(file, ("end",), tag=tag, **_safe()):
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
        except etree.XMLSyntaxError as error:
            told = " ".join(error.msg.split())  # libxml2 breaks its lines
            raise SetupError(f"{path}:{error.lineno}: damaged XML: {told}") from error


def _safe() -> dict[str, bool]:
    return {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}


def _first_words(path: Path) -> str:
    with opened(path) as file:
        return file.read(100).decode("utf-8", "replace").strip()
