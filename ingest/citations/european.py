"""Acts and documents of the European Union.

An act is known by its CELEX number: 3 (acts), the year, a letter for its sort, four digits.  Until 2014 regulations
were numbered before the year (`Verordening (EU) nr. 575/2013`), since 2015 all acts after it (`(EU) 2019/452`);
directives always after it (`2014/24/EU`, `95/46/EG`).
"""

import re
from collections.abc import Iterator

from ingest.citations.pieces import AND, NOT_COUNTED
from ingest.citations.rule import DIGITS, Rule, any_case
from ingest.model import Citation
from ingest.works import eu_document, eu_law

# The sorts of acts and their letters in CELEX numbers.
SORTS = {
    "verordening": "R",
    "regulation": "R",
    "richtlijn": "L",
    "directive": "L",
    "kaderbesluit": "F",
    "aanbeveling": "H",
    "besluit": "D",
    "beschikking": "D",
    "decision": "D",
}
_SORT = (
    r"(?i:(?:uitvoerings|gedelegeerde\s|EU-)?(?:(?:verordening|kaderbesluit|besluit|aanbeveling|beschikking)(?:en)?"
    r"|richtlijn(?:en)?|regulations?|directives?|decisions?))(?![a-z])"
)
_UNION = r"(?:EU|EG|EEG|EC|EEC|Euratom|EGKS|JBZ|GBVB|CFSP)(?!\w)"
_MARK = rf"\(?{_UNION}(?:\s?[,/]\s?{_UNION})?\)?"
_NR = r"(?i:nr|no|nummer)\.?"
_ACT = rf"(?:{_MARK}\s{{0,2}}/?)?(?:{_NR}\s{{0,2}})?\d{{1,4}}\s?/\s?\d{{1,4}}(?![\d-])(?:\s?/\s?{_UNION})?"
_ACTS = rf"{_ACT}(?:(?:\s?,\s?(?:{AND}\s)?|\s{AND}\s)(?:de\s)?{_ACT}){{0,20}}"
_EACH = re.compile(
    rf"(?P<mark>{_MARK}\s{{0,2}}/?)?(?P<nr>{_NR}\s{{0,2}})?"
    rf"(?P<first>\d{{1,4}})\s?/\s?(?P<second>\d{{1,4}})(?!\d)(?P<suffix>\s?/\s?{_UNION})?"
)
# "Kaderrichtlijn Water (2000/60/EG)": a name may stand between, if the number then says that it is the Union's.
_NAME = rf"\s[^\d().;:,]{{0,50}}+(?:\((?=\d{{2,4}}/\d{{1,4}}/{_UNION}|{_MARK}[\s/])|(?=\({_UNION}\)\s))"


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and 1950 <= int(digits) < 2100


def celex(sort: str, first: str, second: str, *, numbered: bool) -> str | None:
    """The CELEX number of an act from the two numbers of its name; None if they cannot be such.

    >>> celex("R", "575", "2013", numbered=True), celex("L", "95", "46", numbered=False)
    ('32013R0575', '31995L0046')
    """
    if _is_year(first) and not (numbered and _is_year(second) and int(second) < 2015):
        year, number = first, second
    elif _is_year(second):
        year, number = second, first
    elif sort != "R" and len(first) == 2:
        year, number = f"19{first}", second
    elif sort == "R" and len(second) == 2:
        year, number = f"19{second}", first
    else:
        return None
    return f"3{year}{sort}{int(number):04d}"


def _read_acts(match: re.Match[str]) -> Iterator[Citation]:
    """The acts of a list; the sort and the Union are said once for all of them."""
    word = match["sort"].lower()
    sort = next(letter for name, letter in SORTS.items() if name in word)
    marked = "eu-" in word
    for index, act in enumerate(_EACH.finditer(match.string, *match.span("acts"))):
        marked = marked or bool(act["mark"] or act["suffix"])
        name = celex(sort, act["first"], act["second"], numbered=bool(act["nr"]))
        if name and (marked or _is_plain(sort, act)):
            yield Citation("eu_law", act.start() if index else match.start(), act.end(), eu_law(name))


def _is_plain(sort: str, act: re.Match[str]) -> bool:
    """Whether an act that does not name the Union is the Union's all the same: "Verordening 2016/679"."""
    if sort not in "RL":
        return False
    before_2015 = len(act["first"]) > 2 and _is_year(act["second"]) and int(act["second"]) < 2015
    return (
        bool(act["nr"])
        or (sort == "R" and before_2015 and not _is_year(act["first"]))
        or (_is_year(act["first"]) and int(act["second"]) != int(act["first"]) + 1)
    )


def _read_celex(match: re.Match[str]) -> Iterator[Citation]:
    yield Citation("eu_law", *match.span(), eu_law(match["celex"]))


def _read_documents(match: re.Match[str]) -> Iterator[Citation]:
    """The documents of one series and year that a list names."""
    for index, number in enumerate(_DOCUMENT.finditer(match.string, *match.span("numbers"))):
        work = eu_document(match["series"], match["year"], number[1])
        yield Citation("eu_document", number.start() if index else match.start(), number.end(), work)


_DOCUMENT = re.compile(r"(\d{1,5})(?!\d)(?:\s(?:final|def\.?|definitief)(?:/\d)?)?")
_ENDS = rf"{NOT_COUNTED}(?=\s?(?:[.,;:)\]]|\Z|en\s))"
CELEX = r"[0-9](?:19|20)\d{2}[A-Z]{1,2}\d{4}(?:R\(\d\d\))?(?:-\d{8})?"

RULES: tuple[Rule, ...] = (
    Rule(
        "eu_law",
        (
            *any_case(*SORTS, "uitvoeringsverordening", "uitvoeringsbesluit", "uitvoeringsrichtlijn"),
            "Gedelegeerde V",
            "EU-verordening",
            "EU-richtlijn",
        ),
        re.compile(rf"(?P<sort>{_SORT})(?:\s{{0,2}}(?=[(\dEn])|{_NAME})(?P<acts>{_ACTS})"),
        _read_acts,
        yes=(
            ("Verordening (EU) 2019/452", "CELEX:32019R0452"),
            ("Verordening (EU) nr. 575/2013", "CELEX:32013R0575"),
            ("Verordening (EG) nr. 2006/2004", "CELEX:32004R2006"),
            ("Verordening (EEG) nr. 1408/71", "CELEX:31971R1408"),
            ("Richtlijn 2014/24/EU", "CELEX:32014L0024"),
            ("richtlijn 95/46/EG", "CELEX:31995L0046"),
            ("Richtlijn (EU) 2019/1024", "CELEX:32019L1024"),
            ("Uitvoeringsbesluit (EU) 2021/1753", "CELEX:32021D1753"),
            ("artikel 5 van Verordening 261/2004", "CELEX:32004R0261"),
            ("Gedelegeerde Verordening (EU) 2020/1816", "CELEX:32020R1816"),
            ("Besluit nr. 1082/2013/EU", "CELEX:32013D1082"),
            ("Kaderbesluit 2008/977/JBZ", "CELEX:32008F0977"),
            ("Regulation (EU) 2016/679", "CELEX:32016R0679"),
            ("Verordening (EU, Euratom) 2018/1046", "CELEX:32018R1046"),
            ("de Kaderrichtlijn Water (2000/60/EG)", "CELEX:32000L0060"),
            ("verordeningen (EU) 2017/745 en 2017/746", "CELEX:32017R0745 CELEX:32017R0746"),
            (
                "de richtlijnen 2014/23/EU, 2014/24/EU en 2014/25/EU",
                "CELEX:32014L0023 CELEX:32014L0024 CELEX:32014L0025",
            ),
            ("de NIS2-richtlijn 2022/2555", "CELEX:32022L2555"),
        ),
        no=(
            "het besluit 12/2021",
            "Verordening 2023/2024",
            "de richtlijn van 12/3",
            "de verordening 3/4 van de gemeente",
            "de verordening 312/2021 van de gemeente",
            "besluit in 2019/2020",
        ),
    ),
    Rule(
        "eu_law",
        (*DIGITS, "CELEX", "Celex"),
        re.compile(rf"(?:(?i:celex)(?:-?(?:nummer|nr\.?))?\s?:?\s?)?(?<!\w)(?P<celex>{CELEX})(?!\w)"),
        _read_celex,
        yes=(
            ("EUR-Lex – 32021R0167", "CELEX:32021R0167"),
            ("CELEX:52021DC0066", "CELEX:52021DC0066"),
            ("CELEX-nummer 62019CJ0311", "CELEX:62019CJ0311"),
            ("02016R0679-20160504", "CELEX:02016R0679-20160504"),
        ),
        no=("2025Z19665", "1234AB1234", "3202R0167"),
    ),
    Rule(
        "eu_document",
        ("COM", "JOIN", "SWD", "SEC", "C("),
        re.compile(
            r"(?<!\w)(?P<series>(?:COM|JOIN|SWD|SEC)(?=[\s(/])|C(?=\(\d))\s?[(/]?\s?(?P<year>(?:19|20)\d\d)\s?[)/]"
            rf",?\s?(?:nr\.?\s?)?(?P<numbers>{_DOCUMENT.pattern}(?:(?:,\s|\sen\s){_DOCUMENT.pattern}{_ENDS}){{0,9}})"
        ),
        _read_documents,
        yes=(
            ("JOIN (2024) 977", "JOIN(2024)977"),
            ("COM(2023) 249 final", "COM(2023)249"),
            ("COM/2021/0066", "COM(2021)66"),
            ("SWD (2023), 819 final", "SWD(2023)819"),
            ("COM(2023) 249 final en 250 final.", "COM(2023)249 COM(2023)250"),
            ("SWD(2021)352", "SWD(2021)352"),
            ("C(2022) 1234", "C(2022)1234"),
        ),
        no=("bijlage C (2022) 15", "COM (zie 2023)", "TELECOM(2023) 5"),
    ),
    Rule(
        "eu_document",
        ("COM", "JOIN", "SWD"),
        re.compile(
            r"(?<!\w)(?P<series>COM|JOIN|SWD)\s(?P<year>20\d\d)(?:\s|,\s|-)"
            r"(?P<numbers>\d{2,4}(?!\d)(?:\s(?:final|def\.?))?)(?=\s?(?:[.,;:)\]]\D|[.)]?\Z))"
        ),
        _read_documents,
        yes=(("COM 2020 690", "COM(2020)690"), ("(COM 2020, 690 final)", "COM(2020)690")),
        no=("COM 2020 690 deelnemers", "COM-poort 2020 690", "SWD 2020 12%"),
    ),
)
