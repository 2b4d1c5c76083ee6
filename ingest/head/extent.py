"""How far the front matter of a paper without questions reaches."""

import re
from collections.abc import Sequence

from ingest.head.front import LONGEST, FrontKind, line_kind, masthead_start, parted, plain
from ingest.head.kinds import ANSWERS
from ingest.head.page import read_page
from ingest.language.dates import is_date
from ingest.language.names import is_name
from ingest.language.wording import CONTENTS
from ingest.structure.labels import Item

# How far front matter reaches at most, in lines.
_REACH = 90
_ASKED = re.compile(r"(?:Mondelinge v|V)ragen van (?:het lid|de leden)\b")
_SENT_IN = re.compile(r"\([Ii]ngezonden ")
# What ends the front matter of a paper without questions, wherever it stands in it.
_LAST: frozenset[FrontKind] = frozenset(
    ("dated", "dateline", "addressee", "officer", "title", "subject", "number", "dossier", "paper", "date")
)


def front_stop(items: Sequence[Item]) -> int:
    """How many leading lines of a paper without questions are front matter; 0 where it has none."""
    above = read_page([item.text[: LONGEST + 1] for item in items[:_REACH]]).stop
    return above + _stop(items[above : above + _REACH])


def _stop(items: Sequence[Item]) -> int:
    lines = [parted(plain(item.text[: LONGEST + 1]))[0] for item in items]
    kinds = [line_kind(line) for line in lines]
    if "motion_text" in kinds:
        return kinds.index("motion_text")
    if "salutation" in kinds:
        return kinds.index("salutation") + 1
    stop = _last_known(lines, kinds)
    while 0 < stop < len(lines) and kinds[stop - 1] in ("subject", None) and items[stop].text[0].islower():
        stop += 1
    # The rest of the address.
    while 0 < stop < len(lines) and kinds[stop - 1] in ("addressee", "kenmerk") and kinds[stop] == "kenmerk":
        stop += 1
    # The name stands behind the office, or below it.
    named = stop and re.search(r",\s[^,]+\Z", lines[stop - 1])
    if stop and kinds[stop - 1] == "officer" and not named and any(map(is_name, lines[stop : stop + 1])):
        stop += 1
    return _with_title(lines, kinds, stop) or _answers_title(lines) or _below_askers(lines)


def _below_askers(lines: Sequence[str]) -> int:
    """Where a paper that only says who asks whom has said so, as what is put to a minister by word of mouth."""
    at = next((at for at, line in enumerate(lines) if _ASKED.match(line)), len(lines))
    sent = next((at for at in range(at, min(at + _LONGEST_GAP, len(lines))) if _SENT_IN.search(lines[at])), len(lines))
    return next((at + 1 for at in range(sent, len(lines)) if lines[at].endswith((")", ")."))), 0)


# Lines of a title or an address between two lines that the rules know; narrow ones count for half.
_LONGEST_GAP = 8
_WIDE, _NARROW = 100, 50
# So many lines a title takes at most.
_LONGEST_TITLE = 6
_CAPITALS = re.compile(r"[A-ZÀ-Þ ,()’'-]{4,}")


def _last_known(lines: Sequence[str], kinds: Sequence[FrontKind | None]) -> int:
    """Where the last line ends that front matter may end with."""
    stop = length = 0
    # A committee of the Senate says at length how it came to its letter.
    long = any(kind == "title" and "OVERLEG" in line for line, kind in zip(lines, kinds, strict=True))
    gap = 2 * _LONGEST_GAP if long else _LONGEST_GAP
    start = masthead_start(kinds)
    for index, kind in enumerate(kinds[start:], start):
        length = 0 if kind else length + max(len(lines[index]), _NARROW)
        if length > gap * _WIDE or _is_below(index, lines, kinds):
            break
        if kind in _LAST and not _lone(kind, lines[index], kinds):
            stop = index + 1
    return stop


def _is_below(index: int, lines: Sequence[str], kinds: Sequence[FrontKind | None]) -> bool:
    """Below a committee's report stand the letters that it and the minister wrote, or first what it contains."""
    return lines[index] in CONTENTS or (kinds[index] == "title" and "officer" in kinds[:index])


def _lone(kind: FrontKind, line: str, kinds: Sequence[FrontKind | None]) -> bool:
    """A number or a date that stands in a text without any head."""
    if kind == "dossier" or kind == "number":
        return not {"number", "title", "session", "chamber"} - {kind} & set(kinds)
    return kind == "dateline" and is_date(line) and not {"title", "paper", "number"} & set(kinds)


def _answers_title(lines: Sequence[str]) -> int:
    """Where the title ends that answers without a letter open with; a page's number may stand above it."""
    start = next((at for at, line in enumerate(lines[:2]) if ANSWERS.match(line)), None)
    if start is None:
        return 0
    return next((at + 1 for at in range(start, min(start + _LONGEST_TITLE, len(lines))) if lines[at][-1] in ").:"), 0)


def _with_title(lines: Sequence[str], kinds: Sequence[FrontKind | None], stop: int) -> int:
    """A title in capitals may run on in the next lines."""
    if stop and kinds[stop - 1] == "title":
        while stop < len(lines) and _CAPITALS.fullmatch(lines[stop]):
            stop += 1
    return stop
