"""Datasette plugin: metadata.yml describes the database `archive`; an archive in a file of another name is one too."""

from typing import Any

from datasette import hookimpl
from datasette.app import Datasette

DESCRIBED = "archive"


@hookimpl
def get_metadata(datasette: Datasette) -> dict[str, Any]:
    """The metadata of `archive`, for every other file that is served."""
    # `datasette.metadata()` would call this hook again.
    described = (datasette._metadata_local.get("databases") or {}).get(DESCRIBED)
    names = [name for name, opened in datasette.databases.items() if not opened.is_memory and name != DESCRIBED]
    return {"databases": dict.fromkeys(names, described)} if described else {}
