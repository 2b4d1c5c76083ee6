"""Datasette plugin: how values are shown on pages.  JSON and CSV give them as they are."""

import json
from typing import get_args

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils import tilde_encode
from markupsafe import Markup, escape

from ingest.archive.schema import TABLE, TABLES
from ingest.model import Role

# Columns of views and queries that hold keys, by the names they have in the tables: column → table.
KEYS = {column.name: column.references for table in TABLES for column in table.columns if column.references} | {
    "cited_document": "documents",
    "reference": "references",
}
# A work can stand in a dossier that the archive has no paper of.
del KEYS["dossier"]

ROLES = set(get_args(Role))
LONGEST_KEY = 200
LONGEST_LABEL = 80

# Queries put these around the words that were found: no paper has them.
FOUND, END = "⟦", "⟧"


@hookimpl
def render_cell(value: object, column: str, table: str | None, database: str, datasette: Datasette) -> Markup | None:
    """The value as HTML, or None where Datasette's own way is good."""
    key, label = (value["value"], value["label"]) if isinstance(value, dict) else (value, None)
    if not isinstance(key, str) or not key:
        return None
    target = _table_of(column, table)
    if target and len(key) <= LONGEST_KEY and "\n" not in key:
        return _link(f"{datasette.urls.table(database, target)}/{tilde_encode(key)}", key, label)
    return _text(key, column)


def _table_of(column: str, table: str | None) -> str | None:
    """The table that a column's values are keys of."""
    if table in TABLE:
        return next((known.references for known in TABLE[table].columns if known.name == column), None)
    return KEYS.get(column)


def _text(value: str, column: str) -> Markup | None:
    if column == "role" and value in ROLES:
        return Markup('<span class="role role-{0}">{0}</span>').format(value)
    if FOUND in value:
        return Markup(str(escape(value)).replace(FOUND, "<mark>").replace(END, "</mark>"))
    return _list(value)


def _link(url: str, key: str, label: str | None) -> Markup:
    """A link to a row; a label that is a whole question is cut."""
    if not label or label == key:
        return Markup('<a class="key" href="{}">{}</a>').format(url, key)
    short = label if len(label) <= LONGEST_LABEL else label[:LONGEST_LABEL].rsplit(" ", 1)[0] + " …"
    return Markup('<a href="{}">{}</a> <em class="key">{}</em>').format(url, short, key)


def _list(value: str) -> Markup | None:
    """A JSON array of strings, with commas."""
    if not value.startswith('["'):
        return None
    try:
        items = json.loads(value)
    except ValueError:
        return None
    return Markup(escape(", ".join(map(str, items))))
