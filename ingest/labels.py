"""Labels: the words and numbers that open a question, an answer or another part of a paper.

A label stands at the head of a line; what follows it on that line is text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ingest.furniture import LONG
from ingest.label_rules import END, LABELS, ItemRole
from ingest.layout import Line
from ingest.model import Hint, Source, Span
from ingest.numbers import NUMBERS, question_numbers

# All of them as one, each under its place: the first that matches tells what the label is.
_LABEL = re.compile(
    "|".join(f"(?P<rule{at}>{rule.pattern.replace('<numbers>', f'<numbers{at}>')})" for at, rule in enumerate(LABELS))
)
# The first letters of all labels, as the examples have them.
_HEAD = 3
_HEADS = frozenset(example[:_HEAD] for rule in LABELS for example in rule.yes if not example[0].isdecimal())
_NUMERIC = frozenset("123456789")
# What Markdown can put before a label and behind it.
_DECORATION = re.compile(r"(?:[#*_>\s]|\[\]\{[^}]{0,200}\}|<[^<>]{1,200}>)*")
_OPENS = _NUMERIC | frozenset("#*_>[<")
_CLASS = re.compile(r"\s*\{[#.][^}]{0,200}\}\s*\Z")
# The same labels inside a line, for text that lost its line breaks: after the end of a sentence or a wide gap.  First
# a look at the letter, as that is quickly told.
_INLINE = re.compile(
    rf"(?=[VAMT])(?:(?<=\s)|\A)(?:"
    rf"(?P<question>Vra(?:ag|gen)\s+(?P<asked>{NUMBERS}){END})"
    rf"|(?P<answer>Antwoord(?:en)?(?:\s+op)?(?:\s+de)?(?:\s+vra(?:ag|gen))?\s+(?P<answered>{NUMBERS}){END}|(?<=[.?!:;)»”\"'’\d]\s)Antwoord(?::|(?=\s+[A-ZÀ-Þ]))))"
    r"|(?P<part>(?<=[.?!:;)»”\"'’\d]\s)(?:Mededeling|Toelichting)(?::|(?=\s+[A-ZÀ-Þ])))"
)
_ALONE_NUMBER = re.compile(r"\d{1,3}[a-z]?[.)]?\Z")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+\S")
_DECORATED = "*_: "
# Question numbers that extraction may lose in a row.
_LEAP = 20
_PARTS = "abcdefghijk"


# A label inside a line: its role, its numbers, where it begins and ends.
_Inside = tuple[ItemRole, tuple[str, ...], int, int]
_LONGEST_LABEL = 200
_HINTED: dict[str, ItemRole] = {
    "question_label": "question_label",
    "answer_label": "answer_label",
    "part_label": "part_label",
}
# Without a question's label no label inside a line counts.
_ASKED = "Vra"


class Item(NamedTuple):
    """A label, or a line of text: its span, its words, the numbers a label names.

    `blanks` counts the empty lines before it; `cut`: page furniture or a footnote stood before it; `inferred`: the
    label is not printed, its place was told from the text (its span is empty).
    """

    role: ItemRole
    span: Span
    text: str
    page: int
    numbers: tuple[str, ...] = ()
    blanks: int = 0
    cut: bool = False
    inferred: bool = False


def items(lines: Iterable[Line], source: Source) -> list[Item]:
    """The labels and text lines of a paper, in order; a line that opens with a label is two items."""
    plain = source.format != "markdown" and all(hint.role != "heading" for hint in source.hints)
    headings = {hint.span.start for hint in source.hints if hint.role == "heading"}
    known = {hint.span.start: hint for hint in source.hints if hint.role in _HINTED}
    result: list[Item] = []
    blanks, cut, asked = 0, False, 0
    bare = plain and not known
    for line in lines:
        span, words, role, page = line
        if role == "blank":
            blanks += 1
        elif role == "text":
            # Most lines hold none, as far as their first letters and their length tell.
            if bare and words[:_HEAD] not in _HEADS and words[0] not in _OPENS and len(words) <= LONG:
                result.append(Item("text", span, words, page, (), blanks, cut))
            else:
                for item in _known(line, known, blanks) or _split(line, source.text, blanks, cut, asked):
                    asked = _value(item.numbers[-1]) if item.role == "question_label" and item.numbers else asked
                    _append(result, item if plain else _as_heading(item, source, headings))
            blanks, cut = 0, False
        else:
            cut = True
    return result


def _known(line: Line, known: Mapping[int, Hint], blanks: int) -> list[Item]:
    """The items of a line of which the file itself says that a label stands there, or belongs there; else none."""
    hint = known.get(line.span.start)
    if hint is None:
        return []
    is_label = hint.span.stop > hint.span.start
    label = Item(
        _HINTED[hint.role],
        line.span if is_label else hint.span,
        line.text if is_label else "",
        line.page,
        question_numbers(hint.marker),
        blanks,
        inferred=not is_label,
    )
    return [label] if is_label else [label, Item("text", line.span, line.text, line.page)]


def _append(result: list[Item], item: Item) -> None:
    """Add an item; a number alone above a bare "Vraag:" is part of that label."""
    if item.role == "question_label" and not item.numbers and result and _ALONE_NUMBER.match(result[-1].text):
        number = result.pop()
        span = Span(number.span.start, item.span.stop)
        item = number._replace(role="question_label", span=span, text=item.text, numbers=question_numbers(number.text))
    result.append(item)


def _as_heading(item: Item, source: Source, headings: set[int]) -> Item:
    marked = source.format == "markdown" and _MARKDOWN_HEADING.match(item.text)
    if item.role != "text":
        return item
    hinted = headings and (item.span.start in headings or source.text.find(item.text[0], item.span.start) in headings)
    return item._replace(role="heading") if marked or hinted else item


def _split(line: Line, text: str, blanks: int, cut: bool, asked: int) -> Iterable[Item]:
    inside = _labels_inside(line.text, asked) if len(line.text) > LONG else []
    # One label alone in a line is a mention, but at its head.
    if len(inside) > 1 or (inside and inside[0][2] == 0):
        return _parts(line, text, inside, blanks, cut)
    if found := _label(line.text):
        role, length, numbers = found
        return _parts(line, text, [(role, numbers, 0, length)], blanks, cut)
    return (Item("text", line.span, line.text, line.page, (), blanks, cut),)


def printed(label: str) -> str:
    """A label as the paper prints it, without what Markdown puts around it."""
    head = _DECORATION.match(label)
    return _CLASS.sub("", label[head.end() if head else 0 :]).strip("*_ ")


def _label(line: str) -> tuple[ItemRole, int, tuple[str, ...]] | None:
    """The label a line opens with: its role, its length, its numbers."""
    head = _DECORATION.match(line)
    at = head.end() if head else 0
    if line[at : at + _HEAD] not in _HEADS and line[at : at + 1] not in _NUMERIC:
        return None
    plain = line[: at + _LONGEST_LABEL]
    plain = (_CLASS.sub("", plain) if "{" in plain else plain).rstrip("*_ ")
    match = _LABEL.match(plain, at)
    if not match:
        return None
    rule = (match.lastgroup or "").removeprefix("rule")
    rest = line[match.end() :]
    end = len(line) if match.end() == len(plain) else match.end() + len(rest) - len(rest.lstrip(_DECORATED))
    numbers = match[f"numbers{rule}"] if f"numbers{rule}" in _LABEL.groupindex else ""
    return LABELS[int(rule)].role, end, question_numbers(numbers)


def _labels_inside(line: str, asked: int) -> list[_Inside]:
    """Labels inside a line that lost its breaks; questions count only where their numbers rise, from `asked` on or
    from 1 again.
    """
    parts: list[_Inside] = []
    for match in _INLINE.finditer(line) if asked or _ASKED in line else ():
        numbers = question_numbers(match["asked"] or match["answered"] or "")
        end = match.end()
        if match["part"]:
            if asked:
                parts.append(("part_label", (), match.start(), end))
            continue
        if match["question"]:
            values = [_value(number) for number in numbers]
            asked = asked if parts or values[0] > 1 else 0
            if not asked < values[0] <= asked + _LEAP:
                continue
            if values != sorted(values) or values[-1] > asked + _LEAP:
                # A page number behind the label: "Vraag 7 6/30".
                numbers, end = numbers[:1], match.start("asked") + len(numbers[0])
            asked = values[len(numbers) - 1]
            parts.append(("question_label", numbers, match.start(), end))
        elif asked:
            parts.append(("answer_label", numbers, match.start(), end))
    return parts


def _value(number: str) -> int:
    return int(number.rstrip(_PARTS))


def _parts(line: Line, text: str, labels: Sequence[_Inside], blanks: int, cut: bool) -> Iterator[Item]:
    """A line as the labels in it and the text between them; positions in `labels` count from the line's first word."""
    base = text.index(line.text[0], line.span.start)
    at = line.span.start
    for role, numbers, start, stop in labels:
        if base + start > at and (words := text[at : base + start].strip()):
            yield Item("text", Span(at, base + start), words, line.page, (), blanks, cut)
            blanks, cut = 0, False
        begin = base + start if text[at : base + start].strip() else at
        yield Item(
            role, Span(begin, base + stop), text[base + start : base + stop].strip(), line.page, numbers, blanks, cut
        )
        blanks, cut, at = 0, False, base + stop
    if words := text[at : line.span.stop].strip():
        yield Item("text", Span(at, line.span.stop), words, line.page, (), blanks, cut)
