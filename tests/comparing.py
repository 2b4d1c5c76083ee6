"""Papers and texts compared as letters, which joining, tidying and footnote marks leave as they are."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ingest.model import Document, FootnoteMark, Reference

Entry = Mapping[str, Any]

# What stands on a line of text without being text: leftovers of Word, tags of Markdown.
MARKUP = re.compile(r"\[bookmark:[^\]]*\]|\[footnoteRef:\d+\]|\[\d+:.*?\]|</?sup>")


def letters(text: str | None) -> str:
    """Only the letters of a text, in lower case.

    >>> letters("Antwoord 3: één ﬁets-\\nroute.1")
    'antwoordéénfietsroute'
    """
    return "".join(c for c in unicodedata.normalize("NFKC", text or "").lower() if c.isalpha())


def words(text: str | None) -> str:
    """Letters and digits, for comparing labels: "Vraag 3:" is "Vraag 3"."""
    return "".join(c for c in unicodedata.normalize("NFKC", text or "").lower() if c.isalnum())


@dataclass(frozen=True)
class Paper:
    """A parsed paper with the look-ups that comparing needs."""

    document: Document

    @cached_property
    def lines(self) -> list[str]:
        return self.document.source.text.split("\n")

    @cached_property
    def line_starts(self) -> list[int]:
        starts = [0]
        for line in self.lines:
            starts.append(starts[-1] + len(line) + 1)
        return starts[:-1]

    def line(self, position: int) -> int:
        return bisect_right(self.line_starts, position)

    def wanted(self, entry: Entry) -> str:
        """The letters that an entry's `text`, or else its `lines`, ask for."""
        if "text" in entry:
            return letters(entry["text"])
        rows = [row for first, last in entry["lines"] for row in self.lines[first - 1 : last]]
        return letters(MARKUP.sub("", "\n".join(rows)))

    def numbers(self, question: int | None) -> tuple[str, ...]:
        return () if question is None else self.document.questions[question].numbers

    def answered(self, answer: int | None, relation: str = "answers") -> tuple[str, ...]:
        """The numbers of the questions that an answer answers (or refers to)."""
        found = (link for link in self.document.links if link.answer == answer and link.relation == relation)
        return tuple(sorted({number for link in found for number in self.numbers(link.question)}))

    def holds(self, place: str, item: FootnoteMark | Reference) -> bool:
        """Does the item stand in "answer 4", "question 2" or "footnote 1"?"""
        kind, number = place.split(" ", 1)
        if kind == "footnote":
            footnote = item.footnote
            return footnote is not None and self.document.footnotes[footnote].marker == number
        here = self.numbers(item.question) if kind == "question" else self.answered(item.answer)
        return number.split("-")[0] in here


def text_differences(what: str, got: str | None, want: str) -> Iterator[str]:
    """Where a text, as letters, begins to differ from the letters wanted."""
    if got is None:
        yield f"{what} is missing: {want[:60]}"
    elif (have := letters(got)) != want:
        at = next((i for i, (a, b) in enumerate(zip(have, want, strict=False)) if a != b), min(len(have), len(want)))
        start = max(0, at - 25)
        yield f"{what}: after {have[start:at]!r} comes {have[at : at + 40]!r}, not {want[at : at + 40]!r}"
