"""Addresses on the web, and the papers, acts and judgments that an address leads to."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from ingest.citations.european import CELEX, celex
from ingest.citations.rule import Rule, any_case
from ingest.model import Citation, Work
from ingest.works import case_law, document, dossier, eu_document, eu_law, law, publication, toezegging, url, zaak

# What an address leads to is said in its first part.
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Target:
    """A mark in an address that says what it leads to; `make` gives the work from the groups of the pattern."""

    pattern: re.Pattern[str]
    make: Callable[..., Work | None]


_ELI_SORTS = {"reg": "R", "dir": "L", "dec": "D", "reco": "H"}


def _eli(sort: str, year: str, number: str) -> Work | None:
    name = celex(_ELI_SORTS[sort], year, number, numbered=False)
    return eu_law(name) if name else None


# First match wins: a page of the Tweede Kamer names its case and its document; the document is the narrower.
TARGETS: tuple[Target, ...] = tuple(
    Target(re.compile(pattern, re.IGNORECASE), make)
    for pattern, make in (
        (
            r"(?<![\w-])(kst-\d{4,7}(?:-[0-9a-z]{1,6}){0,3}|blg-\d{3,8}|ah-[te]k-\d{8}-\d{1,5}"
            r"|h-[te]k-\d{8}(?:-\d{1,5}){1,2}|(?:stb|stcrt|trb|gmb)-\d{4}-\d{1,6})(?!\w)",
            publication,
        ),
        (r"(?<!\w)(BWB[RVW]\d{7}|CVDR\d{4,7})", law),
        (rf"(?<!\w)({CELEX})(?!\w)", eu_law),
        (r"(ECLI:[a-z]{2}:[a-z0-9.]{1,12}:\d{4}:[a-z0-9]{1,25}(?:\.[a-z0-9]{1,25}){0,4})", case_law),
        (r"/eli/(reg|dir|dec|reco)(?:_impl|_del)?/(\d{4})/(\d{1,4})(?!\d)", _eli),
        (r"(?:uri=|/)(COM|JOIN|SWD|SEC|C)[:(](\d{4})[:)](\d{1,5})", eu_document),
        (r"(?<!\w)(TZ\d{6}-\d{3})(?!\w)", toezegging),
        (r"(?<!\w)(20\d\dD\d{5})(?!\w)", document),
        (r"(?<!\w)(20\d\dZ\d{5})(?!\w)", zaak),
        (r"wetsvoorstel:(\d{5}(?:-[A-Z\d]{1,5})?)(?!\d)", dossier),
        (
            r"(?:officielebekendmakingen\.nl/dossier/|eerstekamer\.nl/wetsvoorstel/|tweedekamer\.nl/\S*?dossier=)"
            r"(\d{5}(?:-[A-Z\d]{1,5})?)(?!\d)",
            dossier,
        ),
    )
)


def target(address: str) -> Work:
    """What an address leads to: the paper, act or judgment that it names, else the page itself.

    >>> target("https://zoek.officielebekendmakingen.nl/kst-29826-277.html").id
    'kst-29826-277'
    """
    plain = unquote(unquote(address[:_LONGEST]))
    for row in TARGETS:
        if (match := row.pattern.search(plain)) and (work := row.make(*(group for group in match.groups() if group))):
            return work
    return url(address)


# A page's address ends before the punctuation of the sentence; a bracket belongs to it if it was opened in it.
_CHARACTER = r"(?:(?!(?<![=/?&])https?://)[^\s<>\"«»“”„\[\]{}|\\^`]|\[[^\s\[\]]{0,40}\])"
_HOST = r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}"
_ENDING = ".,;:!?*'’‘”\"…"
# Sites of the field that are often cited without "https://" or "www.".
_SITES = ("zoek.officielebekendmakingen.nl/", "wetten.overheid.nl/", "deeplink.rechtspraak.nl/")


def _trimmed(address: str) -> str:
    """An address without the punctuation that follows it in the sentence."""
    closing = address.count(")") - address.count("(")
    stop = len(address)
    while stop and (address[stop - 1] in _ENDING or (address[stop - 1] == ")" and closing > 0)):
        closing -= address[stop - 1] == ")"
        stop -= 1
    return address[:stop]


def _read(match: re.Match[str]) -> Iterator[Citation]:
    address = _trimmed(match[0])
    work = target(address)
    yield Citation(work.kind, match.start(), match.start() + len(address), work)


RULES: tuple[Rule, ...] = (
    Rule(
        "url",
        (*any_case("http", "www."), *_SITES),
        re.compile(
            rf"(?:(?i:https?)\s?:\s?//\s?(?={_HOST}|\[)|(?<![\w@.])(?i:www\.)(?={_HOST})"
            rf"|(?<![\w@./-])(?:{'|'.join(map(re.escape, _SITES))})(?=\w)){_CHARACTER}+"
        ),
        _read,
        yes=(
            ("Raadpleegbaar via www.tweedekamer.nl.", "www.tweedekamer.nl"),
            ("(zie https://nos.nl/artikel/1-titel).", "https://nos.nl/artikel/1-titel"),
            ("https://nl.wikipedia.org/wiki/Motie_(politiek)", "https://nl.wikipedia.org/wiki/Motie_(politiek)"),
            ("https:// www.government.se/a/", "https://www.government.se/a/"),
            ("https://zoek.officielebekendmakingen.nl/kst-29826-277.html", "kst-29826-277"),
            ("https://zoek.officielebekendmakingen.nl/ah-tk-20232024-387.html", "ah-tk-20232024-387"),
            ("https://zoek.officielebekendmakingen.nl/h-tk-20212022-12-4.html", "h-tk-20212022-12-4"),
            ("https://zoek.officielebekendmakingen.nl/dossier/36410", "36410"),
            ("wetten.overheid.nl/BWBR0044449/2021-01-01", "BWBR0044449"),
            (
                "https://eur-lex.europa.eu/legalcontent/NL/TXT/?uri=CELEX%3A52021DC0066&qid=1614328670336",
                "CELEX:52021DC0066",
            ),
            ("http://data.europa.eu/eli/reg/2016/679/oj", "CELEX:32016R0679"),
            ("https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=COM:2021:66:FIN", "COM(2021)66"),
            (
                "https://www.tweedekamer.nl/kamerstukken/kamervragen/detail?id=2025Z19665&did=2025D47123",
                "2025D47123",
            ),
            ("https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:HR:2019:2006", "ECLI:NL:HR:2019:2006"),
            ("https://a.nl/b;https://c.nl/d", "https://a.nl/b https://c.nl/d"),
        ),
        no=("info@www.example.nl", "de afkorting www.", "http is een protocol", "de site tweedekamer.nl"),
    ),
)
