"""Rows → a file, one writer per format.  Each writes as rows come, and holds no more than it must.

CSV is RFC 4180 in UTF-8: commas, lines end in CRLF, a quote is doubled; an empty field is null, `""` an empty text.
JSON arrays are their JSON text in CSV, arrays in NDJSON, and lists of texts in Parquet.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from pathlib import Path
from typing import Any

from arro3.core import Array, DataType, RecordBatch, RecordBatchReader, Schema, list_array
from arro3.core import Field as ArrowField
from arro3.io import write_parquet

from ingest.export.rows import Batch, Row
from ingest.export.tables import Exported, Field, Kind

_NEEDS_QUOTES = re.compile(r'[",\r\n]')
_TO_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
# Rows that a Parquet writer holds, packed, until it writes them out; a row of `texts` is a whole paper.
_GROUPS = {"texts": 2_000}
_GROUP = 100_000

Values = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its media type, its writer, and what it calls lists ("array", or "string" for their JSON text)."""

    media_type: str
    write: Callable[[Path, Exported, Iterable[Batch]], None]
    lists: str


def write_csv(path: Path, table: Exported, batches: Iterable[Batch]) -> None:
    """Write a header and a record per row."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(csv_record([field.name for field in table.fields]))
        for batch in batches:
            file.write("".join(map(csv_record, batch)))


def csv_record(values: Iterable[object]) -> str:
    r"""A record, with the end of its line.

    >>> csv_record(["29826", None, "", 'Brief over "chips", nr. 2'])
    '29826,,"","Brief over ""chips"", nr. 2"\r\n'
    """
    return ",".join(map(_csv_field, values)) + "\r\n"


def _csv_field(value: object) -> str:
    if value is None:
        return ""
    text = str(value)
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if not text or _NEEDS_QUOTES.search(text) else text


def write_ndjson(path: Path, table: Exported, batches: Iterable[Batch]) -> None:
    """Write a JSON object per line, its members in the order of the columns."""
    with path.open("w", encoding="utf-8", newline="") as file:
        for batch in batches:
            file.writelines(_TO_JSON(_object(table.fields, row)) + "\n" for row in batch)


def _object(fields: Sequence[Field], row: Row) -> dict[str, object]:
    return {field.name: _TYPED[field.kind](value) for field, value in zip(fields, row, strict=True)}


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _list(value: str | None) -> list[object] | None:
    return None if value is None else json.loads(value)


def _whole(value: object) -> int | None:
    if value is None or isinstance(value, int):
        return value
    message = f"{value!r} stands where a whole number should"
    raise ValueError(message)


_TYPED: dict[Kind, Callable[[Any], object]] = {"text": _text, "date": _text, "whole": _whole, "list": _list}


def write_parquet_file(path: Path, table: Exported, batches: Iterable[Batch]) -> None:
    """Write a Parquet file, packed with Zstandard."""
    schema = Schema([ArrowField(field.name, _ARROW[field.kind]) for field in table.fields])
    failures: list[Exception] = []
    rows = _remembering(_record_batches(schema, table.fields, batches), failures)
    try:
        reader = RecordBatchReader.from_batches(schema, rows)
        write_parquet(reader, path, compression="zstd(3)", max_row_group_size=_GROUPS.get(table.name, _GROUP))
    except Exception as error:
        # What goes wrong while rows are read comes back as a bare Exception.
        raise failures[0] if failures else error from error


def _remembering(batches: Iterator[RecordBatch], failures: list[Exception]) -> Iterator[RecordBatch]:
    try:
        yield from batches
    except Exception as error:
        failures.append(error)
        raise


def _record_batches(schema: Schema, fields: Sequence[Field], batches: Iterable[Batch]) -> Iterator[RecordBatch]:
    for batch in batches:
        columns = zip(*batch, strict=True)
        arrays = [_array(field.kind, values) for field, values in zip(fields, columns, strict=True)]
        yield RecordBatch.from_arrays(arrays, schema=schema)


def _array(kind: Kind, values: Values) -> Array:
    typed = [_TYPED[kind](value) for value in values]
    return _array_of_lists(typed) if kind == "list" else Array(typed, _ARROW[kind])


def _array_of_lists(lists: Sequence[Any]) -> Array:
    offsets = accumulate((len(items or ()) for items in lists), initial=0)
    items = [_text(item) for item in chain.from_iterable(items or () for items in lists)]
    missing = Array([items is None for items in lists], DataType.bool())
    return list_array(
        Array(list(offsets), DataType.int32()), Array(items, DataType.string()), type=_ARROW["list"], mask=missing
    )


_ARROW: dict[Kind, DataType] = {
    "text": DataType.string(),
    "date": DataType.string(),
    "whole": DataType.int64(),
    "list": DataType.list(ArrowField("item", DataType.string())),
}

# In the order in which they are written; each is also the ending of its files.
FORMATS: dict[str, Format] = {
    "csv": Format("text/csv", write_csv, "string"),
    "ndjson": Format("application/x-ndjson", write_ndjson, "array"),
    "parquet": Format("application/vnd.apache.parquet", write_parquet_file, "array"),
}
