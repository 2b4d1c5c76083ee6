"""Sources → files with a place and a key."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.pipeline.discovery import Found, discover
from ingest.pipeline.worklist import File, Paper, Worklist


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with papers in it and in a folder below it."""
    for name in ("b.txt", "a.txt", "sub/c.pdf", "sub/sub/d.md", ".verborgen.txt", ".git/e.txt"):
        path = tmp_path / "papers" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return tmp_path / "papers"


def files(found: Iterable[Found], known: dict[str, str] | None = None) -> list[File]:
    """The files found, beside papers known: key → place."""
    papers = (Paper(key, place, "", "") for key, place in (known or {}).items())
    with Worklist(found, papers) as work:
        return list(work.files())


def places(found: Iterable[Found]) -> list[str]:
    return [file.place for file in files(found)]


def test_a_folder_gives_its_files_in_order_without_hidden_ones(folder: Path) -> None:
    found = files(discover([folder]))
    assert [file.place for file in found] == ["a.txt", "b.txt", "sub/c.pdf", "sub/sub/d.md"]
    assert [file.path.read_text("utf-8") for file in found] == [file.place for file in found]


def test_a_file_has_its_name_as_its_place(folder: Path) -> None:
    assert places(discover([folder / "sub" / "c.pdf"])) == ["c.pdf"]


def test_a_file_asked_for_by_name_may_be_hidden(folder: Path) -> None:
    assert places(discover([folder / ".verborgen.txt"])) == [".verborgen.txt"]


def test_a_path_that_is_not_there_is_found_so_that_reading_can_say_so(folder: Path) -> None:
    assert places(discover([folder / "nergens.txt"])) == ["nergens.txt"]


def test_a_file_reached_twice_counts_once(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "a.txt")
    assert len(places(discover([folder, folder / "a.txt", folder]))) == 4


@pytest.mark.parametrize("below", ["sub", "sub/c.pdf"])
def test_the_order_of_the_sources_does_not_matter(folder: Path, below: str) -> None:
    assert files(discover([folder, folder / below])) == files(discover([folder / below, folder]))


def test_the_way_a_folder_is_written_does_not_matter(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    for written in ("papers", "./papers", "papers/", "papers/../papers", str(folder)):
        assert places(discover([Path(written)])) == ["a.txt", "b.txt", "sub/c.pdf", "sub/sub/d.md"]


def test_links_to_folders_are_followed_and_loops_are_not(folder: Path) -> None:
    elsewhere = folder.parent / "elders"
    elsewhere.mkdir()
    (elsewhere / "f.txt").write_text("f", encoding="utf-8")
    (folder / "verder").symlink_to(elsewhere, target_is_directory=True)
    (elsewhere / "terug").symlink_to(folder, target_is_directory=True)
    assert places(discover([folder])) == ["a.txt", "b.txt", "sub/c.pdf", "sub/sub/d.md", "verder/f.txt"]


def test_a_loop_of_links_to_itself_is_found_so_that_reading_can_say_so(folder: Path) -> None:
    (folder / "kring.txt").symlink_to("kring.txt")
    assert "kring.txt" in places(discover([folder]))


# Keys.


def found(*places: str, folder: str = "/papers") -> list[Found]:
    return [Found(place, f"{folder}/{place}", f"{folder}/{place}") for place in places]


def keys(*places: str, known: dict[str, str] | None = None) -> list[str]:
    return [file.key for file in files(found(*places), known)]


def test_a_key_is_the_place_without_suffix() -> None:
    assert keys("a.txt", "sub/b.pdf", "sub/c.v2.docx", "zonder") == ["a", "sub/b", "sub/c.v2", "zonder"]


def test_two_files_with_one_place_but_for_the_suffix_get_two_keys() -> None:
    assert keys("a.pdf", "a.txt") == ["a", "a.txt"]


def test_a_known_file_keeps_its_key_when_another_comes_before_it() -> None:
    assert keys("a.pdf", "a.txt", known={"a": "a.txt"}) == ["a.pdf", "a"]


_names = st.sampled_from(["a.txt", "a.pdf", "a", "a.txt.txt", "a.txt-2", "sub/a.txt", "sub/a.pdf", "b.txt"])


@given(st.sets(_names), st.sets(_names))
def test_keys_are_never_shared_and_last(first: set[str], second: set[str]) -> None:
    before = {file.place: file.key for file in files(found(*first))}
    assert set(before) == first
    assert len(set(before.values())) == len(first)
    known = {key: place for place, key in before.items()}
    after = {file.place: file.key for file in files(found(*second), known)}
    assert all(after[place] == before[place] for place in after if place in before)
    others = {key for place, key in before.items() if place not in after}
    assert len({*after.values(), *others}) == len(after) + len(others)


def test_files_of_the_same_name_in_two_folders_keep_their_keys() -> None:
    both = found("a.txt", folder="/een") + found("a.txt", folder="/twee")
    before = [(file.path, file.key) for file in files(both)]
    assert len({key for _, key in before}) == 2
    known = {key: "a.txt" for _, key in before}
    assert [(file.path, file.key) for file in files(both, known)] == before
