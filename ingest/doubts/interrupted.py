"""Questions and answers that read as if words were missing in them, or stood there that belong elsewhere.

Extraction can drop a line of the margin, of a note or of the next column into a text, or lose one.  What is left shows
it: the text begins in small letters, breaks off without a stop, or a sentence ends and the next begins in small
letters.  The text stays as it is; a notice tells the doubt.
"""

import re
from collections.abc import Iterable, Iterator

from ingest.model import Notice, Passage
from ingest.passages import locate

_BEGINS_SMALL = re.compile(r"[a-zà-ÿ]{2,}\s")
# "… is nodig. programma Mentaal …", but "…? zo nee, …" as some write.
_GOES_ON_SMALL = re.compile(
    r"[.?][»”’\"')]{0,3}\s{1,4}(?=[a-zà-ÿ]{2,40}\s)"
    r"(?!(?:zo|en|of|maar|dan|hoe|wat|wie|waar|waarom|wanneer|welke|kunt|bent|is|hebt|heeft)\s)"
)
# Its last word, and no abbreviation: "incl. btw".
_LAST_WORD = re.compile(r"[a-zà-ÿ]{4}(?<!\bvergl)(?<!\b(?:incl|excl|bijv|resp|betr|mevr|aant|proc|artt))[.?]\Z")
# A list of which extraction lost the bullets goes on in small letters, too.
_LIST_BEFORE = re.compile(r":\s{1,4}[a-zà-ÿ]")
_LIST_REACH = 600
_WORD_REACH = 8
# A line of prose that ends in a word; titles, cells of tables and items of lists end so without fault.
_BREAKS_OFF = re.compile(r"\s[^\W\d_]*(?:-[^\W\d_]+){0,4}\Z")
_NO_PROSE = re.compile(r"[-–•*·o|]\s|\w{1,3}[.)]\s|[^|\t]{0,400}[|\t]")
_SHORTEST_PROSE = 60
_SHOWN = 30


def interrupted(source: str, texts: Iterable[tuple[str, Passage]]) -> Iterator[Notice]:
    """The doubts about the questions and answers of a paper, each with what to call it; of a kind one for each text."""
    for label, passage in texts:
        text = passage.text
        if _BEGINS_SMALL.match(text) and not label.endswith(":") and _opens_line(source, passage):
            yield _notice(label, passage, 0, _SHOWN, "begins in small letters")
        if hit := _goes_on_small(text):
            shown = max(0, hit - _SHOWN), hit + _SHOWN
            yield _notice(label, passage, *shown, "has a sentence that ends, and goes on in small letters")
        last = text[text.rfind("\n") + 1 :]
        if last[-1:].islower() and _BREAKS_OFF.search(last[-_SHOWN:]) and _is_prose(last):
            yield _notice(label, passage, max(0, len(text) - _SHOWN), len(text), "breaks off without a stop")


def _opens_line(source: str, passage: Passage) -> bool:
    """Whether nothing stands before a text on its line, such as its label."""
    start = passage.origins[0]
    return not source[source.rfind("\n", 0, start) + 1 : start].strip()


def _is_prose(line: str) -> bool:
    return len(line) > _SHORTEST_PROSE and not _NO_PROSE.match(line)


def _goes_on_small(text: str) -> int | None:
    """Where a sentence first ends and what follows begins in small letters."""
    for match in _GOES_ON_SMALL.finditer(text):
        ends = _LAST_WORD.search(text, max(0, match.start() - _WORD_REACH), match.start() + 1)
        if ends and not _LIST_BEFORE.search(text, max(0, match.start() - _LIST_REACH), match.start()):
            return match.start()
    return None


def _notice(label: str, passage: Passage, start: int, stop: int, what: str) -> Notice:
    words = " ".join(passage.text[start:stop].split())
    name = " ".join(label.split())
    return Notice("sentence_cut", f"{name} {what}: {words!r}.", locate(passage, start, min(stop, len(passage.text))))
