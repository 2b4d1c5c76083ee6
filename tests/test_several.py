"""Files that are no single paper are read all the same, and say so."""

import json

import pytest
from pulled import read

PAPER = (
    "Vergaderjaar 2022–2023 Aanhangsel van de Handelingen\n{0}\nVragen van het lid Roelvink (D66) over eb "
    "(ingezonden 8 mei 2023).\nVraag 1\nHoe laag is eb?\nAntwoord 1\nLaag.\n{1}\n"
    "Tweede Kamer, vergaderjaar 2022–2023, Aanhangsel 1\n"
)


def told(text: str) -> list[tuple[str, str]]:
    codes = ("several_papers", "data_not_paper")
    return [(one.code, text[one.span.start : one.span.stop]) for one in read(text).notices if one.code in codes]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ah-tk-20222023-2881", "ah-tk-20222023-2882"),
        ("h tk 20222023 2881", "h tk 20222023 2882"),
        ("AH 2881", "AH 2882"),
    ],
)
def test_papers_after_one_another_are_told_by_their_names(first: str, second: str) -> None:
    papers = [PAPER.format(2881, first), PAPER.format(2882, second)]
    assert told("\n".join(papers)) == [("several_papers", f"{second}\n")]
    assert len(read("\n".join(papers)).questions) == 2
    assert told(papers[0] * 2) == []


def test_a_paper_that_names_others_is_one_paper() -> None:
    said = "Antwoord 1\nZie kst-29826-281 en\nah-tk-20222023-2880.\nkst-29826-282 volgt.\n"
    assert told(PAPER.format(2881, "ah-tk-20222023-2881").replace("Antwoord 1\n", said)) == []


def test_json_is_read_as_text_and_says_so() -> None:
    record = {"id": 3, "text": PAPER.format(2881, "ah-tk-20222023-2881")}
    assert told(json.dumps([record], ensure_ascii=False)) == [("data_not_paper", "")]
    assert told(json.dumps(record, indent=1)) == [("data_not_paper", "")]
    assert told("[Pagina 1]\n" + PAPER.format(2881, "ah-tk-20222023-2881")) == []
