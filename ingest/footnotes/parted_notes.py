"""Footnotes whose number extraction set on a line of its own, with the note on the lines below.

A number alone on a line can also be a question's, a page's, or a mark that fell out of the text: the note must close
its page, follow on the note before, and look like a note or be pointed at.  Where notes take a line each, extraction
sets the numbers of all one below the other, as a column, and then the notes.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import count, takewhile
from operator import or_

from ingest.footnotes.openings import SOURCE, Note, is_small
from ingest.language.wording import QUESTION_OPENS
from ingest.layout.lines import Line

_ALONE = re.compile(r"\d{1,3}\Z")
# "Antwoorden" stands over all answers, which bear their questions' numbers.
_HEADS_ANSWERS = re.compile(r"[*_#\s]*(?:Antwoord(?:en)?|Beantwoording)[*_:\s]*\Z")
_LABEL = re.compile(r"Vra(?:ag|gen)\b|Antwoord")
# What a note ends with: a sentence, a title, a page, an address or the rest of one.
_FINISHED = re.compile(r"(?:\A|[.?!)»”’'\"\]\d]|(?:\A|https?:|www\.)\S+)(?<!www\.)(?<!nr\.)\Z")
# Lines between a number and its note: the imprint of the page can stand there.
_REACH = 10
_GAP = 3
# So many lines one note takes at most.
_LONGEST = 40
_ENOUGH = 3
_SHORTEST = 6


def parted_notes(
    lines: Sequence[Line], ends: Sequence[int], marked: Mapping[str, int], known: Container[int] = ()
) -> Iterator[tuple[range, Note]]:
    """Each note with the lines (indexes) of its text; its number's line comes before them.

    `ends` is where the paragraph of each line ends; `marked` where each number is first glued to a word; `known` are
    the numbers of notes that bear theirs on their first line.
    """
    last = index = below = 0
    alone: set[int] = set()
    labelled = any(line.text.startswith("Vraag ") for line in lines)
    while index < len(lines):
        while last + 1 in known:
            last += 1
        number = 0 if _is_chamber(lines, index) else _number(lines[index])
        if number == last + 1 and (
            apart := _beside(lines, _column(lines, index), marked) or _over(lines, index, marked)
        ):
            yield from apart
            last, index, below = number + len(apart) - 1, max(index + 1, apart[-1][0].stop), apart[-1][0].stop
            continue
        before = 0 if number == 1 and _counts_anew(lines, index, last, below) else last
        near = before < number <= before + _GAP and not (
            number > before + 1 and _is_due_below(lines, index, before + 1)
        )
        taken = _text_of(lines, ends, index) if near else range(0)
        # Right below a note stands the next; where questions have labels, what stood alone before is its mark.
        more = (index == below) + (labelled and number in alone)
        if not taken or _weight(lines, index, taken, before, marked) + more <= _ENOUGH:
            alone.add(number)
            index += 1
            continue
        yield taken, Note(lines[index].text, lines[index].span, tuple(lines[at].span for at in taken))
        last, index, below = number, taken.stop, taken.stop


def _number(line: Line) -> int:
    return int(line.text) if line.role == "text" and _ALONE.match(line.text) else 0


def _is_due_below(lines: Sequence[Line], index: int, due: int) -> bool:
    """Whether the number that is due stands further down the page: then the numbers may be out of their order."""
    below = (line for line in lines[index + 1 : index + _LONGEST] if line.page == lines[index].page)
    return any(_number(line) == due for line in below)


def _counts_anew(lines: Sequence[Line], index: int, last: int, below: int) -> bool:
    """Whether the notes of a page count from one again: on a later page than the last note, and it cites."""
    if not last or lines[index].page == lines[below - 1].page:
        return False
    words = next((line.text for line in lines[index + 1 : index + 1 + _GAP] if line.role == "text"), "")
    return SOURCE.search(words) is not None


def _is_chamber(lines: Sequence[Line], index: int) -> bool:
    """The number of the chamber, below its name at the head of a published paper."""
    return index > 0 and lines[index - 1].text.endswith("Kamer der Staten-Generaal")


def _column(lines: Sequence[Line], index: int) -> list[int]:
    """The lines from `index` on to the page's foot that hold numbers alone, each one more than the last; they may
    stand in any order.

    None where each has its note below it.
    """
    numbers: dict[int, int] = {}
    for at in range(index, min(index + _LONGEST, len(lines))):
        if lines[at].role == "page_furniture" or lines[at].page != lines[index].page:
            break
        if number := _number(lines[at]):
            numbers.setdefault(number, at)
    column = _counted(numbers, _number(lines[index]))
    below = [at for at in column if any(line.role == "text" and not _number(line) for line in lines[at + 1 : at + 3])]
    return [] if below == column else column


def _counted(numbers: Mapping[int, int], first: int) -> list[int]:
    """The lines of the numbers that count on from the first."""
    return [numbers[number] for number in takewhile(numbers.__contains__, count(first))]


def _beside(lines: Sequence[Line], column: Sequence[int], marked: Mapping[str, int]) -> list[tuple[range, Note]]:
    """The notes, one for each number of a column, where the rest of the page holds as many and the text points at
    most; otherwise none.
    """
    if len(column) < 2:
        return []
    here = lines[column[0]].span.start
    pointed = sum(marked.get(lines[at].text, here) < here for at in column)
    texts = _rest_of_page(lines, column[0] + 1) if 2 * pointed > len(column) else []
    starts = texts if len(texts) == len(column) else [at for at in texts if at == texts[0] or _may_begin(lines, at)]
    words = [lines[at].text for at in starts]
    if len(starts) != len(column) or any(map(_LABEL.match, words)) or not any(map(SOURCE.search, words)):
        return []
    return _as_notes(lines, column, starts, texts[-1] + 1)


def _over(lines: Sequence[Line], index: int, marked: Mapping[str, int]) -> list[tuple[range, Note]]:
    """The notes over the numbers that end a page, as many as count on from line `index`; each cites or is pointed at.

    Extraction sets the numbers of the first notes below all others, which may have theirs right above them.
    """
    page = lines[index].page
    near = [at for at in range(max(0, index - _LONGEST), min(index + _LONGEST, len(lines))) if lines[at].page == page]
    texts = [at for at in near if lines[at].role == "text" and not _number(lines[at])]
    if not texts or texts[-1] > index:
        return []
    # A mark may stand alone above; what ends the page may be its number.
    alone = [at for at in near if _number(lines[at])]
    numbers = {_number(lines[at]): at for at in (alone[-1], *alone[:-1])}
    column = _counted(numbers, _number(lines[index]))
    loose = list(takewhile(lambda at: at > texts[-1], column))
    starts = [
        *_starts(lines, [at for at in texts if at < min(column)], len(loose)),
        *_below(lines, column[len(loose) :]),
    ]
    if len(starts) != len(column) or starts != sorted(starts):
        return []
    notes = _as_notes(lines, column, starts, texts[-1] + 1)
    return notes if _is_cited(lines, notes, marked) else []


def _starts(lines: Sequence[Line], texts: Sequence[int], wanted: int) -> list[int]:
    """The last lines of these on which a note may begin; the whole paragraph where one is wanted."""
    starts: list[int] = []
    for at in reversed(texts):
        if len(starts) < wanted and _may_begin(lines, at):
            starts.insert(0, at)
    if not starts:
        return []
    fresh = next((at for at in reversed(texts) if lines[at - 1].role != "text"), None)
    if wanted == 1 and fresh is not None and SOURCE.search(lines[fresh].text):
        return [fresh]
    return [_first_cited(lines, range(starts[0], starts[1] if starts[1:] else texts[-1] + 1)), *starts[1:]]


def _first_cited(lines: Sequence[Line], first: range) -> int:
    """Where the topmost note begins: below text that the page cuts off stands a line that cites by itself."""
    below = (lines[at] for at in range(first.stop, min(first.stop + _LONGEST, len(lines))))
    after = next((line for line in below if line.role == "text" and line.page > lines[first.start].page), None)
    cut = after is not None and after.text[0].islower() and _FINISHED.search(lines[first.start - 1].text)
    if SOURCE.search(lines[first.start].text) and not cut:
        return first.start
    cited = (at for at in reversed(first) if SOURCE.search(lines[at].text) and not is_small(lines[at].text))
    return next(cited, first.start)


def _below(lines: Sequence[Line], column: Sequence[int]) -> list[int]:
    """The line of text right below each number; empty where one has none."""
    found = [at + 1 for at in column if at + 1 < len(lines) and lines[at + 1].role == "text"]
    return found if not any(_number(lines[at]) for at in found) else []


def _is_cited(lines: Sequence[Line], notes: Sequence[tuple[range, Note]], marked: Mapping[str, int]) -> bool:
    """Whether the text points at most of these notes, and each of the others cites; one alone does both."""
    here = lines[min(taken.start for taken, _ in notes)].span.start
    pointed = [marked.get(note.marker, here) < here for _, note in notes]
    cites = [any(SOURCE.search(lines[at].text) for at in taken) for taken, _ in notes]
    if len(notes) == 1:
        return pointed[0] and cites[0]
    return 2 * sum(pointed) > len(notes) and all(map(or_, pointed, cites)) and any(cites)


def _as_notes(
    lines: Sequence[Line], column: Sequence[int], starts: Sequence[int], stop: int
) -> list[tuple[range, Note]]:
    """The notes that begin on these lines, each with its number in the column."""
    taken = list(map(range, starts, [*starts[1:], stop]))
    spans = [tuple(lines[at].span for at in one if not _number(lines[at])) for one in taken]
    notes = [Note(lines[at].text, lines[at].span, its) for at, its in zip(column, spans, strict=True)]
    return list(zip(taken, notes, strict=True))


def _rest_of_page(lines: Sequence[Line], start: int) -> list[int]:
    """The lines of text from line `start` to the foot of its page; the imprint can stand before them."""
    texts: list[int] = []
    for at in range(start, min(start + _LONGEST, len(lines))):
        if texts and (lines[at].role == "page_furniture" or lines[at].page != lines[texts[0]].page):
            break
        # A number alone is the page's.
        if lines[at].role == "text" and not _number(lines[at]):
            texts.append(at)
    return texts


def _may_begin(lines: Sequence[Line], at: int) -> bool:
    """Whether a note may begin on a line: what stands above is finished, and it opens as a source does."""
    words = lines[at].text
    return _FINISHED.search(lines[at - 1].text) is not None and not is_small(words)


def _text_of(lines: Sequence[Line], ends: Sequence[int], index: int) -> range:
    """The lines of the note whose number stands alone on line `index`; none where what follows cannot be one."""
    near = range(index + 1, min(index + _REACH, len(lines)))
    start = next((at for at in near if lines[at].role == "text"), None)
    if start is None or _number(lines[start]) or _HEADS_ANSWERS.match(_above(lines, index)):
        return range(0)
    following = _number(lines[index]) + 1
    end = min(ends[start], start + _LONGEST + 1)
    stop = next((at for at in range(start, end) if _parts(lines, start, at, following)), end)
    labelled = any(_LABEL.match(line.text) for line in lines[start : min(stop, start + _LONGEST)])
    if labelled or stop > start + _LONGEST:
        return range(0)
    return range(start, stop) if _closes(lines, stop, following) else range(0)


def _above(lines: Sequence[Line], index: int) -> str:
    """The text that stands next above a line."""
    return next((line.text for line in lines[max(0, index - _GAP) : index][::-1] if line.role == "text"), "")


def _parts(lines: Sequence[Line], start: int, at: int, following: int) -> bool:
    """A note ends where the next one's number stands, or the next page begins, or a note that is known."""
    line = lines[at]
    return _number(line) == following or line.page != lines[start].page or line.role == "note"


def _closes(lines: Sequence[Line], stop: int, following: int) -> bool:
    """After the note comes the end of the page, or the next note, and down to the end of the page no label."""
    after = next((line for line in lines[stop : stop + _REACH] if line.role != "blank"), None)
    if after is None or after.role in ("page_furniture", "note"):
        return True
    page = lines[stop - 1].page
    if _number(after) != following:
        return after.page != page
    below = takewhile(lambda line: line.role != "page_furniture" and line.page == page, lines[stop : stop + _LONGEST])
    return not any(line.role == "text" and _LABEL.match(line.text) for line in below)


def _weight(lines: Sequence[Line], index: int, taken: range, last: int, marked: Mapping[str, int]) -> int:
    words = lines[taken.start].text[:400]
    here = lines[index].span.start
    # A mark stands above its note.
    mark = marked.get(lines[index].text, here)
    weight = 2 * (mark < here) - 2 * (mark > here) + 2 * (SOURCE.search(words) is not None) + 1
    weight += int(lines[index].text) == last + 1
    asks = lines[taken[-1]].text.endswith("?")
    weight -= (3 if asks else 1) * (QUESTION_OPENS.match(words) is not None) + 2 * asks
    # "Ja." is an answer.
    weight -= 2 * (len(words) < _SHORTEST and SOURCE.match(words) is None)
    return weight - 2 * is_small(words)
