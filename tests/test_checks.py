"""`kamerarchief check`: keeps quiet on a good archive, and finds each promise broken where it is."""

from pathlib import Path

import pytest
from archives import change, kamerarchief, query

from ingest.archive.checks import PROMISES, check
from ingest.archive.schema import TABLES


@pytest.fixture
def own(archive: Path, tmp_path: Path) -> Path:
    """A copy of the project's archive, to break."""
    path = tmp_path / "archive.db"
    path.write_bytes(archive.read_bytes())
    return path


def broken(archive: Path) -> set[str]:
    """The promises that an archive breaks, by their first words."""
    return {name.split(":")[0] for name, places in check(archive) if places}


def test_a_good_archive_keeps_every_promise(archive: Path) -> None:
    before = archive.read_bytes()
    result = kamerarchief("check", archive)
    assert result.exit_code == 0, result.output
    assert [line.split()[0] for line in result.output.split("\n\n")[0].splitlines()] == ["kept"] * len(PROMISES)
    assert archive.read_bytes() == before


def test_the_doubts_are_listed_with_their_number(archive: Path) -> None:
    doubts = kamerarchief("check", archive).output.split("Doubts\n")[1].splitlines()
    counted = dict(query(archive, "select code, count(*) from notices group by code"))
    assert {line.split()[1]: int(line.split()[0]) for line in doubts} == counted


# A row of each, to break.
ANSWER = "id = (select id from answers order by id limit 1)"
FOOTNOTE = "id = (select id from footnotes order by id limit 1)"
QUESTION = "id = (select id from questions where number_source = 'printed' order by id limit 1)"
PAPER = "id = (select min(id) from documents)"
TEXT = "document = (select min(document) from texts)"
SEGMENT = "(document, start) = (select document, start from segments where start > 100 order by 1, 2)"
LAST_SEGMENT = "(document, start) = (select document, start from segments order by document desc, start desc)"

COUNTS = {
    "works": ["times_cited", "cited_by_papers"],
    "documents": ["question_count", "answer_count", "footnote_count", "reference_count", "notice_count"],
}

# The promises by their first words, each with ways to break it.
BREAKS = {
    "Nothing is lost": {
        "a segment is gone": f"delete from segments where {SEGMENT}",
        "a segment ends too soon": f"update segments set stop = stop - 1 where {SEGMENT}",
        "two segments overlap": f"update segments set stop = stop + 1 where {SEGMENT}",
        "the last segment is gone": f"delete from segments where {LAST_SEGMENT}",
        "all segments are gone": f"delete from segments where {TEXT}",
        "the source is longer": f"update texts set source = source || '.' where {TEXT}",
    },
    "Nothing is invented": {
        "an answer says more": f"update answers set text = text || ' Dat is zo.' where {ANSWER}",
        "an answer says less": f"update answers set text = substr(text, 3) where {ANSWER}",
        "an answer's segments are nobody's": "update segments set answer = null where role = 'answer'",
        "a question says else": f"update questions set text = upper(text) where {QUESTION}",
        "a footnote is empty": f"update footnotes set text = '' where {FOOTNOTE}",
    },
    "No paper is refused": {"no text and no notice": f"update texts set text = ' ' where {TEXT}"},
    "Unknown is null, inferred is marked": {
        "a name from nowhere": "update documents set identifier = 'kst-1-1', identifier_source = null",
        "a source of nothing": "update documents set identifier = null, identifier_source = 'printed'",
        "an empty date": f"update documents set date = '' where {PAPER}",
        "an empty title": f"update documents set title = '' where {PAPER}",
        "a guess that is not marked": f"update questions set number_source = 'guessed' where {QUESTION}",
        "an inferred number without notice": f"""
            delete from notices where code = 'number_inferred';
            update questions set number_source = 'inferred' where {QUESTION};
        """,
    },
    "Same input, same archive": {
        "a key that only counts": f"pragma foreign_keys = off; update questions set id = '17' where {QUESTION}",
        **{
            f"{table}.{count}": f"update {table} set {count} = {count} + 1 where id = (select min(id) from {table})"
            for table, counts in COUNTS.items()
            for count in counts
        },
    },
    "Whole": {
        "a row points at nothing": "pragma foreign_keys = off; update \"references\" set work = 'weg'",
        **{
            f"the index of {table.name}": f'insert into "{table.name}_fts" ("{table.name}_fts") values (\'delete-all\')'
            for table in TABLES
            if table.search
        },
    },
}


@pytest.mark.parametrize(("promise", "how"), [(promise, how) for promise, ways in BREAKS.items() for how in ways])
def test_a_broken_promise_is_found(own: Path, promise: str, how: str) -> None:
    before = own.read_bytes()
    change(own, BREAKS[promise][how])
    assert own.read_bytes() != before, "the archive was not broken: there is nothing to find"
    assert promise in broken(own)
    result = kamerarchief("check", own)
    assert result.exit_code == 1
    assert any(line.startswith("broken") and promise in line for line in result.output.splitlines())


def test_every_promise_is_broken_by_some_test() -> None:
    assert {promise.name.split(":")[0] for promise in PROMISES} == set(BREAKS)


def test_what_is_broken_is_named(own: Path) -> None:
    change(own, f"update answers set text = text || 'x' where {ANSWER}")
    ((key,),) = query(own, f"select id from answers where {ANSWER}")
    assert key in kamerarchief("check", own).output


def test_a_long_list_of_breaks_is_cut_and_says_so(own: Path) -> None:
    change(own, "update questions set text = text || 'x'; update answers set text = text || 'x'")
    count = query(own, "select (select count(*) from questions) + (select count(*) from answers)")[0][0]
    assert count > 20
    assert f"and {count - 20} more" in kamerarchief("check", own).output


def test_bytes_that_changed_on_disk_are_found(own: Path) -> None:
    data = bytearray(own.read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 4096] = bytes(4096)
    own.write_bytes(data)
    result = kamerarchief("check", own)
    assert result.exit_code == 1
    assert str(own) in result.output or "broken" in result.output
