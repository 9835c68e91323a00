"""What can be typed behind `clean-corpus`, with help that teaches."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from collections.abc import Callable
from pathlib import Path

from pipeline import __version__

EXIT_CODES = """\
exit codes:
  0    all is well
  1    done, and there is trouble: too many failed pages, or an audit that does not balance
  2    could not start or go on; one line says why and what to do
  130  stopped by Ctrl-C; what was written is whole, run again to finish
"""

Add = Callable[..., ArgumentParser]
"""Adds a command: its name, what it does, an example, and the parsers whose options it shares."""

DECISIONS = Path("reviews/decisions.jsonl")
"""Where decisions are read from; when another file is named, it has to be there."""


def parser() -> ArgumentParser:
    """The whole command line; the `command` it reads is one of `cli.COMMANDS`."""
    top = ArgumentParser(
        prog="clean-corpus",
        description="Turns scraped consumer-health articles into clean, reviewed articles.",
        epilog=EXIT_CODES,
        formatter_class=RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"clean-corpus {__version__}")
    commands = top.add_subparsers(
        dest="command", title="commands", required=True, metavar="COMMAND"
    )
    common = _common()

    def add(name: str, what: str, example: str, *parents: ArgumentParser) -> ArgumentParser:
        return commands.add_parser(
            name,
            help=what,
            description=what[0].upper() + what[1:] + ".",
            epilog=f"example:\n  {example}\n\n{EXIT_CODES}",
            parents=[common, *parents],
            formatter_class=RawDescriptionHelpFormatter,
        )

    _add_corpus_commands(add)
    _add_annotate(add)
    _add_page_commands(add)
    _add_train_ner(add)
    _add_terms(add)
    return top


def _common() -> ArgumentParser:
    """Options of every command."""
    common = ArgumentParser(add_help=False)
    common.add_argument("--settings", type=Path, metavar="FILE", help="default: ./pyproject.toml")
    common.add_argument("--debug", action="store_true", help="show tracebacks")
    return common


def _add_corpus_commands(add: Add) -> None:
    folders = ArgumentParser(add_help=False)
    folders.add_argument("raw", type=Path, metavar="RAW", nargs="?", default=Path("raw"))
    folders.add_argument("--clean", type=Path, default=Path("clean"), help="default: clean")
    folders.add_argument("--reports", type=Path, default=Path("reports"), help="default: reports")
    folders.add_argument("--decisions", type=Path, help=f"default: {DECISIONS}")
    folders.add_argument("--workers", type=_workers, default=0, help="default: as many as pay")
    add("run", "the whole job: RAW in; clean articles and reports out",
        "clean-corpus run raw --clean clean --reports reports", folders)  # fmt: skip
    audit = add("audit", "prove the promises on what lies in clean/ and reports/",
                "clean-corpus audit raw", folders)  # fmt: skip
    audit.add_argument("--quick", action="store_true", help="skip the run from scratch")


def _add_annotate(add: Add) -> None:
    annotate = add("annotate",
                   "every per-page stage over a stream of pages, one record out for each in",
                   "clean-corpus annotate pages.jsonl -o records.jsonl")  # fmt: skip
    annotate.add_argument("input", metavar="IN.jsonl", help="one page a line; - reads stdin")
    annotate.add_argument("-o", "--output", metavar="OUT.jsonl", default="-")
    annotate.add_argument("--workers", type=_workers, default=1)
    annotate.add_argument(
        "--keep",
        metavar="KINDS",
        help="of title,byline,references, those that are article; default: as in the settings",
    )


def _add_page_commands(add: Add) -> None:
    explain = add("explain", "one page's story: each cut, repair, mention, flag",
                  "clean-corpus explain raw/site/page.html")  # fmt: skip
    explain.add_argument("page", help="a file, or the id of a page in RAW")
    explain.add_argument(
        "--raw", type=Path, default=Path("raw"), help="the folder the page belongs to; default: raw"
    )
    check = add("check", "which rules fire on these words, which came close, why",
                'clean-corpus check "Take 6 g of paracetamol a day."')  # fmt: skip
    check.add_argument("sentence", help="the words to judge; - reads stdin")
    rules = add("rules", "the catalogue of rules and limits: what, why, limit, source",
                "clean-corpus rules DOSE001, clean-corpus rules ibuprofen")  # fmt: skip
    rules.add_argument(
        "id",
        nargs="?",
        metavar="name",
        help="a rule by id, name or category, or a drug, group or remedy",
    )


def _add_train_ner(add: Add) -> None:
    train = add("train-ner", "train a small model of medical names on annotated sentences",
                "clean-corpus train-ner train.jsonl --dev dev.jsonl -o models/ner")  # fmt: skip
    train.add_argument(
        "train", metavar="TRAIN.jsonl", nargs="+",
        help='sentences to learn from: {"text": ..., "spans": [[start, end, label], ...]} a line',
    )  # fmt: skip
    train.add_argument("--dev", metavar="DEV.jsonl", nargs="+", required=True,
                       help="others, to choose the best epoch by and to score")  # fmt: skip
    train.add_argument("-o", "--output", metavar="FOLDER", type=Path, required=True)
    train.add_argument("--epochs", metavar="N", type=_epochs, default=10,
                       help="passes over the sentences; default: 10")  # fmt: skip
    train.add_argument("--seed", metavar="N", type=int, default=0)


def _add_terms(add: Add) -> None:
    from pipeline.io.terms.releases import FORMATS

    example = "clean-corpus terms import mesh desc2026.xml supp2026.xml"
    terms = add("terms", "import vocabularies for the tagger, and list those imported", example)
    actions = terms.add_subparsers(dest="action", required=True, metavar="ACTION")
    common = _common()
    common.add_argument("--index", type=Path, metavar="FILE", default=Path("terms/terms.sqlite"),
                        help="default: terms/terms.sqlite")  # fmt: skip
    told = "".join(f"  {f.name:14} {f.title}: {f.files}\n" for f in FORMATS.values())
    read = actions.add_parser(
        "import", help="read a release, in place of an earlier one of that name", parents=[common],
        epilog=f"formats (each file also as .gz or .zip):\n{told}\nexample:\n  {example}",
        formatter_class=RawDescriptionHelpFormatter,
    )  # fmt: skip
    read.add_argument("format", metavar="FORMAT", choices=FORMATS, help="see below")
    read.add_argument("files", metavar="FILE", type=Path, nargs="+")
    read.add_argument("--name", default="", help="default: the title of the format")
    actions.add_parser("list", help="what an index holds, with licences", parents=[common])


def _epochs(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1_000:
        raise ArgumentTypeError(f"{text!r} is not a number of epochs (1 to 1000)")
    return int(text)


def _workers(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = -1
    if not 0 <= number <= 256:
        raise ArgumentTypeError(f"{text!r} is not a number of workers (0 to 256)")
    return number
