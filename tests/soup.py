"""Soup: texts that no ministry would send, made of what papers are made of, as hypothesis strategies.

`soup` is pieces of papers in any order; `papers` is whole papers of which we know what they ask and answer.
"""

import os
import textwrap
from dataclasses import dataclass

from hypothesis import settings
from hypothesis import strategies as st

from ingest.layout.furniture import FURNITURE
from ingest.model import Format, Hint, HintRole, Source, Span
from ingest.structure.label_rules import LABELS
from ingest.structure.shorthand import PAIRS

# The same examples each time, so that a failure is a change; HYPOTHESIS_PROFILE=long looks for new ones.
settings.register_profile("quick", max_examples=50, deadline=None, derandomize=True)
settings.register_profile("long", max_examples=5_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

# What every rule is about, and what only looks like it.
_RULED = [
    *(line for label in LABELS for line in (*label.yes, *label.no)),
    *(line for pair in PAIRS for line in (*pair.yes, *pair.no)),
    *(line for rule in FURNITURE for line in (*rule.yes, *rule.no)),
]

_SEPARATORS = [
    *("\n", "\n\n", "\n\n\n\n\n", "\r\n", "\r\n\r\n", "\r", "\f", "\n\f\n", "\u2028", "\x85", "\x0b", "\x1c"),
    *(" ", "  ", "\t", "\u00a0", "\u202f", "\u2003", "\u200b", ""),
    *("-\n", "\u00ad\n", "\u2010\n", "-\n\n", "-\r\n", " -\n", "/\n", "?\n", "-\f"),
]

_SENTENCES = [
    "Kent u het bericht «Haven van Oudveen loopt leeg»?",
    "Bent u bereid de Kamer hierover vóór 1 maart 2025 te informeren?",
    "Wat is uw reactie hierop",
    "Ja.",
    "Zie het antwoord op vraag 2.",
    "Zie mijn antwoord op de vragen 3 en 4, en op vraag twee.",
    "Ik verwijs u naar vraag 12.",
    "de gemeenten zijn hierover geïnformeerd, zoals toegezegd",
    "In- en uitvoer, EU-verordening en niet-gouvernementele partijen.",
    "1. een eerste punt",
    "2) een tweede punt",
    "a. een letter",
    "- een streepje",
    "De minister van Economische Zaken,",
    "W.J. de Tuinman",
    "Hoogachtend,",
    "Datum 3 juni 2024",
    "29 826 Industriebeleid",
    "Nr. 12 BRIEF VAN DE MINISTER VAN DEFENSIE",
    "LIJST VAN VRAGEN EN ANTWOORDEN",
    "Vragen van de leden Van den Berg (CDA) en Öztürk (Groep Öztürk) aan de staatssecretaris van Financiën",
    "2024Z01234 (ingezonden 5 april 2024)",
]

_CITATIONS = [
    "Kamerstuk 32637-717",
    "Kamerstuk 35 570 XVII, nr. 26",
    "Kamerstukken II 2022/23, 36 229, nr. 1",
    "Kamerstukken 30 821 en 21 501-20, nr. 73",
    "33 009, nrs. 141 en 159",
    "35 880, nr. 1 t/m 4",
    "kst-29826-277",
    "Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 387",
    "Handelingen II 2021/22, nr. 12, item 4",
    "TZ202509-008",
    "Verordening (EU) 2019/452",
    "COM(2023) 249",
    "BWBR0044449",
    "Stb. 2020, 118",
    "ECLI:NL:HR:2019:2006",
    "https://www.voorbeeld.nl/nieuws/een-lang-adres?jaar=2024&bladzijde=3",
    "www.voorbeeld.nl/a-",
]

_NOTES = [
    "afhankelijkheden1.",
    "in 20246",
    "in 2025.2",
    "bekrachtigd.*",
    "toegezegd?>",
    "beleid 3 en",
    "1 Kamerstuk 29 826, nr. 7",
    "De regen hield aan en de dijk hield stand.             Ons kenmerk",
    "                                                       DGW-2024 / 1234",
    "| Nr. | Vraag | Antwoord |",
    "| 3 | Klopt dit? | Ja. |",
    "besproken.Vraag 4",
    "2 NRC, 3 mei 2024, «Een bericht»",
    "3 www.voorbeeld.nl/bericht",
    "1) De Courant, 4 juni 2023",
    "[1] Brief van 5 mei 2022",
    "<sup>1</sup>",
    "<sup>1</sup> Kamerstuk 29 826, nr. 8",
    "[^2]",
    "[^2]: Een noot",
    "[footnoteRef:1]",
    "[1:  Kamerstuk 30 821, nr. 251]",
    "[2: [bookmark: _Hlk1]",
    "[bookmark: _Hlk123]",
    "## Inleiding",
    "**Vraag 1**",
    "**",
]

# Characters whose case, width, direction or line breaking is a trap.
_ODD = [*"\x00\ufeff\ufffd\u0301\u202e\u00b2\u2460", "ﬁ", "İ", "ß", "٣", "１", "Vraag １", "Antwoord ٢", "Vraag 1²"]

_PIECES = [*_RULED, *_SENTENCES, *_CITATIONS, *_NOTES, *_ODD, *map(str, range(1, 30))]

_piece = st.one_of(st.sampled_from(_PIECES), st.sampled_from(_SENTENCES), st.text(max_size=12))
_separator = st.one_of(st.sampled_from(_SEPARATORS), st.sampled_from(["\n", "\n\n", " "]))

_soup_of_pieces = st.lists(st.tuples(_piece, _separator), max_size=40).map(
    lambda pairs: "".join(part for pair in pairs for part in pair)
)

soup = st.one_of(_soup_of_pieces, _soup_of_pieces, st.text(max_size=200))


_ROLES: tuple[HintRole | None, ...] = (
    *("page", "page_furniture", "footnote", "footnote_mark", "heading", "markup"),
    *(None, None, None),
)
_INSIDE = ("footnote_mark", "markup")
_FORMATS: tuple[Format, ...] = ("text", "markdown", "docx", "html")


@st.composite
def sources(draw: st.DrawFn) -> Source:
    """A soup as a reader hands it on: of any format, with hints about any part of it."""
    text = draw(soup)
    format = draw(st.sampled_from(_FORMATS))
    hints = draw(_hints(text)) if format in ("docx", "html") else ()
    return Source(text, format, "utf-8", "0" * 64, hints)


@st.composite
def _hints(draw: st.DrawFn, text: str) -> tuple[Hint, ...]:
    """Hints in order of position, without overlap: notes, headings and furniture are lines, marks stand inside one."""
    hints: list[Hint] = []
    at = 0
    for line in text.split("\n"):
        role = draw(st.sampled_from(_ROLES))
        marker = draw(st.sampled_from(["1", "2", "3", "*", ""])) if role in ("footnote", "footnote_mark") else ""
        start, stop = sorted(draw(st.tuples(*[st.integers(0, len(line))] * 2))) if role in _INSIDE else (0, len(line))
        if role == "page":
            hints.append(Hint(Span(at, at), role))
        elif role and start < stop:
            hints.append(Hint(Span(at + start, at + stop), role, marker))
        at += len(line) + 1
    return tuple(hints)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper with what it says: questions in order, and answers with the numbers of the questions they answer."""

    text: str
    questions: tuple[str, ...]
    answers: tuple[tuple[tuple[str, ...], str], ...]


_PLACES = ["Oudveen", "Laagzande", "Wierdijk", "Molengat", "Noorderhoek", "Kraaiveld", "Zwaluwe", "Dorpshaven"]
_ASKED = [
    "Kent u de berichten over {}?",
    "Deelt u de mening dat de veerpont naar {} te weinig vaart, en zo nee, waarom niet?",
    "Wat heeft u sinds het overleg met de provincie ondernomen om de dijk bij {} te verstevigen, en welke stappen "
    "volgen nog voordat het stormseizoen begint?",
    "Hoeveel molens draaien er in {}? Kunt u dat per gemeente toelichten?",
]
_ANSWERED = [
    "Ja.",
    "Nee, de provincie beslist over {} zelf en heeft dat ook aan de gemeenten laten weten.",
    "De veerpont vaart vaker dan voorheen naar {}. In de zomer komt daar een tweede bij, waarvoor de gemeente al een "
    "schipper zoekt. Of dat genoeg is, zal blijken uit de tellingen van het najaar.",
    "De dijkgraaf van {} heeft om uitstel gevraagd.",
]
# What stands between two pages, in the middle of a text.
_PAGE_ENDS = [
    "\n",
    "\n\nTweede Kamer, vergaderjaar 2024–2025, Aanhangsel 2\n\n",
    "\n\nPagina 2 van 9\n\n",
    "\n\nah-tk-20242025-594\nISSN 0921 - 7371\n’s-Gravenhage 2024\n\n",
]


@st.composite
def papers(draw: st.DrawFn) -> Paper:
    """Questions and answers under printed labels; pages may end inside a text, and lines be cut at any width.

    No text stands there twice: what repeats itself on every page is taken for its margin.
    """
    groups = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    width = draw(st.sampled_from([0, 60, 90]))
    asked = [draw(st.sampled_from(_ASKED)).format(place) for place in _places(sum(groups))]
    parts: list[str] = []
    answers = []
    number = 0
    for size, place in zip(groups, _places(len(groups)), strict=True):
        numbers = range(number + 1, number + 1 + size)
        number += size
        parts += [f"Vraag {at}\n{draw(_printed(asked[at - 1], width))}" for at in numbers]
        answer = draw(st.sampled_from(_ANSWERED)).format(place)
        parts.append(f"{draw(_answer_label(numbers[0], number))}\n{draw(_printed(answer, width))}")
        answers.append((tuple(map(str, numbers)), answer))
    return Paper("\n\n".join(parts) + "\n", tuple(asked), tuple(answers))


def _places(count: int) -> list[str]:
    return [f"{_PLACES[at % len(_PLACES)]}{'-Oost' if at >= len(_PLACES) else ''}" for at in range(count)]


@st.composite
def _printed(draw: st.DrawFn, text: str, width: int) -> str:
    """A text as printed: cut into lines, and perhaps by a page's end."""
    first, *others = textwrap.wrap(text, width) if width else [text]
    return first + draw(st.sampled_from(_PAGE_ENDS)) + "\n".join(others) if others else first


@st.composite
def _answer_label(draw: st.DrawFn, first: int, last: int) -> str:
    if first == last:
        return draw(st.sampled_from([f"Antwoord {first}", f"Antwoord op vraag {first}", f"Antwoord {first}:"]))
    numbers = list(map(str, range(first, last + 1)))
    listed = f"{', '.join(numbers[:-1])} en {numbers[-1]}"
    through = f"Antwoord op de vragen {first} t/m {last}"
    return draw(st.sampled_from([f"Antwoord {listed}", through, f"Antwoorden op vraag {' '.join(numbers)}"]))
