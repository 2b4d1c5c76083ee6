"""The overview: what an archive holds, in charts, each drawn from a query of metadata.yml."""

import asyncio
from collections.abc import Callable, Sequence

from datasette.database import QueryInterrupted

from room import charts, queries
from room.archive import Archive, Kept, Row
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

_KEPT = Kept()


async def overview(archive: Archive) -> Row:
    """The charts with their figures."""
    made = _KEPT.get(archive)
    if made is None:
        made = await _overview(archive)
        if all(chart["whole"] for chart in made["charts"]):
            _KEPT.put(archive, made)
    return made


async def _overview(archive: Archive) -> Row:
    counts = await archive.row(queries.COUNTS)
    found = await asyncio.gather(*(_rows(archive, name) for name in CHARTS))
    made = [CHARTS[name](rows or []) for name, rows in zip(CHARTS, found, strict=True)]
    specs = [spec for chart in made if chart for spec in chart.drawings.values()]
    drawn = iter(await asyncio.to_thread(draw, specs))
    shown = []
    for name, rows, chart in zip(CHARTS, found, made, strict=True):
        svg = {width: next(drawn, "") for width in chart.drawings} if chart else {}
        # A query that took too long, or a chart that could not be drawn, is tried again.
        whole = rows is not None and all(svg.values())
        shown.append({"name": name, "rows": rows, "chart": chart, "svg": svg, "whole": whole})
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
