"""The schema and the stages as text for `metadata.yml` and the README, which cog puts there so that it cannot drift."""

import json
import re

import ingest
from ingest.archive.schema import TABLE, TABLES
from ingest.archive.views import VIEWS

_EMPHASIS = re.compile(r"\*(\w[^*]*)\*")


def describe(name: str, indent: str = " " * 8) -> str:
    """The description of the table or view `name` and of its columns, as YAML lines that start with `indent`.

    Raises KeyError if there is no such table or view.
    """
    about, columns = _texts(name)
    lines = [f"description: {_scalar(about)}", "columns:"]
    lines += [f"  {column}: {_scalar(text)}" for column, text in columns]
    return "\n".join(indent + line for line in lines)


def _texts(name: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    views = {view.name: (view.about, view.columns) for view in VIEWS}
    if name in views:
        return views[name]
    return TABLE[name].about, tuple((column.name, column.about) for column in TABLE[name].columns)


def _scalar(text: str) -> str:
    """Datasette shows descriptions as they are: Markdown's marks go out.

    >>> _scalar("The *vergaderjaar*, such as `2025-2026`.")
    '"The vergaderjaar, such as 2025-2026."'
    """
    # A JSON string is a YAML string.
    return json.dumps(_plain(text), ensure_ascii=False)


def schema() -> str:
    """Every table and view with its columns, as Markdown."""
    parts = [
        _table(table.name, table.about, [(column.name, column.about) for column in table.columns]) for table in TABLES
    ]
    views = [_table(f"{view.name} (view)", view.about, list(view.columns)) for view in VIEWS]
    return "\n".join([*parts, *views])


def _table(name: str, about: str, columns: list[tuple[str, str]]) -> str:
    rows = [f"| `{column}` | {text} |" for column, text in columns]
    return "\n".join(
        [
            f"<details><summary><b>{name}</b>: {_plain(about)}</summary>\n",
            "| column | |",
            "|---|---|",
            *rows,
            "",
            "</details>",
        ]
    )


def stages() -> str:
    """The modules of the pipeline in order, as a Markdown table."""
    lines = (line.split(maxsplit=1) for line in (ingest.__doc__ or "").splitlines() if line.startswith("    "))
    return "\n".join(["| module | its job |", "|---|---|", *(f"| `{name}` | {job} |" for name, job in lines)])


def _plain(text: str) -> str:
    return _EMPHASIS.sub(r"\1", text).replace("`", "")
