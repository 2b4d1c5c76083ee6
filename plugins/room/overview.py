"""The overview: what an archive holds, in charts, each drawn from a query of metadata.yml."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from datasette.database import QueryInterrupted

from room import charts, queries
from room.archive import Archive, Row
from room.charts import Chart
from room.drawing import draw

# Query → the chart of its rows, in the order of the page.
CHARTS: dict[str, Callable[[Sequence[Row]], Chart | None]] = {
    "papers_per_month": charts.per_month,
    "days_to_answer_by_ministry": charts.answer_times,
    "most_cited_papers": charts.most_cited,
    "who_asks_whom": charts.who_asks_whom,
}
# What is said where there is nothing to draw.
NOTHING = {
    "papers_per_month": "No paper of this archive bears a date.",
    "days_to_answer_by_ministry": "No paper of this archive states both when it was asked and when it was answered.",
    "most_cited_papers": "No paper of this archive cites another.",
    "who_asks_whom": "No paper of this archive says which party asks.",
}

# Archive → its overview: the file does not change while it is served.
_KEPT: dict[tuple[Path, int, int], Row] = {}
_MOST_KEPT = 4


async def overview(archive: Archive) -> Row:
    """The charts with their figures; drawn once for an archive."""
    path = Path(str(archive.database.path))
    stat = path.stat()
    key = (path, stat.st_mtime_ns, stat.st_size)
    if key not in _KEPT:
        made = await _overview(archive)
        while len(_KEPT) >= _MOST_KEPT:
            del _KEPT[next(iter(_KEPT))]
        _KEPT[key] = made
    return _KEPT[key]


async def _overview(archive: Archive) -> Row:
    counts = await archive.row(queries.COUNTS)
    found = await asyncio.gather(*(_rows(archive, name) for name in CHARTS))
    made = [None if rows is None else CHARTS[name](rows) for name, rows in zip(CHARTS, found, strict=True)]
    specs = [spec for chart in made if chart for spec in chart.drawings.values()]
    drawn = iter(await asyncio.to_thread(partial(draw, specs)))
    shown = []
    for name, rows, chart in zip(CHARTS, found, made, strict=True):
        svg = {width: next(drawn, "") for width in chart.drawings} if chart else {}
        shown.append({"name": name, "rows": rows or [], "chart": chart, "svg": svg, "interrupted": rows is None})
    return {"counts": counts, "charts": shown}


async def _rows(archive: Archive, name: str) -> list[Row] | None:
    """The rows of a query of metadata.yml without parameters; None where it takes too long."""
    query = await archive.datasette.get_canned_query(archive.name, name, None)
    if query is None:
        return []
    try:
        return await archive.rows(query["sql"], **dict.fromkeys(query.get("params", []), ""))
    except QueryInterrupted:
        return None
