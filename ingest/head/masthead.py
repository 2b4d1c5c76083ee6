"""The masthead of a published paper: "Tweede Kamer der Staten-Generaal, Vergaderjaar 2025–2026, 29 826, Nr. 281"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ingest.head.front import DOSSIER, FrontKind, join_lines, line_kind
from ingest.language.wording import YEAR_DASH
from ingest.model import Dossier
from ingest.works import parse_dossier, session

_PAPER = re.compile(
    rf"(?:Kamerstuk(?:nummer)?:? )?(?P<dossier>{DOSSIER})\s?(?:[-‐‑–—]|, ?[Nn]r\. ?)\s?(?P<number>\d{{1,4}}[a-z]?)"
)
_DOSSIER = re.compile(rf"(?P<dossier>{DOSSIER})(?:,? (?P<letters>[A-Z]{{1,2}})| (?P<title>.+))?")
_NUMBER = re.compile(
    r"(?:[Nn]r|NR|No)s?[.:]?\s?(?P<number>\d{1,4}[a-z]?)(?!\w)|(?:[Nn]r\. )?(?P<letters>[A-Z]{1,3})(?=\Z|\d?\s[A-Z]{4})"
)
_SESSION = re.compile(rf"(?:Vergader|Zitting)s?(?:jaar)? ((?:\d ?){{3}}\d ?{YEAR_DASH} ?\d(?: ?\d){{1,3}})")
# The row under the heading of a page of officielebekendmakingen.nl: organization, session year, number.
_ROW_YEAR = re.compile(r"Kamer der Staten-Generaal\s{0,3}(\d{4}-\d{4})")
_ROW_NUMBER = re.compile(rf"{_ROW_YEAR.pattern}\s{{0,3}}(\d{{1,4}})\Z")
_ROW_PAPER = re.compile(
    rf"{_ROW_YEAR.pattern}\s{{0,3}}(?P<dossier>{DOSSIER}),? "
    r"(?:nr\. (?P<number>\d{1,4}[a-z]?)|(?P<letters>[A-Z]{1,3}))\Z"
)
# A committee reports "in de vorm van een lijst van vragen met de daarop gegeven antwoorden."
_ANSWERS_GIVEN = re.compile(r"(?:\A|regering )gegeven antwoorden[^\w.]*\Z")
_ANNEX = re.compile(rf"(?<!Zie ook )Aanhangsel van de Handelingen|{_ANSWERS_GIVEN.pattern}")
_ALONE = re.compile(r"\d{1,4}")
_AH = re.compile(r"AH[ -]?(\d{1,4})")
# On a line of its own, or in that row.
_ZAAK_ALONE = re.compile(r"(?:.{0,20}Kamer der Staten-Generaal\s{0,3}\d{4}-\d{4}\s{0,3})?(20\d\d)\s?Z\s?(\d{5})")
_NUMBER_ALONE = re.compile(r"\d\d \d{3}")
_CHAPTER = re.compile(r"[A-J]|[IVX]{1,5}|-\s?\d\d")
_REACH = 80
# As far down, in lines, the dossier of a draft stands below its title.
_TOP = 6
_LONGEST_TITLE = 16


class Masthead(NamedTuple):
    """What the lines at the head say.  `annex_number`: one in the annex that stands without its year ("AH 617")."""

    chamber: str | None = None
    session_year: str | None = None
    dossiers: tuple[Dossier, ...] = ()
    number: str | None = None
    in_annex: bool = False
    annex_number: str | None = None
    zaak: str | None = None


def read_masthead(front: Sequence[str]) -> Masthead:
    """Read the masthead from the lines of the front matter (plain, blank ones as "")."""
    lines = _with_chapters(front[:_REACH])
    kinds = [line_kind(line) for line in lines]
    found = Masthead(
        chamber=_chamber(lines, kinds),
        session_year=next(
            (session(match[1]) for line in lines if (match := _SESSION.match(line) or _ROW_YEAR.search(line))), None
        ),
        annex_number=next((match[1] for line in lines if (match := _AH.fullmatch(line))), None),
        zaak=next((f"{match[1]}Z{match[2]}" for line in lines if (match := _ZAAK_ALONE.fullmatch(line))), None),
    )
    if found.session_year and any(_ANNEX.search(line) for line in lines):
        return found._replace(in_annex=True, number=_annex_number(lines))
    return _with_paper(found, lines, kinds)


def _with_chapters(lines: Sequence[str]) -> Sequence[str]:
    """The lines, what a tool that gives each element a line of its own has cut put together again.

    So come a dossier and its chapter ("36 100", "B" and then the title; "21 501", "-20"), and "Nr." and the number.
    """
    result = list(lines)
    for at, line in enumerate(lines[:-2]):
        after = lines[at + 1]
        chapter = _NUMBER_ALONE.fullmatch(line) and _CHAPTER.fullmatch(after) and not line_kind(lines[at + 2])
        if chapter or (line in ("Nr.", "nr.") and _ALONE.fullmatch(after)):
            result[at : at + 2] = [f"{line}{after}" if after.startswith("-") else f"{line} {after}", ""]
    return result


def _chamber(lines: Sequence[str], kinds: Sequence[FrontKind | None]) -> str | None:
    for line, kind in zip(lines, kinds, strict=True):
        if kind == "chamber" and len(line) > 2:
            return "eerste_kamer" if line.startswith("Eerste") else "tweede_kamer"
    return None


def _annex_number(lines: Sequence[str]) -> str | None:
    """The number alone on its line; the chamber's number ("2") stands higher."""
    below = next((index for index, line in enumerate(lines) if _ANSWERS_GIVEN.search(line)), 0)
    numbers = [match[0] for line in lines[below:] if (match := _ALONE.fullmatch(line))]
    numbers += [match[2] for line in lines if (match := _ROW_NUMBER.search(line))]
    return numbers[0].lstrip("0") if numbers else None


def _with_paper(found: Masthead, lines: Sequence[str], kinds: Sequence[FrontKind | None]) -> Masthead:
    """Dossiers with their titles, and the paper's number: on one line ("36410-V-51"), or each on its own."""
    for index, kind in enumerate(kinds):
        if kind == "paper" and (match := _PAPER.fullmatch(lines[index])) and (name := parse_dossier(match["dossier"])):
            title = _labelled_title(lines[index:]) or _title(lines, kinds, index + 1, "")
            title = title or _listed_title(lines, kinds, name)
            return found._replace(dossiers=(Dossier(name, title),), number=match["number"].lstrip("0"))
    ends = [index for index, kind in enumerate(kinds) if kind in ("number", "title")]
    if not ends:
        return _from_row(found, lines)
    # In drafts the title also stands above the dossier.
    listed = next((index for index, kind in enumerate(kinds) if kind == "dossier" and index < _TOP), -1)
    ends = [index for index in ends if index > listed] or ends
    # Letters alone may be the number of a paper of the Senate, or anything else.
    end = next((index for index in ends if len(lines[index]) > 2), ends[0])
    end = ends[0] if found.chamber == "eerste_kamer" else end
    dossiers, letters = _listed(lines[:end], kinds)
    if [one.title for one in dossiers] == [None] and kinds[end] == "number":
        dossiers = (Dossier(dossiers[0].id, _title_below(lines, kinds, end + 1)),)
    number = next((match for line in lines[end : end + 3] if (match := _NUMBER.match(line))), None)
    # Letters before the kind of paper are its number: "C MEMORIE VAN ANTWOORD".
    if number and (number["number"] or found.chamber == "eerste_kamer" or number.end() < len(number.string)):
        return found._replace(dossiers=dossiers, number=(number["number"] or number["letters"]).lstrip("0"))
    return found._replace(dossiers=dossiers, number=letters or _above_title(lines, kinds, end))


def _title_below(lines: Sequence[str], kinds: Sequence[FrontKind | None], at: int) -> str | None:
    """A dossier's title that extraction set below the paper's number; below it stands the kind of paper."""
    stop = next((i for i in range(at, min(at + _LONGEST_TITLE, len(lines))) if kinds[i]), len(lines))
    return _title(lines, kinds, at, "") if stop < len(lines) and kinds[stop] == "title" else None


def _above_title(lines: Sequence[str], kinds: Sequence[FrontKind | None], at: int) -> str | None:
    """Letters alone, right above the kind of paper: "A", and below it "ADVIES RAAD VAN STATE"."""
    above = _NUMBER.fullmatch(lines[at - 1]) if at and kinds[at] == "title" else None
    return above["letters"] if above else None


def _from_row(found: Masthead, lines: Sequence[str]) -> Masthead:
    """A paper whose own head is lost, named by the row that a page of officielebekendmakingen.nl puts above it."""
    row = next((match for line in lines if (match := _ROW_PAPER.search(line))), None)
    name = parse_dossier(row["dossier"]) if row else None
    if not row or not name:
        return found
    return found._replace(dossiers=(Dossier(name),), number=row["number"] or row["letters"])


def _labelled_title(lines: Sequence[str]) -> str | None:
    """The title of a dossier as openkamer.org gives it, below that of the paper."""
    label = "Dossier: "
    return next((line[len(label) :] for line in lines if line.startswith(label)), None)


def _listed_title(lines: Sequence[str], kinds: Sequence[FrontKind | None], name: str) -> str | None:
    """The title of a dossier that stands further down."""
    return next((dossier.title for dossier in _listed(lines, kinds)[0] if dossier.id == name), None)


def _listed(lines: Sequence[str], kinds: Sequence[FrontKind | None]) -> tuple[tuple[Dossier, ...], str | None]:
    """The dossiers above the number, and the letters that stand for a number behind one ("35 300, A")."""
    found: dict[str, Dossier] = {}
    letters = None
    for index, line in enumerate(lines):
        match = _DOSSIER.fullmatch(line) if kinds[index] == "dossier" else None
        if match and (name := parse_dossier(match["dossier"])):
            found.setdefault(name, Dossier(name, _title(lines, kinds, index + 1, match["title"] or "")))
            letters = letters or match["letters"]
    return tuple(found.values()), letters


def _title(lines: Sequence[str], kinds: Sequence[FrontKind | None], at: int, opening: str) -> str | None:
    """A dossier's title: the rest of its line and the lines after it, as far as they have no form of their own."""
    parts = [opening] if opening else []
    for line, kind in zip(lines[at : at + _LONGEST_TITLE], kinds[at:], strict=False):
        if kind and not (kind in ("dateline", "date") and not parts):
            break
        if line and not kind:
            parts.append(line)
    return join_lines(parts) or None
