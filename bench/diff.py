"""What the working tree reads otherwise than the last commit: `python -m bench.diff SOURCES [--base REV]`.

Both versions read every file of SOURCES, each in a process of its own.  What only the commit reads is a loss, what
only the working tree reads a gain; a loss and a gain under one name (a question's label, a footnote's number) are a
change, shown from the place where they part.  The commit is unpacked into a temporary folder; nothing is left behind.
"""

import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path

import click

from ingest.pipeline.discovery import discover
from ingest.pipeline.worklist import File, Worklist

ROOT = Path(__file__).parents[1]
KINDS = ("failures", "head", "questions", "answers", "links", "footnotes", "references", "notices")
# How many characters are shown on either side of where two texts part.
_AROUND = 60


class VersionError(Exception):
    """A version cannot be had or does not run; the message says why."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing read in one file, known by its name.  `around`, the source it stands in, is not compared."""

    place: str
    kind: str
    name: str
    text: str
    around: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one version reads, and the seconds it took."""

    things: tuple[Thing, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Change:
    """A thing lost (`now` None), gained (`before` None), or with another text than before."""

    before: Thing | None
    now: Thing | None

    @property
    def thing(self) -> Thing:
        """The one there is; of a change the later."""
        found = self.now or self.before
        assert found
        return found


def compare(before: Sequence[Thing], now: Sequence[Thing]) -> list[Change]:
    """What differs, in order of file, kind and name."""
    losses, gains = defaultdict(list), defaultdict(list)
    for thing in _only(before, now):
        losses[_known_by(thing)].append(thing)
    for thing in _only(now, before):
        gains[_known_by(thing)].append(thing)
    return [Change(*pair) for name in sorted({*losses, *gains}) for pair in zip_longest(losses[name], gains[name])]


def _only(these: Iterable[Thing], those: Iterable[Thing]) -> Iterator[Thing]:
    """What is here and not there, each as often as it is here more than there."""
    there = Counter(those)
    for thing in these:
        if there[thing]:
            there[thing] -= 1
        else:
            yield thing


def _known_by(thing: Thing) -> tuple[str, int, str]:
    return thing.place, KINDS.index(thing.kind), thing.name


def unpack(root: Path, revision: str, folder: Path) -> None:
    """Put the package `ingest` of a commit into a folder.  Raises VersionError."""
    command = ["git", "-C", str(root), "archive", "--format=tar", revision, "ingest"]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        raise VersionError(done.stderr.decode(errors="replace").strip())
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(folder, filter="data")


def read_with(version: Path, files: Sequence[File]) -> Reading:
    """What the `ingest` in a folder reads from the files."""
    command = [sys.executable, "-P", str(Path(__file__).with_name("dump.py"))]
    environment = {**os.environ, "PYTHONPATH": str(version), "PYTHONDONTWRITEBYTECODE": "1"}
    wanted = json.dumps([(file.place, str(file.path.resolve())) for file in files])
    done = subprocess.run(command, input=wanted, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        msg = f"The reading of {version} does not run."
        raise VersionError(msg)
    *lines, last = map(json.loads, done.stdout.splitlines())
    return Reading(tuple(Thing(**line) for line in lines), last["seconds"])


def readings(root: Path, revision: str, files: Sequence[File]) -> tuple[Reading, Reading]:
    """What a commit and the working tree of the repository `root` read.  Raises VersionError."""
    with tempfile.TemporaryDirectory() as folder:
        unpack(root, revision, Path(folder))
        return read_with(Path(folder), files), read_with(root, files)


def files_of(sources: Iterable[Path]) -> list[File]:
    """The files to read: those of folders, and files themselves."""
    with Worklist(discover(sources), ()) as work:
        return list(work.files())


def report(before: Reading, now: Reading) -> Iterator[str]:
    """The differences, line by line, then the counts of each kind and the times."""
    changes = compare(before.things, now.things)
    for change in changes:
        yield from _said(change)
    yield f"{'':12}{'before':>8}{'now':>8}{'lost':>8}{'gained':>8}{'changed':>8}"
    for kind in KINDS:
        counts = [sum(thing.kind == kind for thing in reading.things) for reading in (before, now)]
        lost, gained, changed = _counts([change for change in changes if change.thing.kind == kind])
        yield f"{kind:12}{counts[0]:8}{counts[1]:8}{lost:8}{gained:8}{changed:8}"
    yield f"{'seconds':12}{before.seconds:8.2f}{now.seconds:8.2f}"


def _counts(changes: Sequence[Change]) -> tuple[int, int, int]:
    lost = sum(change.now is None for change in changes)
    gained = sum(change.before is None for change in changes)
    return lost, gained, len(changes) - lost - gained


def _said(change: Change) -> Iterator[str]:
    yield f"{change.thing.place}: {change.thing.kind}: {change.thing.name}"
    at = _parting(change.before.text, change.now.text) if change.before and change.now else 0
    for sign, thing in (("-", change.before), ("+", change.now)):
        if thing:
            yield f"  {sign} {_shown(thing.text, at)}"
            yield from [f"      in: {' '.join(thing.around.split())}"] if thing.around else []


def _parting(one: str, other: str) -> int:
    return next(at for at, (a, b) in enumerate(zip_longest(one, other)) if a != b)


def _shown(text: str, at: int) -> str:
    start, stop = max(0, at - _AROUND), at + _AROUND
    middle = " ".join(text[start:stop].split())
    return f"{'… ' if start else ''}{middle}{' …' if stop < len(text) else ''} ({len(text)} characters)"


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("sources", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--base", metavar="REV", default="HEAD", show_default=True, help="The commit to compare with.")
def main(sources: tuple[Path, ...], base: str) -> None:
    """Show what the working tree reads otherwise than the last commit, in the files of SOURCES."""
    try:
        before, now = readings(ROOT, base, files_of(sources))
    except VersionError as error:
        raise click.ClickException(str(error)) from error
    for line in report(before, now):
        click.echo(line)


if __name__ == "__main__":
    main()
