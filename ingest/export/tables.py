"""What is exported: the archive's tables and views, and what the values of each column are."""

from dataclasses import dataclass
from typing import Literal

from ingest.archive.schema import TABLE, TABLES
from ingest.archive.table import Column
from ingest.archive.views import VIEWS, View

# The data package, by which a folder of ours is known, and the file in it that describes the others.
NAME = "kamerarchief"
FILE = "datapackage.json"

# "whole": a whole number; "date": year-month-day; "list": a JSON array.
Kind = Literal["text", "whole", "date", "list"]

# Columns are known by their names, which mean the same in every table and view.
_LISTS = frozenset(["numbers", "asked_by", "parties", "answered_by"])
_DATES = frozenset(["date", "asked_on", "answered_on", "cited_on", "first_cited", "last_cited"])
# Question `1a` has no whole number, and a column has one kind.
_LETTERED = frozenset(["number"])
_WHOLE = frozenset(column.name for table in TABLES for column in table.columns if column.type is int) - _LETTERED


@dataclass(frozen=True, slots=True)
class Field:
    """A column: `references` names the table whose key its values are."""

    name: str
    kind: Kind
    about: str
    references: str | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """A table or view; `key` is empty for a view."""

    name: str
    about: str
    fields: tuple[Field, ...]
    key: tuple[str, ...] = ()


def kind_of(column: str) -> Kind:
    """What the values of a column are.

    >>> kind_of("parties"), kind_of("answered_on"), kind_of("start"), kind_of("number")
    ('list', 'date', 'whole', 'text')
    """
    kinds: tuple[tuple[Kind, frozenset[str]], ...] = (("list", _LISTS), ("date", _DATES), ("whole", _WHOLE))
    return next((kind for kind, names in kinds if column in names), "text")


def _of_table(name: str, about: str, columns: tuple[Column, ...], key: tuple[str, ...]) -> Exported:
    fields = (Field(column.name, kind_of(column.name), column.about, column.references) for column in columns)
    return Exported(name, about, tuple(fields), key)


def _of_view(view: View) -> Exported:
    return Exported(view.name, view.about, tuple(Field(name, kind_of(name), about) for name, about in view.columns))


EXPORTED: tuple[Exported, ...] = (
    *(_of_table(table.name, table.about, table.columns, table.key) for table in TABLES),
    *(_of_view(view) for view in VIEWS),
)


def target(references: str) -> str:
    """The key of the table that a field's values are keys of."""
    return TABLE[references].key[0]
