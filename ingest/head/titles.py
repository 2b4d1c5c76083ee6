"""A paper's title: its subject line, the kind of paper in capitals, or the statement of who asks or answers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.head.front import join_lines, line_kind
from ingest.language.dates import DATE, is_date
from ingest.language.wording import starting

_NUMBER = re.compile(
    r"\A(?:(?:[Nn]r|NR|No)s?[.:]?\s?(?:\d{1,4}[a-z]?)?(?:\sHERDRUK\d?)?"
    r"|(?:[A-Z]{1,3}\d?(?:\sHERDRUK\d?)?|20\d\dD\d{5})(?=\s[A-Z]{4}))\s+(?=\S)"
)
_CAPITALS = re.compile(r"(?=.*[A-ZÀ-Þ]{2})[A-ZÀ-Þ\d .,()’'–-]{2,}")
_SUBJECT = re.compile(r"(?:(?:Betreft|BETREFT|Onderwerp|ONDERWERP)\b\s?:?|(?:betreft|onderwerp)\s?:)\s?")
# The same in text that lost its line breaks.
_INLINE_SUBJECT = re.compile(
    rf"(?:{starting('Betreft', 'BETREFT', 'Onderwerp', 'ONDERWERP')}:?|datum\s{DATE}\sbetreft)"
    r"\s+(?P<title>\S.{4,400}?)"
    r"\s+(?=Geachte|Hooggeachte|Datum\b|DATUM\b|(?:UW|[Uu]w|ONS|[Oo]ns) (?:KENMERK|kenmerk))"
)
_SENT = r"(?=[\s,;.]{0,3}\(?\s?(?:[Ii]ngezonden|INGEZONDEN)\b)"
_RECEIVED = r"(?=[\s,;.]{0,3}\(?\s?(?:[Oo]ntvangen|ONTVANGEN)\b)"


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement at the head that names a paper: its pattern, texts of which it takes the first part, up to "|"."""

    pattern: str
    yes: tuple[str, ...]


# In the order in which they count.
STATEMENTS: tuple[Statement, ...] = (
    Statement(
        rf"{starting('Vragen van ', 'Mondelinge vragen van ')}(?:het|de|lid|leden|Kamer).{{5,1000}}?{_SENT}",
        yes=(
            "Vragen van het lid Bakhuis (CDA) over eb| (ingezonden 6 mei 2025)",
            "Mondelinge vragen van het lid Bakhuis (CDA) over eb| (ingezonden 6 mei 2025)",
        ),
    ),
    # In the Senate, questions are passed on.
    Statement(
        rf"{starting('Vragen van ')}(?:het lid|de leden)(?! der) .{{5,600}}?\smedegedeeld (?:aan|op) "
        r".{5,600}?(?=\.?\s+Antwoord van)",
        yes=(
            "Vragen van het lid Bakhuis (D66) aan de Minister, medegedeeld op 6 mei 2025, over eb|. Antwoord van",
            "Vragen van het lid Bakhuis (D66) op 6 mei 2025 medegedeeld aan de Minister over eb|. Antwoord van",
        ),
    ),
    Statement(
        rf"{starting('Antwoorden', 'Antwoord', 'Beantwoording', 'Reactie')} (?:op|van|bij) (?:de )?(?:schriftelijke )?"
        rf"(?:Kamer)?vragen (?:(?! Hierbij ).){{5,800}}?{_SENT}",
        yes=("Antwoord op vragen van het lid Bakhuis over eb|, ingezonden op 6 mei",),
    ),
    Statement(
        rf"{starting('Antwoorden', 'Antwoord', 'Mededeling')} van (?:de )?(?i:minister|staatssecretaris)"
        rf".{{5,600}}?{_RECEIVED}",
        yes=("Antwoord van minister Bakhuis (Defensie)| (ontvangen 6 mei 2025)",),
    ),
)
_STATEMENTS = [re.compile(rule.pattern) for rule in STATEMENTS]
_OPENING = re.compile(
    r"(?:Kamerbrief|Besluitenlijst) (?:over|inzake|van)\b"
    r"|(?:Schriftelijke |Aanvullende |Nadere |Kamer)?"
    r"(?:[Vv]ragen|[Bb]eantwoording|[Aa]ntwoord(?:en)?|[Rr]eactie|[Ll]ijst|[Uu]itstel)"
    r" (?:van|op|bij|vragen|Kamervragen|over|beantwoording)\b"
)
_ZAAK = re.compile(r"\s?\(?(?:20\d\d\s?Z\s?\d{5})\)?\s*\Z")
# The page of a paper at tweedekamer.nl is headed by its sort: "Brief regering : Voorbereiding verkiezingen".
_SORT = re.compile(r"\A[A-Z][a-z]{3,12}(?: \(?[a-z]{2,24}\)?[a-z]{0,24}){0,5} : (?=[A-Z«])")
# "MOTIE VAN HET LID DE WIT C.S.": the last stop is part of the word.
_ABBREVIATED = re.compile(r"\b(?:[A-Za-z]\.){2,}\Z")
# A footnote's mark behind a title in capitals.
_MARK = re.compile(r"(?<=[A-ZÀ-Þ]{4})\d\Z")
_ABOUT = ("over ", "inzake ", "betreffende ")
_LONGEST = 12
# A title does not end so.
_OPEN = (" VAN", " DE", " HET", " DER", " EN", " VOOR", " OVER", " OP", " IN", " MET", " TOT", ",")


def read_title(front: Sequence[str], margin: Sequence[str], text: str, shown: str | None = None) -> str | None:
    """The title, from the lines of the front matter, those beside it, and the front matter as running text.

    `shown`: how a page heads a paper that has no masthead; it says more than the kind alone.  None where none is
    printed.
    """
    found = _subject(front) or _subject(margin) or _statement(text) if shown else None
    found = found or shown or _subject(front) or title_line(front) or _subject(margin)
    found = found or _statement(text) or _opening(front)
    if not found:
        return None
    title = _MARK.sub("", _ZAAK.sub("", _SORT.sub("", found)).rstrip(" ,;"))
    return title if _ABBREVIATED.search(title) else title.rstrip(" .,;") or None


def page_title(front: Sequence[str], title: str | None) -> str | None:
    """What tweedekamer.nl heads the page of a paper with, where the paper itself prints only its kind.

    >>> page_title(["Brief regering : Verbod op eb", "Nr. 7 BRIEF VAN DE MINISTER"], "BRIEF VAN DE MINISTER")
    'Verbod op eb'
    """
    first = next((line for line in front if line), "")
    told = _SORT.sub("", first, count=1)
    return told if title and title.isupper() and told not in (first, title.capitalize()) else title


def title_line(front: Sequence[str]) -> str | None:
    """The kind of paper as a published paper prints it: "BRIEF VAN DE MINISTER VAN DEFENSIE"."""
    kinds = [line_kind(line) for line in front]
    if "title" not in kinds:
        return None
    at = kinds.index("title")
    first = _SORT.sub("", _NUMBER.sub("", front[at], count=1))
    parts = [first]
    # A title in capitals runs on in capitals; after an empty line only where it cannot end.
    for line in front[at + 1 : at + _LONGEST] if first.isupper() else ():
        if line and (not _CAPITALS.fullmatch(line) or (not parts[-1] and not _runs_on(join_lines(parts), line))):
            break
        parts.append(line)
    return join_lines(parts)


def _runs_on(above: str, line: str) -> bool:
    return above.endswith(_OPEN) or line.startswith(("EN ", "VAN ", "VOOR ", "OVER "))


def _subject(front: Sequence[str]) -> str | None:
    for index, line in enumerate(front):
        if (match := _SUBJECT.match(line)) and line_kind(line) == "subject":
            return join_lines(_block([line[match.end() :], *front[index + 1 : index + _LONGEST]])) or None
    return None


def _block(lines: Sequence[str]) -> list[str]:
    """Lines up to an empty one or one that has a form of its own; empty ones before them do not count.

    Nor does a date: where the labels "Datum" and "Betreft" stand above each other, so does what they say.
    """
    taken: list[str] = []
    for line in lines:
        if not taken and is_date(line):
            continue
        if (not line and taken) or (line and line_kind(line)):
            break
        if line:
            taken.append(line)
    return taken


def _statement(text: str) -> str | None:
    if match := _INLINE_SUBJECT.search(text):
        return match["title"]
    return next((match[0] for pattern in _STATEMENTS if (match := pattern.search(text))), None)


def _opening(front: Sequence[str]) -> str | None:
    """A title that only its words tell: "Beantwoording vragen over het rapport …", up to an empty line."""
    for index, line in enumerate(front):
        if len(line) < 500 and _OPENING.match(line):
            lines = front[index : index + _LONGEST]
            taken = _block(lines)
            below = lines[lines.index(taken[-1]) + 1 :] if taken else []
            # What it is about may stand apart from who asks.
            return join_lines(taken + (_block(below) if "".join(below).startswith(_ABOUT) else []))
    return None
