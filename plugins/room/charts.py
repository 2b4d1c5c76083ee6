"""Rows of the overview's queries → charts: what is drawn, and the same figures as a table."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from room.addresses import ministry_address, work_address
from room.archive import Row
from room.show import KINDS, plural
from room.specs import Spec, bars, bars_in_time, drawings, ranges, shades

# How many of each a chart has room for.
MOST_MONTHS, MOST_MINISTRIES, MOST_WORKS, MOST_PARTIES = 48, 15, 15, 12
NOT_STATED = "not stated"

# As legends and tables name kinds of papers.
_NAMES = {**KINDS, "other": "Other"}
_MONTH = re.compile(r"[12][0-9]{3}-(?:0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Cell:
    """A field of a table, with where it leads."""

    text: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: what it shows in a sentence, its drawing by width, what its colours mean, its figures."""

    name: str
    title: str
    says: str
    drawings: Mapping[str, Spec]
    columns: tuple[str, ...]
    table: tuple[tuple[Cell, ...], ...]
    # Class of the colour → what has it.
    legend: Mapping[str, str]
    left_out: str = ""


def per_month(rows: Sequence[Row]) -> Chart | None:
    """Papers by month and kind, as bars."""
    dated = [row for row in rows if _MONTH.fullmatch(row["month"] or "")]
    if not dated:
        return None
    months = _months(min(row["month"] for row in dated), max(row["month"] for row in dated))
    dated = [row for row in dated if row["month"] in set(months)]
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in dated:
        counts[row["month"]][row["kind"] if row["kind"] in KINDS else "other"] += row["papers"]
    found = set().union(*counts.values())
    colours = {kind: f"chart-{place}" for place, kind in enumerate(KINDS, 1) if kind in found}
    values = [
        {"month": month, "kind": kind, "papers": counts[month][kind], "place": place}
        for month in months
        for place, kind in enumerate(KINDS)
        if counts[month][kind]
    ]
    papers = plural(sum(row["papers"] for row in dated), "paper")
    span = "four years up to" if len(months) == MOST_MONTHS else f"months from {months[0]} to"
    return Chart(
        name="papers_per_month",
        title="Papers per month",
        says=f"{papers} in the {span} {months[-1]}, by kind.",
        drawings=drawings(lambda width: bars_in_time(width, values, months, colours)),
        columns=("Month", *(_NAMES[kind] for kind in colours)),
        table=tuple(
            (Cell(month), *(Cell(_number(counts[month][kind])) for kind in colours)) for month in reversed(months)
        ),
        legend={colour: _NAMES[kind] for kind, colour in colours.items()},
    )


def _months(first: str, last: str) -> list[str]:
    """All months up to the last, also those without papers; as many as there is room for."""
    numbers = [int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last)]
    first_shown = max(numbers[0], numbers[1] - MOST_MONTHS + 1)
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(first_shown, numbers[1] + 1)]


def answer_times(rows: Sequence[Row]) -> Chart | None:
    """Days from question to answer by ministry, against the terms, as ranges with the middle marked."""
    if not rows:
        return None
    shown = sorted(rows, key=lambda row: -row["papers"])[:MOST_MINISTRIES]
    shown.sort(key=lambda row: row["half_within"])
    values = [{**row, "ministry": row["ministry"] or NOT_STATED} for row in shown]
    papers, soon, later = (sum(row[name] for row in rows) for name in ("papers", "within_3_weeks", "within_6_weeks"))
    return Chart(
        name="days_to_answer_by_ministry",
        title="Days to answer, by ministry",
        says=f"Of {plural(papers, 'paper')} with both dates, {_share(soon, papers)} came within three weeks, "
        f"{_share(soon + later, papers)} within six.",
        drawings=drawings(lambda width: ranges(width, values)),
        columns=("Ministry", "Papers", "Half within", "Nine in ten within", "In 3 weeks", "In 6 weeks", "Later"),
        table=tuple(
            (
                _ministry(row["ministry"]),
                Cell(_number(row["papers"])),
                Cell(plural(row["half_within"], "day")),
                Cell(plural(row["nine_in_ten_within"], "day")),
                *(Cell(_number(row[name])) for name in ("within_3_weeks", "within_6_weeks", "later")),
            )
            for row in shown
        ),
        legend={"chart-middle": "half answered within", "chart-box": "middle half", "chart-range": "up to nine in ten"},
        left_out=_left_out(len(rows) - len(shown), "ministry", "ministries"),
    )


def most_cited(rows: Sequence[Row]) -> Chart | None:
    """The works that are cited most, as bars."""
    shown = rows[:MOST_WORKS]
    if not shown:
        return None
    values = [{**row, "place": "here" if row["document"] else "elsewhere"} for row in shown]
    return Chart(
        name="most_cited_papers",
        title="Most cited papers",
        says=f"{shown[0]['work']} is cited most: {plural(shown[0]['times_cited'], 'time')}, "
        f"by {plural(shown[0]['cited_by_papers'], 'paper')}.",
        drawings=drawings(lambda width: bars(width, values, {"here": "chart-1", "elsewhere": "chart-2"})),
        columns=("Work", "Times cited", "By papers", "Here", "Dossier"),
        table=tuple(
            (
                Cell(row["work"], work_address(row["work"])),
                Cell(_number(row["times_cited"])),
                Cell(_number(row["cited_by_papers"])),
                Cell("yes" if row["document"] else "no"),
                Cell(row["dossier_title"] or ""),
            )
            for row in shown
        ),
        legend={"chart-1": "in this archive", "chart-2": "only cited"},
    )


def who_asks_whom(rows: Sequence[Row]) -> Chart | None:
    """Papers by the party that asks and the ministry that answers, as a table of shades."""
    if not rows:
        return None
    cells = {(row["party"], row["ministry"] or NOT_STATED): row["papers"] for row in rows}
    parties, more_parties = _largest(cells, 0, MOST_PARTIES)
    ministries, more_ministries = _largest(cells, 1, MOST_MINISTRIES)
    values = [
        {"party": party, "ministry": ministry, "papers": papers}
        for (party, ministry), papers in cells.items()
        if party in parties and ministry in ministries
    ]
    top = rows[0]
    left_out = (
        _left_out(more_parties, "party", "parties"),
        _left_out(more_ministries, "ministry", "ministries"),
    )
    return Chart(
        name="who_asks_whom",
        title="Who asks whom",
        says=f"{top['party']} asks {top['ministry'] or 'ministries that are not stated'} most: "
        f"{plural(top['papers'], 'paper')}. A paper of several parties counts for each. "
        "The stronger the colour, the more papers.",
        drawings=drawings(lambda width: shades(width, values, parties, ministries)),
        columns=("Ministry", *parties),
        table=tuple(
            (_ministry(ministry), *(Cell(_number(cells.get((party, ministry), 0))) for party in parties))
            for ministry in ministries
        ),
        legend={},
        left_out=" and ".join(filter(None, left_out)),
    )


def _largest(cells: Mapping[tuple[str, str], int], side: int, most: int) -> tuple[list[str], int]:
    """The parties or ministries with most papers, and how many more there are."""
    totals: Counter[str] = Counter()
    for pair, papers in cells.items():
        totals[pair[side]] += papers
    names = sorted(totals, key=lambda name: (-totals[name], name))
    return names[:most], max(0, len(names) - most)


def _ministry(name: str | None) -> Cell:
    return Cell(name, ministry_address(name)) if name and name != NOT_STATED else Cell(NOT_STATED)


def _number(count: int) -> str:
    return f"{count:,}" if count else "–"


def _share(part: int, whole: int) -> str:
    """A share of papers: in percent, where there are enough of them for that to mean anything."""
    return f"{part / whole:.0%}" if whole >= 20 else _number(part)


def _left_out(count: int, one: str, many: str) -> str:
    return plural(count, f"more {one}", f"more {many}") if count > 0 else ""
