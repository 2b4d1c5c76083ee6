"""Citations with their place: which question, answer or footnote they stand in, and which question they mean."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ingest.citations.questions import ABOVE, PREVIOUS
from ingest.citations.short_forms import resolve
from ingest.model import Certainty, Citation, Head, Link, Notice, Passage, Reference
from ingest.passages import locate
from ingest.references import find

# First a look at the sign, as that is quickly told.
_SENTENCE_END = re.compile(r"[.?!\n](?:(?<=\n)\n|(?<!\n)[)»”’\"]*\s+(?=[A-ZÀ-Þ«“\"‘(]))")
# A sentence longer than this is cut: the context is to be read, not stored twice.
_CONTEXT = 400
# How far beside the paper's own name other words on its line are looked for.
_NEAR = 200
_REFERS = re.compile(r"\b(?:[Zz]ie|ZIE|[Vv]erwijs|[Vv]erwezen|[Vv]erwijzing|[Vv]erwijzen)\b[^.?!]{0,80}\Z")


class Place(NamedTuple):
    """A passage with the question, answer (indexes) that it is or that uses it, and the footnote that it is.

    `marker` is the footnote's.
    """

    passage: Passage
    question: int | None
    answer: int | None
    footnote: int | None
    marker: str = ""


def attribute(
    source: str, places: Iterable[Place], numbers: Sequence[tuple[str, ...]], links: Sequence[Link], head: Head
) -> tuple[tuple[Reference, ...], list[Notice]]:
    """The citations of a paper, in order of place, and a notice for each that should mean something known.

    `numbers` are the numbers of the paper's questions, for "het antwoord op vraag 3"; `links` say which answer answers
    which, for "het antwoord op de vorige vraag".
    """
    question = {number: at for at in range(len(numbers) - 1, -1, -1) for number in numbers[at]}
    turns = _Turns(links)
    known = list(places)
    passages = [(place.passage.text, find(place.passage.text)) for place in known]
    notes = {place.marker: at for at, place in enumerate(known) if place.footnote is not None}
    resolved = resolve(passages, [dossier.id for dossier in head.dossiers], notes)
    found = [
        aimed
        for place, citations in zip(known, resolved, strict=True)
        for reference in _references(source, place, citations, head)
        for aimed in _aimed(_counted(reference, numbers, turns), question)
    ]
    notices = [_doubt(reference) for reference in found if _is_doubtful(reference)]
    return tuple(sorted(found, key=lambda reference: (reference.span, reference.citation.numbers))), notices


def _references(source: str, place: Place, citations: Iterable[Citation], head: Head) -> Iterator[Reference]:
    text = place.passage.text
    inside = place.question is not None or place.answer is not None or place.footnote is not None
    for citation in citations:
        span = locate(place.passage, citation.start, citation.stop)
        written = text[citation.start : citation.stop]
        after = text[citation.stop : citation.stop + _NEAR]
        own = not inside and (_is_own_dossier(citation, head) or _is_own_title(written, after, citation, head))
        if not own and not _is_self(source, citation, span.start, span.stop, head):
            context = _context(text, citation.start, citation.stop)
            yield Reference(citation, span, written, context, place.question, place.answer, place.footnote)


def _is_doubtful(reference: Reference) -> bool:
    """A question of this paper that it does not ask; short forms and questions of other papers may stay open."""
    return reference.citation.certainty == "unresolved" and bool(reference.citation.numbers)


def _is_self(source: str, citation: Citation, start: int, stop: int, head: Head) -> bool:
    """The paper's own name on a line of its own is its name, not a citation."""
    if citation.work is None or citation.work.id not in (head.identifier, head.zaak):
        return False
    # Not the whole line: a paper without line breaks may name itself a thousand times.
    before = source[max(0, start - _NEAR) : start].rpartition("\n")[2]
    after = source[stop : stop + _NEAR].partition("\n")[0]
    # A page number may stand beside it, or what else a web page tells of a paper in a row.
    row = "Kamer der Staten-Generaal" in before
    return row or (not (before + after).strip(" \t\r0123456789") and "\n" not in source[start:stop].strip())


def _is_own_title(written: str, after: str, citation: Citation, head: Head) -> bool:
    """A motion's name heads its page; the number of a document stands before its kind in capitals."""
    if citation.kind == "document":
        return after[:1] == " " and after[1:5].isupper()
    return citation.work is None and head.kind == "motion" and (head.title or "").startswith(written)


def _is_own_dossier(citation: Citation, head: Head) -> bool:
    """The masthead prints the dossiers that the paper stands in."""
    return (
        citation.kind == "dossier"
        and citation.work is not None
        and citation.work.id in {one.id for one in head.dossiers}
    )


def _context(text: str, start: int, stop: int) -> str:
    """The sentence around a citation."""
    low, high = max(0, start - _CONTEXT), min(len(text), stop + _CONTEXT)
    before = [match.end() for match in _SENTENCE_END.finditer(text, low, start)]
    after = _SENTENCE_END.search(text, stop, high)
    return text[before[-1] if before else low : after.start() + 1 if after else high].strip()


class _Turns:
    """Which question comes before another, and which are answered with it."""

    def __init__(self, links: Sequence[Link]) -> None:
        self._first: dict[int, int] = {}
        self._answers: dict[int, int] = {}
        self._together: dict[int, list[int]] = {}
        for link in links:
            self._first[link.answer] = min(link.question, self._first.get(link.answer, link.question))
            self._answers[link.question] = link.answer
            self._together.setdefault(link.answer, []).append(link.question)

    def before(self, reference: Reference) -> tuple[int, ...]:
        """The questions that a reference by its place means: "de vorige vraag", "het antwoord hierboven"."""
        here = reference.question if reference.answer is None else self._first.get(reference.answer)
        if not here:
            return ()
        answer = self._answers.get(here - 1) if reference.citation.numbers == (ABOVE,) else None
        return (here - 1,) if answer is None else tuple(self._together[answer])


def _counted(reference: Reference, numbers: Sequence[tuple[str, ...]], turns: _Turns) -> Reference:
    """A reference by its place as one by number; it is left open where nothing comes before."""
    if reference.citation.numbers not in ((PREVIOUS,), (ABOVE,)):
        return reference
    found = tuple(number for at in turns.before(reference) for number in numbers[at])
    certainty: Certainty = "printed" if found else "unresolved"
    return reference._replace(citation=reference.citation._replace(numbers=found, certainty=certainty))


def _aimed(reference: Reference, question: dict[str, int]) -> Iterator[Reference]:
    """One reference for each question that a citation means."""
    if reference.citation.kind != "question" or not reference.citation.numbers:
        yield reference
        return
    for number in reference.citation.numbers:
        target = question.get(number)
        citation = reference.citation._replace(
            numbers=(number,), certainty="unresolved" if target is None else "printed"
        )
        yield reference._replace(citation=citation, target_question=target)


def _doubt(reference: Reference) -> Notice:
    return Notice("reference_unresolved", f"What {reference.text!r} means could not be told.", reference.span)


def referring(references: Iterable[Reference], links: Sequence[Link]) -> Iterator[Link]:
    """Answers that send the reader to another one: "Zie het antwoord op vraag 3"."""
    known = {(link.answer, link.question) for link in links}
    for reference in references:
        answer, question = reference.answer, reference.target_question
        if answer is None or question is None or reference.footnote is not None or (answer, question) in known:
            continue
        before = reference.context[: reference.context.find(reference.text) + 1]
        if _REFERS.search(before) or _REFERS.match(reference.text):
            known.add((answer, question))
            yield Link(answer, question, "refers", "printed")
