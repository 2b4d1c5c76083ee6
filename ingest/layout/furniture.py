"""Page furniture: what a page carries that is no part of the paper's text.

Running heads and feet, page numbers, imprint and margin.  Rules are rows; the order has no meaning.
"""

import re
from dataclasses import dataclass
from string import ascii_letters, ascii_lowercase

from ingest.language.dates import DATE
from ingest.language.wording import APOSTROPHE, YEAR_DASH


@dataclass(frozen=True, slots=True)
class Furniture:
    """A rule over one whole line: its pattern, with lines that it must match and lines that it must not."""

    name: str
    pattern: str
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()


_YEAR = rf"\d{{4}} ?{YEAR_DASH} ?\d{{2,4}}"
_RUNNING_FOOT = rf"(?:Tweede|Eerste) Kamer, vergaderjaar {_YEAR}, .{{1,80}}"
_IMPRINT = (
    r"ISSN \d{4} ?- ?\d{3}[\dX]|Sdu Uitgevers|K(?:VR|ST)\d{3,6}|\d{4}tk[a-z]{2,4}[\d-]{3,12}"
    rf"|{APOSTROPHE}s-Gravenhage \d{{4}}|(?:kst|ah-(?:tk|ek)|kv-(?:tk|ek))-[0-9A-Za-z-]{{4,40}}?(?= ?ISSN)"
)

FURNITURE: tuple[Furniture, ...] = (
    Furniture(
        "running foot of the official publications",
        _RUNNING_FOOT,
        yes=(
            "Tweede Kamer, vergaderjaar 2021–2022, 35 925 XVII, nr. 54 4",
            "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 2",
            "Eerste Kamer, vergaderjaar 2019–2020, 35 300, A",
            "Tweede Kamer, vergaderjaar 2011Œ2012, Aanhangsel1",
        ),
        no=("Tweede Kamer der Staten-Generaal", "De Tweede Kamer, vergaderjaar 2021–2022, telt 150 leden."),
    ),
    Furniture(
        "imprint of the official publications",
        rf"(?:{_IMPRINT})(?: ?(?:{_IMPRINT})){{0,6}}(?: {_RUNNING_FOOT})?|ISSN \d{{4}} ?- ?\d{{3}}[\dX].{{0,160}}",
        yes=(
            "ISSN 0921 - 7371",
            "ah-tk-20232024-88 ISSN 0921 - 7398 ’s-Gravenhage 2023",
            "’s-Gravenhage 2023",
            # Until about 2009.
            "KVR5120",
            "0304tkkvr1234",
            "KVR5120 0304tkkvr1234 ISSN 0921 - 7398 Sdu Uitgevers ’s-Gravenhage 2004",
            "Sdu Uitgevers Tweede Kamer, vergaderjaar 2003–2004, Aanhangsel 2469",
            "’s-Gravenhage 2024 Tweede Kamer, vergaderjaar 2024–2025, Vragen",
            "kst-29826-75ISSN 0921 - 7371™s-Gravenhage 2013",
        ),
        no=("’s-Gravenhage, 3 maart 1999", "KST is een afkorting", "Sdu Uitgevers geeft de stukken uit"),
    ),
    Furniture(
        "the publication's own number, as its imprint prints it",
        r"(?:kst|ah-(?:tk|ek)|kv-(?:tk|ek)|h-(?:tk|ek)|blg|nds-tk)-[0-9A-Za-z-]{4,40}",
        yes=("kst-32034-48", "ah-tk-20242025-594", "kv-tk-2024Z18566"),
        no=("kst-32034-48 is niet verschenen",),
    ),
    Furniture(
        "the same of the annex, of which type set on end kept the digits",
        r"a?h (?:tk|ek) \d{8} \d{1,5}",
        yes=("h tk 20232024 387", "ah tk 20232024 387"),
        no=("h tk 2023", "ah tk 20232024 387 is niet verschenen"),
    ),
    Furniture(
        "the edge of a page, as converters and those who put pages together write it",
        # Five dashes are pymupdf4llm's.
        r"-{5}|<!-- ?[Pp]age[ _-]?[Bb]reak ?-->"
        r"|(?:[-=*#]{2,10} ?|[\[<{(] ?)(?:[Pp]age|PAGE|[Pp]agina|PAGINA):? \d{1,4}(?: (?:of|van|/) \d{1,4})?"
        r"(?: ?[-=*#]{2,10}| ?[\]>})])?",
        yes=("-----", "--- Page 2 ---", "=== Pagina 3 ===", "## Page 4", "[Page 2]", "<page 2>", "<!-- page break -->"),
        no=("---", "--------", "Page 2 of the report", "- pagina 3 van het rapport", "--- Pagina 3 ontbreekt ---"),
    ),
    Furniture(
        "the rule that a typist draws above the notes",
        r"_{10,120}",
        yes=("__________", "____________________________"),
        no=("_____", "__________ euro"),
    ),
    Furniture(
        "what officielebekendmakingen.nl sets before a footnote: a cross to close it",
        r"X ?Noot",
        yes=("X Noot", "XNoot"),
        no=("X Noot 1", "Noot"),
    ),
    Furniture(
        "what the same pages end with: a link to their top",
        r"Naar boven",
        yes=("Naar boven",),
        no=("Naar boven toe is dit begrensd.",),
    ),
    Furniture(
        "what the pages of a party end with: an offer of its news",
        r"Blijf op de hoogte van (?:het laatste|ons) .{0,30}nieuws|Abonneer (?:je |u )?op (?:de|onze) nieuwsbrief",
        yes=("Blijf op de hoogte van het laatste landelijke nieuws", "Abonneer op de nieuwsbrief"),
        no=("Blijf op de hoogte van het laatste", "Abonneer op de krant"),
    ),
    Furniture(
        "what a browser prints above and below a page: when, the page's title and address, its number",
        r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}:\d\d(?: [AP]M)?(?: .{3,200})?"
        r"|(?:https?://|file:///)\S{3,200} \d{1,3}(?: ?/ ?| van | of )\d{1,3}|file:///\S{3,200}",
        yes=(
            "11/22/26, 8:17 AM Beantwoording Kamervragen | Rijksoverheid.nl",
            "22-11-2026 08:17",
            "https://www.rijksoverheid.nl/documenten/kamerstukken/eb 2/3",
            "file:///C:/Papers/eb.html",
        ),
        no=("https://www.rijksoverheid.nl/documenten", "11-12-2024 is de dag", "https://www.eb.nl/a 12"),
    ),
    Furniture(
        "page number, as ministries and the House print it",
        # Its figures may stand on the line above.
        r"P ?agina:? \d{1,4}(?: ?(?:van|/) ?\d{1,4})?|Pagina van|Blad \d{1,4}"
        r"|\d{1,3} ?(?:/|van) ?\d{1,3}|[-–] ?\d{1,4} ?[-–]",
        yes=("Pagina 2 van 9", "P agina 1 van 9", "3/22", "2 van 9", "- 4 -", "Blad 2", "Pagina van"),
        no=("Pagina 2 van het rapport", "1/2 van de gemeenten"),
    ),
)

_LINE = re.compile("|".join(f"(?:{rule.pattern})" for rule in FURNITURE))
# No other line needs a closer look.  Most begin with a letter with which no rule begins.
_LETTERS = frozenset(ascii_letters) - frozenset("TEIKSXPBNAkahbnf")
_OPENS = re.compile(r"[TEIKS'’‘XPB\d–=*#<\[{(-]|Naar b|(?:kst|ah|kv|h|blg|nds)[- ]|https?://|file://|_{10}|Abon")
_LONGEST = 240
# Some put page after page without a line break between, so that the next begins on the line of the foot.
_FOOT_THEN_TEXT = re.compile(
    rf".{{0,80}}?(?:Tweede|Eerste) Kamer, vergaderjaar {_YEAR}, "
    r"(?:Aanhangsel|Vragen|\d\d ?\d{3}.{0,20}?, (?:nr\. \d{1,4}|[A-Z]{1,3})) \d{1,3}"
    r"(?: (?=[A-Z]))?(?=[A-Za-zÀ-ÿ«“\"‘(])"
    r"|Pagina \d{1,3} van \d{1,3}(?: (?=[A-Z]))?(?=[A-Za-zÀ-ÿ«“\"‘(])"
)
# The first words of a page that say what follows, right behind the last of the page before.  The letters first, as they
# are quickly found.
_BEHIND = "[^\\s(«‘“\"'/*_#>|-]"
_GLUED_NUMBERS = r"(?: (?:op )?(?:de )?(?:vra(?:ag|gen) )?\d[\d, ent/m]{0,30})?"
_GLUED_REST = rf"{_GLUED_NUMBERS}(?::(?=\s)|:?(?=[^\S\n]*$))"  # "Vraag 4", "Antwoord:"
_GLUED_LABEL = re.compile(
    "|".join(
        f"{word}(?<={_BEHIND}{word}){rest}"
        for word, rest in (
            ("Vraag", _GLUED_REST),
            ("Vragen", _GLUED_REST),
            ("Antwoord", f"(?:en)?{_GLUED_REST}"),
            ("Datum", r"(?=[^\S\n]*$)"),
        )
    ),
    re.MULTILINE,
)
# A label in bold behind the end of a sentence, as converters to Markdown leave those without room above.
_BOLD_LABEL = re.compile(
    rf"\*\*(?<=[.?!:;)»”’>] \*\*)(?:Vra(?:ag|gen)|Antwoord(?:en)?){_GLUED_NUMBERS}:?\*\*:?[^\S\n]*$", re.MULTILINE
)
# A line longer than any printed one.
LONG = 400

# The margin column of a ministry's letter: set beside the page's foot or head, so that extraction drops it between two
# lines of the text.  Furniture only where it touches a page number.
_MARGIN_LABEL = (
    r"(?:Ons kenmerk|Onze [Rr]eferentie|Uw kenmerk|Uw brief|Uw [Rr]eferentie|Kenmerk|Bijlage(?:\(?n\)?)?|Datum|Blad)"
)
_MARGIN = re.compile(
    rf"(?:{_MARGIN_LABEL}"
    r"|Contactpersoon|Retouradres|P ?ostbus \d.*|www\.[\w.-]{3,40}(?:/\w{1,8})?|[TFEI] [\d(+][\d\s()-]{6,}"
    r"|Ministerie van.{0,60}|Directoraat.{0,60}|Directie(?: .{0,60})?|Programmadirectie(?: .{0,60})?"
    r"|\d{4} ?[A-Z]{2} .{2,30}|[A-Z]{2,8}[/ ]?[A-Z]{0,8}[-/ ]\d{4}[-/ ]\d{3,}"
    r"|[A-Z]{2,8}[A-Za-z]{0,8} ?[/-] ?\d{6,}|\d{6,})\Z"
)
# Converters may write the directorate on the line of the first label.
_NAMED = r"(?:Direct(?:ie|oraat)[^.:?!\n]{0,60} )?"
# What stands below such a label: a date, a number, a file's name in letters and figures, a page.
_LABEL = re.compile(rf"{_NAMED}{_MARGIN_LABEL}:?\Z")
_SAID = (
    rf"(?:{DATE}|\d{{1,3}}(?: ?(?:van|/) ?\d{{1,3}})?"
    r"|(?=[^\d\n]{0,40}\d)[A-Za-z0-9]{1,24}(?: ?[-/._] ?[A-Za-z0-9]{1,24}){0,6})"
)
_VALUE = re.compile(rf"{_SAID}\Z")
_INITIALS = re.compile(
    r"(?:(?:drs?|mr|ir|ing|prof)\. ?){0,3}(?:[A-Z]\. ?){1,5}(?:[a-z’']{1,4} ){0,3}[A-ZÀ-Þ][\w’' -]{1,30}\Z"
)
_LABELLED = re.compile(rf"{_NAMED}{_MARGIN_LABEL}:? {_SAID}(?: {_MARGIN_LABEL}:? {_SAID}){{0,3}}\Z")
# Converters to Markdown keep its labels bold, and set several on a line, behind the name above them or what the line
# above announces: "**DG Milieu** Directie Bodem **Ons kenmerk** 4158304-LZ", "3 juni 2025 **Kenmerk** 6317006".
_BOLD_LABEL_SAID = rf"\*\*(?:[A-Z][^*.:?!\n]{{2,60}} )?{_MARGIN_LABEL}:?\*\*:? {_SAID}"
_BOLD_NAME = r"\*\*[A-Z][^*.:?!\n]{2,60}\*\* (?:[A-Z][^*.:?!\n]{2,60} )?"
_BOLD = re.compile(rf"(?:{_SAID} |{_BOLD_NAME})?{_BOLD_LABEL_SAID}(?: {_BOLD_LABEL_SAID}){{0,3}}\Z")
_NAMES = (
    "Ons kenmerk", "Onze referentie", "Onze Referentie", "Uw kenmerk", "Uw referentie", "Uw Referentie",
    "Ministerie van ", "Direct", "Programma",
)  # fmt: skip
_GLUED_VALUE = re.compile(
    rf"(?:{DATE}|(?=[A-Z\d])[A-Z]{{0,8}}[-/ ]{{0,3}}(?:[A-Z\d]{{1,12}} ?[-/] ?){{0,4}}\d{{2,12}})"
    r"(?=[A-Za-zÀ-ÿ«“\"‘(][a-zà-ÿ ])"
)
# No other line is such a label.
LABEL_LETTERS = frozenset("OUKBDC")
_SMALL_LETTERS = frozenset(ascii_lowercase) - frozenset("w")


def is_furniture(line: str) -> bool:
    """Whether a stripped line is page furniture by itself."""
    if line[:1] in _LETTERS or len(line) > _LONGEST or not _OPENS.match(line):
        return False
    return _LINE.fullmatch(" ".join(line.split())) is not None


def foot_before_text(line: str) -> int:
    """How many characters of a stripped line are a page's foot, where the next page's text stands right behind it."""
    match = _FOOT_THEN_TEXT.match(line) if "Kamer, vergaderjaar" in line or line.startswith("Pagina") else None
    return match.end() if match and is_furniture(match[0].rstrip()) else 0


def glued_labels(text: str) -> list[int]:
    """Where a page's first words stand right behind the last of the page before, and are a label.

    >>> glued_labels("in Nederland?Vraag 4"), glued_labels("zie het antwoord op Vraag 4")
    ([13], [])
    >>> glued_labels("Klopt dat? **Antwoord**\\nJa."), glued_labels("Zie **vraag 3**")
    ([11], [])
    """
    bold = _BOLD_LABEL.finditer(text) if "**" in text else ()
    return sorted(match.start() for match in (*_GLUED_LABEL.finditer(text), *bold))


def value_before_text(above: str, line: str) -> int:
    """How many characters of a stripped line a label of the margin, the line above it, announces, where the text stands
    right behind them: "Ons kenmerk" above "UWV/25-118getekend."
    """
    match = _GLUED_VALUE.match(line) if _LABEL.match(above) else None
    return match.end() if match else 0


def is_margin(line: str) -> bool:
    """Whether a stripped line could stand in a letter's margin."""
    return line[:1] not in _SMALL_LETTERS and len(line) <= _LONGEST and _MARGIN.match(line) is not None


def is_labelled(line: str) -> bool:
    """Whether a stripped line is a label of a letter's margin with what it announces.

    >>> is_labelled("Datum 3 juni 2025 Ons kenmerk 5128734"), is_labelled("Datum 3 juni 2025 is een zondag")
    (True, False)
    """
    return line[:1] in LABEL_LETTERS and _LABELLED.match(line) is not None


def is_bold_margin(line: str) -> bool:
    """Whether a stripped line of Markdown is one of a letter's margin, by its labels in bold.

    >>> is_bold_margin("**DG Milieu Datum** 3 juni 2025"), is_bold_margin("**Datum** van ons kenmerk")
    (True, False)
    """
    return len(line) <= _LONGEST and _BOLD.match(line) is not None


def is_margin_name(line: str) -> bool:
    """Whether a stripped line names what only a letter's margin holds: "Ons kenmerk", "Directie Wonen"."""
    return line.startswith(_NAMES)


def is_margin_value(above: str, line: str) -> bool:
    """Whether a stripped line says what a label of a letter's margin, the line above it, announces.

    >>> is_margin_value("Datum", "3 juni 2025"), is_margin_value("Ons kenmerk", "Ja, in 2024")
    (True, False)
    >>> is_margin_value("Contactpersoon", "drs. T. de Wit")
    True
    """
    if above.startswith("Contactpersoon"):
        return _INITIALS.match(line) is not None
    return _LABEL.match(above) is not None and _VALUE.match(line) is not None
