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
    """The files of all sources, in order of place; hidden ones are left out, a file reached twice counts once.

    A folder that may not be listed stands for itself.
    """
    found: dict[str, Found] = {}
    for source in sources:
        for path in _files(source):
            root = source if source.is_dir() and path != source else source.parent
            file, real = Found(_place(path.relative_to(root)), path), os.path.realpath(path)
            # Where one source lies in another, the outer one gives the place, whichever comes first.
            if real not in found or _depth(file) > _depth(found[real]):
                found[real] = file
    return sorted(found.values())


def _depth(file: Found) -> tuple[int, str]:
    return file.place.count("/"), file.place


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


def assign_keys(found: Sequence[Found], known: Mapping[str, str]) -> dict[Found, str]:
    """A key for each file: its place without suffix; with the suffix where another file has the same place without.

    `known` are the archive's papers: key → place.  A file that is there under its place keeps its key.
    """
    keys: dict[str, list[str]] = {}
    for key in sorted(known, key=lambda key: (-len(key), key)):
        keys.setdefault(known[key], []).append(key)
    taken = set(known)
    result: dict[Found, str] = {}
    for file in found:
        own = keys.get(file.place)
        key = own.pop() if own else next(name for name in _names(file.place) if name not in taken)
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
