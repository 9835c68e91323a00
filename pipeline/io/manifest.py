"""What the last run read and wrote, so that the next one knows what is still true.

`reports/manifest.json` is written last and only by a run that ended well. While a run writes, it
first notes each path in a journal beside it: after a kill, the next run knows every file that is
ours, and removes those that no longer belong.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from pipeline.io.atomic import PART, refusal, write_bytes
from pipeline.io.listing import PageFile

NAME = "manifest.json"
JOURNAL = "manifest.journal"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """`inputs` and `outputs` map a path to the SHA-256 of its bytes; output paths start with
    `clean/` or `reports/`. `made_by` fingerprints code, settings and decisions.
    `summary` is the closing summary, to be shown again when nothing changed."""

    made_by: str
    inputs: Mapping[str, str]
    outputs: Mapping[str, str]
    summary: Mapping[str, int] = field(default_factory=dict)
    version: int = VERSION


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def read_manifest(reports: Path) -> Manifest | None:
    """The last complete run's manifest; None when there is none or it cannot be read."""
    try:
        table = json.loads((reports / NAME).read_text(encoding="utf-8"))
        manifest = Manifest(**table)
    except (OSError, ValueError, TypeError):
        return None
    return manifest if manifest.version == VERSION else None


def write_manifest(reports: Path, manifest: Manifest) -> None:
    text = json.dumps(asdict(manifest), indent=1, sort_keys=True, ensure_ascii=False)
    write_bytes(reports / NAME, text.encode("utf-8", "surrogatepass") + b"\n", durable=True)
    (reports / JOURNAL).unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a run writes; outputs are named by folder and relative path."""

    clean: Path
    reports: Path

    def place(self, output: str) -> Path:
        """The file that output name `output` stands for."""
        folder, _, rest = output.partition("/")
        return {"clean": self.clean, "reports": self.reports}[folder] / rest

    def intact(self, manifest: Manifest) -> bool:
        """True when every output is there, byte for byte, and no run broke off since."""
        if (self.reports / JOURNAL).exists():
            return False
        try:
            return all(
                digest(self.place(output).read_bytes()) == sha
                for output, sha in manifest.outputs.items()
            )
        except OSError:
            return False

    def write(self, outputs: Iterable[tuple[str, bytes]], before: Manifest | None) -> Written:
        """Write all `outputs`, remove what an earlier run wrote and this one did not.

        Raises SetupError when a folder refuses; the journal then tells the next run what is ours.
        """
        ours = set(before.outputs) if before else set()
        ours |= set(self._journal())
        hashes: dict[str, str] = {}
        changed = 0
        journal = self.reports / JOURNAL
        try:
            self.reports.mkdir(parents=True, exist_ok=True)
            with journal.open("a", encoding="utf-8") as log:
                for output, content in outputs:
                    log.write(json.dumps(output) + "\n")
                    log.flush()
                    hashes[output] = digest(content)
                    changed += write_bytes(self.place(output), content)
        except OSError as error:
            raise refusal(journal, error) from error
        return Written(hashes, changed, sum(map(self._remove, sorted(ours - set(hashes)))))

    def _journal(self) -> Iterator[str]:
        try:
            for line in (self.reports / JOURNAL).read_text(encoding="utf-8").splitlines():
                try:
                    output = json.loads(line)
                except ValueError:
                    continue  # torn by a kill: that file was not begun
                if isinstance(output, str) and output.startswith(("clean/", "reports/")):
                    yield output
        except OSError:
            return

    def _remove(self, output: str) -> bool:
        place = self.place(output)
        place.with_name(place.name + PART).unlink(missing_ok=True)
        try:
            place.unlink()
        except FileNotFoundError:
            return False
        except OSError as error:
            raise refusal(place, error) from error
        if output.count("/") > 1:
            try:
                place.parent.rmdir()
            except OSError:
                return True  # other files live there
        return True


@dataclass(frozen=True, slots=True)
class Written:
    """Hash of every output, how many files changed on disk, and how many were removed."""

    hashes: dict[str, str]
    changed: int
    removed: int


def hash_inputs(pages: Iterable[PageFile]) -> dict[str, str]:
    """What each listed file is made of, by path: its SHA-256 and that of its sidecar, or the
    reason why it is not read. Anything that changes a page's outcome changes its entry."""
    return {
        page.path: page.reason or "+".join(_hash_file(f) for f in (page.file, page.sidecar) if f)
        for page in pages
    }


def _hash_file(file: Path) -> str:
    try:
        with file.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError as error:
        return f"unreadable: {error.strerror}"
