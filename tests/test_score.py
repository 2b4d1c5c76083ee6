"""The score of a reading against what a careful person read: every wrong letter, number or lost answer counts."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bench.gold import Part, compare, with_notes_joined
from bench.score import Result, main, results

PAPER = """Vraag 1
Bent u bekend met het bericht over de brug in Oudeveen?1

Antwoord 1
Ja.

Vraag 2 en 3
Wanneer gaat de brug weer open?

Wie betaalt het herstel?

Antwoord 2 en 3
De brug gaat in mei open; de provincie betaalt.

1 Zie www.oudeveen.example, 3 maart 2024.
"""


def block(kind: str, numbers: list[str], text: str) -> dict[str, Any]:
    label = f"{'Vraag' if kind == 'question' else 'Antwoord'} {' en '.join(numbers)}"
    return {"kind": kind, "label": label, "numbers": numbers, "text": text}


def gold_of_paper() -> dict[str, Any]:
    return {
        "documents": ["brug.txt"],
        "blocks": [
            block("question", ["1"], "Bent u bekend met het bericht over de brug in Oudeveen? [1]"),
            block("answer", ["1"], "Ja."),
            block("question", ["2", "3"], "Wanneer gaat de brug weer open? Wie betaalt het herstel?"),
            block("answer", ["2", "3"], "De brug gaat in mei open; de provincie betaalt."),
        ],
        "footnotes": [{"marker": "1", "text": "Zie www.oudeveen.example, 3 maart 2024."}],
    }


def write(folder: Path, gold: dict[str, Any], paper: str = PAPER) -> Path:
    """A folder of samples with one paper."""
    (folder / "documents").mkdir()
    (folder / "gold").mkdir()
    (folder / "documents" / "brug.txt").write_text(paper, "utf-8")
    (folder / "gold" / "brug.json").write_text(json.dumps(gold), "utf-8")
    return folder


def scored(folder: Path, gold: dict[str, Any], paper: str = PAPER) -> Result:
    (result,) = results(write(folder, gold, paper))
    return result


def counts(result: Result, kind: str) -> tuple[int, int, int]:
    score = result.score([kind])
    return score.wanted, score.found, score.right


def test_a_paper_read_right_has_every_point(tmp_path: Path) -> None:
    result = scored(tmp_path, gold_of_paper())
    assert counts(result, "questions") == (2, 2, 2)
    assert counts(result, "answers") == (2, 2, 2)
    assert counts(result, "links") == (3, 3, 3)
    assert counts(result, "footnotes") == (1, 1, 1)


def test_one_wrong_letter_is_counted(tmp_path: Path) -> None:
    gold = gold_of_paper()
    gold["blocks"][3]["text"] = "De brug gaat in mei open; de provincies betaalt."
    result = scored(tmp_path, gold)
    assert counts(result, "answers") == (2, 2, 1)
    assert counts(result, "questions") == (2, 2, 2)


def test_spaces_hyphens_digits_and_case_are_not_letters(tmp_path: Path) -> None:
    gold = gold_of_paper()
    gold["blocks"][3]["text"] = "De brug gaat in mei 2025 o-\npen; DE provincie[4] betaalt."
    assert counts(scored(tmp_path, gold), "answers") == (2, 2, 2)


@pytest.mark.parametrize(("at", "kind"), [(2, "questions"), (3, "answers")])
def test_a_missing_number_is_counted(tmp_path: Path, at: int, kind: str) -> None:
    gold = gold_of_paper()
    gold["blocks"][at]["numbers"] = ["2", "3", "4"]
    assert counts(scored(tmp_path, gold), kind) == (2, 2, 1)


def test_a_lost_answer_costs_recall_and_its_link(tmp_path: Path) -> None:
    result = scored(tmp_path, gold_of_paper(), PAPER.replace("Antwoord 1\nJa.\n", ""))
    assert counts(result, "answers") == (2, 1, 1)
    assert counts(result, "links") == (3, 2, 2)


def test_an_answer_that_nobody_gave_costs_precision(tmp_path: Path) -> None:
    gold = gold_of_paper()
    del gold["blocks"][1]
    result = scored(tmp_path, gold)
    assert counts(result, "answers") == (1, 2, 1)
    assert (result.score(["answers"]).precision, result.score(["answers"]).recall) == (0.5, 1.0)


def test_a_file_that_cannot_be_read_is_all_missing(tmp_path: Path) -> None:
    result = scored(tmp_path, gold_of_paper(), "")
    assert "brug.txt" in result.failure
    assert counts(result, "answers") == (2, 0, 0)


def test_notes_at_the_end_are_one_however_they_are_cut() -> None:
    notes = [Part(("1",), "anders"), Part(("1",), "zieeen"), Part(("2",), "zietwee")]
    assert with_notes_joined(notes, "zieeenzietwee") == [Part(("1",), "anders"), Part((), "zieeenzietwee")]
    assert with_notes_joined(notes, "zieeenziedrie") == notes
    assert with_notes_joined(notes, "") == notes


def test_notes_at_the_end_that_an_answer_swallowed_are_missing(tmp_path: Path) -> None:
    gold = gold_of_paper()
    gold["notes_at_the_end"] = "De Oudeveense Bode"
    paper = PAPER.replace("provincie betaalt.", "provincie betaalt. De Oudeveense Bode")
    result = scored(tmp_path, gold, paper)
    assert counts(result, "footnotes") == (2, 1, 1)
    assert counts(result, "answers") == (2, 2, 1)


def test_a_part_counts_once() -> None:
    one = Part(("1",), "ja")
    comparison = compare([one, one], [one, Part(("2",), "ja")])
    assert (comparison.right, comparison.missing, comparison.unexpected) == (1, (one,), (Part(("2",), "ja"),))


def test_a_part_without_numbers_takes_any() -> None:
    assert compare([Part((), "ja")], [Part(("7",), "ja")]).right == 1
    assert compare([Part((), "ja")], [Part(("7",), "nee")]).right == 0


def test_the_command_prints_documents_formats_and_all(tmp_path: Path) -> None:
    gold = gold_of_paper()
    gold["blocks"][1]["text"] = "Nee."
    done = CliRunner().invoke(main, [str(write(tmp_path, gold)), "--show"])
    assert done.exit_code == 0
    assert "brug.txt: answers: 1 after '' (letter 0): 'ja' and not 'nee'" in done.output
    rows = {line.split()[0]: line.split() for line in done.output.splitlines() if line.startswith(("brug.txt ", "all"))}
    assert rows["brug.txt"][1:] == rows["all"][1:]
    # Questions and answers together, then each, as precision, recall and F1.
    assert rows["all"][1:10] == ["75.0"] * 3 + ["100.0"] * 3 + ["50.0"] * 3
    assert "all txt" in done.output


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, [str(tmp_path)])
    assert done.exit_code == 1
    assert "gold" in done.output
