"""Parliamentary papers ("Kamerstukken") and whole dossiers.

A paper is known by the number of its dossier and its own number in it.  Print writes the first in two groups of
digits and the second after "nr." (`29 826, nr. 277`); ministries join them (`29826-277`).  The chapters of the budget
have a Roman numeral (`35 925 XVII`), its funds a letter (`36 410 A`), the series on the Council of the Union two
digits (`21 501-02`), laws of the Kingdom a second name (`34 356 (R2064)`).  Papers of the Senate have letters.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingest.citations.lists import places
from ingest.citations.pieces import (
    AND,
    DASH,
    LIST,
    LIST_OF_MANY,
    NOT_COUNTED,
    NR,
    NRS,
    NUMBER,
    PAGES,
    named,
    pages,
    unnamed,
)
from ingest.model import Citation, Span
from ingest.works import dossier, kamerstuk, parse_dossier

ROMAN = r"(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})[A-E]?(?!\w)"
_THEN_NR = rf"(?=[,;:\s]{{0,3}}(?:{NR}|{NRS})\w)"
_BASE = r"(?<![\d€])[1-9]\d(?:[\s.]{0,2}|-)\d{3}(?!\d|/(?:19|20)\d\d)"
_KINGDOM = rf"(?:\s?{DASH}?\s?\(\s?R\s?\d{{3,4}}\s?\)|[-\s]R\s?\d{{4}}(?!\d))?"
_CHAPTER = (
    rf"\s?\({ROMAN}\)|[\s.]?{DASH}?\s?(?:(?i:hoofdstuk|hfst\.?)\s)?{ROMAN}|,\s?{ROMAN}{_THEN_NR}"
    # "36 600 B, K": of the fund B, the Senate's paper K.
    rf"|(?:[\s,]{{1,2}}|{DASH})[A-Z]{_THEN_NR}|\s[A-J](?=,\s[A-Z]{{1,2}}(?!\w|,\s[A-Z]|\sen\s[A-Z](?!\w)))|\s?{DASH}[A-Z](?={DASH}\d)"
)
_SERIES = rf"(?<=501)(?:\s?{DASH}\s?\d\d(?!\d)|\s\d\d{_THEN_NR})|\s?{DASH}\s?\d\d(?:{_THEN_NR}|(?={DASH}\d))"
DOSSIER = rf"{_BASE}{_KINGDOM}(?:{_SERIES}|{_CHAPTER})?{_KINGDOM}"

# What may stand between the number of a paper and its page.
_ASIDE = (
    r"(?:\s?\((?i:bijlagen?|herdruk|met\sbijlagen?|gewijzigd)[^()]{0,40}\)|,?\s(?i:herdruk|bijlage\s\w{1,5})(?!\w)"
    rf"|,\s(?i:memorie|nota|mvt|verslag|nader\srapport)[^,.;()\d]{{0,50}}(?=,\s{PAGES}))?"
)
_PAGED = rf"(?:[,;]?\s{{0,2}}(?:{PAGES}|\({PAGES}\)))"
# "nr. 1.050": nowhere else is a point a part of a number.
_POINTED = r"\d\.\d{3}(?![\d%]|[.,]\d)"
_PART = named(
    rf"(?:{NRS}<many>|{NR}<list>){_ASIDE}<pages>?", many=LIST_OF_MANY, list=rf"(?:{_POINTED}|{LIST})", pages=_PAGED
)
_GO_ON = rf"(?:\s?\([^()]{{1,60}}\))?(?:\s?[,;]\s?(?:{AND}\s)?|\s{AND}\s)(?:stuk\s)?(?={NR}|{NRS})"
# The number of the next paper may stand before its dossier: "…, nr. 3 en nr. 456 (36800-XVI)".
_PARTS = rf"{unnamed(_PART)}(?:{_GO_ON}{unnamed(_PART)}(?!\s?\(\s?\d\d\s?\d{{3}})){{0,30}}"
_BEFORE_NR = rf"(?:/{ROMAN})?(?:\s?[,;:/(–-]?|\.(?=\s?n))\s{{0,3}}(?:(?:onder|stuk)\s?)?"
EXPLICIT = rf"{_BEFORE_NR}{_PARTS}"
# A dossier after which a number seems to come.
NUMBERED = rf"{DOSSIER}(?:{_BEFORE_NR}(?:{NR}|{NRS})\w|,?\s\d|\s?-\d|,?\s[A-Z]{{1,2}}(?!\w))"

# Without "nr." the number must end its phrase, and may not be a year.
_STOP = rf"(?=\s?(?:[.,;:)\]»”\"']|\Z|(?:{AND}|met)\s|(?:pp?|blz|pag)[.\s]|\())"
_JOINED = (
    rf"(?:(?:{DASH}|/)(?:{NUMBER}(?:/{NUMBER}|\s{AND}\s{NUMBER}{_STOP}){{0,9}}|[A-Z]{{1,2}}(?!\w))(?!{DASH}\d)"
    rf"|\s{DASH}\s{NUMBER}{_STOP})"
)
_BARE = rf"(?:\s?,\s?|\s)(?!(?:19|20)\d\d(?!\d)){LIST}{_STOP}"
_GROUP = named(
    rf"<dossier>(?:<explicit>|(?:<joined>|<bare>|{NOT_COUNTED})<paged>?)",
    dossier=DOSSIER,
    explicit=EXPLICIT,
    joined=_JOINED,
    bare=_BARE,
    paged=_PAGED,
)
_JOIN = rf"(?:\s?[,;/]\s?(?:{AND}\s)?|\s{AND}\s)"
_GROUPS = re.compile(_GROUP)
_NEXT_GROUP = re.compile(rf"{_JOIN}{DOSSIER}(?:{EXPLICIT}|{_JOINED}|{_BARE}|{_STOP})")
_PART_OF_GROUP = re.compile(_PART)
_RESPECTIVELY = re.compile(r"\s(?:resp\.|respectievelijk)\s")
# Two capitals that mean something else where no paper of the Senate is announced.
_NO_LETTERS = frozenset(["AO", "BV", "CD", "EG", "EK", "EU", "NL", "SP", "TK", "VN"])


class Label(NamedTuple):
    """What stands before a run of papers: where it begins, and the chamber and session year that it says."""

    start: int
    chamber: str | None = None
    session_year: str | None = None


def end_of_run(text: str, start: int) -> int | None:
    """Where a run of papers that begins here ends; None where none begins."""
    group = _GROUPS.match(text, start)
    while group and (following := _NEXT_GROUP.match(text, group.end())):
        group = following
    return group.end() if group else None


def run_of_papers(text: str, run: Span, label: Label) -> Iterator[Citation]:
    """The papers and dossiers of a run ("33 009, nrs. 141 en 159, 29826-277 en 30 821").

    Only where the label says a chamber or a session year may a bare number follow a dossier without a comma.
    """
    groups = tuple(_GROUPS.finditer(text, run.start, run.stop))
    if paired := _paired(groups, label):
        yield from paired
        return
    for index, group in enumerate(groups):
        yield from _group(group, group.start() if index else label.start, label)


def _paired(groups: Sequence[re.Match[str]], label: Label) -> tuple[Citation, ...]:
    """ "33 694 en 35 925 X, nrs. 45 respectievelijk 12": each dossier with its number; nothing where it is not so."""
    last = groups[-1] if len(groups) > 1 else None
    if last is None or not last["explicit"] or not _RESPECTIVELY.search(last["explicit"]):
        return ()
    numbers = [number for _, listed, _ in _lists(last, None) for number in places(last.string, *listed)]
    if len(numbers) != len(groups) or any(group["explicit"] or group["joined"] for group in groups[:-1]):
        return ()
    spans = [Span(label.start, groups[0].end("dossier")), *(Span(*group.span("dossier")) for group in groups[1:])]
    works = (
        kamerstuk(parse_dossier(group["dossier"]) or "", one.number) for group, one in zip(groups, numbers, strict=True)
    )
    said = label.chamber, label.session_year
    return tuple(
        Citation("kamerstuk", span.start, span.stop, work, (), None, *said)
        for span, work in zip([*spans[:-1], Span(spans[-1].start, last.end())], works, strict=True)
    )


def _group(group: re.Match[str], start: int, label: Label) -> Iterator[Citation]:
    """The papers of one dossier, or the dossier itself where no paper is named."""
    name = parse_dossier(group["dossier"]) or ""
    house, year = label.chamber, label.session_year
    first = True
    for number, span, page in _numbers(group, start, house or year):
        place = (start if first else span.start), span.stop
        yield Citation("kamerstuk", *place, kamerstuk(name, number), (), None, house, year, page)
        first = False
    if first:
        stop = group.end() if group["paged"] else group.end("dossier")
        yield Citation("dossier", start, stop, dossier(name), (), None, house, year, pages(group["paged"]))


def _numbers(group: re.Match[str], start: int, said: str | None) -> Iterator[tuple[str, Span, str | None]]:
    """The numbers of papers in one dossier, with their places and pages.

    A number alone takes the "nr." before it and the page after it into its place; one that a range only implies has
    the whole as its place.
    """
    for stretch, listed, page in _lists(group, said):
        found = tuple(places(group.string, listed.start, listed.stop))
        for index, place in enumerate(found):
            span = place.span or Span(start, listed.stop)
            first = stretch.start if index == 0 else span.start
            yield place.number, Span(first, stretch.stop if len(found) == 1 else span.stop), page


def _lists(group: re.Match[str], said: str | None) -> Iterator[tuple[Span, Span, str | None]]:
    """The lists of numbers after one dossier: each with all that belongs to it, the list alone, the pages meant."""
    if group["explicit"]:
        for part in _PART_OF_GROUP.finditer(group.string, *group.span("explicit")):
            listed = part.span("many") if part["many"] else part.span("list")
            yield Span(*part.span()), Span(*listed), pages(part["pages"])
    elif group["joined"] or (group["bare"] and _is_number(group["bare"], said)):
        listed = group.span("joined" if group["joined"] else "bare")
        yield Span(*group.span()), Span(*listed), pages(group["paged"])


def _is_number(written: str, said: str | None) -> bool:
    """Whether what follows a dossier without "nr." is the number of a paper.

    Without a comma it is only where the chamber is named; letters are only where they can be no abbreviation.
    """
    if "," not in written and not said:
        return False
    letters = written.strip(" ,\xa0")
    return not letters.isupper() or said == "Eerste Kamer" or (len(letters) < 3 and letters not in _NO_LETTERS)
