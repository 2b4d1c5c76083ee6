"""The front matter of a paper, line by line: what each line is.

Rules are rows over one whole line, tried in order; the first that matches tells what the line is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_lowercase
from typing import Literal, cast

from ingest.language.dates import DATE
from ingest.language.wording import YEAR_DASH
from ingest.works import SENATE_DOSSIER

FrontKind = Literal[
    "chamber", "session", "paper", "dossier", "number", "title", "dated", "dateline", "addressee", "officer",
    "salutation", "subject", "date", "motion_text", "kenmerk",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class FrontLine:
    """A rule over one line of front matter, with lines that it must match and lines that it must not."""

    kind: FrontKind
    pattern: str
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()


_DASH = "[-‐‑‒–—]"
_CHAPTER = r"(?:[IVX]{1,6}[A-E]?|[A-J])(?!\w)"
# A dossier as the head of a paper prints it; `(R 2064)` is the second name of a law of the Kingdom.  Two letters may
# be the number of a paper of the Senate, three are its dossier on itself.
DOSSIER = (
    rf"(?:(?=[IVXLC]{{3}}){SENATE_DOSSIER}"
    rf"|[1-9]\d[ .\u00a0\u2009]?\d{{3}}(?!\d)(?:\s?{_DASH}?\s?\(\s?R\s?\d{{3,4}}\s?\))?"
    rf"(?:(?<=501)\s?{_DASH}\s?\d\d(?!\d)|[\s-]?{_CHAPTER})?(?:\s?\(\s?R\s?\d{{3,4}}\s?\))?)"
)
# The kinds of paper that the House names in capitals, or in small letters in older and newer text.
_TYPE = (
    r"(?:(?:TWEEDE |DERDE |VIERDE )?(?:NADER |HERDRUK )?(?:GEWIJZIGDE? )?(?:MOTIE|AMENDEMENT|SUBAMENDEMENT) VAN\b"
    r"|(?:BRIEF|BRIEVEN) (?:VAN|AAN)\b|VERSLAG\b"
    r"|(?:NADER |AANVULLEND )?(?:LIJST VAN VRAGEN|VOORLOPIG VERSLAG|RAPPORT\b)"
    r"|MEMORIE VAN|VOORSTEL VAN|(?:TWEEDE |DERDE )?(?:NADERE )?(?:NOTA\b)|ADVIES\b|KONINKLIJKE BOODSCHAP"
    r"|INITIATIEFNOTA|INBRENG\b|JAARVERSLAG|BELEIDSDOORLICHTING|BIJLAGE\b|GELEIDENDE BRIEF|EINDVERSLAG|AMENDEMENT\b"
    r"|MOTIE\b|STENOGRAFISCH|BURGERINITIATIEF)"
)
_NUMBER = r"(?:[Nn]r|NR|No)s?[.:]?\s?\d{1,4}[a-z]?"

FRONT: tuple[FrontLine, ...] = (
    FrontLine(
        "chamber",
        r"(?:Tweede|Eerste) Kamer der Staten-Generaal ?(?:[12]|\d{4}-\d{4}.{0,30})?|Verenigde Vergadering.{0,40}|[12]",
        yes=(
            "Tweede Kamer der Staten-Generaal",
            "Eerste Kamer der Staten-Generaal1",
            "Tweede Kamer der Staten-Generaal2016-201734700 nr. 19",
            "2",
        ),
        no=("De Voorzitter van de Tweede Kamer der Staten-Generaal",),
    ),
    FrontLine(
        "session",
        # OCR keeps the wide spacing of older print.
        rf"(?:Vergader|Zitting)s?(?:jaar)? (?:\d ?){{3}}\d ?{YEAR_DASH} ?\d(?: ?\d){{1,3}}"
        r"(?: (?:Aanhangsel|Vragen)\b.{0,80})?",
        yes=(
            "Vergaderjaar 2025–2026",
            "Vergaderjaar 1998–1999 Aanhangsel van de Handelingen",
            "Zitting 1988-1989",
            # Pandoc writes a dash so.
            "Vergaderjaar 2024--2025",
            "Vergaderjaar 2011Œ2012",
            "Vergaderjaar 2026‒2027",
            "Vergaderjaar 1 9 8 7 - 1 9 8 8",
        ),
        no=("Vergaderjaar 2019-2020, 24 515",),
    ),
    FrontLine(
        "paper",
        rf"(?!\d\d ?501\s?{_DASH}\s?\d\d\Z)(?:Kamerstuk(?:nummer)?:? )?{DOSSIER}\s?"
        rf"(?:{_DASH}|, ?[Nn]r\. ?)\s?\d{{1,4}}[a-z]?",
        yes=("36410-V-51", "24515-678", "36 725 X, nr. 18", "21501-02-2715"),
        no=("21501-02", "21 501 - 02", "29 826", "36410-V-51 en volgende"),
    ),
    FrontLine(
        "dossier",
        rf"{DOSSIER}(?:,? [A-Z]{{1,2}}| (?=[A-ZÀ-Þ(«]).{{3,850}})?",
        yes=(
            "29 826",
            "36410-VIII",
            "21 501-02",
            "35 300, A",
            "34 356 (R2064)",
            "36 512 Wijziging van de Warmtewet met",
            "CXXIV Werkwijze van de Kamer",
        ),
        no=("20 000 mensen kregen dit", "2500 EA Den Haag", "123456"),
    ),
    FrontLine(
        "number",
        rf"{_NUMBER}(?: ?(?:[Hh]erdruk|HERDRUK)\d?(?!\w)(?! {_TYPE}).{{0,40}})?|(?:[Nn]r\. )?[A-Z]{{1,2}}",
        yes=("Nr. 281", "Nr. 12a", "Nr. 7 HERDRUK", "Nr. 7 HERDRUK1", "A", "NR. 3", "nr. 13", "nr. C"),
        no=("Nr. 4 Lijst van vragen en antwoorden", "Nummer een", "Nr. 4 HERDRUK BRIEF VAN DE MINISTER"),
    ),
    FrontLine(
        "title",
        # A draft has no number yet.
        rf"(?:(?:{_NUMBER}\s+(?:HERDRUK\d?\s)?|Nr\.?\s|[A-Z]{{1,3}}\d?\s(?:HERDRUK\d?\s)?|20\d\dD\d{{5}}\s)?{_TYPE}|(?:{_NUMBER}\s+|Nr\.?\s)?"
        r"(?:(?:Brief|Amendement|Motie) van (?:het|de)|Lijst van vragen|Verslag van een)\b"
        rf"|{_NUMBER}\s+(?:[Nn]adere? )?(?:[Vv]erslag|[Nn]ota|[Mm]emorie van|[Ee]indverslag)\b).{{0,300}}",
        yes=(
            "BRIEF VAN DE MINISTER VAN ECONOMISCHE ZAKEN EN KLIMAAT",
            "Nr. 41 MOTIE VAN HET LID DE GRAAUW C.S.",
            "Nr. 41 HERDRUK1 BRIEF VAN DE MINISTER VAN DEFENSIE",
            "Nr. 4 Lijst van vragen en antwoorden",
            "Nr. Lijst van vragen en antwoorden",
            "Nr. 6 Nota naar aanleiding van het verslag",
            "Nr. GEWIJZIGDE MOTIE VAN HET LID BAKHUIS",
            "TWEEDE NADER GEWIJZIGDE MOTIE VAN DE LEDEN ROELVINK EN BAKHUIS",
            "Verslag van een commissiedebat",
            "B VOORLOPIG VERSLAG VAN DE VASTE COMMISSIE VOOR FINANCIËN",
            # The digit is a footnote's mark.
            "AI1 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG",
            "B HERDRUK1 VOORLOPIG VERSLAG VAN DE VASTE COMMISSIE VOOR FINANCIËN2",
            # What has no number in a dossier yet bears that of the document.
            "2023D01234 INBRENG VERSLAG VAN EEN SCHRIFTELIJK OVERLEG",
        ),
        no=("De brief van de minister", "VERSLAGEN"),
    ),
    FrontLine(
        "dated",
        rf"(?:Voorgesteld|Vastgesteld|Ontvangen|Gepubliceerd|Verschenen)(?![a-z]).{{0,80}}?{DATE}.{{0,20}}",
        yes=(
            "Voorgesteld 1 februari 2023",
            "Vastgesteld 12 februari 2026",
            "Vastgesteld12 februari 2026",
            "Voorgesteld tijdens het debat van 3 juni 2024",
        ),
        no=("Vastgesteld is dat dit niet klopt.",),
    ),
    FrontLine(
        "dateline",
        rf"(?:[A-ZÀ-Þ’'‘][\w’'-]*+(?: [\w’'-]++){{0,3}}+, (?:d\.d\. )?|(?:Den Haag|['’‘]s-Gravenhage) )?{DATE}\.?",
        yes=(
            "Den Haag, 1 april 2026",
            "Den Haag 21 juni 2023",
            "’s-Gravenhage, 3 maart 1999",
            "15 februari 2023",
            "12-03-2024",
        ),
        no=("Op 1 april 2026 was dat", "Den Haag"),
    ),
    FrontLine(
        "addressee",
        r"(?:Aan\s)?(?:[Dd]e\s|DE\s)?(?:[Hh]eer\s|[Mm]evrouw\s)?(?:[Vv]oorzitter|VOORZITTER)\s(?:van\sde(?!\s(?:\w{4,12}\s)?commissie)|der)\b.{0,80}"
        r"|(?:der\s)?Staten-Generaal|Aan de (?:leden|griffier|Voorzitter)\b.{0,80}",
        yes=(
            "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
            "De Voorzitter van de Tweede Kamer",
            "der Staten-Generaal",
        ),
        no=("De voorzitter heeft gezegd", "De voorzitter van de commissie, Bakhuis"),
    ),
    FrontLine(
        # Of a committee, below what it did, above what was said or written.
        "officer",
        r"(?:De (?:[a-z]{2,15}\.? |adjunct-)?(?:voorzitter|griffier)\b"
        r"|(?:Adjunct-g|G)riffier van de\b|(?:[A-Z][a-z]{2,15} v|V)oorzitter van de (?:[a-z]{2,12} )?commissie\b)"
        r".{0,200}",
        yes=(
            "Adjunct-griffier van de commissie,",
            "De adjunct-griffier van de commissie, Bakhuis",
            "De griffier voor dit verslag, Bakhuis",
            "De griffier,",
        ),
        no=("De voorzitters van de fracties", "De griffie"),
    ),
    FrontLine(
        "salutation",
        r"(?:Geachte|Hooggeachte|Zeer geachte)\b.{0,80}|(?:Mijnheer|Mevrouw) de [Vv]oorzitter[,.!]?|Excellentie,?",
        yes=("Geachte voorzitter,", "Geachte mevrouw Van Miltenburg,", "Mijnheer de Voorzitter,"),
        no=("Voorzitter,", "Mevrouw Brandsma (VVD):"),
    ),
    FrontLine(
        "subject",
        r"(?:(?:Betreft|BETREFT|Onderwerp|ONDERWERP)\b\s?:?|(?:betreft|onderwerp)\s?:).{0,400}",
        yes=("Betreft Emissies door de luchtvaart", "Onderwerp: Antwoorden Kamervragen", "Onderwerp", "onderwerp: Eb"),
        no=("Onderwerpen in deze brief", "betreft de luchtvaart"),
    ),
    FrontLine(
        "date",
        rf"(?:(?:Datum|DATUM)\b\s?:?|datum\s?:)(?:\s{{0,8}}{DATE})?(?:\s.{{0,80}})?",
        yes=(
            "Datum 2 december 2025",
            "Datum: 12 maart 2024",
            "Datum",
            "datum: 3 mei 2001",
            "DATUM 17 april 2013 BETREFT eb",
        ),
        no=("Datumprikker", "datum van ontvangst"),
    ),
    FrontLine(
        "kenmerk",
        r"(?:(?:Ons |Uw )?[Kk]enmerk(?!\w)|(?:Onze|Uw) referentie|Uw brief(?: van)?|Bijlagen?(?:\(n\))?|Contactpersoon"
        r"|Projectnaam|(?:> ?)?Retouradres|Ministerie van|Directoraat|Directie|Postbus|Postadres|Bezoekadres|Kopie aan"
        r"|Inlichtingen|www\.|[TFE] ).{0,120}|\d{4} ?[A-Z]{2} {1,3}.{2,40}",
        yes=(
            "Uw kenmerk",
            "Ons kenmerk IENW/BSK-1",
            "Directoraat-Generaal Politie",
            "2500 EA  DEN HAAG",
            "> Retouradres Postbus 1",
        ),
        no=("Kenmerkend is dat",),
    ),
    FrontLine(
        "motion_text",
        r"De Kamer,?|De ondergetekenden? stel(?:t|len)\b.{0,80}",
        yes=("De Kamer,", "De ondergetekende stelt het volgende amendement voor:"),
        no=("De Kamer heeft",),
    ),
)

_RULES = re.compile("|".join(f"(?P<{rule.kind}>{rule.pattern})" for rule in FRONT))
# Small letters with which no rule begins, as most lines of running text do.
_NO_OPENING = frozenset(ascii_lowercase) - frozenset("bdhkmnovw")
_TITLE_THEN_MORE = re.compile(r"[A-Zn][A-ZÀ-Þr\d ,.’'()/-]{3,240}[A-Z]{3}\d?(?= (?:[A-Z][a-z]|I [A-Z]))")
_DATED = re.compile(rf"(?:Vastgesteld|Voorgesteld|Ontvangen) {DATE}")
_DECORATION = "*_#> \t"
_CUT_WORD = re.compile(r"- (?<=[a-zà-ÿ]- )(?=[a-zà-ÿ])(?!(?:en|of|tot|naar)\b)")
# "Van der Velde- Kuiper (GroenLinks- PvdA)"
_CUT_NAME = re.compile(r" (?<=[a-zà-ÿ]- )(?=[A-ZÀ-Þ][a-zà-ÿ])")
# The title of a bill that changes many laws is long.
LONGEST = 900
# Lines between the name of the chamber and the session year.
_NEAR = 4
# More lines than a front matter has.
_FRONT_LINES = 512


def plain(line: str) -> str:
    """A line without the marks of Markdown and wide spaces; of the row of a table its cells."""
    if line.startswith("|") or line.endswith("|"):
        line = line.replace("|", " ")
    return " ".join(line.replace("**", "").split()).strip(_DECORATION)


def join_lines(lines: Sequence[str]) -> str:
    """Lines as running text: words cut at a line's end are whole, space is single.

    >>> join_lines(["over in-", "en uitvoer van bescher-", "mingsmiddelen"])
    'over in- en uitvoer van beschermingsmiddelen'
    >>> join_lines(["de leden Kat en Van der Velde-", "Kuiper (GroenLinks-", "PvdA)"])
    'de leden Kat en Van der Velde-Kuiper (GroenLinks-PvdA)'
    """
    return _CUT_NAME.sub("", _CUT_WORD.sub("", " ".join(" ".join(lines).split())))


def parted(line: str) -> list[str]:
    """A line in which the kind of paper, its date and the text run on, as these; any other as it is.

    >>> parted("VERSLAG VAN EEN ALGEMEEN OVERLEG Vastgesteld 3 mei 2024 De vaste commissie heeft")
    ['VERSLAG VAN EEN ALGEMEEN OVERLEG', 'Vastgesteld 3 mei 2024', 'De vaste commissie heeft']
    """
    title = _TITLE_THEN_MORE.match(line)
    if not title or line_kind(title[0]) != "title":
        return [line]
    rest = line[title.end() :].lstrip()
    dated = _DATED.match(rest)
    return [title[0], *([dated[0], rest[dated.end() :].lstrip()] if dated else [rest])]


def masthead_start(kinds: Sequence[FrontKind | None]) -> int:
    """Where, in the kinds of lines, the masthead begins below what a web page says of itself; 0 where nothing does.

    There the chamber and the session year stand together, and below them the number or kind of the paper.
    """
    for at, kind in enumerate(kinds):
        if kind == "chamber" and "session" in kinds[at + 1 : at + 1 + _NEAR]:
            return at if {"number", "title", "paper"} & set(kinds[at:]) else 0
    return 0


# Each part of the head asks this of the same lines.
@lru_cache(maxsize=_FRONT_LINES)
def line_kind(line: str) -> FrontKind | None:
    """What a line of front matter is, or None: nothing that has a form of its own."""
    if line[:1] in _NO_OPENING or len(line) > LONGEST:
        return None
    match = _RULES.fullmatch(line)
    return cast("FrontKind", match.lastgroup) if match else None
