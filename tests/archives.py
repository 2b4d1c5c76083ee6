"""What the tests of building an archive share: small papers, the command, and a look at what an archive holds."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from ingest.archive.schema import TABLES
from ingest.cli import main


def paper(place: str = "Oudveen", asked: int = 1) -> str:
    """A small paper about a place: questions, each with its answer, a citation and a footnote."""
    parts = [f"2024Z0{len(place):04d}\nVragen over {place}\n"]
    for number in range(1, asked + 1):
        parts.append(f"Vraag {number}\nKent u de berichten over {place}? Zie Kamerstuk 29 826, nr. {number}.\n")
        parts.append(f"Antwoord {number}\nJa, de gemeente {place} heeft dat gemeld.1\n")
    return "\n".join([*parts, f"1 Kamerstuk 30 821, nr. {len(place)}\n"])


def write(folder: Path, **papers: str) -> Path:
    """A folder with a text file for each paper."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in papers.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def kamerarchief(*arguments: object) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def query(archive: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """The rows of a query."""
    with closing(sqlite3.connect(f"{archive.as_uri()}?mode=ro", uri=True)) as connection:
        return list(connection.execute(sql, values))


def dump(archive: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, in an order of its own."""
    return {table.name: sorted(query(archive, f'select * from "{table.name}"'), key=repr) for table in TABLES}


def papers_in(archive: Path) -> list[str]:
    """The keys of the papers, in order."""
    return [key for (key,) in query(archive, "select id from documents order by id")]


def change(archive: Path, sql: str) -> None:
    """Change an archive by hand, as nobody should."""
    with closing(sqlite3.connect(archive, isolation_level=None)) as connection:
        connection.executescript(sql)
