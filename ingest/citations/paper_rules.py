"""The rows for parliamentary papers and dossiers: with a label, without, number first, and by id."""

import re
from collections.abc import Iterator

from ingest.citations.lists import places
from ingest.citations.papers import DOSSIER, EXPLICIT, NUMBERED, ROMAN, Label, end_of_run, run_of_papers
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
from ingest.citations.rule import DIGITS, Rule, any_case
from ingest.model import Citation, Span
from ingest.works import dossier, kamerstuk, parse_dossier, publication, session

# "Kamerstuk", "Kamerstukken", "Kamerstuknr.", "Kamerdossier", "Kst."; OCR parts it anywhere ("Kam erstuk").
_KAMERSTUK = r"k\s?a\s?m\s?e\s?r\s?s\s?t\s?u\s?k(?:\s?k\s?e\s?n)?(?:\s?dossier)?"
_OTHERS = r"kamerdossiers?|kamerbrief|kamerst|kst|dossiers?(?:\s?nummers?)?|wetsvoorstel(?:len)?"
LABEL = rf"(?i:(?:{_KAMERSTUK}|{_OTHERS})(?:\s?(?:nr|nummer)s?)?\.?(?:\smet\snummer)?)"
GAP = r"[,:(\s]{0,3}"
YEARS = rf"{SESSION}(?:\s?{DASH}\s?{SESSION})?"
_SAID = named(r"(?:<chamber>[,\s]{1,3})?(?:<session>[,\s]{1,3}|(?:19|20)\d\d\s?,\s?)?", chamber=CHAMBER, session=YEARS)
_ID = rf"[1-4]\d{{4}}(?:-\d\d(?=-)|-(?=[IVX]){ROMAN}|-\(R\d{{4}}\))?-\d{{1,4}}"
_OLD_SESSION = rf"(?:(?i:zitting|vergaderjaar)\s)?19[2-7]\d\s?(?:{DASH}|/)\s?(?:19)?[2-7]\d(?!\d)"


def _read(match: re.Match[str]) -> Iterator[Citation]:
    """The papers of the run after a label, with the chamber and the session year that it says."""
    house, year = chamber(match["chamber"]), session(match["session"] or "")
    stop = end_of_run(match.string, match.end())
    run = Span(match.end(), stop or match.end())
    return run_of_papers(match.string, run, Label(match.start(), house, year))


def _read_plain(match: re.Match[str]) -> Iterator[Citation]:
    """The papers of a run without a label."""
    return run_of_papers(match.string, Span(*match.span()), Label(match.start()))


def _read_name_first(match: re.Match[str]) -> Iterator[Citation]:
    """The papers of a run after the name of a bill or a motion, which is no part of the citation."""
    run = Span(*match.span("run" if match["run"] or "bare" not in match.re.groupindex else "bare"))
    return run_of_papers(match.string, run, Label(run.start))


def _read_senate(match: re.Match[str]) -> Iterator[Citation]:
    """A paper of the Senate without a label, if its letters can be no abbreviation."""
    return (citation for citation in _read_plain(match) if citation.kind == "kamerstuk")


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
        ("TK", "EK", "HTK", "Tweede Kamer", "Eerste Kamer"),
        re.compile(rf"(?<!\w){_SAID}(?:{LABEL}{GAP})?(?={NUMBERED})"),
        _read,
        yes=(
            ("TK 2008-2009, 31473, nummer 25", "kst-31473-25"),
            ("Tweede Kamer 2008-2009, 31459, 22", "kst-31459-22"),
            ("Eerste Kamer, vergaderjaar 2021–2022, 35 925, A", "kst-35925-A"),
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
    Rule(
        "kamerstuk",
        DIGITS,
        re.compile(
            rf"(?<![\w.,€/-])(?<!€\s)(?:{DOSSIER}\s?/\s?(?=\d))?"
            rf"{DOSSIER}(?:{EXPLICIT}|(?<=[IVX]){DASH}\d{{1,4}}(?!\w))"
        ),
        _read_plain,
        yes=(
            ("(21 501-02, nr. 2383)", "kst-21501-02-2383"),
            ("29.826, nr. 7", "kst-29826-7"),
            ("de brief (36800-XVI-12)", "kst-36800-XVI-12"),
            ("27 484 (R 1669), nr. 289", "kst-27484-289"),
            # One paper in two dossiers.
            ("(31 031/29 949, nr. 19)", "31031 kst-29949-19"),
        ),
        no=("op 12 maart 2024, nr. 3", "€ 25 000, nr. 3", "070 34 245 67", "2500 EA Den Haag, nr. 4"),
    ),
    Rule(
        "kamerstuk",
        DIGITS,
        re.compile(rf"(?<=\(){DOSSIER}{DASH}\d{{1,4}}(?=\s?[),;])"),
        _read_plain,
        yes=(("de motie-Jansen (36600-12)", "kst-36600-12"),),
        no=("36600-12", "(1234-56)", "(06-12 345)"),
    ),
    Rule(
        "kamerstuk",
        DIGITS,
        re.compile(
            rf"(?<![\w.,€/-])(?<!€\s)(?=\d\d[\s.]?\d{{3}}){DOSSIER},\s[A-Z]{{1,2}}(?!\w)"
            r"(?=\s?(?:[,;)\]]|\.(?!\s?\w)|\Z|en\s|p\.|blz))"
        ),
        _read_senate,
        yes=(("35 925, A", "kst-35925-A"), ("(35 925, AA)", "kst-35925-AA"), ("35 570 IX, B.", "kst-35570-IX-B")),
        no=("een bedrag van 35 925, B. Jansen schrijft", "€ 35 925, A", "36 410, EU"),
    ),
    Rule(
        "kamerstuk",
        DIGITS,
        re.compile(rf"(?<![\w.,/-])(?:{_ID}(?:;\s{_ID}){{1,99}}|21\s?501-\d\d-\d{{1,4}})(?![\w-])"),
        _read_plain,
        yes=(
            ("stukken 34722-1; 33997-95; 23908-(R1519)-131.", "kst-34722-1 kst-33997-95 kst-23908-131"),
            ("brief 21501-08-692 over", "kst-21501-08-692"),
        ),
        no=("34722-1", "12345-67; 2024", "020-12345-67"),
    ),
    Rule(
        "dossier",
        any_case("wetsvoorstel", "voorstel van wet"),
        re.compile(rf"(?i:wetsvoorstel(?:len)?|voorstel\svan\swet)\s[^().;\d]{{0,150}}\((?P<run>{DOSSIER})\)"),
        _read_name_first,
        yes=(("het wetsvoorstel Wet regie volkshuisvesting (36 512)", "36512"),),
        no=("het wetsvoorstel kost veel (25 000 euro)", "het wetsvoorstel van 12 mei (36 512)"),
    ),
    Rule(
        "kamerstuk",
        any_case("motie", "amendement"),
        re.compile(
            rf"(?i:motie|amendement)(?:\s(?P<run>{DOSSIER}{DASH}\d{{1,4}}(?![\w-]))"
            rf"|[\s-][^().;\d]{{3,80}}\((?P<bare>{DOSSIER},\s\d{{1,4}})(?=\)))"
        ),
        _read_name_first,
        yes=(
            ("de motie 36200-45", "kst-36200-45"),
            ("de motie van het lid Roelvink (36 200, 45)", "kst-36200-45"),
        ),
        no=("motie 2024-45", "de motie van het lid Roelvink (PvdD) kost 36 200, 45 meer", "motie over (36 200)"),
    ),
    Rule(
        "dossier",
        DIGITS,
        re.compile(rf"(?<=\()(?=\d\d[\s.]?\d{{3}}\s?(?:{DASH}|[IVX]|\(R)){DOSSIER}(?=\))"),
        _read_plain,
        yes=(("de begroting van Buitenlandse Zaken (36410-V)", "36410-V"), ("(35 925 XVII)", "35925-XVII")),
        no=("een toename (36 410)", "(12 345 - 6)"),
    ),
)
