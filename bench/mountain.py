"""A mountain of made-up papers that cite each other: as many as wanted, the same ones for the same seed.

Papers of five kinds from 2000 to 2026, in order of date, by askers of a dozen parties to a dozen ministries, laid out
as text pulled out of PDFs is.  `text_of(number)` needs nothing but the number: any process can make any paper.
"""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bench import words
from bench.typesetting import Pages

_FIRST_DAY, _DAYS = date(2000, 1, 10), 9_700
_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_MINISTRIES = (
    *("Infrastructuur en Waterstaat", "Volksgezondheid, Welzijn en Sport", "Justitie en Veiligheid", "Financiën"),
    *("Sociale Zaken en Werkgelegenheid", "Onderwijs, Cultuur en Wetenschap", "Economische Zaken", "Defensie"),
    *("Binnenlandse Zaken en Koninkrijksrelaties", "Landbouw, Natuur en Voedselkwaliteit", "Buitenlandse Zaken"),
    *("Algemene Zaken", "Klimaat en Energie", "Asiel en Migratie"),
)
_PARTIES = (
    *("VVD", "CDA", "PvdA", "D66", "SP", "GroenLinks", "ChristenUnie"),
    *("SGP", "PVV", "PvdD", "Volt", "BBB", "JA21"),
)
_NAMES = tuple(
    f"{before}{first}{last}"
    for before in ("", "Van ", "De ")
    for first in ("Hoge", "Roel", "Ter", "Kloo", "Brand", "Zand", "Wier", "Graa", "Bak", "Molen")
    for last in ("wind", "vink", "wolde", "dijk", "sema", "vliet", "huis", "man")
)


@dataclass(frozen=True, slots=True)
class Mountain:
    """How many papers there are, and the seed they grow from."""

    papers: int
    seed: int = 0

    def key(self, number: int) -> str:
        """The place of a paper, a folder for each thousand."""
        return f"{number // 1000:04d}/paper-{number:07d}"

    def text_of(self, number: int) -> str:
        """The paper of that number, from 0."""
        choose = random.Random(f"{self.seed}-{number}")
        name = self.name_of(number)
        page = _Paper(choose, self, number, f"Tweede Kamer, vergaderjaar {name.session}, {name.series}")
        _KINDS[name.kind](page, name)
        return page.text()

    def name_of(self, number: int) -> "Name":
        """What the paper of that number is called, from the number alone: others cite it by that."""
        day = _FIRST_DAY + timedelta(days=number * _DAYS // self.papers)
        year = day.year if day.month > 8 else day.year - 1
        session, kind = f"{year}–{year + 1}", _KIND_OF[number % len(_KIND_OF)]
        if kind == "answers":
            first = (date(year, 9, 1) - _FIRST_DAY).days * self.papers // _DAYS
            return Name(kind, day, session, "", str(_answers_before(number) - _answers_before(max(first, 0)) + 1))
        # One paper in three stands in one of a few large dossiers.
        large = max(1, self.papers // 2500)
        small = max(1, self.papers // 40)
        at = number // 3
        dossier, nr = (
            (20_001 + at % large, at // large) if number % 3 == 0 else (25_001 + number % small, number // small)
        )
        return Name(kind, day, session, f"{dossier // 1000} {dossier % 1000:03d}", str(nr + 1))


@dataclass(frozen=True, slots=True)
class Name:
    """What a paper is called; `dossier` is empty for one in the Aanhangsel."""

    kind: str
    day: date
    session: str
    dossier: str
    nr: str

    @property
    def series(self) -> str:
        """As the foot of a page has it."""
        return f"{self.dossier}, nr. {self.nr}" if self.dossier else f"Aanhangsel {self.nr}"

    @property
    def cited(self) -> str:
        """As another paper cites it."""
        if self.dossier:
            return f"Kamerstuk {self.dossier}, nr. {self.nr}"
        return f"Aanhangsel Handelingen, vergaderjaar {self.session}, nr. {self.nr}"


_KIND_OF = ("answers", "letter") * 7 + ("answers", "motion", "motion", "motion", "list", "report")
_ANSWERS_SO_FAR = [_KIND_OF[:at].count("answers") for at in range(len(_KIND_OF) + 1)]


def _answers_before(number: int) -> int:
    rounds, at = divmod(number, len(_KIND_OF))
    return rounds * _ANSWERS_SO_FAR[-1] + _ANSWERS_SO_FAR[at]


class _Paper(Pages):
    """A paper that cites others; it takes what it needs of chance from `choose`."""

    def __init__(self, choose: random.Random, mountain: Mountain, number: int, foot: str) -> None:
        super().__init__(choose, foot, self._source)
        self.mountain = mountain
        self.number = number

    def body(self, fewest: int, most: int) -> None:
        """Set a paragraph of statements; four in five cite something."""
        # The citation first: a mark behind "nr. 5." would be read as part of it.
        cited = f"Zie {self.citation()}. " if self.choose.random() < 0.8 else ""
        self.paragraph(cited + words.paragraph(self.choose, fewest, most), noted=0.6)

    def citation(self) -> str:
        """Something cited: mostly another paper, a late one rather than an early one."""
        choose = self.choose
        if self.number and choose.random() < 0.75:
            return self.mountain.name_of(self.number - 1 - int(self.number * choose.random() ** 3)).cited
        return choose.choice(_ELSEWHERE).format(choose.randint(1, 999), choose.randint(2000, 2025))

    def _source(self) -> str:
        if self.choose.random() < 0.7:
            return f"{self.citation()}."
        return f"De {self.choose.choice(words.PLACES)}se Bode, «{words.subject(self.choose).capitalize()}»."


_ELSEWHERE = (
    "https://www.voorbeeld.example/berichten/{0}/{1}",
    "Stb. {1}, {0}",
    "Verordening (EU) {1}/{0}",
    "ECLI:NL:RVS:{1}:{0}",
    "COM({1}) {0}",
    "Stcrt. {1}, {0}",
)


def _in_full(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _person(choose: random.Random) -> str:
    return choose.choice(_NAMES)


def _length(choose: random.Random, usual: float, most: int) -> int:
    """How long something is: mostly about as usual, now and then many times that."""
    return min(most, max(1, round(choose.lognormvariate(0, 0.6) * usual)))


def _masthead(page: _Paper, name: Name, title: str) -> None:
    for line in ("Tweede Kamer der Staten-Generaal", "", "2", "", f"Vergaderjaar {name.session}", ""):
        page.line(line)
    subject = words.subject(random.Random(f"{page.mountain.seed}-{name.dossier}"))
    page.paragraph(f"{name.dossier} {subject.removeprefix('de ').capitalize()}")
    page.paragraph(f"Nr. {name.nr} {title}")


def _answers(page: _Paper, name: Name) -> None:
    choose = page.choose
    asker, answers, ministry = _person(choose), _person(choose), choose.choice(_MINISTRIES)
    answered = name.day + timedelta(days=round(choose.lognormvariate(3.2, 0.5)))
    page.line(f"{name.day.year}Z{page.number % 100_000:05d}")
    for line in ("Tweede Kamer der Staten-Generaal", "", "2", "", f"Vergaderjaar {name.session}", ""):
        page.line(line)
    page.paragraph("Aanhangsel van de Handelingen")
    page.paragraph("Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden")
    page.paragraph(name.nr)
    asked = f"Vragen van het lid {asker} ({choose.choice(_PARTIES)}) aan de Minister van {ministry} over"
    page.paragraph(f"{asked} {words.subject(choose)} (ingezonden {_in_full(name.day)}).")
    page.paragraph(f"Antwoord van Minister {answers} ({ministry}) (ontvangen {_in_full(answered)}).")
    for number in range(1, _length(choose, 4.2, 60) + 1):
        page.line(f"Vraag {number}")
        page.paragraph(words.question(choose), noted=0.3)
        page.line(f"Antwoord {number}")
        if number > 2 and choose.random() < 0.08:
            page.paragraph(f"Zie het antwoord op vraag {choose.randint(1, number - 1)}.")
        else:
            for _ in range(choose.randint(1, 2)):
                page.body(1, 6)


def _letter(page: _Paper, name: Name) -> None:
    choose = page.choose
    ministry = choose.choice(_MINISTRIES)
    _masthead(page, name, f"BRIEF VAN DE MINISTER VAN {ministry.upper()}")
    page.paragraph("Aan de Voorzitter van de Tweede Kamer der Staten-Generaal")
    page.paragraph(f"Den Haag, {_in_full(name.day)}")
    page.paragraph(f"Met deze brief informeer ik uw Kamer over {words.subject(choose)}.")
    for _ in range(_length(choose, 3, 60)):
        page.paragraph(words.nouns(choose, 1)[0].capitalize())
        for _ in range(choose.randint(1, 3)):
            page.body(2, 6)
    page.line(f"De Minister van {ministry},")
    page.line(f"{choose.choice('ABCDEFGHJKLM')}. {_person(choose)}")


def _motion(page: _Paper, name: Name) -> None:
    choose = page.choose
    _masthead(page, name, f"MOTIE VAN HET LID {_person(choose).upper()}")
    page.paragraph(f"Voorgesteld {_in_full(name.day)}")
    page.paragraph("De Kamer,")
    page.paragraph("gehoord de beraadslaging,")
    for _ in range(choose.randint(2, 4)):
        page.paragraph(f"constaterende dat {words.sentence(choose)[:-1].lower()};")
    page.paragraph(f"overwegende dat {page.citation()} daarop ingaat;")
    page.paragraph(f"verzoekt de regering {words.subject(choose)} te onderzoeken,")
    page.paragraph("en gaat over tot de orde van de dag.")
    page.paragraph(_person(choose))


def _list(page: _Paper, name: Name) -> None:
    choose = page.choose
    _masthead(page, name, "LIJST VAN VRAGEN EN ANTWOORDEN")
    page.paragraph(f"Vastgesteld {_in_full(name.day)}")
    page.paragraph(f"De vaste commissie voor {choose.choice(_MINISTRIES)} heeft een aantal vragen gesteld.")
    for number in range(1, _length(choose, 22, 400) + 1):
        page.line(f"Vraag {number}")
        page.paragraph(words.question(choose))
        page.line(f"Antwoord {number}")
        page.body(1, 5)


def _report(page: _Paper, name: Name) -> None:
    choose = page.choose
    _masthead(page, name, "VERSLAG VAN EEN COMMISSIEDEBAT")
    page.paragraph(f"Vastgesteld {_in_full(name.day)}")
    for _ in range(_length(choose, 25, 300)):
        page.paragraph(f"De heer {_person(choose)} ({choose.choice(_PARTIES)}): {words.paragraph(choose, 2, 7)}")


_KINDS: Mapping[str, Callable[[_Paper, Name], None]] = {
    "answers": _answers,
    "letter": _letter,
    "motion": _motion,
    "list": _list,
    "report": _report,
}


def texts(mountain: Mountain) -> Iterator[str]:
    """All papers, in order."""
    return map(mountain.text_of, range(mountain.papers))
