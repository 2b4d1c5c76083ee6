"""What a page of tkconv, the public index of the documents of the House, says of the paper that it shows.

At its top stand the title, the dossier's title, what sort of document it is, and its number and date ("Nummer:
2025D34162, datum: 2025-07-21, …"); then who signed it and where it belongs, down to "Preview document".  The paper
below may have its own head, which counts before this; documents as the ministries send them have little or none.
"""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.language.dates import read_date
from ingest.model import Dossier, Kind
from ingest.works import kamerstuk, parse_dossier

_NUMBER = "Nummer: 20"
_DATED = re.compile(r"Nummer: 20\d\dD\d{5}, datum: (20\d\d-\d\d-\d\d)(?!\d)")
_END = "Preview document"
# As far down, in lines, these stand.
_REACH = 60
_PAPER = re.compile(
    r"Onderdeel van kamerstukdossier (?P<dossier>\d{5}(?: (?:[A-Z]{1,6}|\d\d))?) ?-(?P<number>\d{1,4}) "
    r"(?P<title>.+?)\.?"
)
# "36800-XIV Verslag houdende een lijst van vragen".
_NUMBERED = re.compile(r"\d{5}(?:-[A-Z]{1,6}|-\d\d)? (?=[A-Z])")
_LETTERS = ("Brief regering", "Brief lid / fractie", "Brief Kamer", "Brief Presidium", "Brief commissie")


@dataclass(frozen=True, slots=True)
class Page:
    """`stop`: how many lines it takes above the paper; `paper`: the paper's official name; the rest as it says it."""

    stop: int = 0
    title: str | None = None
    sort: str = ""
    date: datetime.date | None = None
    paper: str | None = None
    dossier: Dossier | None = None

    @property
    def kind(self) -> Kind | None:
        """The kind of paper, where the sort alone tells it."""
        return "letter" if self.sort.startswith(_LETTERS) else None

    def titled(self, dossiers: Sequence[Dossier]) -> tuple[Dossier, ...]:
        """The dossiers of a paper, this page's with its title where the paper has none."""
        own = self.dossier
        return tuple(own if own and one.id == own.id and not one.title else one for one in dossiers)


def read_page(lines: Sequence[str]) -> Page:
    """What a page says above a paper, from the first lines of the whole; an empty one where there is no such page.

    >>> read_page(["Eb", "Brief regering", "Nummer: 2025D34162, datum: 2025-07-21, versie: 1", "Geachte"]).date
    datetime.date(2025, 7, 21)
    """
    at = next((at for at, line in enumerate(lines[:_REACH]) if line.startswith(_NUMBER)), None)
    dated = _DATED.match(lines[at]) if at is not None else None
    if at is None or not dated:
        return Page()
    # The menu of the site is in brackets.
    above = [line for line in lines[:at] if line and not line.startswith("[")]
    end = next((end for end, line in enumerate(lines[at : at + _REACH], at) if line.startswith(_END)), at)
    paper = next((match for line in lines[at : end + 1] if (match := _PAPER.fullmatch(line))), None)
    name = parse_dossier(paper["dossier"].replace(" ", "-")) if paper else None
    return Page(
        stop=end + 1,
        title=_NUMBERED.sub("", above[0], count=1) if above else None,
        sort=above[-1] if len(above) > 1 else "",
        date=read_date(dated[1]),
        paper=kamerstuk(name, paper["number"]).id if paper and name else None,
        dossier=Dossier(name, paper["title"]) if paper and name else None,
    )
