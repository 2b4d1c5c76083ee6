"""The schema's descriptions as lines of `metadata.yml`, which cog puts there so that they cannot drift."""

import json
import re

from ingest.schema import TABLE
from ingest.views import VIEWS

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
    return json.dumps(_EMPHASIS.sub(r"\1", text).replace("`", ""), ensure_ascii=False)
