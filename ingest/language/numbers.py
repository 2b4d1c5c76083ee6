"""Lists of question numbers, as labels and sentences write them: "2, 3 4 en 5", "2 t/m 4", "1a t/m 1d", "twee".

Some papers number by chapter: the third question of the second is printed as "2.3".  Here it is "2:3", which no
database takes for a fraction: 1.10 is not 1.1.

Pure functions over text.  `NUMBERS` is a fragment for the patterns of others: it matches such a list in digits and
captures nothing; `NUMBER_WORD` and `ORDINAL` match one in words.
"""

import re
from collections.abc import Iterator
from string import ascii_lowercase

# fmt: off
_WORDS = (
    "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien",
    "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig",
)
_ORDINALS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende")
# fmt: on
_VALUES = {word: number for words in (_WORDS, _ORDINALS) for number, word in enumerate(words, start=1)}
_VALUES |= {"een": 1, "eén": 1, "éen": 1}

# In labels set in capitals these words are as well: "ANTWOORD VRAGEN 2 EN 3".
_THROUGH = r"(?i:t\s?/\s?m|tot\s+en\s+met|t\.?m\.?|[-‐‑–—])"
_AND = r"(?i:en\s?/\s?of|[eé]n|of|alsmede|resp\.|respectievelijk)"
# Extraction loses commas, so a bare space parts two numbers as well.
_BETWEEN = rf"(?>\s?[,;]\s?(?:{_AND}\s+)?|\s?(?:{_THROUGH}|[/&+])\s?|\s+(?:{_AND}\s+)?)(?i:(?:de\s+)?vra(?:ag|gen)\s+)?"
# No part of a longer number, an amount or a percentage ("1.2", "3.500", "3,500", "4%"); a word may be glued to it
# by extraction ("8kunnen"), and a sentence ("1Ja.").
_END = r"(?:(?![\w%])(?!\.\d|,\d{3})|(?=[A-Za-z]{4}|[A-ZÀ-Þ][a-zà-ÿ]|U\s))"
# No label names more of them one by one; the bound keeps a text of nothing but such lists from being read again and
# again.
_MOST_ITEMS, _MOST_LETTERS = 60, 11
# A paper asks at most a few hundred questions; four digits are a year.  Letters may stand alone after the first:
# "1a, b en c".
_NO_ITEM = r"(?!\d{1,2}e\s(?:alinea|zin|lid|deel)(?!\w))"
_ITEM = (
    rf"(?:{_NO_ITEM}(?:\d{{1,2}}\.\d{{1,2}}{_END}"
    rf"|\d{{1,3}}(?:{_END}|[a-k]{_END}(?:{_BETWEEN}[a-k]{_END}){{0,{_MOST_LETTERS}}}|(?=t/m))))"
)

NUMBERS = rf"(?:(?<![\w.,]){_ITEM}(?:{_BETWEEN}{_ITEM}){{0,{_MOST_ITEMS}}})"
NUMBER_WORD = rf"(?:(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?!\w))"
ORDINAL = rf"(?:(?:{'|'.join(_ORDINALS)})(?!\w))"

_CHAPTER = 1000
_LONGEST_RANGE = 500
_LONGEST_NUMBER = 3
_TOKEN = re.compile(
    rf"""(?<![\d.])(?P<chapter>\d{{1,2}})\.(?P<part>\d{{1,2}})(?!\w|\.\d)
       | (?<!\d)(?P<number>\d{{1,3}})(?P<letter>[a-k]?)(?=\W|t/m|\Z)
       | (?P<through>(?<![^\W\d])t\s?/\s?m(?![^\W\d]) | (?<!\w)tot\s+en\s+met(?!\w) | (?<!\w)t\.?m\.?(?!\w) | [-‐‑–—])
       | (?<!\w)(?P<bare>[a-k])(?!\w)
       | (?<!\w)(?P<word>{"|".join(sorted(_VALUES, key=len, reverse=True))})(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)


def question_numbers(text: str) -> tuple[str, ...]:
    """The numbers that a list of question numbers names, in order, each once.

    >>> question_numbers("2, 3 4 en 5")
    ('2', '3', '4', '5')
    >>> question_numbers("1a t/m 1d"), question_numbers("twee"), question_numbers("2.3 en 2.10")
    (('1a', '1b', '1c', '1d'), ('2',), ('2:3', '2:10'))

    A range that runs backwards ("2 t/m 1") or names more than 500 numbers keeps its ends, as written.
    """
    if len(text) <= _LONGEST_NUMBER and text.isdecimal():
        return (str(int(text)),)
    found: dict[str, None] = {}
    previous, through = "", False
    for match in _TOKEN.finditer(text):
        if match["through"]:
            through = bool(previous)
            continue
        if not (number := _number(match, previous)):
            continue
        found.update(dict.fromkeys(_range(previous, number) if through else (number,)))
        previous, through = number, False
    return tuple(found)


def _number(match: re.Match[str], previous: str) -> str:
    """The number one token stands for; a letter alone continues the number before it, if that has a letter."""
    if match["chapter"]:
        return f"{int(match['chapter'])}:{int(match['part'])}"
    if match["number"]:
        return str(int(match["number"])) + match["letter"].lower()
    if match["word"]:
        return str(_VALUES[match["word"].lower()])
    return previous[:-1] + match["bare"].lower() if previous[-1:].isalpha() else ""


def as_printed(number: str) -> str:
    """A number as papers print it.

    >>> as_printed("2:10"), as_printed("1a")
    ('2.10', '1a')
    """
    return number.replace(":", ".")


def rank(number: str) -> int:
    """Where a number stands among others: by thousands, and within them by its part of a chapter.

    >>> rank("3"), rank("1a"), rank("2:10")
    (3000, 1000, 2010)
    """
    chapter, _, part = number.partition(":")
    return _CHAPTER * int(chapter.rstrip(ascii_lowercase)) + int(part or 0)


def following(number: str) -> str:
    """The number of the next question.

    >>> following("3"), following("1a"), following("2:9")
    ('4', '2', '2:10')
    """
    chapter, part = divmod(rank(number), _CHAPTER)
    return f"{chapter}:{part + 1}" if part else str(chapter + 1)


def is_next(number: str, last: str) -> bool:
    """Whether a number follows on another: one more, a part of the same, or the first of the next chapter.

    >>> is_next("2:1", "1:8"), is_next("2:3", "2:1"), is_next("1b", "1a"), is_next("5", "3")
    (True, False, True, False)
    """
    (chapter, part), (chapter_before, part_before) = divmod(rank(number), _CHAPTER), divmod(rank(last), _CHAPTER)
    if chapter == chapter_before:
        return part_before <= part <= part_before + 1
    return chapter == chapter_before + 1 and part <= 1


def _range(first: str, last: str) -> Iterator[str]:
    chapter, _, part = first.partition(":")
    if part and last.startswith(f"{chapter}:") and int(part) < int(last.partition(":")[2]):
        yield from (f"{chapter}:{at}" for at in range(int(part), int(last.partition(":")[2]) + 1))
    elif first.isdecimal() and last.isdecimal() and 0 < int(last) - int(first) < _LONGEST_RANGE:
        yield from map(str, range(int(first), int(last) + 1))
    elif first[-1] < last[-1] and first[:-1] == last[:-1] and last[-1].isalpha() and first[-1].isalpha():
        yield from (first[:-1] + chr(letter) for letter in range(ord(first[-1]), ord(last[-1]) + 1))
    else:
        yield from (first, last)
