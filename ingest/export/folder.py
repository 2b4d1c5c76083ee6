"""A folder of exports, replaced as a whole or not at all.

The files are written into a folder beside it, which takes its place when all of them are safe on disk.
"""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.archive.store import lock, sync
from ingest.export.tables import FILE, NAME


class ExportError(Exception):
    """A folder that cannot be used, and why; `str()` names it."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """Give an empty folder to write into; when the block ends well, it takes the place of `folder`.

    Raises ExportError where something else is there, it cannot be written, or another export is writing it.
    """
    # A folder reached by a link stays where it is.
    folder = Path(os.path.realpath(folder))
    draft, old = (folder.with_name(f".{folder.name}.{word}") for word in ("draft", "old"))
    try:
        with _locked(folder):
            _restore(folder, old)
            check_ours(folder)
            _remove(draft)
            draft.mkdir()
            try:
                yield draft
                for path in [*draft.iterdir(), draft]:
                    sync(path)
                _put_in_place(draft, folder, old)
            finally:
                _remove(draft)
    except OSError as error:
        raise ExportError(folder, f"cannot be written ({error.strerror or error})") from error


def check_ours(folder: Path) -> None:
    """Raise ExportError if the folder holds anything that no export wrote."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise ExportError(folder, "is a file, not a folder")
    others = sorted({path.name for path in folder.iterdir()} - _written(folder))
    if others:
        raise ExportError(folder, f"holds {others[0]}, which no export wrote; it is left as it is")


def _written(folder: Path) -> set[str]:
    """The files that an export wrote there, by the description that it left."""
    try:
        said = json.loads((folder / FILE).read_text("utf-8"))
        return {FILE, *(resource["path"] for resource in said["resources"])} if said["name"] == NAME else set()
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _restore(folder: Path, old: Path) -> None:
    """Undo what an export that was killed between two renames left."""
    if old.exists() and not folder.exists():
        old.rename(folder)
    _remove(old)


def _put_in_place(draft: Path, folder: Path, old: Path) -> None:
    if folder.exists():
        folder.rename(old)
    draft.rename(folder)
    _remove(old)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    try:
        held = lock(folder)
    except BlockingIOError as error:
        raise ExportError(folder, "is being written by another export; try again when that is done") from error
    with held:
        yield
