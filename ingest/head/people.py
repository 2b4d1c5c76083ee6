"""Who asked, who answers, on whose behalf: read from the statements at the head of a paper.

"Vragen van de leden Van Nispen (SP) en Lahlah (GroenLinks-PvdA) aan …", "Antwoord van Minister Agema (Volksgezondheid,
Welzijn en Sport), mede namens …", "De vaste commissie voor Financiën heeft een aantal vragen voorgelegd aan …".
Functions take running text (one line) and give `Person`s in the order of print.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from ingest.language.names import NAME, plain_name
from ingest.language.offices import Office, read_offices
from ingest.model import Part, Person

_NAMES = re.compile(
    rf"(?P<name>{NAME})(?:,\s(?P<initials>(?:[A-Z][a-z]?\.){{1,6}})(?P<prefix>\s(?:[a-z’']{{1,4}}\s?){{1,3}})?(?=\s?\())?(?P<others>\s?,?\sc\.\s?s\.)?\s{{0,2}}(?:\((?:(?:beide[n]?|allen|alle\s\w+|beide\sleden)\s(?:van\s(?:de\s)?)?)?(?P<party>[^()]{{1,60}})\))?"
)
_AND = re.compile(r"\s{0,2}(?:,\s{0,2}(?:en\s)?|/|en\s)\s?(?:(?:van\s)?(?:het\slid|de\sleden)\s)?")
_NO_MEMBER = re.compile(r"Kamer\b|Minister|minister|Staatssecretaris|ractie|ommissie|Regering|Handelingen")
_ASKED = re.compile(
    r"[Vv](?:ragen(?<!eerdere .ragen)|(?<=V)RAGEN(?<!eerdere VRAGEN))\W{1,3}(?:[^\s.]{1,20}\s){0,6}?"
    r"(?:van|door)\s(?:(?:(?:het|de|beide)\s)?"
    r"(?:[Kk]amer)?(?:lid|leden)|de\sheer|mevrouw)(?!\sder\s|\svan\sde\s(?:vaste\s)?commissie)[\s:]{0,3}"
)
# "Het lid Schouwstra (BBB) heeft op 18 februari 2025 vragen gesteld over …", or "… heeft het lid … vragen gesteld".
_IN_SENTENCE = r"(?:[^.;]|(?<=[A-Z])\.)"
_MEMBERS = r"(?:[Hh]et (?:Kamer)?lid|[Dd]e (?:Kamer)?leden)"
_PUT = r"[Vv]ragen\s(?:gesteld|ingediend|ingezonden|toegezonden)"
_ASKING = re.compile(
    rf"{_MEMBERS}\s(?={_IN_SENTENCE}{{3,200}}?\s(?:heeft|hebben)\s{_IN_SENTENCE}{{0,60}}?{_PUT})"
    rf"|(?:[Hh]eeft|[Hh]ebben)\s{_MEMBERS}\s(?={_IN_SENTENCE}{{3,200}}?\s{_PUT})"
)
_IS_PUT = re.compile(_PUT)
_MOST = 150
_MOST_NAMED = 20

# Its officers, who sign, are named after it as well.  First a look at the letter, as that is quickly told.
_COMMITTEE = re.compile(
    r"(?=[AaBbCcKkTtVv])(?<!oorzitter\svan\sde\s)(?<!OORZITTER\sVAN\sDE\s)(?<!OORZITTERS\sVAN\sDE\s)(?<!riffier\svan\sde\s)(?<!aste\s)(?<!ASTE\s)(?<!gemene\s)(?<!elijke\s)(?<!ondere\s)(?P<kind>(?:[Vv]aste\s|[Aa]lgemene\s|[Tt]ijdelijke\s|[Bb]ijzondere\s|VASTE\s)?(?:[Kk]amer)?(?:[Cc]ommissies?|COMMISSIE))"
    r"\s(?P<link>voor|van|inzake|VOOR)\s(?P<subject>[^.;:()]{3,250}?)"
    r"(?=\s?\d?\s(?:heeft|hebben|een\saantal|op\s\d|over|aan|inzake|naar\saanleiding|gestelde|gesteld|zijn|is|alsmede|in\shaar|te\sbeantwoorden)(?!\w)"
    r"|\s(?!(?:en|van|voor|de|het|der|te|in|op|inzake)\s)[a-zà-ÿ]|,\s(?:alsmede|en\sde|over|heeft|belast|de\s(?:vaste|algemene)|ingezonden)|\sen\sde\s(?:vaste|algemene)|\s?[.;:()]|\s?\Z)"
)
# "voor Financiën, voor Defensie en voor Binnenlandse Zaken en de Hoge Colleges van Staat"
_EACH_FOR = re.compile(r",?\s(?:en\s)?voor\s(?=[A-ZÀ-Þ])")
_IS_NAMED = re.compile("ommissie|OMMISSIE")
_COMMITTEE_ASKS = re.compile(r"[Vv]ragen|VRAGEN|[Ii]nbreng")
_SUBMITTED_TO = re.compile(
    r"(?:(?:voorgelegd|voor\ste\sleggen|brief\s(?:gestuurd|gezonden)|gesteld|toegezonden|gericht)\saan|schriftelijk\soverleg\sgevoerd\smet|heeft\szij(?:\saan)?)\s(?=(?:de|het|onze)\s)|(?<!\w)aan\s(?=(?:de|het)\s[^.]{3,300}?\s(?:voorgelegd|gesteld)(?!\w))"
)
_ANSWERS_OF = re.compile(
    r"[Aa]ntwoorden\s(?:van\s)?(?=(?:de\s)?[A-Z][^.,]{3,60}?\s(?:op|bij)\s(?:de\s)?(?:[a-z /]{1,40}\s)?vragen)"
)
_HAVE_ANSWERED = re.compile(
    r"(?:\A|\s)(?=De\s(?:[Mm]inister|[Ss]taatssecretaris)[^.]{3,300}?\s(?:heeft|hebben)\s(?:deze|de)\svragen\sbeantwoord)"
)
_OTHER_OFFICE = re.compile(
    r"(?:(?:de|het)\s)?(?!Staten\b)([A-Z][\w’-]*(?:\s(?:van\s|voor\s|de\s)?[A-Z][\w’-]*){0,4}|regering|kabinet)"
)

_REPLIED = re.compile(
    r"(?:[Aa]ntwoord(?:en)?|[Mm]ededeling|[Rr]eactie)\svan\s(?=(?:de\s)?(?i:minister|staatssecretaris|vice))"
)
# "Antwoord van de heer Bakhuis, Minister van Defensie, op vragen van …"
_REPLIED_BY = re.compile(
    rf"[Aa]ntwoord(?:en)?\svan\s(?:de\sheer|mevrouw)\s(?P<name>{NAME}),\s(?=(?:de\s)?(?i:minister|staatssecretaris))"
)
_BEHALF = re.compile(
    r"(?i:mede|en|ook)\s(?i:namens)\s|(?:\A|[.,(]\s?)(?i:namens)\s(?=de\s)|(?i:mede)\sondertekend\sdoor\s(?=de\s)"
)
_OFFICE = re.compile(r"(?:[Mm]inister|[Ss]taatssecretaris)\s(?:van|voor)\s(?=[A-Z])")
_RECEIVED = re.compile(r"\(?\s?[Oo]ntvangen\b")


class Named(NamedTuple):
    """A member of a chamber, as a statement names them; `others`: "c.s." stands behind the name."""

    name: str
    party: str | None
    others: bool = False


def read_members(text: str, at: int = 0) -> tuple[tuple[Named, ...], int]:
    """The members that a list at `at` names, and where it ends.

    >>> [(one.name, one.party) for one in read_members("Van Weyenberg, Romke de Jong (beiden D66) en Kat (VVD) aan")[0]]
    [('Van Weyenberg', 'D66'), ('Romke de Jong', 'D66'), ('Kat', 'VVD')]

    A party in brackets speaks for the names before it that have none.
    """
    found: list[Named] = []
    end = at
    while len(found) < _MOST and (match := _NAMES.match(text, end if not found else _after(text, end))):
        if _NO_MEMBER.search(match["name"]):
            break
        written = f"{(match['prefix'] or '').strip().capitalize()} {match['name']}"
        found.append(Named(plain_name(written), None, match["others"] is not None))
        if match["party"]:
            found = [one._replace(party=one.party or match["party"].strip()) for one in found]
        end = match.end()
    return tuple(found), end


def _after(text: str, at: int) -> int:
    match = _AND.match(text, at)
    return match.end() if match else len(text)


def askers(text: str) -> tuple[Person, ...]:
    """The members who ask; where they are named more than once, as the fullest list has them."""
    anchors = [*_ASKED.finditer(text), *(_ASKING.finditer(text) if _IS_PUT.search(text) else ())]
    lists = [found for match in anchors if (found := read_members(text, match.end())[0])]
    if not lists:
        return ()
    first = {one.name for one in lists[0]}
    best = max((found for found in lists if first <= {one.name for one in found}), key=_parties)
    return tuple(Person("asked", one.name, one.party, others=one.others) for one in best)


def _parties(members: Sequence[Named]) -> int:
    return sum(one.party is not None for one in members)


def committees(text: str) -> tuple[Person, ...]:
    """The committees that ask: "vaste commissie voor Buitenlandse Zaken", as an office without a name."""
    found: dict[str, str] = {}
    for match in _COMMITTEE.finditer(text) if _IS_NAMED.search(text) else ():
        if _COMMITTEE_ASKS.search(text, max(0, match.start() - 400), match.end() + 400):
            for role in _committee_roles(match["kind"], match["link"].lower(), match["subject"]):
                # "vaste commissie", "vaste Kamercommissie" and "commissie" for one subject are one.
                found.setdefault(role.partition(" voor ")[2].lower() or role, role)
    return tuple(Person("asked", role=role) for role in found.values())


def _committee_roles(kind: str, link: str, subject: str) -> Iterator[str]:
    """ "vaste commissies voor Financiën, Binnenlandse Zaken" are two."""
    one = " ".join(kind.lower().split())
    if not one.endswith("s"):
        # Behind the name may stand a footnote's mark.
        yield f"{one} {link} {' '.join(subject.split()).strip(' ,0123456789')}"
        return
    each = _EACH_FOR.split(subject)
    if len(each) > 1:
        yield from (f"{one[:-1]} {link} {' '.join(part.split()).strip(' ,')}" for part in each)
        return
    offices, _ = read_offices(f"ministers voor {subject}")
    yield from (f"{one[:-1]} {link} {office.ministry}" for office in offices if office.ministry)


def answerers(text: str) -> tuple[Person, ...]:
    """Who answers, as "Antwoord van …" says, and on whose behalf as well."""
    by_name = _REPLIED_BY.search(text)
    match = _REPLIED.search(text) or by_name
    if not match:
        return ()
    behalf = _BEHALF.search(text, match.end(), match.end() + 400)
    received = _RECEIVED.search(text, match.end(), match.end() + 600)
    if behalf and received and received.start() < behalf.start():
        behalf = None
    offices, _ = read_offices(text[: behalf.start()] if behalf else text, match.end())
    if match is by_name:
        offices = tuple(replace(office, name=plain_name(match["name"])) for office in offices[:1])
    people = tuple(_person("answered", office) for office in offices)
    return people + (on_behalf_of(text[behalf.start() : behalf.start() + 600]) if behalf else ())


def on_behalf_of(text: str) -> tuple[Person, ...]:
    """Those in whose name the writer speaks as well: "mede namens de Ministers van Defensie en van Financiën"."""
    found = (
        _person("on_behalf_of", office)
        for match in _BEHALF.finditer(text)
        for office in read_offices(text, match.end())[0]
        if office.ministry or office.name
    )
    return tuple(dict.fromkeys(found))


def addressees(text: str) -> tuple[Person, ...]:
    """To whom a committee put its questions; in a list with answers they are who answers."""
    said = [match.end() for match in (*_SUBMITTED_TO.finditer(text), *_ANSWERS_OF.finditer(text))]
    lists = [offices for at in said if (offices := read_offices(text, at)[0])]
    for match in _HAVE_ANSWERED.finditer(text):
        # More may have answered than were asked.
        offices = read_offices(text, match.end())[0]
        lists = [offices, *lists] if all(office.ministry for office in offices) else lists
    if lists:
        return tuple(_person("answered", office) for office in _in_full(lists[0], text))
    others = (other for at in said if (other := _OTHER_OFFICE.match(text, at)))
    return tuple(Person("answered", role=other[1]) for other in islice(others, 1))


def _in_full(offices: Sequence[Office], text: str) -> Sequence[Office]:
    """ "De Minister" as the text names him elsewhere, where it names only one."""
    if len(offices) != 1 or offices[0].ministry:
        return offices
    matches = islice(_OFFICE.finditer(text), _MOST_NAMED)
    named = {office.ministry: office for match in matches for office in read_offices(text, match.start())[0]}
    found = [office for office in named.values() if office.role.lower().startswith(f"{offices[0].role.lower()} ")]
    return found if len(named) == len(found) == 1 else offices


def _person(part: Part, office: Office) -> Person:
    return Person(part, office.name, None, office.role, office.ministry)
