"""Text → citations: the one loop over the rows of the written forms."""

from collections.abc import Iterator, Sequence

from ingest.citations import (
    bare_papers,
    codes,
    european,
    links,
    paper_rules,
    proceedings,
    questions,
    senate,
    short_forms,
)
from ingest.citations.dates import date_after
from ingest.citations.rule import Rule, beginnings
from ingest.model import Citation, Work

# The order is meaning: where two rows begin at the same place the first that reads something wins.
RULES: tuple[Rule, ...] = (
    *links.RULES,
    *proceedings.RULES,
    *codes.RULES,
    *european.RULES,
    *senate.RULES,
    *paper_rules.RULES,
    *bare_papers.RULES,
    *questions.RULES,
    *short_forms.RULES,
)

# Kinds of works that bear a date; a page of the web or a law does not.
_DATED = frozenset(("kamerstuk", "aanhangsel", "handelingen", "eu_document", "zaak", "document"))

_STARTS = sorted({start for rule in RULES for start in rule.starts})
_BEGINNING = beginnings(_STARTS)
_RULES_AT = {start: tuple(rule for rule in RULES if start.startswith(rule.starts)) for start in _STARTS}


def find(text: str) -> tuple[Citation, ...]:
    """The citations in one passage of tidied text, in order.

    They do not overlap, except that of a list only the first has the label and a number that a range implies
    ("nr. 1 t/m 4") has the whole as its place.

    >>> [citation.work.id for citation in find("Zie Kamerstuk 33 009, nrs. 141 en 159.") if citation.work]
    ['kst-33009-141', 'kst-33009-159']
    """
    found = sorted(_found(text), key=lambda citation: (citation.start, citation.stop))
    return tuple(_dated(text, found))


def _found(text: str) -> Iterator[Citation]:
    position = 0
    while beginning := _BEGINNING.search(text, position):
        position = beginning.start() + 1
        for rule in _RULES_AT.get(beginning[0]) or _RULES_AT[beginning[0][0]]:
            match = rule.pattern.match(text, beginning.start())
            if match and (citations := tuple(rule.read(match))):
                yield from citations
                # A run of papers goes on behind what the pattern says of its beginning.
                position = max(match.end(), citations[-1].stop)
                break


def _dated(text: str, found: Sequence[Citation]) -> Iterator[Citation]:
    """The citations with the dates that stand with them; a number in a list has none of its own."""
    for index, citation in enumerate(found):
        limit = found[index + 1].start if index + 1 < len(found) else len(text)
        alone = citation.kind in _DATED and not text[citation.start : citation.stop].isalnum()
        date = date_after(text, citation.stop, limit) if alone else None
        yield citation._replace(cited_on=date) if date else citation


def canonical(text: str) -> Work | None:
    """The work that an official name in any written form means ("29 826, nr. 277", "kst-29826-277"), or None.

    The name must be all of the text.  Bare numbers are read as those of papers: "29826-277", "36410".
    """
    written = text.strip().rstrip(".,;")
    for attempt in (written, f"Kamerstuk {written}"):
        found = find(attempt)
        if len(found) == 1 and (found[0].start, found[0].stop) == (0, len(attempt)):
            return found[0].work
    return None
