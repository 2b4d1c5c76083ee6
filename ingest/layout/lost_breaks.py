"""Where lines began in text that lost its breaks: the head of a published paper, what a motion moves, who signs.

Only what such papers word alike is told; all else stays the one line that it is.
"""

import re
from collections.abc import Iterable, Iterator

from ingest.language.dates import DATE
from ingest.language.names import PREFIX
from ingest.language.wording import APOSTROPHE, YEAR_DASH
from ingest.model import Span

# The kind of paper in capitals, with its number: "Nr. 75 BRIEF VAN DE MINISTER VAN DEFENSIE".
_TITLE = re.compile(
    r"(?<=\s)(?:[Nn]r\. ?(?:\d{1,4}[a-z]?\d? )?|[A-Z]{1,2} )?(?:HERDRUK\d? )?"
    r"(?:(?:(?:TWEEDE |DERDE )?(?:NADERE? )?(?:GEWIJZIGDE? )?(?:(?:SUB)?AMENDEMENT|MOTIE) VAN|BRIEF VAN"
    r"|(?:INBRENG )?VERSLAG (?:VAN EEN|HOUDENDE)|LIJST VAN VRAGEN|VOORLOPIG VERSLAG|(?:NADERE )?MEMORIE VAN"
    r"|(?:NADERE )?NOTA NAAR|NOTA VAN|VOORSTEL VAN)"
    r" [A-ZÀ-Þ\d ,.’'()/-]{1,240}?(?:C\.S\.|NR\. ?\d{1,4}|[A-ZÀ-Þ]{2}\d?)|VERSLAG(?=\s+Vastgesteld\s))"
    r"(?=\s+(?:[A-ZÀ-Þ][a-zà-ÿ]|I |1\. [A-Z]))"
)
# The head above it; the title of a dossier may be glued to its number.
_CHAMBER = rf"(?:Tweede|Eerste) Kamer der Staten-Generaal\s?[12]?\s*(?=Vergaderjaar \d{{4}}\s?{YEAR_DASH})"
_SESSION = rf"Vergaderjaar \d{{4}}\s?{YEAR_DASH}\s?\d{{2,4}}(?!\d)"
_DOSSIER = (
    r"(?<![\w.,-])\d\d \d{3}(?:(?<=501)\s?-\s?\d\d)?(?: (?:[IVX]{1,5}[A-E]?|[A-J])(?=\s|[A-ZÀ-Þ][a-zà-ÿ]))?"
    r"(?:\s?\(R ?\d{4}\))?(?=\s?[A-ZÀ-Þ«])"
)
_ABOVE = re.compile(f"{_CHAMBER}|{_SESSION}|{_DOSSIER}")
# What stands below it, one behind the other.
_BELOW = re.compile(
    r"\s*(?:Aan de (?:[Vv]oorzitter van de (?:Tweede|Eerste) Kamer der Staten-Generaal|[Ll]eden(?=\s+[A-Z’'‘]))"
    rf"|(?:Den Haag|{APOSTROPHE}s-Gravenhage), {DATE}"
    rf"|(?:Voorgesteld|Vastgesteld|Ontvangen|Gepubliceerd)\s(?:tijdens [^.:;]{{3,80}}?van )?{DATE}|De Kamer,)"
)
# How the annex of the Proceedings heads its papers, up to the number or the name of one.
_ANNEX = re.compile(
    r"(?:regering gegeven antwoorden|gesteld door de leden der Kamer) (\d{1,4}|20\d\dZ\d{5}) (?=Vragen)"
)
# How the House heads answers before they are printed: "AH 599 2024Z18285".
_ANNEX_NUMBER = re.compile(r"\s*(AH \d{1,4}) (20\d\dZ\d{5}) (?=Antwoord|Mededeling|Vragen)")
_REACH = 2500
_ORDER_OF_THE_DAY = re.compile(r"en gaat over tot de orde van de dag[.,]?")
_INITIALS = r"(?:(?:[a-z]{2,4}\. ?){0,2}(?:[A-Z][a-z]?\. ?){1,6})"
_SURNAME = rf"(?:{PREFIX} ){{0,3}}[A-ZÀ-Þ][a-zà-ÿ’'-]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)*"
# A name ends where the line does, or before what a page ends with.
_ENDS = (
    r"(?=\s*(?:\Z|\n|\d|(?:kst|ah)-|ISSN|KST|Naar boven|Bijlage|BIJLAGE|(?:Tweede|Eerste) Kamer, |De [ms]"
    rf"|{APOSTROPHE}s-Gr))"
)
_SIGNATURE = re.compile(
    r"De (?<=[.?!:»”’)\d]\sDe )(?:[Mm]inister|[Ss]taatssecretaris) (?:van|voor) "
    rf"[A-ZÀ-Þ][^.:;?!\d]{{3,100}}, (?={_INITIALS}){_INITIALS}{_SURNAME}(?: {_SURNAME}){{0,3}}?{_ENDS}"
)
# A member or officer by the last name, most often alone: "Van der Wit", "Roelvink-Eb", "Tiny van Eb".
_CAPITAL = "[A-ZÀ-Þ][a-zà-ÿ]+(?:[-’'][A-Za-zÀ-ÿ]+)*"
_MEMBER = rf"(?:(?:Van|De|Den|Der|Ten|Ter|In) )?(?:{PREFIX} ){{0,2}}{_CAPITAL}(?: (?:{PREFIX} ){{1,3}}{_CAPITAL})?"
_MOVER = re.compile(rf"\s*({_MEMBER})(?!\w)")
_MOST_MOVERS = 80
# Below what a committee did: "De voorzitter van de commissie, Roelvink De griffier van de commissie, Eb".
_OFFICER = re.compile(
    r"De (?:[a-z]{2,15}\.? |adjunct-)?(?:voorzitter|griffier) van de (?:[a-z]{5,10} )?commissie"
    rf"(?: voor [^,.:;]{{3,80}}?)?, {_MEMBER}(?!\w)"
)


def lost_breaks(text: str, lines: Iterable[Span]) -> Iterator[int]:
    """Where, inside lines that lost their breaks, one began."""
    for line in lines:
        yield from _head(text, line)
        for match in _SIGNATURE.finditer(text, line.start, line.stop):
            yield from match.span()


def _head(text: str, line: Span) -> Iterator[int]:
    reach = min(line.stop, line.start + _REACH)
    if number := _ANNEX_NUMBER.match(text, line.start, reach):
        yield from (number.end(1), number.end(2))
    if annex := _ANNEX.search(text, line.start, reach):
        yield from (at for match in _ABOVE.finditer(text, line.start, annex.start()) for at in match.span())
        yield from annex.span(1)
    title = _TITLE.search(text, line.start, reach)
    if not title:
        return
    for match in _ABOVE.finditer(text, line.start, title.start()):
        yield from match.span()
    yield title.start()
    at = title.end()
    while below := _BELOW.match(text, at):
        yield at
        at = below.end()
    yield at
    for officer in _OFFICER.finditer(text, at, min(line.stop, at + _REACH)):
        yield from officer.span()
    if motion := _ORDER_OF_THE_DAY.search(text, at, line.stop):
        yield motion.start()
        yield from _movers(text, motion.end(), line.stop, title[0])


def _movers(text: str, at: int, stop: int, title: str) -> Iterator[int]:
    """Between the names below a motion; a first name is no name of its own where the title has both."""
    above = ""
    for _ in range(_MOST_MOVERS):
        match = _MOVER.match(text, at, stop)
        if not match:
            break
        if not above or f"{above} {match[1]}".upper() not in title:
            yield at
        above, at = match[1], match.end()
    yield at
