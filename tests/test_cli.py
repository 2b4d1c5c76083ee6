"""The command, as somebody in a terminal sees it."""

import json
import os
import pty
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from importlib.metadata import version
from pathlib import Path

import pytest
from archives import change, dump, kamerarchief, paper, query, write
from click.testing import Result

from ingest.cli import main

ROOT = Path(__file__).parent.parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "papers", een=paper("Oudveen"), twee=paper("Laagzande", asked=3))


@pytest.fixture
def own(tmp_path: Path, folder: Path) -> Path:
    path = tmp_path / "archive.db"
    assert kamerarchief("ingest", path, folder).exit_code == 0
    return path


# Help.


@pytest.mark.parametrize("name", main.commands)
def test_the_help_of_a_command_shows_an_example_that_it_understands(name: str) -> None:
    result = kamerarchief(name, "--help")
    assert result.exit_code == 0
    assert re.search(r"Examples?:", result.output)
    examples = re.findall(rf"^ *kamerarchief {name} (.+)$", result.output, re.MULTILINE)
    assert examples
    for example in examples:
        main.commands[name].make_context(name, example.split())


@pytest.mark.parametrize("name", main.commands)
def test_every_command_stands_in_the_overview_and_in_the_readme(name: str) -> None:
    assert re.search(rf"^  {name}  +\S", kamerarchief("--help").output, re.MULTILINE)
    assert re.search(rf"kamerarchief {name}\b", (ROOT / "README.md").read_text("utf-8"))


def test_help_answers_to_its_short_name_and_knows_the_version() -> None:
    assert kamerarchief("-h").output == kamerarchief("--help").output
    assert version("kamerarchief") in kamerarchief("--version").output


# ingest.


def counted(result: Result) -> dict[str, int]:
    """The numbers of papers in the first line of the summary."""
    first = result.stdout.splitlines()[0]
    return {word: int(number) for number, word in re.findall(r"(\d+) ([a-z]+)\b(?=[, ])", first)}


def test_the_summary_counts_papers_and_rows(tmp_path: Path, folder: Path) -> None:
    archive = tmp_path / "archive.db"
    write(folder, leeg="")
    result = kamerarchief("ingest", archive, folder)
    first, second = result.stdout.splitlines()
    assert re.fullmatch(rf"{re.escape(str(archive))}: 2 new, 0 changed, 0 unchanged, 1 failed in \d+\.\d s", first)
    rows = {table: int(number) for number, table in re.findall(r"(\d+) (\w+)", second)}
    assert rows == {table: len(rows) for table, rows in dump(archive).items() if rows}


def test_the_summary_says_so_where_the_archive_holds_nothing(tmp_path: Path) -> None:
    result = kamerarchief("ingest", tmp_path / "archive.db", write(tmp_path / "papers", leeg=""))
    assert result.stdout.splitlines()[1:] == ["It holds nothing yet."]
    exported = kamerarchief("export", tmp_path / "archive.db", tmp_path / "exports")
    assert exported.stdout.splitlines()[1:] == ["They hold no rows."]


def test_the_summary_of_later_runs_tells_what_happened_to_each_paper(own: Path, folder: Path) -> None:
    assert counted(kamerarchief("ingest", own, folder)) == {"new": 0, "changed": 0, "unchanged": 2, "failed": 0}
    write(folder, drie=paper("Wierdijk"), een=paper("Molengat"))
    (folder / "twee.txt").unlink()
    assert counted(kamerarchief("ingest", own, folder)) == {"new": 1, "changed": 1, "unchanged": 0, "failed": 0}
    assert counted(kamerarchief("ingest", own, folder, "--prune")) == {
        "new": 0,
        "changed": 0,
        "unchanged": 2,
        "removed": 1,
        "failed": 0,
    }


def test_files_may_be_named_one_by_one(tmp_path: Path, folder: Path) -> None:
    archive = tmp_path / "archive.db"
    assert counted(kamerarchief("ingest", archive, folder / "een.txt", folder / "twee.txt"))["new"] == 2


def test_no_bar_where_nobody_watches_and_a_bar_where_somebody_does(tmp_path: Path, folder: Path) -> None:
    """On a terminal the bar counts up to all papers; a pipe gets the failures only."""
    assert kamerarchief("ingest", tmp_path / "a.db", folder).stderr == ""
    screen, terminal = pty.openpty()
    code = "from ingest.cli import main; main(prog_name='kamerarchief')"
    command = [sys.executable, "-c", code, "ingest", str(tmp_path / "b.db"), str(folder)]
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=terminal, check=False)
    os.close(terminal)
    shown = os.read(screen, 100_000).decode()
    os.close(screen)
    assert run.returncode == 0
    assert "Reading papers" in shown
    assert "2/2" in shown


# serve.


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """What `serve` would have served: archive, exports, host, port, workers."""
    started: list[tuple[object, ...]] = []

    @contextmanager
    def listening(host: str, port: int) -> Iterator[tuple[str, int]]:
        yield host, port

    def supervise(archive: Path, exports: Path, at: tuple[str, int], workers: int, tell: Callable[[str], None]) -> None:
        started.append((archive, exports, *at, workers))
        tell("ready")

    monkeypatch.setattr("ingest.cli.listening", listening)
    monkeypatch.setattr("ingest.cli.supervise", supervise)
    return started


def test_serve_says_where_and_serves_there(own: Path, served: list[tuple[object, ...]]) -> None:
    result = kamerarchief("serve", own, "--host", "0.0.0.0", "--port", "9123", "--workers", "3")
    assert "http://0.0.0.0:9123/" in result.stdout
    assert served == [(own, own.parent / "exports", "0.0.0.0", 9123, 3)]


def test_serve_stays_on_this_machine_unless_told_otherwise(own: Path, served: list[tuple[object, ...]]) -> None:
    assert "http://127.0.0.1:8001/" in kamerarchief("serve", own).stdout
    assert served == [(own, own.parent / "exports", "127.0.0.1", 8001, 1)]


def test_serve_says_that_an_address_is_taken(own: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        result = kamerarchief("serve", own, "--port", port)
    assert result.exit_code == 1
    assert f"cannot listen on 127.0.0.1:{port} (Address already in use)" in result.stderr


def test_serve_starts_nothing_without_an_archive(tmp_path: Path, served: list[tuple[object, ...]]) -> None:
    assert kamerarchief("serve", tmp_path / "nergens.db").exit_code == 1
    assert served == []


def test_serve_says_what_is_missing_outside_a_checkout(
    own: Path, tmp_path: Path, served: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.serve.instance.ROOT", tmp_path)
    result = kamerarchief("serve", own)
    assert (result.exit_code, served) == (1, [])
    assert "metadata.yml" in result.stderr


def test_serve_offers_the_exports_beside_the_archive_or_those_it_is_told_of(
    own: Path, tmp_path: Path, served: list[tuple[object, ...]]
) -> None:
    for folder in ("exports", "elsewhere"):
        assert kamerarchief("export", own, tmp_path / folder).exit_code == 0
    kamerarchief("serve", own)
    kamerarchief("serve", own, "--exports", tmp_path / "elsewhere")
    assert [exports for _, exports, *_ in served] == [own.parent / "exports", tmp_path / "elsewhere"]


def test_serve_starts_nothing_without_the_exports_it_is_told_of(
    own: Path, tmp_path: Path, served: list[tuple[object, ...]]
) -> None:
    result = kamerarchief("serve", own, "--exports", tmp_path / "nergens")
    assert (result.exit_code, served) == (1, [])
    assert "nergens" in result.stderr


# show.


@pytest.mark.parametrize("column", ["id", "identifier", "zaak"])
def test_a_paper_is_shown_by_any_of_its_names(archive: Path, column: str) -> None:
    found = query(archive, f"select {column}, id, title from documents where {column} is not null")
    assert found
    for name, key, title in found:
        result = kamerarchief("show", archive, name)
        assert result.exit_code == 0
        assert result.output.startswith(f"{title or key}\n")
        assert re.search(rf"^id +{re.escape(key)}$", result.output, re.MULTILINE)


def test_a_paper_is_shown_whole(archive: Path) -> None:
    before = archive.read_bytes()
    for (key,) in query(archive, "select id from documents"):
        shown = "".join(kamerarchief("show", archive, key).output.split())
        for table in ("questions", "answers", "footnotes"):
            for (text,) in query(archive, f"select text from {table} where document = ?", key):
                assert "".join(text.split()) in shown
        for work, message in query(archive, 'select work, context from "references" where document = ?', key):
            assert not work or "".join(work.split()) in shown, message
        for code, message in query(archive, "select code, message from notices where document = ?", key):
            assert code in shown
            assert "".join(message.split()) in shown
    assert archive.read_bytes() == before


def test_each_answer_says_which_questions_it_is_for(archive: Path) -> None:
    joined = "select id from documents where question_count > answer_count and answer_count > 1 limit 1"
    ((key,),) = query(archive, joined)
    shown = kamerarchief("show", archive, key).output
    several = query(
        archive,
        """
        select json_group_array(number) from (
          select answer, number from answered_questions join questions on questions.id = question
          where relation = 'answers' and document = ? order by start
        ) group by answer having count(*) > 1
        """,
        key,
    )
    assert several
    for (numbers,) in several:
        assert f"Answer  to {', '.join(map(str, json.loads(numbers)))}\n" in shown


def test_a_letter_without_questions_shows_its_text(archive: Path) -> None:
    found = query(archive, "select document, text from texts join documents on id = document where question_count = 0")
    assert found
    for key, text in found:
        words = text.split()[:40]
        assert " ".join(words[5:12]) in " ".join(kamerarchief("show", archive, key).output.split())


def test_a_paper_that_is_not_there_is_not_shown(own: Path) -> None:
    result = kamerarchief("show", own, "kst-1-1")
    assert result.exit_code == 1
    assert str(own) in result.stderr
    assert "kst-1-1" in result.stderr
    assert result.stdout == ""


def test_an_inferred_number_is_shown_as_such(own: Path) -> None:
    change(own, "update questions set number_source = 'inferred' where document = 'een'")
    assert "Question 1  (number inferred)" in kamerarchief("show", own, "een").output


def test_what_a_paper_holds_cannot_steer_the_terminal(own: Path, folder: Path) -> None:
    """Control characters, which a hostile paper may hold, are not sent to the terminal."""
    text = paper("Oudveen").replace("berichten", "be\x1b[2J\x1b]0;titel\x07richten\x9b1m\x08")
    write(folder, vijand=text)
    assert kamerarchief("ingest", own, folder).exit_code == 0
    shown = kamerarchief("show", own, "vijand")
    assert shown.exit_code == 0
    assert [character for character in shown.output if not character.isprintable() and character != "\n"] == []


# check.


def test_check_counts_doubts_with_an_example(archive: Path) -> None:
    ((code, count, example),) = query(
        archive, "select code, count(*), min(document) from notices group by code order by 2 desc, 1 limit 1"
    )
    result = kamerarchief("check", archive)
    assert result.exit_code == 0
    assert re.search(rf"^ +{count}  {code} .*First: {example}$", result.output, re.MULTILINE)
