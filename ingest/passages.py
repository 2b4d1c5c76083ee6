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
_LINE = re.compile(r"([^\n\r\f\u2028\u2029]*)(\r\n|[\n\r\f\u2028\u2029]|\Z)")
_WORDS = re.compile(r"\S+(?: \S+)*")
# A line that the next one goes on from, and one that any other follows.
_CONTINUED = re.compile(r"^.{20,200}+\n(?=[^\S\n]*[a-zà-ÿ])", re.MULTILINE)
_FOLLOWED = re.compile(r"^.{20,}\n(?=[^\S\n]*\S)", re.MULTILINE)
_AFTER_HYPHEN = re.compile(r"-([^\W\d_]+)")
_BEFORE_HYPHEN = re.compile(r"[^\W\d_]+\Z")
_LONGEST_WORD = 40
_CUT_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*[-\u2010\u00ad]\Z")
_FIRST_WORD = re.compile(r"[^\W_]+")
# Written with a hanging hyphen: "import- en exportheffingen", "in- of uitvoer".
_HANGING = frozenset(["en", "of", "tot", "naar", "maar", "noch", "dan", "respectievelijk", "versus", "plus", "als"])
# First parts that are written with a hyphen: "niet-gouvernementeel", "vice-voorzitter".
_WITH_HYPHEN = frozenset({"niet", "vice"})
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
    lengths = sorted(len(line.rstrip()) for line in _CONTINUED.findall(text))
    followed = sum(1 for _ in _FOLLOWED.finditer(text))
    width = lengths[len(lengths) * 9 // 10] if len(lengths) > 2 and 4 * len(lengths) >= followed else 0
    return Typography(width, frozenset(_compounds(text)), any(chr(space) in text for space in _SPACES))


def _compounds(text: str) -> Iterator[str]:
    """The words on either side of each hyphen, in small letters: "ja-woord"."""
    for match in _AFTER_HYPHEN.finditer(text):
        if before := _BEFORE_HYPHEN.search(text, max(0, match.start() - _LONGEST_WORD), match.start()):
            yield f"{before[0]}{match[0]}".lower()


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
        end = span.stop
        for match in _LINE.finditer(text, span.start, span.stop):
            line, ending = match.groups()
            if line and not line.isspace():
                yield _Piece(
                    line.translate(_SPACES) if style.odd_spaces else line, match.start(), breaks, cut and breaks > 0
                )
                breaks, cut = 0, False
            if ending:
                breaks += 1
                cut = cut or ending == "\f"


def _joint(before: str, word: str, piece: _Piece, style: Typography) -> Break:
    """How a line goes on from the one before: characters to drop from its end, and what to put between them.

    `word` is what the passage ends with since its last space, which can be longer than the line `before`.
    """
    after = piece.line.lstrip(_EDGE)
    near = piece.breaks == 1 or piece.cut
    if _is_cut_address(word, after, near):
        return (0, "")
    goes_on = bool(style.width) and _goes_on(before, after)
    if (near or goes_on) and before[-1:] in _HYPHENS and (found := _cut_word(before, after, style)):
        return found
    if piece.cut:
        return (0, "\n\n" if _SENTENCE_ENDS.search(before[-5:]) and not after[:1].islower() else " ")
    if piece.breaks > 1:
        return (0, " " if goes_on else "\n\n")
    return (0, " " if is_filled(before, after, style) or after[:1].islower() else "\n")


def _is_cut_address(word: str, after: str, near: bool) -> bool:
    """Whether a web address runs on in the next line; over an empty line only where it cannot end."""
    if "://" not in word and "www." not in word:
        return False
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


def _goes_on(before: str, after: str) -> bool:
    """A sentence that an empty line interrupts, as where pages meet."""
    return after[:1].islower() and not _SENTENCE_ENDS.search(before[-5:])


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
        fresh = piece.breaks > 0 or not self.parts
        self.line = (piece.line if fresh else self.line + piece.line)[-_LONGEST_ADDRESS:].rstrip(_EDGE)
        line = piece.line.lstrip(_EDGE) if fresh else piece.line
        runs_on = self.whole or not fresh
        self.word = ((self.word if runs_on else "") + line).rstrip(_EDGE).rpartition(" ")[2][-_LONGEST_ADDRESS:]
        self.whole = False
        at = piece.origin + len(piece.line) - len(line)
        if "  " not in line:
            self._add(line, at)
            return
        for match in _WORDS.finditer(line):
            gap = line[match.start() - 1] if match.start() else ""
            self._add(gap + match[0], at + match.start() - len(gap))
        if line.endswith((" ", "\t")):
            self._add(" ", at + len(line) - 1)

    def join(self, drop: int, glue: str) -> None:
        """End the line written last: drop its spaces and `drop` more characters, then put `glue`."""
        while self.parts:
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
        self.parts.append(glue)
        self.starts.append(self.length)
        self.origins.append(self.origins[-1] + self.length - self.starts[-2])
        self.length += len(glue)

    def passage(self, spans: tuple[Span, ...]) -> Passage:
        """The finished passage, without space around it."""
        text = "".join(self.parts).rstrip()
        return Passage(text, tuple(self.starts), tuple(self.origins), spans)

    def _add(self, part: str, origin: int) -> None:
        self.parts.append(part)
        self.starts.append(self.length)
        self.origins.append(origin)
        self.length += len(part)

    def _pop(self) -> None:
        self.parts.pop()
        self.starts.pop()
        self.origins.pop()
