"""Measure all that is promised of large archives, and write bench/RESULTS.md: `python -m bench.results`.

By default with few papers, in some minutes; `--papers 100000 --pages 300000` takes hours.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

from bench import building, pages
from bench.filling import write_archive

_FILE = Path(__file__).with_name("RESULTS.md")
_HEAD = """# What was measured

Written by `make bench`; made-up papers (`bench/mountain.py`), medians, ratios within one run.  Machine: {machine}.
"""


def machine() -> str:
    """The machine in general terms."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GiB, Python {sys.version_info.major}.{sys.version_info.minor}"


def pages_told(archive: Path, count: int, times: int) -> Iterator[str]:
    """The pages of an archive, as Markdown; Datasette alone beside them."""
    yield f"## Pages at {count:,} papers\n"
    yield "Milliseconds, asked for a second time.  Facets and counts that Datasette alone leaves out are named.\n"
    yield "| page | here | Datasette alone | remarks |\n|---|---:|---:|---|"
    for found in pages.measure(archive, times, "", with_stock=True):
        theirs = "" if found.stock is None else f"{found.stock:.0f}"
        yield f"| {found.page.name} | {found.ours:.0f} | {theirs} | {pages.remarks(found)} |"


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--papers", default=2_000, show_default=True, help="How many papers to build from files.")
@click.option("--pages", "served", default=2_000, show_default=True, help="How many papers in the archive served.")
@click.option("--archive", type=click.Path(exists=True, path_type=Path), help="Serve this one, called archive.db.")
@click.option("--jobs", default=2, show_default=True, help="Read in so many processes.")
@click.option("--times", default=3, show_default=True, help="How often each page is asked for.")
def main(papers: int, served: int, archive: Path | None, jobs: int, times: int) -> None:
    """Measure builds and pages, and write bench/RESULTS.md."""
    lines = [_HEAD.format(machine=machine()), "## Builds\n", *_shown(building.report(papers, jobs))]
    with tempfile.TemporaryDirectory() as place:
        if archive is None:
            archive = Path(place, "archive.db")
            write_archive(archive, served, jobs)
        lines += _shown(pages_told(archive, served, times))
    _FILE.write_text("\n".join(lines) + "\n", "utf-8")


def _shown(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        click.echo(line)
        yield line


if __name__ == "__main__":
    main()
