"""Many files → the archive, by whatever way: what was there before, the order and the processes leave no trace."""

import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from archives import dump, kamerarchief, paper, papers_in, query, write
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from soup import soup

from ingest.pipeline import Report, ingest


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
    monkeypatch.setattr("ingest.pipeline.parse", lambda source: read.append(source))
    report = ingest(own, [folder])
    assert (report.unchanged, read) == (["een", "twee"], [])


def test_papers_are_read_again_when_the_reading_code_changed(
    own: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("pipeline", "rows"):
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


_names = st.sampled_from(["een", "twee", "drie", "vier"])
_papers = st.one_of(
    soup.filter(bool),
    st.builds(paper, st.sampled_from(["Oudveen", "Laagzande", "Wierdijk"]), st.integers(1, 3)),
)
_changes = st.tuples(st.sampled_from(["write", "write", "remove", "rename"]), _names, _names, _papers)


def _change(folder: Path, what: str, name: str, other: str, text: str) -> None:
    path = folder / f"{name}.txt"
    if what == "write":
        path.write_bytes(text.encode("utf-8", "replace"))
    elif path.exists():
        path.unlink() if what == "remove" else path.replace(folder / f"{other}.txt")


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(_changes, min_size=1, max_size=4), min_size=1, max_size=3))
def test_step_by_step_gives_the_archive_that_one_step_gives(steps: list[list[tuple[str, str, str, str]]]) -> None:
    """Papers come, change, go and are renamed; the archive is brought up to date now and then."""
    with tempfile.TemporaryDirectory() as place:
        archive, folder = Path(place, "archive.db"), Path(place, "papers")
        folder.mkdir()
        for step in steps:
            for change in step:
                _change(folder, *change)
            report = ingest(archive, [folder], prune=True)
            unreadable = [failure.split(":")[0] for failure in report.failed]
            # A file that cannot be read keeps the paper it was; from scratch there would be none.
            for path in unreadable:
                Path(path).unlink()
            ingest(archive, [folder], prune=True)
        assert dump(archive) == from_scratch(folder)


# Processes: each of these starts its own, as users do.


def start(*arguments: object, **environment: str) -> "subprocess.Popen[str]":
    code = "from ingest.cli import main; main(prog_name='kamerarchief')"
    command = [sys.executable, "-c", code, *map(str, arguments)]
    env = {**os.environ, **environment}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env)


def test_one_process_or_two_with_any_hash_seed_give_the_same_archive(tmp_path: Path) -> None:
    generator = random.Random(3)
    places = ["Oudveen", "Laagzande", "Wierdijk", "Molengat"]
    texts = {f"p{at}": paper(generator.choice(places), generator.randint(1, 6)) for at in range(24)}
    folder = write(tmp_path / "papers", **texts, leeg="")
    runs = [
        start("ingest", tmp_path / f"{jobs}.db", folder, "--jobs", jobs, PYTHONHASHSEED=str(jobs)) for jobs in (1, 2)
    ]
    outputs = [run.communicate(timeout=50) for run in runs]
    assert [run.returncode for run in runs] == [1, 1]
    assert [stderr for _, stderr in outputs] == [f"not read  {folder / 'leeg.txt'}: is empty\n"] * 2
    assert dump(tmp_path / "1.db") == dump(tmp_path / "2.db")
    assert len(papers_in(tmp_path / "2.db")) == 24


# A process that kills itself: at its n-th SQL statement, or at a step of putting the draft into place.
_DIES = """
import os, signal, sys
from pathlib import Path
import ingest.store
from ingest.cli import main

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

moment, connect = sys.argv.pop(1), ingest.store._connect
if moment.isdecimal():
    left = [int(moment)]
    def count(_):
        left[0] -= 1
        left[0] or die()
    def traced(draft):
        connection = connect(draft)
        connection.set_trace_callback(count)
        return connection
    ingest.store._connect = traced
else:
    setattr(ingest.store, moment, die)
main()
"""


@pytest.mark.parametrize("moment", ["1", "40", "150", "finish", "_settle", "_sync"])
def test_a_run_that_is_killed_leaves_the_old_archive_or_the_new_one(own: Path, folder: Path, moment: str) -> None:
    before = digest(own)
    write(folder, een=paper("Molengat"), drie=paper("Wierdijk", asked=4))
    command = [sys.executable, "-c", _DIES, moment, "ingest", str(own), str(folder)]
    killed = subprocess.run(command, capture_output=True, text=True, check=False)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    draft = own.with_name(".archive.db.draft")
    if moment == "_sync":
        assert dump(own) == from_scratch(folder)
    else:
        assert digest(own) == before
        assert draft.exists()
    ingest(own, [folder])
    assert dump(own) == from_scratch(folder)
    assert not draft.exists()
    assert not list(own.parent.glob("*-journal")) + list(own.parent.glob("*-wal"))


def test_a_run_killed_at_any_time_leaves_a_whole_archive(own: Path, folder: Path) -> None:
    """By the clock, which no test knows better than a user with Ctrl-C and a power cut."""
    write(folder, **{f"p{at}": paper("Oudveen", asked=9) for at in range(12)})
    old, new = dump(own), from_scratch(folder)
    for wait in (0.3, 0.45):
        run = start("ingest", own, folder, "--jobs", 1)
        time.sleep(wait)
        run.kill()
        run.communicate()
        assert dump(own) in (old, new)
    ingest(own, [folder])
    assert dump(own) == new


def test_two_runs_at_once_do_not_mix(own: Path, folder: Path) -> None:
    """The second is told so at once, and the first finishes; or it came late enough to find all done."""
    write(folder, **{f"p{at}": paper("Oudveen", asked=9) for at in range(12)})
    runs = [start("ingest", own, folder, "--jobs", 1) for _ in range(2)]
    messages = [run.communicate(timeout=50)[1] for run in runs]
    assert 0 in [run.returncode for run in runs]
    for run, message in zip(runs, messages, strict=True):
        assert run.returncode == 0 or f"{own}: is being written by another ingest" in message
    assert dump(own) == from_scratch(folder)
