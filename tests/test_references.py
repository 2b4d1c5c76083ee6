"""The written forms of citations: every row's examples, what stands with a citation, and what no text may break."""

from itertools import pairwise

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from score_references import FAULTS, faults, name, scores, sentences

from ingest.citations.rule import Rule, beginnings
from ingest.citations.short_forms import resolve
from ingest.model import Citation
from ingest.references import RULES, find

_IDS = [f"{rule.kind}-{at}" for at, rule in enumerate(RULES)]


def _names(citations: tuple[Citation, ...] | list[Citation]) -> str:
    return " ".join(name(citation).split(" ", 1)[1] for citation in citations)


def _found_by(rule: Rule, text: str) -> list[Citation]:
    """What one row alone finds."""
    beginning, position, found = beginnings(rule.starts), 0, list[Citation]()
    while start := beginning.search(text, position):
        match = rule.pattern.match(text, start.start())
        citations = list(rule.read(match)) if match else []
        found += citations
        position = match.end() if match and citations else start.start() + 1
    return found


@pytest.mark.parametrize("rule", RULES, ids=_IDS)
def test_a_row_finds_its_right_examples(rule: Rule) -> None:
    assert rule.yes
    for text, expected in rule.yes:
        assert _names(_found_by(rule, text)) == expected, text
        assert _names(find(text)) == expected, text


@pytest.mark.parametrize("rule", RULES, ids=_IDS)
def test_a_row_leaves_its_wrong_examples(rule: Rule) -> None:
    assert rule.no
    for text in rule.no:
        assert not _found_by(rule, text), text
        assert not [citation for citation in find(text) if citation.kind == rule.kind], text


def test_hand_checked_sentences_are_read_as_well_as_before() -> None:
    """Gains and losses by item: mended faults leave the file of known ones, new ones have to be argued for."""
    known = yaml.safe_load(FAULTS.read_text())
    assert faults() == known


def test_hand_checked_set_is_large_and_the_figures_hold() -> None:
    assert sum(len(sentence.cites) for sentence in sentences()) >= 300
    for kind, score in scores().items():
        if kind != "dossier":
            assert score.precision >= (0.99 if kind == "kamerstuk" else 0.98), kind
        assert score.recall >= (0.97 if kind == "kamerstuk" else 0.95), kind


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Kamerstuk 30 821, nr. 251, 6 december 2024", "2024-12-06"),
        ("Kamerstuk 29826-277 Industriebeleid met focus, 17 oktober 2025", "2025-10-17"),
        ("Kamerstuk 29826-124, Visie op de industrie in Nederland, 30 oktober 2020.", "2020-10-30"),
        ("Kamerstuk 29 826, nr. 3, «Ruimte voor groei», d.d. 3 maart 2021", "2021-03-03"),
        ("Kamerstuk 29 826, nr. 3, brief van de minister van 3 maart 2021", "2021-03-03"),
        ("(Kamerstuk 29 826, nr. 3, d.d. 03-03-2021)", "2021-03-03"),
        ("de brief (Kamerstuk 29 826, nr. 3) van 3 maart 2021 gaat hierover", "2021-03-03"),
        ("Kamerstuk 29 826, nr. 3 (3 mrt. 2021)", "2021-03-03"),
        ("JOIN(2023) 20, 20 juni 2023", "2023-06-20"),
        ("Kamerstuk 29 826, nr. 3, Kamerstuk 29 826, nr. 4, 3 maart 2021", "- 2021-03-03"),
        ("Kamerstuk 29 826, nr. 3. Op 3 maart 2021 sprak de Kamer hierover.", "-"),
        ("Kamerstuk 29 826, nr. 3, is op 3 maart 2021 besproken", "-"),
        ("Kamerstuk 29 826, nrs. 3 en 4, 3 maart 2021", "- -"),
        ("Kamerstuk 29 826, nr. 3, 31 februari 2021", "-"),
        ("Kamerstuk 29 826, nr. 3, maart 2021", "-"),
        ("https://example.org/a, geraadpleegd 3 maart 2021", "-"),
        ("2025Z19665, ingezonden 11 november 2025", "-"),
    ],
)
def test_a_date_counts_if_only_a_title_stands_between(text: str, dates: str) -> None:
    assert " ".join(str(citation.cited_on or "-") for citation in find(text)) == dates


@pytest.mark.parametrize(
    ("text", "chamber", "session_year", "page"),
    [
        ("Kamerstukken II 2022/23, 36 229, nr. 1, p. 7–8", "Tweede Kamer", "2022-2023", "7-8"),
        ("Kamerstukken I 1979/80, 15 516, nr. 42e, blz. 7", "Eerste Kamer", "1979-1980", "7"),
        ("Kamerstukken EK, 2014-2015, 31 145, AA", "Eerste Kamer", "2014-2015", None),
        ("TK 2008-2009, 31473, nummer 25, bladzijde 5 - 6", "Tweede Kamer", "2008-2009", "5-6"),
        ("(vergaderjaar 20 12-2013, Kamerstuk 31 490, nr. 104)", None, "2012-2013", None),
        ("Kamerstuk 35 625, nr. 4, p. 12 en 13", None, None, "12 en 13"),
        ("Kamerstukken II 2013-2014, 33.950, pag. 2 en 6", "Tweede Kamer", "2013-2014", "2 en 6"),
        ("Handelingen II 2012-2013, nr. 71, item 15, blz 53-69", "Tweede Kamer", "2012-2013", "53-69"),
        ("Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 387", None, "2023-2024", None),
        ("ah-ek-20212022-4", "Eerste Kamer", "2021-2022", None),
        ("Kamerstuk 29 826, nr. 7", None, None, None),
    ],
)
def test_chamber_session_year_and_page_are_kept_where_written(
    text: str, chamber: str | None, session_year: str | None, page: str | None
) -> None:
    (citation,) = find(text)
    assert (citation.chamber, citation.session_year, citation.page) == (chamber, session_year, page)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Zie Kamerstuk 29 826, nr. 277.", ["Kamerstuk 29 826, nr. 277"]),
        ("(Kamerstuk 29 826, nr. 277, p. 3)", ["Kamerstuk 29 826, nr. 277, p. 3"]),
        ("Kamerstuk 33 009, nrs. 141 en 159.", ["Kamerstuk 33 009, nrs. 141", "159"]),
        (
            "Kamerstuk 35 880, nr. 1 t/m 4.",
            ["Kamerstuk 35 880, nr. 1", "Kamerstuk 35 880, nr. 1 t/m 4", "Kamerstuk 35 880, nr. 1 t/m 4", "4"],
        ),
        ("Kamerstuk 35 625, nr. 4, p. 12, en nr. 6", ["Kamerstuk 35 625, nr. 4, p. 12", "nr. 6"]),
        ("Kamerstukken 30 821 en 21 501-20, nr. 73.", ["Kamerstukken 30 821", "21 501-20, nr. 73"]),
        ("Zie https://example.org/a_(b).", ["https://example.org/a_(b)"]),
        ("Zie het antwoord op vraag 3.", ["antwoord op vraag 3"]),
    ],
)
def test_a_citation_has_its_own_characters(text: str, written: list[str]) -> None:
    assert [text[citation.start : citation.stop] for citation in find(text)] == written


def test_questions_of_another_paper_stay_open() -> None:
    (citation,) = find("Zie het antwoord op vraag 3 van het lid Jansen.")
    assert (citation.numbers, citation.certainty) == ((), "unresolved")


def _resolved(passages: list[str], own: list[str], notes: dict[str, int]) -> list[str]:
    return [_names(found) for found in resolve([(text, find(text)) for text in passages], own, notes)]


def test_short_forms_lean_on_what_came_before() -> None:
    passages = [
        "De motie van de leden Bakker en De Wit (Kamerstuk 36 512, nr. 26) vraagt dit; de motie op stuk nr. 17 niet.",
        "De motie-Bakker/De Wit is uitgevoerd. Zie noot 1.",
        "Kamerstuk 29 826, nr. 3. In voornoemde brief staat meer.",
        "Idem, p. 4.",
    ]
    assert _resolved(passages, ["36410"], {"1": 2, "2": 3}) == [
        "kst-36512-26 kst-36410-17",
        "kst-36512-26 kst-29826-3",
        "kst-29826-3 kst-29826-3",
        "kst-29826-3",
    ]


@pytest.mark.parametrize(
    ("passages", "own"),
    [
        (["De motie op stuk nr. 17."], ["36410", "36411"]),
        (["De motie op stuk nr. 17."], []),
        (["De motie-Jansen is aangenomen."], ["36410"]),
        (["Idem."], ["36410"]),
        (["Zie noot 9."], ["36410"]),
        (["Kamerstuk 29 826, nr. 3 en Kamerstuk 29 826, nr. 4. Voornoemde brief zegt dit."], ["36410"]),
        (
            ["De motie-Bos (36 512, nr. 1) en de motie-Bos (36 512, nr. 2).", "De motie-Bos is aangehouden."],
            ["36410"],
        ),
    ],
)
def test_what_cannot_be_told_stays_open(passages: list[str], own: list[str]) -> None:
    found = resolve([(text, find(text)) for text in passages], own, {})
    assert found[-1][-1].work is None
    assert found[-1][-1].certainty == "unresolved"


# What citations are made of, and what comes between; any of it may follow on any.
_PIECES = [text for rule in RULES for text, _ in rule.yes] + [text for rule in RULES for text in rule.no]
_BITS = [
    *("Kamerstuk", "nr.", "nrs.", " ", ", ", "29 826", "XVII", "-", "–", "t/m", " en ", "(", ")", "p. 3", "2021/22"),
    *(
        "12",
        "\u00a0",
        "vraag",
        "II",
        "A",
        "https://",
        "ECLI:",
        "(EU)",
        "2019/452",
        "Stb.",
        "Aanhangsel",
        "6 mei 2024",
        "\n",
    ),
]
_soup = st.lists(st.sampled_from([*_PIECES, *_BITS]) | st.text(max_size=5), max_size=12).map(" ".join) | st.lists(
    st.sampled_from(_BITS), max_size=20
).map("".join)


@given(_soup)
def test_citations_lie_in_the_text_in_order(text: str) -> None:
    found = find(text)
    assert all(0 <= citation.start < citation.stop <= len(text) for citation in found)
    assert all(first.start <= second.start for first, second in pairwise(found))
    assert all(
        (citation.work is None) == (citation.kind == "question" or citation.certainty != "printed")
        for citation in found
    )


@given(_soup)
def test_a_line_in_front_shifts_every_citation_and_changes_nothing_else(text: str) -> None:
    line = "Een regel zonder verwijzing.\n"
    before, after = find(text), find(line + text)
    assert [(c.start + len(line), c.stop + len(line), name(c), c.cited_on) for c in before] == [
        (c.start, c.stop, name(c), c.cited_on) for c in after
    ]


@pytest.mark.parametrize("rule", RULES, ids=_IDS)
def test_a_citation_is_found_again_in_its_own_characters(rule: Rule) -> None:
    """With some characters before it: "(36600-12)" and "Zie antwoord 3" are told by what they follow."""
    for text, _ in rule.yes:
        if len(find(text)) == 1 and find(text)[0].certainty == "printed":
            (citation,) = find(text)
            own = text[max(0, citation.start - 30) : citation.stop]
            assert [name(again) for again in find(own)] == [name(citation)] or own.count("(") > own.count(")")
