"""The description of the files that an export writes, as a Frictionless data package: see datapackage.org/standard."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ingest.export.formats import FORMATS
from ingest.export.tables import NAME, Exported, Field, Kind, target

_ABOUT = {
    "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
    "name": NAME,
    "title": "Kamerarchief",
    "description": "Papers of the Dutch parliament, read into questions, answers, footnotes and citations. "
    "Every table and view of the archive, complete, in each format: one resource per file.",
    "licenses": [
        {
            "title": "Government publications: free to reuse unless a reservation is stated "
            "(Auteurswet, art. 11 and 15b)",
            "path": "https://wetten.overheid.nl/BWBR0001886/",
        }
    ],
    "sources": [
        {"title": "officielebekendmakingen.nl and tweedekamer.nl", "path": "https://www.officielebekendmakingen.nl/"}
    ],
}
_TYPES: dict[Kind, str] = {"text": "string", "whole": "integer", "date": "date"}


@dataclass(frozen=True, slots=True)
class File:
    """A file of an export: what it holds, and how much of it."""

    table: Exported
    format: str
    rows: int
    bytes: int
    sha256: str

    @property
    def name(self) -> str:
        """Its name in the folder, and as a resource of the package."""
        return file_name(self.table.name, self.format)


def file_name(table: str, format: str) -> str:
    """The name of the file that has a table in a format."""
    return f"{table}.{format}"


def descriptor(files: list[File], built: datetime) -> dict[str, Any]:
    """The data package of some files of an archive that was built then."""
    return {**_ABOUT, "created": built.isoformat(timespec="seconds"), "resources": [_resource(file) for file in files]}


def _resource(file: File) -> dict[str, Any]:
    return {
        "name": file.name,
        "type": "table",
        "path": file.name,
        "format": file.format,
        "mediatype": FORMATS[file.format].media_type,
        **({} if file.format == "parquet" else {"encoding": "utf-8"}),
        "description": file.table.about,
        "rows": file.rows,
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
        "schema": _schema(file),
    }


def _schema(file: File) -> dict[str, Any]:
    keys = {"primaryKey": list(file.table.key)} if file.table.key else {}
    foreign = [_foreign_key(field.name, field.references, file) for field in file.table.fields if field.references]
    fields = [_field(field, file.format) for field in file.table.fields]
    return {"fields": fields, **keys, **({"foreignKeys": foreign} if foreign else {})}


def _field(field: Field, format: str) -> dict[str, str]:
    kind = FORMATS[format].lists if field.kind == "list" else _TYPES[field.kind]
    # Parquet has dates as texts, as the archive has them.
    return {"name": field.name, "type": "string" if (format, kind) == ("parquet", "date") else kind} | {
        "description": field.about
    }


def _foreign_key(field: str, references: str, file: File) -> dict[str, Any]:
    reference = {"resource": file_name(references, file.format), "fields": [target(references)]}
    return {"fields": [field], "reference": reference}
