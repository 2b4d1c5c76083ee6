"""Numbers that are names by themselves: cases, documents, commitments, laws, judgments, issues of official journals."""

import re
from collections.abc import Callable, Iterator

from ingest.citations.pieces import MONTH, NOT_COUNTED
from ingest.citations.rule import DIGITS, Rule, any_case
from ingest.model import Citation, Work
from ingest.works import case_law, document, law, official_journal, toezegging, zaak


def _one(make: Callable[[str], Work]) -> Callable[[re.Match[str]], Iterator[Citation]]:
    """A reader for patterns whose group `name` is the whole name of one work."""

    def read(match: re.Match[str]) -> Iterator[Citation]:
        work = make(match["name"])
        yield Citation(work.kind, *match.span(), work)

    return read


_ISSUE = rf"(?:\d{{1,2}}[.\s]\d{{3}}|\d{{1,5}})(?![\d%]){NOT_COUNTED}"
_ISSUES = re.compile(_ISSUE)
_JOURNAL = r"(?P<journal>(?i:stb|stcrt|trb|gmb)\.?|(?i:staatsblad|staatscourant|tractatenblad|gemeenteblad))"


def _read_journal(match: re.Match[str]) -> Iterator[Citation]:
    """The issues of one year that a list names."""
    for index, issue in enumerate(_ISSUES.finditer(match.string, *match.span("issues"))):
        work = official_journal(match["journal"], match["year"], issue[0])
        yield Citation("official_journal", issue.start() if index else match.start(), issue.end(), work)


def _read_number_first(match: re.Match[str]) -> Iterator[Citation]:
    """One issue that is named before its year."""
    work = official_journal(match["journal"], match["year"], match["issue"])
    yield Citation("official_journal", *match.span(), work)


RULES: tuple[Rule, ...] = (
    Rule(
        "zaak",
        any_case("kv-"),
        re.compile(r"(?i:kv-(?:tk|ek)-(?P<name>20\d\dZ\d{5}))(?!\w)"),
        _one(zaak),
        yes=(("kv-tk-2024Z18566", "2024Z18566"),),
        no=("kv-tk-2024",),
    ),
    Rule(
        "zaak",
        DIGITS,
        re.compile(r"(?<!\d)(?P<name>20\d\d(?:\s?Z[\s-]?|z)\d{5})(?!\d)"),
        _one(zaak),
        yes=(
            ("over Nexperia (2025Z19665), ingezonden", "2025Z19665"),
            ("vraagnummer 2024 Z 14247", "2024Z14247"),
            ("met kenmerk 2024Z-12345", "2024Z12345"),
        ),
        no=("2025Z1966", "12025Z19665", "2513 ZA 12345"),
    ),
    Rule(
        "document",
        DIGITS,
        re.compile(r"(?<!\w)(?P<name>20\d\d(?:\s?D\s?)\d{5})(?!\w)"),
        _one(document),
        yes=(("kenmerk 2025D12345", "2025D12345"),),
        no=("2025d12345ab", "2025D123456", "2D 12345"),
    ),
    Rule(
        "toezegging",
        ("TZ",),
        re.compile(r"(?<!\w)(?P<name>TZ\s?\d{6}\s?[-‐‑–]\s?\d{3})(?!\w)"),
        _one(toezegging),
        yes=(("TZ202509-008", "TZ202509-008"), ("(TZ202405–112)", "TZ202405-112")),
        no=("TZ2025-008", "TZ 12"),
    ),
    Rule(
        "toezegging",
        ("T0", "TO", "T 0"),
        re.compile(r"(?<!\w)(?P<name>T\s?[0O]\d{4})(?!\w)"),
        _one(toezegging),
        yes=(
            ("toezegging T03357 van de Eerste Kamer", "T03357"),
            ("toezegging (T 03412)", "T03412"),
            ("geregistreerd onder nr. TO3358", "T03358"),
        ),
        no=("T012", "ST03357"),
    ),
    Rule(
        "law",
        ("BWB", "CVDR"),
        re.compile(r"(?P<name>BWB[RVW]\d{7}|CVDR\d{4,7})(?!\w)"),
        _one(law),
        yes=(("Wet – BWBR0044449 (overheid.nl)", "BWBR0044449"), ("de verordening CVDR123456", "CVDR123456")),
        no=("BWBR004444", "BWBX0044449"),
    ),
    Rule(
        "official_journal",
        (
            *any_case("stb", "stcrt", "staatsblad", "staatscourant"),
            "Trb",
            "TRB",
            "Tractatenblad",
            "Gmb",
            "Gemeenteblad",
        ),
        re.compile(
            rf"(?<![^\W\d_]){_JOURNAL}[\s,(-]{{0,3}}(?:jaargang\s|van\s)?(?:\d{{1,2}}\s{MONTH}\s)?"
            r"(?P<year>1[89]\d\d|20\d\d)(?:\s?[,/(:-]\s{0,2}|\s{1,2})(?:(?i:nr|no|nummer)s?\.?\s?)?"
            rf"(?P<issues>{_ISSUE}(?:\s(?:en|resp\.|respectievelijk)\s{_ISSUE}){{0,9}})"
        ),
        _read_journal,
        yes=(
            ("Stb. 2020, 118", "stb-2020-118"),
            ("Staatsblad 2020, nr. 118", "stb-2020-118"),
            ("Stcrt. 2021, 12.345", "stcrt-2021-12345"),
            ("Staatscourant 2021, nr. 1234", "stcrt-2021-1234"),
            ("Trb. 1951, 154", "trb-1951-154"),
            ("Stb. 1992, 422 en 423", "stb-1992-422 stb-1992-423"),
            ("stcrt-2021-1234", "stcrt-2021-1234"),
            ("Staatscourant van 12 maart 2021, nr. 1234", "stcrt-2021-1234"),
        ),
        no=("Staatsblad 2020, 3 maart", "Stb. 575", "het Staatsblad van 2020 en 3 andere bladen"),
    ),
    Rule(
        "official_journal",
        any_case("stb", "stcrt", "staatsblad", "staatscourant"),
        re.compile(
            rf"(?<![^\W\d_]){_JOURNAL},?\s(?:nr|no)\.?\s(?P<issue>{_ISSUE})(?:,\s|\svan\s)"
            rf"(?:\d{{1,2}}\s{MONTH}\s)?(?P<year>1[89]\d\d|20\d\d)(?!\d)"
        ),
        _read_number_first,
        yes=(
            ("Staatscourant nr. 12345, 2020", "stcrt-2020-12345"),
            ("Stcrt. nr. 54 van 17 maart 2001", "stcrt-2001-54"),
        ),
        no=("Staatscourant nr. 54", "Stb. nr. 493 en 2004 andere"),
    ),
    Rule(
        "case_law",
        ("ECLI",),
        re.compile(
            r"(?P<name>(?i:ECLI)\s?:\s?[A-Za-z]{2}\s?:\s?[A-Za-z0-9.]{1,12}\s?:\s?(?:19|20)\d\d"
            r"(?:\s?:\s?|,\s(?=[A-Z]{2}\d{4}))[A-Za-z0-9]{1,25}(?:\.[A-Z0-9]{1,25}){0,4})(?!\w)"
        ),
        _one(case_law),
        yes=(
            ("HR 20 december 2019, ECLI:NL:HR:2019:2006.", "ECLI:NL:HR:2019:2006"),
            ("ECLI:EU:C:2020:559", "ECLI:EU:C:2020:559"),
            ("ECLI:CE:ECHR:2001:0904JUD003384996", "ECLI:CE:ECHR:2001:0904JUD003384996"),
            ("ECLI: NL: RBDHA: 2015: 7145", "ECLI:NL:RBDHA:2015:7145"),
        ),
        no=("ECLI:NL:HR", "het ECLI-nummer"),
    ),
)
