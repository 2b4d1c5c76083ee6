"""Many files → the archive, by whatever way: what was there before, the order and the processes leave no trace."""

import hashlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import replace
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest
from archives import dump, kamerarchief, paper, papers_in, query, write
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from soup import soup

from ingest.archive import finishing, store
from ingest.archive.draft import Draft
from ingest.archive.store import ArchiveError
from ingest.model import Document, Source
from ingest.parse import parse
from ingest.pipeline.limits import Limits
from ingest.pipeline.one_paper import read_rows
from ingest.pipeline.run import Report, ingest
from ingest.pipeline.task import Task
from ingest.pipeline.workers import by


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "papers", een=paper("Oudveen"), twee=paper("Laagzande", asked=3))


@pytest.fixture
def own(tmp_path: Path, folder: Path) -> Path:
    archive = tmp_path / "archive.db"
    ingest(archive, [folder])
    return archive


# What a run says it did.


def test_new_changed_unchanged_and_failed_papers_are_told_apart(own: Path, folder: Path) -> None:
    write(folder, twee=paper("Molengat"), drie=paper("Wierdijk"), leeg="")
    (folder / "een.txt").touch()
    report = ingest(own, [folder])
    assert (report.new, report.changed, report.unchanged) == (["drie"], ["twee"], ["een"])
    assert report.failed == [f"{folder / 'leeg.txt'}: is empty"]
    assert report.rows == {name: len(rows) for name, rows in dump(own).items()}
    assert query(own, "select count(*) from answers where document = 'twee'") == [(1,)]


def test_unchanged_papers_are_not_read_again(own: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []
    monkeypatch.setattr("ingest.pipeline.one_paper.parse", lambda source: read.append(source))
    report = ingest(own, [folder])
    assert (report.unchanged, read) == (["een", "twee"], [])


def test_reading_all_papers_again_makes_no_index_longer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "papers", **{f"nr{number}": paper(f"Oudveen-{number}", 9) for number in range(30)})
    lengths = []
    for version in "abcd":
        monkeypatch.setattr("ingest.archive.rows.reader", lambda version=version: version)
        monkeypatch.setattr("ingest.pipeline.run.reader", lambda version=version: version)
        assert not ingest(tmp_path / "archive.db", [folder]).unchanged
        lengths.append(query(tmp_path / "archive.db", "select sum(length(block)) from texts_fts_data")[0][0])
    assert max(lengths) < 1.2 * lengths[0]


def test_reading_all_papers_again_leaves_the_schema_of_a_first_build(
    own: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schema = "select type, name, sql from sqlite_master order by type, name"
    before = query(own, schema)
    for module in ("pipeline.run", "archive.rows"):
        monkeypatch.setattr(f"ingest.{module}.reader", lambda: "a new version")
    assert len(ingest(own, [folder]).changed) == 2
    assert query(own, schema) == before
    assert kamerarchief("check", own).exit_code == 0


def test_a_run_with_nothing_to_read_does_not_load_the_reading_code(own: Path, folder: Path) -> None:
    said = "import atexit, sys; atexit.register(lambda: print('ingest.parse' in sys.modules))"
    code = f"{said}; from ingest.cli import main; main()"
    command = [sys.executable, "-c", code, "ingest", str(own), str(folder)]
    (folder / "drie.txt").write_text(paper("Wierdijk"), "utf-8")
    loaded = [subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1] for _ in range(2)]
    assert loaded == ["True", "False"]


def test_papers_are_read_again_when_the_reading_code_changed(
    own: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("pipeline.run", "archive.rows"):
        monkeypatch.setattr(f"ingest.{module}.reader", lambda: "a new version")
    assert ingest(own, [folder]).changed == ["een", "twee"]
    assert ingest(own, [folder]).unchanged == ["een", "twee"]


def test_progress_counts_every_file_up_to_all(own: Path, folder: Path) -> None:
    write(folder, drie=paper("Wierdijk"), leeg="")
    seen: list[tuple[int, int]] = []
    ingest(own, [folder], progress=lambda done, total: seen.append((done, total)))
    assert seen == [(2, 4), (3, 4), (4, 4)]


def test_without_prune_a_paper_stays_when_its_file_goes(own: Path, folder: Path) -> None:
    (folder / "een.txt").unlink()
    assert ingest(own, [folder]).removed == []
    assert papers_in(own) == ["een", "twee"]


def test_prune_drops_the_papers_whose_file_is_gone(own: Path, folder: Path) -> None:
    (folder / "een.txt").unlink()
    assert ingest(own, [folder], prune=True).removed == ["een"]
    assert dump(own) == from_scratch(folder)


def test_prune_keeps_a_paper_whose_file_can_no_longer_be_read(own: Path, folder: Path) -> None:
    write(folder, een="")
    report = ingest(own, [folder], prune=True)
    assert (len(report.failed), report.removed) == (1, [])
    assert papers_in(own) == ["een", "twee"]


def test_no_papers_make_an_empty_archive(tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    report = ingest(tmp_path / "archive.db", [tmp_path / "leeg"])
    assert report == Report(rows=dict.fromkeys(report.rows, 0), seconds=report.seconds)
    assert kamerarchief("check", tmp_path / "archive.db").exit_code == 0


# Same input, same archive.


def from_scratch(*folders: Path) -> dict[str, list[tuple[object, ...]]]:
    with tempfile.TemporaryDirectory() as place:
        archive = Path(place, "archive.db")
        ingest(archive, folders)
        return dump(archive)


def test_a_second_run_changes_nothing(own: Path, folder: Path) -> None:
    before = dump(own)
    report = ingest(own, [folder])
    assert report.unchanged == ["een", "twee"]
    assert dump(own) == before


def test_a_second_run_on_the_papers_of_the_project_changes_nothing(archive: Path, tmp_path: Path) -> None:
    own = tmp_path / "archive.db"
    own.write_bytes(archive.read_bytes())
    documents = Path(__file__).parent.parent / "data" / "documents"
    report = ingest(own, [documents])
    assert len(report.unchanged) == len(list(documents.iterdir()))
    assert dump(own) == dump(archive) == from_scratch(documents)


def test_two_folders_with_a_file_of_the_same_name_are_read_once(tmp_path: Path) -> None:
    folders = [write(tmp_path / "a", brief=paper("Oudveen")), write(tmp_path / "b", brief=paper("Laagzande"))]
    archive = tmp_path / "archive.db"
    assert len(ingest(archive, folders).new) == 2
    before = dump(archive)
    for _ in range(2):
        assert len(ingest(archive, folders).unchanged) == 2
    assert dump(archive) == before


def test_the_order_of_the_sources_does_not_matter(tmp_path: Path) -> None:
    folders = [write(tmp_path / "a", een=paper("Oudveen")), write(tmp_path / "b", twee=paper("Laagzande"))]
    assert from_scratch(*folders) == from_scratch(*reversed(folders))


def letter(nr: int, day: int, cited: int, title: str, zaak: int) -> str:
    """A published letter: one of few names, one of few dates, in a dossier of one of few titles, citing another."""
    return f"""Tweede Kamer der Staten-Generaal
2
Vergaderjaar 2023–2024
29 826 {title}
Nr. {nr} BRIEF VAN DE MINISTER VAN DEFENSIE
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, {day} maart 2024
Met deze brief beantwoord ik de vragen 2024Z0000{zaak}. Zie Kamerstuk 29 826, nr. {cited}, en 2024Z00009.
"""


_names = st.sampled_from(["een", "twee", "drie", "vier"])
_few = st.integers(1, 2)
# What several papers share (a name, a work, a dossier, a whole text) and what hangs on their dates.
_letters = st.builds(letter, _few, st.integers(1, 9), _few, st.sampled_from(["Bruggen", "Sluizen"]), st.integers(7, 8))
_questions = st.builds(paper, st.sampled_from(["Oudveen", "Laagzande"]), _few)
_papers = st.one_of(_letters, _letters, _questions, soup.filter(bool))
_changes = st.tuples(st.sampled_from(["write", "write", "copy", "remove", "rename"]), _names, _names, _papers)


def _change(folder: Path, what: str, name: str, other: str, text: str) -> None:
    path = folder / f"{name}.txt"
    if what == "write":
        path.write_bytes(text.encode("utf-8", "replace"))
    elif path.exists() and what == "remove":
        path.unlink()
    elif path.exists() and name != other:
        (folder / f"{other}.txt").write_bytes(path.read_bytes())
        if what == "rename":
            path.unlink()


def _derived(archive: Path) -> list[tuple[object, ...]]:
    """What every table and view has of rows, and which words are searched."""
    return [
        *query(archive, "select * from row_counts order by name"),
        *query(archive, "select * from search_terms order by term"),
    ]


def _in_one_step(folder: Path) -> list[object]:
    with tempfile.TemporaryDirectory() as place:
        archive = Path(place, "archive.db")
        ingest(archive, [folder])
        return [dump(archive), _derived(archive)]


@pytest.mark.parametrize("few", [False, True], ids=["all is gone through", "what changed is gone through"])
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(
    first=st.tuples(_letters, _letters, _questions, _papers),
    steps=st.lists(st.lists(_changes, min_size=1, max_size=3), min_size=1, max_size=4),
)
def test_step_by_step_gives_the_archive_that_one_step_gives(
    few: bool, first: tuple[str, ...], steps: list[list[tuple[str, str, str, str]]]
) -> None:
    """Papers come, change, go and are renamed; the archive is brought up to date now and then."""
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as place:
        archive, folder = Path(place, "archive.db"), Path(place, "papers")
        folder.mkdir()
        if few:  # An archive of thousands, of which few changed.
            patch.setattr(finishing, "_much_is_new", lambda db: db.is_new)
            patch.setattr(Draft, "expect", lambda db, papers: None)
        begin = [("write", *pair) for pair in zip(["een", "twee", "drie", "vier"], [""] * 4, first, strict=True)]
        for step in [begin, *steps]:
            for change in step:
                _change(folder, *change)
            report = ingest(archive, [folder], prune=True)
            unreadable = [failure.split(":")[0] for failure in report.failed]
            # A file that cannot be read keeps the paper it was; from scratch there would be none.
            for path in unreadable:
                Path(path).unlink()
            if unreadable:
                ingest(archive, [folder], prune=True)
        assert [dump(archive), _derived(archive)] == _in_one_step(folder)


# Processes.


def in_child(run: Callable[[], object]) -> BaseProcess:
    """Start a process of its own that runs a function and ends with status 0, or 1 where it raised ArchiveError."""

    def body() -> None:
        try:
            run()
        except ArchiveError:
            os._exit(1)
        os._exit(0)

    process = get_context("fork").Process(target=body)
    with warnings.catch_warnings():
        # Other tests leave threads behind, which the child does not need.
        warnings.simplefilter("ignore", DeprecationWarning)
        process.start()
    return process


def status(process: BaseProcess) -> int | None:
    """How a process ended: its status, or the signal that ended it, negative."""
    process.join(40)
    return process.exitcode


def test_one_process_or_two_and_any_hash_seed_give_the_same_archive(tmp_path: Path) -> None:
    generator = random.Random(3)
    places = ["Oudveen", "Laagzande", "Wierdijk", "Molengat"]
    texts = {f"p{at}": paper(generator.choice(places), generator.randint(1, 6)) for at in range(24)}
    folder = write(tmp_path / "papers", **texts, leeg="")
    code = "from ingest.cli import main; main(prog_name='kamerarchief')"
    run = subprocess.run(
        [sys.executable, "-c", code, "ingest", tmp_path / "two.db", folder, "--jobs", "2"],
        env={**os.environ, "PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert run.stderr == f"not read  {folder / 'leeg.txt'}: is empty\n"
    assert len(papers_in(tmp_path / "two.db")) == 24
    assert dump(tmp_path / "two.db") == from_scratch(folder)


def _die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _dying(moment: str, archive: Path, folder: Path) -> Callable[[], object]:
    """An ingest that kills itself at its n-th SQL statement, or at a step of putting the draft into place."""

    def run() -> None:
        if moment.isdecimal():
            connect, left = store._connect, iter(range(int(moment)))

            def traced(draft: Path) -> sqlite3.Connection:
                connection = connect(draft)
                connection.set_trace_callback(lambda _: None if next(left, None) is not None else _die())
                return connection

            store._connect = traced
        elif moment in ("sync of the draft", "sync of the folder"):
            store.sync = lambda path: _die() if path.is_dir() == (moment == "sync of the folder") else None
        else:
            setattr(store, moment, _die)
        ingest(archive, [folder])

    return run


_MOMENTS = ["0", "1", "40", "150", "finish", "_put_in_place", "sync of the draft", "sync of the folder"]


@pytest.mark.parametrize("moment", _MOMENTS)
def test_a_run_that_is_killed_leaves_the_old_archive_or_the_new_one(own: Path, folder: Path, moment: str) -> None:
    before = digest(own)
    write(folder, een=paper("Molengat"), drie=paper("Wierdijk", asked=4))
    assert status(in_child(_dying(moment, own, folder))) == -signal.SIGKILL
    draft = own.with_name(".archive.db.draft")
    if moment == "sync of the folder":
        assert dump(own) == from_scratch(folder)
    else:
        assert digest(own) == before
        assert draft.exists()
    ingest(own, [folder])
    assert dump(own) == from_scratch(folder)
    assert not [path for path in own.parent.iterdir() if path.name.endswith((".draft", "-journal"))]


def test_a_run_killed_at_any_time_leaves_a_whole_archive(own: Path, folder: Path) -> None:
    """By the clock: which statement that hits, nobody knows."""
    write(folder, **{f"p{at}": paper("Oudveen", asked=5) for at in range(12)})
    began = time.monotonic()
    old, new = dump(own), from_scratch(folder)
    seconds = time.monotonic() - began
    for share in (0.2, 0.5, 0.8, 0.95):
        process = in_child(lambda: ingest(own, [folder]))
        time.sleep(seconds * share)
        process.kill()
        process.join()
        assert dump(own) in (old, new)
    ingest(own, [folder])
    assert dump(own) == new


def test_two_runs_at_once_do_not_mix(own: Path, folder: Path) -> None:
    """The second is told to wait, and the first finishes; or the second came late enough to find all done."""
    write(folder, **{f"p{at}": paper("Oudveen", asked=5) for at in range(12)})
    processes = [in_child(lambda: ingest(own, [folder])) for _ in range(3)]
    statuses = [status(process) for process in processes]
    assert 0 in statuses
    assert set(statuses) <= {0, 1}
    assert dump(own) == from_scratch(folder)


# Memory.


class _Counting(ThreadPoolExecutor):
    """Threads that remember how many papers, and how many bytes of them, were on their way at most."""

    def __init__(self, at_once: int) -> None:
        super().__init__(at_once)
        self.papers: list[Task] = []
        self.most = (0, 0)

    def submit(self, read: Callable[..., Any], task: Task) -> Future[Any]:  # type: ignore[override]
        self.papers.append(task)
        self.most = max(self.most[0], len(self.papers)), max(self.most[1], sum(paper.size for paper in self.papers))
        return super().submit(read_rows, task)


@pytest.mark.parametrize(("size", "most"), [(0, 16), (1 << 20, 16), (6 << 20, 5), (1 << 30, 1)])
def test_papers_on_their_way_are_bounded_in_number_and_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, most: int
) -> None:
    folder = write(tmp_path / "papers", **{f"p{at}": paper("Oudveen") for at in range(40)})
    monkeypatch.setattr("ingest.pipeline.run.size", lambda _: size)
    with _Counting(2) as executor:
        workers = by(executor, 2, Limits())

        def stored(done: int, total: int) -> None:
            if done:
                executor.papers.pop(0)

        report = ingest(tmp_path / "a.db", [folder], open_workers=lambda _: nullcontext(workers), progress=stored)
    assert len(report.new) == 40
    # While a paper is stored, others that were done with it are counted still.
    assert executor.most[0] <= most
    assert executor.most[0] > most // 2


@pytest.mark.parametrize("harm", ["lost", "invented"])
def test_a_reading_that_loses_or_invents_text_is_not_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    folder = write(tmp_path / "papers", een=paper("Oudveen"), twee=paper("Laagzande"))

    def harmed(source: Source) -> Document:
        document = parse(source)
        if "Laagzande" not in source.text:
            return document
        if harm == "lost":
            return replace(document, segments=document.segments[:-1])
        answer = document.answers[0]
        text = answer.passage._replace(text=answer.passage.text + " Zeker.")
        return replace(document, answers=(answer._replace(passage=text), *document.answers[1:]))

    monkeypatch.setattr("ingest.pipeline.one_paper.parse", harmed)
    report = ingest(tmp_path / "archive.db", [folder])
    assert report.new == ["een"]
    assert report.failed[0].startswith(f"{folder / 'twee.txt'}: met a fault in Kamerarchief: ")
    assert papers_in(tmp_path / "archive.db") == ["een"]
