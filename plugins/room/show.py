"""How things are said on pages: dates, kinds, names.  All of it plain text; templates escape it."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from datasette.utils import tilde_encode

from ingest.notices import NOTICES
from room.addresses import anchor, dossier_address, ministry_address, person_address, work_address
from room.archive import Row

KINDS = {
    "answers_to_written_questions": "Answers to written questions",
    "written_questions": "Written questions",
    "list_of_questions_and_answers": "List of questions and answers",
    "letter": "Letter",
    "motion": "Motion",
    "report": "Report",
    "postponement": "Postponement",
    "other": "Paper",
}
# The field's own words, explained where they stand.
DUTCH = {
    "answers_to_written_questions": "antwoorden op Kamervragen",
    "written_questions": "Kamervragen",
    "list_of_questions_and_answers": "lijst van vragen en antwoorden",
    "letter": "Kamerbrief",
    "motion": "motie",
    "report": "verslag",
    "postponement": "uitstelbericht",
}
WORKS = {
    "kamerstuk": "parliamentary paper (Kamerstuk)",
    "dossier": "dossier",
    "aanhangsel": "written questions with answers (Aanhangsel)",
    "handelingen": "proceedings (Handelingen)",
    "zaak": "case of the House (zaak)",
    "document": "document of the House",
    "toezegging": "commitment (toezegging)",
    "eu_law": "EU law",
    "eu_document": "document of the European Commission",
    "law": "Dutch law",
    "official_journal": "official journal",
    "case_law": "judgment",
    "url": "web page",
}
PARTS = {"asked": "Asked by", "answered": "Answered by", "on_behalf_of": "Also on behalf of", "signed": "Signed by"}
CHAMBERS = {"tweede_kamer": "House of Representatives (Tweede Kamer)", "eerste_kamer": "Senate (Eerste Kamer)"}


def day(value: str | None) -> str:
    """A date in words: 2 December 2025; what is no date is shown as it is."""
    try:
        date = datetime.date.fromisoformat(value or "")
    except ValueError:
        return value or ""
    return f"{date.day} {date:%B} {date.year}"


def name(paper: Row) -> str:
    """What a paper is called in one word: its official name, its case number, its key."""
    return str(paper["identifier"] or paper["zaak"] or paper["id"])


def title(paper: Row) -> str:
    """A paper's title; where it states none, what it is."""
    return str(paper["title"] or f"{KINDS.get(paper['kind'], 'Paper')} {name(paper)}")


def written_dossier(dossier: str) -> str:
    """A dossier's number as papers print it.

    >>> written_dossier("29826"), written_dossier("35925-XVII")
    ('29 826', '35 925 XVII')
    """
    number, dash, rest = dossier.partition("-")
    spaced = f"{number[:2]} {number[2:]}" if number.isdecimal() and len(number) == 5 else number
    return spaced + ((" " if rest.isalpha() else dash) + rest if rest else "")


def size(count: int) -> str:
    """A file's size.

    >>> size(849), size(45187), size(325931864)
    ('1 kB', '45 kB', '326 MB')
    """
    unit, name = next((pair for pair in ((1e9, "GB"), (1e6, "MB")) if count >= pair[0]), (1e3, "kB"))
    amount = count / unit
    return f"{amount:.1f} {name}" if name != "kB" and amount < 10 else f"{max(1, round(amount)):,} {name}"


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its noun: 1 paper, 2 papers."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def fragment(text: str) -> str:
    """Words as the last part of an address, where browsers look for them (":~:text="): a dash has a meaning there.

    >>> fragment("olie- en gas")
    'olie%2D%20en%20gas'
    """
    return quote(text, safe="").replace("-", "%2D")


def said(kinds: Mapping[str, str]) -> Callable[[str], str]:
    """Look a code up; one that is not known is shown as it is."""
    return lambda code: kinds.get(code, code)


FILTERS: dict[str, Callable[..., str]] = {
    "day": day,
    "fragment": fragment,
    "size": size,
    "tilde": tilde_encode,
    "paper_name": name,
    "paper_title": title,
    "written_dossier": written_dossier,
    "kind": said(KINDS),
    "in_dutch": said(DUTCH),
    "work_kind": said(WORKS),
    "part": said(PARTS),
    "chamber": said(CHAMBERS),
    "notice": said({str(code): text for code, text in NOTICES.items()}),
}
GLOBALS: dict[str, Any] = {
    "plural": plural,
    "anchor": anchor,
    "work_address": work_address,
    "dossier_address": dossier_address,
    "person_address": person_address,
    "ministry_address": ministry_address,
}
