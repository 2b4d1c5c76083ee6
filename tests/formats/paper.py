"""One paper of our own writing, as it is before any format: blocks in order, with `[^1]` where a note is marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["front", "label", "text", "item", "row"]

MARK = re.compile(r"\[\^(\w+)\]")

IDENTIFIER = "ah-tk-20312032-4711"
FOOT = "Tweede Kamer, vergaderjaar 2031–2032, Aanhangsel"


@dataclass(frozen=True)
class Block:
    """A paragraph; an item of a list with its number; a row of a table with tabs between its cells."""

    kind: Kind
    text: str
    number: str = ""


# A soft hyphen shows where the printed page may cut a word.
BLOCKS = (
    Block("front", "Tweede Kamer der Staten-Generaal"),
    Block("front", "Vergaderjaar 2031–2032"),
    Block("front", "Aanhangsel van de Handelingen"),
    Block("front", "4711"),
    Block(
        "front",
        "Vragen van het lid Van Essen-Büyük (Duinpartij) aan de Minister van Kust en Getij over het bericht «Zandbank"
        " wandelt naar vaargeul» (ingezonden 3 maart 2032).",
    ),
    Block("front", "Antwoord van Minister Ijsselmuiden (Kust en Getij) (ontvangen 24 maart 2032)."),
    Block("label", "Vraag 1"),
    Block("text", "Kent u het bericht «Zandbank wandelt naar vaargeul»?[^1]"),
    Block("label", "Antwoord 1"),
    Block("text", "Ja."),
    Block("label", "Vraag 2"),
    Block(
        "text",
        "Hoeveel schepen liepen in 2030[^2] vast, en wat zegt dat over de afhanke\u00adlijkheden tussen baggerwerk en"
        " scheepvaart? Wilt u in uw antwoord in elk geval ingaan op:",
    ),
    Block("item", "de veerdiensten;", "a."),
    Block("item", "de visserij, ook waar die verder dan 12 km² zee bestrijkt.", "b."),
    Block("label", "Antwoord 2"),
    Block(
        "text",
        "In 2030 liepen negen schepen vast.[^3] De veerdiensten hadden daarvan het meeste last, omdat zij op vaste uren"
        " varen en bij laag water niet kunnen uitwijken. De vissers konden hun tochten meestal verzetten. Het"
        " beeld per maand staat in de tabel hieronder. Daarbij moet worden bedacht dat niet ieder schip dat de bodem"
        " raakt daarvan melding doet, zodat het werkelijke aantal hoger kan liggen dan de tabel laat zien.",
    ),
    Block("row", "Maand\tVeerboten\tVissers"),
    Block("row", "Januari\t4\t1"),
    Block("row", "Februari\t3\t1"),
    Block(
        "text",
        "Het ministerie heeft met de havens afgesproken dat de geul voortaan elke week wordt gepeild. De uitkomsten"
        " komen openbaar te staan, zodat ook de pleziervaart weet waar het ondiep is.[^4] De kosten daarvan vallen"
        " binnen de begroting. Mocht blijken dat vaker peilen nodig is, dan kom ik daarop terug bij de voorjaarsnota.",
    ),
    Block("label", "Vraag 3"),
    Block("text", "Bent u bereid de vaargeul te verleggen voordat de zandbank die heeft bereikt? Zo nee, waarom niet?"),
    Block("label", "Antwoord 3"),
    Block(
        "text",
        "Nee. Een geul die met de zandbank mee verhuist, slibt volgens de loodsen[^1] sneller dicht dan er gebaggerd"
        " kan worden. Zie verder het antwoord op vraag 2.",
    ),
)

NOTES = {
    "1": "De Getijdenbode, 28 februari 2032, «Zandbank wandelt naar vaargeul».",
    "2": "Kamerstuk 98 765, nr. 12.",
    "3": "Jaarbericht Kustwacht 2030, p. 14, waarin ook de schepen staan die op eigen kracht weer vlot kwamen, en die"
    " dus niet in de cijfers van de havens zijn te vinden.",
    "4": "https://geul.example/peilingen/2032/overzicht-van-alle-peilingen-per-week.html",
}


def split(text: str) -> Iterator[tuple[str, str]]:
    """The text between marks, each with the mark that follows it ("" after the last)."""
    at = 0
    for mark in MARK.finditer(text):
        yield text[at : mark.start()], mark[1]
        at = mark.end()
    yield text[at:], ""


def marks() -> list[str]:
    """All marks of the paper, in order."""
    return [mark for block in BLOCKS for mark in MARK.findall(block.text)]


def body() -> str:
    """The paper's text without notes and marks."""
    return "\n".join(MARK.sub("", f"{block.number} {block.text}") for block in BLOCKS)


def letters(text: str) -> str:
    """The text read as letters only."""
    return "".join(char for char in text if char.isalpha())
