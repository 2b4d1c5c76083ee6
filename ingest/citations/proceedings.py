"""The Proceedings ("Handelingen"), and the written questions with answers that are published in their annex."""

import re
from collections.abc import Iterator

from ingest.citations.lists import places
from ingest.citations.pieces import (
    CHAMBER,
    DASH,
    LIST,
    LIST_OF_MANY,
    NR,
    NRS,
    NUMBER,
    PAGES,
    SESSION,
    chamber,
    named,
    pages,
    unnamed,
)
from ingest.citations.rule import Rule, any_case
from ingest.model import Citation, Work
from ingest.works import aanhangsel, handelingen, session

_SEP = r"[,:\s]{0,3}"
_END = r"(?=\s?(?:[.,;:)\]»]|\Z|en\s))"
_HANDELINGEN = r"(?:Handelingen|HANDELINGEN|Hand\.)"
_ANNEX = (
    rf"(?:(?:Aanhangsel|aanhangsel|AANHANGSEL|Aanh\.)(?:\s(?:van\sde|der|bij\sde|tot\sde|op\sde))?(?:\s?{_HANDELINGEN}|\shandelingen)?)"
)
_KAMERSTUK = r"(?:(?i:kamerstuk(?:ken)?))"
_NUMBERS = named(rf"(?:{NRS}<many>|{NR}<list>)", many=LIST_OF_MANY, list=LIST)
_HOUSE = rf"(?:<chamber>[,\s]{{1,3}})?"


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(
        named(template, chamber=CHAMBER, session=SESSION, bare=NUMBER, pages=PAGES).replace("NUMBERS", _NUMBERS)
    )


def _read_annex(match: re.Match[str]) -> Iterator[Citation]:
    """The numbers of the annex that a match names; without a session year what they are stays open."""
    house, year = chamber(match["chamber"]), session(match["session"] or "")
    listed = next(match.span(name) for name in ("many", "list", "bare") if match[name])
    first = True
    for place in places(match.string, *listed):
        work = aanhangsel(house, year, place.number) if year else None
        start = match.start() if first or not place.span else place.span.start
        stop = place.span.stop if place.span else listed[1]
        certainty = "printed" if work else "unresolved"
        yield Citation("aanhangsel", start, stop, work, chamber=house, session_year=year, certainty=certainty)
        first = False
