"""A paper as a reference in other people's work: in words, as BibTeX, and as CSL-JSON for reference managers."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from room.archive import Row
from room.show import DUTCH, name, written_dossier

# Whose paper it is: the first of these parts that anybody has.
_AUTHORS = {"written_questions": ("asked", "signed"), "motion": ("asked", "signed")}
_OTHERWISE = ("answered", "signed", "asked")
_PUBLISHERS = {
    "tweede_kamer": "Tweede Kamer der Staten-Generaal",
    "eerste_kamer": "Eerste Kamer der Staten-Generaal",
}
_GENRES = {kind: said[0].upper() + said[1:] for kind, said in DUTCH.items()}
_HOUSES = {"tweede_kamer": " II", "eerste_kamer": " I"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)

# What TeX would read as a command.  Braces are written by name: BibTeX counts them, also behind a backslash.
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    **{sign: f"\\{sign}" for sign in "$&#_%"},
}
_SPACES = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_NO_KEY = re.compile(r"[^A-Za-z0-9.:-]+")


@dataclass(frozen=True, slots=True)
class Reference:
    """A paper as it is cited; `series` is its place among the papers of parliament, "" where it states none."""

    key: str
    title: str
    authors: tuple[str, ...]
    date: datetime.date | None
    series: str
    genre: str
    publisher: str
    url: str


def reference(paper: Row, people: Sequence[Row], url: str) -> Reference:
    """How a paper is cited, from what it says of itself; `url` is its official page, or its page here."""
    genre = _GENRES.get(paper["kind"], "")
    return Reference(
        key=_NO_KEY.sub("-", name(paper)).strip("-") or "paper",
        title=_plain(paper["title"] or genre or name(paper)),
        authors=_authors(paper["kind"], people),
        date=_date(paper["date"] or paper["answered_on"]),
        series=_plain(_series(paper)),
        genre=genre,
        publisher=_PUBLISHERS.get(paper["chamber"], "Staten-Generaal"),
        url=url,
    )


def _authors(kind: str, people: Sequence[Row]) -> tuple[str, ...]:
    for part in _AUTHORS.get(kind, _OTHERWISE):
        named = [_plain(one["name"] or one["role"] or "") for one in people if one["part"] == part]
        if any(named):
            return tuple(dict.fromkeys(filter(None, named)))
    return ()


def _date(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text or "")
    except ValueError:
        return None


def _series(paper: Row) -> str:
    """Its place as papers write it: "Kamerstukken II 2025/26, 29 826, nr. 281"."""
    identifier, number = str(paper["identifier"] or ""), str(paper["number"] or "")
    numbered = f", {'' if number.isalpha() else 'nr. '}{number}" if number else ""
    head = f"{_HOUSES.get(paper['chamber'], '')}{_years(paper['session_year'])}"
    if identifier.startswith("ah-"):
        return f"Aanhangsel Handelingen{head}{numbered}"
    if identifier.startswith("kst-") and paper["dossier"]:
        return f"Kamerstukken{head}, {written_dossier(paper['dossier'])}{numbered}"
    return identifier or (f"zaak {paper['zaak']}" if paper["zaak"] else "")


def _years(session_year: str | None) -> str:
    first, _, second = (session_year or "").partition("-")
    return f" {first}/{second[-2:]}" if first else ""


def _plain(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def in_words(cited: Reference) -> str:
    """The reference as a sentence, in Dutch as the paper is."""
    date = f"{cited.date.day} {_MAANDEN[cited.date.month - 1]} {cited.date.year}" if cited.date else ""
    parts = [", ".join(cited.authors), f"‘{cited.title}’", cited.series, date]
    return ", ".join(part for part in parts if part) + "."


def bibtex(cited: Reference) -> str:
    """The reference as an entry for BibTeX and BibLaTeX, in UTF-8."""
    fields = {
        "author": " and ".join(f"{{{tex(author)}}}" for author in cited.authors),
        # A second pair of braces keeps capitals as they are.
        "title": f"{{{tex(cited.title)}}}",
        "type": tex(cited.genre),
        "number": tex(cited.series),
        "institution": tex(cited.publisher),
        "year": str(cited.date.year) if cited.date else "",
        "month": _MONTHS[cited.date.month - 1] if cited.date else "",
        "day": str(cited.date.day) if cited.date else "",
        "language": "dutch",
        # Read as it is, so nothing in it may end the field.
        "url": quote(cited.url, safe=":/?#[]@!$&'()*+,;=%~"),
    }
    # The name of a month stands without braces: each style says it in its own way.
    braced = {field: value if field == "month" else f"{{{value}}}" for field, value in fields.items() if value}
    lines = [f"  {field} = {value}," for field, value in braced.items()]
    return "\n".join([f"@techreport{{{cited.key},", *lines, "}", ""])


def tex(text: str) -> str:
    r"""A text that TeX sets as it is.

    >>> tex("50% van {A_1} & B")
    '50\\% van \\textbraceleft{}A\\_1\\textbraceright{} \\& B'
    """
    return "".join(_TEX.get(character, character) for character in text)


def csl(cited: Reference) -> list[dict[str, Any]]:
    """The reference as CSL-JSON (citeproc-js.readthedocs.io/en/latest/csl-json/markup.html).

    Names stay whole: papers do not say which part of them is the family's.
    """
    date = cited.date and [[cited.date.year, cited.date.month, cited.date.day]]
    item = {
        "id": cited.key,
        "type": "report",
        "title": cited.title,
        "author": [{"literal": author} for author in cited.authors],
        "issued": {"date-parts": date} if date else None,
        "genre": cited.genre,
        "number": cited.series,
        "publisher": cited.publisher,
        "URL": cited.url,
        "language": "nl-NL",
    }
    return [{name: value for name, value in item.items() if value}]
