"""How a source is set: the width of its lines, its spaces, the ends of its lines, the compounds that it writes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# One character for one character, so that positions stay.
SPACES = str.maketrans(
    dict.fromkeys(
        "\v\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " "
    )
)
# What ends a line, and what does not, though Python thinks so.
LINE_ENDS = "\n\r\f\u2028\u2029"
_NO_LINE_ENDS = "\v\x1c\x1d\x1e\x85"
_LINE = re.compile(rf"[^{LINE_ENDS}]*(?:\r\n|[{LINE_ENDS}])|[^{LINE_ENDS}]+")
_ODD_SPACES = tuple(map(chr, SPACES))
# A line that another one follows, and the small letter with which that goes on.
_FOLLOWED = re.compile(r"^(.{20,})\n(?=[^\S\n]*(?:([a-zà-ÿ])|\S))", re.MULTILINE)
_LONGEST_LINE = 200
_AFTER_HYPHEN = re.compile(r"-([^\W\d_]+)")
_BEFORE_HYPHEN = re.compile(r"[^\W\d_]+\Z")
_LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class Typography:
    """How a source is set: the width its lines are filled to, and the compounds it writes with a hyphen.

    `width` is 0 where a line is a paragraph, as in text from Word files.  `odd_spaces`: whether it may hold spaces
    other than the common one, `addresses`: whether it holds addresses on the web.
    """

    width: int
    hyphenated: frozenset[str]
    odd_spaces: bool = True
    addresses: bool = True


def typography(text: str) -> Typography:
    """Measure a source once, for all its passages.

    Lines are filled to a width where many of them break off in a sentence, which goes on in small letters.
    """
    followed = _FOLLOWED.findall(text)
    lengths = sorted(len(line.strip()) for line, small in followed if small and len(line) <= _LONGEST_LINE)
    width = lengths[len(lengths) * 9 // 10] if len(lengths) > 2 and 4 * len(lengths) >= len(followed) else 0
    odd_spaces = any(space in text for space in _ODD_SPACES)
    return Typography(width, frozenset(_compounds(text)), odd_spaces, holds_address(text))


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


def is_filled(before: str, after: str, style: Typography) -> bool:
    """Whether a line broke because the next word had no room: then both lines are one paragraph."""
    return bool(style.width) and len(before) + len(after.partition(" ")[0]) + 1 > style.width * 0.9


def holds_address(text: str) -> bool:
    """Whether an address on the web may stand in a text."""
    return "://" in text or "www." in text
