"""The archive that is served, and rows of it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from datasette.app import Datasette
from datasette.database import Database
from datasette.utils.asgi import NotFound

Row = dict[str, Any]

# Where several files are served, the pages are those of this one; otherwise of the only one.
PREFERRED = "archive"
MOST_KEPT = 4


@dataclass(frozen=True, slots=True)
class Archive:
    """The archive whose papers the pages show."""

    datasette: Datasette
    database: Database

    async def rows(self, sql: str, **parameters: object) -> list[Row]:
        """All rows of a query."""
        found = await self.database.execute(sql, parameters)
        return [dict(row) for row in found.rows]

    async def row(self, sql: str, **parameters: object) -> Row | None:
        """The first row of a query, or None."""
        return next(iter(await self.rows(sql, **parameters)), None)

    @property
    def name(self) -> str:
        """The name under which Datasette serves it."""
        return str(self.database.name)


def archive_of(datasette: Datasette) -> Archive | None:
    """The archive among the databases that are served; None where there is none."""
    served = [opened for opened in datasette.databases.values() if not opened.is_memory]
    preferred = [opened for opened in served if opened.name == PREFERRED]
    return next((Archive(datasette, opened) for opened in [*preferred, *served]), None)


@dataclass(frozen=True, slots=True)
class Kept:
    """What is worked out once for an archive: its file does not change while it is served.  The last few are kept."""

    made: dict[tuple[Path, int, int], Row] = field(default_factory=dict)

    def get(self, archive: Archive) -> Row | None:
        """What was made of this file, as it is now."""
        return self.made.get(_state(archive))

    def put(self, archive: Archive, made: Row) -> None:
        """Keep what was made of this file."""
        self.made[_state(archive)] = made
        while len(self.made) > MOST_KEPT:
            del self.made[next(iter(self.made))]


def _state(archive: Archive) -> tuple[Path, int, int]:
    path = Path(str(archive.database.path))
    found = path.stat()
    return path, found.st_mtime_ns, found.st_size


def served(datasette: Datasette) -> Archive:
    """The archive that is served.  Raises NotFound where there is none."""
    found = archive_of(datasette)
    if found is None:
        message = "No archive is served here."
        raise NotFound(message)
    return found
