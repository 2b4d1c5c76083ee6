"""Permanent addresses: a paper's official name, or its key; a work's name; dossiers, people, ministries."""

import re
from urllib.parse import quote

from datasette.utils import tilde_encode

from room.archive import Row

# Official names that stand in an address as they are: papers, the Aanhangsel, the Handelingen, official journals,
# cases and documents of the Tweede Kamer.
SHORT_NAME = r"(?:kst|blg|ah|h|stb|stcrt|trb|gmb)-[A-Za-z0-9-]+|\d{4}[ZD]\d{4,6}"
_SHORT = re.compile(SHORT_NAME)
_DOSSIER = re.compile(r"\d{4,5}(?:-[A-Z0-9]+)?")
_PADDING = re.compile(r"(?<![0-9])0+(?=[0-9])")
# Other schemes are no links, whatever a paper writes.
_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)

# What `paper_address` and lists of papers need to know of each.
PAPER_COLUMNS = """
  documents.id, documents.identifier, documents.zaak, documents.kind, documents.title, documents.ministry,
  documents.question_count, coalesce(documents.date, documents.answered_on) as date,
  documents.id = (select min(same.id) from documents as same where same.identifier = documents.identifier) as first,
  (select count(*) from documents as same where same.zaak = documents.zaak) = 1 as alone
"""


def paper_address(paper: Row) -> str:
    """Where a paper is read: under its official name, its case number if no other paper has it, or its key."""
    if paper["identifier"] and paper["first"] and _SHORT.fullmatch(paper["identifier"]):
        return f"/{paper['identifier']}"
    if not paper["identifier"] and paper["zaak"] and paper["alone"] and _SHORT.fullmatch(paper["zaak"]):
        return f"/{paper['zaak']}"
    return f"/paper/{tilde_encode(paper['id'])}"


def work_address(name: str) -> str:
    """Where a work has its page here: who cites it, and the paper itself if it is here."""
    if _DOSSIER.fullmatch(name):
        return dossier_address(name)
    return f"/{name}" if _SHORT.fullmatch(name) else f"/work/{tilde_encode(name)}"


def dossier_address(dossier: str) -> str:
    """A dossier's page."""
    return f"/dossier/{tilde_encode(dossier)}"


def person_address(name: str) -> str:
    """A person's page, by the name as papers write it."""
    return f"/person/{tilde_encode(name)}"


def ministry_address(ministry: str) -> str:
    """A ministry's page."""
    return f"/ministry/{tilde_encode(ministry)}"


def official(url: str | None) -> str | None:
    """An address on the web, or None where it is something else."""
    return url if url and _WEB.match(url) else None


def anchor(key: str, document: str) -> str:
    """The place of a question, answer, footnote or citation on its paper's page.

    >>> anchor("a/b-q003", "a/b"), anchor("a/b-r0000289-2", "a/b"), anchor("a/b-q001a", "a/b")
    ('q3', 'r289-2', 'q1a')
    """
    return quote(_PADDING.sub("", key.removeprefix(f"{document}-")), safe="")
