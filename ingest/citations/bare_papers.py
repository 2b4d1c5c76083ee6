"""The rows for parliamentary papers and dossiers that no label announces: "(29 826, nr. 7)", "36800-XVI-12"."""

import re
from collections.abc import Iterator

from ingest.citations.papers import DOSSIER, EXPLICIT, ROMAN, Label, run_of_papers
from ingest.citations.pieces import DASH
from ingest.citations.rule import DIGITS, Rule, any_case
from ingest.model import Citation, Span

# What is no dossier unless a label says so: the numbers have not come to 40 000 yet, and tens of thousands are amounts.
_AMOUNT = r"(?:[4-9]\d|[123]0(?=[\s.]?000))[\s.]?\d{3}"
_NO_RANK = r"(?!\s(?:(?:van|in|op)\s(?:Europa|Nederland|het\sland|de\s(?:wereld|lijst|ranglijst))|is\s[A-Z]))"
_ID = rf"[1-4]\d{{4}}(?:-\d\d(?=-)|-(?=[IVX]){ROMAN}|-\(R\d{{4}}\))?-\d{{1,4}}"
_JOINED = rf"{DOSSIER}{DASH}\d{{1,4}}(?![\w-])"


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


RULES: tuple[Rule, ...] = (
    Rule(
        "kamerstuk",
        DIGITS,
        re.compile(
            rf"(?<![\w.,€/-])(?<!€\s)(?:{DOSSIER}\s?/\s?(?=\d))?"
            rf"(?!{_AMOUNT}){DOSSIER}(?:{EXPLICIT}{_NO_RANK}|(?:(?<=[IVX])|(?<=\d{{3}}{DASH}[A-L])){DASH}\d{{1,4}}(?!\w))"
        ),
        _read_plain,
        yes=(
            ("(21 501-02, nr. 2383)", "kst-21501-02-2383"),
            ("29.826, nr. 7", "kst-29826-7"),
            ("de brief (36800-XVI-12)", "kst-36800-XVI-12"),
            ("27 484 (R 1669), nr. 289", "kst-27484-289"),
            # One paper in two dossiers.
            ("(31 031/29 949, nr. 19)", "31031 kst-29949-19"),
            ("Voortgang MIRT - 36410-A-45", "kst-36410-A-45"),
            ("36 600, nr. 1.050", "kst-36600-1050"),
        ),
        no=(
            "op 12 maart 2024, nr. 3",
            "€ 25 000, nr. 3",
            "070 34 245 67",
            "2500 EA Den Haag, nr. 4",
            "(10 000, nr. 3)",
            "45 000, nr. 3",
            "33 576, nr. 1 van Europa",
            "13 567, nr. 2 op de ranglijst",
        ),
    ),
    Rule(
        "kamerstuk",
        DIGITS,
        re.compile(rf"(?<=\(){DOSSIER}(?:{DASH}|(?<=\s[IVX]|[IVX][IVX]),\s)\d{{1,4}}(?=\s?[),;])"),
        _read_plain,
        yes=(("de motie-Jansen (36600-12)", "kst-36600-12"), ("het geld (29 800 VI, 92)", "kst-29800-VI-92")),
        no=("36600-12", "(29 800, 92)", "(1234-56)", "(06-12 345)"),
    ),
    Rule(
        "kamerstuk",
        DIGITS,
        re.compile(
            rf"(?<![\w.,€/-])(?<!€\s)(?=\d\d[\s.]?\d{{3}}){DOSSIER},\s[A-Z]{{1,2}}(?!\w)"
            r"(?=\s?(?:[,;)\]]|\.(?!\s?\w)|\Z|en\s(?!W(?!\w))|p\.|blz))"
        ),
        _read_senate,
        yes=(("35 925, A", "kst-35925-A"), ("(35 925, AA)", "kst-35925-AA"), ("35 570 IX, B.", "kst-35570-IX-B")),
        no=("een bedrag van 35 925, B. Jansen schrijft", "€ 35 925, A", "36 410, EU", "aan 12 345, B en W"),
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
            rf"(?i:moties?|amendement(?:en)?)(?:\s(?P<run>{_JOINED}(?:(?:,\s|\sen\s){_JOINED}){{0,9}})"
            rf"|[\s-][^().;\d]{{3,80}}\((?P<bare>{DOSSIER},\s\d{{1,4}})(?=\)))"
        ),
        _read_name_first,
        yes=(
            ("de motie 36200-45", "kst-36200-45"),
            ("moties 36045-12 en 36045-13", "kst-36045-12 kst-36045-13"),
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
