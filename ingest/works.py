"""Works: the things that papers cite, each under one canonical name and with its official address.

Every maker takes the parts as written (any case, leading zeros, the dashes and spaces of print) and gives one `Work`.
A maker never fails: it trusts the pattern that cut the parts out.

The addresses are those of zoek.officielebekendmakingen.nl (whose ids are the canonical names of papers), EUR-Lex,
wetten.overheid.nl, Rechtspraak and the Tweede Kamer.  None: no address can be told from the name alone.
"""

import re

from ingest.model import Work

_PUBLICATIONS = "https://zoek.officielebekendmakingen.nl"
_EUR_LEX = "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri="
_TWEEDE_KAMER = "https://www.tweedekamer.nl"
_SPACES = re.compile(r"\s+")
_NUMBERS = re.compile(r"\d+")

# How the journals are named in print → the first part of their ids.
JOURNALS = {
    "stb": "stb",
    "staatsblad": "stb",
    "stcrt": "stcrt",
    "staatscourant": "stcrt",
    "trb": "trb",
    "tractatenblad": "trb",
    "gmb": "gmb",
    "gemeenteblad": "gmb",
}

_CHAPTER = r"(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})[A-E]?"
# The Senate's dossiers on itself have Roman numerals; those above 40 can be no chapter of the budget.
SENATE_DOSSIER = r"(?=[CL]|X[CL])(?=[IVXLC]{2})C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![\w-])"
_SENATE_DOSSIER = re.compile(SENATE_DOSSIER)
_DASHES = str.maketrans("‐‑‒–—−Œ", "-------")
_KINGDOM = r"(?:[\s-]{0,2}\(?\s?R\s?\d{3,4}\s?\)?)?"
_DOSSIER = re.compile(
    rf"""(?P<base> [1-9]\d [\s.-]{{0,2}} \d{{3}} ) {_KINGDOM}
         (?: [\s,.(-]{{0,3}} (?: (?:hoofdstuk|hfst\.?)\s )? (?P<chapter> {_CHAPTER} | [A-Z] ) \)?
           | [\s-]{{1,3}} (?P<series> \d\d ) )? {_KINGDOM}""",
    re.VERBOSE | re.IGNORECASE,
)


def parse_dossier(text: str) -> str | None:
    """The canonical number of a dossier written in any form, or None if `text` is something else.

    >>> [parse_dossier(text) for text in ("29 826", "31.700XII", "21 501–02", "34 356 (R2064)", "CXXIV", "2 mei")]
    ['29826', '31700-XII', '21501-02', '34356', 'CXXIV', None]

    A kingdom dossier is known by its own number; the R-number beside it ("34 356 (R2064)") is a second name.
    """
    if _SENATE_DOSSIER.fullmatch(text):
        return text
    match = _DOSSIER.fullmatch(text.strip().translate(_DASHES))
    if not match:
        return None
    base, part = digits(match["base"]), match["chapter"] or match["series"]
    return f"{base}-{part.upper()}" if part else base


def digits(text: str) -> str:
    """The digits of `text`, as one number: "36 410" → "36410"."""
    return "".join(_NUMBERS.findall(text))


def kamerstuk(dossier: str, number: str) -> Work:
    """A paper by its canonical dossier and its number in it ("277", "42e", or a Senate paper's letters)."""
    number = number.lstrip("0") or number
    name = f"kst-{dossier}-{number}"
    return Work(name, "kamerstuk", dossier, number, f"{_PUBLICATIONS}/{name}.html")


def kamerstuk_by_id(name: str) -> Work:
    """A paper by its id on officielebekendmakingen.nl: "kst-36600-VII-1", or an annex ("blg-1012345").

    A reprint ("kst-36410-2-h1") is the paper that it replaces.
    """
    prefix, _, rest = name.partition("-")
    rest = re.sub(r"-[HN]\d$", "", rest.upper())
    dossier, _, number = rest.rpartition("-")
    if prefix.lower() == "kst" and (re.fullmatch(r"\d{4,5}(?:-\w+)*", dossier) or _SENATE_DOSSIER.fullmatch(dossier)):
        return kamerstuk(dossier, number if number.isupper() else number.lower())
    name = f"{prefix.lower()}-{rest.lower()}"
    return Work(name, "kamerstuk", url=f"{_PUBLICATIONS}/{name}.html")


def dossier(name: str) -> Work:
    """A whole dossier, by its canonical number."""
    return Work(name, "dossier", name, None, f"{_PUBLICATIONS}/dossier/{name}")


def session(text: str) -> str | None:
    """A session year as `2022-2023`, from "2022/23", "2022–2023", "22/23", "1999/00", "1985/- 86".

    None if `text` does not name two years that follow on each other.
    """
    if not text:
        return None
    years = _NUMBERS.findall("".join(text.split()))
    if len(years) != 2 or len(years[0]) not in (2, 4):
        return None
    first = int(years[0]) if len(years[0]) == 4 else int(years[0]) + (1900 if int(years[0]) > 45 else 2000)
    if (first + 1) % 10 ** len(years[1]) != int(years[1]):
        return None
    return f"{first}-{first + 1}"


def _session_id(kind: str, chamber: str | None, session_year: str) -> str:
    """The head of an id of the Proceedings.  Without a chamber the Tweede Kamer is meant, as in its own papers."""
    return f"{kind}-{'ek' if chamber == 'Eerste Kamer' else 'tk'}-{digits(session_year)}"


def aanhangsel(chamber: str | None, session_year: str, number: str) -> Work:
    """Written questions with their answers, as published in the annex to the Proceedings."""
    number = number.lstrip("0") or number
    name = f"{_session_id('ah', chamber, session_year)}-{number}"
    return Work(name, "aanhangsel", None, number, f"{_PUBLICATIONS}/{name}.html")


def handelingen(chamber: str | None, session_year: str, sitting: str, item: str | None = None) -> Work:
    """One item of the Proceedings of one sitting; without an item the whole sitting, which has no page of its own."""
    name = "-".join(part for part in (_session_id("h", chamber, session_year), sitting, item) if part)
    url = f"{_PUBLICATIONS}/{name}.html" if item else None
    return Work(name, "handelingen", None, "-".join(part for part in (sitting, item) if part), url)


def publication(name: str) -> Work:
    """A publication by its id on officielebekendmakingen.nl, in any case.

    >>> [publication(name).id for name in ("KST-29826-277", "ah-tk-20232024-387", "h-ek-20212022-9-3", "stb-2020-118")]
    ['kst-29826-277', 'ah-tk-20232024-387', 'h-ek-20212022-9-3', 'stb-2020-118']
    """
    sort, first, *rest = name.lower().split("-")
    if sort not in ("ah", "h"):
        return official_journal(sort, first, rest[0]) if sort in JOURNALS else kamerstuk_by_id(name)
    house = "Eerste Kamer" if first == "ek" else "Tweede Kamer"
    years, number, *item = rest
    if sort == "ah":
        return aanhangsel(house, years, number)
    return handelingen(house, years, number, *item)


def zaak(name: str) -> Work:
    """A case of the Tweede Kamer, "2025Z19665".  Its page differs by kind of case; a search for it always answers."""
    name = _SPACES.sub("", name).replace("-", "").upper()
    return Work(name, "zaak", None, name, f"{_TWEEDE_KAMER}/zoeken?qry={name}")


def document(name: str) -> Work:
    """A document of the Tweede Kamer, "2025D12345"."""
    name = _SPACES.sub("", name).upper()
    return Work(name, "document", None, name, f"{_TWEEDE_KAMER}/kamerstukken/detail?id={name}&did={name}")


def toezegging(name: str) -> Work:
    """A commitment to the Tweede Kamer, "TZ202509-008", or to the Eerste Kamer, "T03357" (also read as "TO3357").

    A search for it at the Tweede Kamer always answers; the pages of the Eerste Kamer have addresses of their own.
    """
    name = (
        re.sub(r"[\s‐‑–—-]+", "-", name.strip().upper()).replace("TZ-", "TZ").replace("TO", "T0").replace("T-0", "T0")
    )
    url = f"{_TWEEDE_KAMER}/zoeken?qry={name}" if name.startswith("TZ") else None
    return Work(name, "toezegging", None, name, url)


def eu_law(celex: str) -> Work:
    """An act, or a preparatory document, by its CELEX number."""
    celex = celex.upper()
    return Work(f"CELEX:{celex}", "eu_law", None, celex, f"{_EUR_LEX}CELEX:{celex}")


def eu_document(series: str, year: str, number: str) -> Work:
    """A document of the Commission: `JOIN(2024)977`.  EUR-Lex finds the final text by series, year and number."""
    series, number = series.upper(), number.lstrip("0") or number
    return Work(f"{series}({year}){number}", "eu_document", None, number, f"{_EUR_LEX}{series}:{year}:{number}:FIN")


def law(name: str) -> Work:
    """A law or decree in force by its number in the national ("BWBR0044449") or local ("CVDR123456") collection."""
    name = name.upper()
    site = "https://lokaleregelgeving.overheid.nl" if name.startswith("CVDR") else "https://wetten.overheid.nl"
    return Work(name, "law", None, name, f"{site}/{name}")


def official_journal(journal: str, year: str, number: str) -> Work:
    """An issue of an official journal; `journal` as printed ("Stb.", "Staatscourant") or as in ids ("stcrt")."""
    number = digits(number).lstrip("0")
    name = f"{JOURNALS[journal.rstrip('.').lower()]}-{year}-{number}"
    return Work(name, "official_journal", None, number, f"{_PUBLICATIONS}/{name}.html")


def case_law(ecli: str) -> Work:
    """A judgment by its ECLI."""
    ecli = _SPACES.sub("", ecli).upper().replace(",", ":")
    sites = {
        "NL": "https://deeplink.rechtspraak.nl/uitspraak?id=",
        "EU": "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=ecli:",
    }
    return Work(ecli, "case_law", None, ecli, sites.get(ecli.split(":")[1], "https://e-justice.europa.eu/ecli/") + ecli)


def url(address: str) -> Work:
    """A page of the web; its name is its address as written, without the space that a line break left in it."""
    address = _SPACES.sub("", address)
    return Work(address, "url", url=address if "://" in address else f"https://{address}")
