"""`kamerarchief export`: what is in the files is what is in the archive, and the package says so."""

import csv
import fcntl
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from archives import change, kamerarchief, paper, query, write
from arro3.io import read_parquet
from serving import metadata

from ingest.archive.schema import TABLES
from ingest.archive.views import VIEWS
from ingest.export import dump
from ingest.export.formats import FORMATS, csv_record
from ingest.export.tables import EXPORTED, Exported

Row = list[Any]
NAMES = [table.name for table in TABLES] + [view.name for view in VIEWS]

# What is hard to write: quotes, every sort of line end, no text at all, spaces at the ends, what looks like a number,
# a null character, characters beyond the sixteenth bit, the separators of JSON and of spreadsheets.
HARD = ['"', 'a "b", c', "a\r\nb\nc\rd", "", "  ", "007", "null", "a\0b", "\u2028\u0085é𝕂", "[1]", "=1+1", ","]


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive whose texts are hard to write, with a question `1a`."""
    folder = tmp_path_factory.mktemp("hard")
    archive = folder / "archive.db"
    papers = write(folder / "papers", **{f"p{index}": paper("Oudveen", asked=3) for index in range(len(HARD))})
    assert kamerarchief("ingest", archive, papers).exit_code == 0
    for index, text in enumerate(HARD):
        literal = f"cast(x'{text.encode().hex()}' as text)"
        change(archive, f"update documents set title = {literal}, chamber = {literal} where id = 'p{index}'")
        change(archive, f"update answers set text = {literal} where document = 'p{index}'")
    change(archive, f"update documents set asked_by = '{json.dumps(HARD)}', parties = null where id = 'p3'")
    change(archive, "update questions set number = '1a', numbers = '[1, \"1a\"]' where id = 'p0-q001'")
    return archive


@pytest.fixture(scope="module", params=["the project's papers", "hard to write"])
def exported(
    request: pytest.FixtureRequest, archive: Path, hard: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """An archive, and the folder that it was exported to."""
    source = hard if request.param == "hard to write" else archive
    folder = tmp_path_factory.mktemp("export") / "exports"
    assert kamerarchief("export", source, folder).exit_code == 0
    return source, folder


def package(folder: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return read


# The files, read back as other programs read them: the names of the columns, then the rows.


def from_csv(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))


def from_ndjson(path: Path) -> list[Row]:
    objects = [json.loads(line) for line in path.read_text("utf-8").removesuffix("\n").split("\n") if line]
    return [list(objects[0]), *([*one.values()] for one in objects)] if objects else []


def from_parquet(path: Path) -> list[Row]:
    table = read_parquet(path).read_all()
    columns = [column.to_pylist() for column in table.columns]
    return [list(table.column_names), *map(list, zip(*columns, strict=True))]


# A value of the archive as each format has it.


def in_csv(value: object, kind: str) -> object:
    return "" if value is None else str(value)


def in_ndjson(value: object, kind: str) -> object:
    if value is None or kind == "whole":
        return value
    return json.loads(str(value)) if kind == "list" else str(value)


def in_parquet(value: object, kind: str) -> object:
    typed = in_ndjson(value, kind)
    return [str(item) for item in typed] if isinstance(typed, list) else typed


READ: dict[str, tuple[Callable[[Path], list[Row]], Callable[[Any, str], object]]] = {
    "csv": (from_csv, in_csv),
    "ndjson": (from_ndjson, in_ndjson),
    "parquet": (from_parquet, in_parquet),
}


def in_archive(archive: Path, table: Exported) -> list[tuple[Any, ...]]:
    order = ", ".join(f'"{name}"' for name in table.key or [field.name for field in table.fields])
    return query(archive, f'select * from "{table.name}" order by {order}')


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("table", EXPORTED, ids=lambda table: str(table.name))
def test_a_file_has_every_row_of_its_table(exported: tuple[Path, Path], table: Exported, format: str) -> None:
    archive, folder = exported
    read, shown = READ[format]
    header, *rows = read(folder / f"{table.name}.{format}") or [[field.name for field in table.fields]]
    expected = in_archive(archive, table)
    kinds = [field.kind for field in table.fields]
    assert header == [name for (name,) in query(archive, "select name from pragma_table_info(?)", table.name)]
    assert rows == [[shown(value, kind) for value, kind in zip(row, kinds, strict=True)] for row in expected]


def test_every_table_and_view_is_there_and_nothing_else(exported: tuple[Path, Path]) -> None:
    archive, folder = exported
    made = {f"{name}.{format}" for name in NAMES for format in FORMATS}
    assert {path.name for path in folder.iterdir()} == {*made, "datapackage.json"}
    there = query(archive, "select name from sqlite_master where type in ('table', 'view') and name not like 'sqlite%'")
    assert sorted(name for (name,) in there if "_fts" not in name) == sorted([*NAMES, "search_terms", "row_counts"])


def test_csv_tells_null_from_no_text_and_ends_lines_as_the_standard_does(exported: tuple[Path, Path]) -> None:
    archive, folder = exported
    written = (folder / "documents.csv").read_bytes().decode()
    rows = in_archive(archive, EXPORTED[NAMES.index("documents")])
    header = [field.name for field in EXPORTED[NAMES.index("documents")].fields]
    assert written == "".join(map(csv_record, [header, *rows]))
    assert written.count('""') >= sum(value == "" for row in rows for value in row)
    assert written.endswith("\r\n")


def test_an_empty_field_is_null_and_two_quotes_are_no_text(hard: Path, tmp_path: Path) -> None:
    kamerarchief("export", hard, tmp_path / "exports", "--format", "csv")
    written = (tmp_path / "exports" / "documents.csv").read_bytes().decode()
    # Identifier (null), where it is from (null), kind, title and chamber (both without text), session year (null).
    assert f'\r\np{HARD.index("")},,,answers_to_written_questions,"","",,' in written


# The data package.


def resources(folder: Path) -> Iterator[tuple[dict[str, Any], Path]]:
    for resource in package(folder)["resources"]:
        yield resource, folder / resource["path"]


def test_the_package_says_what_the_files_are(exported: tuple[Path, Path]) -> None:
    _, folder = exported
    assert {path.name for _, path in resources(folder)} == {path.name for path in folder.iterdir()} - {
        "datapackage.json"
    }
    for resource, path in resources(folder):
        assert resource["bytes"] == path.stat().st_size
        assert resource["hash"] == f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"
        assert resource["rows"] == max(0, len(READ[resource["format"]][0](path)) - 1)
        assert re.fullmatch(r"[a-z0-9._-]+", resource["name"])
        assert resource["mediatype"]
        assert resource["description"]


def test_the_schema_is_true_of_every_value(exported: tuple[Path, Path]) -> None:
    _, folder = exported
    written = {"integer": r"-?\d+|", "date": r"\d{4}-\d\d-\d\d|", "string": r"(?s:.*)"}
    typed = {"integer": int, "date": str, "string": str, "array": list}
    for resource, path in resources(folder):
        fields = resource["schema"]["fields"]
        rows = READ[resource["format"]][0](path)
        assert not rows or [field["name"] for field in fields] == rows[0]
        for row in rows[1:]:
            for field, value in zip(fields, row, strict=True):
                assert field["description"]
                if resource["format"] == "csv":
                    assert re.fullmatch(written[field["type"]], value), (resource["name"], field, value)
                else:
                    assert value is None or isinstance(value, typed[field["type"]]), (resource["name"], field, value)


def test_keys_hold(exported: tuple[Path, Path]) -> None:
    _, folder = exported
    read = {resource["name"]: READ[resource["format"]][0](path) for resource, path in resources(folder)}

    def column(resource: str, name: str) -> list[Any]:
        rows = read[resource]
        return [row[rows[0].index(name)] for row in rows[1:]] if rows else []

    checked = 0
    for resource, _ in resources(folder):
        schema, rows = resource["schema"], read[resource["name"]][1:]
        key = list(zip(*(column(resource["name"], name) for name in schema.get("primaryKey", [])), strict=True))
        assert len(set(key)) == len(key)
        assert ("primaryKey" in schema) == (resource["name"].split(".")[0] in [table.name for table in TABLES])
        for foreign in schema.get("foreignKeys", []):
            (here,), (there,) = foreign["fields"], foreign["reference"]["fields"]
            known = set(column(foreign["reference"]["resource"], there))
            assert {value for value in column(resource["name"], here) if value} <= known
            checked += len(rows)
    assert checked


def test_licence_and_sources_are_those_that_the_site_states(exported: tuple[Path, Path]) -> None:
    said, site = package(exported[1]), metadata()
    assert said["licenses"] == [{"title": site["license"], "path": site["license_url"]}]
    assert said["sources"] == [{"title": site["source"], "path": site["source_url"]}]
    assert (said["title"], said["name"]) == (site["title"], "kamerarchief")


def test_equal_archives_give_equal_files(tmp_path: Path) -> None:
    papers = write(tmp_path / "papers", een=paper("Oudveen"), twee=paper("Laagzande", asked=3))
    for name, order in (("a", ("een", "twee")), ("b", ("twee", "een"))):
        for key in order:
            kamerarchief("ingest", tmp_path / f"{name}.db", papers / f"{key}.txt")
        kamerarchief("export", tmp_path / f"{name}.db", tmp_path / name)
    for resource, path in resources(tmp_path / "a"):
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes(), resource["name"]


# The folder.


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "archive.db"
    assert kamerarchief("ingest", path, write(tmp_path / "papers", een=paper("Oudveen"))).exit_code == 0
    return path


def beside(folder: Path) -> list[str]:
    """What an export left beside its folder; the lock may stay."""
    return sorted(path.name for path in folder.parent.glob(f".{folder.name}.*") if path.suffix != ".lock")


def test_the_summary_counts_files_and_rows(own: Path, tmp_path: Path) -> None:
    result = kamerarchief("export", own, tmp_path / "exports")
    assert re.match(rf"{re.escape(str(tmp_path / 'exports'))}: {len(NAMES) * 3} files, \d+\.\d MB, in ", result.stdout)
    assert "1 documents" in result.stdout
    assert result.stderr == ""


def test_only_the_format_asked_for_is_written_and_the_rest_of_an_earlier_export_goes(own: Path, tmp_path: Path) -> None:
    folder = tmp_path / "made" / "exports"
    assert kamerarchief("export", own, folder).exit_code == 0
    assert kamerarchief("export", own, folder, "--format", "ndjson", "--format", "csv").exit_code == 0
    assert {path.suffix for path in folder.iterdir()} == {".csv", ".ndjson", ".json"}
    assert {resource["format"] for resource, _ in resources(folder)} == {"csv", "ndjson"}
    assert beside(folder) == []


def test_an_empty_folder_is_taken(own: Path, tmp_path: Path) -> None:
    (tmp_path / "exports").mkdir()
    assert kamerarchief("export", own, tmp_path / "exports").exit_code == 0


@pytest.mark.parametrize("ours_too", [False, True])
def test_a_folder_with_anything_else_is_left_as_it_is(own: Path, tmp_path: Path, ours_too: bool) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    if ours_too:
        kamerarchief("export", own, folder)
    (folder / "diary.txt").write_text("mine", encoding="utf-8")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    result = kamerarchief("export", own, folder)
    assert result.exit_code == 1
    assert "diary.txt" in result.stderr
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_file_is_no_folder(own: Path, tmp_path: Path) -> None:
    (tmp_path / "exports").write_text("mine", encoding="utf-8")
    result = kamerarchief("export", own, tmp_path / "exports")
    assert (result.exit_code, (tmp_path / "exports").read_text("utf-8")) == (1, "mine")
    assert "not a folder" in result.stderr


def test_where_there_is_no_archive_nothing_is_written(tmp_path: Path) -> None:
    result = kamerarchief("export", tmp_path / "nergens.db", tmp_path / "exports")
    assert result.exit_code == 1
    assert "nergens.db" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format", FORMATS)
def test_an_export_that_fails_leaves_the_one_before(own: Path, tmp_path: Path, format: str) -> None:
    folder = tmp_path / "exports"
    kamerarchief("export", own, folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    change(own, "drop view answer_times; create view answer_times as select * from gone;")
    result = kamerarchief("export", own, folder, "--format", format)
    assert result.exit_code == 1
    assert str(own) in result.stderr
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert beside(folder) == []


@pytest.mark.parametrize("format", ["ndjson", "parquet"])
def test_a_text_where_a_number_should_stand_is_said_with_its_file(own: Path, tmp_path: Path, format: str) -> None:
    change(own, "update segments set start = 'x' where start = 0")
    result = kamerarchief("export", own, tmp_path / "exports", "--format", format)
    assert result.exit_code == 1
    assert f"segments.{format}: cannot be written ('x' stands where a whole number should)" in result.stderr
    assert not (tmp_path / "exports").exists()


def test_what_a_killed_export_left_is_put_right(own: Path, tmp_path: Path) -> None:
    """Killed between its two renames: the old folder is found again, also where the next export fails."""
    folder = tmp_path / "exports"
    kamerarchief("export", own, folder)
    folder.rename(tmp_path / ".exports.old")
    (tmp_path / ".exports.draft").mkdir()
    (tmp_path / ".exports.draft" / "half.csv").write_text("", encoding="utf-8")
    (tmp_path / ".exports.old" / "diary.txt").write_text("mine", encoding="utf-8")
    assert kamerarchief("export", own, folder).exit_code == 1
    assert (folder / "diary.txt").exists()
    (folder / "diary.txt").unlink()
    assert kamerarchief("export", own, folder).exit_code == 0
    assert beside(folder) == []


def test_two_exports_do_not_write_one_folder(own: Path, tmp_path: Path) -> None:
    with (tmp_path / ".exports.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        result = kamerarchief("export", own, tmp_path / "exports")
    assert result.exit_code == 1
    assert "another export" in result.stderr


def test_progress_counts_every_row_of_every_file(own: Path, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    report = dump.export(own, tmp_path / "exports", ["csv", "parquet"], lambda done, total: seen.append((done, total)))
    total = sum(file.rows for file in report.files)
    assert seen[-1] == (total, total)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
