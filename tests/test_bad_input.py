"""Files and paths that are not what they should be: a clear message, the other papers in, the old archive intact."""

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from archives import change, dump, kamerarchief, paper, papers_in, query, write
from click.testing import Result

LINES = "\nVraag 1\nWat doet u vóór de coördinatie?\n\nAntwoord 1\nDat kost € 5 miljoen.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good paper."""
    return write(tmp_path / "papers", goed=paper())


@pytest.fixture
def old(tmp_path: Path, folder: Path) -> Path:
    """An archive from before, which holds the good paper and one whose file is gone."""
    archive = tmp_path / "archive.db"
    assert kamerarchief("ingest", archive, write(tmp_path / "gone", weg=paper("Laagzande")), folder).exit_code == 0
    return archive


def told(result: Result, path: Path, reason: str) -> bool:
    """Whether one line of the messages names both the file and the reason."""
    return any(str(path) in line and reason in line for line in result.stderr.splitlines())


# Files that cannot be read: reported, and everything else goes in.


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _random(path: Path) -> None:
    path.write_bytes(random.Random(7).randbytes(4096))


def _loop(path: Path) -> None:
    path.symlink_to(path.with_name("terug.txt"))
    path.with_name("terug.txt").symlink_to(path)


def _dead_link(path: Path) -> None:
    path.symlink_to("nergens.txt")


def _pipe(path: Path) -> None:
    os.mkfifo(path)


UNREADABLE: dict[str, tuple[Callable[[Path], None], str]] = {
    "empty": (_empty, "is empty"),
    "random bytes": (_random, "is not text"),
    "a loop of links": (_loop, ""),
    "a link to nothing": (_dead_link, "does not exist"),
    "a pipe": (_pipe, "is not a file"),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_a_file_that_cannot_be_read_is_reported_and_the_others_go_in(folder: Path, old: Path, case: str) -> None:
    make, reason = UNREADABLE[case]
    make(folder / "fout.txt")
    write(folder, nieuw=paper("Wierdijk"))
    result = kamerarchief("ingest", old, folder)
    assert result.exit_code == 1
    assert told(result, folder / "fout.txt", reason)
    assert papers_in(old) == ["goed", "nieuw", "weg"]


@pytest.fixture
def forking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Papers are read in a fork, which sees what is patched here, also where other tests left threads behind."""
    monkeypatch.setattr("ingest.pipeline.limits.threading.active_count", lambda: 1)


@pytest.mark.usefixtures("forking")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_file_without_permission_is_reported(folder: Path, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Permission is refused by hand: root, which tests may run as, may read everything."""
    write(folder, geheim=paper("Molengat"), nieuw=paper("Wierdijk"))
    opened = Path.open

    def refuse(path: Path, *arguments: object, **options: object) -> object:
        if path.name == "geheim.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    result = kamerarchief("ingest", old, folder)
    assert result.exit_code == 1
    assert told(result, folder / "geheim.txt", "permission")
    assert papers_in(old) == ["goed", "nieuw", "weg"]


@pytest.mark.usefixtures("forking")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
@pytest.mark.parametrize("closed", [".", "dicht"])
def test_a_folder_without_permission_is_reported(
    folder: Path, old: Path, monkeypatch: pytest.MonkeyPatch, closed: str
) -> None:
    """What cannot be listed is not the same as empty: `--prune` must not drop what was in it."""
    write(folder / "dicht", dossier=paper("Molengat"))
    assert kamerarchief("ingest", old, folder).exit_code == 0
    before = papers_in(old)
    scanned = os.scandir

    def refuse(path: str | Path = ".") -> Iterator[os.DirEntry[str]]:
        if Path(path) == folder / closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scanned(path)

    monkeypatch.setattr(os, "scandir", refuse)
    result = kamerarchief("ingest", old, folder, "--prune")
    assert result.exit_code == 1
    assert told(result, folder / closed, "permission")
    assert set(papers_in(old)) >= {"dicht/dossier"} | (set(before) if closed == "." else set())


def test_a_path_that_does_not_exist_is_reported(folder: Path, old: Path) -> None:
    result = kamerarchief("ingest", old, folder.with_name("nergens"), write(folder, nieuw=paper("Wierdijk")))
    assert result.exit_code == 1
    assert told(result, folder.with_name("nergens"), "does not exist")
    assert papers_in(old) == ["goed", "nieuw", "weg"]


def test_a_path_that_is_a_loop_of_links_is_reported(folder: Path, old: Path) -> None:
    _loop(folder / "fout.txt")
    result = kamerarchief("ingest", old, folder / "fout.txt", folder / "goed.txt")
    assert result.exit_code == 1
    assert told(result, folder / "fout.txt", "")
    assert "goed" in papers_in(old)


def test_folders_linked_in_a_loop_are_read_once(folder: Path, old: Path) -> None:
    (folder / "hierin").mkdir()
    (folder / "hierin" / "terug").symlink_to(folder, target_is_directory=True)
    write(folder / "hierin", nieuw=paper("Wierdijk"))
    assert kamerarchief("ingest", old, folder).exit_code == 0
    assert papers_in(old) == ["goed", "hierin/nieuw", "weg"]


def test_a_file_that_can_no_longer_be_read_keeps_its_paper(folder: Path, old: Path) -> None:
    before = dump(old)
    _empty(folder / "goed.txt")
    result = kamerarchief("ingest", old, folder)
    assert result.exit_code == 1
    assert told(result, folder / "goed.txt", "is empty")
    assert dump(old) == before


@pytest.mark.timeout(20)
def test_a_known_file_that_became_a_pipe_does_not_stop_the_run(folder: Path, old: Path) -> None:
    (folder / "goed.txt").unlink()
    _pipe(folder / "goed.txt")
    assert told(kamerarchief("ingest", old, folder), folder / "goed.txt", "is not a file")


def test_a_name_that_is_no_text_does_not_stop_the_others(folder: Path, old: Path) -> None:
    """File names are bytes; those of old Windows disks are no UTF-8."""
    try:
        Path(os.fsdecode(bytes(folder) + b"/br\xefef.txt")).write_text(paper("Molengat"), encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    write(folder, nieuw=paper("Wierdijk"))
    kamerarchief("ingest", old, folder)
    assert {"goed", "nieuw", "weg"} <= set(papers_in(old))


# Texts in every dress: they are papers.

DRESSES: dict[str, tuple[Callable[[str], bytes], str]] = {
    "cp1252": (lambda text: text.encode("cp1252"), "cp1252"),
    "UTF-16, little end first": (lambda text: b"\xff\xfe" + text.encode("utf-16-le"), "utf-16"),
    "UTF-16, big end first": (lambda text: b"\xfe\xff" + text.encode("utf-16-be"), "utf-16"),
    "UTF-8 with its mark": (lambda text: text.encode("utf-8-sig"), "utf-8-sig"),
    "CRLF": (lambda text: text.replace("\n", "\r\n").encode(), "utf-8"),
}


@pytest.mark.parametrize("case", DRESSES)
def test_a_text_is_read_whatever_its_encoding(folder: Path, old: Path, case: str) -> None:
    encode, encoding = DRESSES[case]
    (folder / "gek.txt").write_bytes(encode(LINES))
    assert kamerarchief("ingest", old, folder).exit_code == 0
    assert query(old, "select text from questions where document = 'gek'") == [("Wat doet u vóór de coördinatie?",)]
    assert query(old, "select text from answers where document = 'gek'") == [("Dat kost € 5 miljoen.",)]
    assert query(old, "select encoding from texts where document = 'gek'") == [(encoding,)]


def test_bytes_that_are_no_characters_are_noticed(folder: Path, old: Path) -> None:
    (folder / "gek.txt").write_bytes(LINES.encode() + "Één café, twee".encode() + b" \xff\xfe\x80 einde\n")
    assert kamerarchief("ingest", old, folder).exit_code == 0
    assert query(old, "select code from notices where document = 'gek'") == [("undecodable_characters",)]
    ((text,),) = query(old, "select text from answers where document = 'gek'")
    assert text.startswith("Dat kost € 5 miljoen.")
    assert "\ufffd" in text
    assert text.endswith("einde")


def test_a_nul_is_a_character_like_any_other(folder: Path, old: Path) -> None:
    (folder / "gek.txt").write_text(LINES.replace("kost", "k\0ost"), encoding="utf-8")
    assert kamerarchief("ingest", old, folder).exit_code == 0
    ((text,),) = query(old, "select text from answers where document = 'gek'")
    assert text.replace("\0", "").replace("\ufffd", "") == "Dat kost € 5 miljoen."
    assert kamerarchief("check", old).exit_code == 0


def test_sql_counts_the_same_characters_where_a_source_holds_nuls(folder: Path, old: Path) -> None:
    """The first promise, as anybody can check it in SQL."""
    (folder / "gek.txt").write_text(LINES.replace("kost", "k\0ost"), encoding="utf-8")
    assert kamerarchief("ingest", old, folder).exit_code == 0
    sql = """
        select document from texts
        where length(source) <> (select sum(stop - start) from segments where document = texts.document)
    """
    assert query(old, sql) == []


def test_megabytes_in_one_line_are_a_paper(folder: Path, old: Path) -> None:
    sentences = "De gemeente heeft dat in het voorjaar gemeld, zie Kamerstuk 29 826, nr. 7. " * 40
    parts = [f"Vraag {at} Kent u het bericht? Antwoord {at} {sentences}" for at in range(1, 401)]
    (folder / "lang.txt").write_text(" ".join(parts) + "a" * 3_000_000, encoding="utf-8")
    assert kamerarchief("ingest", old, folder).exit_code == 0
    assert papers_in(old) == ["goed", "lang", "weg"]
    assert query(old, "select question_count, answer_count from documents where id = 'lang'") == [(400, 400)]


def test_a_file_of_spaces_is_a_paper_without_text(folder: Path, old: Path) -> None:
    (folder / "wit.txt").write_text(" \n\n\f\t\n", encoding="utf-8")
    assert kamerarchief("ingest", old, folder).exit_code == 0
    assert ("no_text",) in query(old, "select code from notices where document = 'wit'")
    assert kamerarchief("check", old).exit_code == 0


def test_the_same_paper_under_two_names_is_in_twice_and_noticed(folder: Path, old: Path) -> None:
    write(folder, kopie=paper())
    assert kamerarchief("ingest", old, folder).exit_code == 0
    assert papers_in(old) == ["goed", "kopie", "weg"]
    noticed = query(old, "select document, message from notices where code = 'same_source' order by document")
    assert [(key, other in message) for (key, message), other in zip(noticed, ["kopie", "goed"], strict=True)] == [
        ("goed", True),
        ("kopie", True),
    ]
    (folder / "kopie.txt").unlink()
    assert kamerarchief("ingest", old, folder, "--prune").exit_code == 0
    assert query(old, "select * from notices where code = 'same_source'") == []


# Archives that are none: left as they are.


def _text_file(path: Path) -> None:
    path.write_text("Dit is mijn dagboek.\n", encoding="utf-8")


def _long_text_file(path: Path) -> None:
    path.write_text("Dit is mijn dagboek.\n" * 1000, encoding="utf-8")


def _foreign_database(path: Path) -> None:
    change(path, "create table documents (id text); insert into documents values ('van mij');")


def _other_version(path: Path) -> None:
    assert kamerarchief("ingest", path, write(path.parent / "p", goed=paper())).exit_code == 0
    change(path, "pragma user_version = 99")


def _cut_short(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(30))


NOT_OURS: dict[str, tuple[Callable[[Path], None], str]] = {
    "a text file": (_text_file, "not an archive"),
    "a long text file": (_long_text_file, "not an archive"),
    "somebody's database": (_foreign_database, "not an archive of ours"),
    "an archive of another version": (_other_version, "another version"),
    "the head of a database": (_cut_short, "not an archive"),
}


@pytest.mark.parametrize("case", NOT_OURS)
def test_a_file_that_is_not_ours_is_left_as_it_is(tmp_path: Path, folder: Path, case: str) -> None:
    make, reason = NOT_OURS[case]
    path = tmp_path / "iets.db"
    make(path)
    before = path.read_bytes()
    commands = (["ingest", path, folder], ["check", path], ["show", path, "goed"], ["serve", path])
    for result in (kamerarchief(*command) for command in commands):
        assert result.exit_code == 1
        assert told(result, path, reason)
    assert path.read_bytes() == before


def test_a_pipe_is_not_replaced_by_an_archive(tmp_path: Path, folder: Path) -> None:
    """Nor is /dev/null, which root may replace."""
    path = tmp_path / "archive.db"
    os.mkfifo(path)
    result = kamerarchief("ingest", path, folder)
    assert result.exit_code == 1
    assert told(result, path, "")
    assert path.is_fifo()


def test_an_archive_that_is_a_folder_is_refused(tmp_path: Path, folder: Path) -> None:
    for path in (tmp_path, folder):
        result = kamerarchief("ingest", path, folder)
        assert result.exit_code == 1
        assert told(result, path, "is a folder")


@pytest.mark.parametrize("path", [".", "..", "/"])
def test_a_folder_without_a_name_is_refused(
    tmp_path: Path, folder: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for command in (["ingest", path, folder], ["check", path], ["show", path, "goed"]):
        result = kamerarchief(*command)
        assert result.exit_code == 1
        assert told(result, Path(path), "is a folder")


def test_an_archive_below_a_file_is_refused(folder: Path) -> None:
    result = kamerarchief("ingest", folder / "goed.txt" / "archive.db", folder)
    assert result.exit_code == 1
    assert told(result, folder / "goed.txt" / "archive.db", "cannot be written")


@pytest.mark.parametrize("step", ["open", "replace"])
def test_an_archive_that_may_not_be_written_is_refused(
    folder: Path, old: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """As in a folder that is read-only: neither lock nor draft can be made, or put into place."""
    before = old.read_bytes()
    done = getattr(Path, step)

    def refuse(path: Path, *arguments: object, **options: object) -> object:
        if path.name.startswith(".archive.db"):
            raise PermissionError(13, "Permission denied", str(path))
        return done(path, *arguments, **options)

    write(folder, nieuw=paper("Wierdijk"))
    with monkeypatch.context() as patch:
        patch.setattr(Path, step, refuse)
        result = kamerarchief("ingest", old, folder)
    assert result.exit_code == 1
    assert told(result, old, "cannot be written")
    assert old.read_bytes() == before


def test_a_full_disk_leaves_the_old_archive(folder: Path, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = old.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.copy_file_range", full)
        patch.setattr("shutil.copyfile", full)
        result = kamerarchief("ingest", old, write(folder, nieuw=paper("Wierdijk")))
    assert result.exit_code == 1
    assert told(result, old, "No space left")
    assert old.read_bytes() == before


def test_commands_on_an_archive_that_is_not_there_say_so(tmp_path: Path) -> None:
    path = tmp_path / "nergens.db"
    for command in (["check", path], ["show", path, "goed"], ["serve", path]):
        result = kamerarchief(*command)
        assert result.exit_code == 1
        assert told(result, path, "there is no archive")
    assert not path.exists()


def test_a_damaged_archive_is_named_and_not_changed(old: Path, folder: Path) -> None:
    """The first page is whole, what follows is not."""
    data = old.read_bytes()
    old.write_bytes(data[:8192] + bytes(len(data) - 8192))
    damaged = old.read_bytes()
    write(folder, nieuw=paper("Wierdijk"))
    for command in (["ingest", old, folder], ["check", old], ["show", old, "goed"]):
        result = kamerarchief(*command)
        assert result.exit_code == 1
        assert told(result, old, "") or "broken" in result.stdout
    assert old.read_bytes() == damaged


# The status, as a shell sees it.


def test_a_shell_sees_status_1_and_the_list_on_standard_error(folder: Path, tmp_path: Path) -> None:
    _empty(folder / "leeg.txt")
    command = [str(Path(sys.executable).with_name("kamerarchief")), "ingest", str(tmp_path / "archive.db"), str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert run.stderr == f"not read  {folder / 'leeg.txt'}: is empty\n"
    assert "1 new, 0 changed, 0 unchanged, 1 failed" in run.stdout
    assert "not read" not in run.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["ingest", "a.db"],
        ["ingest", "a.db", "x", "--jobs", "0"],
        ["ingest", "a.db", "x.txt", "--prune"],
        ["serve", "a.db", "--port", "veel"],
        ["show", "a.db"],
        ["lees", "a.db"],
    ],
)
def test_usage_errors_have_status_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    assert kamerarchief(*arguments).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_somebody_elses_table_is_still_theirs(tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "van-mij.db"
    _foreign_database(path)
    kamerarchief("ingest", path, folder)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("select id from documents").fetchall() == [("van mij",)]
