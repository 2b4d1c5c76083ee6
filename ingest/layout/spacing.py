"""A source set with an empty line below every line → the same with one line break: some extraction makes each line a
paragraph of its own.

No character is added, dropped or moved: the first of two line breaks becomes a space, and places stay.
"""

import re
from dataclasses import replace

from ingest.model import Source

# Two line breaks with nothing between them but space; the first of them, and what is between.
_PAIR = re.compile(r"\r?\n[^\S\n\f]*(?=\n)(\n)")
_EMPTY = re.compile(r"\n[^\S\n]*\n")
_GAP = re.compile(r"\S[^\S\n]*((?:\n[^\S\n]*)+)(?=\S)")
# Longer than a printed line; such text has a paragraph in each line.
_LONG = 160
# How many lines there must be, and how many of them must break off in a sentence, in a hundred.
_FEWEST = 12
_BROKEN = 8


def single_spaced(source: Source) -> Source:
    """The source as it would be without the empty lines; the very same where it is set as papers are."""
    if source.format not in ("text", "markdown") or not _is_double_spaced(source.text):
        return source
    return replace(source, text=_PAIR.sub(lambda pair: " " * (len(pair[0]) - 1) + "\n", source.text))


def _is_double_spaced(text: str) -> bool:
    """Whether hardly a line is followed by another at once or is long, and sentences go on below an empty line."""
    if 3 * len(_EMPTY.findall(text)) < text.count("\n"):
        return False
    other = sum(len(line) > _LONG for line in text.splitlines())
    if 50 * other > text.count("\n"):
        return False
    gaps = broken = 0
    for match in _GAP.finditer(text):
        breaks = match[1].count("\n")
        gaps += 1
        other += breaks == 1
        broken += breaks == 2 and text[match.end()].islower() and (match[0][0].isalpha() or match[0][0] == "-")
    return gaps >= _FEWEST and 50 * other <= gaps and 100 * broken >= _BROKEN * gaps
