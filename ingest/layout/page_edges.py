"""Page numbers and running heads inside lines that lost their breaks: "… (33 123, nr. 1) 3/9 Vraag 4 …".

A page number that says how many pages there are rises by one from page to page; a head is made of the words that stand
before most of these numbers.  The first line of the page may stand between the two, where the number is at its end.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ingest.layout.lines import Line
from ingest.model import Span

# "3/22" or "Pagina 3 van 22", from the sign on that is quickly found; the page's text may be glued to it.
_NUMBERS = (
    re.compile(r"/(?:(?<=\s\d/)|(?<=\s\d\d/)|(?<=\s\d{3}/))(\d{1,3})(?![^\sA-Za-z])"),
    re.compile(r" van(?:(?<=agina \d van)|(?<=agina \d\d van)|(?<=agina \d{3} van)) (\d{1,3})(?![^\sA-Za-z])"),
)
_COUNT = re.compile(r"(?:P ?agina )?(\d{1,3})\Z")
_LONGEST = 12
# A page's number may have been misread.
_STEPS = (1, 2)
_FEWEST = 3
_WORD = re.compile(r"\S+")
_LABEL = re.compile(r"(?<!\S)(?:Vra(?:ag|gen)|Antwoord(?:en)?)(?=\s(?:op\s)?(?:vra(?:ag|gen)\s)?\d)")
_SIGNS = re.compile(r"[\W_]+")
# How far before its number a head may begin, and how far it may end.
_REACH, _NEAR = 420, 140
# So many words in a row are a part of the head; so many it has at least; so many may be misread in a row.
_ROW, _SHORTEST, _MISREAD = 4, 6, 6
# A misread word at the edge of a head.
_EDGE = 3

# A word of a window, by its letters and figures, with its place in the source.
_Word = tuple[str, Span]
_Row = tuple[str, ...]
# What could be a page's number: it, how many pages there are, where it stands.
_Number = tuple[int, int, Span]


def page_edges(text: str, lines: Sequence[Span]) -> list[Span]:
    """The page numbers and running heads inside such lines, in order."""
    found = [number for pattern in _NUMBERS for line in lines for number in _page_numbers(text, line, pattern)]
    numbers = sorted(_counting(found), key=lambda number: number[2])
    ends = [0, *(span.stop for *_, span in numbers)]
    # Above page 1 stands the subject, which the letter below it may repeat.
    windows = [
        _words(text, max(low, span.start - _REACH), span.start)
        for low, (number, _, span) in zip(ends, numbers, strict=False)
        if number > 1
    ]
    return sorted([*(span for *_, span in numbers), *_heads(windows)])


def _page_numbers(text: str, line: Span, pattern: re.Pattern[str]) -> Iterator[_Number]:
    for match in pattern.finditer(text, line.start, line.stop):
        if count := _COUNT.search(text, max(line.start, match.start() - _LONGEST), match.start()):
            yield int(count[1]), int(match[1]), Span(count.start(), match.end())


def _counting(found: Sequence[_Number]) -> Iterator[_Number]:
    """The numbers that count the pages: with one total, each one more than the last; up to it where they are few."""
    totals: dict[int, list[_Number]] = {}
    for each in found:
        if each[0] <= each[1]:
            totals.setdefault(each[1], []).append(each)
    for total, numbered in totals.items():
        chain = _longest([number for number, *_ in numbered])
        if len(chain) >= _FEWEST or (len(chain) == _FEWEST - 1 and numbered[chain[-1]][0] == total):
            yield from (numbered[at] for at in chain)


def _longest(numbers: Sequence[int]) -> list[int]:
    """The longest run of numbers that rise by a step at a time: their places."""
    best: dict[int, tuple[int, int]] = {}
    before: list[int] = []
    for at, number in enumerate(numbers):
        length, last = max(best.get(number - step, (0, -1)) for step in _STEPS)
        before.append(last)
        best[number] = max(best.get(number, (0, -1)), (length + 1, at), key=lambda entry: entry[0])
    at = max(best.values(), default=(0, -1))[1]
    chain = []
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain[::-1]


def _words(text: str, start: int, stop: int) -> list[_Word]:
    """The words of a window; a label is none that pages share."""
    labels = {match.start() for match in _LABEL.finditer(text, start, stop)}
    words = []
    for match in _WORD.finditer(text, start, stop):
        word = _SIGNS.sub("", match[0]).lower() + (f"@{match.start()}" if match.start() in labels else "")
        words.append((word, Span(*match.span())))
    return [word for word in words if word[0]]


def _heads(windows: Sequence[Sequence[_Word]]) -> Iterator[Span]:
    """The head in each window that has one."""
    rows = [_rows([word for word, _ in window]) for window in windows]
    often = Counter(row for window in rows for row in set(window))
    least = max(2, (len(windows) + 1) // 2)
    shared = [[at for at, row in enumerate(found) if often[row] >= least] for found in rows]
    runs = list(map(_run, windows, shared))
    # More is shared with the first page than the head.
    best = max(range(len(runs) > 1, len(runs)), key=lambda at: len(runs[at]), default=0)
    head = [word for word, _ in windows[best][runs[best].start : runs[best].stop]] if runs else []
    own = set(_rows(head))
    for found, window in zip(rows, windows, strict=True):
        if run := _run(window, [at for at, row in enumerate(found) if row in own]):
            whole = _widened(run, [word for word, _ in window], head)
            yield Span(window[whole.start][1].start, window[whole.stop - 1][1].stop)


def _rows(words: Sequence[str]) -> list[_Row]:
    """Every few words that follow on each other."""
    return [tuple(words[at : at + _ROW]) for at in range(len(words) - _ROW + 1)]


def _run(window: Sequence[_Word], shared: Sequence[int]) -> range:
    """The last stretch of shared words, with what is misread among them, where it ends near the number."""
    shared = _without_echo([word for word, _ in window], shared)
    if not shared or window[-1][1].stop - window[shared[-1] + _ROW - 1][1].stop > _NEAR:
        return range(0)
    first = shared[-1]
    for above, below in pairwise(reversed(shared)):
        if above - below > _ROW + _MISREAD:
            break
        first = below
    run = range(first, shared[-1] + _ROW)
    return run if len(run) >= _SHORTEST else range(0)


def _without_echo(words: Sequence[str], shared: Sequence[int]) -> Sequence[int]:
    """The shared rows, without a last few that repeat the middle of a head: a page may open with words of its head."""
    last = next((at for at in range(len(shared) - 1, 0, -1) if shared[at] - shared[at - 1] > 1), 0)
    rows = _rows(words)
    echo, said = ({rows[at] for at in some} for some in (shared[last:], shared[:last]))
    return shared[:last] if len(echo) < _SHORTEST and echo <= said else shared


def _widened(run: range, words: Sequence[str], head: Sequence[str]) -> range:
    """A head whose first or last words are misread, up to the length of the best one."""
    rows = _rows(head)
    opening, ending = tuple(words[run.start : run.start + _ROW]), tuple(words[run.stop - _ROW : run.stop])
    before = head[: rows.index(opening)][::-1] if opening in rows else ()
    after = head[rows.index(ending) + _ROW :] if ending in rows else ()
    near = words[max(0, run.start - len(before) - 1) : run.start][::-1]
    return range(run.start - _more(before, near), run.stop + _more(after, words[run.stop : run.stop + len(after) + 1]))


def _more(missing: Sequence[str], near: Sequence[str]) -> int:
    """How many of the words beside a head are still its own, of which these are missing."""
    same = [at for at, word in enumerate(near) if word in missing]
    if 2 * len(same) >= len(missing) and same:
        return same[-1] + 1
    return min(len(missing), len(near)) if len(missing) <= _EDGE else 0


def masked(text: str, lines: Iterable[Line], furniture: Sequence[Span]) -> Iterator[Line]:
    """The lines, with spaces where furniture stands inside: "Vraag 3 3/4" is no label of two questions."""
    at = 0
    for line in lines:
        first = at
        while at < len(furniture) and furniture[at].start < line.span.stop:
            at += 1
        yield line if at == first else line._replace(text=_masked(text, line, furniture[first:at]))


def _masked(text: str, line: Line, furniture: Sequence[Span]) -> str:
    if not line.text:
        return ""
    begin = done = text.index(line.text[0], line.span.start)
    end = begin + len(line.text)
    parts = []
    for start, stop in furniture:
        # The line still begins and ends with what it begins and ends with.
        if begin < start and stop < end:
            parts += [text[done:start], " " * (stop - start)]
            done = stop
    return "".join([*parts, text[done:end]])


def blanked(text: str, furniture: Iterable[Span]) -> str:
    """The text, with spaces where furniture stands: the number of a page is no mark of a note."""
    parts, done = [], 0
    for start, stop in furniture:
        parts += [text[done:start], " " * (stop - start)]
        done = stop
    return "".join([*parts, text[done:]])
