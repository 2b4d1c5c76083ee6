"""Figures → what is drawn of them, as Vega-Lite.

A chart is drawn twice, for wide pages and for telephones.  Its colours are those of static/room.css, so that one
drawing serves light pages and dark ones.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from room.archive import Row

Spec = dict[str, Any]

# The terms in which the House expects an answer, in days: three weeks, and six after one postponement.
TERMS = (21, 42)

# How many pixels a drawing has, axes included.
WIDTHS = {"wide": 620, "narrow": 330}


def drawings(draw: Callable[[int], Spec]) -> dict[str, Spec]:
    """A chart in each of the widths."""
    return {name: draw(width) for name, width in WIDTHS.items()}


def bars_in_time(width: int, values: Sequence[Row], months: Sequence[str], colours: Mapping[str, str]) -> Spec:
    """A bar for each month, of a stretch for each kind in its colour; `values` have month, kind, place, papers."""
    # Few bars are not blown up to the width of the page.
    return _spec(
        min(width, 60 + 70 * len(months)),
        220,
        values,
        mark={"type": "bar"},
        encoding={
            "x": _rows("month", months, values=_labelled(months, width // 62), labelAngle=0),
            "y": {**_counts("papers", values), "stack": "zero"},
            "order": {"field": "place"},
            "color": _colour("kind", colours),
        },
    )


def _labelled(months: Sequence[str], room: int) -> list[str]:
    """The months that have a label: all, or those that quarters, halves, years begin with."""
    step = next((step for step in (1, 2, 3, 6) if len(months) <= room * step), 12)
    return [month for month in months if (int(month[5:]) - 1) % step == 0]


def ranges(width: int, values: Sequence[Row]) -> Spec:
    """For each ministry the days in which a quarter, half, three quarters and nine in ten are answered."""
    ministry = _rows("ministry", ticks=False, labelLimit=0.42 * width)
    longest = max([TERMS[-1] + 7, *(value["nine_in_ten_within"] for value in values)])
    days = {
        "type": "quantitative",
        "scale": {"domain": [0, longest], "nice": False},
        "axis": {"title": "days", "tickCount": 5, "format": "d"},
    }

    def layer(mark: Spec, first: str, second: str = "") -> Spec:
        stop = {"x2": {"field": second}} if second else {}
        return {"mark": mark, "encoding": {"y": ministry, "x": {"field": first, **days}, **stop}}

    return _spec(
        width,
        {"step": 26},
        values,
        layer=[
            _terms(),
            layer({"type": "rule", "stroke": "var(--muted)", "strokeWidth": 2}, "fastest", "nine_in_ten_within"),
            layer({"type": "bar", "height": 12, "fill": "var(--chart-box)"}, "quarter_within", "three_quarters_within"),
            layer({"type": "circle", "fill": "var(--chart-1)", "size": 80, "opacity": 1}, "half_within"),
        ],
    )


def _terms() -> Spec:
    line = {"type": "rule", "stroke": "var(--doubt)", "strokeDash": [5, 4], "strokeWidth": 1.5}
    name = {"type": "text", "fill": "var(--doubt)", "fontSize": 12, "y": -8}
    return {
        "data": {"values": [{"days": days, "term": f"{days // 7} weeks"} for days in TERMS]},
        "encoding": {"x": {"field": "days", "type": "quantitative"}},
        "layer": [{"mark": line}, {"mark": name, "encoding": {"text": {"field": "term"}}}],
    }


def bars(width: int, values: Sequence[Row], colours: Mapping[str, str]) -> Spec:
    """A bar for each work; `values` have work, times_cited, and the place that gives the colour."""
    return _spec(
        width,
        {"step": 24},
        values,
        mark={"type": "bar", "height": 15},
        encoding={
            "y": _rows("work", ticks=False, labelLimit=0.42 * width),
            "x": _counts("times_cited", values, orient="top"),
            "color": _colour("place", colours),
        },
    )


def shades(width: int, values: Sequence[Row], parties: Sequence[str], ministries: Sequence[str]) -> Spec:
    """A field for each party and ministry; `values` have both, and the papers that make it dark."""
    return _spec(
        {"step": max(13, min(30, int(0.46 * width / len(parties))))},
        {"step": 26},
        values,
        autosize={"type": "pad", "contains": "padding"},
        mark={"type": "rect", "fill": "var(--chart-1)", "stroke": "var(--paper)", "strokeWidth": 2},
        encoding={
            "x": _rows("party", parties, orient="top", labelAngle=-55, labelLimit=110),
            "y": _rows("ministry", ministries, labelLimit=0.4 * width),
            "opacity": {
                "field": "papers",
                "type": "quantitative",
                "legend": None,
                # The smallest number can still be seen.
                "scale": {"domain": [0, max(value["papers"] for value in values)], "range": [0.06, 1]},
            },
        },
    )


def _rows(field: str, domain: Sequence[str] | None = None, **axis: object) -> Spec:
    """A place for each value, in the order of `domain` or, without one, of the data."""
    order = {"scale": {"domain": list(domain), "paddingInner": 0.15}} if domain else {}
    return {"field": field, "type": "ordinal", "sort": None, "axis": {"title": None, "grid": False, **axis}, **order}


def _counts(field: str, values: Sequence[Row], **axis: object) -> Spec:
    """An axis of whole numbers: of small ones, no ticks between them."""
    ticks = min(5, max(value[field] for value in values))
    said = {"title": field.replace("_", " "), "format": ",d", "tickCount": ticks}
    return {"field": field, "type": "quantitative", "axis": {**said, **axis}}


def _colour(field: str, colours: Mapping[str, str]) -> Spec:
    scale = {"domain": list(colours), "range": [f"var(--{colour})" for colour in colours.values()]}
    return {"field": field, "type": "nominal", "legend": None, "scale": scale}


# The room for labels is measured in the font that draws them: one whose widths are the same on most machines.
_FONT = "Arial, Liberation Sans, Arimo, Helvetica, sans-serif"
_AXIS = {
    "labelColor": "currentColor",
    "labelFontSize": 12,
    "titleColor": "currentColor",
    "titleFontWeight": "normal",
    "titleFontSize": 12,
    "gridColor": "var(--line)",
    "domainColor": "var(--muted)",
    "tickColor": "var(--muted)",
}


def _spec(width: object, height: object, values: Iterable[Row], **more: object) -> Spec:
    # Assistive technology has the sentence and the table instead.
    config = {"aria": False, "background": None, "font": _FONT, "view": {"stroke": None}, "axis": _AXIS}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": width,
        "height": height,
        "padding": 2,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "data": {"values": list(values)},
        "config": config,
        **more,
    }
