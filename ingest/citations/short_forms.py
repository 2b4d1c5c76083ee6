"""Short forms: citations that lean on what the paper said before.

"stuk nr. 17" (in the paper's own dossier), "Idem", "zie noot 3", "voornoemde brief", "de motie-Jansen/De Vries" after
its number was given.  The rows find them, without a work; `resolve` fills in what can be told for certain and leaves
the others open: rather open than wrong.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.citations.lists import places
from ingest.citations.pieces import LIST, LIST_OF_MANY, NR, NRS, named
from ingest.citations.rule import Rule, any_case
from ingest.model import Citation, Work
from ingest.works import kamerstuk

KIND = "short_form"

_PREFIX = r"(?:[Vv]an\s(?:der\s|den\s|de\s|’t\s|'t\s)?|[Dd]e\s|[Dd]en\s|[Tt]er\s|[Tt]en\s|El\s)?"
_NAME = rf"{_PREFIX}[A-ZÀ-Þ][\w’'-]{{1,30}}(?:\s{_PREFIX}[A-ZÀ-Þ][\w’'-]{{1,30}})?"
_NAMES = rf"{_NAME}(?:(?:/|,\s|\sen\s){_NAME}){{0,9}}(?:\sc\.s\.)?"
_MEMBERS = r"\svan\s(?:het\slid|de\sleden|de\sheer|mevrouw|de\sKamerleden)\s"
_MOTION = rf"(?i:motie|amendement)(?:[-‐‑–]|{_MEMBERS})(?P<names>{_NAMES})"
_NUMBER_FOLLOWS = r"[^.;()]{0,150}\((?:[Kk]amerst|TK\s|\d\d[\s.]?\d{3})"
_DEFINITION = re.compile(rf"{_MOTION}[^.;()]{{0,150}}\(\Z")
_LOOK_BACK = 300


def _read(match: re.Match[str]) -> Iterator[Citation]:
    yield Citation(KIND, *match.span(), None, certainty="unresolved")


def _read_numbers(match: re.Match[str]) -> Iterator[Citation]:
    """One citation for each number of the list that is written."""
    listed = match.span("many" if match["many"] else "list")
    for index, place in enumerate(places(match.string, *listed)):
        if place.span:
            start = place.span.start if index else match.start()
            yield Citation(KIND, start, place.span.stop, None, certainty="unresolved")


RULES: tuple[Rule, ...] = (
    Rule(
        KIND,
        any_case("stuk ", "stukken ", "vervanging"),
        re.compile(
            named(
                r"(?<![a-z])(?i:stuk|stukken|vervanging\svan(?:\sdie)?(?:\sgedrukt\sonder)?(?:\s(?:het\s)?stuk)?)\s"
                rf"(?:onder\s)?(?:{NRS}<many>|{NR}<list>)",
                many=LIST_OF_MANY,
                list=LIST,
            )
        ),
        _read_numbers,
        yes=(
            ("de motie op stuk nr. 17", "?"),
            ("de stukken nrs. 17 en 18", "? ?"),
            ("ter vervanging van nr. 45", "?"),
            ("ter vervanging van die gedrukt onder nr. 9", "?"),
        ),
        no=("een stuk van 12 meter", "Kamerstuk nr. 3 van de begroting"),
    ),
    Rule(
        KIND,
        ("Idem", "Ibid", "idem"),
        re.compile(r"(?<![^\s.;(])(?:Idem|Ibidem|Ibid\.?)(?=\s?(?:[.,;)]|\Z))"),
        _read,
        yes=(("Idem, p. 3.", "?"), ("Ibid.", "?")),
        no=("Leden: idem", "Idem dito voor de zorg"),
    ),
    Rule(
        KIND,
        any_case("noot", "voetnoot"),
        re.compile(r"(?:(?<=[Zz]ie\s)|(?<=\sook\s)|(?<=\sin\s))(?i:voetnoot|noot)\s\d{1,3}(?![\w%])"),
        _read,
        yes=(("Zie noot 3.", "?"), ("zie ook voetnoot 12", "?")),
        no=("noot 3", "de voetnoten 3 en 4"),
    ),
    Rule(
        KIND,
        any_case("voornoemde", "bovengenoemde"),
        re.compile(
            rf"(?i:voornoemde|bovengenoemde)\s(?:Kamer)?(?:brief|motie|amendement|nota|verslag)(?!\w)(?!{_NUMBER_FOLLOWS})"
        ),
        _read,
        yes=(("In voornoemde brief is dit toegelicht", "?"), ("de bovengenoemde motie", "?")),
        no=("voornoemde bedrijven", "voornoemde brief (Kamerstuk 29 826, nr. 7)"),
    ),
    Rule(
        KIND,
        any_case("motie", "amendement"),
        re.compile(rf"{_MOTION}(?!{_NUMBER_FOLLOWS})"),
        _read,
        yes=(("de motie-Jansen/De Vries vraagt", "?"), ("de motie van de leden Van Dijk en Bakker c.s.", "?")),
        no=("de motie-Jansen (Kamerstuk 29 826, nr. 7)", "de motie die is ingediend", "een motie van wantrouwen"),
    ),
)


@dataclass(frozen=True, slots=True)
class _Before:
    """What a short form may lean on: the passages with their citations so far, and where the notes are."""

    passages: Sequence[tuple[str, Sequence[Citation]]]
    index: int
    own_dossiers: Sequence[str]
    notes: Mapping[str, int]
    motions: Mapping[frozenset[str], Work | None]


def _the_only(citations: Sequence[Citation]) -> Work | None:
    """The one work that the citations name, if it is one."""
    works = {citation.work for citation in citations if citation.work}
    return works.pop() if len(works) == 1 else None


def _of_own_dossier(written: str, _citation: Citation, before: _Before) -> Work | None:
    number = re.search(r"(\d+[a-z]?|[A-Z]{1,3})\Z", written)
    return kamerstuk(before.own_dossiers[0], number[0]) if number and len(before.own_dossiers) == 1 else None


def _of_note_before(_written: str, _citation: Citation, before: _Before) -> Work | None:
    """What the note before this one cites."""
    order = sorted(before.notes.values())
    if before.index not in order or before.index == order[0]:
        return None
    return _the_only(before.passages[order[order.index(before.index) - 1]][1])


def _of_note(written: str, _citation: Citation, before: _Before) -> Work | None:
    index = before.notes.get(written.split()[-1])
    return _the_only(before.passages[index][1]) if index is not None else None


def _of_passage(_written: str, citation: Citation, before: _Before) -> Work | None:
    earlier = [other for other in before.passages[before.index][1] if other.stop <= citation.start]
    return _the_only([other for other in earlier if other.kind == "kamerstuk"])


def _of_names(written: str, _citation: Citation, before: _Before) -> Work | None:
    match = re.match(_MOTION, written)
    return before.motions.get(_surnames(match["names"])) if match else None


# First match wins.
_RESOLVERS: tuple[tuple[str, Callable[[str, Citation, _Before], Work | None]], ...] = (
    (r"(?i:i(?:dem|bid))", _of_note_before),
    (r"(?i:voetnoot|noot)", _of_note),
    (r"(?i:voornoemde|bovengenoemde)", _of_passage),
    (rf"{_MOTION}", _of_names),
    (r"", _of_own_dossier),
)


def _surnames(names: str) -> frozenset[str]:
    """Names as letters only, so that "Alkaya/Van der Lee" and "Alkaya en Van der Lee" are the same."""
    parts = re.split(r"/|,\s|\sen\s", names.removesuffix(" c.s."))
    return frozenset("".join(filter(str.isalpha, part)).lower() for part in parts)


def _motions(passages: Sequence[tuple[str, Sequence[Citation]]]) -> dict[frozenset[str], Work | None]:
    """The motions whose numbers the paper gives, by the names of who moved them; None where names have two numbers."""
    found: dict[frozenset[str], Work | None] = {}
    for text, citations in passages:
        for citation in citations:
            before = text[max(0, citation.start - _LOOK_BACK) : citation.start]
            if citation.kind == "kamerstuk" and citation.work and (match := _DEFINITION.search(before)):
                names = _surnames(match["names"])
                found[names] = citation.work if found.get(names, citation.work) == citation.work else None
    return found


def resolve(
    passages: Sequence[tuple[str, tuple[Citation, ...]]],
    own_dossiers: Sequence[str] = (),
    notes: Mapping[str, int] | None = None,
) -> list[tuple[Citation, ...]]:
    """The citations of each passage of one paper, with the works of the short forms that can be told for certain.

    `passages` are texts with what `find` found in them, in reading order, notes included; `own_dossiers` the paper's
    own; `notes` the places of the notes in `passages`, by their markers.
    """
    done: list[tuple[str, Sequence[Citation]]] = list(passages)
    motions = _motions(passages)
    for index, (text, citations) in enumerate(passages):
        before = _Before(done, index, own_dossiers, notes or {}, motions)
        done[index] = (text, tuple(_resolved(text, citation, before) for citation in citations))
    return [tuple(citations) for _, citations in done]


def _resolved(text: str, citation: Citation, before: _Before) -> Citation:
    if citation.kind != KIND:
        return citation
    written = text[citation.start : citation.stop]
    work = next(find for pattern, find in _RESOLVERS if re.match(pattern, written))(written, citation, before)
    return replace(citation, kind=work.kind, work=work, certainty="resolved") if work else citation
