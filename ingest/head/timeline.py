"""The dates of a paper: the one it bears, when its questions were sent in, when they were answered.

A date counts only where the paper says what it is.
"""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.head.front import line_kind
from ingest.language.dates import DATE, find_date, is_date, read_date
from ingest.language.wording import starting
from ingest.model import Kind


@dataclass(frozen=True, slots=True)
class Dates:
    """None: the paper does not say."""

    date: datetime.date | None = None
    asked_on: datetime.date | None = None
    answered_on: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A way of saying when something happened; the pattern captures the date."""

    pattern: str
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()


_AT = r"(?:\s(?:op|d\.d\.|dd\.?))?:?\s{0,3}"
_PASSIVE = r"(?:(?:zijn|is|werd|werden)\s)?(?:door\s\S+\s)?"
ASKED: tuple[Said, ...] = (
    Said(
        rf"{starting('[Ii]ngezonden')}{_AT}({DATE})",
        yes=(
            "(ingezonden 6 mei 2025)",
            "ingezonden op 6 mei 2025",
            "(Ingezonden 3 maart 1999)",
            "ingezonden d.d. 6 mei 2025",
        ),
        no=("ingezonden brief van 6 mei 2025",),
    ),
    Said(
        rf"Indiendatum:\s({DATE})",
        yes=("Indiendatum: 6 mei 2025", "Indiendatum: 23 nov. 2022"),
        no=("Indiendatum: onbekend, 6 mei 2025",),
    ),
    Said(
        rf"({DATE})\s{_PASSIVE}ingezonden(?!\w)",
        yes=("die op 6 mei 2025 zijn ingezonden", "6 mei 2025 ingezonden"),
        no=("op 6 mei 2025 heeft de ingezonden stukken",),
    ),
    Said(
        rf"op\s({DATE})\s(?:schriftelijke\s)?(?:Kamer)?vragen\s(?:gesteld|ingediend|ingezonden)",
        yes=("heeft op 6 mei 2025 vragen gesteld", "hebben op 6 mei 2025 schriftelijke vragen ingediend"),
        no=("heeft op 6 mei 2025 vragen beantwoord",),
    ),
    Said(
        rf"[Oo]p\s({DATE})\s(?:heeft|hebben)\s(?:het|de)\s(?:Kamer)?(?:lid|leden)\s(?:[^.;]|(?<=[A-Z])\.){{3,200}}?\s"
        r"vragen\s(?:gesteld|ingediend|ingezonden)",
        yes=("Op 6 mei 2025 heeft het lid M.B. Bakhuis (D66) schriftelijke vragen gesteld",),
        no=("Op 6 mei 2025 heeft het lid Bakhuis (D66) een motie ingediend",),
    ),
    Said(
        rf"op\s({DATE})\smedegedeeld\saan",
        yes=("Vragen van het lid Bakhuis (D66) op 6 mei 2025 medegedeeld aan de Minister",),
        no=("op 6 mei 2025 is medegedeeld dat",),
    ),
    Said(
        rf"[Vv]ragen\svan\s(?:het\slid|de\sleden)\s(?:(?!\sover\s)[^.]){{3,200}}?\)\svan\s({DATE})\sover(?!\w)",
        yes=("de vragen van het lid Bakhuis (D66) van 6 mei 2025 over eb",),
        no=("de vragen van het lid Bakhuis (D66) over het bericht (NOS) van 6 mei 2025 over eb",),
    ),
    Said(
        rf"[Vv]ragen\svan\s[^.]{{5,300}}?,\smedegedeeld\sop\s({DATE})",
        yes=("Vragen van het lid Bakhuis aan de Minister, medegedeeld op 6 mei 2025, over eb",),
        no=("dit is u medegedeeld op 6 mei 2025",),
    ),
    Said(
        rf"{starting('gesteld', 'ingediend')}{_AT}({DATE})",
        yes=("gesteld op 6 mei 2025", "ingediend d.d. 6 mei 2025"),
        no=("Vastgesteld 12 februari 2026", "gesteld in 2025"),
    ),
    Said(
        rf"({DATE})\s{_PASSIVE}(?:gestelde?|ingediende?)(?!\w)",
        yes=("die op 6 mei 2025 zijn gesteld", "de op 6 mei 2025 gestelde vragen"),
        no=("6 mei 2025 vastgestelde",),
    ),
    # A committee puts its questions to a minister.
    Said(
        rf"[Vv]ragen\s(?:en\sopmerkingen\s)?zijn\s(?:op|bij\sbrief\svan)\s({DATE})\s[^.]{{0,200}}?"
        r"(?:voorgelegd|toegezonden|gezonden|gesteld)(?!\w)",
        yes=(
            "De vragen zijn op 6 mei 2025 voorgelegd aan de Minister",
            "De vragen en opmerkingen zijn op 6 mei 2025 aan de Staatssecretaris van Financiën voorgelegd.",
        ),
        no=(
            "De vragen zijn op 6 mei 2025 beantwoord. Zij waren voorgelegd",
            "De stukken zijn op 6 mei 2025 voorgelegd",
        ),
    ),
    Said(
        rf"[Dd]e\sop\s({DATE})\s(?:aan\s[^.,]{{3,120}}?\s)?(?:toegezonden|voorgelegde)\svragen(?!\w)",
        yes=("De op 6 mei 2025 toegezonden vragen en opmerkingen zijn met de",),
        no=("De op 6 mei 2025 toegezonden brief",),
    ),
    # Those of the Senate write a letter.
    Said(
        rf"\sop\s({DATE})\seen\sbrief\s(?:gestuurd|gezonden)(?!\w)",
        yes=("Naar aanleiding hiervan heeft zij de Minister op 6 mei 2025 een brief gestuurd.",),
        no=("De Minister heeft op 6 mei 2025 een brief ontvangen",),
    ),
    Said(
        rf"[Uu]itgaande\sbrief\svan\s({DATE})",
        yes=("Dit verslag bestaat uit: • De uitgaande brief van 6 mei 2025.",),
        no=("De brief van 6 mei 2025",),
    ),
)
ANSWERED: tuple[Said, ...] = (
    Said(
        rf"{starting('[Oo]ntvangen')}{_AT}({DATE})",
        yes=("(ontvangen 9 februari 2026)", "(Ontvangen 5 april 1999)", "(ontvangen (ontvangen 7 juni 2024)"),
        no=("ontvangen in 2024",),
    ),
)
BY_LETTER: tuple[Said, ...] = (
    Said(
        rf"beantwoord\w{{0,3}}\s(?:bij|met|per|in)\s(?:(?:de|haar|zijn|hun)\s)?brief\svan\s({DATE})",
        yes=("beantwoord bij brief van 12 februari 2026",),
        no=("bij brief van 12 februari 2026",),
    ),
    Said(
        rf"[Bb]ij\sbrief\svan\s({DATE})\s(?:zijn|heeft|hebben)\s[^.]{{0,160}}beantwoord",
        yes=("Bij brief van 6 mei 2025 zijn de vragen beantwoord",),
        no=("Bij brief van 6 mei 2025 zijn de vragen gesteld",),
    ),
    Said(
        rf"bij\sbrief\svan\s({DATE})\stoegezonden\santwoorden",
        yes=("met de door de minister bij brief van 6 mei 2025 toegezonden antwoorden hieronder afgedrukt",),
        no=("bij brief van 6 mei 2025 toegezonden vragen",),
    ),
    Said(
        rf"(?:op|bij\sbrief\svan)\s({DATE})\sgegeven\santwoorden(?!\w)",
        yes=(
            "Deze vragen, alsmede de daarop op 6 mei 2025 gegeven antwoorden, zijn hieronder afgedrukt",
            "alsmede de daarop bij brief van 6 mei 2025 gegeven antwoorden",
        ),
        no=("op 6 mei 2025 gegeven cijfers",),
    ),
    # To the Senate.
    Said(
        rf"[Aa]ntwoordbrief\svan\s({DATE})|heeft\sop\s({DATE})\sgereageerd",
        yes=("De antwoordbrief van 6 mei 2025.", "De Minister heeft op 6 mei 2025 gereageerd."),
        no=("De brief van 6 mei 2025", "De Minister heeft op 6 mei 2025 gemeld"),
    ),
)

_ASKED, _ANSWERED, _BY_LETTER = ([re.compile(rule.pattern) for rule in rules] for rules in (ASKED, ANSWERED, BY_LETTER))
_EARLIER = re.compile(r"eerdere|aanvulling op|vervolg op", re.IGNORECASE)
_REACH_BACK = 250
_ABOUT = re.compile(r"\saan\sde\s(?:[^.]|(?<=[A-Z])\.){3,240}?\s(?:over|naar aanleiding van)\s")
_INLINE = re.compile(
    rf"(?<!\w)(?:(?:Datum|DATUM):?\s|datum\s(?={DATE}\sbetreft\s)|(?:Den Haag|’s-Gravenhage|'s-Gravenhage), )"
    rf"\s{{0,8}}({DATE})"
)
# "Uw brief  Uw kenmerk  Ons kenmerk  Datum" heads the row below it, as "Datum  Ons kenmerk" does.
_HEADS = re.compile(r"(?:Uw|Ons|Onze) .{3,80} (?:Datum|DATUM)|(?P<first>Datum|DATUM)\s(?:Uw|Ons|Onze|Kenmerk)\b.{0,80}")
_DATES = re.compile(DATE)
_ASK: frozenset[Kind] = frozenset(
    ("answers_to_written_questions", "written_questions", "list_of_questions_and_answers", "postponement")
)


def read_dates(
    kind: Kind, front: Sequence[str], margin: Sequence[str], text: str, said: str, *, asks: bool = False
) -> Dates:
    """The dates in the front matter (by lines, and as running text), beside it, and in the statement of who answers.

    `asks`: a paper of another kind that says when questions were put and answered: a report of written consultation.
    """
    date = _own_date(front, text) or _own_date(
        [line for line in margin if line.startswith(("Datum", "DATUM")) or is_date(line)], ""
    )
    asked_on = _first(_ASKED, text) if kind in _ASK or asks else None
    answered_on = _first(_BY_LETTER, text) if asks else None
    if kind in ("answers_to_written_questions", "list_of_questions_and_answers"):
        answered_on = _first(_ANSWERED, said) or _first(_BY_LETTER, text) or (None if _is_adopted(front) else date)
    elif kind == "postponement":
        date = date or _first(_ANSWERED, said)
    return Dates(date, asked_on, answered_on)


def _first(patterns: Sequence[re.Pattern[str]], text: str) -> datetime.date | None:
    """The first date said so, but not of earlier questions that are only mentioned."""
    for pattern in patterns:
        for match in pattern.finditer(text):
            earlier = _EARLIER.search(text, max(0, match.start() - _REACH_BACK), match.start())
            if not earlier or _in_subject(text, earlier.start(), match.start()):
                return read_date(next(filter(None, match.groups())))
    return None


def _in_subject(text: str, earlier: int, said: int) -> bool:
    """Whether earlier questions are the subject of the paper's own, whose date stands in brackets behind it."""
    start = text.rfind("Vragen van ", max(0, earlier - _REACH_BACK), earlier)
    return start >= 0 and text.endswith("(", 0, said) and _ABOUT.search(text, start, earlier) is not None


def _is_adopted(front: Sequence[str]) -> bool:
    """A committee adopts a list after it was answered; its date is not that of the answers."""
    return any(line.startswith("Vastgesteld") for line in front)


def _own_date(front: Sequence[str], text: str) -> datetime.date | None:
    """The date a paper bears: "Datum …", "Vastgesteld …", "Den Haag, …", or alone on a line."""
    lines = [(line, line_kind(line)) for line in front if line]
    for index, (line, kind) in enumerate(lines):
        below = lines[index + 1][0] if index + 1 < len(lines) else ""
        # Of a meeting it is the day on which it is held.
        held = kind == "date" and index and lines[index - 1][0].startswith(("Activiteit", "Vergadering"))
        if kind == "date" and not held and (found := find_date(line) or (find_date(below) if is_date(below) else None)):
            return found
    for wanted in ("dated", "dateline"):
        for index, (line, kind) in enumerate(lines):
            above = lines[index - 1][0] if index else ""
            if kind == wanted and not above.startswith("Uw "):
                return find_date(line)
    return _below_heads(front) or (read_date(match[1]) if (match := _INLINE.search(text)) else None)


def _below_heads(front: Sequence[str]) -> datetime.date | None:
    """The date on the line below the heads of a row, of which "Datum" is the last or the first."""
    lines = [line for line in front if line]
    found = next(((at, head) for at, line in enumerate(lines[:-1]) if (head := _HEADS.fullmatch(line))), None)
    dates = _DATES.findall(lines[found[0] + 1]) if found else []
    return read_date(dates[0 if found and found[1]["first"] else -1]) if dates else None
