"""What a paper is called: its official name, dossiers, number, session year, chamber and case number.

A published paper names itself up to three times: in its imprint (`kst-29826-281`), in its running foot ("Tweede Kamer,
vergaderjaar 2025–2026, 29 826, nr. 281 3", the last number being the page) and at its head ("29 826", "Nr. 281").
The names are those of zoek.officielebekendmakingen.nl.
"""

import datetime
import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from ingest.head.front import DOSSIER
from ingest.head.masthead import Masthead, read_masthead
from ingest.language.wording import YEAR_DASH
from ingest.model import Dossier, Kind
from ingest.notices import NoticeCode
from ingest.works import aanhangsel, kamerstuk, kamerstuk_by_id, parse_dossier, session

_YEAR = rf"\d{{4}}\s?{YEAR_DASH}\s?\d{{2,4}}"
_IMPRINT = re.compile(
    r"(?<![\w-])(?P<kind>kst|ah-tk|ah-ek|kv-tk|kv-ek|blg)-(?P<rest>[0-9A-Za-z]{1,20}(?:-[0-9A-Za-z]{1,8}){0,3})"
)
_YEAR_ALONE = re.compile(rf"[Vv]ergaderjaar ({_YEAR})")
_FOOT = re.compile(rf"(?<!\()(?P<chamber>Tweede|Eerste) Kamer, vergaderjaar (?P<year>{_YEAR}),? (?P<rest>.{{1,120}})")
_FOOT_PAPER = re.compile(
    rf"(?P<dossier>{DOSSIER})(?:(?:,| en) {DOSSIER}){{0,9}},? "
    r"(?:[Nn]r\. ?(?P<number>\d+[a-z]?)|(?P<letters>[A-Z]{1,3})(?!\w))"
)
_ZAAK = re.compile(r"(20(?<!\w20)\d\d)\s?Z\s?(\d{5})(?!\d)")
_ONLY_ASKED = re.compile(r"Vragen gesteld door de leden|Kamervragen zonder [Aa]ntwoord")
_ADVICE = re.compile(r"ADVIES (?:VAN DE )?(?:AFDELING ADVISERING VAN DE )?RAAD VAN STATE")
_REFERENCE = re.compile(r"(?:uw|ons)?\s?(?:kenmerk|referentie|brief)|nummer|onderdeel van zaak\b", re.IGNORECASE)
_EARLIER = re.compile(r"(?:eerdere|aanvulling op|vervolg op|zie ook)\b", re.IGNORECASE)
_CITED = re.compile(rf"Kamerstuk(?:ken|nummer)?\s(?:I{{1,2}}\s)?(?:{_YEAR},\s)?({DOSSIER})")
_POSTPONED = re.compile(r"\((?:kenmerk\s|nummer\s)?(20\d\d)\s?Z\s?(\d{5})\)")
_ABOUT_QUESTIONS: frozenset[Kind] = frozenset(
    ("answers_to_written_questions", "written_questions", "list_of_questions_and_answers", "postponement")
)
# A letter may speak of one to the other chamber.
_LETTERHEAD = re.compile(
    r"brief\saan\sde\svoorzitter\svan\sde\s(?:tweede|eerste)\skamer"
    r"|(tweede|eerste)\skamer\s{1,3}der\s{1,3}staten-generaal|voorzitter\svan\sde\s(tweede|eerste)\skamer",
    re.IGNORECASE,
)
_CHAMBERS = {"tweede": "tweede_kamer", "eerste": "eerste_kamer", "tk": "tweede_kamer", "ek": "eerste_kamer"}
_NAMES = {"tweede_kamer": "Tweede Kamer", "eerste_kamer": "Eerste Kamer"}


class Identity(NamedTuple):
    """How one place of a paper, or the whole of it, names the paper."""

    identifier: str | None = None
    identifier_source: Literal["printed", "inferred"] | None = None
    chamber: str | None = None
    session_year: str | None = None
    dossiers: tuple[Dossier, ...] = ()
    number: str | None = None
    zaak: str | None = None


Notices = tuple[tuple[NoticeCode, str], ...]


def read_identity(
    front: Sequence[str], furniture: Sequence[str], text: str, answered_on: datetime.date | None
) -> tuple[Identity, Notices]:
    """Put together what imprint, foot and head say; where they differ the imprint counts, then the foot.

    `front` is the front matter by lines, `text` the same as running text.
    """
    masthead = read_masthead(front)
    head = _from_masthead(masthead, text)
    named = (_imprint(furniture), _foot(furniture), head)
    first = next((one for one in named if one.identifier), head)
    years = (*(one.session_year for one in named), *map(_stated_year, furniture))
    whole = Identity(
        first.identifier,
        "printed" if first.identifier else None,
        _first(one.chamber for one in named) or _chamber(text, first),
        _first(years),
        _dossiers(head, first),
        first.number or head.number,
        _first(one.zaak for one in named),
    )
    notices = _conflicts(named, first)
    return (whole, notices) if whole.identifier else _inferred(whole, masthead, text, answered_on)


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _stated_year(line: str) -> str | None:
    """The session year among the facts that a web page holds about itself: "vergaderjaar 2020-2021"."""
    match = _YEAR_ALONE.fullmatch(line)
    return session(match[1]) if match else None


def _imprint(furniture: Iterable[str]) -> Identity:
    match = next((found for line in furniture if (found := _IMPRINT.search(line.replace("ISSN", " ISSN")))), None)
    if not match:
        return Identity()
    name, kind, rest = match[0], match["kind"], match["rest"]
    if kind == "kst":
        work = kamerstuk_by_id(name)
        return _paper(work.dossier, work.number) if work.dossier else Identity(name)
    if kind == "blg":
        return Identity(name)
    chamber = _CHAMBERS[kind[-2:]]
    if kind.startswith("kv"):
        return Identity(name, None, chamber, zaak=rest.upper())
    year = session(f"{rest[:4]}-{rest[4:8]}")
    number = rest[9:].partition("-")[0]
    if not year or not number:
        return Identity(name, None, chamber)
    return Identity(aanhangsel(_NAMES[chamber], year, number).id, None, chamber, year, (), number)


def _paper(dossier: str | None, number: str | None) -> Identity:
    """A Kamerstuk; those of the Senate have letters for a number."""
    if not dossier or not number:
        return Identity(dossiers=(Dossier(dossier),) if dossier else (), number=number)
    chamber = "tweede_kamer" if number[0].isdigit() else "eerste_kamer"
    return Identity(kamerstuk(dossier, number).id, None, chamber, None, (Dossier(dossier),), number)


def _foot(furniture: Iterable[str]) -> Identity:
    for line in furniture:
        if foot := _FOOT.search(line):
            paper = _FOOT_PAPER.match(foot["rest"])
            found = (
                _paper(parse_dossier(paper["dossier"]), paper["number"] or paper["letters"]) if paper else Identity()
            )
            return found._replace(chamber=_CHAMBERS[foot["chamber"].lower()], session_year=session(foot["year"]))
    return Identity()


def _from_masthead(masthead: Masthead, text: str) -> Identity:
    """What the head of a paper says by itself."""
    year = masthead.session_year
    if masthead.in_annex and masthead.number and year:
        # The Senate's annex names the Senate at its head.
        chamber = masthead.chamber or "tweede_kamer"
        work = aanhangsel(_NAMES[chamber], year, masthead.number)
        return Identity(work.id, None, chamber, year, (), work.number)
    first = masthead.dossiers[0].id if masthead.dossiers else None
    paper = _paper(first, masthead.number)
    if _ADVICE.search(text):
        # Until 2005 the House gave it a letter as well.
        paper = paper._replace(chamber="tweede_kamer" if paper.identifier else None)
    found = paper._replace(session_year=year, dossiers=masthead.dossiers, chamber=masthead.chamber or paper.chamber)
    if not found.identifier and masthead.zaak and year and _ONLY_ASKED.search(text):
        return found._replace(identifier=f"kv-tk-{masthead.zaak}", chamber="tweede_kamer", zaak=masthead.zaak)
    return found


def _dossiers(head: Identity, first: Identity) -> tuple[Dossier, ...]:
    """Those at the head, in its order, with their titles; before them what only the imprint or the foot names."""
    known = {dossier.id for dossier in head.dossiers}
    return (*(dossier for dossier in first.dossiers if dossier.id not in known), *head.dossiers)


def _conflicts(named: Sequence[Identity], first: Identity) -> Notices:
    """A notice where two places do not agree.  A paper in several dossiers may be named after any of them."""
    for other in named:
        shared = {one.id for one in first.dossiers} & {one.id for one in other.dossiers}
        same = shared and _same_number(first.number or "", other.number or "")
        if other.identifier and other.identifier != first.identifier and not same:
            return (("identifier_conflict", f"The paper names itself {first.identifier} and {other.identifier}."),)
    return ()


def _same_number(number: str, other: str) -> bool:
    """Whether two places give one number; to that in a foot the page's may be glued."""
    rest = other.removeprefix(number)
    return other == number or (rest != other and rest.isdecimal())


def _chamber(text: str, first: Identity) -> str | None:
    named = next((name for match in _LETTERHEAD.finditer(text) if (name := match[1] or match[2])), None)
    return _CHAMBERS[named.lower()] if named else first.chamber


def _inferred(
    whole: Identity, masthead: Masthead, text: str, answered_on: datetime.date | None
) -> tuple[Identity, Notices]:
    """A name that the paper does not print in full, but leaves no doubt about."""
    if masthead.annex_number and answered_on:
        year = session_of(answered_on, int(masthead.annex_number))
        work = aanhangsel(None, year, masthead.annex_number)
        said = f"The paper bears number AH {work.number}; the session year follows from the date of the answer."
        found = whole._replace(identifier=work.id, number=work.number, session_year=year, chamber="tweede_kamer")
        return found._replace(identifier_source="inferred"), (("identifier_inferred", said),)
    cited = {parse_dossier(match[1]) for match in _CITED.finditer(text)}
    if whole.number and not whole.dossiers and len(cited) == 1 and (dossier := cited.pop()):
        work = kamerstuk(dossier, whole.number)
        said = f"The paper bears number {whole.number}; its dossier follows from the one paper it cites at its head."
        found = whole._replace(identifier=work.id, dossiers=(Dossier(dossier),), identifier_source="inferred")
        return found._replace(chamber=whole.chamber or "tweede_kamer"), (("identifier_inferred", said),)
    return whole._replace(number=whole.number or masthead.annex_number), ()


def session_of(day: datetime.date, number: int) -> str:
    """The session year in which paper `number` of the annex appeared: it begins on the third Tuesday of September.

    >>> session_of(datetime.date(2024, 11, 20), 617), session_of(datetime.date(2024, 9, 20), 2400)
    ('2024-2025', '2023-2024')

    In the first weeks a high number still belongs to the year before.
    """
    first = datetime.date(day.year, 9, 1)
    opening = first + datetime.timedelta(days=(1 - first.weekday()) % 7 + 14)
    late = 0 <= (day - opening).days < 60 and number > 1000
    year = day.year if day >= opening and not late else day.year - 1
    return f"{year}-{year + 1}"


def read_zaak(kind: Kind, front: Sequence[str], furniture: Sequence[str], body: str) -> str | None:
    """The case number of the questions that a paper asks, answers or puts off.

    In a paper about questions any number in the front matter is theirs, in others only one that stands alone or as a
    reference.  `body` is looked into for a postponement, which names it in its text.
    """
    written = kind in _ABOUT_QUESTIONS
    for line in front:
        if (
            (match := _ZAAK.search(line))
            and (written or match[0] == line or _REFERENCE.match(line))
            and not _EARLIER.search(line)
        ):
            return f"{match[1]}Z{match[2]}"
    for line in furniture:
        if match := _ZAAK.fullmatch(line):
            return f"{match[1]}Z{match[2]}"
    if kind != "postponement":
        return None
    named = {match.groups() for match in list(_POSTPONED.finditer(body)) or _ZAAK.finditer(body)}
    return "Z".join(named.pop()) if len(named) == 1 else None
