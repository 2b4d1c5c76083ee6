"""References to questions of the same paper: "het antwoord op vraag 3", "vragen 4 en 5", "vraag twee"."""

import re
from collections.abc import Iterator

from ingest.citations.pieces import NOT_COUNTED
from ingest.citations.rule import Rule, any_case
from ingest.language.numbers import NUMBER_WORD, NUMBERS, ORDINAL, question_numbers
from ingest.model import Citation

_NUMBER = r"(?:(?:met\s)?(?:nr\.?|nrs\.?|nummers?)\s)?"
_ANSWER = r"(?i:antwoord(?:en)?|beantwoording)"
_ON = r"\s(?:op|van|bij|onder|in|tot|voor)\s(?:(?:de|uw|mijn|onze|het|deze)\s)?(?:gestelde\s(?:in|onder)\s)?"
_QUESTION = rf"[Vv]ra(?:ag|gen)(?:\sen\santwoord(?:en)?)?\s{{1,3}}{_NUMBER}"
# "36 725" below a title is a dossier.
_DIGITS = rf"(?![1-3]\d\s\d{{3}}(?!\d))(?>{NUMBERS}{NOT_COUNTED})(?!\s?[Zz]\d|[.,/]\d|\s?[-‐‑–]\s?\d)"
_WORDS = rf"{NUMBER_WORD}(?:(?:,\s|\sen\s|\st/m\s|\stot\sen\smet\s){NUMBER_WORD}){{0,9}}{NOT_COUNTED}"
# A number in words may count what follows ("deze vraag twee kanten heeft"), unless the phrase begins or goes on so.
_LED = "|".join(rf"(?<={word}\s)" for word in ("op", "Op", "bij", "Bij", "in", "In", "onder", "uw", "Uw", "zie", "Zie"))
_ENDS = r"(?=\s?[.,;:)?]|\s?\Z|\s(?:is|zijn|was|wordt|worden|werd|van|en|heeft|geldt|gaat|gesteld|genoemd)(?!\w))"
# A capital is that of a label which was not cut off, unless the sentence goes on before it ("zie Vraag 3") or after it.
_LIST = r"(?:\d|\s|,|t/m|en){1,20}"
_VERB = r"(?:gaat|gaan|betreft|betreffen|ziet|zien|luidt|hangen|is|zijn|wordt|worden)\s"
_NO_LABEL = rf"(?:(?=v)|(?<=[a-z]\s)(?=V\w{{4,5}}\s{_LIST}(?!\s?:|\s?[A-ZÀ-Þ\d]))|(?=V\w{{4,5}}\s{_LIST}{_VERB}))"
# "Antwoord op vraag 2 t/m 6: nee" is a label as well.
_NO_ANSWER_LABEL = r"(?![AB][^:.]{1,60}:)"
_AFTER_NONE = "".join(
    rf"(?<!Antwoord{plural}\s{words})" for plural in ("", "en") for words in ("", r"op\s", r"op\sde\s", r"bij\s")
)
# The questions of another paper.
_ELSEWHERE = re.compile(
    r"\s?(?:\((?:Aanhangsel|Kamerstuk|20\d\dZ)"
    r"|,?\s(?:van|uit|in|bij)\s(?:de\s|het\s|mijn\s|onze\s|een\s|die\s)?"
    r"(?:eerdere\s|vorige\s|schriftelijke\s|feitelijke\s|vaste\s)?"
    r"(?:set(?!\w)|vragen|Kamervragen|lid\s|leden\s|Kamerl|SO(?!\w)|schriftelijk|Aanhangsel|Kamerstuk|Kamerbrief"
    r"|lijst\s|commissie|\S{1,20}-?fractie))"
)


_AFTER_PAPER = re.compile(r"(?:Aanhangsel|Kamerstuk|20\d\dZ)[^;?!]{0,90}\d\)?,\s\Z")
_BACK = 120


def _read(match: re.Match[str]) -> Iterator[Citation]:
    """The questions meant; none, and open, if they are another paper's."""
    before = match.string[max(0, match.start() - _BACK) : match.start()]
    if _ELSEWHERE.match(match.string, match.end()) or (before.endswith(", ") and _AFTER_PAPER.search(before)):
        yield Citation("question", *match.span(), None, certainty="unresolved")
    else:
        yield Citation("question", *match.span(), None, question_numbers(match["numbers"]))


# For a number: the question before the one that is asked or answered; for the answer above, all that it answers.
PREVIOUS, ABOVE = "previous", "above"
_EARLIER = r"(?:vorige|voorgaande|voorafgaande|bovenstaande)"


def _read_previous(match: re.Match[str]) -> Iterator[Citation]:
    yield Citation("question", *match.span(), None, (PREVIOUS if match["question"] else ABOVE,))


RULES: tuple[Rule, ...] = (
    Rule(
        "question",
        any_case("antwoord", "beantwoording", "bovenstaand", "vorige", "voorgaande", "voorafgaande"),
        re.compile(
            rf"(?:(?:{_ANSWER}\s(?:op|van|bij)\s(?:de|uw|mijn)\s|(?<=[Zz]ie\sde\s)|(?<=naar\sde\s))"
            rf"{_EARLIER}\s(?P<question>vraag)"
            rf"|(?i:antwoord\shierboven|{_EARLIER}\santwoord))(?!\w|\s(?:op|aan|van)\s|\s\()"
        ),
        _read_previous,
        yes=(
            ("Zie het antwoord op de vorige vraag.", "previous"),
            ("zie mijn beantwoording van de voorgaande vraag", "previous"),
            ("Ik verwijs naar de vorige vraag.", "previous"),
            ("Zie de voorgaande vraag", "previous"),
            ("Zie het antwoord hierboven.", "above"),
            ("Zie het bovenstaande antwoord", "above"),
        ),
        no=(
            "Zie het antwoord op de vorige vraag van het lid Bakhuis",
            "Ik verwijs naar de vorige vraag van het lid Bakhuis",
            "Zoals in de vorige vraag gesteld",
            "in mijn vorige antwoorden",
            "Zie mijn vorige antwoord aan uw Kamer",
        ),
    ),
    Rule(
        "question",
        any_case("antwoord", "beantwoording"),
        re.compile(
            rf"{_NO_ANSWER_LABEL}(?:{_ANSWER}{_ON}|antwoord(?:en)?\s){_QUESTION}(?P<numbers>{_DIGITS}|{_WORDS})"
        ),
        _read,
        yes=(
            ("zoals ook in het antwoord op vraag 3 is vermeld", "3"),
            ("Zoals genoemd in het antwoord op vraag twee is", "2"),
            ("de beantwoording van vraag 7 en 8", "7,8"),
            ("Zie mijn antwoord op de vragen 2 t/m 4.", "2,3,4"),
            ("De antwoorden op de vragen 7 en 8kunnen", "7,8"),
            ("Ja, zie antwoord vraag 3.", "3"),
            ("naar het antwoord op vraag 2, 2e alinea.", "2"),
            ("(Aanhangsel van 2021, 3456), antwoord op vraag 3", "?"),
            ("mijn antwoord op vraag 5 van de leden Jansen en De Vries (Aanhangsel Handelingen)", "?"),
        ),
        no=(
            "het antwoord op deze vraag",
            "het antwoord op de vraag 10 miljoen te besteden",
            "antwoord op vragen van leden",
            "Antwoord vraag 1: Ja.",
            "Antwoord op vragen 2 t/m 6: nee",
        ),
    ),
    Rule(
        "question",
        ("vraag", "vragen", "Vraag", "Vragen"),
        re.compile(rf"(?<![\w-])(?<!\d\s){_AFTER_NONE}{_NO_LABEL}{_QUESTION}(?P<numbers>{_DIGITS})"),
        _read,
        yes=(
            ("Zie vraag 3.", "3"),
            ("uw vraag 2 betreft", "2"),
            ("De vragen 4 en 5 hangen samen", "4,5"),
            ("zie Vraag 6", "6"),
            ("(zie vraag en antwoord 14)", "14"),
            ("Zie de vragen 3 en 12.", "3,12"),
        ),
        no=(
            "de vraag 500 miljoen te besteden",
            "Kamervragen 3 en 4",
            "in 2 van de 3 vragen 5 punten",
            "Vraag 3",
            "is toegezegd. Vraag 3 Kunt u dit toelichten?",
            "dat is zo Vraag 3 Kunt u dit toelichten?",
            "de vragen van 3 mei 2024",
            "vragen 2024Z14247",
            "in vraag en antwoord",
            "een lijst van vragen en antwoorden 36 725 X Wijziging van de begroting",
        ),
    ),
    Rule(
        "question",
        ("vraag", "vragen"),
        re.compile(rf"(?<![\w-])(?:{_LED}|(?=vra\w+\s{_WORDS}{_ENDS}))vra(?:ag|gen)\s(?P<numbers>{_WORDS})"),
        _read,
        yes=(("bij vraag twee is dit toegelicht", "2"), ("De vragen drie en vier zijn samengenomen", "3,4")),
        no=("dat deze vraag twee kanten heeft", "de vraag drie jaar uit te stellen"),
    ),
    Rule(
        "question",
        any_case("zie "),
        re.compile(
            r"(?i:zie)\s(?:[a-z]{2,9}\s){0,3}antwoord(?:en)?\sop\sde\s"
            rf"(?P<numbers>{ORDINAL}(?:\sen\s{ORDINAL})?)\svra(?:ag|gen)(?!\w)"
        ),
        _read,
        yes=(
            ("Zie het antwoord op de eerste vraag.", "1"),
            ("Zie ook de antwoorden op de derde en vierde vraag", "3,4"),
        ),
        no=("In antwoord op de eerste vraag kan ik melden", "Zie de tweede vraag van gemeenten"),
    ),
    Rule(
        "question",
        ("antwoord",),
        re.compile(
            r"(?:(?<=[Zz]ie\s)|(?<=\sook\s)|(?<=[Hh]et\s)|(?<=mijn\s)|(?<=\sons\s)|(?<=\sin\s)|(?<=\sbij\s)|(?<=onder\s)"
            rf"|(?<=naar\s)|(?<=\sde\s))antwoord(?:en)?\s(?:(?:op|bij|onder)\s)?{_NUMBER}(?P<numbers>{_DIGITS})"
        ),
        _read,
        yes=(("Zie antwoord 3.", "3"), ("Zie het antwoord onder 2", "2"), ("naar de antwoorden 4 en 5", "4,5")),
        no=("een antwoord 3 weken later", "het antwoord op 3 mei 2024", "Antwoord 3"),
    ),
)
