"""Works across papers: who cites what, and when, whichever paper comes first."""

from pathlib import Path

import pytest
from archives import query, write

from ingest.pipeline.run import ingest

LETTER = """Tweede Kamer der Staten-Generaal
Vergaderjaar 2023–2024
29 826
Industriebeleid
Nr. {number}
BRIEF VAN DE MINISTER VAN ECONOMISCHE ZAKEN
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, {date}
{text}
De Minister van Economische Zaken,
A. Wierdsma
"""
OLD = LETTER.format(number=310, date="4 maart 2024", text="Hierbij zend ik u de visie op de scheepsbouw.")
NEW = LETTER.format(number=330, date="9 juni 2024", text="In mijn brief (Kamerstuk 29 826, nr. 310) staat de visie.")
NEWER = LETTER.format(number=340, date="2 juli 2024", text="Zie Kamerstuk 29 826, nr. 310 en Kamerstuk 29 826, nr. 12.")
WORK = "select document, times_cited, cited_by_papers, first_cited, last_cited from works where id = 'kst-29826-310'"


@pytest.mark.parametrize("order", [("oud", "nieuw", "later"), ("later", "nieuw", "oud"), ("nieuw", "oud", "later")])
def test_a_work_is_joined_to_its_paper_in_any_order_of_arrival(tmp_path: Path, order: tuple[str, ...]) -> None:
    folder = write(tmp_path / "papers", oud=OLD, nieuw=NEW, later=NEWER)
    archive = tmp_path / "archive.db"
    for name in order:
        assert not ingest(archive, [folder / f"{name}.txt"]).failed
    assert query(archive, WORK) == [("oud", 2, 2, "2024-06-09", "2024-07-02")]
    assert query(archive, "select work from missing_works") == [("kst-29826-12",)]
    citing = query(archive, "select document from cited_by where work = 'kst-29826-310' order by 1")
    assert citing == [("later",), ("nieuw",)]


def test_a_case_number_leads_to_the_paper_that_bears_it(tmp_path: Path) -> None:
    head = "AH 12\n2024Z00412\n\nAntwoord van minister Wierdsma (Defensie) (ontvangen 3 maart 2024)\n"
    answers = f"{head}\nVraag 1\nKlopt dit?\n\nAntwoord 1\nJa.\n"
    letter = LETTER.format(number=350, date="9 juni 2024", text="Zie de antwoorden op de vragen met nummer 2024Z00412.")
    archive = tmp_path / "archive.db"
    ingest(archive, [write(tmp_path / "papers", vragen=answers, brief=letter)])
    assert query(archive, "select document from works where id = '2024Z00412'") == [("vragen",)]


def test_a_citation_of_a_later_paper_is_noticed(tmp_path: Path) -> None:
    early = LETTER.format(number=311, date="5 maart 2024", text="Zie Kamerstuk 29 826, nr. 330.")
    archive = tmp_path / "archive.db"
    ingest(archive, [write(tmp_path / "papers", vroeg=early, nieuw=NEW)])
    found = query(archive, "select document, line from notices where code = 'cited_before_published'")
    assert found == [("vroeg", 9)]


def test_a_note_used_by_two_answers_is_cited_by_both(archive: Path) -> None:
    citing = query(
        archive, "select answer from cited_by where work = 'kst-30821-244' and document like '000%' order by 1"
    )
    assert [answer for (answer,) in citing] == ["000_6ded6680a351a2be-a003", "000_6ded6680a351a2be-a004"]
