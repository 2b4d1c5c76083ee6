"""Made-up papers to measure with: as many as wanted, of realistic kinds and lengths, always the same."""

import random
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from bench.typesetting import Pages

_FOOT = "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel"
_WHO = (
    "De gemeente",
    "Het waterschap",
    "De provincie",
    "Het kabinet",
    "De inspectie",
    "Een meerderheid van de vervoerders",
)
_DOES = ("onderzoekt", "volgt", "ondersteunt", "heroverweegt", "verkent", "herziet", "bewaakt", "bekostigt")
_WHAT = (
    "het onderhoud van de oeververbindingen in de regio",
    "de afspraken over de dienstregeling in de avonduren",
    "de uitvoeringstoets bij het besluit over de kade- en sluiswachters",
    "het aanbod van fietsenstallingen bij kleinere stations",
    "de gevolgen voor ondernemers die van de veerpont afhankelijk zijn",
    "het plan van aanpak «Over water» uit 2021",
)
_HOW = (
    "in overleg met betrokken partijen",
    "zoals eerder aan de Kamer is toegezegd",
    "waarbij € 3,5 miljoen beschikbaar is voor 2025 en 2026",
    "mede op grond van de evaluatie van 12 maart 2023",
    "voor zover de begroting daarin voorziet",
    "met inachtneming van artikel 4.2 van de regeling",
)
_ASKS = ("Bent u bereid om", "Kunt u toelichten waarom u niet eerder begon om", "Deelt u de mening dat het tijd is om")
_TO_DO = (
    "de veerpont ook in het weekend te laten varen",
    "de brug bij Oudeveen voor de winter te herstellen",
    "met de bewoners van de Lage Kade in gesprek te gaan",
    "de Kamer over de kosten van het herstel te informeren",
)
_SOURCES = (
    "Kamerstuk {0} {1}, nr. {2}.",
    "Zie www.voorbeeld.example/berichten/{2}/veerpont-{1}.",
    "De Oudeveense Bode, {3} april 2024, «Pont vaart weer».",
    "Aanhangsel Handelingen, vergaderjaar 2022–2023, nr. {2}.",
)
_CITED = ("Zie ook Kamerstuk {0} {1}, nr. {2}.", "Zie het antwoord op vraag {3}.", "Dit volgt uit Stb. 2021, {2}.")
_HEADINGS = ("Aanleiding", "Stand van zaken", "Financiën", "Uitvoering en toezicht", "Vervolg", "Tot slot")


def papers(size: int) -> Iterator[str]:
    """Papers of together about `size` characters."""
    number = 0
    while size > 0:
        text = paper(number)
        yield text
        number, size = number + 1, size - len(text)


def paper(number: int) -> str:
    """The paper of that number: answers to questions, a letter, or a list of questions and answers."""
    choose = random.Random(number)
    page = Pages(choose, _FOOT, partial(_cited, choose, _SOURCES))
    _KINDS[number % len(_KINDS)](choose, page)
    return page.text()


def _answers(choose: random.Random, page: Pages) -> None:
    page.paragraph("Vragen van het lid Van Wieringen (Waterpartij) aan de Minister van Infrastructuur over de veerpont")
    page.paragraph(f"(ingezonden {choose.randint(1, 28)} februari 2024)")
    for number in range(1, choose.randint(6, 16)):
        page.line(f"Vraag {number}")
        page.paragraph(_question(choose), noted=0.3)
        page.line(f"Antwoord {number}")
        for _ in range(choose.randint(1, 4)):
            page.paragraph(_sentences(choose, 2, 6), noted=0.2)


def _letter(choose: random.Random, page: Pages) -> None:
    page.paragraph("Aan de Voorzitter van de Tweede Kamer der Staten-Generaal")
    page.paragraph(f"Den Haag, {choose.randint(1, 28)} juni 2024")
    for heading in _HEADINGS:
        page.paragraph(heading)
        for _ in range(choose.randint(3, 9)):
            page.paragraph(_sentences(choose, 3, 8), noted=0.4)
        for number in range(1, choose.randint(1, 6)):
            page.paragraph(f"{number}. {choose.choice(_WHO)} {choose.choice(_DOES)} {choose.choice(_WHAT)};")
    page.paragraph("De Minister van Infrastructuur, A. van der Pont")


def _list(choose: random.Random, page: Pages) -> None:
    page.paragraph("Lijst van vragen en antwoorden over het plan «Over water»")
    for number in range(1, choose.randint(30, 90)):
        page.paragraph(f"{number} {_question(choose)}")
        page.paragraph(_sentences(choose, 2, 7), noted=0.1)


_KINDS: Sequence[Callable[[random.Random, Pages], None]] = (_answers, _letter, _answers, _list)


def _question(choose: random.Random) -> str:
    return f"{choose.choice(_ASKS)} {choose.choice(_TO_DO)}, {choose.choice(_HOW)}?"


def _sentences(choose: random.Random, fewest: int, most: int) -> str:
    return " ".join(_sentence(choose) for _ in range(choose.randint(fewest, most)))


def _sentence(choose: random.Random) -> str:
    if choose.random() < 0.08:
        return _cited(choose, _CITED)
    words = f"{choose.choice(_WHO)} {choose.choice(_DOES)} {choose.choice(_WHAT)}"
    return f"{words}, {choose.choice(_HOW)}." if choose.random() < 0.6 else f"{words}."


def _cited(choose: random.Random, forms: Sequence[str]) -> str:
    return choose.choice(forms).format(
        *(choose.randint(10, 99), choose.randint(100, 999), choose.randint(1, 99), choose.randint(1, 9))
    )
