"""Made-up text → pages, laid out as text pulled out of PDFs: filled lines, notes and a running foot below each page."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field

_PAGE_LINES = 46
_LINE = re.compile(r"\S.{0,90}\S(?=\s|$)|\S+")


@dataclass(slots=True)
class Pages:
    """A paper as it is set, line by line; footnotes wait for the foot of their page.

    `foot`: what stands below each page, before its number.  `source`: gives what a footnote says.
    """

    choose: random.Random
    foot: str
    source: Callable[[], str]
    lines: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    on_page: int = 0
    page: int = 1
    note: int = 0

    def paragraph(self, text: str, noted: float = 0.0) -> None:
        """Set a paragraph, with a chance of `noted` for a footnote, and an empty line behind it."""
        *lines, last = _LINE.findall(text)
        for line in lines:
            self.line(line)
        if self.choose.random() < noted:
            self.note += 1
            last += str(self.note)
            self.notes += _LINE.findall(f"{self.note} {self.source()}")
        self.line(last)
        self.line("")

    def line(self, line: str) -> None:
        """Set a line; a full page ends with its notes and the running foot."""
        self.lines.append(line)
        self.on_page += 1
        if self.on_page + len(self.notes) >= _PAGE_LINES:
            self._end_page()

    def text(self) -> str:
        """The paper as set."""
        self._end_page()
        return "\n".join(self.lines)

    def _end_page(self) -> None:
        self.lines += ["", *self.notes, "", f"{self.foot} {self.page}", "\f"]
        self.notes.clear()
        self.on_page = 0
        self.page += 1
