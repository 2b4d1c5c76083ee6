"""The papers of the Senate about itself: its dossiers have Roman numerals, "Kamerstukken I, 2016/17, CXXIV, A"."""

import re
from collections.abc import Iterator

from ingest.citations.paper_rules import GAP, LABEL, YEARS
from ingest.citations.pieces import LETTERS, NR, PAGES, named, pages
from ingest.citations.rule import Rule
from ingest.model import Citation
from ingest.works import SENATE_DOSSIER, kamerstuk, session


def _read(match: re.Match[str]) -> Iterator[Citation]:
    """The one paper that a match names."""
    work, year = kamerstuk(match["dossier"], match["number"]), session(match["session"] or "")
    yield Citation("kamerstuk", *match.span(), work, (), None, "Eerste Kamer", year, pages(match["pages"]))


RULES: tuple[Rule, ...] = (
    Rule(
        "kamerstuk",
        ("Kam", "kam", "KAM", "Kst", "kst", "EK", "Eerste Kamer"),
        re.compile(
            named(
                rf"(?:{LABEL}{GAP}(?:I|EK|Eerste Kamer)|EK|Eerste Kamer)[,\s]{{1,3}}(?:<session>[,\s]{{1,3}})?"
                rf"<dossier>,\s?(?:{NR})?<number>(?:,\s?<pages>)?",
                session=YEARS,
                dossier=SENATE_DOSSIER,
                number=LETTERS,
                pages=PAGES,
            )
        ),
        _read,
        yes=(
            ("Kamerstukken I, 2016/17, CXXIV, A.", "kst-CXXIV-A"),
            ("Eerste Kamer, vergaderjaar 2017–2018, CXXIV, G", "kst-CXXIV-G"),
        ),
        no=("Kamerstukken I, IV, A", "Eerste Kamer, EU, A"),
    ),
)
