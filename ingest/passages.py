"""Spans of a source → the text a reader sees, with the way back.

A passage is its spans, joined: line breaks become spaces, a word cut at a line's end is whole again, and so is a web
address; paragraphs are set apart by an empty line.  No letter is added, dropped or moved.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.model import Passage, Span
from ingest.typography import LINE_ENDS, SPACES, Typography, holds_address, is_filled, lines_of

# Space at the edge of a line; a tab inside one parts the cells of a table.
_EDGE = " \t"
# A line break with something at it that belongs to the edge of a line: space, a hyphen, another line break.
_EDGED = re.compile("\n(?:(?<=[-\\s\u2010\u00ad]\n)|\\s)")
_WORDS = re.compile(r"\S+(?: \S+)*")
_CUT_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*[-\u2010\u00ad]\Z")
_FIRST_WORD = re.compile(r"[^\W_]+")
# Written with a hanging hyphen: "import- en exportheffingen", "in- of uitvoer".
_HANGING = frozenset(["en", "of", "tot", "naar", "maar", "noch", "dan", "respectievelijk", "versus", "plus", "als"])
# First parts that are written with a hyphen: "niet-gouvernementeel", "vice-voorzitter".
_WITH_HYPHEN = frozenset({"niet", "vice"})
# How a part ends that a line break drops space from.
_ENDS_OPEN = ("", " ", "\t")
# How an item of a list ends, or the words above one.
_ENDS_ITEM = frozenset(";:.")
# What no space stands before.
_CLOSES = "?!.,;:)"
_HYPHENS = ("-", "\u2010", "\u00ad")
_ABBREVIATION = re.compile(r"[A-Z0-9]+\Z")
_URL_GOES_ON = re.compile(
    r"[a-z0-9.~+-]*[/?&=_%#]|[a-z0-9]*-[a-z0-9]|[a-z0-9-]+\.(?:nl|com|org|eu|net|html?|pdf|aspx|php)\b", re.IGNORECASE
)
_SENTENCE_ENDS = re.compile(r"[.?!:;][)»”’\"'\]]*\Z")
_LONGEST_ADDRESS = 2000

Break = tuple[int, str]


def passage(text: str, spans: Iterable[Span], style: Typography) -> Passage:
    """Join `spans` of `text`, tidied, into one passage."""
    kept = tuple(spans)
    parts = [text[start:stop] for start, stop in kept]
    writer = _Writer(style, style.addresses and holds_address("".join(parts)))
    plain = not (writer.address or style.odd_spaces)
    end = -1
    for (at, stop), part in zip(kept, parts, strict=True):
        if at > end >= 0:
            writer.skip(text[end:at])
        if plain and _is_even(part):
            writer.write_even(part, at)
        else:
            writer.write_lines(part, at)
        end = stop
    return writer.passage(kept)


def _is_even(part: str) -> bool:
    """Whether a part is one line or several, with nothing at their edges that joining them could drop."""
    return (
        not _EDGED.search(part)
        and not ("  " in part or "\r" in part or "\f" in part or "\u2028" in part or "\u2029" in part)
        and part.strip() != ""
    )


def locate(passage: Passage, start: int, stop: int) -> Span:
    """Where characters `start` to `stop` of the passage stand in the source; they may enclose what was left out."""
    return Span(_origin(passage, start), _origin(passage, max(start, stop - 1)) + (stop > start))


def letters(text: str) -> str:
    """The letters of a text alone: what joining and tidying must not change."""
    return "".join(filter(str.isalpha, text))


def _origin(passage: Passage, at: int) -> int:
    index = bisect_right(passage.starts, at) - 1
    return passage.origins[index] + at - passage.starts[index]


def _joint(before: str, word: str, after: str, breaks: int, cut: bool, style: Typography) -> Break:
    """How a line goes on from the one before: characters to drop from its end, and what to put between them.

    `word` is what the passage ends with since its last space, which can be longer than the line `before`.
    """
    near = breaks == 1 or cut
    if holds_address(word) and _is_cut_address(word, after, near):
        return (0, "")
    hyphen = before[-1:] in _HYPHENS and (near or _goes_on(before, after, style))
    if hyphen and (found := _cut_word(before, after, style)):
        return found
    small = after[:1].islower()
    if cut:
        if after[:1] in _CLOSES:
            return (0, "")
        return (0, "\n\n" if not small and _SENTENCE_ENDS.search(before[-5:]) else " ")
    if breaks > 1:
        return (0, " " if _goes_on(before, after, style) else "\n\n")
    return (0, _glue(before, after, style))


def _glue(before: str, after: str, style: Typography) -> str:
    """What stands for a line break in running text; items of a list may begin in small letters, too."""
    goes_on = after[:1].islower() and (before[-1:] not in _ENDS_ITEM or not _ends_item(before))
    return " " if goes_on or is_filled(before, after, style) else "\n"


def _ends_item(line: str) -> bool:
    """Whether a line with such an end ends an item of a list, or the words above one, and no abbreviation: "jl."."""
    return line[-1:] in ";:" or line[-5:-1].isalpha()


def _is_cut_address(word: str, after: str, near: bool) -> bool:
    """Whether a web address runs on in the next line; over an empty line only where it cannot end."""
    open_ended = word[-1:] in "/?&=_%#-" or after[:1] in "?&#/"
    return open_ended or (near and _URL_GOES_ON.match(after) is not None)


def _cut_word(before: str, after: str, style: Typography) -> Break | None:
    """A word that runs on in the next line: whole again, with its hyphen only where the word has one of its own."""
    if not (cut := _CUT_WORD.search(before[-80:])) or not (rest := _FIRST_WORD.match(after)):
        return None
    first = cut[0][:-1]
    if rest[0].lower() in _HANGING:
        return (0, " ")
    own = (
        not rest[0][0].islower()
        or first.lower() in _WITH_HYPHEN
        or _ABBREVIATION.search(first.rpartition("-")[2])
        or f"{first.rpartition('-')[2]}-{rest[0]}".lower() in style.hyphenated
    )
    return (0, "") if own and cut[0][-1] != "\u00ad" else (1, "")


def _goes_on(before: str, after: str, style: Typography) -> bool:
    """A sentence that an empty line interrupts, as where pages meet."""
    return bool(style.width) and after[:1].islower() and not _SENTENCE_ENDS.search(before[-5:])


@dataclass(slots=True)
class _Writer:
    """The passage as it grows; `line` is the source line written last, `word` what stands since the last space.

    Both are kept only as far back as any rule looks, `word` only where the passage holds an `address`.  `breaks` are
    the line breaks since, `cut`: something that is not part of the passage stood there.
    """

    style: Typography
    address: bool
    parts: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    origins: list[int] = field(default_factory=list)
    length: int = 0
    line: str = ""
    word: str = ""
    whole: bool = False
    breaks: int = 0
    cut: bool = False

    def skip(self, between: str) -> None:
        """Leave out what stands between two spans."""
        breaks = between.count("\n")
        # What stands in a margin beside a line does not part it from the next.
        beside = not self.breaks and breaks == 1 and between[-1] == "\n"
        self.breaks += breaks
        self.cut = self.cut or "\f" in between or not (beside or between.isspace())

    def write_even(self, part: str, at: int) -> None:
        """Add lines that only a line break parts: each character stands for one of the source."""
        lines = part.strip("\n").split("\n")
        if part[0] == "\n":
            self.breaks += 1
            at += 1
        self._write(lines[0], at)
        if len(lines) > 1:
            pairs = pairwise([self.line, *lines[1:]])
            self._add(
                "".join([_glue(before, after, self.style) + after for before, after in pairs]), at + len(lines[0])
            )
            self.line = lines[-1].rstrip(_EDGE)
        self.breaks = int(part[-1] == "\n")

    def write_lines(self, part: str, at: int) -> None:
        """Add lines of any sort."""
        for whole in lines_of(part) if self.style.odd_spaces else part.splitlines(keepends=True):
            line = whole.rstrip(LINE_ENDS)
            if line and not line.isspace():
                self._write(line.translate(SPACES) if self.style.odd_spaces else line, at)
            elif line == whole:
                self._write_space(at)
            if len(whole) > len(line):
                self.breaks += 1
                self.cut = self.cut or whole[-1] == "\f"
            at += len(whole)

    def _write(self, line: str, at: int) -> None:
        """Add the characters of a line; wide gaps between words shrink to one space."""
        words = line
        if self.breaks or not self.parts:
            words = line.lstrip(_EDGE)
            at += len(line) - len(words)
            if self.parts:
                self._join(*_joint(self.line, self.word, words, self.breaks, self.cut, self.style))
        else:
            words = self._closed_up(line)
            at += len(line) - len(words)
            line, self.whole = self.line + line, True
        self.line = line[-_LONGEST_ADDRESS:].rstrip(_EDGE)
        if self.address:
            word = (self.word + words if self.whole else words).rstrip(_EDGE).rpartition(" ")[2]
            self.word = word[-_LONGEST_ADDRESS:]
        if "  " in words:
            self._add_words(words, at)
        else:
            self._add(words, at)
        self.breaks, self.cut = 0, False

    def _write_space(self, at: int) -> None:
        """Add the space between two things that are left out of a line."""
        if self.parts and not self.breaks and self.parts[-1][-1:] not in _ENDS_OPEN:
            self._add(" ", at)
            self.word = ""

    def _closed_up(self, line: str) -> str:
        """How a line goes on: what was left out of it takes the space beside it along, too."""
        words = line.lstrip(_EDGE)
        if self.cut and words[0] in _CLOSES:
            self._trim()
            return words
        return words if self.parts[-1][-1:] in _EDGE else line

    def passage(self, spans: tuple[Span, ...]) -> Passage:
        """The finished passage, without space around it."""
        text = "".join(self.parts).rstrip()
        return Passage(text, tuple(self.starts), tuple(self.origins), spans)

    def _join(self, drop: int, glue: str) -> None:
        """End the line written last: drop its spaces and `drop` more characters, then put `glue`."""
        self._trim()
        if drop:
            self.parts[-1] = self.parts[-1][:-drop]
            self.length -= drop
        self.whole = not glue
        self._add(glue, self.origins[-1] + self.length - self.starts[-1])

    def _trim(self) -> None:
        """Drop the spaces that end what is written."""
        while self.parts[-1][-1:] in _ENDS_OPEN:
            kept = self.parts[-1].rstrip(_EDGE)
            self.length -= len(self.parts[-1]) - len(kept)
            self.parts[-1] = kept
            if kept:
                break
            self._pop()

    def _add_words(self, line: str, at: int) -> None:
        for match in _WORDS.finditer(line):
            gap = line[match.start() - 1] if match.start() else ""
            self._add(gap + match[0], at + match.start() - len(gap))
        if line.endswith((" ", "\t")):
            self._add(" ", at + len(line) - 1)

    def _add(self, part: str, origin: int) -> None:
        self.parts.append(part)
        self.starts.append(self.length)
        self.origins.append(origin)
        self.length += len(part)

    def _pop(self) -> None:
        self.parts.pop()
        self.starts.pop()
        self.origins.pop()
