"""How long the pages of an archive take, beside Datasette as it comes: `python -m bench.pages ARCHIVE`.

Every table and view with its facets, every canned query, papers, searches and exports.  A facet that is missing because
it took too long, or a query that was interrupted, is named; then the status is 1.
"""

import re
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import click
import yaml

from bench.serving import Server, free_port, ours, serving, stock
from ingest.serve.instance import ROOT

# What is searched: a name for the kind of word, and how many papers have it, about.
_SHARES = {"a rare word": 0.0, "a word of some papers": 0.01, "a common word": 0.4}


@dataclass(frozen=True, slots=True)
class Page:
    """A page, what it is called here, and where Datasette alone shows the same.

    `limit` is in milliseconds; `facets` are the columns that it has to show facets of.
    """

    name: str
    path: str
    stock: str = ""
    limit: int | None = None
    facets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Timed:
    """How long a page took in milliseconds, here and in Datasette alone, and what was wrong with it."""

    page: Page
    ours: float
    stock: float | None
    fault: str
    stock_fault: str


def pages(archive: Path) -> Iterator[Page]:
    """All pages that are measured."""
    described = yaml.safe_load((ROOT / "metadata.yml").read_text("utf-8"))["databases"]["archive"]
    with closing(sqlite3.connect(f"{archive.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        for name, table in described["tables"].items():
            if table.get("hidden"):
                continue
            shown = tuple(facet["array"] if isinstance(facet, dict) else facet for facet in table.get("facets", ()))
            yield Page(name, f"/archive/{name}", f"/archive/{name}?{_facets(table)}", facets=shown)
        for name, query in described["queries"].items():
            yield Page(name, f"/archive/{name}", f"/archive?{_sql(query)}")
        yield from _papers(connection)
        yield from _searches(connection)
    yield Page("1,000 papers as JSON", "/archive/documents.json?_size=1000", "/archive/documents.json?_size=1000")
    csv = "/archive/notices.csv?_stream=on"
    yield Page("all notices as CSV", csv, csv)


def _facets(table: dict[str, Any]) -> str:
    """The facets and the order of a table, as Datasette alone is asked for them."""
    asked = [
        ("_facet_array", facet["array"]) if isinstance(facet, dict) else ("_facet", facet)
        for facet in table.get("facets", ())
    ]
    return urlencode([*asked, ("_sort_desc", table["sort_desc"])] if "sort_desc" in table else asked)


def _sql(query: dict[str, Any]) -> str:
    return urlencode([("sql", query["sql"]), *((name, "") for name in query.get("params", ()))])


def _papers(connection: sqlite3.Connection) -> Iterator[Page]:
    """The paper of middle length of each kind, and the longest of all."""
    for kind, count in connection.execute("select kind, count(*) from documents group by kind order by 2 desc"):
        middle = "select id from documents where kind = ? order by reference_count limit 1 offset ?"
        yield _paper(f"a paper: {kind}", connection.execute(middle, [kind, count // 2]).fetchone()[0])
    longest = "select id from documents order by question_count + reference_count desc limit 1"
    yield _paper("the longest paper", connection.execute(longest).fetchone()[0])


def _paper(name: str, key: str) -> Page:
    return Page(name, f"/paper/{_tilde(key)}", f"/archive/documents/{_tilde(key)}", 150)


def _tilde(key: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]", lambda found: "".join(f"~{byte:02X}" for byte in found[0].encode()), key)


def _searches(connection: sqlite3.Connection) -> Iterator[Page]:
    """Searches for words by how many papers have them; Datasette alone searches one table at a time, here the texts."""
    connection.execute("create virtual table temp.words using fts5vocab('main', 'texts_fts', 'row')")
    papers = connection.execute("select count(*) from documents").fetchone()[0]
    words = connection.execute("select doc, term from temp.words where length(term) > 6 and doc > 2").fetchall()
    found = []
    for name, share in _SHARES.items():
        _, word = min(words, key=lambda row: (abs(row[0] - share * papers), row[1]))
        found.append(word)
        yield _search(name, word, {0.0: 200, 0.4: 1500}.get(share))
    yield _search("two words", f"{found[1]} {found[2]}")
    yield _search("a phrase", '"uw Kamer"')
    yield _search("the end of a word", "*voorraad")


def _search(name: str, words: str, limit: int | None = None) -> Page:
    query = quote(words)
    return Page(f"search: {name}", f"/search?q={query}", f"/archive/texts?_search={query}", limit)


def timed(page: Page, here: Server, there: Server | None, times: int) -> Timed:
    """Measure a page."""
    theirs = there.seconds(page.stock, times) * 1000 if there and page.stock else None
    own = here.seconds(page.path, times) * 1000
    there_fault = _fault(there, page.stock, page.facets) if there and page.stock else ""
    return Timed(page, own, theirs, _fault(here, page.path, page.facets), there_fault)


def _fault(server: Server, path: str, facets: tuple[str, ...]) -> str:
    """What is wrong with a page: its status, facets or a count that took too long, an interrupted query."""
    status, body = server.get(path)
    if status != 200:
        return f"status {status}{', interrupted' if b'interrupted' in body else ''}"
    if not facets:
        return "interrupted" if b"took too long" in body or b"SQL Interrupted" in body else ""
    plain, _, query = path.partition("?")
    found = server.json(f"{plain}.json?{query}")
    missing = [name for name in facets if name not in found["facet_results"]]
    missing += [] if found["filtered_table_rows_count"] is not None else ["row count"]
    return f"missing: {', '.join(missing)}" if missing else ""


def told(result: Timed) -> str:
    """A line about a page."""
    theirs = "" if result.stock is None else f"{result.stock:.0f}"
    return f"{result.page.name:40}{result.ours:9.0f}{theirs:>9}  {remarks(result)}".rstrip()


def remarks(result: Timed) -> str:
    """What there is to say of a page beside its time."""
    over = result.page.limit is not None and result.ours > result.page.limit
    said = [result.fault, f"over {result.page.limit}" if over else ""]
    said += [f"Datasette alone: {result.stock_fault}"] if result.stock_fault else []
    return "; ".join(filter(None, said))


def measure(archive: Path, times: int, only: str, *, with_stock: bool) -> Iterator[Timed]:
    """Measure all pages whose name has `only` in it."""
    wanted = [page for page in pages(archive) if only in page.name]
    port, other = free_port(), free_port()
    with serving(ours(archive, port), port, "/archive/documents?_size=1") as here:
        click.echo(f"first page {here.started:.1f} s after the start")
        if not with_stock:
            yield from (timed(page, here, None, times) for page in wanted)
            return
        with serving(stock(archive, other), other, "/archive/documents?_size=1") as there:
            click.echo(f"Datasette alone: {there.started:.1f} s")
            yield from (timed(page, here, there, times) for page in wanted)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("archive", type=click.Path(exists=True, path_type=Path))
@click.option("--times", default=3, show_default=True, help="How often each page is asked for.")
@click.option("--only", metavar="WORD", default="", help="Only the pages with this in their name.")
@click.option("--stock/--no-stock", default=True, help="Measure Datasette alone too.")
def main(archive: Path, times: int, only: str, stock: bool) -> None:
    """Measure the pages of ARCHIVE, which is called archive.db."""
    if archive.name != "archive.db":
        msg = "must be called archive.db: Datasette names its pages after the file"
        raise click.BadParameter(msg, param_hint=f"'{archive}'")
    faults = 0
    click.echo(f"{'milliseconds':40}{'ours':>9}{'stock':>9}")
    for result in measure(archive, times, only, with_stock=stock):
        faults += bool(result.fault)
        click.echo(told(result))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
