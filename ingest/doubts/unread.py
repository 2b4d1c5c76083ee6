"""What a paper says that it holds, and was not found: questions, answers, a table of both in plain text."""

import re
from collections.abc import Iterator

from ingest.model import Head, Notice, Source, Span
from ingest.structure.dialogue import Dialogue

_HOLDS_QUESTIONS = ("answers_to_written_questions", "written_questions", "list_of_questions_and_answers")
_ANSWERS = re.compile(r"(?:Antwoord(?:en)?|Beantwoording)\b.{0,40}\b(?:Kamer)?vragen\b")
# The headings of a table of questions in text, which has lost the edges of its cells or drawn them.
_BESIDE = re.compile(r"Vra(?:ag|gen)[^\w\n]{1,400}Antwoord(?:en)?[^\w\n]{0,200}$", re.MULTILINE)
_WIDEST = 400
_NUMBERS = re.compile(r"[^\w\n]*(?:N(?:r|ummer)?[^\w\n]*)?\Z")


def unread(source: Source, head: Head, dialogue: Dialogue) -> Iterator[Notice]:
    """A notice where a paper says that it asks or answers questions, and they may stand in its text unread."""
    if head.kind in _HOLDS_QUESTIONS and not dialogue.questions:
        yield Notice("questions_not_found", "No questions were found in a paper about questions.", Span(0, 0))
    elif not dialogue.answers and head.kind == "letter" and _says_answers(head, source):
        yield Notice("questions_not_found", "No answers were found in a letter that answers questions.", Span(0, 0))
    if table := _headings(source):
        yield Notice("table_not_read", "Questions and answers stand side by side in a table.", table)


def _says_answers(head: Head, source: Source) -> bool:
    """Whether the subject of a letter is that it answers questions, and there are some in its text."""
    return _ANSWERS.match(head.title or "") is not None and source.text.count("?") > 1


def _headings(source: Source) -> Span | None:
    """The headings of the first table of questions of which no cell is known."""
    if any(hint.role == "question_label" for hint in source.hints):
        return None
    for match in _BESIDE.finditer(source.text):
        start = source.text.rfind("\n", 0, match.start()) + 1
        if match.start() - start < _WIDEST and _NUMBERS.match(source.text, start, match.start()):
            return Span(*match.span())
    return None
