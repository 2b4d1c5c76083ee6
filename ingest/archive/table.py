"""What a table of the archive is made of, and what each column holds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `references` names the table its values are keys of."""

    name: str
    type: type
    about: str
    references: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns in order, its key, the columns people search in, and its further indexes.

    `sparse` columns are mostly empty, and have an index without the empty ones; an outer join cannot use it.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    search: tuple[str, ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()
    sparse: tuple[str, ...] = ()
