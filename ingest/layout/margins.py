"""A letter's margin that extraction dropped between the lines of the text: at the foot of a page, or at its head."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence

from ingest.language.dates import is_date
from ingest.language.wording import FINISHED
from ingest.layout.furniture import (
    LABEL_LETTERS,
    is_bold_margin,
    is_labelled,
    is_margin,
    is_margin_name,
    is_margin_value,
)
from ingest.layout.lines import Line

_DIGITS = re.compile("[0-9]+")
# A sentence's end, an item of a list, a table's row of figures, a label and a footnote repeat as well.
_ENDS = (".", "?", ":", ";", ",")
_NO_MARGIN = re.compile(r"[\d\s.,%€()+-]+\Z|[•·▪◦–—-]\s|\d+ \D|Vra(?:ag|gen)\b|Antwoord")
_LABEL = re.compile(r"Vra(?:ag|gen)\b|Antwoord")
# A margin is a narrow column; so many characters are none.
_WIDEST_MARGIN = 80
# A line that stands in a paper several times is in a margin only if it is so short.
_SHORT = 60
# So many lines of a margin in a row are one also where extraction dropped them into the text.
_MARGIN_BLOCK = 3
# So far from a page's number its margin may stand.
_NEAR_EDGE = 2
# How far a letter's margin reaches above the page number; how many lines stand above its text.
_MARGIN_LINES, _TOP = 16, 40


def without_margins(lines: list[Line]) -> list[Line]:
    """A letter's margin, set beside the text but extracted above the page number, is furniture too."""
    marginal = _marginal(lines)
    result = list(lines)
    for index, line in enumerate(lines):
        if line.role == "page_furniture":
            hide(result, range(_margin_start(lines, index, marginal), index))
            hide(result, range(index + 1, _margin_stop(lines, index)))
    first = next((index for index, line in enumerate(lines) if line.role == "page_furniture"), len(lines))
    for run in _in_a_row((index for index in marginal if result[index].role == "text"), lines):
        alike = [marginal[index] for index in run]
        # Dates alone are those of what happened.
        block = len(run) >= _MARGIN_BLOCK and not all(map(is_date, (_words(lines[index]) for index in run[1::2])))
        # Below the first page, a label with what it says is enough: "Ons kenmerk", "DGNS / 48573921".
        labelled = len(run) > 1 or is_labelled(_words(lines[run[0]])) or is_bold_margin(lines[run[0]].text)
        labelled = labelled and all(alike) and run[0] > first
        labelled = labelled and _is_at_edge(lines, run)
        if (block and any(alike)) or labelled:
            hide(result, run)
    return result


def _words(line: Line) -> str:
    """A line without the marks of Markdown for a heading and for bold type, in which a margin has its labels."""
    return line.text.lstrip("# ").replace("**", "")


def _is_at_edge(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """Whether a page ends above or below these lines; "Datum" heads a table's column as well."""
    near = (*lines[max(0, run[0] - _NEAR_EDGE) : run[0]], *lines[run[-1] + 1 : run[-1] + 1 + _NEAR_EDGE])
    named = any(is_margin_name(_words(lines[index])) or is_bold_margin(lines[index].text) for index in run)
    # The date of the letter, again.
    named = named or any(line.text.endswith(lines[run[-1]].text) for line in lines[: min(run[0], _TOP)])
    return named or any(line.role == "page_furniture" for line in near)


def _marginal(lines: Sequence[Line]) -> dict[int, bool]:
    """The lines (by index, in order) that could stand in a margin: by their words (true), or as they come several
    times.
    """
    indexes = [
        index
        for index, (_, words, role, _) in enumerate(lines)
        if role == "text" and (len(words) <= _WIDEST_MARGIN or ("**" in words and is_bold_margin(words)))
    ]
    narrow = [_words(lines[index]) for index in indexes]
    shapes = _DIGITS.sub("0", "\n".join(narrow)).split("\n")
    seen = Counter(shape for words, shape in zip(narrow, shapes, strict=False) if len(words) < _SHORT)
    often = {shape for shape, count in seen.items() if count > 2}
    found: dict[int, bool] = {}
    above = ""
    for index, words, shape in zip(indexes, narrow, shapes, strict=False):
        alike = is_margin(words) or is_labelled(words) or (above[:1] in LABEL_LETTERS and is_margin_value(above, words))
        alike = alike or ("**" in lines[index].text and is_bold_margin(lines[index].text))
        # "Directie Bestuurlijke" above "Zaken".
        goes_on = shape in often or (found.get(index - 1) and len(words) < _SHORT and is_margin_name(above))
        if not alike and goes_on:
            goes_on = not (words.endswith(_ENDS) or _NO_MARGIN.match(words) or is_of_sentence(lines, index))
        if alike or goes_on:
            found[index] = alike
        above = words
    return found


def is_of_sentence(lines: Sequence[Line], index: int) -> bool:
    """Whether a line that comes several times goes on with a sentence, or begins one that goes on below it."""
    above = next((line.text for line in reversed(lines[max(0, index - _TOP) : index]) if line.role == "text"), "")
    below = next((line.text for line in lines[index + 1 : index + _TOP] if line.role == "text"), "")
    begins = above.endswith(FINISHED) or _LABEL.match(above) is not None
    return lines[index].text[0].islower() or (below[:1].islower() and begins)


def _in_a_row(indexes: Iterable[int], lines: Sequence[Line]) -> Iterator[list[int]]:
    """Rising indexes, as the runs that they make without a gap but for an empty line."""
    run: list[int] = []
    for index in indexes:
        if run and index > run[-1] + 1 + (lines[index - 1].role == "blank"):
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def hide(lines: list[Line], indexes: Iterable[int]) -> None:
    """Make page furniture of the lines of text among these."""
    for index in indexes:
        if lines[index].role == "text":
            lines[index] = lines[index]._replace(role="page_furniture")


def _margin_start(lines: list[Line], foot: int, marginal: Container[int]) -> int:
    """The highest line of the margin above a page number: from there on most lines are such as margins hold."""
    start, alike, seen = foot, 0, 0
    for index in range(foot - 1, max(-1, foot - 1 - _MARGIN_LINES), -1):
        if lines[index].role == "page_furniture":
            break
        if lines[index].role == "text":
            seen += 1
            # Two lines that no margin holds end it, as a signature does.
            if seen > 1 and not alike:
                break
            if index in marginal:
                alike += 1
                start = index if alike > seen * 0.6 else start
    return start


def _margin_stop(lines: Sequence[Line], foot: int) -> int:
    """Where the margin ends that stands at the head of a page, below the number of the page before."""
    for index in range(foot + 1, min(foot + 1 + _MARGIN_LINES, len(lines))):
        above, line = lines[index - 1], lines[index]
        if line.role == "text" and not (is_margin(line.text) or is_margin_value(above.text, line.text)):
            return index if lines[foot].text.lstrip("P ").startswith("agina") else foot + 1
    return foot + 1
