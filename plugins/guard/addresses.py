"""Requests → which are refused, which lane each runs in, and whose answers may be kept."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote_plus

METHODS = ("GET", "HEAD", "OPTIONS")

# Longer ones do not get through proxies and servers either.
LONGEST_ADDRESS = 60_000
MOST_ARGUMENTS = 100
# Each may take the time limit for facets; tables have up to six of their own.
MOST_FACETS = 6

# Of Datasette's own pages about itself, those that a visitor of the archive has a use for.  Others tell where files
# stand, what the threads are doing, or set cookies.
OPEN_PAGES = re.compile(
    r"/-/(?:static/|static-plugins/|search$|healthz$|(?:versions|metadata|plugins|settings)(?:\.json)?$)"
)

# SQL that says something else tomorrow, though the archive is the same.
_VOLATILE = re.compile(r"random|now|current_|(?:date|time|julianday|unixepoch)\s*\(\s*\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: its method, path, arguments in order, and the length of its address in bytes."""

    method: str
    path: str
    arguments: tuple[tuple[str, str], ...]
    length: int

    @property
    def names(self) -> set[str]:
        """The names of its arguments."""
        return {name for name, _ in self.arguments}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not answered: an HTTP status, a title, and what to do about it."""

    status: int
    title: str
    message: str


@dataclass(frozen=True, slots=True)
class Lane:
    """Threads that run the queries of one sort of request.

    `places`: how many such requests may be under way, those that wait included.  `most_bytes`: of text in a result;
    `longest`: bytes of a string that SQLite makes.  `nice`: how far its threads stand back when processors are scarce.
    `own_threads`: each request has a thread to itself, so none waits for another; there are as many as places.
    """

    name: str
    threads: int
    places: int
    most_bytes: int | None = None
    longest: int | None = None
    nice: int = 0
    own_threads: bool = False


# The time that a query may take is that of the clock: with more threads than these, many that are asked at once take
# each other's time, and fail where one after the other would do.
PAGES = Lane("pages", threads=3, places=400)
SEARCH = Lane("search", threads=3, places=60, nice=5)
TABLES = Lane("tables", threads=4, places=60, nice=5)
QUERIES = Lane("queries", threads=12, places=12, most_bytes=32_000_000, longest=16_000_000, nice=10, own_threads=True)
LANES = (PAGES, SEARCH, TABLES, QUERIES)


def asked(scope: Mapping[str, object]) -> Asked:
    """The request of an ASGI scope."""
    query = bytes(scope.get("query_string") or b"")  # type: ignore[call-overload]
    path = str(scope["path"])
    arguments = parse_qsl(query.decode("latin-1"), keep_blank_values=True)
    return Asked(str(scope["method"]), path, tuple(arguments), len(path.encode()) + len(query))


# In this order: test, and what is said where it holds.
_RULES: tuple[tuple[Callable[[Asked], bool], Refusal], ...] = (
    (
        lambda asked: asked.method not in METHODS,
        Refusal(405, "This archive can only be read", "Nothing can be sent to it or changed in it."),
    ),
    (
        lambda asked: asked.length > LONGEST_ADDRESS,
        Refusal(414, "This address is too long", f"At most {LONGEST_ADDRESS:,} characters are read. Ask for less."),
    ),
    (
        lambda asked: len(asked.arguments) > MOST_ARGUMENTS,
        Refusal(400, "Too many conditions", f"At most {MOST_ARGUMENTS} can be given at once. Leave some out."),
    ),
    (
        lambda asked: (
            sum(name.startswith("_facet") and name != "_facet_size" for name, _ in asked.arguments) > MOST_FACETS
        ),
        Refusal(400, "Too many facets", f"At most {MOST_FACETS} can be asked for at once. Take some away."),
    ),
    (
        lambda asked: asked.path.startswith("/-/") and not OPEN_PAGES.match(asked.path),
        Refusal(404, "There is no such page", "No page of this archive has this address."),
    ),
)


def refusal(asked: Asked) -> Refusal | None:
    """Why a request is refused before anything is done for it; None where it is not."""
    return next((said for applies, said in _RULES if applies(asked)), None)


def lane(asked: Asked, databases: Collection[str]) -> Lane:
    """Where the queries of a request run.  `databases`: the names of those that are served.

    >>> lane(Asked("GET", "/archive", (("sql", "select 1"),), 20), {"archive"}).name
    'queries'
    """
    if asked.names & {"sql", "_where"}:
        return QUERIES
    first = asked.path.split("/")[1]
    if first.removesuffix(".json") == "search" or asked.path.startswith("/-/search"):
        return SEARCH
    return TABLES if first.partition(".")[0] in databases else PAGES


def is_lasting(asked: Asked) -> bool:
    """Whether the same archive always gives the same answer to this request."""
    if asked.path.startswith("/-/") and not asked.path.startswith(("/-/static", "/-/search")):
        return False
    return not any(
        name in ("sql", "_where") and _VOLATILE.search(unquote_plus(value)) for name, value in asked.arguments
    )
