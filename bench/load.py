"""Many visitors at once: how long they wait, what fails, and how long one waits while another asks much.

    python -m bench.load [--clients 50] [--seconds 20] [--archive data/archive.db] [--url http://127.0.0.1:8080]

Without --url a server is started.  Only addresses of this machine are asked: this is no tool to try other people's
servers with.
"""

import argparse
import asyncio
import random
import socket
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlsplit

import httpx

from bench.bombs import KAMERARCHIEF, ROOT, free_port, running

ENDLESS = "with recursive x(y) as (select 1 union all select y + 1 from x) select max(y) from x"
WORDS = ("handel", "stikstof", "minister", "china", "de", "afhankelijkheden", "uitstel", "motie", "*heid", "kamer")
FACETS = ("kind", "ministry", "session_year", "dossier")
# How often each sort of page is asked for, out of all.
SHARES = {"paper": 40, "first page": 10, "search": 20, "table": 15, "facet": 5, "json": 5, "canned query": 3, "sql": 2}


@dataclass(slots=True)
class Waited:
    """Seconds waited for answers, and statuses of those that were none."""

    seconds: list[float] = field(default_factory=list)
    failed: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def at(self, percent: int) -> float:
        """The time within which so many percent were answered."""
        times = self.seconds
        return quantiles(times, n=100, method="inclusive")[percent - 1] if len(times) > 1 else sum(times)


async def papers_of(client: httpx.AsyncClient, database: str) -> list[str]:
    """Keys of papers, to ask for."""
    answer = await client.get(f"/{database}/documents.json?_size=100&_shape=objects&_nocol=title&_facet_size=1")
    return [row["id"] for row in answer.json()["rows"]]


def address(sort: str, papers: Sequence[str], database: str, chance: random.Random) -> str:
    """One address of a sort."""
    word = chance.choice(WORDS)
    return {
        "paper": f"/paper/{chance.choice(papers).replace('/', '~2F')}",
        "first page": "/",
        "search": f"/search?q={word}",
        "table": f"/{database}/{chance.choice(('documents', 'questions', 'citations', 'answers'))}?_search={word}"
        if chance.random() < 0.3
        else f"/{database}/{chance.choice(('documents', 'questions', 'references', 'works'))}",
        "facet": f"/{database}/documents?_facet={chance.choice(FACETS)}",
        "json": f"/{database}/questions_and_answers.json?_size=50",
        "canned query": f"/{database}/most_cited_papers",
        "sql": f"/{database}?sql=select+kind,count(*)+from+documents+group+by+kind+limit+{chance.randint(1, 999)}",
    }[sort]


async def timed(client: httpx.AsyncClient, page: str, waited: Waited) -> None:
    """Ask for a page and write down how long it took."""
    began = time.monotonic()
    try:
        status = (await client.get(page, follow_redirects=True)).status_code
    except httpx.TransportError as error:
        waited.failed[type(error).__name__] += 1
        return
    waited.seconds.append(time.monotonic() - began)
    if status != 200:
        waited.failed[str(status)] += 1


async def visit(client: httpx.AsyncClient, asked: argparse.Namespace) -> dict[str, Waited]:
    """So many clients for so many seconds, over all sorts of pages."""
    papers = await papers_of(client, asked.database)
    waited = {sort: Waited() for sort in SHARES}
    until = time.monotonic() + asked.seconds

    async def visitor(number: int) -> None:
        # The same visitors each time.
        chance = random.Random(number)
        while time.monotonic() < until:
            (sort,) = chance.choices(list(SHARES), list(SHARES.values()))
            await timed(client, address(sort, papers, asked.database, chance), waited[sort])

    await asyncio.gather(*[visitor(number) for number in range(asked.clients)])
    return waited


async def beside(client: httpx.AsyncClient, asked: argparse.Namespace, heavy: int) -> Waited:
    """How long one visitor waits for pages while so many others ask queries without end."""
    papers, until = await papers_of(client, asked.database), time.monotonic() + asked.seconds / 2
    waited, chance = Waited(), random.Random(0)

    async def glutton(number: int) -> None:
        while time.monotonic() < until:
            # Each a query of its own, so that no proxy has kept it.
            await timed(client, f"/{asked.database}.json?sql={ENDLESS.replace('+', '%2B')}--{number}", Waited())
            await asyncio.sleep(0.1)

    async def visitor() -> None:
        while time.monotonic() < until:
            sort = chance.choice(("paper", "first page", "table", "search"))
            await timed(client, address(sort, papers, asked.database, chance), waited)
            await asyncio.sleep(0.05)

    await asyncio.gather(visitor(), *[glutton(number) for number in range(heavy)])
    return waited


def shown(name: str, waited: Waited) -> str:
    """A line of the table."""
    failed = ", ".join(f"{count} x {what}" for what, count in sorted(waited.failed.items())) or "-"
    times = "".join(f"{1000 * value:>9.0f}" for value in (waited.at(50), waited.at(95), max(waited.seconds, default=0)))
    return f"{name:<28}{len(waited.seconds):>8}{times}  {failed}"


async def measure(url: str, asked: argparse.Namespace) -> None:
    """Print both tables."""
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(base_url=url, timeout=60, limits=limits) as client:
        print(f"{asked.clients} clients, {asked.seconds} seconds")
        print(f"{'':<28}{'answers':>8}   p50 ms   p95 ms   max ms  not 200")
        waited = await visit(client, asked)
        whole = Waited([second for one in waited.values() for second in one.seconds])
        for one in waited.values():
            for what, count in one.failed.items():
                whole.failed[what] += count
        for name, one in [*waited.items(), ("all", whole)]:
            print(shown(name, one))
        print("\none visitor, beside")
        for heavy in (0, 1, 4, 12, 40):
            print(shown(f"{heavy} endless queries", await beside(client, asked, heavy)), flush=True)


def is_here(url: str) -> bool:
    """Whether an address is one of this machine."""
    host = urlsplit(url).hostname or ""
    return all(ip_address(found[4][0]).is_loopback for found in socket.getaddrinfo(host, None))


def main() -> None:
    """Read the arguments, and start a server where none is named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--archive", type=Path, default=ROOT / "data" / "archive.db")
    parser.add_argument("--url", help="ask this server, which must be on this machine")
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--workers", type=int, default=2, help="of the server that is started")
    asked = parser.parse_args()
    asked.database = asked.archive.stem
    if asked.url and not is_here(asked.url):
        sys.exit(f"{asked.url} is not on this machine")
    port = free_port()
    command = [str(KAMERARCHIEF), "serve", str(asked.archive), "--port", str(port), "--workers", str(asked.workers)]
    with nullcontext() if asked.url else running(command, port):
        asyncio.run(measure(asked.url or f"http://127.0.0.1:{port}", asked))


if __name__ == "__main__":
    main()
