"""The rows for parliamentary papers and dossiers: with a label, without, number first, and by id."""

import re
from collections.abc import Iterator

from ingest.citations.lists import places
from ingest.citations.papers import DOSSIER, NUMBERED, Label, end_of_run, run_of_papers
from ingest.citations.pieces import (
    CHAMBER,
    DASH,
    LIST,
    LIST_OF_MANY,
    NR,
    NRS,
    PAGES,
    SESSION,
    chamber,
    named,
    pages,
)
from ingest.citations.rule import Rule, any_case
from ingest.language.dates import DATE, read_date
from ingest.model import Citation, Span
from ingest.works import dossier, kamerstuk, parse_dossier, publication, session

# "Kamerstuk", "Kamerstukken", "Kamerstuknr.", "Kamerdossier", "Kst."; OCR parts it anywhere ("Kam erstuk").
_KAMERSTUK = r"k\s?a\s?m\s?e\s?r\s?s\s?t\s?u\s?k(?:\s?k\s?e\s?n)?(?:\s?dossier)?"
_OTHERS = r"kamerdossiers?|kamerbrief|kamerst|kst|dossiers?(?:\s?nummers?)?|wetsvoorstel(?:len)?"
LABEL = rf"(?i:(?:{_KAMERSTUK}|{_OTHERS})(?:\s?(?:nr|nummer)s?)?\.?(?:\smet\snummer)?)"
GAP = r"[,:(\s]{0,3}"
YEARS = rf"{SESSION}(?:\s?{DASH}\s?{SESSION})?"
_SAID = named(r"(?:<chamber>[,\s]{1,3})?(?:<session>[,\s]{1,3}|(?:19|20)\d\d\s?,\s?)?", chamber=CHAMBER, session=YEARS)
_OLD_SESSION = rf"(?:(?i:zitting|vergaderjaar)\s)?19[2-7]\d\s?(?:{DASH}|/)\s?(?:19)?[2-7]\d(?!\d)"


def _read(match: re.Match[str]) -> Iterator[Citation]:
    """The papers of the run after a label, with the chamber and the session year that it says."""
    house, year = chamber(match["chamber"]), session(match["session"] or "")
    stop = end_of_run(match.string, match.end())
    run = Span(match.end(), stop or match.end())
    return run_of_papers(match.string, run, Label(match.start(), house, year))


def _read_dated(match: re.Match[str]) -> Iterator[Citation]:
    """The papers of a run after a label and their date."""
    written = read_date(match["date"])
    run = Span(match.end(), end_of_run(match.string, match.end()) or match.end())
    found = tuple(run_of_papers(match.string, run, Label(match.start())))
    yield from (one._replace(cited_on=written) for one in found if one.kind == "kamerstuk" or len(found) > 1)


def _read_number_first(match: re.Match[str]) -> Iterator[Citation]:
    """The papers of a list that stands before its dossier."""
    name = parse_dossier(match["dossier"] or match["further"]) or ""
    for place in places(match.string, *match.span("many" if match["many"] else "list")):
        yield Citation("kamerstuk", match.start(), match.end(), kamerstuk(name, place.number))


def _read_old(match: re.Match[str]) -> Iterator[Citation]:
    """A paper of the years in which dossiers had four digits; of several dossiers the last holds it."""
    house, year = chamber(match["chamber"]), session(match["session"])
    for number in match["others"].replace(",", " ").split():
        yield Citation("dossier", match.start(), match.end("others"), dossier(number), (), None, house, year)
    work = kamerstuk(match["dossier"], match["number"]) if match["number"] else dossier(match["dossier"])
    start = match.start("dossier") if match["others"] else match.start()
    yield Citation(work.kind, start, match.end(), work, (), None, house, year, pages(match["pages"]))


def _read_id(match: re.Match[str]) -> Iterator[Citation]:
    """A paper by its official id."""
    yield Citation("kamerstuk", match.start(), match.end(), publication(match[0]))


RULES: tuple[Rule, ...] = (
    Rule(
        "kamerstuk",
        any_case("kst-", "blg-"),
        re.compile(r"(?i:kst-(?:\d{4,5}(?:-[0-9a-z]{1,6}){1,3}|\d{6,7}|[ivxlc]{2,9}-[a-z]{1,2})|blg-\d{3,8})(?![\w])"),
        _read_id,
        yes=(
            ("Zie kst-29826-277 en de bijlage blg-1012345.", "kst-29826-277 blg-1012345"),
            ("het stuk kst-36600-VII-1", "kst-36600-VII-1"),
            ("kst-21501-02-2383", "kst-21501-02-2383"),
            ("kst-35925-A", "kst-35925-A"),
            ("de herdruk kst-36410-2-h1", "kst-36410-2"),
            ("kst-cxxiv-g", "kst-CXXIV-G"),
        ),
        no=("kst-abc", "blg-"),
    ),
    Rule(
        "kamerstuk",
        ("Kam", "kam", "KAM", "Ka m", "K am", "Kst", "kst", "KST"),
        re.compile(
            named(
                rf"{LABEL}{GAP}(?:<chamber>[,\s]{{1,3}})?<session>[,\s-]{{1,3}}"
                rf"<others><dossier>(?:,?\s?{NR}<number>)?(?:,\s?<pages>)?",
                chamber=CHAMBER,
                session=_OLD_SESSION,
                others=r"(?:\d{4}\s?,\s?){0,5}",
                dossier=r"\d{4}(?![\d-])",
                number=r"\d{1,3}[a-z]?(?!\w)",
                pages=PAGES,
            )
        ),
        _read_old,
        yes=(
            ("Kamerstukken II, Zitting 1958-1959-5380, Nr. 3, blz. 41", "kst-5380-3"),
            ("(Kamerstukken I, 1969-1970, 9595,9596, blz. 1092)", "9595 9596"),
            ("Kamerstukken II 1966/67, 9000, nr. 2", "kst-9000-2"),
        ),
        no=("Kamerstukken II 2019/20, 2021, nr. 3",),
    ),
    Rule(
        "kamerstuk",
        ("Kam", "kam", "KAM", "Ka m", "K am", "Kst", "kst", "KST", *any_case("dossier", "wetsvoorstel")),
        re.compile(rf"{LABEL}{GAP}{_SAID}(?={DOSSIER})"),
        _read,
        yes=(
            ("Kamerstuk 32637-717 Ontwikkelingen", "kst-32637-717"),
            ("Kamerstuk 35 570 XVII, nr. 26", "kst-35570-XVII-26"),
            ("Kamerstukken II 2022/23, 36 229, nr. 1", "kst-36229-1"),
            ("Kamerstukken I 2020/21, 35 570, C; Kamerstukken II 2020/21, 35 570, nr. 3", "kst-35570-C kst-35570-3"),
            ("Kamerstuk 21 501-02, nr. 2383", "kst-21501-02-2383"),
            ("Kamerstuk 33 009, nrs. 141 en 159", "kst-33009-141 kst-33009-159"),
            ("Kamerstuk 35 880, nr. 1 t/m 4.", "kst-35880-1 kst-35880-2 kst-35880-3 kst-35880-4"),
            ("Kamerstukken 30 821 en 21 501-20, nr. 73", "30821 kst-21501-20-73"),
            ("Kamerstukken 33 694 en 35 925 X, nrs. 45 respectievelijk 12", "kst-33694-45 kst-35925-X-12"),
            ("Kamerstuk 36 600, nr. 1.050", "kst-36600-1050"),
            ("Kamerstuk 36 740 (XVI), nr.: 1", "kst-36740-XVI-1"),
            ("Kamerstuk 35 625, nr. 4, p. 12 en 13, en nr. 6", "kst-35625-4 kst-35625-6"),
            ("Kamerstukken I 2003/04, 27 484 (R 1669), nr. 289", "kst-27484-289"),
            ("Kamerstuk I 31145 AA", "kst-31145-AA"),
            ("Kamerstukken II, 31 459 22", "kst-31459-22"),
            ("Kam erstuk 33193, nr, 7", "kst-33193-7"),
            ("kamerstukken II 1986/87, 19 700 hoofdstuk XV, nr. 2", "kst-19700-XV-2"),
            ("Kamerstuk 29 826, nr. 7, 8 en 9", "kst-29826-7 kst-29826-8 kst-29826-9"),
            ("Kamerstukken 29826-277 en 32813-1540", "kst-29826-277 kst-32813-1540"),
            ("Kamerstukken II 2013-2014, 33.950, pag. 2 en 6", "33950"),
            ("Kamerdossier 36 410", "36410"),
            ("Kamerstukken 36 410, nrs. 10H en 45H1", "kst-36410-10 kst-36410-45"),
            ("Kamerstuk 29 826, nr. 277, 17 oktober 2025", "kst-29826-277"),
        ),
        no=(
            "het wetsvoorstel (25 000 euro)",
            "Kamerstukken II, zie aldaar",
            "In de Kamer stonden 25 000 handtekeningen, nr. 3 op de lijst",
            "het Kamerstuk van 12 mei 2024",
            "dossier 2024-12",
        ),
    ),
    Rule(
        "kamerstuk",
        any_case("kamerbrief", "kamerstuk"),
        re.compile(rf"{LABEL}\s(?:van\s|d\.d\.\s|dd\.?\s)?(?P<date>{DATE})[,:(\s]{{1,3}}(?={NUMBERED})"),
        _read_dated,
        yes=(
            ("Kamerbrief 12 mei 2023, 32761-288", "kst-32761-288"),
            ("Kamerbrief van 12 mei 2023 (32 761, nr. 288)", "kst-32761-288"),
        ),
        no=("Kamerbrief van 12 mei 2023, 25 000 euro", "Kamerbrief 12 mei 2023, 2023-288"),
    ),
    Rule(
        "kamerstuk",
        ("TK", "EK", "HTK", "Tweede Kamer", "Eerste Kamer"),
        re.compile(rf"(?<!\w){_SAID}(?:{LABEL}{GAP})?(?={NUMBERED})"),
        _read,
        yes=(
            ("TK 2008-2009, 31473, nummer 25", "kst-31473-25"),
            ("Tweede Kamer 2008-2009, 31459, 22", "kst-31459-22"),
            ("Eerste Kamer, vergaderjaar 2021–2022, 35 925, A", "kst-35925-A"),
            ("(EK 36 410 B, A en EK 36 410 C, K)", "kst-36410-B-A kst-36410-C-K"),
            ("Tweede Kamer, vergaderjaar 2021–2022, 35 925 XVII, nr. 54", "kst-35925-XVII-54"),
        ),
        no=("de Tweede Kamer, 25 000 mensen", "Eerste Kamer 12 maart 2024"),
    ),
    Rule(
        "kamerstuk",
        any_case("vergaderjaar"),
        re.compile(
            rf"(?P<session>{YEARS})[,\s]{{1,3}}(?:{LABEL}{GAP})?"
            rf"(?:(?P<chamber>{CHAMBER})[,\s]{{1,3}})?(?={NUMBERED})"
        ),
        _read,
        yes=(
            ("(vergaderjaar 2012-2013, Kamerstuk 31 490, nr. 104)", "kst-31490-104"),
            ("Vergaderjaar 2019-2020, 24 515 nr. 544", "kst-24515-544"),
        ),
        no=("vergaderjaar 2023–2024, nr. 387",),
    ),
    Rule(
        "kamerstuk",
        any_case("nr", "nummer", "stuk ", "stukken "),
        re.compile(
            named(
                rf"(?<!\w)(?:(?i:stuk|stukken)\s(?:onder\s)?)?(?:{NRS}<many>|{NR}<list>)\s?"
                rf"(?:\(\s?(?:{LABEL}\s)?<dossier>\s?\)|(?:van|bij|in|uit)\s(?:het\s)?{LABEL}\s<further>)",
                many=LIST_OF_MANY,
                list=LIST,
                dossier=DOSSIER,
                further=DOSSIER,
            )
        ),
        _read_number_first,
        yes=(
            ("de motie nr. 456 (36800-XVI)", "kst-36800-XVI-456"),
            ("nr. 12 van Kamerstuk 36 410", "kst-36410-12"),
            ("de motie op stuk nr. 34 (33 750 XIII)", "kst-33750-XIII-34"),
        ),
        no=("nr. 456 (2024)", "nr. 12 (25 000 exemplaren)"),
    ),
)
