"""Faults at random moments, and whether the archive stays whole: `python -m bench.faults`.

Each trial brings an archive up to date while something goes wrong: the process is killed, the disk is full, others
write too, files change and vanish while they are read.  Afterwards the archive must keep its promises and be the old
one or the new one; then the next run must finish and leave nothing behind.  Status 1 where one does not.
"""

import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from bench.papers import paper
from ingest.archive.checks import check
from ingest.archive.schema import TABLES
from ingest.archive.store import ArchiveError
from ingest.pipeline.limits import Limits
from ingest.pipeline.run import ingest
from ingest.pipeline.workers import beside

_PAPERS = 24
_LIMITS = Limits(60, 2048)
# How a process ends that was told that the archive cannot be written.
_TOLD = 3

Dump = dict[str, list[tuple[object, ...]]]


@dataclass(frozen=True, slots=True)
class Scene:
    """Papers, and an archive that has to be brought up to date with them; both as they were, and as they must be."""

    place: Path
    old: Dump
    new: Dump
    seconds: float

    @property
    def folder(self) -> Path:
        """The papers."""
        return self.place / "papers"

    @property
    def archive(self) -> Path:
        """The archive that the trial is about."""
        return self.place / "served" / "archive.db"


def update(archive: Path, folder: Path) -> None:
    """One run, with two processes that read."""
    ingest(archive, [folder], prune=True, open_workers=beside(2, _LIMITS))


def forked(run: Callable[[], object]) -> int:
    """Start a process that runs a function; it ends with 0, with _TOLD where it raised ArchiveError, else with 1."""
    process = os.fork()
    if process:
        return process
    status = 1
    try:
        run()
        status = 0
    except ArchiveError:
        status = _TOLD
    finally:
        os._exit(status)


def ended(process: int) -> int:
    """How a process ended; a signal is negative."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def dump(archive: Path) -> Dump:
    """Every row of every table, in an order of its own."""
    with closing(sqlite3.connect(f"{archive.as_uri()}?mode=ro", uri=True)) as connection:
        return {table.name: sorted(connection.execute(f'select * from "{table.name}"'), key=repr) for table in TABLES}


def write(folder: Path, numbers: Iterator[int] | range, version: int) -> None:
    """Papers by their numbers; another version says something else."""
    folder.mkdir(exist_ok=True)
    for number in numbers:
        (folder / f"p{number}.txt").write_text(paper(number + 1000 * version), encoding="utf-8")


@contextmanager
def scene() -> Iterator[Scene]:
    """An archive of papers a third of which then change, go or come."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        folder = place / "papers"
        write(folder, range(_PAPERS), 0)
        update(place / "old.db", folder)
        write(folder, range(0, _PAPERS, 3), 1)
        write(folder, range(_PAPERS, _PAPERS * 4 // 3), 0)
        for number in range(1, _PAPERS, 3):
            (folder / f"p{number}.txt").unlink()
        update(place / "new.db", folder)
        shutil.copyfile(place / "old.db", place / "again.db")
        began = time.monotonic()
        ended(forked(lambda: update(place / "again.db", folder)))
        yield Scene(place, dump(place / "old.db"), dump(place / "new.db"), time.monotonic() - began)


def reset(scene: Scene) -> None:
    """The archive as it was, alone in its folder."""
    shutil.rmtree(scene.archive.parent, ignore_errors=True)
    scene.archive.parent.mkdir()
    shutil.copyfile(scene.place / "old.db", scene.archive)


def broken(scene: Scene) -> list[str]:
    """What is wrong with the archive now, and after the next run."""
    found = [f"{name}: {place}" for name, places in check(scene.archive) for place in places]
    if dump(scene.archive) not in (scene.old, scene.new):
        found.append("neither the old archive nor the new one")
    if status := ended(forked(lambda: update(scene.archive, scene.folder))):
        found.append(f"the next run ended with {status}")
    if dump(scene.archive) != scene.new:
        found.append("the next run does not make the new archive")
    left = {path.name for path in scene.archive.parent.iterdir()} - {
        "archive.db",
        ".archive.db.lock",
        ".archive.db.seen",
    }
    return found + [f"{name} is left behind" for name in sorted(left)]


def killed(scene: Scene, choose: random.Random) -> list[str]:
    """SIGKILL at any moment of a run."""
    process = forked(lambda: update(scene.archive, scene.folder))
    time.sleep(choose.uniform(0, scene.seconds * 1.1))
    os.kill(process, signal.SIGKILL)
    ended(process)
    return broken(scene)


def full(scene: Scene, choose: random.Random) -> list[str]:
    """No file may grow beyond a size that is less than the archive's."""
    most = choose.randrange((scene.place / "new.db").stat().st_size)

    def run() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
        update(scene.archive, scene.folder)

    return _refused(scene, ended(forked(run)))


def _refused(scene: Scene, status: int) -> list[str]:
    """The run said so, took nothing of the old archive, and cleaned up."""
    found = [] if status == _TOLD else [f"the run ended with {status}, not with a message"]
    found += [] if dump(scene.archive) == scene.old else ["the old archive is gone"]
    found += [f"{path.name} is left behind" for path in scene.archive.parent.glob(".*draft*")]
    return found + broken(scene)


def no_room(scene: Scene, choose: random.Random) -> list[str]:
    """The archive's own disk is full; only root can make one that small."""
    if os.geteuid():
        return []
    size = (scene.place / "old.db").stat().st_size + choose.randrange((scene.place / "new.db").stat().st_size)
    disk = scene.archive.parent
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", disk], check=True)
    try:
        shutil.copyfile(scene.place / "old.db", scene.archive)
        status = ended(forked(lambda: update(scene.archive, scene.folder)))
        subprocess.run(["mount", "-o", "remount,size=1g", disk], check=True)
        return _refused(scene, status)
    finally:
        subprocess.run(["umount", disk], check=True)


def together(scene: Scene, choose: random.Random) -> list[str]:
    """Three runs at about the same time: one writes, the others are told so, or come late and find all done."""
    processes = []
    for _ in range(3):
        processes.append(forked(lambda: update(scene.archive, scene.folder)))
        time.sleep(choose.uniform(0, scene.seconds / 3))
    statuses = [ended(process) for process in processes]
    found = [] if 0 in statuses and set(statuses) <= {0, _TOLD} else [f"the runs ended with {statuses}"]
    return found + broken(scene)


def restless(scene: Scene, choose: random.Random) -> list[str]:
    """Files change, vanish and become something else while they are read; then they are as they were."""
    kept = scene.place / "kept"
    shutil.copytree(scene.folder, kept)
    process = forked(lambda: _stir(scene.folder, choose))
    statuses = [ended(forked(lambda: update(scene.archive, scene.folder))) for _ in range(2)]
    os.kill(process, signal.SIGKILL)
    ended(process)
    shutil.rmtree(scene.folder)
    kept.replace(scene.folder)
    found = [f"{name}: {place}" for name, places in check(scene.archive) for place in places]
    found += [f"the runs ended with {statuses}"] if any(statuses) else []
    ended(forked(lambda: update(scene.archive, scene.folder)))
    return found + broken(scene)


def _stir(folder: Path, choose: random.Random) -> None:
    """Do something to some file, again and again."""
    while True:
        path = folder / f"p{choose.randrange(_PAPERS)}.txt"
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)
        become = choose.choice([_half, _half, _other, _other, _folder, _pipe, _nothing])
        become(path, choose)


def _half(path: Path, choose: random.Random) -> None:
    path.write_text(paper(1)[: choose.randrange(9000)], encoding="utf-8")


def _other(path: Path, choose: random.Random) -> None:
    path.write_text(paper(choose.randrange(1000)), encoding="utf-8")


def _folder(path: Path, choose: random.Random) -> None:
    path.mkdir()


def _pipe(path: Path, choose: random.Random) -> None:
    os.mkfifo(path)


def _nothing(path: Path, choose: random.Random) -> None:
    """Leave it away."""


TRIALS = {"killed": killed, "full": full, "no_room": no_room, "together": together, "restless": restless}


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--times", metavar="N", default=200, show_default=True, help="How often a run is killed; others less.")
@click.option("--seed", default=1, show_default=True, help="The same seed, the same choices (not the same moments).")
@click.option("--only", type=click.Choice(list(TRIALS)), multiple=True, help="Only these faults.")
def main(times: int, seed: int, only: tuple[str, ...]) -> None:
    """Let things go wrong at random moments, and look whether the archive stays whole."""
    choose = random.Random(seed)
    bad = 0
    with scene() as found:
        for name in only or TRIALS:
            count = times if name == "killed" else max(1, times // 5)
            wrong = 0
            for at in range(count):
                reset(found)
                said = TRIALS[name](found, choose)
                wrong += bool(said)
                for each in said:
                    click.echo(f"{name} {at}: {each}", err=True)
            click.echo(f"{name:12}{count:6} times{count - wrong:6} whole{wrong:6} broken")
            bad += wrong
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
