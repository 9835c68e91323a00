"""The `clean-corpus` command: one thin function a command; this module alone prints.

Exit codes: 0 all is well; 1 the command worked and found trouble (more failed pages than the
settings allow, an audit that does not balance); 2 it could not do its work (settings, folders,
arguments), with one line that says what to do; 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.arguments import DECISIONS, parser
from pipeline.errors import SetupError

if TYPE_CHECKING:
    from pipeline.run import Closing, Job, Progress
    from pipeline.settings import Settings


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; answers with the exit code."""
    options = parser().parse_args(arguments)
    try:
        return COMMANDS[options.command](options)
    except SetupError as error:
        if options.debug:
            raise
        return _fail(str(error), 2)
    except KeyboardInterrupt:
        return _fail("stopped; what was written is whole, run again to finish", 130)
    except BrokenPipeError:
        sys.stderr.close()  # the reader went away; nothing more to say to anybody
        return 0
    except OSError as error:  # of a stream we were given: a full disk behind stdout, say
        if options.debug:
            raise
        return _fail(f"{error.filename or 'input or output'}: {error.strerror}", 2)
    except Exception as error:
        if options.debug:
            raise
        return _fail(f"internal error: {type(error).__name__}: {error}; see --debug", 2)


def _fail(message: str, code: int) -> int:
    print(f"clean-corpus: {message}", file=sys.stderr)
    return code


def _settings(options: Namespace) -> Settings:
    from pipeline.settings import load_settings

    if options.settings is not None and not options.settings.exists():
        raise SetupError(f"{options.settings}: no such settings file")
    settings = load_settings(options.settings)
    if settings.entities.model:
        from pipeline.stages.entities.models import check_model

        check_model(settings.entities)
    if settings.entities.terms:
        from pipeline.io.terms.lookup import index_at
        from pipeline.io.terms.schema import check_index

        index_at(settings.entities.terms)
        check_index(Path(settings.entities.terms))
    return settings


def _job(options: Namespace) -> Job:
    from pipeline.io.manifest import Folders
    from pipeline.run import Job

    if options.decisions is not None and not options.decisions.is_file():
        raise SetupError(f"{options.decisions}: no such decision log")
    folders = Folders(options.clean, options.reports)
    decisions = options.decisions or DECISIONS
    return Job(options.raw, folders, decisions, _settings(options), options.workers)


def run_command(options: Namespace) -> int:
    job = _job(options)
    from pipeline.run import run

    with _progress() as progress:
        closing = run(job, progress)
    print(_closing(closing, job))
    failed = closing.counts.get("failed", 0)
    return int(failed > job.settings.run.max_failed_share * max(1, closing.pages))


REASONS = 8
"""Reasons for setting pages aside that the closing lines have room for."""


def _closing(closing: Closing, job: Job) -> str:
    """The one-screen closing."""
    if closing.unchanged:
        lines = [f"Nothing changed: {closing.pages} pages, as after the last run."]
    else:
        lines = [f"{closing.pages} pages read from {job.raw}"]
    words = {
        "emitted": f"clean, in {job.folders.clean}",
        "held": "held for review: an open finding",
        "duplicate": "duplicates of another page",
        "set_aside": "set aside",
        "failed": "failed: an error of ours",
    }
    lines += [f"{closing.counts.get(fate, 0):>7,}  {what}" for fate, what in words.items()]
    reasons = list(closing.reasons.items())
    lines += [f"{'':9}{count:>5,} × {reason}" for reason, count in reasons[:REASONS]]
    if len(reasons) > REASONS:
        lines.append(f"{'':9}{len(reasons) - REASONS:>5,} more reasons in the report")
    if not closing.unchanged:
        lines.append(f"{closing.changed:,} files written, {closing.removed:,} removed")
    lines += list(closing.notes)
    lines.append(f"Open {job.folders.reports / 'index.html'} to see why.")
    return "\n".join(lines)


@contextmanager
def _progress() -> Iterator[Progress]:
    """A progress bar on a terminal, silence elsewhere."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    with Bar(console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def show(title: str, done: int, total: int) -> None:
            if title not in tasks:
                tasks[title] = bar.add_task(title, total=total)
            bar.update(tasks[title], completed=done)

        yield show


def audit_command(options: Namespace) -> int:
    from pipeline.audit import audit

    verdicts = audit(_job(options), rerun=not options.quick)
    for verdict in verdicts:
        mark = "FAULT" if verdict.faults else "ok"
        print(f"{mark:>5}  {verdict.promise} ({verdict.checked:,} checked)")
        for fault in verdict.faults[:20]:
            print(f"         {fault}")
        if len(verdict.faults) > 20:
            print(f"         … and {len(verdict.faults) - 20:,} more")
    return int(any(v.faults for v in verdicts))


def annotate_command(options: Namespace) -> int:
    from pipeline.annotate import annotate
    from pipeline.io.streams import reading, writing
    from pipeline.settings import with_keep

    settings = _settings(options)
    if options.keep is not None:
        settings = with_keep(settings, options.keep)
    pages = failed = 0
    with reading(options.input) as source, writing(options.output) as sink:
        for row in annotate(source, settings, options.workers):
            sink.write(row + "\n")
            pages += 1
            failed += json.loads(row)["status"] == "failed"
    return int(failed > settings.run.max_failed_share * max(1, pages))


def explain_command(options: Namespace) -> int:
    from pipeline.book import all_rules
    from pipeline.render.story import story
    from pipeline.single import judge_file
    from pipeline.stages.review import conclude

    settings = _settings(options)
    outcome, _ = conclude(judge_file(options.page, options.raw, settings), (), settings.review)
    print(story(outcome, all_rules(), colour=sys.stdout.isatty()), end="")
    return 0


def check_command(options: Namespace) -> int:
    from pipeline.book import all_rules
    from pipeline.render.story import judgement
    from pipeline.single import judge_words
    from pipeline.stages.review import conclude

    settings = _settings(options)
    words = sys.stdin.read() if options.sentence == "-" else options.sentence
    ledger, silent = judge_words(words, settings)
    outcome, _ = conclude(ledger, (), settings.review)
    print(judgement(outcome, all_rules(), silent, colour=sys.stdout.isatty()), end="")
    return 0


def rules_command(options: Namespace) -> int:
    from pipeline.book import all_references, all_rules, no_such, rules_called
    from pipeline.render import plain, reference

    if options.id is None:
        print(plain.rules(all_rules()))
        return 0
    colour = sys.stdout.isatty()
    told = [plain.rule(one, colour=colour) for one in rules_called(options.id)]
    told += filter(None, [reference.plain(options.id, all_references(), colour=colour)])
    if not told:
        raise no_such(options.id)
    print("\n".join(each.strip("\n") + "\n" for each in told), end="")
    return 0


def train_ner_command(options: Namespace) -> int:
    from pipeline.settings import load_settings
    from pipeline.training.scores import table
    from pipeline.training.train import Recipe, train_folder

    told = load_settings(options.settings).entities.model_labels
    recipe = Recipe(epochs=options.epochs, seed=options.seed)
    with _progress() as progress:
        done = train_folder(options.train, options.dev, options.output, recipe, told, progress)
    print(f"{done.intake.told()}\nepoch {done.epoch} of {recipe.epochs} read the dev files best:")
    print(table(done.scores))
    print(f'\nUse it:\n  [tool.clean-corpus.entities]\n  model = "{options.output}"')
    return 0


def terms_command(options: Namespace) -> int:
    from pipeline.terms import import_release, list_releases, told

    if options.action == "list":
        print("\n\n".join(told(release) for release in list_releases(options.index)))
        return 0
    done = import_release(options.format, options.files, options.index, options.name)
    print(told(done))
    print(f'\nUse it:\n  [tool.clean-corpus.entities]\n  terms = "{options.index}"')
    return 0


COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "run": run_command,
    "annotate": annotate_command,
    "explain": explain_command,
    "check": check_command,
    "rules": rules_command,
    "audit": audit_command,
    "train-ner": train_ner_command,
    "terms": terms_command,
}
