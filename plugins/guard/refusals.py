"""How "no" is said: a page to a person, JSON to a program, a line where CSV was asked for; never a trace."""

import json
import sqlite3
import traceback
from collections.abc import Mapping
from pathlib import Path

import datasette
from datasette.app import Datasette
from datasette.database import QueryInterrupted
from datasette.utils.asgi import Base400, Forbidden, NotFound, Response
from datasette.views.base import DatasetteError
from markupsafe import Markup

from guard.addresses import Asked, Refusal

NO_TABLE = Refusal(
    400, "This query cannot be run", "Ask for it as a page or as JSON (.json for .csv) to see what SQLite says of it."
)
BUSY = Refusal(
    503, "Many people are asking at once", "Your question was not looked at yet. Try again in a few seconds."
)
OURS = Refusal(
    500, "This went wrong here", "The fault is ours, not yours. It has been written down for those who mend it."
)
UNREADABLE = Refusal(400, "This address cannot be read", "Something in it is not as the page it names expects.")
ABSENT = Refusal(404, "There is no such page", "No page of this archive has this address.")

# Datasette does not check all that stands in an address; what it stumbles over in reading one came with it.
_STUMBLES = (KeyError, OverflowError, TypeError, ValueError)


def reason(exception: Exception, seconds: float) -> Refusal:
    """What an exception means to a visitor.  `seconds`: how long a query may take."""
    if isinstance(exception, QueryInterrupted) or getattr(exception, "title", None) == "SQL Interrupted":
        return Refusal(
            400,
            "This took too long",
            f"A query is stopped after {seconds:g} seconds, so that others need not wait. "
            "Ask for less at once: add a condition, or fewer facets; or download the archive and ask it at home.",
        )
    if isinstance(exception, (sqlite3.Error, sqlite3.Warning)):
        # SQL that SQLite refuses is the visitor's mistake, also where Datasette calls it the server's.
        return Refusal(400, "This query cannot be run", f"SQLite says: {exception}.")
    if isinstance(exception, DatasetteError):
        # Text between tags: nothing that Datasette put there as HTML is needed.
        said = Markup(exception.message).striptags() if exception.message_is_html else str(exception.message)
        title = {"Invalid SQL": "This query cannot be run"}.get(exception.title, exception.title)
        # Without a status of its own it is about what was asked: "Cannot sort table by x".
        status = 400 if exception.status in (None, 500) else exception.status
        return Refusal(status, title or "This cannot be done", f"{said.rstrip('.')}.")
    if isinstance(exception, NotFound):
        said = str(exception.args[0]) if exception.args else "404"
        return ABSENT if said in ("404", "", "Database not found") else Refusal(404, "Not found", said)
    if isinstance(exception, Base400):
        return Refusal(exception.status, "This cannot be done", str(exception.args[0]))
    if isinstance(exception, Forbidden):
        return Refusal(403, "This is not open to visitors", "The archive can be read, and nothing else.")
    if isinstance(exception, _STUMBLES) and _is_datasettes_own(exception):
        return UNREADABLE
    # Datasette has written it to the log.
    return OURS


def _is_datasettes_own(exception: Exception) -> bool:
    """Whether it was raised in Datasette's own code, or in the JSON reader that it called."""
    frames = [Path(frame.filename).parent for frame in traceback.extract_tb(exception.__traceback__)]
    inner = [folder for folder in frames if folder != Path(json.__file__).parent]
    return bool(inner) and inner[-1].is_relative_to(Path(datasette.__file__).parent)


async def refuse(served: Datasette, asked: Asked, said: Refusal) -> Response:
    """The answer that says no, in the form in which the request was made."""
    headers = _headers(said)
    if asked.path.endswith(".json"):
        body = {"ok": False, "error": f"{said.title}. {said.message}", "status": said.status, "title": said.title}
        return Response.json(body, status=said.status, headers=headers)
    if asked.path.endswith((".csv", ".db", ".blob")):
        return Response.text(f"{said.title}. {said.message}\n", status=said.status, headers=headers)
    template = served.jinja_env.get_template("error.html")
    context = {
        "status": said.status,
        "title": said.title,
        "error": said.message,
        "sql": next((value for name, value in asked.arguments if name == "sql"), None),
        "path": asked.path,
        "urls": served.urls,
        "archive_names": [name for name, opened in served.databases.items() if not opened.is_memory],
        "app_css_hash": served.app_css_hash(),
    }
    return Response.html(await template.render_async(context), status=said.status, headers=headers)


def _headers(said: Refusal) -> Mapping[str, str]:
    if said.status == 405:
        return {"Allow": "GET, HEAD"}
    return {"Retry-After": "5"} if said.status == 503 else {}
