"""Signatures: where a paper ends, and who signs it."""

import pytest

from ingest.model import Span
from ingest.structure.closing import Signature, announcements, closing_start, signatures, submitters
from ingest.structure.labels import Item

BODY = ["Het kabinet neemt dit over.", "De Minister van Defensie heeft dat in zijn brief gezegd."]

CLOSINGS: dict[str, tuple[list[str], list[tuple[str, str | None]]]] = {
    "office above name": (["De Minister van Defensie,", "R. Bakhuis"], [("Minister van Defensie", "R. Bakhuis")]),
    "name above office": (["Rosa Bakhuis", "Minister van Defensie"], [("Minister van Defensie", "Rosa Bakhuis")]),
    "capitals": (
        ["Hoogachtend,", "DE MINISTER VAN INFRASTRUCTUUR EN WATERSTAAT,", "Mark van Halm"],
        [("Minister van Infrastructuur en Waterstaat", "Mark van Halm")],
    ),
    "office on two lines": (
        ["De Staatssecretaris van Onderwijs, Cultuur", "en Wetenschap,", "M. van Tuinhoven"],
        [("Staatssecretaris van Onderwijs, Cultuur en Wetenschap", "M. van Tuinhoven")],
    ),
    "a part of a ministry": (
        ["De Staatssecretaris van Infrastructuur en Waterstaat – Openbaar Vervoer en Milieu,", "M. van Tuinhoven"],
        [("Staatssecretaris van Infrastructuur en Waterstaat", "M. van Tuinhoven")],
    ),
    "a part of a ministry on two lines": (
        ["De Staatssecretaris van Infrastructuur en Waterstaat – Openbaar", "Vervoer en Milieu,", "M. van Tuinhoven"],
        [("Staatssecretaris van Infrastructuur en Waterstaat", "M. van Tuinhoven")],
    ),
    "office cut at a comma": (
        ["De Minister van Volksgezondheid,", "Welzijn en Sport,", "Th.J.A.M. de Bruin"],
        [("Minister van Volksgezondheid, Welzijn en Sport", "Th.J.A.M. de Bruin")],
    ),
    "two sign": (
        ["De Minister van Defensie,", "R. Bakhuis", "De Staatssecretaris van Financiën,", "S. de Wit"],
        [("Minister van Defensie", "R. Bakhuis"), ("Staatssecretaris van Financiën", "S. de Wit")],
    ),
    "two sign, names first": (
        ["R. Bakhuis", "Minister van Defensie", "S. de Wit", "Staatssecretaris van Financiën"],
        [("Minister van Defensie", "R. Bakhuis"), ("Staatssecretaris van Financiën", "S. de Wit")],
    ),
    "on behalf of others": (
        [
            "Mede namens de Minister van Financiën en de",
            "Minister van Justitie en Veiligheid,",
            "De Minister van Defensie,",
            "R. Bakhuis",
        ],
        [("Minister van Defensie", "R. Bakhuis")],
    ),
    "one line": (["De Minister van Defensie, R. Bakhuis"], [("Minister van Defensie", "R. Bakhuis")]),
    "the president of the House": (
        ["De Voorzitter van de Tweede Kamer der Staten-Generaal, K. Bakhuis"],
        [("Voorzitter van de Tweede Kamer der Staten-Generaal", "K. Bakhuis")],
    ),
    "initials on a line of their own": (
        ["De Minister van Defensie,", "H.G.J.", "Bakhuis de Wit"],
        [("Minister van Defensie", "H.G.J. Bakhuis de Wit")],
    ),
    "the prime minister": (
        ["DE MINISTER-PRESIDENT,", "Minister van Algemene Zaken,", "Mr.dr. R. Bakhuis"],
        [("Minister-president", "Mr.dr. R. Bakhuis")],
    ),
    "one for two": (
        ["De Minister van Defensie,", "Minister van Financiën,", "R. Bakhuis"],
        [("Minister van Defensie", None), ("Minister van Financiën", "R. Bakhuis")],
    ),
    "titles in small letters": (
        ["de staatssecretaris van Defensie,", "mw. dr. S. de Wit"],
        [("staatssecretaris van Defensie", "mw. dr. S. de Wit")],
    ),
    "a committee": (
        ["De fungerend voorzitter van de commissie,", "Klaassen", "Adjunct-griffier van de commissie,", "Dekhuis"],
        [("fungerend voorzitter van de commissie", "Klaassen"), ("Adjunct-griffier van de commissie", "Dekhuis")],
    ),
    "a committee on one line each": (
        ["De voorzitter van de commissie, Anne de Wit", "De griffier van de commissie, Frerix"],
        [("voorzitter van de commissie", "Anne de Wit"), ("griffier van de commissie", "Frerix")],
    ),
    "a ministry that is not in the table": (
        ["De Minister van Ruimtevaart en Diepzee,", "R. Bakhuis"],
        [("Minister van Ruimtevaart en Diepzee", "R. Bakhuis")],
    ),
    "Markdown": (["**De Minister van Defensie,**", "*R. Bakhuis*"], [("Minister van Defensie", "R. Bakhuis")]),
    "a page number below": (
        ["De Minister van Defensie,", "R. Bakhuis", "12"],
        [("Minister van Defensie", "R. Bakhuis")],
    ),
}


def items(lines: list[str]) -> list[Item]:
    return [Item("text", Span(0, len(line)), line, 0) for line in lines]


@pytest.mark.parametrize("name", CLOSINGS)
def test_a_signature_ends_the_text(name: str) -> None:
    lines, signed = CLOSINGS[name]
    assert closing_start(items(BODY + lines)) == len(BODY)
    assert [(one.role, one.name) for one in signatures(lines)] == signed


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["R. Bakhuis"],
        ["Dat heb ik besproken met", "de Minister van Defensie."],
        ["De Minister van Defensie zal de Kamer", "informeren over de schepen"],
        ["Hoogachtend,", "en verder niets."],
        ["De Minister van Defensie,", "R. Bakhuis", "In de bijlage staat een tabel met alle schepen en hun bemanning."],
    ],
)
def test_text_without_signature_has_no_closing(lines: list[str]) -> None:
    assert closing_start(items(BODY + lines)) is None


def test_a_motion_ends_with_the_names_under_it() -> None:
    lines = [
        "verzoekt de regering dit te doen,",
        "en gaat over tot de orde van de dag.",
        "Inge van Dijkstra",
        "",
        "De Wit",
        "2",
    ]
    assert closing_start(items([*BODY, *lines])) == len(BODY) + 2
    assert submitters(lines[2:]) == ("Inge van Dijkstra", "De Wit")


def test_what_is_announced_is_no_signature() -> None:
    lines = [
        "Mede namens de Ministers van Financiën en",
        "van Buitenlandse Zaken,",
        "",
        "de Minister van Defensie,",
        "R. Bakhuis",
    ]
    assert announcements(lines) == ("Mede namens de Ministers van Financiën en van Buitenlandse Zaken,",)
    assert signatures(lines) == (Signature("Minister van Defensie", "Defensie", "R. Bakhuis"),)


@pytest.mark.timeout(10)
@pytest.mark.parametrize("line", ["A" * 59 + "!", "A." * 500_000, "De Minister van " * 60_000, ", " * 500_000])
def test_strange_lines_take_no_time(line: str) -> None:
    assert closing_start(items([line] * 200)) is None
