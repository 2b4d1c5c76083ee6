"""What a paper says about itself: its head as a whole, and the rules by which its lines are told."""

import re
import unicodedata
from typing import Any

import pytest
from heads import CASES, Case, lines
from hypothesis import given
from hypothesis import strategies as st

from ingest.head.extent import front_stop
from ingest.head.front import FRONT, FrontLine, line_kind
from ingest.head.header import Evidence, read_head
from ingest.head.kinds import TITLES, Content, Title, read_kind
from ingest.head.timeline import ANSWERED, ASKED, BY_LETTER, Said
from ingest.head.titles import STATEMENTS, Statement, read_title
from ingest.model import Head, Span
from ingest.structure.labels import Item


def evidence(case: Case) -> Evidence:
    return Evidence(
        lines(case.front),
        lines(case.closing),
        lines(case.furniture),
        case.body,
        case.questions,
        case.answers,
        case.postponed,
    )


def people(head: Head, part: str) -> list[tuple[str | None, ...]]:
    """Name and party of those who asked; name, role and ministry of the others."""
    found = [one for one in head.people if one.part == part]
    if part == "asked":
        return [(one.name or one.role, one.party) for one in found]
    return [(one.name, one.role, one.ministry) for one in found]


@pytest.mark.parametrize("name", CASES)
def test_a_head_is_read_as_a_careful_person_reads_it(name: str) -> None:
    case = CASES[name]
    head, notices = read_head(evidence(case))
    got: dict[str, Any] = {}
    for key in case.expected:
        if key in ("asked", "answered", "on_behalf_of", "signed"):
            got[key] = people(head, key)
        elif key == "dossiers":
            got[key] = [(one.id, one.title) for one in head.dossiers]
        else:
            got[key] = getattr(head, key)
    wanted = {key: [] if value == [] else value for key, value in case.expected.items()}
    if wanted.get("dossiers"):
        wanted["dossiers"] = list(wanted["dossiers"])
    assert got == wanted
    assert {code for code, _ in notices} == case.notices


@pytest.mark.parametrize("rule", FRONT, ids=lambda rule: rule.kind)
def test_a_line_of_front_matter_is_told_by_its_form(rule: FrontLine) -> None:
    assert {line: line_kind(line) for line in rule.yes} == dict.fromkeys(rule.yes, rule.kind)
    assert rule.kind not in {line_kind(line) for line in rule.no}


@pytest.mark.parametrize("rule", TITLES, ids=lambda rule: rule.kind)
def test_a_title_tells_the_kind(rule: Title) -> None:
    def kind(title: str) -> str | None:
        return read_kind(Content(title, False, 0, 0, False, False, False, False))

    assert {kind(title) for title in rule.yes} == {rule.kind}
    assert rule.kind not in {kind(title) for title in rule.no}


@pytest.mark.parametrize("rule", [*ASKED, *ANSWERED, *BY_LETTER], ids=lambda rule: rule.yes[0])
def test_a_date_counts_where_the_paper_says_what_it_is(rule: Said) -> None:
    assert all(re.search(rule.pattern, text) for text in rule.yes)
    assert not any(re.search(rule.pattern, text) for text in rule.no)


@pytest.mark.parametrize("rule", STATEMENTS, ids=lambda rule: rule.yes[0][:20])
def test_a_statement_gives_the_title_up_to_its_date(rule: Statement) -> None:
    for example in rule.yes:
        title, _, rest = example.partition("|")
        assert read_title([title + rest], [], title + rest) == title


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("MOTIE VAN HET LID DE WIT C.S.", "MOTIE VAN HET LID DE WIT C.S."),
        ("Betreft: de motie van het lid De Wit c.s.", "de motie van het lid De Wit c.s."),
        ("Betreft: het uitstel van de beantwoording.", "het uitstel van de beantwoording"),
        ("Betreft: plan B.", "plan B"),
    ],
)
def test_a_stop_at_the_end_of_a_title_stays_where_it_is_part_of_a_word(line: str, title: str) -> None:
    assert read_title([line], [], line) == title


# Where the front matter ends stands a bar.
STOPS = {
    "a letter of a ministry ends its front with the salutation": (
        "De Voorzitter van de Tweede Kamer / Datum 3 mei 2024 / Betreft Eb / Geachte voorzitter, | Eb is laag."
    ),
    "a published letter, with its date": (
        "29 826 / Industriebeleid / Nr. 281 / BRIEF VAN DE MINISTER VAN FINANCIËN"
        " / Aan de Voorzitter van de Tweede Kamer / Den Haag, 1 april 2026 | Een sterke economie is de basis."
    ),
    "a title that runs on": (
        "36 512 Warmtewet / Nr. 2 / BRIEF VAN DE MINISTER VAN KLIMAAT / EN GROENE GROEI | Ik schrijf u."
    ),
    "a motion, up to its text": "36130-39 / Verhuur / MOTIE VAN HET LID DE WIT / Plenair debat | De Kamer, / gehoord",
    "a report": "25 188 / Ziekenfondswet / nr. 5 / VERSLAG / Vastgesteld 25 februari 1997 | De vaste commissie heeft",
    "text without a head": "| Het kabinet deelt de zorgen. / 20 000 mensen kregen dit. / 1 april 2026 / Dat is veel.",
    "text with dates in it": "| Op de lijst: / 1 mei 2024 / 2 mei 2024",
}


@pytest.mark.parametrize("name", STOPS)
def test_front_matter_ends_where_the_text_begins(name: str) -> None:
    front, text = ([line for line in part.strip().split(" / ") if line] for part in STOPS[name].split("|"))
    assert front_stop([Item("text", Span(0, len(line)), line, 0) for line in (*front, *text)]) == len(front)


def test_a_subject_that_never_ends_is_front_matter_as_far_as_that_reaches() -> None:
    lines = ["Betreft: eb", *("en vloed" for _ in range(200))]
    assert 0 < front_stop([Item("text", Span(0, len(line)), line, 0) for line in lines]) < len(lines)


WORDS = """
Vragen van het lid|de leden|Bakhuis|(CDA)|(|)|,|en|Antwoord van minister|mede namens|de Minister van|Financiën|Defensie
(ontvangen|6 mei 2025|31 februari 2024|29 826|Nr. 4|kst-29826-4|Kamerstuk|Tweede Kamer, vergaderjaar 2021–2022,|35 925
nr. 54|AH 617|2024Z00001|Datum|Betreft|Geachte voorzitter,|MOTIE VAN HET LID DE WIT|C.S.|De Kamer,|Hoogachtend,|XVII
heeft vragen gesteld|voorgelegd aan|Mededeling|BRIEF VAN DE MINISTER VAN|LIJST VAN VRAGEN|Vergaderjaar 2024–2025
vaste commissie voor|Aanhangsel van de Handelingen
"""
SOUP = st.sampled_from(re.split(r"[|\n]", WORDS.strip())) | st.text(max_size=12)
LINES = st.lists(st.lists(SOUP, max_size=6).map(" ".join), max_size=14).map(tuple)


@given(LINES, LINES, LINES, st.integers(0, 2), st.integers(0, 2), st.booleans())
def test_any_text_has_a_head_and_nothing_in_it_is_made_up(
    front: tuple[str, ...], closing: tuple[str, ...], furniture: tuple[str, ...], asked: int, answered: int, late: bool
) -> None:
    head, notices = read_head(Evidence(front, closing, furniture, " ".join(front), asked, answered, late))
    printed = letters(" ".join((*front, *closing, *furniture)))
    names = [value for one in head.people for value in (one.name, one.party)]
    assert all(letters(text) in printed for text in (head.title, *names) if text)
    assert (head.identifier is None) == (head.identifier_source is None)
    assert (head.identifier_source == "inferred") == ("identifier_inferred" in {code for code, _ in notices})


def letters(text: str) -> str:
    return "".join(filter(str.isalpha, unicodedata.normalize("NFD", text).casefold()))


HOSTILE = (
    "Vragen van het lid ",
    "de leden heeft ",
    "A-",
    "A ",
    "Antwoord van minister ",
    "namens de ministers van Defensie, ",
)


@pytest.mark.timeout(10)
@pytest.mark.parametrize("seed", HOSTILE)
def test_text_without_end_takes_no_time_without_end(seed: str) -> None:
    line = seed * (1_000_000 // len(seed))
    head, _ = read_head(Evidence((line,) * 5, (seed,) * 100_000, (line, seed), line, 1, 1, True))
    assert head.kind
