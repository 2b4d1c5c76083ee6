"""Sources → files, each with its place below its source and its key in the archive."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A file to read: `place` is its path below the source it was found in, with "/" between the parts."""

    place: str
    path: Path


def discover(sources: Iterable[Path]) -> list[Found]:
    """The files of all sources, in order of place; hidden ones are left out, a file reached twice counts once."""
    found: dict[Path, Found] = {}
    for source in sources:
        for path in _files(source):
            root = source if source.is_dir() else source.parent
            found.setdefault(path.resolve(), Found(path.relative_to(root).as_posix(), path))
    return sorted(found.values())


def _files(source: Path) -> Iterator[Path]:
    if not source.is_dir():
        yield source
        return
    seen: set[tuple[int, int]] = set()
    for folder, folders, names in os.walk(source, followlinks=True):
        # A link can lead back to a folder above it.
        status = Path(folder).stat()
        if (status.st_dev, status.st_ino) in seen:
            folders.clear()
            continue
        seen.add((status.st_dev, status.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(names) if not name.startswith("."))


def assign_keys(found: Sequence[Found], known: Mapping[str, str]) -> dict[Found, str]:
    """A key for each file: its place without suffix; with the suffix where another file has the same place without.

    `known` are the archive's papers: key → place.  A file that is there under its place keeps its key.
    """
    keys = {place: key for key, place in known.items()}
    taken = set(known)
    result: dict[Found, str] = {}
    for file in found:
        key = keys.pop(file.place, None) or next(name for name in _names(file.place) if name not in taken)
        taken.add(key)
        result[file] = key
    return result


def _names(place: str) -> Iterator[str]:
    path = PurePosixPath(place)
    yield str(path.with_suffix(""))
    yield place
    number = 2
    while True:
        yield f"{place}-{number}"
        number += 1
