"""Addresses on the web, and the papers, acts and judgments that an address leads to."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from ingest.citations.european import CELEX, celex
from ingest.citations.rule import Rule, any_case
from ingest.model import Citation, Work
from ingest.works import (
    aanhangsel,
    case_law,
    document,
    dossier,
    eu_document,
    eu_law,
    handelingen,
    kamerstuk_by_id,
    law,
    official_journal,
    toezegging,
    url,
    zaak,
)


@dataclass(frozen=True, slots=True)
class Target:
    """A mark in an address that says what it leads to; `make` gives the work from the groups of the pattern."""

    pattern: re.Pattern[str]
    make: Callable[..., Work | None]


def _house(name: str) -> str:
    return "Eerste Kamer" if name.lower() == "ek" else "Tweede Kamer"


def _years(digits: str) -> str:
    return f"{digits[:4]}-{digits[4:]}"


_ELI_SORTS = {"reg": "R", "dir": "L", "dec": "D", "reco": "H"}


def _eli(sort: str, year: str, number: str) -> Work | None:
    name = celex(_ELI_SORTS[sort], year, number, numbered=False)
    return eu_law(name) if name else None


# First match wins: a page of the Tweede Kamer names its case and its document; the document is the narrower.
TARGETS: tuple[Target, ...] = tuple(
    Target(re.compile(pattern, re.IGNORECASE), make)
    for pattern, make in (
        (r"(?<!\w)(kst-\d{4,7}(?:-[0-9a-z]{1,6}){0,3}|blg-\d{3,8})(?![\w-])", kamerstuk_by_id),
        (
            r"(?<!\w)ah-(tk|ek)-(\d{8})-(\d{1,5})(?!\w)",
            lambda house, years, number: aanhangsel(_house(house), _years(years), number),
        ),
        (
            r"(?<![\w-])h-(tk|ek)-(\d{8})-(\d{1,5})(?:-(\d{1,5}))?(?!\w)",
            lambda house, years, *numbers: handelingen(_house(house), _years(years), *numbers),
        ),
        (r"(?<!\w)(stb|stcrt|trb|gmb)-(\d{4})-(\d{1,6})(?!\w)", official_journal),
        (r"(?<!\w)(BWB[RVW]\d{7}|CVDR\d{4,7})", law),
        (rf"(?<!\w)(?:celex:?|uri=)({CELEX})(?!\w)", eu_law),
        (r"(ECLI:[a-z]{2}:[a-z0-9.]{1,12}:\d{4}:[a-z0-9]{1,25}(?:\.[a-z0-9]{1,25}){0,4})", case_law),
        (r"/eli/(reg|dir|dec|reco)(?:_impl|_del)?/(\d{4})/(\d{1,4})(?!\d)", _eli),
        (r"(?:uri=|/)(COM|JOIN|SWD|SEC|C)[:(](\d{4})[:)](\d{1,5})", eu_document),
        (r"(?<!\w)(TZ\d{6}-\d{3})(?!\w)", toezegging),
        (r"(?<!\w)(20\d\dD\d{5})(?!\w)", document),
        (r"(?<!\w)(20\d\dZ\d{5})(?!\w)", zaak),
        (
            r"(?:officielebekendmakingen\.nl/dossier/|eerstekamer\.nl/wetsvoorstel/|tweedekamer\.nl/\S*?dossier=)"
            r"(\d{5}(?:-[A-Z\d]{1,5})?)(?![\w-]|_\w)",
            dossier,
        ),
    )
)


def target(address: str) -> Work:
    """What an address leads to: the paper, act or judgment that it names, else the page itself.

    >>> target("https://zoek.officielebekendmakingen.nl/kst-29826-277.html").id
    'kst-29826-277'
    """
    plain = unquote(address)
    for row in TARGETS:
        if (match := row.pattern.search(plain)) and (work := row.make(*(group for group in match.groups() if group))):
            return work
    return url(address)


# A page's address ends before the punctuation of the sentence; a bracket belongs to it if it was opened in it.
_CHARACTER = r"(?!(?<![=/?&])https?://)[^\s<>\"«»“”„\[\]{}|\\^`]|\[[^\s\[\]]{0,40}\]"
_ENDING = ".,;:!?*'’‘”\"…"


def _trimmed(address: str) -> str:
    """An address without the punctuation that follows it in the sentence."""
    while address:
        last = address[-1]
        if last in _ENDING or (last == ")" and address.count(")") > address.count("(")):
            address = address[:-1]
        else:
            break
    return address
