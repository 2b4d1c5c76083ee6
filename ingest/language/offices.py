"""Ministries and the offices that lead them: "de ministers van Buitenlandse Zaken en van Justitie en Veiligheid".

The names of ministries hold commas and "en", so a list of them can only be told apart by knowing them.  The names are
those of the cabinets since 1994, ministers without a ministry of their own and state secretaries included; one that is
not known is kept as far as its capitals reach.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.language.names import NAME, plain_name

MINISTRIES: tuple[str, ...] = (
    "Algemene Zaken",
    "Armoedebeleid, Participatie en Pensioenen",
    "Asiel en Migratie",
    "Basis- en Voortgezet Onderwijs en Media",
    "Bestuurlijke Vernieuwing en Koninkrijksrelaties",
    "Binnenlandse Zaken",
    "Binnenlandse Zaken en Koninkrijksrelaties",
    "Buitenlandse Handel",
    "Buitenlandse Handel en Ontwikkelingshulp",
    "Buitenlandse Handel en Ontwikkelingssamenwerking",
    "Buitenlandse Zaken",
    "Cultuur en Media",
    "Defensie",
    "Digitalisering",
    "Digitalisering en Koninkrijksrelaties",
    "Economische Zaken",
    "Economische Zaken en Klimaat",
    "Economische Zaken en Klimaatbeleid",
    "Economische Zaken, Landbouw en Innovatie",
    "Europese Zaken",
    "Financiën",
    "Financiën – Belastingdienst en Douane",
    "Financiën – Fiscaliteit en Belastingdienst",
    "Financiën – Fiscaliteit, Belastingdienst en Douane",
    "Financiën – Herstel en Toeslagen",
    "Financiën – Toeslagen en Douane",
    "Fiscaliteit en Belastingdienst",
    "Fiscaliteit, Belastingdienst en Douane",
    "Funderend Onderwijs en Emancipatie",
    "Grote Steden- en Integratiebeleid",
    "Herstel en Toeslagen",
    "Herstel Groningen",
    "Immigratie en Asiel",
    "Immigratie, Integratie en Asiel",
    "Infrastructuur en Milieu",
    "Infrastructuur en Waterstaat",
    "Integratie, Jeugdbescherming, Preventie en Reclassering",
    "Jeugd en Gezin",
    "Jeugd, Preventie en Sport",
    "Justitie",
    "Justitie en Veiligheid",
    "Klimaat en Energie",
    "Klimaat en Groene Groei",
    "Koninkrijksrelaties",
    "Koninkrijksrelaties en Digitalisering",
    "Landbouw en Visserij",
    "Landbouw, Natuur en Voedselkwaliteit",
    "Landbouw, Natuurbeheer en Visserij",
    "Landbouw, Visserij, Voedselzekerheid en Natuur",
    "Langdurige en Maatschappelijke Zorg",
    "Langdurige Zorg",
    "Langdurige Zorg en Sport",
    "Langdurige Zorg, Jeugd en Sport",
    "Medische Zorg",
    "Medische Zorg en Sport",
    "Mijnbouw",
    "Milieu en Wonen",
    "Natuur en Stikstof",
    "Nederlands-Antilliaanse en Arubaanse Zaken",
    "Onderwijs en Emancipatie",
    "Onderwijs en Wetenschappen",
    "Onderwijs, Cultuur en Wetenschap",
    "Onderwijs, Cultuur en Wetenschappen",
    "Ontwikkelingssamenwerking",
    "Openbaar Vervoer en Milieu",
    "Participatie en Integratie",
    "Primair en Voortgezet Onderwijs",
    "Rechtsbescherming",
    "Sociale Zaken en Werkgelegenheid",
    "Toeslagen en Douane",
    "Veiligheid en Justitie",
    "Verkeer en Waterstaat",
    "Volksgezondheid, Welzijn en Sport",
    "Volkshuisvesting en Ruimtelijke Ordening",
    "Volkshuisvesting, Ruimtelijke Ordening en Milieu",
    "Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer",
    "Vreemdelingenzaken en Integratie",
    "Welzijn, Volksgezondheid en Cultuur",
    "Wonen en Rijksdienst",
    "Wonen, Wijken en Integratie",
)

_GLUED_EN = re.compile(r" en(?=[A-Z])")
_SPELLING = {name.casefold(): name for name in MINISTRIES}


def _pattern(name: str) -> str:
    """A name as printed: its words may stand on two lines, its dash may be another one, its comma may be lost, "&" may
    stand for "en", extraction may glue a word to "en": "Volksgezondheid, Welzijn enSport".
    """
    words = re.escape(name).replace(",", ",?").replace(r"\ –\ ", r"\s?(?:--?|–)\s?")
    words = words.replace(r"\ en\ ", r"\ (?:en|&)\s{0,3}").replace(r"\ ", r"\s{1,3}")
    return words + r"(?!\w)"


# The longest first.  "Economische Zaken en Klimaat en Groene Groei" is two ministries.
_KNOWN = "|".join(
    _pattern(name) + (r"(?!\sen\sGroene)" if name.endswith("en Klimaat") else "")
    for name in sorted(MINISTRIES, key=len, reverse=True)
)
_ROLE = (
    r"(?i:(?:vice-)?minister-president|viceminister-president|ministers?|staatssecretaris(?:sen)?"
    r"|ambtgenoo?t(?:en)?|collega(?:['’]?s)?)"
)
_CAPITAL = r"[A-ZÀ-Þ][\w’'-]{0,40}"
_MORE = rf"(?:,\s(?:en\s)?|\sen\s|\s[-–]\s|-\sen\s|\s)(?!{_ROLE}){_CAPITAL}"
_UNKNOWN = rf"{_CAPITAL}(?:{_MORE}){{0,8}}"
_OWNER = r"(?i:de|het|mijn|zijn|haar|hun|onze|mijne|beide)"
_LINK = r"(?i:van|voor)"
_DOMAIN = re.compile(
    rf"(?:(?P<link>{_LINK})(?:\s{{1,3}}|(?=[A-ZÀ-Þ])))?(?:(?P<known>(?i:{_KNOWN}))|(?P<unknown>{_UNKNOWN}))"
)
# Between an election and the next cabinet, and for one who is away.
_MEANWHILE = r"(?i:(?:demissionaire?|toenmalige?|voormalige?|waarnemend|plaatsvervangend|wnd\.|plv\.)\s{1,3})"
_AD_INTERIM = re.compile(r"\s(?:a\.i\.|ad interim)(?!\w)")
_OFFICE = re.compile(rf"(?:{_OWNER}\s{{1,3}})?{_MEANWHILE}?(?P<role>{_ROLE})(?!\w)")
_NAMED = re.compile(rf"\s{{0,3}}(?P<name>{NAME})\s{{0,2}}\((?P<domain>[^()\d]{{3,120}})\)")
_SEPARATOR = re.compile(
    r"\s{0,3}(?i:,\s{0,3}(?:en|alsmede|alsook)\s{1,3}|,\s{0,3}|\s(?:en|alsmede|alsook|&)\s{1,3})(?:(?:mede\s)?namens\s|van\s(?=(?:de\s)?(?i:minister|staatssecretaris)))?"
)
_SPACE = re.compile(r"\s{0,3}")
_MOST = 40
_SHARING = frozenset(("minister", "staatssecretaris"))
_SINGULAR = {"ministers": "minister", "staatssecretarissen": "staatssecretaris", "ambtgenoten": "ambtgenoot"}


@dataclass(frozen=True, slots=True)
class Office:
    """An office as printed, in the singular: "minister van Defensie", with its ministry and who holds it."""

    role: str
    ministry: str | None
    name: str | None = None


def ministry_name(written: str) -> str:
    """A ministry as its table spells it, where only capitals or spaces differ; otherwise as written.

    >>> ministry_name("INFRASTRUCTUUR EN WATERSTAAT"), ministry_name("Ruimtevaart")
    ('Infrastructuur en Waterstaat', 'Ruimtevaart')
    """
    plain = " ".join(written.split()).strip(" ,.")
    same = re.sub(r"\s?(?:--?|–)\s(?!en\b|EN\b)", " – ", plain).replace(" & ", " en ")
    same = _GLUED_EN.sub(" en ", same)
    return _SPELLING.get(same.casefold(), plain)


def is_ministry(written: str) -> bool:
    """Whether a name is in the table."""
    return ministry_name(written).casefold() in _SPELLING


def read_offices(text: str, at: int = 0) -> tuple[tuple[Office, ...], int]:
    """The offices that a list at `at` names, and where the list ends; none where no list begins there.

    >>> read_offices("de ministers van Buitenlandse Zaken en van Justitie en Veiligheid bied ik")[0]
    (Office(role='minister van Buitenlandse Zaken', ministry='Buitenlandse Zaken', name=None), \
Office(role='minister van Justitie en Veiligheid', ministry='Justitie en Veiligheid', name=None))
    """
    found: list[Office] = []
    end = at
    while len(found) < _MOST and (match := _OFFICE.match(text, _skip(text, end, bool(found)))):
        offices, end = _read_office(text, match)
        # "De Minister-President, Minister van Algemene Zaken" holds one office.
        found += [
            office for office in offices if not (found and office.ministry == found[-1].ministry == "Algemene Zaken")
        ]
    return _with_shared(found), end


def _with_shared(offices: Sequence[Office]) -> tuple[Office, ...]:
    """The offices, one without a ministry taking the next one's: "de minister en de staatssecretaris van Defensie"."""
    found: list[Office] = []
    for office in reversed(offices):
        after = found[-1] if found else office
        if office.role.lower() in _SHARING and not office.name and after.ministry and not after.name:
            office = Office(f"{office.role} {after.role.partition(' ')[2]}", after.ministry)
        found.append(office)
    return tuple(reversed(found))


def _skip(text: str, at: int, separated: bool) -> int:
    """Behind the words that part two offices, or two ministries."""
    match = _SEPARATOR.match(text, at) if separated else _SPACE.match(text, at)
    return match.end() if match else len(text)


def _read_office(text: str, head: re.Match[str]) -> tuple[list[Office], int]:
    """One office word with all that it stands for."""
    role = _singular(head["role"])
    offices, end = _held(text, role, head.end())
    if offices:
        return offices, end
    for link, ministry, stop in _domains(text, end):
        offices.append(Office(" ".join(filter(None, (role, link, ministry))), ministry))
        end = stop
    if offices and (acting := _AD_INTERIM.match(text, end)):
        end = acting.end()
    return offices or [Office(role, "Algemene Zaken" if "president" in role.lower() else None)], end


def _held(text: str, role: str, at: int) -> tuple[list[Office], int]:
    """The offices of those who are named: "ministers Roelvink (Financiën) en Van der Aalst (Defensie)"."""
    offices: list[Office] = []
    match = _NAMED.match(text, at) if text.find("(", at) > 0 else None
    while match and not _OFFICE.match(match["name"]) and not _is_known(match["name"]):
        offices.append(Office(role, ministry_name(match["domain"]), plain_name(match["name"])))
        at = match.end()
        match = _NAMED.match(text, _skip(text, at, separated=True))
    return offices, at


def _is_known(name: str) -> bool:
    """Whether what could be a name begins with a ministry's."""
    domain = _DOMAIN.match(name)
    return domain is not None and domain["known"] is not None


def _domains(text: str, at: int) -> Iterator[tuple[str, str, int]]:
    """The ministries after an office word: "van Defensie, en van Onderwijs, Cultuur en Wetenschap"."""
    link = ""
    space = _SPACE.match(text, at)
    match = _DOMAIN.match(text, space.end()) if space else None
    while match and (match["known"] or match["link"]):
        link = (match["link"] or link).lower()
        yield link, ministry_name(match[match.lastgroup or "known"]), match.end()
        match = _DOMAIN.match(text, _skip(text, match.end(), separated=True))


def _singular(role: str) -> str:
    """One of several, without the capitals of a signature: "Ministers" → "Minister", "MINISTER" → "Minister"."""
    if role.isupper():
        role = role.capitalize()
    return role[0] + _SINGULAR[role.lower()][1:] if role.lower() in _SINGULAR else role
