"""Short forms: citations that lean on what the paper said before.

"stuk nr. 17" (in the paper's own dossier), "Idem", "zie noot 3", "voornoemde brief", "de motie-Jansen/De Vries" after
its number was given.  The rows find them, without a work; `resolve` fills in what can be told for certain and leaves
the others open: rather open than wrong.  Their kind stays `short_form`, so that each paper is counted as cited where
it is named, and its work says what is meant.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.citations.lists import places
from ingest.citations.pieces import LIST, LIST_OF_MANY, NR, NRS, named
from ingest.citations.rule import Rule, any_case
from ingest.model import Citation, Work
from ingest.works import kamerstuk

KIND = "short_form"

_PREFIX = r"(?:[Vv]an\s(?:der\s|den\s|de\s|’t\s|'t\s)?|[Dd]e\s|[Dd]en\s|[Tt]er\s|[Tt]en\s|El\s)?"
# A raised number is a note's mark.
_LETTERS = r"(?:(?![¹²³])[\w’'-]){1,30}"
_NAME = rf"{_PREFIX}[A-ZÀ-Þ]{_LETTERS}(?:\s{_PREFIX}[A-ZÀ-Þ]{_LETTERS})?"
_NAMES = rf"(?>{_NAME}(?:(?:/|,\s|\sen\s){_NAME}){{0,9}}(?:\sc\.s\.)?)"
_MEMBERS = r"\svan\s(?:het\slid|de\sleden|de\sheer|mevrouw|de\sKamerleden)\s"
_MOTION = rf"(?i:motie|amendement)(?:[-‐‑–]|{_MEMBERS}|\s(?={_NAME}(?:/|\sc\.s\.)))(?P<names>{_NAMES})"
_NUMBER_FOLLOWS = r"[^.;()]{0,150}(?:,\s(?=\d\d\s?\d{3}[\s\w-]{0,6},\snr)|\()(?:[Kk]amerst|TK\s|\d\d[\s.]?\d{3})"
_DEFINITION = re.compile(rf"{_MOTION}[^.;()]{{0,150}}(?:\(|,\s)\Z")
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
        any_case("stuk ", "stukken ", "vervanging", "nr. "),
        re.compile(
            named(
                r"(?:(?<=[Tt]\.v\.v\.\s)|(?<![a-z])(?i:stuk|stukken|vervanging\svan(?:\s(?:die|dat|(?:het|de)\s(?:amendement|motie)))?"
                r"(?:\sgedrukt\sonder)?(?:\s(?:het\s)?stuk)?)\s(?:onder\s)?)"
                rf"(?:{NRS}<many>|{NR}<list>)",
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
            ("ter vervanging van dat gedrukt onder nr. 9", "?"),
            ("Gewijzigde motie (t.v.v. nr. 12)", "?"),
        ),
        no=("een stuk van 12 meter", "Kamerstuk nr. 3 van de begroting"),
    ),
    Rule(
        KIND,
        ("Idem", "Ibid"),
        re.compile(r"(?<![^\s.;(])(?:Idem|Ibidem|Ibid\.?)(?=\s?(?:[.,;)]|\Z)|\s(?:p|pag|blz)\.?\s\d)"),
        _read,
        yes=(("Idem, p. 3.", "?"), ("Ibid.", "?"), ("Idem p. 3", "?")),
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
        any_case("voornoemd", "bovengenoemd", "voormeld", "de eerder", "hiervoor g", "hierboven g"),
        re.compile(
            r"(?i:voornoemde?|bovengenoemde?|voormelde?|de\seerder\s?genoemde|hier(?:voor|boven)\sgenoemde?)"
            r"\s(?:(?i:kamer)?(?:brief|motie|amendement|nota|verslag)|(?i:kamerstuk))(?!\w)"
            rf"(?!{_NUMBER_FOLLOWS})"
        ),
        _read,
        yes=(
            ("In voornoemde brief is dit toegelicht", "?"),
            ("de bovengenoemde motie", "?"),
            ("bovengenoemd Kamerstuk", "?"),
            ("de eerdergenoemde Kamerbrief", "?"),
            ("de hiervoor genoemde nota", "?"),
        ),
        no=("voornoemde bedrijven", "de eerder genoemde cijfers", "voornoemde brief (Kamerstuk 29 826, nr. 7)"),
    ),
    Rule(
        KIND,
        any_case("motie", "amendement"),
        re.compile(rf"{_MOTION}(?!{_NUMBER_FOLLOWS})"),
        _read,
        yes=(
            ("de motie-Jansen/De Vries vraagt", "?"),
            ("de motie van de leden Van Dijk en Bakker c.s.", "?"),
            ("de motie Jansen c.s.", "?"),
        ),
        no=(
            "de motie-Jansen (Kamerstuk 29 826, nr. 7)",
            "(motie-Jansen, 29 826, nr. 7)",
            "de motie die is ingediend",
            "een motie van wantrouwen",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class _Known:
    """What short forms may lean on.  `only` is what each passage cites, if it is one work; `before` the note before."""

    own_dossiers: Sequence[str]
    notes: Mapping[str, int]
    before: Mapping[int, int]
    motions: Mapping[frozenset[str], Work | None]
    only: dict[int, Work | None]


@dataclass(frozen=True, slots=True)
class _Place:
    """A short form as written, the passage it stands in, and the papers cited before it there."""

    written: str
    passage: int
    cited: Collection[Work]


def _the_only(works: Collection[Work]) -> Work | None:
    return next(iter(works)) if len(works) == 1 else None


def _of_own_dossier(place: _Place, known: _Known) -> Work | None:
    number = re.search(r"(\d+[a-z]?|[A-Z]{1,3})\Z", place.written)
    return kamerstuk(known.own_dossiers[0], number[0]) if number and len(known.own_dossiers) == 1 else None


def _of_note_before(place: _Place, known: _Known) -> Work | None:
    return known.only.get(known.before.get(place.passage, -1))


def _of_note(place: _Place, known: _Known) -> Work | None:
    return known.only.get(known.notes.get(place.written.split()[-1], -1))


def _of_passage(place: _Place, known: _Known) -> Work | None:
    return _the_only(place.cited)


def _of_names(place: _Place, known: _Known) -> Work | None:
    match = re.match(_MOTION, place.written)
    return known.motions.get(_surnames(match["names"])) if match else None


# First match wins.
_RESOLVERS: tuple[tuple[str, Callable[[_Place, _Known], Work | None]], ...] = (
    (r"(?i:idem|ibid)", _of_note_before),
    (r"(?i:voetnoot|noot)", _of_note),
    (r"(?i:voor[nm]|boveng|de\seerder|hier)", _of_passage),
    (_MOTION, _of_names),
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
    in_order = sorted((notes or {}).values())
    only = {index: _only_work(citations) for index, (_, citations) in enumerate(passages)}
    known = _Known(own_dossiers, notes or {}, dict(zip(in_order[1:], in_order, strict=False)), _motions(passages), only)
    done = []
    for index, (text, citations) in enumerate(passages):
        done.append(tuple(_resolved(text, index, citations, known)) if citations else ())
        only[index] = _only_work(done[-1])
    return done


def _only_work(citations: Sequence[Citation]) -> Work | None:
    return _the_only({citation.work for citation in citations if citation.work}) if citations else None


def _resolved(text: str, index: int, citations: Sequence[Citation], known: _Known) -> Iterator[Citation]:
    """The citations of one passage, each short form with its work if that can be told."""
    cited: set[Work] = set()
    for citation in citations:
        if citation.kind == KIND:
            place = _Place(text[citation.start : citation.stop], index, cited)
            work = next(find for pattern, find in _RESOLVERS if re.match(pattern, place.written))(place, known)
            citation = citation._replace(work=work, certainty="resolved") if work else citation
        elif citation.kind == "kamerstuk" and citation.work:
            cited.add(citation.work)
        yield citation
