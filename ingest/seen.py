"""What was in a file when it looked as it does now: digests that need not be worked out again.

A file with the size, times and inode that it had is taken to hold the bytes that it held.  Among the times is that of
its last change of status (ctime), which no program can set back; and as the clocks of file systems tick slowly,
nothing is remembered of a file that was changed within the last seconds before it was looked at.  What is remembered
stands beside the archive, and may be thrown away at any time.
"""

import json
import os
import time
from contextlib import suppress
from pathlib import Path

from ingest.read import digest

# Coarser than the clock of any file system in use.
_SETTLED_NS = 3_000_000_000

# Size, time of the last change of content, and of status.
Look = list[int]


class Seen:
    """The digests of files as far as their looks tell; `memory` is the file that holds them between runs."""

    def __init__(self, memory: Path) -> None:
        self._memory = memory
        # By device and inode: a file keeps them under another name.
        self._digests: dict[str, tuple[Look, str]] = _load(memory)
        self._looks: dict[Path, tuple[str, Look]] = {}
        self._is_new = False

    def digest(self, path: Path) -> str:
        """The SHA-256 of a file's bytes, remembered or worked out; empty where it cannot be read."""
        self.look(path)
        inode, look = self._looks.get(path, ("", []))
        known = self._digests.get(inode)
        if known and known[0] == look:
            return known[1]
        found = digest(path)
        self.remember(path, found)
        return found

    def look(self, path: Path) -> None:
        """See how a file looks; to be called before it is read."""
        now = time.time_ns()
        self._looks.pop(path, None)
        try:
            status = path.stat()
        except OSError:
            return
        if max(status.st_mtime_ns, status.st_ctime_ns) < now - _SETTLED_NS:
            look = [status.st_size, status.st_mtime_ns, status.st_ctime_ns]
            self._looks[path] = f"{status.st_dev}:{status.st_ino}", look

    def remember(self, path: Path, sha256: str) -> None:
        """Note the digest of the bytes that were read since the file was looked at."""
        if path in self._looks and sha256:
            inode, look = self._looks.pop(path)
            self._digests[inode] = look, sha256
            self._is_new = True

    def keep(self) -> None:
        """Write down what is remembered; where that cannot be, it is worked out again next time."""
        draft = self._memory.with_name(f"{self._memory.name}.draft")
        with suppress(OSError):
            if self._is_new:
                draft.write_text(json.dumps(self._digests), "utf-8")
                draft.replace(self._memory)
        with suppress(OSError):
            # Also what a run that was killed left.
            draft.unlink(missing_ok=True)


def memory_of(archive: Path) -> Path:
    """Where the digests of the files of an archive are remembered."""
    archive = Path(os.path.realpath(archive))
    return archive.with_name(f".{archive.name}.seen")


def _load(memory: Path) -> dict[str, tuple[Look, str]]:
    try:
        found = json.loads(memory.read_text("utf-8"))
        return {inode: ([int(time) for time in look], str(sha256)) for inode, (look, sha256) in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
