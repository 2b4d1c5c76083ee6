"""How a footnote can open: its number, how it is written, and what then follows.

A date ("15 september"), an amount ("300 miljoen") or a list item opens with a number too.
"""

import re
from typing import NamedTuple

from ingest.language.wording import MONTH, words
from ingest.layout.lines import Line
from ingest.model import Span


class Note(NamedTuple):
    """A footnote as it stands in the source: its marker, the marker's span, the spans of its text."""

    marker: str
    marker_span: Span
    spans: tuple[Span, ...]


def place(note: Note) -> Span:
    """Where a note stands in the order of notes; extraction may set its number below its text."""
    return min(note.marker_span, note.spans[0]) if note.spans else note.marker_span


class Growing(NamedTuple):
    """A note whose lines are still being found."""

    marker: str
    marker_span: Span
    spans: list[Span]

    def whole(self) -> Note:
        """The note as found."""
        return Note(self.marker, self.marker_span, tuple(self.spans))


class Opening(NamedTuple):
    """A line that may open a note; `length` counts the characters of its marker, the space behind it included."""

    number: int
    marker: str
    length: int
    style: str
    words: str


# How a note can open; the style tells how sure that is.
_STYLES = (
    (
        "markup",
        # A list whose items lead back to their marks is one of notes.
        r"<sup>\s*(\d{1,3}|\*+)\s*</sup>\s*|\[\^(\d{1,3})\]:\s*"
        # In plain text there are raised digits as well.
        r"|([⁰¹²³⁴-⁹]{1,3})\s*(?=\S)"
        r"|(\d{1,3})\.\s+(?=[^\n]{1,2000}\[[↑↩]\ufe0e?\]\(#)",
    ),
    # Markdown puts a backslash before a bracket that is one.
    ("bracket", r"\\?\[(\d{1,3})\\?\]:?\s+"),
    ("paren", r"\\?\(?(\d{1,3})\\?\)\s+"),
    # A note may be a letter's reference alone: "11 3628105-1050416-CZ".
    # Some converters make a list of a page's notes, or a quotation.
    # Its number may be all that stands on the first line.
    # OCR takes the room behind a raised number for a line.
    ("spaced", r"(?:[-*>] )?(\d{1,3})(?:\s{1,4}|_{1,2} ?)(?=[^\s\d.,;:%)€]|\d{4}\D|\d{6,9}[-–]\d)|[->] (\d{1,3})\Z"),
    ("glued", r"(\d{1,3})(?=[A-ZÀ-Þ«‘“\"(]|https?:|www\.)"),
)
_OPENING = re.compile("|".join(f"(?P<{style}>{pattern})" for style, pattern in _STYLES))
_OPENS = re.compile(r"[\d\[(<*\\⁰¹²³⁴-⁹]|[->] \d")
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
AMOUNT = words("miljoen miljard euro procent jaar maanden weken dagen uur leden fte")
# A page's number may stand before its head.
_NO_NOTE = re.compile(rf"(?:{MONTH}|{AMOUNT}|en \d|(?:Tweede|Eerste) Kamer der Staten-Generaal)\b", re.IGNORECASE)
# As much of a note as tells what it is.
_REACH = 400


def may_open(words: str) -> bool:
    """Whether a line of text may open a note, as far as its first character tells."""
    return not words[0].isalpha() and _OPENS.match(words) is not None


def is_bare(words: str) -> bool:
    """Whether a line of a list or a quotation is a number and no more, as converters to Markdown leave it."""
    return words.startswith(("- ", "> ")) and words[2:].isdecimal()


def read_opening(line: Line) -> Opening | None:
    """How a line opens, if it may open a note."""
    if line.role != "text" or not may_open(line.text):
        return None
    match = _OPENING.match(line.text)
    if not match:
        return None
    following = line.text[match.end() : match.end() + _REACH]
    if not (following or is_bare(line.text)) or _NO_NOTE.match(following):
        return None
    style = match.lastgroup or ""
    marker = next(marker for marker in match.groups()[_OPENING.groupindex[style] :] if marker).translate(RAISED)
    return Opening(int(marker) if marker.isdecimal() else 0, marker, match.end(), style, following)


# What a note can open with that its number is glued to, and that could be anything where no note is due.
_GLUED_ON = re.compile(
    r"(?:idem|ibid|zie|vgl|o\.a|t\.a\.p)\b|(?:de|het) [A-ZÀ-Þ]"
    r"|(?:19|20)\d\d(?:\s[A-Za-z]|[ZD]\d{5})|[1-9]\d ?\d{3}(?: [IVX]+)?, nr"
)


def read_due(line: Line, number: int) -> Opening | None:
    """How a line opens the note of this number, which is due, where it is glued to small letters or a number."""
    marker = str(number)
    if line.role != "text" or not line.text.startswith(marker) or not _GLUED_ON.match(line.text, len(marker)):
        return None
    return Opening(number, marker, len(marker), "glued", line.text[len(marker) : len(marker) + _REACH])


# A number behind a character that is no space, or one that may be a year with a mark behind it.
# It may stand apart from the sentence: "is besteed? 5", at the end of a line or before the next sentence.
_NUMBER = re.compile(
    r"[0-9](?:(?<=[^\s\d]\d)|(?=\d{4})|(?<=[.?!»”’)] \d)(?=\d?[^\S\n]*(?:\n|\Z| (?:\d )?[A-ZÀ-Þ][a-zà-ÿ ]))"
    # "dit bericht? 1 2 Vraag 2"
    r"|(?<=[.?!»”’)] \d \d)(?= [A-ZÀ-Þ][a-zà-ÿ ]))\d{0,5}(?!\d)"
)
# At the head of a line, before a comma of the sentence above: "zal sturen\n4, zal ik".
_HEADS = re.compile(r"\d(?:(?<=[a-zà-ÿ]\n\d)|(?<=[a-zà-ÿ] \n\d))\d?(?=,\s{1,3}[a-zà-ÿ])")
_STOPS = frozenset('.,;:»”’")?!')
# "… sinds 2021.3" at the end of a line, or before the next sentence.
_BEHIND_YEAR = re.compile(r"\s(?:19|20)\d\d\.\d{1,2}(?:[^\S\n]*(?:\n|\Z)| [A-ZÀ-Þ])")
# "[4]", and "[4 5 ]".
_CLOSES = re.compile(r"(?:,? \d{1,3}){0,4} ?\]")


def first_marks(text: str) -> dict[str, int]:
    """For every number that is glued to a word, a stop or a year somewhere, or in brackets: where it is first."""
    first: dict[str, int] = {}
    for match in _NUMBER.finditer(text):
        digits, start = match[0], match.start()
        before, earlier = text[start - 1 : start], text[start - 2 : start - 1]
        apart = before == " " and len(digits) < 4
        stop = before in _STOPS and (earlier.isalpha() or earlier in _STOPS or _BEHIND_YEAR.match(text, start - 6))
        # In an address there are numbers between letters.
        glued = before.isalpha() and not text[match.end() : match.end() + 1].islower()
        if glued or apart or stop:
            first.setdefault(digits, start)
        elif len(digits) > 4 and digits.startswith(("19", "20")):
            first.setdefault(digits[4:], start)
        elif (before == "[" and _CLOSES.match(text, match.end())) or text.endswith(("<sup>", "<sup>_"), 0, start):
            first.setdefault(digits, start)
    for match in _HEADS.finditer(text):
        first[match[0]] = min(match.start(), first.get(match[0], match.start()))
    return first


# What notes hold: papers, laws, news, addresses.
SOURCE = re.compile(
    r"Kamerst|Aanhangsel|Handelingen|Stb\.|Stcrt\.|Trb\.|Staats(?:blad|courant)|ECLI|CELEX|TZ20|EUR-Lex"
    r"|Verordening|Motie\b|nr\. \d"
    r"|https?:|www\.|[a-z\d]\.(?:nl|com|eu|org)\b"
    r"|COM\(|JOIN|SWD|«|[Zz]ie\b|[Vv]gl\.|[Ii]dem|[Ii]bid|[Bb]rief\b|[Aa]rt(?:ikel|\.)|[Bb]ijlage|[Rr]apport"
    r"|Ter inzage gelegd|Samenstelling:"
    rf"|\d{{1,2}} {MONTH} \d{{4}}|\((?:[A-Z][\w ,.-]{{1,40}} )?(?:19|20)\d\d\)"
)


def is_small(words: str) -> bool:
    """Whether words open with a small letter, as an item of a list does and a source does not.

    >>> is_small("de aanvrager is bekend;"), is_small("www.cbs.nl")
    (True, False)
    """
    return words[:1].islower() and not SOURCE.match(words)
