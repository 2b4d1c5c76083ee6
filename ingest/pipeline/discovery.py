"""Sources → files, each with its place below its source."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: `place` is its path below the source it was found in, `real` where it is without any links.

    A folder that may not be listed stands for itself, so that reading it says why; `closed` is what the places of the
    files below it begin with.
    """

    place: str
    path: str
    real: str
    closed: str | None = None


def discover(sources: Iterable[Path]) -> Iterator[Found]:
    """The files of all sources; hidden ones are left out, a file that is reached twice comes twice."""
    for source in sources:
        if source.is_dir():
            yield from _below(source)
        else:
            yield Found(_text(source.name), str(source), os.path.realpath(source))


def _below(source: Path) -> Iterator[Found]:
    seen: set[tuple[int, int]] = set()
    closed: list[str] = []
    for folder, folders, names in os.walk(
        source, followlinks=True, onerror=lambda error: closed.append(error.filename)
    ):
        # A link can lead back to a folder above it.
        try:
            status = Path(folder).stat()
        except OSError:  # It went while it was listed.
            closed.append(folder)
            continue
        if (status.st_dev, status.st_ino) in seen:
            folders.clear()
            continue
        seen.add((status.st_dev, status.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from _in(folder, _beginning(source, folder), sorted(names))
    for folder in closed:
        beginning = _beginning(source, folder)
        yield Found(beginning.removesuffix("/") or _text(source.name), folder, os.path.realpath(folder), beginning)


def _in(folder: str, beginning: str, names: Iterable[str]) -> Iterator[Found]:
    """The files of those names in a folder."""
    real = os.path.realpath(folder)
    for name in names:
        if not name.startswith("."):
            # As text: of a hundred thousand, a Path each takes longer than the rest.
            path = f"{folder}/{name}"
            # Only a link can lead elsewhere from here.
            is_link = os.path.islink(path)  # noqa: PTH114
            yield Found(beginning + _text(name), path, os.path.realpath(path) if is_link else f"{real}/{name}")


def _beginning(source: Path, folder: str) -> str:
    """What the places of the files in a folder begin with."""
    place = _text(Path(folder).relative_to(source).as_posix())
    return "" if place == "." else f"{place}/"


def _text(path: str) -> str:
    """A path as text; a name that is not text shows its odd bytes as "\\xef"."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def size(path: Path) -> int:
    """The bytes of a file; 0 where the system does not tell."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
