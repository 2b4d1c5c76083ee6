"""The files that `kamerarchief export` wrote, where they are served."""

import json
import mimetypes
from datetime import UTC, datetime
from pathlib import Path

from datasette.app import Datasette

from ingest.archive.schema import TABLE
from ingest.export.tables import FILE, NAME
from ingest.serve.instance import EXPORTS
from room.archive import Archive, Row

# Datasette asks this table what a file is.
mimetypes.add_type("application/x-ndjson", ".ndjson")
mimetypes.add_type("application/vnd.apache.parquet", ".parquet")


def exports(datasette: Datasette, archive: Archive) -> Row:
    """What there is to take away: each table and view with its files; `tables` is empty where none were made."""
    package = _package(datasette)
    tables: dict[str, Row] = {}
    for resource in package.get("resources", ()):
        name, _, format = resource["name"].rpartition(".")
        about = {"name": name, "view": name not in TABLE, "about": resource["description"], "rows": resource["rows"]}
        table = tables.setdefault(name, {**about, "files": []})
        address = f"/{EXPORTS}/{resource['path']}"
        table["files"].append({"format": format, "address": address, "bytes": resource["bytes"]})
    made_of, served = package.get("created"), built(archive).isoformat(timespec="seconds")
    return {
        "package": f"/{EXPORTS}/{FILE}" if tables else None,
        "formats": list(dict.fromkeys(file["format"] for table in tables.values() for file in table["files"])),
        "made_of": made_of,
        "served": served,
        "outdated": bool(made_of) and made_of != served,
        "tables": list(tables.values()),
    }


def built(archive: Archive) -> datetime:
    """When the archive was built."""
    return datetime.fromtimestamp(Path(str(archive.database.path)).stat().st_mtime, UTC)


def _package(datasette: Datasette) -> Row:
    """What an export said of its files; nothing where there is none."""
    folder = dict(datasette.static_mounts).get(EXPORTS)
    try:
        found = json.loads((Path(folder) / FILE).read_text("utf-8")) if folder else None
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) and found.get("name") == NAME else {}
