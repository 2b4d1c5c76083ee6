"""A question or answer that reads as if words were missing in it says so; a whole one does not."""

import pytest
from promises import broken_promises

from ingest.model import Source
from ingest.parse import parse

LONG = "De dijk bij Laagland is zeven meter hoog, en het waterschap meet hem elk jaar"


def told(answer: str, question: str = "Hoe hoog is de dijk?", label: str = "Antwoord 1\n") -> list[str]:
    """What the paper with this answer says to be cut, as it stands in the source."""
    text = f"Vraag 1\n{question}\n{label}{answer}\nVraag 2\nKlopt dat?\nAntwoord 2\nJa.\n"
    document = parse(Source(text, "text", "utf-8", ""))
    assert not broken_promises(document)
    spans = [notice.span for notice in document.notices if notice.code == "sentence_cut"]
    return [" ".join(text[span.start : span.stop].split()) for span in spans]


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        ("en het waterschap meet hem.", "en het waterschap meet hem."),
        (
            f"{LONG}.\nmet een paal, ook na een storm.",
            "t waterschap meet hem elk jaar. met een paal, ook na een sto",
        ),
        (LONG, "t waterschap meet hem elk jaar"),
    ],
)
def test_a_text_that_is_cut_is_told_with_its_place(answer: str, shown: str) -> None:
    assert [one.strip() for one in told(answer)] == [shown]


def test_of_a_question_too() -> None:
    assert told("Zeven meter.", question=f"{LONG} en weet u") == ["rschap meet hem elk jaar en weet u".strip()[-30:]]


@pytest.mark.parametrize(
    "answer",
    [
        f"{LONG}.",
        "Zeven meter",
        f"{LONG}, incl. twee meter veen.",
        f"{LONG}? zo nee, waarom niet?",
        f"{LONG}:\nhet meet in mei.\nhet meet in juni.\nhet meet na een storm.",
        f"{LONG}; zie https://www.voorbeeld.nl/dijk-bij-laagland",
        f"{LONG}:\n- in mei, wanneer het water laag staat en er geen storm is voorspeld",
        f"{LONG} (eBulletin 3).\neBulletin 4 volgt.",
    ],
)
def test_a_whole_text_is_not(answer: str) -> None:
    assert told(answer) == []


def test_behind_its_label_a_text_may_begin_small() -> None:
    assert told("het is zeven meter.", label="Antwoord 1: ") == []
