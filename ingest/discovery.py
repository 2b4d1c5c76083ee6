"""Sources → files, each with its place below its source."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: `place` is its path below the source it was found in, `real` where it is without any links."""

    place: str
    path: Path
    real: str


def discover(sources: Iterable[Path]) -> Iterator[Found]:
    """The files of all sources; hidden ones are left out, a file that is reached twice comes twice.

    A folder that may not be listed stands for itself.
    """
    for source in sources:
        for path in _files(source):
            root = source if source.is_dir() and path != source else source.parent
            yield Found(_place(path.relative_to(root)), path, os.path.realpath(path))


def _place(path: Path) -> str:
    """A path as text; a name that is not text shows its odd bytes as "\\xef"."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _files(source: Path) -> Iterator[Path]:
    if not source.is_dir():
        yield source
        return
    seen: set[tuple[int, int]] = set()
    closed: list[Path] = []
    for folder, folders, names in os.walk(
        source, followlinks=True, onerror=lambda error: closed.append(Path(error.filename))
    ):
        # A link can lead back to a folder above it.
        try:
            status = Path(folder).stat()
        except OSError:  # It went while it was listed.
            closed.append(Path(folder))
            continue
        if (status.st_dev, status.st_ino) in seen:
            folders.clear()
            continue
        seen.add((status.st_dev, status.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(names) if not name.startswith("."))
    # Folders that may not be listed go on as they are, so that reading them says why.
    yield from closed


def size(path: Path) -> int:
    """The bytes of a file; 0 where the system does not tell."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
