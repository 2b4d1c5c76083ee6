"""Each person's part in a paper: asked, answered, on behalf of, signed.  Which parts there are depends on its kind."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.head.people import Named, addressees, answerers, askers, committees, on_behalf_of, read_members
from ingest.language.dates import DATE
from ingest.language.names import from_capitals, is_name
from ingest.language.offices import read_offices
from ingest.model import Kind, Part, Person
from ingest.structure.closing import Signature, announcements, signatures, signs, submitters

_STATEMENT = re.compile(
    r"(?<!\w)(?:Nader antwoord|Aanvullend antwoord|Herzien antwoord|Antwoord(?:en)?|Mededeling) van (?:de )?"
    rf"(?i:minister|staatssecretaris|vice).{{3,600}}?[(,]\s?[Oo]ntvangen[^)]{{0,30}}?{DATE}",
    re.DOTALL,
)
_RECEIVED = re.compile(r"\(\s?[Oo]ntvangen")
_SUBMITTED = re.compile(r"(?i:(?:motie|amendement) van (?:het lid|de leden))\s")
# Characters of the body in which a committee's paper says who asks whom.
_INTRODUCTION = 1500
# Lines below an office among which the name stands.
_NAME_BELOW = 4
_FIRST_PERSON = re.compile(
    r"\b(?:ik|wij|we|mij|ons|onze|mijn|deze (?:nota|memorie|brief)|hierbij|deze vragen,? mede)\b", re.IGNORECASE
)
_OTHER_WRITER = re.compile(
    r"BRIEF VAN (?:DE|HET) "
    r"(ALGEMENE REKENKAMER|PRESIDIUM|(?:IN)?FORMATEURS?|VERKENNERS?|NATIONALE OMBUDSMAN|KIESRAAD)\Z",
    re.IGNORECASE,
)
# A stop behind which small letters go on is that of an abbreviation.
_SENTENCE = re.compile(r"(?:[^.?!]|\.(?=\s?[a-z])){1,1200}")
_ON_BEHALF = re.compile(r"\bnamens\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parts:
    """Where the people of a paper are named.

    Its front matter by lines and as running text, its closing, the start of its body, the statement of who answers
    ("" for none), its title, how many answers it holds.
    """

    front: Sequence[str]
    text: str
    closing: Sequence[str]
    opening: str
    said: str
    title: str
    answers: int = 0


def statement(text: str, body: str) -> str:
    """ "Antwoord van minister … (ontvangen …)", at the head or, in older papers, below the questions; "" for none."""
    match = _STATEMENT.search(text) or (_STATEMENT.search(body) if _RECEIVED.search(body) else None)
    return " ".join(match[0].split()) if match else ""


def read_people(kind: Kind, parts: Parts) -> tuple[Person, ...]:
    """Everyone a paper names at its head and under it, in the order asked, answered, on behalf of, signed."""
    if kind == "motion" or (kind == "other" and _SUBMITTED.search(parts.title)):
        return tuple(_submitters(parts))
    if is_consultation(kind, parts.title):
        # It names those who ask and answer as a list of questions does.
        kind = "list_of_questions_and_answers"
    asked: tuple[Person, ...] = ()
    if is_oral(parts.title):
        return askers(parts.text)
    if kind in ("answers_to_written_questions", "written_questions", "postponement"):
        asked = (
            askers(parts.text) or committees(parts.text) or (askers(parts.opening) if kind == "postponement" else ())
        )
    elif kind == "list_of_questions_and_answers":
        asked = committees(f"{parts.text} {parts.opening[:_INTRODUCTION]}") or askers(parts.text)
    if kind == "written_questions":
        return asked
    return tuple(dict.fromkeys((*asked, *_replying(kind, parts))))


def _replying(kind: Kind, parts: Parts) -> Iterator[Person]:
    """Those who answer or sign, and on whose behalf."""
    answering = kind in ("answers_to_written_questions", "list_of_questions_and_answers")
    part: Part = "answered" if answering else "signed"
    stated = answerers(parts.said)
    if stated:
        yield from (replace(one, part=part) if one.part == "answered" else one for one in stated)
        return
    if kind == "list_of_questions_and_answers" and not _only_asks(parts):
        yield from addressees(f"{parts.text} {parts.opening[:_INTRODUCTION]}")
    signed = signatures(parts.closing) or tuple(one for one in signatures(parts.front) if one.name)
    if not signed and kind in ("letter", "other", "list_of_questions_and_answers"):
        signed = _above_annex(parts.opening.splitlines())
    yield from (_person(one, part) for one in signed)
    if not any(one.ministry for one in signed) and kind == "letter":
        yield from _by_title(parts.title)
    if not signed and answering:
        yield from answerers(parts.text)
    yield from _behalf(kind, parts)


def _only_asks(parts: Parts) -> bool:
    """Whether a committee's paper was printed before there was an answer."""
    title = parts.title.lower()
    return title.startswith("inbreng") or (
        not parts.answers and "lijst van vragen" in title and "antwoord" not in title
    )


def _above_annex(lines: Sequence[str]) -> tuple[Signature, ...]:
    """Who signs a letter that goes on below its signature, with what it covers; the name may stand above the office."""
    for at, line in enumerate(lines):
        if not signs(line.strip()):
            continue
        above = [name for name in lines[max(0, at - 1) : at] if is_name(name)]
        found = signatures([*above, *lines[at : at + _NAME_BELOW]])
        if found and found[0].name:
            return tuple(one for one in found if one.name)
    return ()


def is_consultation(kind: Kind, title: str) -> bool:
    """Whether a paper reports a written consultation: what the groups of a committee asked, and the answers."""
    return kind == "report" and "schriftelijk overleg" in title.lower()


def is_oral(title: str) -> bool:
    """Whether a paper announces what a member will ask the minister in the weekly question time."""
    return title.startswith("Mondelinge vragen")


def _person(one: Signature, part: Part) -> Person:
    """A signatory; the officers of a committee only sign."""
    return Person(part if one.ministry else "signed", one.name, None, one.role, one.ministry)


def _by_title(title: str) -> Iterator[Person]:
    """The writer of a letter whose signature is lost: "BRIEF VAN DE MINISTER VAN DEFENSIE"."""
    offices = read_offices(re.sub(r"\A[Bb][Rr][Ii][Ee][Ff] [Vv][Aa][Nn] ", "", title))[0]
    yield from (Person("signed", office.name, None, office.role, office.ministry) for office in offices)
    if other := _OTHER_WRITER.match(title):
        yield Person("signed", role=other[1].capitalize().replace("rekenkamer", "Rekenkamer"))


def _behalf(kind: Kind, parts: Parts) -> Iterator[Person]:
    for text in (*announcements(parts.closing), *announcements(parts.front)):
        yield from on_behalf_of(text)
    texts = (parts.text, parts.opening) if kind in ("letter", "other") else (parts.text,)
    for text in (text for text in texts if "namen" in text.lower()):
        for match in _SENTENCE.finditer(" ".join(text.split())):
            # Others may have written on somebody's behalf as well: only the writer's own sentence counts.
            if _ON_BEHALF.search(match[0]) and _FIRST_PERSON.search(match[0]):
                yield from on_behalf_of(match[0])


def _submitters(parts: Parts) -> Iterator[Person]:
    """Who submits a motion, with the parties where its title gives them."""
    stated = [_members(parts.text, match.end()) for match in _SUBMITTED.finditer(parts.text)]
    parties = {one.name: one.party for members in stated for one in members if one.party}
    # Under the motion all of them are named.
    named = [Named(name, None) for name in submitters(parts.closing)] or [
        one for members in stated[:1] for one in members
    ]
    yield from (Person("signed", one.name, parties.get(one.name), others=one.others) for one in named)


def _members(text: str, at: int) -> tuple[Named, ...]:
    """The members named in a motion's title, which may be set in capitals."""
    capitals = re.match(
        r"(?:(?! TER VERVANGING VAN| OP HET | OVER )[A-ZÀ-Þ ,.’'-]){3,300}(?![a-z])", text[at : at + 400]
    )
    written = text[at : at + 600]
    if capitals and capitals[0].isupper() and len(capitals[0].split()[0]) > 1:
        written = from_capitals(capitals[0].strip())
    return read_members(written)[0]
