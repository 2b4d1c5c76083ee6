"""Spans of a source → the text a reader sees, with the way back.

A passage is its spans, joined: line breaks become spaces, a word cut at a line's end is whole again, and so is a web
address; paragraphs are set apart by an empty line.  No letter is added, dropped or moved.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ingest.model import Passage, Span

# One character for one character, so that positions stay.
_SPACES = str.maketrans(
    dict.fromkeys(
        "\v\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " "
    )
)
# Space at the edge of a line; a tab inside one parts the cells of a table.
_EDGE = " \t"
# What ends a line, and what does not, though Python thinks so.
_LINE_ENDS = "\n\r\f\u2028\u2029"
_NO_LINE_ENDS = "\v\x1c\x1d\x1e\x85"
_LINE = re.compile(rf"[^{_LINE_ENDS}]*(?:\r\n|[{_LINE_ENDS}])|[^{_LINE_ENDS}]+")
_WORDS = re.compile(r"\S+(?: \S+)*")
# A line that another one follows, and the small letter with which that goes on.
_FOLLOWED = re.compile(r"^(.{20,})\n(?=[^\S\n]*(?:([a-zà-ÿ])|\S))", re.MULTILINE)
_LONGEST_LINE = 200
_AFTER_HYPHEN = re.compile(r"-([^\W\d_]+)")
_BEFORE_HYPHEN = re.compile(r"[^\W\d_]+\Z")
_LONGEST_WORD = 40
_CUT_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*[-\u2010\u00ad]\Z")
_FIRST_WORD = re.compile(r"[^\W_]+")
# Written with a hanging hyphen: "import- en exportheffingen", "in- of uitvoer".
_HANGING = frozenset(["en", "of", "tot", "naar", "maar", "noch", "dan", "respectievelijk", "versus", "plus", "als"])
# First parts that are written with a hyphen: "niet-gouvernementeel", "vice-voorzitter".
_WITH_HYPHEN = frozenset({"niet", "vice"})
# How a part ends that a line break drops space from.
_ENDS_OPEN = ("", " ", "\t")
_HYPHENS = ("-", "\u2010", "\u00ad")
_ABBREVIATION = re.compile(r"[A-Z0-9]+\Z")
_URL_GOES_ON = re.compile(
    r"[a-z0-9.~+-]*[/?&=_%#]|[a-z0-9]+-[a-z0-9]|[a-z0-9-]+\.(?:nl|com|org|eu|net|html?|pdf|aspx|php)\b", re.IGNORECASE
)
_SENTENCE_ENDS = re.compile(r"[.?!:;][)»”’\"'\]]*\Z")
_LONGEST_ADDRESS = 2000

Break = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Typography:
    """How a source is set: the width its lines are filled to, and the compounds it writes with a hyphen.

    `width` is 0 where a line is a paragraph, as in text from Word files.  `odd_spaces`: whether it may hold spaces
    other than the common one.
    """

    width: int
    hyphenated: frozenset[str]
    odd_spaces: bool = True


def typography(text: str) -> Typography:
    """Measure a source once, for all its passages.

    Lines are filled to a width where many of them break off in a sentence, which goes on in small letters.
    """
    followed = _FOLLOWED.findall(text)
    lengths = sorted(len(line.rstrip()) for line, small in followed if small and len(line) <= _LONGEST_LINE)
    width = lengths[len(lengths) * 9 // 10] if len(lengths) > 2 and 4 * len(lengths) >= len(followed) else 0
    return Typography(width, frozenset(_compounds(text)), any(chr(space) in text for space in _SPACES))


def _compounds(text: str) -> Iterator[str]:
    """The words on either side of each hyphen, in small letters: "ja-woord"."""
    for match in _AFTER_HYPHEN.finditer(text):
        if before := _BEFORE_HYPHEN.search(text, max(0, match.start() - _LONGEST_WORD), match.start()):
            yield f"{before[0]}{match[0]}".lower()


def lines_of(text: str) -> list[str]:
    """The lines of a text, each with what ends it: together they are the text."""
    if any(char in text for char in _NO_LINE_ENDS):
        return _LINE.findall(text)
    return text.splitlines(keepends=True)


def passage(text: str, spans: Iterable[Span], style: Typography) -> Passage:
    """Join `spans` of `text`, tidied, into one passage."""
    kept = tuple(spans)
    writer = _Writer()
    for piece in _pieces(text, kept, style):
        if piece.breaks and writer.parts:
            writer.join(*_joint(writer.line, writer.word, piece, style))
        writer.write(piece)
    return writer.passage(kept)


def locate(passage: Passage, start: int, stop: int) -> Span:
    """Where characters `start` to `stop` of the passage stand in the source; they may enclose what was left out."""
    return Span(_origin(passage, start), _origin(passage, max(start, stop - 1)) + (stop > start))


def letters(text: str) -> str:
    """The letters of a text alone: what joining and tidying must not change."""
    return "".join(filter(str.isalpha, text))


def _origin(passage: Passage, at: int) -> int:
    index = bisect_right(passage.starts, at) - 1
    return passage.origins[index] + at - passage.starts[index]


class _Piece(NamedTuple):
    """The characters of one line inside one span, and how many line breaks stand before them.

    `cut`: something that is not part of the passage stood between this line and the one before.
    """

    line: str
    origin: int
    breaks: int
    cut: bool


def _pieces(text: str, spans: tuple[Span, ...], style: Typography) -> Iterator[_Piece]:
    breaks, cut = 0, False
    end: int | None = None
    for span in spans:
        if end is not None and span.start > end:
            between = text[end : span.start]
            breaks += between.count("\n")
            cut = cut or not between.isspace() or "\f" in between
        at, end = span
        part = text[at:end]
        for whole in lines_of(part) if style.odd_spaces else part.splitlines(keepends=True):
            line = whole.rstrip(_LINE_ENDS)
            if line and not line.isspace():
                yield _Piece(line.translate(_SPACES) if style.odd_spaces else line, at, breaks, cut and breaks > 0)
                breaks, cut = 0, False
            if len(whole) > len(line):
                breaks += 1
                cut = cut or whole[-1] == "\f"
            at += len(whole)


def _joint(before: str, word: str, piece: _Piece, style: Typography) -> Break:
    """How a line goes on from the one before: characters to drop from its end, and what to put between them.

    `word` is what the passage ends with since its last space, which can be longer than the line `before`.
    """
    after = piece.line.lstrip(_EDGE)
    near = piece.breaks == 1 or piece.cut
    if _holds_address(word) and _is_cut_address(word, after, near):
        return (0, "")
    hyphen = before[-1:] in _HYPHENS and (near or _goes_on(before, after, style))
    if hyphen and (found := _cut_word(before, after, style)):
        return found
    small = after[:1].islower()
    if piece.cut:
        return (0, "\n\n" if not small and _SENTENCE_ENDS.search(before[-5:]) else " ")
    if piece.breaks > 1:
        return (0, " " if _goes_on(before, after, style) else "\n\n")
    return (0, " " if small or is_filled(before, after, style) else "\n")


def _holds_address(word: str) -> bool:
    return "://" in word or "www." in word


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


def is_filled(before: str, after: str, style: Typography) -> bool:
    """Whether a line broke because the next word had no room: then both lines are one paragraph."""
    return bool(style.width) and len(before) + len(after.split(" ", 1)[0]) + 1 > style.width * 0.9


@dataclass(slots=True)
class _Writer:
    """The passage as it grows; `line` is the source line written last, `word` what stands since the last space.

    Both are kept only as far back as any rule looks.
    """

    parts: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    origins: list[int] = field(default_factory=list)
    length: int = 0
    line: str = ""
    word: str = ""
    whole: bool = False

    def write(self, piece: _Piece) -> None:
        """Add the words of a piece; wide gaps between them shrink to one space."""
        line, at, breaks, _ = piece
        if breaks or not self.parts:
            before, words, runs_on = line, line.lstrip(_EDGE), self.whole
            at += len(line) - len(words)
        else:
            before, words, runs_on = self.line + line, line, True
        self.line = before[-_LONGEST_ADDRESS:].rstrip(_EDGE)
        word = (self.word + words if runs_on else words).rstrip(_EDGE).rpartition(" ")[2]
        self.word, self.whole = word[-_LONGEST_ADDRESS:], False
        if "  " in words:
            self._add_words(words, at)
        else:
            self._add(words, at)

    def join(self, drop: int, glue: str) -> None:
        """End the line written last: drop its spaces and `drop` more characters, then put `glue`."""
        while self.parts[-1][-1:] in _ENDS_OPEN:
            kept = self.parts[-1].rstrip(_EDGE)
            self.length -= len(self.parts[-1]) - len(kept)
            self.parts[-1] = kept
            if kept:
                break
            self._pop()
        if drop:
            self.parts[-1] = self.parts[-1][:-drop]
            self.length -= drop
        self.whole = not glue
        self._add(glue, self.origins[-1] + self.length - self.starts[-1])

    def passage(self, spans: tuple[Span, ...]) -> Passage:
        """The finished passage, without space around it."""
        text = "".join(self.parts).rstrip()
        return Passage(text, tuple(self.starts), tuple(self.origins), spans)

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
