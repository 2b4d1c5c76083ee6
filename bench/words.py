"""A made-up vocabulary in the manner of parliamentary papers, and sentences of it.

Few words are very frequent and most are rare, as in any text (Zipf): the rank of a word decides how often it is drawn.
Compounds make up the long tail, as they do in Dutch.
"""

import random
from functools import cache
from itertools import accumulate, product

_FIRST = (
    *("water", "haven", "spoor", "brug", "veer", "weg", "fiets", "kust", "sluis", "dijk", "polder", "natuur", "bos"),
    *("zorg", "jeugd", "school", "leraren", "studie", "woning", "huur", "bouw", "grond", "energie", "warmte", "net"),
    *("gas", "wind", "stroom", "data", "arbeids", "loon", "pensioen", "toeslag", "belasting", "accijns", "begroting"),
    *("defensie", "politie", "recht", "straf", "asiel", "grens", "douane", "handels", "export", "landbouw", "mest"),
    *("visserij", "dieren", "voedsel", "genees", "ziekenhuis", "huisarts", "sport", "cultuur", "media", "bibliotheek"),
    *("gemeente", "provincie", "regio", "wijk", "dorps", "eiland", "rijks", "staats", "burger", "kinder", "ouderen"),
)
_SECOND = (
    *("beleid", "plan", "fonds", "regeling", "besluit", "toets", "kader", "akkoord", "tafel", "loket", "register"),
    *("opgave", "aanpak", "heffing", "vergoeding", "bijdrage", "subsidie", "tekort", "markt", "keten", "sector"),
    *("toezicht", "inspectie", "handhaving", "controle", "onderzoek", "evaluatie", "rapportage", "monitor", "raming"),
    *("norm", "eis", "grens", "termijn", "planning", "capaciteit", "voorraad", "voorziening", "verbinding", "dienst"),
    *("raad", "commissie", "overleg", "platform", "netwerk", "organisatie", "bedrijf", "instelling", "school", "huis"),
    *("gebied", "zone", "station", "centrum", "traject", "project", "programma", "proef", "systeem", "gegevens"),
)
_FREQUENT = (
    *("kabinet", "gemeenten", "uitvoering", "maatregelen", "veiligheid", "onderzoek", "middelen", "regio", "afspraken"),
    *("provincies", "gevolgen", "evaluatie", "wet", "toezicht", "kosten", "inwoners", "ondernemers", "berichten"),
)
_VERBS = (
    *("onderzoekt", "volgt", "ondersteunt", "heroverweegt", "verkent", "herziet", "bewaakt", "bekostigt", "versterkt"),
    *("beoordeelt", "vereenvoudigt", "regelt", "raakt", "vergt", "verbetert", "beperkt", "betreft", "vervangt"),
)
_QUALITIES = (
    *("nieuwe", "huidige", "tijdelijke", "landelijke", "regionale", "structurele", "zorgvuldige", "gezamenlijke"),
    *("aanvullende", "wettelijke", "financiële", "jaarlijkse", "openbare", "coördinerende", "duurzame", "beperkte"),
)
_ENDS = (
    "in overleg met betrokken partijen",
    "zoals eerder aan de Kamer is toegezegd",
    "voor zover de begroting daarin voorziet",
    "met ingang van het volgende jaar",
    "op grond van de laatste cijfers",
    "waarover uw Kamer wordt geïnformeerd",
    "met inachtneming van artikel 4.2 van de regeling",
    "zonder dat dit de uitvoering vertraagt",
)
_ASKS = (
    "Bent u bereid om",
    "Kunt u toelichten waarom",
    "Deelt u de mening dat",
    "Hoe beoordeelt u dat",
    "Klopt het dat",
    "Wat is uw reactie op het bericht dat",
)
PLACES = tuple(
    f"{first}{last}"
    for first, last in product(
        ("Oud", "Nieuw", "Laag", "Hoog", "Wester", "Ooster", "Molen", "Zand", "Kalk", "Berken"),
        ("veen", "zande", "gat", "dijk", "wierde", "broek", "horst", "hoek", "meer", "burg"),
    )
)


@cache
def _nouns() -> tuple[list[str], list[float]]:
    """The nouns, most frequent first, and the sums of their weights so far."""
    compounds = [first + second for first, second in product(_FIRST, _SECOND)]
    # And longer ones, so that there are words of which only a few papers in a hundred thousand have each.
    compounds += [f"{first}{second}s{third}" for first, second, third in product(_FIRST, _SECOND[:12], _SECOND[12:40])]
    random.Random(1815).shuffle(compounds)
    nouns = [*_FREQUENT, *compounds]
    return nouns, list(accumulate(1 / (rank + 3) for rank in range(len(nouns))))


def nouns(choose: random.Random, count: int) -> list[str]:
    """So many nouns."""
    words, sums = _nouns()
    return choose.choices(words, cum_weights=sums, k=count)


def sentence(choose: random.Random) -> str:
    """A statement."""
    one, other, third = nouns(choose, 3)
    start = f"De {one}" if choose.random() < 0.7 else f"De gemeente {choose.choice(PLACES)}"
    text = f"{start} {choose.choice(_VERBS)} de {choose.choice(_QUALITIES)} {other} voor {third}"
    chance = choose.random()
    if chance < 0.2:
        sums = f"tot en met {choose.randint(2005, 2030)} € {choose.randint(2, 900)} miljoen"
        return f"{text}, waarbij {sums} beschikbaar is."
    return f"{text}, {choose.choice(_ENDS)}." if chance < 0.7 else f"{text}."


def question(choose: random.Random) -> str:
    """A question."""
    one, other = nouns(choose, 2)
    asked = f"{choose.choice(_ASKS)} de {choose.choice(_QUALITIES)} {one} in {choose.choice(PLACES)} de {other} raakt"
    return f"{asked}, {choose.choice(_ENDS)}?"


def subject(choose: random.Random) -> str:
    """What a paper is about."""
    one, other = nouns(choose, 2)
    return f"de {choose.choice(_QUALITIES)} {one} en {other} in {choose.choice(PLACES)}"


def paragraph(choose: random.Random, fewest: int, most: int) -> str:
    """Statements in a row."""
    return " ".join(sentence(choose) for _ in range(choose.randint(fewest, most)))
