"""The command `kamerarchief`: arguments, messages, exit status."""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click

from ingest.archive.checks import check as check_promises
from ingest.archive.checks import notices
from ingest.archive.show import paper
from ingest.archive.store import ArchiveError, check_ours
from ingest.export.folder import ExportError
from ingest.notices import NOTICES
from ingest.screen import Bar, print_exported, print_paper, print_report
from ingest.serve.instance import EXPORTS, metadata_file
from ingest.serve.supervise import CannotServeError, listening, supervise

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
@click.option("--retry", is_flag=True, help="Read papers again that an earlier run gave up.")
def ingest(
    archive: Path,
    sources: tuple[Path, ...],
    prune: bool,
    ocr: bool,
    jobs: int,
    scheduler: str | None,
    paper_seconds: int | None,
    paper_memory: int,
    retry: bool,
) -> None:
    """Bring ARCHIVE up to date with the papers in SOURCE (files and folders).

    New and changed papers are read, unchanged ones are skipped.  The archive is replaced as a whole when all is done.
    Each paper is read in a process beside this one: what hangs, crashes or takes too much memory is given up and
    reported, and the rest go on; later runs leave it alone unless it, a limit or the reading code changed.  Status 0:
    every paper is in.  1: some file could not be read; the others are in.

    \b
    Examples:
      kamerarchief ingest data/archive.db data/documents
      kamerarchief ingest data/archive.db letter.pdf answers.docx
      kamerarchief ingest data/archive.db data/documents --prune
      kamerarchief ingest data/archive.db data/documents --scheduler tcp://host:8786
    """
    # Reading takes a second to get ready: the other commands do without.
    from ingest.pipeline.limits import Limits
    from ingest.pipeline.run import ingest as run_ingest
    from ingest.pipeline.workers import WorkersError, beside, cluster

    if prune and not all(source.is_dir() for source in sources):
        message = "--prune compares the archive with folders: every SOURCE must be one that exists."
        raise click.UsageError(message)
    limits = Limits(paper_seconds or (3600 if ocr else 300), paper_memory)
    workers = cluster(scheduler, limits) if scheduler else beside(jobs, limits)
    with Bar("Reading papers") as bar:
        try:
            report = run_ingest(
                archive,
                sources,
                prune=prune,
                ocr=ocr,
                open_workers=workers,
                limits=limits,
                retry=retry,
                progress=bar.update,
            )
        except (ArchiveError, WorkersError) as error:
            raise click.ClickException(str(error)) from error
    print_report(archive, report)
    sys.exit(1 if report.failed else 0)


@main.command()
@click.argument("archive", type=_ARCHIVE)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8001, show_default=True, help="The port to listen on.")
@click.option(
    "--exports",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="Offer the files that `kamerarchief export` wrote there.  [default: exports, beside ARCHIVE]",
)
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Serve with N processes; one for each core is enough.",
)
def serve(archive: Path, host: str, port: int, exports: Path | None, workers: int) -> None:
    """Serve ARCHIVE in the browser with Datasette, read-only.

    When ARCHIVE is replaced (by `ingest`, or by moving another into its place) the new one is served; no request is
    lost.

    \b
    Examples:
      kamerarchief serve data/archive.db --port 8080
      kamerarchief serve data/archive.db --exports data/exports
      kamerarchief serve data/archive.db --host 0.0.0.0 --workers 4
    """
    _must_exist(archive)
    if exports and not exports.is_dir():
        message = f"{exports}: there is no such folder; make it with: kamerarchief export {archive} {exports}"
        raise click.ClickException(message)

    def tell(event: str) -> None:
        said = f"{archive} is served at http://{host}:{port}/  (stop with Ctrl-C)" if event == "ready" else event
        click.echo(said if event == "ready" else f"{datetime.now():%H:%M:%S}  {archive}: {event}")
        sys.stdout.flush()

    try:
        metadata_file()
        with listening(host, port) as at:
            supervise(archive, exports or archive.parent / EXPORTS, at, workers, tell)
    except (CannotServeError, FileNotFoundError) as error:
        message = f"{archive}: {error}"
        raise click.ClickException(message) from error


@main.command()
@click.argument("archive", type=_ARCHIVE)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(["csv", "ndjson", "parquet"]),
    help="Write this format; can be given more than once.  [default: all three]",
)
def export(archive: Path, folder: Path, formats: tuple[str, ...]) -> None:
    """Write every table and view of ARCHIVE into FOLDER, complete, as CSV, NDJSON and Parquet.

    The file datapackage.json describes them: columns, keys, rows, hashes, licence.  FOLDER is replaced as a whole when
    all is written; a folder that holds anything else is refused.

    \b
    Examples:
      kamerarchief export data/archive.db data/exports
      kamerarchief export data/archive.db data/exports --format parquet
    """
    # Parquet takes a moment to get ready: the other commands do without.
    from ingest.export.dump import export as run_export
    from ingest.export.formats import FORMATS

    _must_exist(archive)
    with Bar("Writing rows") as bar, _naming(archive):
        try:
            report = run_export(archive, folder, [name for name in FORMATS if name in (formats or FORMATS)], bar.update)
        except ExportError as error:
            raise click.ClickException(str(error)) from error
    print_exported(folder, report)


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
    print_paper(lines)


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
