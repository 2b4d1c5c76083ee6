"""Bytes → text: which encoding they are in, and whether they are text at all."""

import codecs
import re

from ingest.read.failure import BrokenFileError
from ingest.read.reading import Reading

# The order is meaning: the mark of UTF-32 begins with that of UTF-16.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# Text has line breaks, tabs and form feeds; other control characters are accidents.  More of them than one in
# twenty is something else: of random bytes read as cp1252 it is one in nine.
CONTROLS = bytes([*range(9), *range(14, 32), 127])
MOST_CONTROLS = 1 / 20

# Without a byte order mark, UTF-16 shows itself by the empty half of nearly every Latin letter.
WIDE_SAMPLE = 4096
MOSTLY = 0.7
HARDLY = 0.05

MARKDOWN = re.compile(
    r"^\#{2,6}[ ]\S"  # a heading below the first level
    r"|\*\*(?=[^\s*])[^*\n]{1,200}(?<=\S)\*\*"  # bold
    r"|<sup>[^<\n]{1,10}</sup>"
    r"|^\[\^\w{1,8}\]:",  # a footnote
    re.MULTILINE | re.VERBOSE,
)
# Each of them holds one of these, which are found sooner.
SIGNS = ("##", "**", "<sup>", "[^")

# Markdown shows itself early.
MARKDOWN_WITHIN = 100_000


def read_text(data: bytes) -> Reading:
    """Decode a text file.  The text is exact: line ends stay as they are; only a byte order mark is dropped.

    Raises BrokenFileError where the bytes are not text.
    """
    text, encoding = decode(data)
    if not is_text(text):
        msg = "is not text, nor a format that can be read"
        raise BrokenFileError(msg)
    return Reading(text, encoding)


def decode(data: bytes) -> tuple[str, str]:
    """The text and the encoding it was in.  Never fails: what is no character becomes U+FFFD.

    >>> decode(b"co\\xc3\\xb6rdinatie"), decode(b"co\\xf6rdinatie")
    (('coördinatie', 'utf-8'), ('coördinatie', 'cp1252'))
    >>> decode("één".encode("utf-16")), decode(codecs.BOM_UTF8 + b"Vraag")
    (('één', 'utf-16'), ('Vraag', 'utf-8-sig'))
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return decode_as(data, encoding)
    if wide := wide_encoding(data[:WIDE_SAMPLE]):
        return decode_as(data, wide)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return decode_damaged(data)


def decode_as(data: bytes, encoding: str) -> tuple[str, str]:
    """Decode as the file itself says; where that fails, the name says "(damaged)"."""
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        return data.decode(encoding, "replace"), f"{encoding.removesuffix('-sig')} (damaged)"


def wide_encoding(head: bytes) -> str | None:
    """UTF-16 without a mark, told by zeros in every other byte and nowhere else."""
    pairs = len(head) // 2
    if not pairs:
        return None
    even, odd = head[0::2].count(0) / pairs, head[1::2].count(0) / pairs
    if odd >= MOSTLY and even <= HARDLY:
        return "utf-16-le"
    if even >= MOSTLY and odd <= HARDLY:
        return "utf-16-be"
    return None


def decode_damaged(data: bytes) -> tuple[str, str]:
    """Not UTF-8: text of the days before it (Windows), or UTF-8 with some bytes lost.

    UTF-8 shows itself: letters of other alphabets hardly ever form its sequences by chance.  So bytes that form more
    of its sequences than they break are UTF-8.
    """
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", "ignore")) - broken
    if whole >= broken:
        return text, "utf-8 (damaged)"
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        return text, "utf-8 (damaged)"


def is_text(text: str) -> bool:
    """Whether this is something to read: characters, and hardly any control characters."""
    data = text.encode()
    return len(data) - len(data.translate(None, CONTROLS)) <= MOST_CONTROLS * len(text)


def is_markdown(text: str) -> bool:
    """Whether the text bears marks that only Markdown has.

    >>> is_markdown("**29 826** Industriebeleid"), is_markdown("zie vraag 2 ** en # 3")
    (True, False)
    """
    head = text[:MARKDOWN_WITHIN]
    return any(sign in head for sign in SIGNS) and MARKDOWN.search(head) is not None
