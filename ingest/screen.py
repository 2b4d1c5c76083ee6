"""What the commands show on the terminal: a progress bar, a paper, reports."""

import sys
import time
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ingest.export.dump import Report as Exported
    from ingest.pipeline.run import Report

_STYLES: dict[str, dict[str, object]] = {
    "title": {"bold": True},
    "label": {"fg": "cyan", "bold": True},
    "field": {"dim": True},
    "": {},
}


class Bar:
    """A progress bar on standard error, shown only where somebody watches."""

    def __init__(self, label: str) -> None:
        self._bar = click.progressbar(
            length=1,
            label=label,
            file=sys.stderr,
            show_pos=True,
            show_eta=False,
            item_show_func=lambda pace: pace,
            hidden=not sys.stderr.isatty(),
        )
        self._done = 0
        self._began: tuple[float, int] | None = None

    def __enter__(self) -> "Bar":
        return self

    def __exit__(self, *_: object) -> None:
        if self._began:
            self._bar.__exit__(None, None, None)

    def update(self, done: int, total: int) -> None:
        """Show how much of all is done, how fast it goes and how long the rest will take."""
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


def print_paper(lines: Iterable[tuple[str, str]]) -> None:
    """A paper, each line in its style."""
    for style, line in lines:
        click.secho(_shown(line), **_STYLES[style])  # type: ignore[arg-type]


def _shown(line: str) -> str:
    """A paper's text for a terminal: no character of it may steer the screen."""
    return "".join(character if character.isprintable() else "\ufffd" for character in line)


def print_report(archive: Path, report: "Report") -> None:
    """What an ingest did, and what it could not read."""
    counts = [(len(report.new), "new"), (len(report.changed), "changed"), (len(report.unchanged), "unchanged")]
    counts += [(len(report.removed), "removed")] if report.removed else []
    counts += [(len(report.failed), "failed")]
    click.echo(f"{archive}: {', '.join(f'{count} {word}' for count, word in counts)} in {report.seconds:.1f} s")
    rows = ", ".join(f"{count} {table}" for table, count in report.rows.items() if count)
    click.echo(f"It holds {rows or 'nothing yet'}.")
    for failure in report.failed:
        click.secho(f"not read  {failure}", fg="red", err=True)


def print_exported(folder: Path, report: "Exported") -> None:
    """What an export wrote."""
    size = sum(file.bytes for file in report.files) / 1_000_000
    click.echo(f"{folder}: {len(report.files)} files, {size:.1f} MB, in {report.seconds:.1f} s")
    counts = {file.table.name: file.rows for file in report.files}
    rows = ", ".join(f"{count} {table}" for table, count in counts.items() if count)
    click.echo(f"They hold {rows or 'no rows'}.")
