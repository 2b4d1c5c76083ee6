"""Labels: the words and numbers that open a question, an answer or another part of a paper.

Written questions are published as "Vraag 1 … Antwoord 1 …"; ministries also send them as "1. … Antwoord: …", or a
number alone on a line.  A label stands at the head of a line; what follows it on that line is text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ingest.language.numbers import NUMBERS, question_numbers, rank
from ingest.language.wording import QUESTION_OPENS
from ingest.layout.furniture import LONG
from ingest.layout.lines import Line
from ingest.model import Hint, Source, Span
from ingest.structure.inside import Inside, ItemRole, labels_inside
from ingest.structure.label_rules import LABELS
from ingest.structure.shorthand import Turn, is_shorthand, shorthand
from ingest.structure.two_lines import joined, may_go_on

_LABEL = [(rule.role, re.compile(rule.pattern)) for rule in LABELS]
_FIRST_LETTERS = frozenset(example[0] for rule in LABELS for example in rule.yes) | frozenset("123456789")
# What Markdown can put before a label and behind it.
_DECORATION = re.compile(
    r"(?:[#*_>•\s]|\[\]\{[^}]{0,200}\}|<[^<>]{1,200}>|\[(?=[^\[\]]{1,200}\]\{\.(?:underline|ul)\}))*"
)
_OPENS = _FIRST_LETTERS | frozenset("#*_>[<•")
# Behind it: a part's name, the end of what is underlined, and the backslash of a line that breaks.
_CLASS = re.compile(r"\]?\s*\{[#.][^}]{0,200}\}\s*\Z|(?:</\w{1,10}>)+\Z|\\\Z")
_NUMBERED = re.compile(r"[#*_(\s]*(?:\d{1,3}[a-k]?|\d{1,2}\.\d{1,2})(?:\\?[.)]+|\s|\Z)")
_ALONE_NUMBER = re.compile(r"(?:\d{1,3}[a-z]?|\d{1,2}\.\d{1,2})[.)]?\Z")
_NUMBERED_SENTENCE = re.compile(
    rf"(?:\d{{1,3}}[a-z]?|\d{{1,2}}\.\d{{1,2}})(?:[.)]?\Z|[.)]?\s(?:.*[.?]\)?\d{{0,3}}\Z|{QUESTION_OPENS.pattern}))"
)
_ONLY_NUMBERS = re.compile(rf"[#*_\s]*{NUMBERS}[.)]?[*_\s]*\Z")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+\S")
_DECORATED = re.compile(r"(?:[*_: ]|</\w{1,10}>|\]\{\.\w{1,12}\})*")
_LONGEST_LABEL = 200
_ONE = rank("1")
# A paper's own labels, as `shorthand` finds them.
Own = Sequence[tuple[Turn, re.Pattern[str]]]
_HINTED: dict[str, ItemRole] = {
    "question_label": "question_label",
    "answer_label": "answer_label",
    "part_label": "part_label",
}


class Item(NamedTuple):
    """A label, or a line of text: its span, its words, the numbers a label names.

    `blanks` counts the empty lines before it; `cut`: page furniture or a footnote stood before it; `inferred`: the
    label is not printed, its place was told from the text (its span is empty); `whole`: the file itself says where the
    part ends.
    """

    role: ItemRole
    span: Span
    text: str
    page: int
    numbers: tuple[str, ...] = ()
    blanks: int = 0
    cut: bool = False
    inferred: bool = False
    whole: bool = False


def items(lines: Iterable[Line], source: Source) -> list[Item]:
    """The labels and text lines of a paper, in order; a line that opens with a label is two items."""
    plain = source.format != "markdown" and all(hint.role != "heading" for hint in source.hints)
    headings = {hint.span.start for hint in source.hints if hint.role == "heading"}
    known = {hint.span.start: hint for hint in source.hints if hint.role in _HINTED}
    lines = list(lines)
    own = shorthand([line.text for line in lines if line.role == "text"], _opens_question, _answers)
    result: list[Item] = []
    blanks, cut, asked = 0, False, 0
    for line in lines:
        if line.role == "blank":
            blanks += 1
        elif line.role == "text":
            known_items = _known(line, known, blanks) if known else ()
            for item in known_items or _split(line, source.text, own, blanks, cut, asked):
                _append(result, item if plain else _as_heading(item, source, headings), asked)
                if result[-1].role == "question_label":
                    asked = rank(result[-1].numbers[-1]) if result[-1].numbers else asked + _ONE
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
        whole=True,
    )
    return [label] if is_label else [label, Item("text", line.span, line.text, line.page)]


def _append(result: list[Item], item: Item, asked: int) -> None:
    """Add an item; a number alone above a bare "Vraag:" is part of that label, as are its numbers on the next line.

    So is "Vraagnummer: 3".  Not a page's number: that is lower than those of the questions so far, of which the last
    has rank `asked`.
    """
    if item.role in ("text", "heading") and result and (whole := _two_lines(result[-1], item)):
        result[-1] = whole
        return
    bare = item.role == "question_label" and not (item.numbers or item.inferred or item.cut)
    if bare and result and (_is_after(result[-1].text, asked) or _is_count(result[-1])):
        number = result.pop()
        span = Span(number.span.start, item.span.stop)
        numbers = number.numbers or question_numbers(number.text)
        item = number._replace(role="question_label", span=span, text=item.text, numbers=numbers)
    result.append(item)


def _is_after(line: str, asked: int) -> bool:
    """Whether a line is the number of a question that comes after those of rank `asked`."""
    return _ALONE_NUMBER.match(line) is not None and (rank(question_numbers(line)[0]) > asked or line[-1].isalpha())


def _is_count(above: Item) -> bool:
    """Whether an item is the label "Vraagnummer: 3", below which the question has one of its own."""
    return above.role == "question_label" and bool(above.numbers) and not above.inferred


def _two_lines(above: Item, below: Item) -> Item | None:
    """A label that a line's end cuts in two, "Antwoord op de vragen 2, 3" above "en 4", whole again."""
    if below.cut or not may_go_on(above.text, above.role != "text", below.text, below.blanks):
        return None
    found = _label(whole := joined(above.text, below.text), ())
    if found is None or found[1] <= len(above.text):
        return None
    return above._replace(role=found[0], span=Span(above.span.start, below.span.stop), text=whole, numbers=found[2])


def _as_heading(item: Item, source: Source, headings: set[int]) -> Item:
    # A number alone is a question's, or an answer's; a question may be set as headings are.
    marked = source.format == "markdown" and _MARKDOWN_HEADING.match(item.text)
    if item.role != "text" or _ONLY_NUMBERS.match(item.text) or _NUMBERED_SENTENCE.match(item.text):
        return item
    hinted = headings and (item.span.start in headings or source.text.find(item.text[0], item.span.start) in headings)
    return item._replace(role="heading") if marked or hinted else item


def _split(line: Line, text: str, own: Own, blanks: int, cut: bool, asked: int) -> Iterable[Item]:
    inside = labels_inside(line.text, asked) if len(line.text) > LONG else []
    # One label alone in a line is a mention, but at its head.
    if len(inside) > 1 or (inside and inside[0][2] == 0):
        return _parts(line, text, inside, blanks, cut)
    if found := _label(line.text, own):
        role, length, numbers = found
        return _parts(line, text, [(role, numbers, 0, length)], blanks, cut)
    return (Item("text", line.span, line.text, line.page, (), blanks, cut),)


def printed(label: str) -> str:
    """A label as the paper prints it, without what Markdown puts around it."""
    head = _DECORATION.match(label)
    return _CLASS.sub("", label[head.end() if head else 0 :]).strip("*_| ")


def _opens_question(line: str) -> bool:
    """Whether a line opens a question by its words, or may do so by its number."""
    found = _label(line, ())
    return _NUMBERED.match(line) is not None or (found is not None and found[0] == "question_label")


def _answers(line: str) -> tuple[str, ...]:
    """The questions that a line answers by a label as any paper may write it."""
    found = _label(line, ())
    return found[2] if found is not None and found[0] == "answer_label" else ()


def _label(line: str, own: Own) -> tuple[ItemRole, int, tuple[str, ...]] | None:
    """The label a line opens with: its role, its length, its numbers.  `own`: the paper's own ones."""
    own = own if own and is_shorthand(line) else ()
    if line[0] not in _OPENS and not own:
        return None
    head = _DECORATION.match(line)
    at = head.end() if head else 0
    if line[at : at + 1] not in _FIRST_LETTERS and not own:
        return None
    plain = line[: at + _LONGEST_LABEL]
    plain = (_CLASS.sub("", plain) if plain[-1] in "}\\> " else plain).rstrip("*_ ")
    for role, pattern in (*_LABEL, *own):
        if match := pattern.match(plain, at):
            behind = _DECORATED.match(line, match.end()) if match.end() < len(plain) else None
            end = behind.end() if behind else len(line)
            return role, end, question_numbers(match.groupdict().get("numbers") or "")
    return None


def _parts(line: Line, text: str, labels: Sequence[Inside], blanks: int, cut: bool) -> Iterator[Item]:
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
