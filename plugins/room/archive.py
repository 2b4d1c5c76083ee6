"""The archive that is served, and rows of it."""

from dataclasses import dataclass
from typing import Any

from datasette.app import Datasette
from datasette.database import Database
from datasette.utils.asgi import NotFound

Row = dict[str, Any]

# Where several files are served, the pages are those of this one; otherwise of the only one.
PREFERRED = "archive"


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


def served(datasette: Datasette) -> Archive:
    """The archive that is served.  Raises NotFound where there is none."""
    found = archive_of(datasette)
    if found is None:
        message = "No archive is served here."
        raise NotFound(message)
    return found
