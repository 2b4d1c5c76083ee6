"""The marks in the text that point at footnotes.

Extraction glues a raised number to the word or year before it ("afhankelijkheden1.", "20246"), drops it on a line of
its own, or garbles it ("bekrachtigd.*").  Notes are numbered in the order in which the text points at them, so the
marks are read as one rising chain; what the chain lacks is looked for between its neighbours.
"""

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence

from ingest.footnotes.lost_marks import PlacedMark, at_line_heads, damaged, inside, lone_marks, of_lost_notes
from ingest.footnotes.markup import Mark, MarkStyle
from ingest.footnotes.openings import AMOUNT, Note
from ingest.footnotes.roman_notes import ROMANS, roman_marks
from ingest.language.wording import MONTH
from ingest.model import Span

# A number that nothing goes on from: as long as a mark, or as a year with a mark behind it.
_DIGITS = re.compile(r"[0-9](?<!\d\d)(?:\d{0,2}|\d{4,})(?![\w%])")
_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d")
# What ends a sentence and no number goes on from: a year, an amount in thousands, a share.
_WHOLE = re.compile(rf"(?<!\d)(?:{_YEAR.pattern}|\d{{1,3}}(?:\.\d{{3}}){{1,3}}|\d{{1,3}}%)\Z")
# A number behind these is no year with a mark: "Postbus 20011", "2025Z19591".
_NO_YEAR = ("-", "_", "Z", "ostbus ")
_STOPS = frozenset(".,;:!?)»”’\"']")
# What may follow a mark; "3 maart" is a date, "3 fte" an amount.
_AFTER_STOP = re.compile(r"[\s.,;:)»”’]|(?:(?<=[»”’\"']\d)|(?<=[»”’\"']\d\d))[?!]|\Z")
_AFTER_SPACE = re.compile(rf"(?:[.,;:]|(?:(?<=[»”’\"']\s\d)|(?<=[»”’\"']\s\d\d))[?!])?\s(?!(?:{MONTH}|{AMOUNT})\b)")
_AFTER_LINE = re.compile(r"(?:(?:,| en) \d{1,2})*[^\S\n]*(?:\n|\Z)|[ ](?=[A-ZÀ-Þ]|\d{1,2}\s)")
_LOOK_ALIKE = re.compile(
    r"(?:\b(?:CO|NO|SO|N|O|H|CH|NH|PM|m|km|dm|cm|G|A|B|C|D|E|F|MH|Q|T|V|IP|ISO|EU|BES|mp|web|covid|Covid|COVID|Generaal)"
    r"|\b(?:nrs?|blz|p|pp|art|artt|par|lid|punt|vol|bijl|tel|no|jo|kl|groep|fase|lijn|box)\.?)\Z"
)
_COUNTS = re.compile(r"(?i:vraag|antwoord|artikel|bijlage|tabel|figuur|fase|spoor|pagina|deel|stap|nr\.|lid) \Z")
_LONGEST_MARK = 3
# Marks in a row behind a word: "het bericht»1, 2", "dit bericht?1 2 3".
_MARKS_BEFORE = re.compile(r"(?:[^\s\d]|[.?!»”’)][ ])(?:\d{1,2}[?!.]?,?[ ])+\Z")
# Marks that extraction put on one line: "2 3", "2, 3 en 4"; and what joins one to those before it.
_ROW = re.compile(r"[^\S\n]*(?:\d{1,2}(?:,| en)?[^\S\n])*")
_JOIN = re.compile(r"(?<=[\d?])(?:,| en)\s\Z")
# The same behind a word: "in gesprek.1,2".
_BESIDE = re.compile(r"(?<!\d)[.?!»”’)]\d{1,2},\Z")
_LONGEST_JOIN = 4
_LONGEST_ROW = 16
# At the head of a line that goes on with the sentence above: "is besproken\n4 is inmiddels …", not "4 van de 10 zijn".
_AFTER_HEAD = re.compile(rf" (?!(?:van|en|of|tot|t/m|keer|{MONTH}|{AMOUNT})\b)(?=[a-zà-ÿ]{{2}})")
_WEIGHT = {"explicit": 9, "glued": 4, "year": 4, "capital": 2, "line": 3, "head": 1, "spaced": 1}


def place_marks(
    text: str, notes: Sequence[Note], explicit: Sequence[Mark], spans: Sequence[Span], pages: Sequence[int]
) -> list[PlacedMark]:
    """Find where the text points at each note.

    `explicit` are those written as such; `spans` are the stretches of running text in which others may stand, in
    order; `pages` is where each page begins.
    """
    if not notes:
        return [PlacedMark(mark, None) for mark in explicit or inside(lone_marks(text), spans)]
    if not explicit and notes[0].marker == ROMANS[0]:
        romans = roman_marks(text, [note.marker for note in notes], notes[0].marker_span.start)
        explicit = list(inside(romans, spans))
    known = _known(text, explicit, notes)
    if 2 * len(known) >= len(notes):
        return known
    found = list(inside(_candidates(text, _numbers(notes)), spans))
    # A tool that begins a line with what is raised leaves some of it alone there.
    heads = any(mark.style == "line" for mark in found)
    found = [mark for mark in found if heads or mark.style != "head"]
    placed = [PlacedMark(found[at], note) for at, note in _chain(found, notes)]
    placed += at_line_heads(text, placed, notes, spans, pages)
    placed += damaged(text, placed, notes, spans, pages)
    placed += _again(found, placed, notes)
    return _apart(known + placed + of_lost_notes(found, placed, notes))


def _known(text: str, marks: Iterable[Mark], notes: Sequence[Note]) -> list[PlacedMark]:
    """Marks written as such, each with the note of its marker that follows next; else the last one before.

    Sources typed as "1)" stand beside footnotes 1: a mark with a bracket points at a note with one.
    """
    by_marker: dict[tuple[str, bool], list[int]] = {}
    for index, note in enumerate(notes):
        opening = text[note.marker_span.start : note.marker_span.stop]
        by_marker.setdefault((note.marker, ")" in opening), []).append(index)
    result = []
    for mark in marks:
        bracket = ")" in text[mark.span.start : mark.span.stop]
        same = by_marker.get((mark.marker, bracket)) or by_marker.get((mark.marker, not bracket)) or []
        at = bisect_right(same, mark.span.start, key=lambda index: notes[index].marker_span.start)
        result.append(PlacedMark(mark, same[min(at, len(same) - 1)] if same else None))
    return result


def _numbers(notes: Sequence[Note]) -> set[str]:
    """What marks can say: the numbers of the notes, those missing between them, and the next."""
    markers = {note.marker for note in notes if note.marker.isdecimal() and len(note.marker) <= _LONGEST_MARK}
    return markers | set(map(str, range(1, max(map(int, markers), default=-1) + 2)))


def _candidates(text: str, numbers: Container[str]) -> Iterator[Mark]:
    """Every number in the text that could be a mark with one of these numbers."""
    for match in _DIGITS.finditer(text):
        digits, start = match[0], match.start()
        if digits in numbers:
            if style := _style(text, start, match.end()):
                yield Mark(Span(_begin(text, start, style), match.end()), digits, style)
        elif digits[4:] in numbers and _YEAR.match(digits) and not text.endswith(_NO_YEAR, max(0, start - 8), start):
            yield Mark(Span(start + 4, match.end()), digits[4:], "year")


def _begin(text: str, start: int, style: MarkStyle) -> int:
    """Where a mark begins, with what parts its number from the one before it."""
    parted = style == "line" or (style == "spaced" and _in_row(text, start))
    join = _JOIN.search(text, max(0, start - _LONGEST_JOIN), start) if parted else None
    beside = style == "glued" and _is_beside(text, start)
    return join.start() if join else start - (style == "spaced" or beside)


def _is_beside(text: str, start: int) -> bool:
    return text[start - 1] == "," and _BESIDE.search(text, max(0, start - 5), start) is not None


def _style(text: str, start: int, stop: int) -> MarkStyle | None:
    """How a number could be a mark, from what stands around it; None: it is none."""
    before = text[start - 1 : start] if start else "\n"
    if before.isspace() or before.isalpha():
        return (_style_after_space if before.isspace() else _style_in_word)(text, before, start, stop)
    if before not in _STOPS or not _AFTER_STOP.match(text, stop):
        return None
    earlier = text[start - 2 : start - 1]
    if earlier.isalpha() or earlier in _STOPS:
        # "Doel: 1. …" opens a list.
        is_list = before in ";:" and text[stop : stop + 1] == "."
        return None if is_list or _LOOK_ALIKE.search(text, max(0, start - 8), start) else "glued"
    whole = (earlier.isdecimal() or earlier == "%") and _WHOLE.search(text, max(0, start - _LONGEST_ROW), start - 1)
    return "glued" if (whole or _is_beside(text, start)) and text[stop : stop + 1].strip() == "" else None


def _style_in_word(text: str, before: str, start: int, stop: int) -> MarkStyle | None:
    if text.startswith("-", stop) or _LOOK_ALIKE.search(text, max(0, start - 8), start):
        return None
    return "capital" if before.isupper() else "glued"


def _style_after_space(text: str, before: str, start: int, stop: int) -> MarkStyle | None:
    """A mark that extraction set apart: on a line of its own, at the head of a line, or behind a word or a year."""
    line = text.rfind("\n", max(0, start - _LONGEST_ROW), start) + 1
    if before == "\n" or (line and _ROW.fullmatch(text, line, start)):
        goes_on = text[start - 2] not in ".?!:\n" and _AFTER_HEAD.match(text, stop)
        return "line" if _AFTER_LINE.match(text, stop) else "head" if goes_on else None
    if before != " " or not _AFTER_SPACE.match(text, stop) or _COUNTS.search(text, max(0, start - 12), start):
        return "spaced" if text.startswith("?", stop) and _in_row(text, start) else None
    if text[start - 2].isalpha() or text[start - 2] in _STOPS or _YEAR.fullmatch(text, max(0, start - 5), start - 1):
        return "spaced"
    return "spaced" if _in_row(text, start) else None


def _in_row(text: str, start: int) -> bool:
    """Whether marks stand before a number, and before them a word."""
    return _MARKS_BEFORE.search(text, max(0, start - _LONGEST_ROW), start) is not None


def _chain(marks: Sequence[Mark], notes: Sequence[Note]) -> list[tuple[int, int]]:
    """The heaviest run of marks whose notes rise, each before its note: pairs of a mark and a note (indexes)."""
    following = _following(marks, notes)
    # best[note]: the heaviest chain that ends at a note up to this one (a Fenwick tree over the notes).
    tree: list[tuple[int, int]] = [(0, -1)] * (len(notes) + 1)
    before: dict[int, int] = {}
    for at, mark in enumerate(marks):
        note = following[at]
        if note is None:
            continue
        worth, previous = _best(tree, note)
        before[at] = previous
        _raise(tree, note + 1, (worth + _WEIGHT[mark.style], at))
    last = _best(tree, len(notes))[1]
    chain = []
    while last >= 0:
        note = following[last]
        chain.append((last, note if note is not None else 0))
        last = before[last]
    return chain[::-1]


def _following(marks: Sequence[Mark], notes: Sequence[Note]) -> list[int | None]:
    """For each mark the next note that bears its number."""
    result: list[int | None] = [None] * len(marks)
    seen: dict[str, int] = {}
    note = len(notes) - 1
    for at in range(len(marks) - 1, -1, -1):
        while note >= 0 and notes[note].marker_span.start > marks[at].span.start:
            seen[notes[note].marker] = note
            note -= 1
        result[at] = seen.get(marks[at].marker)
    return result


def _best(tree: list[tuple[int, int]], stop: int) -> tuple[int, int]:
    best = (0, -1)
    while stop > 0:
        # On a tie the earlier mark: a number's first place is where the note belongs.
        best = max(best, tree[stop], key=lambda entry: (entry[0], -entry[1]))
        stop -= stop & -stop
    return best


def _raise(tree: list[tuple[int, int]], at: int, entry: tuple[int, int]) -> None:
    while at < len(tree):
        if entry[0] > tree[at][0]:
            tree[at] = entry
        at += at & -at


def _again(found: Sequence[Mark], placed: Sequence[PlacedMark], notes: Sequence[Note]) -> list[PlacedMark]:
    """Further uses of a note that has its mark: the same number, glued to a word, later on."""
    first = {notes[mark.note].marker: mark for mark in placed if mark.note is not None}
    taken = {mark.mark.span for mark in placed}
    return [
        PlacedMark(mark, first[mark.marker].note)
        for mark in found
        if mark.style == "glued"
        and mark.span not in taken
        and mark.marker in first
        and first[mark.marker].mark.span < mark.span
    ]


def _apart(marks: Iterable[PlacedMark]) -> list[PlacedMark]:
    """In order of place, without overlap."""
    result: list[PlacedMark] = []
    for mark in sorted(marks, key=lambda mark: mark.mark.span):
        if not result or mark.mark.span.start >= result[-1].mark.span.stop:
            result.append(mark)
    return result
