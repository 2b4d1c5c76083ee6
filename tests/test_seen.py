"""A file is not read again to learn that it is as it was; one that changed always is."""

import os
import time
from pathlib import Path

import pytest
from archives import dump, paper, write

from ingest.pipeline.run import ingest
from ingest.pipeline.seen import memory_of
from ingest.read import digest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "papers", een=paper("Oudveen"), twee=paper("Laagzande"))


@pytest.fixture
def digested(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files whose digest was worked out."""
    names: list[str] = []

    def noting(path: Path) -> str:
        names.append(path.name)
        return digest(path)

    monkeypatch.setattr("ingest.pipeline.seen.digest", noting)
    return names


@pytest.mark.usefixtures("later")
def test_files_that_look_as_they_did_are_not_opened(tmp_path: Path, folder: Path, digested: list[str]) -> None:
    ingest(tmp_path / "archive.db", [folder])
    assert ingest(tmp_path / "archive.db", [folder]).unchanged == ["een", "twee"]
    assert digested == []


def test_files_changed_a_moment_ago_are_not_trusted(tmp_path: Path, folder: Path, digested: list[str]) -> None:
    ingest(tmp_path / "archive.db", [folder])
    ingest(tmp_path / "archive.db", [folder])
    assert digested == ["een.txt", "twee.txt"]


@pytest.mark.usefixtures("later")
def test_a_change_that_keeps_size_and_date_is_seen(tmp_path: Path, folder: Path) -> None:
    ingest(tmp_path / "archive.db", [folder])
    path = folder / "een.txt"
    before = path.stat()
    time.sleep(0.02)
    path.write_text(paper("Nieuwen"), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert ingest(tmp_path / "archive.db", [folder]).changed == ["een"]


@pytest.mark.usefixtures("later")
def test_a_file_under_another_name_is_the_same_file(tmp_path: Path, folder: Path, digested: list[str]) -> None:
    ingest(tmp_path / "archive.db", [folder])
    (folder / "een.txt").rename(folder / "drie.txt")
    (folder / "twee.txt").rename(folder / "een.txt")
    report = ingest(tmp_path / "archive.db", [folder], prune=True)
    assert (report.new, report.changed, report.removed) == (["drie"], ["een"], ["twee"])
    ingest(tmp_path / "fresh.db", [folder])
    assert dump(tmp_path / "archive.db") == dump(tmp_path / "fresh.db")


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("rubbish", ["", "{", "\0", "SQLite format 3\0" + 9_000 * "x"])
def test_a_memory_that_is_damaged_is_made_anew(tmp_path: Path, folder: Path, digested: list[str], rubbish: str) -> None:
    archive = tmp_path / "archive.db"
    ingest(archive, [folder])
    memory_of(archive).write_text(rubbish, "utf-8")
    assert ingest(archive, [folder]).unchanged == ["een", "twee"]
    assert digested == ["een.txt", "twee.txt"]
    assert ingest(archive, [folder]).unchanged == ["een", "twee"]
    assert digested == ["een.txt", "twee.txt"]


@pytest.mark.usefixtures("later")
def test_without_a_memory_all_is_as_before(tmp_path: Path, folder: Path) -> None:
    archive = tmp_path / "archive.db"
    memory_of(archive).mkdir()
    ingest(archive, [folder])
    assert ingest(archive, [folder]).unchanged == ["een", "twee"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".archive.db.lock",
        ".archive.db.seen",
        "archive.db",
        "papers",
    ]
