"""The Proceedings ("Handelingen"), and the written questions with answers that are published in their annex."""

import re
from collections.abc import Iterator

from ingest.citations.lists import places
from ingest.citations.pieces import (
    AND,
    CHAMBER,
    DASH,
    LIST,
    LIST_OF_MANY,
    MONTH,
    NR,
    NRS,
    NUMBER,
    PAGES,
    SESSION,
    chamber,
    named,
    pages,
)
from ingest.citations.rule import Rule, any_case
from ingest.model import Certainty, Citation, Work
from ingest.works import aanhangsel, handelingen, publication, session

_PROCEEDINGS = r"(?:(?:Handelingen|HANDELINGEN|Hand\.)(?:\s(?:der|van\sde)\s(?:Staten-Generaal|Kamer))?)"
_OF = r"(?:van\sde|der|bij\sde|tot\sde|op\sde)"
_ANNEX = rf"(?:(?i:aanhangsel|aanh\.)\)?(?:\s{_OF})?(?:[\s-]?{_PROCEEDINGS}|\shandelingen)?)"
_ANNEX_IN_FULL = rf"(?:(?i:aanhangsel|aanh\.)(?:\s{_OF})?\s?(?:{_PROCEEDINGS}|handelingen))"
_BEFORE = rf"(?:(?i:kamerstuk(?:ken)?)|{_PROCEEDINGS})"
_NUMBERS = rf"(?:{NRS}<many>|{NR}<list>)"
_BARE = r"<bare>(?=\s?(?:[.,;:)\]»]|\Z|en\s))"
_HOUSE = r"(?:<chamber>[,(\s]{1,3})?"
_SEP = r"[,:()\s]{0,3}"
_DOSSIER = r"[1-9]\d[\s.]?\d{3}(?!\d)"
_ITEM = r"(?:,\s?[^\d,;.()]{1,60})?[,\s]{0,3}(?i:item|agendapunt)s?\s{0,2}"


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(
        named(
            template,
            chamber=CHAMBER,
            session=SESSION,
            many=LIST_OF_MANY,
            list=rf"(?:{LIST}(?:(?:,|\s{AND})\s?nr\.?\s?{NUMBER}){{0,9}})",
            bare=rf"{NUMBER}(?:\sen\s{NUMBER})?",
            pages=PAGES,
            run=rf"(?:{PAGES}|\d{{3,4}}{DASH}\d{{3,4}}(?!\d))",
            sitting=r"\d{1,3}(?!\s\d{3}(?!\d))",
            item=r"\d{1,3}(?!\w)",
            items=LIST_OF_MANY,
            page=r"\d{1,5}(?:\sen\s\d{3,5})?(?!\d)",
        )
    )


def _said(match: re.Match[str]) -> tuple[str | None, str | None]:
    """The chamber and the session year that a match names."""
    parts = match.groupdict()
    house = "Eerste Kamer" if match[0].startswith("HEK") else chamber(parts.get("chamber"))
    return house, session(parts.get("session") or "")


def _certainty(work: Work | None) -> Certainty:
    return "printed" if work else "unresolved"


# "…, nr. 5 en 2022–2023, nr. 6": a number of the next year.
_NEXT_YEAR = _pattern(rf"(?:\s?[,;]\s?(?:en\s)?|\sen\s)(?P<next>{_HOUSE}<session>{_SEP}{_NUMBERS})")
_MOST_YEARS = 30


def _read_annex(match: re.Match[str]) -> Iterator[Citation]:
    """The numbers of the annex that a match names, and those of other years right behind it."""
    house, year = _said(match)
    yield from _annex(match, match.start(), house, year)
    end = match.end()
    for _ in range(_MOST_YEARS if year else 0):
        following = _NEXT_YEAR.match(match.string, end)
        if not following:
            break
        said, year = _said(following)
        yield from _annex(following, following.start("next"), said or house, year)
        end = following.end()


def _annex(match: re.Match[str], begin: int, house: str | None, year: str | None) -> Iterator[Citation]:
    """The numbers of one year; without a session year it stays open which they are."""
    parts = match.groupdict()
    listed = next(match.span(name) for name in ("many", "list", "bare") if parts.get(name))
    page, found = pages(parts.get("pages")), tuple(places(match.string, *listed))
    for index, place in enumerate(found):
        work = aanhangsel(house, year, place.number) if year else None
        start = place.span.start if index and place.span else begin
        stop = place.span.stop if place.span else listed[1]
        span = (begin, match.end()) if len(found) == 1 else (start, stop)
        yield Citation("aanhangsel", *span, work, (), None, house, year, page, _certainty(work))


def _read_sitting(match: re.Match[str]) -> Iterator[Citation]:
    """The items of a sitting, or the sitting."""
    house, year = _said(match)
    parts = match.groupdict()
    page = pages(parts.get("pages") or parts.get("page"))
    items: list[str | None] = [parts.get("item")]
    if parts.get("items"):
        items = [place.number for place in places(match.string, *match.span("items"))]
    for item in items:
        work = handelingen(house, year, match["sitting"].lstrip("0"), item) if year else None
        yield Citation("handelingen", *match.span(), work, (), None, house, year, page, _certainty(work))


def _read_open(match: re.Match[str]) -> Iterator[Citation]:
    """A place in the Proceedings that is named in a way from which it cannot be told."""
    house, year = _said(match)
    yield Citation("handelingen", *match.span(), None, (), None, house, year, pages(match["run"]), "unresolved")


def _read_id(match: re.Match[str]) -> Iterator[Citation]:
    """A name as officielebekendmakingen.nl writes it; it says the chamber and the years."""
    _, house, years, *_ = match[0].lower().split("-")
    named_house = "Eerste Kamer" if house == "ek" else "Tweede Kamer"
    work = publication(match[0])
    yield Citation(work.kind, *match.span(), work, chamber=named_house, session_year=f"{years[:4]}-{years[4:]}")


_ANNEX_STARTS = any_case("aanhangsel", "aanh.")
_PROCEEDINGS_STARTS = ("Handelingen", "HANDELINGEN", "Hand.", "HTK", "HEK")
_LABEL = rf"(?:{_PROCEEDINGS}|HTK|HEK){_SEP}{_HOUSE}"

RULES: tuple[Rule, ...] = (
    Rule(
        "aanhangsel",
        _ANNEX_STARTS,
        _pattern(rf"{_ANNEX}{_SEP}{_HOUSE}<session>{_SEP}(?:(?:aanhangsel)?{_NUMBERS}|{_BARE})(?:,\s<pages>)?"),
        _read_annex,
        yes=(
            ("Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 387", "ah-tk-20232024-387"),
            ("Aanhangsel Handelingen II 2019/20, nr. 89", "ah-tk-20192020-89"),
            ("Aanhangsel Handelingen II 2022/23, nr. 12 en nr. 30", "ah-tk-20222023-12 ah-tk-20222023-30"),
            ("Aanhangsel Handelingen TK, 2007/08, nr. 1835, blz 33", "ah-tk-20072008-1835"),
            ("aanhangsel van de Handelingen I 2021/22, nrs. 3 en 4", "ah-ek-20212022-3 ah-ek-20212022-4"),
            ("Aanhangsel van de Handelingen II 2023/24, 387.", "ah-tk-20232024-387"),
            ("Aanhangsel van de Handelingen, vergaderjaar 2012–2013, aanhangselnummer 1333", "ah-tk-20122013-1333"),
            ("Aanhangsel Handelingen II 2022/23, 1234 en 1235.", "ah-tk-20222023-1234 ah-tk-20222023-1235"),
            ("Aanhangsel-Handelingen II (2008-2009), nr. 1233", "ah-tk-20082009-1233"),
            ("Aanhangsel Handelingen II 2022/23, nr. 1234 en 2023/24, nr. 12", "ah-tk-20222023-1234 ah-tk-20232024-12"),
            ("Aanhangsel Handelingen 2021–2022, nr. 5 en 2022–2023, nr. 6", "ah-tk-20212022-5 ah-tk-20222023-6"),
        ),
        no=("Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1", "het aanhangsel bij de overeenkomst, nr. 3"),
    ),
    Rule(
        "aanhangsel",
        _ANNEX_STARTS,
        _pattern(rf"{_ANNEX}{_SEP}{_HOUSE}{_NUMBERS}[,\s(]{{1,3}}<session>"),
        _read_annex,
        yes=(("Aanhangsel Handelingen, nr. 387, vergaderjaar 2023–2024", "ah-tk-20232024-387"),),
        no=("Aanhangsel 3, vergaderjaar 2023–2024",),
    ),
    Rule(
        "aanhangsel",
        _ANNEX_STARTS,
        _pattern(rf"{_ANNEX_IN_FULL}{_SEP}{_HOUSE}{_NUMBERS}"),
        _read_annex,
        yes=(("zie Aanhangsel Handelingen, nr. 387", "?"),),
        no=("Aanhangsel nr. 2 bij het rapport",),
    ),
    Rule(
        "aanhangsel",
        (
            *any_case("kamerstuk", "vergaderjaar"),
            *_PROCEEDINGS_STARTS,
            "Tweede Kamer",
            "Eerste Kamer",
            "TK",
            "EK",
        ),
        _pattern(
            rf"(?:{_BEFORE}{_SEP})?{_HOUSE}<session>{_SEP}{_ANNEX}(?:{_SEP}{_NUMBERS}|(?:,\s?|\s(?=\d{{3}})){_BARE})",
        ),
        _read_annex,
        yes=(
            ("Kamerstukken II 2021/22, Aanhangsel, nr. 1694", "ah-tk-20212022-1694"),
            ("Kamerstukken II 2021/22, Aanhangsel, 2050", "ah-tk-20212022-2050"),
            ("Handelingen II 2019/20, Aanhangsel nr. 89", "ah-tk-20192020-89"),
            ("(vergaderjaar 2023-2024, aanhangsel 1456)", "ah-tk-20232024-1456"),
            ("vergaderjaar 2023-2024, Aanhangsel van de Handelingen, nr. 387", "ah-tk-20232024-387"),
        ),
        no=("Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1",),
    ),
    Rule(
        "aanhangsel",
        ("AH ", "AH-TK "),
        _pattern(rf"(?<!\w)AH(?:-TK)?\s<session>{_SEP}(?:{_NUMBERS}|{_BARE})"),
        _read_annex,
        yes=(("AH 2023-2024, nr. 387", "ah-tk-20232024-387"),),
        no=("AH 617, 2023-2024",),
    ),
    Rule(
        "aanhangsel",
        any_case("ah-"),
        re.compile(r"(?i:ah-[te]k-\d{8}-\d{1,5})(?!\w)"),
        _read_id,
        yes=(("ah-tk-20232024-387", "ah-tk-20232024-387"), ("AH-EK-20212022-4", "ah-ek-20212022-4")),
        no=("ah-387",),
    ),
    Rule(
        "handelingen",
        _PROCEEDINGS_STARTS,
        _pattern(
            rf"{_LABEL}(?:(?:<session>|\d{{1,2}}\s{MONTH}\s\d{{4}}){_SEP})?{NR}<sitting>{_ITEM}<items>"
            r"(?:[,;]?\s{0,2}<pages>)?"
        ),
        _read_sitting,
        yes=(
            ("Handelingen II 2021/22, nr. 12, item 4", "h-tk-20212022-12-4"),
            ("Handelingen II 2012-2013, nr. 71, item 15, blz 53-69", "h-tk-20122013-71-15"),
            ("Handelingen I 2021/22, nr. 9, debat over zorg, item 3", "h-ek-20212022-9-3"),
            ("Handelingen II, nr. 12, item 4", "?"),
        ),
        no=("administratieve handelingen, nr. 12, item 4",),
    ),
    Rule(
        "handelingen",
        _PROCEEDINGS_STARTS,
        _pattern(
            rf"{_LABEL}<session>{_SEP}(?:{NR}<sitting>(?![\d-])(?:[,;]?\s{{0,2}}<pages>)?)",
        ),
        _read_sitting,
        yes=(
            ("Handelingen Tweede Kamer 2007-08, nr. 49, p. 3623", "h-tk-20072008-49"),
            ("Handelingen EK 2001-2002, nr. 10, blz. 525", "h-ek-20012002-10"),
            ("HEK 2001-2002, nr. 10", "h-ek-20012002-10"),
        ),
        no=("de Handelingen van de vergadering nr. 10",),
    ),
    Rule(
        "handelingen",
        _PROCEEDINGS_STARTS,
        # Without "nr." the number is that of a sitting where an item or a page follows.
        _pattern(
            rf"{_LABEL}<session>{_SEP}<sitting>(?=,\s?(?i:item|agendapunt|p\.|pag\.|blz))"
            r"(?:,\s?(?i:item|agendapunt)\s?<item>)?(?:,\s?<pages>)?"
        ),
        _read_sitting,
        yes=(
            ("Handelingen II 2015/16, 28, item 5", "h-tk-20152016-28-5"),
            ("Handelingen TK 2010/11, 34, p. 12-15", "h-tk-20102011-34"),
        ),
        no=("Handelingen II 2015/16, 28", "de Handelingen van 2015, 28, item 5"),
    ),
    Rule(
        "handelingen",
        _PROCEEDINGS_STARTS,
        _pattern(
            rf"{_LABEL}<session>{_SEP}{NR}?<sitting>{DASH}<item>(?:{DASH}<page>|[,;]?\s{{0,2}}<pages>)?(?!{DASH}\d)",
        ),
        _read_sitting,
        yes=(
            ("Handelingen II 2011/12, 42-8-3", "h-tk-20112012-42-8"),
            ("Handelingen 2021/22, 12-4, p. 7", "h-tk-20212022-12-4"),
        ),
        no=("Handelingen 2011-12",),
    ),
    Rule(
        "handelingen",
        _PROCEEDINGS_STARTS,
        _pattern(
            rf"{_LABEL}<session>{_SEP}(?:(?:p|blz)\.\s?(?=\d{{1,3}}{DASH}\d{{3}})|(?=\d{{1,3}}{DASH}\d{{4}}))"
            rf"<sitting>{DASH}<page>"
        ),
        _read_sitting,
        yes=(("Handelingen II, 1988/89, blz. 39-2410 en 2435", "h-tk-19881989-39"),),
        no=("Handelingen II, blz. 39-41",),
    ),
    Rule(
        "handelingen",
        _PROCEEDINGS_STARTS,
        _pattern(rf"{_LABEL}(?:UCV{_SEP})?<session>{_SEP}(?:{_DOSSIER}{_SEP})?(?:{NR}\d{{1,3}}[a-z]?{_SEP})?<run>"),
        _read_open,
        yes=(
            ("Handelingen II, 1995-1996, 24 692, nr. 3, p. 14", "?"),
            ("Handelingen II 2007/08, p. 3623", "?"),
            ("Handelingen UCV, 1988/89, nr. 26, blz. 50 en 53", "?"),
            # Pages were numbered through the year.
            ("Handelingen TK 1997–1998, 6368–6375", "?"),
        ),
        no=("de Handelingen van 12 mei", "Handelingen 1997-1998"),
    ),
    Rule(
        "handelingen",
        any_case("h-"),
        re.compile(r"(?<![\w-])(?i:h-[te]k-\d{8}(?:-\d{1,5}){1,2})(?!\w)"),
        _read_id,
        yes=(("h-tk-20212022-12-4", "h-tk-20212022-12-4"),),
        no=("ah-tk-20212022-12-4", "h-tk-12"),
    ),
)
