"""What a paper says about itself: front matter, closing and page furniture → `Head`.

Nothing is guessed: a date that is not printed stays unknown, a name that follows from other parts of the paper is
marked as inferred, with a notice.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.head.extent import front_stop
from ingest.head.front import join_lines, line_kind, masthead_start, parted, plain
from ingest.head.identity import Notices, read_identity, read_zaak
from ingest.head.kinds import Content, kind_by_text, read_kind
from ingest.head.page import read_page
from ingest.head.parts import Parts, is_consultation, is_oral, read_people, statement
from ingest.head.people import askers, committees
from ingest.head.timeline import read_dates
from ingest.head.titles import page_title, read_title, title_line
from ingest.layout.furniture import is_furniture
from ingest.model import Head, Kind
from ingest.structure.closing import signatures

__all__ = ["Evidence", "front_stop", "read_head"]

# How a letter puts off answers to written questions.
_PUTS_OFF = re.compile(
    r"vragen\s[^.]{0,400}?\sniet\sbinnen\s(?:de\s)?(?:\w+\s){0,4}termijn\s(?:van\s\w+\sweken\s)?"
    r"(?:kunnen\s|zullen\s)?(?:worden\s)?(?:beantwoord|te\sbeantwoorden|kan\sbeantwoorden)"
)
# The House numbers a document that stands in no dossier yet.
_DOCUMENT = re.compile(r"20\d\dD\d{5} [A-Z]{4}")
# How much of a paper is looked at: lines from the top and the bottom of the front matter, characters of each, and
# characters of the body.
_FROM_TOP, _FROM_BOTTOM, _LONGEST_LINE, _HALF = 250, 60, 6000, 15_000
_MOST_FURNITURE, _LONGEST_FURNITURE = 4000, 300
# A letter's margin may stand among the page furniture; that of its first page comes first.
_MARGIN = 60
_SUBJECT = re.compile(r"Betreft\b|Onderwerp\b")
_AT_THE_RIGHT = re.compile(r"(?<=[\w.,)»”'])(?<!Betreft)(?<!Onderwerp)\s{6,}\S.*\Z")
_SET_APART = re.compile(r"(?<!\S)[A-Z](?: [A-Z]){4}")
_APART = re.compile(r"(?<!\S)[A-Z](?: [A-Z]){1,20}(?!\S)")
# Characters of the body where a letter says on whose behalf it speaks, and where older papers state who answers.
_OPENING, _STATEMENTS = 4000, 200_000


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the rest of the reading knows of a paper, for its head.

    `front`, `closing` and `furniture` are lines, stripped, in order, "" for an empty one; `body` is what stands
    between, as a reader sees it; `postponed`: a part headed "Mededeling" stands where answers would; `heading`: what
    Markdown heads the whole paper with.
    """

    front: tuple[str, ...]
    closing: tuple[str, ...]
    furniture: tuple[str, ...]
    body: str
    question_count: int
    answer_count: int
    postponed: bool
    heading: str = ""


def read_head(evidence: Evidence) -> tuple[Head, Notices]:
    """Everything a paper says about itself, and the doubts that reading it left."""
    whole = _bounded(evidence.front)
    page = read_page(whole)
    masthead = masthead_start([line_kind(line) for line in whole])
    front = whole[max(page.stop, masthead) :]
    text = _running(front)
    furniture = [line[:_LONGEST_FURNITURE] for line in evidence.furniture[:_MOST_FURNITURE]]
    closing = [line[:_LONGEST_FURNITURE] for line in evidence.closing[-_FROM_BOTTOM:]]
    said = statement(text, evidence.body[:_STATEMENTS])
    margin = ["" if is_furniture(line) else line for line in furniture[:_MARGIN]]
    heading = plain(evidence.heading)
    title = read_title(front, margin, text, None if masthead else page.title)
    title = title or (None if line_kind(heading) else heading or None)
    told = _kind(evidence, front, text, title or "", said) or page.kind
    kind = told or "other"
    # A letter that puts the answers off says in its text which they are.
    told_of = f"{text} {evidence.body[:_OPENING]}" if kind == "postponement" else text
    asks = is_consultation(kind, title or "") or is_oral(title or "")
    dates = read_dates(kind, front, margin, told_of, said, asks=asks)
    told_on = dates.answered_on or (dates.date if kind == "postponement" else None)
    identity, notices = read_identity(front, [*furniture, page.paper or ""], text, told_on)
    zaak = read_zaak(kind, whole, furniture, evidence.body[:_OPENING] + evidence.body[-_OPENING:])
    people = read_people(
        kind, Parts(front, text, closing, evidence.body[:_OPENING], said, title or "", evidence.answer_count)
    )
    head = Head(
        kind=kind,
        identifier=identity.identifier,
        identifier_source=identity.identifier_source,
        title=page_title(front, title),
        chamber=identity.chamber or ("tweede_kamer" if zaak or any(map(_DOCUMENT.match, front)) else None),
        session_year=identity.session_year,
        dossiers=page.titled(identity.dossiers),
        number=identity.number,
        zaak=identity.zaak or zaak,
        date=dates.date or (None if dates.answered_on or dates.asked_on else page.date),
        asked_on=dates.asked_on,
        answered_on=dates.answered_on,
        ministry=next((one.ministry for one in people if one.part in ("answered", "signed") and one.ministry), None),
        people=people,
    )
    return head, notices if told else (*notices, ("kind_unknown", "What kind of paper this is could not be told."))


def _together(line: str) -> str:
    """A line in which capitals are set apart, without the spaces: "D A T U M  3 mei" is "DATUM  3 mei"."""
    if not _SET_APART.search(line):
        return line
    return _APART.sub(lambda match: match[0].replace(" ", ""), line)


def _bounded(lines: Sequence[str]) -> list[str]:
    """The lines that can tell something, plain; of a front matter without end only its top and bottom."""
    if len(lines) > _FROM_TOP + _FROM_BOTTOM:
        lines = (*lines[:_FROM_TOP], *lines[-_FROM_BOTTOM:])
    result = []
    subject = False
    for line in lines:
        # Text set as the page was has the letter's margin at the right of its subject.
        subject = bool(line) and (subject or _SUBJECT.match(line) is not None)
        line = _together(line[:_LONGEST_LINE])
        result += parted(plain(_AT_THE_RIGHT.sub("", line) if subject else line))
    return result


def _running(front: Sequence[str]) -> str:
    """The front matter as running text, or its top and bottom."""
    text = join_lines(front)
    return text if len(text) <= 2 * _HALF else f"{text[:_HALF]} {text[-_HALF:]}"


def _kind(evidence: Evidence, front: Sequence[str], text: str, title: str, said: str) -> Kind | None:
    kinds = {line_kind(line) for line in front}
    signs = any(one.ministry for one in signatures(evidence.closing[-_FROM_BOTTOM:]))
    content = Content(
        title,
        (title_line(front) or "").startswith(title) if title else False,
        evidence.question_count,
        evidence.answer_count,
        evidence.postponed or said.startswith("Mededeling"),
        bool(committees(text)) and not askers(text),
        bool(said) and not said.startswith("Mededeling"),
        bool(kinds & {"salutation", "addressee"}) or signs or title.lower().startswith("brief van"),
        _PUTS_OFF.search(evidence.body[:_OPENING]) is not None,
        kind_by_text(text[:_OPENING]) or kind_by_text(evidence.body[:_OPENING]),
    )
    return read_kind(content)
