"""What two versions read otherwise: gains, losses, changes, from a repository of its own."""

import shutil
import subprocess
from pathlib import Path

import pytest

from bench.diff import Change, Reading, Thing, VersionError, compare, files_of, readings, report

ROOT = Path(__file__).parent.parent
PAPER = (
    "Vraag 1\nGaat de brug in Oudeveen open?\n\nAntwoord 1\nJa, in mei.\n\nVraag 2\nWaarom?\n\nAntwoord 2\nDaarom.\n"
)

LOSES_THE_LAST_ANSWER = """
whole = parse
def parse(source):
    from dataclasses import replace
    document = whole(source)
    last = len(document.answers) - 1
    return replace(document, answers=document.answers[:-1], links=[one for one in document.links if one.answer != last])
"""


def answer(text: str, name: str = "Antwoord 1", place: str = "brug.txt") -> Thing:
    return Thing(place, "answers", name, text)


def test_equal_readings_differ_in_nothing() -> None:
    assert compare([answer("Ja."), answer("Nee.")], [answer("Nee."), answer("Ja.")]) == []


def test_a_wrong_letter_is_a_change() -> None:
    assert compare([answer("Ja.")], [answer("Ju.")]) == [Change(answer("Ja."), answer("Ju."))]


def test_a_lost_answer_and_one_gained() -> None:
    lost, gained = answer("Ja."), answer("Ja.", "Antwoord 2")
    assert compare([lost], [gained]) == [Change(lost, None), Change(None, gained)]


def test_the_same_thing_once_more_is_a_gain() -> None:
    assert compare([answer("Ja.")], [answer("Ja."), answer("Ja.")]) == [Change(None, answer("Ja."))]


def test_the_report_shows_where_texts_part_and_counts() -> None:
    long = "Deze zin is voor beide gelijk. " * 10
    before = Reading((answer(f"{long}Open."), answer("Weg.", "Antwoord 2")), 1.5)
    now = Reading((answer(f"{long}Dicht."),), 2.5)
    lines = list(report(before, now))
    assert lines[0] == "brug.txt: answers: Antwoord 1"
    assert lines[1].startswith("  - … ")
    assert "gelijk. Open. (" in lines[1]
    assert "gelijk. Dicht. (" in lines[2]
    assert max(map(len, lines[1:3])) < 160
    table = {
        line.split()[0]: line.split()[1:] for line in lines if line.startswith(("answers", "questions", "seconds"))
    }
    assert table == {
        "answers": ["2", "1", "1", "0", "1"],
        "questions": ["0", "0", "0", "0", "0"],
        "seconds": ["1.50", "2.50"],
    }


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with the reading, committed."""
    root = tmp_path / "repository"
    shutil.copytree(ROOT / "ingest", root / "ingest", ignore=shutil.ignore_patterns("__pycache__"))
    who = ["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    for command in (["init", "--quiet"], ["add", "."], [*who, "commit", "--quiet", "-m", "Read papers"]):
        subprocess.run(["git", "-C", str(root), *command], check=True)
    return root


def test_the_commit_is_compared_with_the_working_tree(repository: Path, tmp_path: Path) -> None:
    sources = tmp_path / "papers"
    sources.mkdir()
    (sources / "brug.txt").write_text(PAPER, "utf-8")
    with (repository / "ingest" / "parse.py").open("a", encoding="utf-8") as file:
        file.write(LOSES_THE_LAST_ANSWER)
    status = git_status(repository)
    before, now = readings(repository, "HEAD", files_of([sources]))
    texts = [[thing.text for thing in reading.things if thing.kind == "answers"] for reading in (before, now)]
    assert texts == [["Ja, in mei.", "Daarom."], ["Ja, in mei."]]
    lost = [change.before for change in compare(before.things, now.things) if change.now is None]
    assert Thing("brug.txt", "answers", "Antwoord 2", "Daarom.") in lost
    assert git_status(repository) == status


def git_status(root: Path) -> str:
    command = ["git", "-C", str(root), "status", "--porcelain", "--ignored", "--untracked-files=all"]
    worktrees = ["git", "-C", str(root), "worktree", "list"]
    return "".join(
        subprocess.run(one, capture_output=True, text=True, check=True).stdout for one in (command, worktrees)
    )


def test_an_unknown_commit_is_named(repository: Path) -> None:
    with pytest.raises(VersionError, match="no-such-commit"):
        readings(repository, "no-such-commit", [])


def test_a_version_that_fails_on_a_paper_shows_it(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "brug.txt").write_text(PAPER, "utf-8")
    with (repository / "ingest" / "parse.py").open("a", encoding="utf-8") as file:
        file.write('\ndef parse(source):\n    raise ValueError("broken")\n')
    _, now = readings(repository, "HEAD", files_of([tmp_path / "brug.txt"]))
    assert now.things == (Thing("brug.txt", "failures", "ValueError", "broken"),)


def test_a_version_that_does_not_run_is_an_error(repository: Path) -> None:
    (repository / "ingest" / "parse.py").write_text("not python", "utf-8")
    with pytest.raises(VersionError, match="does not run"):
        readings(repository, "HEAD", [])
