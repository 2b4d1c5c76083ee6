"""The archive's file: made whole or not at all, and by one writer at a time."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from archives import change, dump, kamerarchief, paper, papers_in, query

from ingest.archive.draft import remove, save
from ingest.archive.rows import rows_of
from ingest.archive.schema import APPLICATION_ID, TABLES, VERSION
from ingest.archive.store import ArchiveError, building, check_ours
from ingest.archive.views import VIEWS
from ingest.model import Source
from ingest.parse import parse

SEARCHED = [table.name for table in TABLES if table.search]


def rows(key: str, text: str) -> dict[str, list[dict[str, object]]]:
    return rows_of(parse(Source(text, "text", "utf-8", key)), key, f"{key}.txt")


def build(archive: Path, **papers: str) -> Path:
    with building(archive) as db:
        for key, text in papers.items():
            save(db, rows(key, text))
    return archive


def beside(archive: Path) -> list[str]:
    """What stands in the archive's folder, but for the lock."""
    return sorted(path.name for path in archive.parent.iterdir() if not path.name.endswith(".lock"))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """An archive of two papers, alone in its folder."""
    return build(tmp_path / "archive.db", een=paper("Oudveen"), twee=paper("Laagzande", asked=3))


def test_an_archive_says_what_it_is(own: Path) -> None:
    assert query(own, "pragma application_id") == [(APPLICATION_ID,)]
    assert query(own, "pragma user_version") == [(VERSION,)]
    assert own.read_bytes()[68:72] == b"KAMR"
    assert check_ours(own)


def test_an_archive_has_the_tables_and_views_it_promises(own: Path) -> None:
    for table in TABLES:
        columns = [(name, key) for _, name, _, _, _, key in query(own, f"pragma table_info('{table.name}')")]
        assert [name for name, _ in columns] == [column.name for column in table.columns]
        assert tuple(name for name, key in sorted(columns, key=lambda column: column[1]) if key) == table.key
    views = query(own, "select name from sqlite_master where type = 'view'")
    assert sorted(name for (name,) in views) == sorted(view.name for view in VIEWS)
    for view in VIEWS:
        query(own, f"select * from {view.name}")


def test_numbers_by_chapter_are_kept_apart(tmp_path: Path) -> None:
    asked = "".join(f"Vraag {number}\nKlopt dat?\n\nAntwoord {number}\nJa.\n\n" for number in ("1.1", "1.10", "2.1"))
    archive = build(tmp_path / "archive.db", een=asked)
    found = query(archive, "select id, number, numbers, label from questions order by id")
    assert found == [
        ("een-q001_001", "1:1", '["1:1"]', "Vraag 1.1"),
        ("een-q001_010", "1:10", '["1:10"]', "Vraag 1.10"),
        ("een-q002_001", "2:1", '["2:1"]', "Vraag 2.1"),
    ]
    assert query(archive, "select answer, question from answered_questions order by 1") == [
        (f"een-a{number}", f"een-q{number}") for number in ("001_001", "001_010", "002_001")
    ]


def test_keys_of_other_tables_are_declared(own: Path) -> None:
    for table in TABLES:
        listed = query(own, f"pragma foreign_key_list('{table.name}')")
        declared = {(column.name, column.references) for column in table.columns if column.references}
        assert {(source, target) for _, _, target, source, *_ in listed} == declared
    assert query(own, "pragma foreign_key_check") == []


@pytest.mark.parametrize("table", SEARCHED)
def test_each_full_text_index_has_its_triggers_and_finds(own: Path, table: str) -> None:
    triggers = "select count(*) from sqlite_master where type = 'trigger' and tbl_name = ?"
    assert query(own, triggers, table) == [(3,)]
    build(own, drie=paper("Wierdijk"))
    assert query(own, triggers, table) == [(3,)]
    found = f'select count(*) > 0 from "{table}_fts" where "{table}_fts" match ?'
    assert query(own, found, "drie OR Wierdijk") == [(1,)]
    with building(own) as db:
        remove(db, "drie")
    assert query(own, found, "drie OR Wierdijk") == [(0,)]


def test_search_knows_no_accents(tmp_path: Path) -> None:
    own = build(tmp_path / "archive.db", een="Vraag 1\nHoe staat het met de coördinatie, en met één?\n")
    for word in ("coordinatie", "COÖRDINATIE", "een"):
        assert query(own, "select count(*) from questions_fts where questions_fts match ?", word) == [(1,)]


def test_a_full_text_index_that_does_not_fit_its_table_is_not_let_through(own: Path) -> None:
    before = own.read_bytes()
    with pytest.raises(ArchiveError, match=str(own)), building(own) as db:
        db.execute("drop trigger answers_au")
        db.execute("update answers set text = 'verzonnen'")
    assert own.read_bytes() == before


def test_a_row_that_points_at_nothing_is_not_let_through(own: Path) -> None:
    before = own.read_bytes()
    with pytest.raises(ArchiveError, match="points at nothing"), building(own) as db:
        db.execute("pragma foreign_keys = off")
        db.execute("update questions set document = 'weg' where document = 'een'")
    assert own.read_bytes() == before


def test_an_archive_that_a_disk_damaged_is_not_built_upon(own: Path) -> None:
    ((root,),) = query(own, "select rootpage from sqlite_master where name = 'idx_documents_zaak'")
    ((size,),) = query(own, "pragma page_size")
    ((zaak,),) = query(own, "select zaak from documents where id = 'een'")
    data = bytearray(own.read_bytes())
    at = data.index(zaak.encode(), (root - 1) * size)
    data[at : at + len(zaak)] = b"#" * len(zaak)
    own.write_bytes(data)
    with pytest.raises(ArchiveError, match="idx_documents_zaak"):
        build(own, drie=paper("Wierdijk"))
    assert own.read_bytes() == data


def test_saving_a_paper_again_replaces_it(own: Path) -> None:
    before = dump(own)
    build(own, twee=paper("Laagzande", asked=3))
    assert dump(own) == before
    build(own, twee=paper("Laagzande", asked=1))
    assert query(own, "select count(*) from questions where document = 'twee'") == [(1,)]
    assert query(own, "select count(*) from answered_questions") == [(2,)]


def test_a_paper_taken_out_leaves_nothing_behind(own: Path) -> None:
    with building(own) as db:
        remove(db, "twee")
    assert dump(own) == dump(build(own.with_name("nieuw.db"), een=paper("Oudveen")))


def test_all_papers_taken_out_leave_an_empty_archive(own: Path) -> None:
    with building(own) as db:
        for key in papers_in(own):
            remove(db, key)
    assert not any(dump(own).values())
    assert kamerarchief("check", own).exit_code == 0


# Works.

CITED = "Aanhangsel van de Handelingen\nVraag 1\nKent u Kamerstuk 29 826, nr. 7?\n"


def _as(identifier: str, text: str) -> dict[str, list[dict[str, Any]]]:
    """A paper with an official name."""
    found = rows("zelf", text)
    found["documents"][0].update(identifier=identifier, identifier_source="printed", date="2024-05-06")
    return found


@pytest.mark.parametrize("first", ["zelf", "aanhaler"])
def test_a_paper_and_the_work_it_is_are_joined_whichever_comes_first(tmp_path: Path, first: str) -> None:
    papers = {"zelf": _as("kst-29826-7", "Een brief.\n"), "aanhaler": rows("aanhaler", CITED)}
    archive = tmp_path / "archive.db"
    for key in (first, *(papers.keys() - {first})):
        with building(archive) as db:
            save(db, papers[key])
    works = "select document, times_cited, cited_by_papers from works where id = 'kst-29826-7'"
    assert query(archive, works) == [("zelf", 1, 1)]
    with building(archive) as db:
        remove(db, "zelf")
    assert query(archive, works) == [(None, 1, 1)]
    with building(archive) as db:
        remove(db, "aanhaler")
    assert query(archive, works) == []


# Whole or not at all.


class InterruptError(Exception):
    """Something that goes wrong while papers are written."""


@pytest.mark.parametrize("error", [InterruptError, KeyboardInterrupt, sqlite3.OperationalError])
def test_a_build_that_fails_leaves_the_archive_and_no_draft(own: Path, error: type[BaseException]) -> None:
    before = own.read_bytes()
    expected = ArchiveError if error is sqlite3.OperationalError else error
    with pytest.raises(expected), building(own) as db:
        save(db, rows("drie", paper("Wierdijk")))
        raise error
    assert own.read_bytes() == before
    assert beside(own) == ["archive.db"]


def test_a_first_build_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(InterruptError), building(tmp_path / "archive.db") as db:
        save(db, rows("een", paper()))
        raise InterruptError
    assert beside(tmp_path / "archive.db") == []


def test_readers_see_the_old_archive_until_the_new_one_is_whole(own: Path) -> None:
    reader = sqlite3.connect(f"{own.as_uri()}?mode=ro", uri=True)
    with building(own) as db:
        save(db, rows("drie", paper("Wierdijk")))
        assert papers_in(own) == ["een", "twee"]
    assert papers_in(own) == ["drie", "een", "twee"]
    assert reader.execute("select count(*) from documents").fetchone() == (2,)
    reader.close()


def test_a_draft_left_behind_is_no_part_of_the_next_build(own: Path) -> None:
    before = dump(own)
    draft = own.with_name(".archive.db.draft")
    draft.write_bytes(b"half")
    draft.with_name(".archive.db.draft-journal").write_bytes(b"half")
    build(own)
    assert dump(own) == before
    assert beside(own) == ["archive.db"]


def test_a_build_that_changes_nothing_leaves_the_file_alone(own: Path) -> None:
    def state() -> tuple[int, ...]:
        # Not when it was last read: the system sets that.
        status = own.stat()
        return status.st_ino, status.st_mode, status.st_size, status.st_mtime_ns

    before = state()
    with building(own) as db:
        remove(db, "drie")
    assert state() == before
    assert beside(own) == ["archive.db"]


def test_a_second_writer_is_told_to_wait(own: Path) -> None:
    with building(own) as db:
        save(db, rows("drie", paper("Wierdijk")))
        with pytest.raises(ArchiveError, match="is being written by another"), building(own):
            pass
    assert papers_in(own) == ["drie", "een", "twee"]
    build(own, vier=paper("Molengat"))
    assert papers_in(own) == ["drie", "een", "twee", "vier"]


def test_an_archive_in_a_folder_that_is_not_there_yet_is_made(tmp_path: Path) -> None:
    assert papers_in(build(tmp_path / "nieuw" / "hier" / "archive.db", een=paper())) == ["een"]


def test_an_archive_with_an_odd_name_is_ours_all_the_same(tmp_path: Path) -> None:
    archive = build(tmp_path / "a?b#c %20 é.db", een=paper())
    assert check_ours(archive)
    assert kamerarchief("check", archive).exit_code == 0
    build(archive, twee=paper("Wierdijk"))
    assert papers_in(archive) == ["een", "twee"]


def test_an_archive_reached_by_a_link_stays_behind_it(own: Path) -> None:
    """As where the archive is kept on another disk."""
    link = own.with_name("link.db")
    link.symlink_to(own)
    build(link, drie=paper("Wierdijk"))
    assert link.is_symlink()
    assert papers_in(own) == ["drie", "een", "twee"]


def test_the_archive_may_be_read_by_whom_its_owner_let(own: Path) -> None:
    """A web server's user reads an archive that another user builds."""
    own.chmod(0o640)
    build(own, drie=paper("Wierdijk"))
    assert own.stat().st_mode & 0o777 == 0o640


def test_what_was_changed_by_hand_is_gone_after_the_next_reading(own: Path) -> None:
    change(own, "update answers set text = 'verzonnen' where document = 'een'")
    build(own, een=paper("Oudveen"))
    assert kamerarchief("check", own).exit_code == 0
