"""Notes that go on over an empty line, or at the foot of the next page.

What such a note's line leaves unfinished stands, where a page parts it, on the next page above that page's own notes,
or below its text.  As notes are set in small type, its lines are wider than those of the text; converters to Markdown
make a quotation of it, as of notes.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from ingest.footnotes.openings import Note, is_bare, read_opening
from ingest.footnotes.pages import Page
from ingest.layout.lines import Line

# An address is cut behind a stop as well, and a paper's number.
_UNFINISHED = re.compile(r"(?:[^.?!)\]»”]|www\.|\snrs?\.)\Z")
# What a line ends with that has to go on: "Immigratie- en".
_HAS_TO_GO_ON = re.compile(r"-\Z|\snrs?\.\Z|\s(?:de|het|een|van|en|of|in|op|te|aan|voor|met|door|over|bij|tot)\Z")
_GOES_ON = re.compile(r"[a-zà-ÿ(?&=/#]")
# Until about 2015 a note named the members of the committee, a paragraph for each sort.
_MEMBERS = re.compile(r"(?:(?:Plv\.|Plaatsvervangende) l|L)eden:")
# A page's notes, in lines, at most.
LONGEST_TAIL = 80
# A word, not an address, without what ends a sentence: "van het Europees", "de Raad,".
_OPEN = re.compile(r"(?:\s|\A)(?!https?:|www\.)[^\s\d/.@]*[^\W\d_][,-]?\Z")
# An address that the next line ends: "www.zeewijk.nl/de-nieuwe-" above "dijk".
_CUT_ADDRESS = re.compile(r"(?:https?:|www\.)\S*\Z")
_LABEL = re.compile(r"[*_#>\s]*(?:Vra(?:ag|gen)|Antwoord)")
_WHOLE_LABEL = re.compile(r"(?:Vra(?:ag|gen)|Antwoord(?:en)?)(?: (?:op )?(?:vra(?:ag|gen) )?\d{1,3}\b.{0,20})?\s?:?\Z")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+\Z")
_REST_OF_ADDRESS = re.compile(r"\w*[%=&?/.]\S")
_QUOTED = ("> ", "- ")
# Small type holds more on a line, by this much at least.
_WIDER = 1.1
# The lines of text of which nine in ten are as wide as the text is.
_FEWEST = 5


def goes_on_below(line: str, after: str) -> bool:
    """Whether a note in the middle of running text goes on in the line right below.

    >>> goes_on_below("De Dijk, 3 mei", "2024."), goes_on_below("www.dedijk.nl/hoog", "Ministerie van Defensie")
    (True, False)
    >>> goes_on_below("vergaderjaar 2022–2023, nr.", "3120."), goes_on_below("Kamerstuk 29 826, nr. 7.", "Vraag 2")
    (True, False)
    >>> goes_on_below("https://dedijk.nl/?from=https%3A%2F%2", "Fwww.example.com%2F")
    True
    """
    address_ends = after[:1].isupper() and _ADDRESS.search(line) and not _REST_OF_ADDRESS.match(after)
    ends = _WHOLE_LABEL.match(after) or address_ends
    return _UNFINISHED.search(line) is not None and not ends


def is_quoted(above: Line, line: Line) -> bool:
    """A note that a converter made a quotation of goes on as long as that does; it may begin below its number."""
    goes_on = line.text.startswith(("> ", "- http", "- www.")) and above.text.startswith(("> ", "- "))
    return goes_on or is_bare(above.text)


def runs_on(lines: Sequence[Line], previous: int, index: int, stop: int) -> bool:
    """A note goes on over an empty line: it was not finished, and the page ends with notes."""
    if stop - index > LONGEST_TAIL or not _unfinished(lines[previous].text, lines[index].text):
        return False
    last = previous
    for at in range(index, stop):
        if lines[at].role == "text":
            opens = last == at - 1 or _unfinished(lines[last].text, lines[at].text) or is_quoted(lines[last], lines[at])
            if not opens and read_opening(lines[at]) is None:
                return False
            last = at
    return True


def _unfinished(line: str, after: str) -> bool:
    if after.startswith("(") or line.endswith(":") or _MEMBERS.match(after):
        return True
    goes_on = _GOES_ON.match(after) or _HAS_TO_GO_ON.search(line[-6:])
    return goes_on is not None and _UNFINISHED.search(line) is not None


def carried_over(lines: list[Line], notes: Sequence[Note], pages: Iterable[Page]) -> list[Note]:
    """The notes, those that go on over a page with their rest, whose lines get the role "note"."""
    if not notes:
        return []
    result = list(notes)
    starts = [line.span.start for line in lines]
    ends = [bisect_right(starts, note.spans[-1].start) - 1 if note.spans else 0 for note in notes]
    numbered = {lines[page.start].page: range(page.start, page.stop) for page in pages}
    for at, note in enumerate(notes):
        end = ends[at]
        closes = at + 1 == len(notes) or lines[ends[at + 1]].page > lines[end].page
        if not closes or not _OPEN.search(lines[end].text) or _ends_address(lines, end):
            continue
        rest = _rest(lines, numbered.get(lines[end].page + 1, range(0)), _width(lines, numbered[lines[end].page]))
        for index in rest:
            lines[index] = lines[index]._replace(role="note")
        result[at] = note._replace(spans=(*note.spans, *(lines[index].span for index in rest)))
    return result


def _ends_address(lines: Sequence[Line], end: int) -> bool:
    """Whether a line is no more than the end of an address: nothing shows that its note goes on."""
    return end > 0 and " " not in lines[end].text.strip() and bool(_CUT_ADDRESS.search(lines[end - 1].text))


def _width(lines: Sequence[Line], page: range) -> int:
    """How wide the text of a page is set, in characters; 0 where there is too little of it."""
    widths = sorted(len(lines[at].text) for at in page if lines[at].role == "text")
    return widths[len(widths) * 9 // 10] if len(widths) >= _FEWEST else 0


def _rest(lines: Sequence[Line], page: range, width: int) -> list[int]:
    """The lines above the notes of a page, or else its last ones, that go on with the note of the page before."""
    stop = next((at for at in page if lines[at].role == "note"), page.stop)
    last = next((at for at in range(stop - 1, page.start - 1, -1) if lines[at].role == "text"), None)
    if last is None or not width:
        return []
    if stop < page.stop and lines[last].text.startswith("> ") and lines[stop].text.startswith(_QUOTED):
        above = next((lines[at].text for at in range(last - 1, page.start - 1, -1) if lines[at].role == "text"), "")
        return [] if is_bare(above) else [last]
    first = last
    while first > page.start and lines[first - 1].role == "text" and len(lines[first - 1].text) > _WIDER * width:
        first -= 1
    taken = range(first, last + 1)
    wide = [at for at in page if lines[at].role == "text" and len(lines[at].text) > _WIDER * width]
    # Where other lines are as wide, the text is ragged.
    small = bool(wide) and all(at in taken for at in wide)
    return list(taken) if small and not any(_LABEL.match(lines[at].text) for at in (first, last)) else []
