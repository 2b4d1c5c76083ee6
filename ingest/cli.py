"""The command `kamerarchief`: arguments, progress, messages, exit status.  The only module that prints."""

import os
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ingest.archive.checks import check as check_promises
from ingest.archive.checks import notices
from ingest.archive.show import paper
from ingest.archive.store import ArchiveError, check_ours
from ingest.notices import NOTICES
from ingest.serve import command

if TYPE_CHECKING:
    from ingest.pipeline import Report

_STYLES: dict[str, dict[str, object]] = {
    "title": {"bold": True},
    "label": {"fg": "cyan", "bold": True},
    "field": {"dim": True},
    "": {},
}
_ARCHIVE = click.Path(path_type=Path, dir_okay=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="kamerarchief")
def main() -> None:
    """Read papers of the Dutch parliament into one SQLite archive.

    \b
    Examples:
      kamerarchief ingest data/archive.db data/documents
      kamerarchief serve data/archive.db
      kamerarchief show data/archive.db kst-29826-281
    """


@main.command()
@click.argument("archive", type=_ARCHIVE)
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--prune", is_flag=True, help="Drop papers whose file is no longer in the folders given.")
@click.option("--ocr", is_flag=True, help="Read scans with Tesseract (needs the extra `ocr`, see the README).")
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    default=os.cpu_count() or 1,
    show_default="all cores",
    help="Read N papers at once.",
)
@click.option(
    "--scheduler", metavar="ADDRESS", help="Read on a Dask cluster instead (needs the extra `dask`, see the README)."
)
@click.option(
    "--paper-seconds",
    metavar="N",
    type=click.IntRange(min=1),
    show_default="300, with --ocr 3600",
    help="Give up a paper after N seconds.",
)
@click.option(
    "--paper-memory",
    metavar="MIB",
    type=click.IntRange(min=256),
    default=2048,
    show_default=True,
    help="Give up a paper that takes more memory.",
)
def ingest(
    archive: Path,
    sources: tuple[Path, ...],
    prune: bool,
    ocr: bool,
    jobs: int,
    scheduler: str | None,
    paper_seconds: int | None,
    paper_memory: int,
) -> None:
    """Bring ARCHIVE up to date with the papers in SOURCE (files and folders).

    New and changed papers are read, unchanged ones are skipped.  The archive is replaced as a whole when all is done.
    Each paper is read in a process beside this one: what hangs, crashes or takes too much memory is reported, and the
    rest go on.  Status 0: every paper is in.  1: some file could not be read; the others are in.

    \b
    Examples:
      kamerarchief ingest data/archive.db data/documents
      kamerarchief ingest data/archive.db letter.pdf answers.docx
      kamerarchief ingest data/archive.db data/documents --prune
      kamerarchief ingest data/archive.db data/documents --scheduler tcp://host:8786
    """
    # Reading takes a second to get ready: the other commands do without.
    from ingest.limits import Limits
    from ingest.pipeline import ingest as run_ingest
    from ingest.workers import WorkersError, beside, cluster

    if prune and not all(source.is_dir() for source in sources):
        message = "--prune compares the archive with folders: every SOURCE must be one that exists."
        raise click.UsageError(message)
    limits = Limits(paper_seconds or (3600 if ocr else 300), paper_memory)
    workers = cluster(scheduler, limits) if scheduler else beside(jobs, limits)
    with _Bar() as bar:
        try:
            report = run_ingest(archive, sources, prune=prune, ocr=ocr, open_workers=workers, progress=bar.update)
        except (ArchiveError, WorkersError) as error:
            raise click.ClickException(str(error)) from error
    _print_report(archive, report)
    sys.exit(1 if report.failed else 0)


@main.command()
@click.argument("archive", type=_ARCHIVE)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8001, show_default=True, help="The port to listen on.")
def serve(archive: Path, host: str, port: int) -> None:
    """Serve ARCHIVE in the browser with Datasette, read-only.

    \b
    Example:
      kamerarchief serve data/archive.db --port 8080
    """
    _must_exist(archive)
    try:
        arguments = command(archive, host, port)
    except FileNotFoundError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{archive} is served at http://{host}:{port}/  (stop with Ctrl-C)")
    sys.stdout.flush()
    os.execv(arguments[0], arguments)


@main.command()
@click.argument("archive", type=_ARCHIVE)
def check(archive: Path) -> None:
    """Check that ARCHIVE keeps its promises, and list the doubts it holds.

    Status 1 if a promise is broken.

    \b
    Example:
      kamerarchief check data/archive.db
    """
    _must_exist(archive)
    failed = False
    with _naming(archive):
        promises, doubts = list(check_promises(archive)), notices(archive)
    for name, broken in promises:
        failed = failed or bool(broken)
        click.secho(f"{'broken' if broken else 'kept':<7}{name}", fg="red" if broken else "green")
        for place in broken[:20]:
            click.echo(f"         {place}")
        if len(broken) > 20:
            click.echo(f"         and {len(broken) - 20} more")
    click.echo("\nDoubts")
    for code, count, example in doubts:
        about = {str(known): said for known, said in NOTICES.items()}.get(code, "")
        click.echo(f"{count:>7}  {code:<24}{about}  First: {example}")
    sys.exit(1 if failed else 0)


@main.command()
@click.argument("archive", type=_ARCHIVE)
@click.argument("id")
def show(archive: Path, id: str) -> None:
    """Show one paper as it was read.  ID is its key, its official name or its case number.

    \b
    Examples:
      kamerarchief show data/archive.db kst-29826-281
      kamerarchief show data/archive.db 2025Z19665
    """
    _must_exist(archive)
    with _naming(archive):
        lines = paper(archive, id)
    if not lines:
        message = f"{archive}: holds no paper {id!r}"
        raise click.ClickException(message)
    for style, line in lines:
        click.secho(_shown(line), **_STYLES[style])  # type: ignore[arg-type]


def _shown(line: str) -> str:
    """A paper's text for a terminal: no character of it may steer the screen."""
    return "".join(character if character.isprintable() else "\ufffd" for character in line)


@contextmanager
def _naming(archive: Path) -> Iterator[None]:
    """A damaged archive is named."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        message = f"{archive}: is damaged ({error}); build it anew from its sources"
        raise click.ClickException(message) from error


def _must_exist(archive: Path) -> None:
    try:
        here = check_ours(archive)
    except ArchiveError as error:
        raise click.ClickException(str(error)) from error
    if not here:
        message = f"{archive}: there is no archive; make one with: kamerarchief ingest {archive} SOURCE..."
        raise click.ClickException(message)


class _Bar:
    """A progress bar on standard error, shown only where somebody watches."""

    def __init__(self) -> None:
        self._bar = click.progressbar(
            length=1,
            label="Reading papers",
            file=sys.stderr,
            show_pos=True,
            show_eta=False,
            item_show_func=lambda pace: pace,
            hidden=not sys.stderr.isatty(),
        )
        self._done = 0
        self._began: tuple[float, int] | None = None

    def __enter__(self) -> "_Bar":
        return self

    def __exit__(self, *_: object) -> None:
        if self._began:
            self._bar.__exit__(None, None, None)

    def update(self, done: int, total: int) -> None:
        """Show how many of all papers are done, how fast it goes and how long the rest will take."""
        self._bar.length = max(total, 1)
        if not self._began:
            # The unchanged papers are done at once: they say nothing about the pace.
            self._began = (time.monotonic(), done)
            self._bar.__enter__()
        began, first = self._began
        self._bar.update(done - self._done, _pace(done - first, total - done, time.monotonic() - began))
        self._done = done


def _pace(done: int, left: int, seconds: float) -> str:
    """How fast it goes and how long it takes still.

    >>> _pace(120, 3600, 10), _pace(0, 5, 0), _pace(3, 0, 1.5)
    ('12.0/s, 0:05:00 left', '', '2.0/s')
    """
    if not done or not seconds:
        return ""
    rate = f"{done / seconds:.1f}/s"
    return f"{rate}, {timedelta(seconds=round(left * seconds / done))} left" if left else rate


def _print_report(archive: Path, report: "Report") -> None:
    counts = [(len(report.new), "new"), (len(report.changed), "changed"), (len(report.unchanged), "unchanged")]
    counts += [(len(report.removed), "removed")] if report.removed else []
    counts += [(len(report.failed), "failed")]
    click.echo(f"{archive}: {', '.join(f'{count} {word}' for count, word in counts)} in {report.seconds:.1f} s")
    rows = ", ".join(f"{count} {table}" for table, count in report.rows.items() if count)
    click.echo(f"It holds {rows}.")
    for failure in report.failed:
        click.secho(f"not read  {failure}", fg="red", err=True)
