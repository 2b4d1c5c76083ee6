"""Leftovers of file formats inside running text: what a converter wrote that the paper does not say.

`[bookmark: _Hlk1]`, `[footnoteRef:1]` and `[1:  note]` come out of Word files; `<sup>1</sup>`, `[^1]` and `**bold**`
out of Markdown.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from ingest.footnotes.openings import RAISED, Note
from ingest.footnotes.starred_notes import MARK as STARRED
from ingest.model import Source, Span

_WORD = re.compile(r"\[bookmark:[^\]\n]{0,200}\]|\[(?:image|picture|cid|comment):?[^\]\n]{0,200}\]")
_MARKDOWN = re.compile(
    r"""^[^\S\n]*\#{1,6}[^\S\n]+                                                  # a heading's sign
      | ^:{3,}.*$                                                        # a fenced part, as Pandoc writes it
      | ^`{3}[^\n]{0,40}$ | ^<!--[^\n]{0,200}-->[^\S\n]*$               # what Pandoc sets between lists
      | ^[^\S\n]*>\s                                                          # a quotation's sign
      | \*{2,3} | (?<!\w)_{2,3}(?=[^\s_]) | (?<=[^\s_])_{2,3}(?!\w)       # bold, not a line to fill in
      | \\(?=[!-/:-@\[-`{-~]|\r?\n)                                     # an escape; a line that breaks
      | \[\]\{[^}\n]{0,200}\} | [ ]?\{[#.][^}\n]{0,200}\}              # a part's name or class
      | \[(?![↑↩])(?=[^\[\]]{1,300}\]\([^()\s])                          # a link, but for its words
      | (?<=[^\[\]↑↩])\]\([^()\s]{1,500}(?:\s"[^"]{0,300}")?\)
      | <(?!sup\b|/sup\b)/?[a-z][a-z0-9]*\b[^<>]{0,500}>                # a tag
    """,
    re.MULTILINE | re.VERBOSE,
)
# "*Staatscourant*", "_ingezonden_": set in italics, over lines too; not a note's star, a bullet, or a line to fill in.
# What stands between is passed once: it ends at the next sign that could close it.
_ITALICS = re.compile(
    r"""(?<![\w*\\])(\*)(?![\s*])  (?:[^*\n]|\*\*|\n(?![^\S\n]*\n))++              (?<![\s\\])(\*)(?![\w*])
      | (?<![^\s("«“‘'*\[|>])(_)(?![\s_])  (?:[^_\n]|(?<=\w)_+(?=[^\W_])|\n(?![^\S\n]*\n))++
        (?<![\s\\])(_)(?![^\s.,;:?!)"»”’'*\]|<])
    """,
    re.VERBOSE,
)
# Web pages made of Markdown lead from a note back to its mark.
_WAY_BACK = re.compile(r"\s?(?:↩\ufe0e?|\[[↑↩]\ufe0e?\]\(#[^()\s]{1,60}\))")
_MARK = re.compile(
    r"(?<!\bm)(?<!\b[kcdm]m)<sup>[\s_]*(\d{1,3}|\*+)[\s_]*</sup>|\[footnoteRef:(\d{1,3})\]|\[\^(\d{1,3})\](?!:)"
    r"|\[\[(\d{1,3})\]\]\(#[^()\s]{1,60}\)"
)
# m² and km³ are measures, 10⁶ is a power, a raised 2 after CO is a slip for a lowered one.
_RAISED = re.compile(r"(?:(?<=[^\W\d_]{2})|(?<=[.,;:!?)»”’'\"]))(?<!\b[kcdm]m)(?<!\bCO)[⁰¹²³⁴-⁹]{1,3}")
_RAISED_DIGIT = re.compile("[⁰¹²³⁴-⁹]")
# "… in Borne? 1)", "… in Borne 1)?" and "… uit 2019 1) blijkt", for notes that open with "1)".
_ROUND = re.compile(
    r"(?<=[.?!»”’\"')]) ?\(?(\d{1,3})\)|(?<=\w) (\d{1,3})\)(?=[?.,;:!])"
    r"|(?<=\w)(?<!\ben)(?<!\bof) (\d{1,3})\)(?=\s[a-zà-ÿ])"
)
# "… zijn dat er elf. [2]"; converters to Markdown set what was raised in brackets, with the space behind it: "[4 5 ]".
_SQUARE = re.compile(r"(?<!\[)\[(\d{1,3}(?:,? \d{1,3}){0,4}) ?\](?![:(\]])")
_NUMBER = re.compile(r"\d+")
_INLINE_NOTE = re.compile(r"(\[(\d{1,3}):\s{1,4})([^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]")
_REFERENCE = "[footnoteRef:"


MarkStyle = Literal["explicit", "glued", "capital", "year", "line", "head", "spaced", "damaged"]


class Mark(NamedTuple):
    """A place in the text that points at a footnote by its printed marker; `style` tells how it is written."""

    span: Span
    marker: str
    style: MarkStyle


def markup(source: Source) -> list[Span]:
    """The spans that hold no text of the paper, in order."""
    spans = [Span(*match.span()) for match in _WORD.finditer(source.text)] if "[" in source.text else []
    if "↩" in source.text or "[↑]" in source.text:
        spans.extend(Span(*match.span()) for match in _WAY_BACK.finditer(source.text))
    if source.format == "markdown":
        spans.extend(Span(*match.span()) for match in _MARKDOWN.finditer(source.text))
        signs = (match.span(sign) for match in _ITALICS.finditer(source.text) for sign in range(1, 5) if match[sign])
        spans.extend(Span(*sign) for sign in signs)
    spans.extend(hint.span for hint in source.hints if hint.role == "markup")
    return sorted(spans)


def explicit_marks(source: Source, notes: Sequence[Note]) -> list[Mark]:
    """The marks that the source writes as such, or that its reader saw.

    Bracketed numbers are marks where the notes are numbered the same way, or where most notes have one.
    """
    marks = [Mark(hint.span, hint.marker, "explicit") for hint in source.hints if hint.role == "footnote_mark"]
    if "<sup>" in source.text or "[" in source.text:
        marks.extend(
            Mark(Span(*match.span()), match[match.lastindex or 1], "explicit") for match in _MARK.finditer(source.text)
        )
    if _RAISED_DIGIT.search(source.text):
        marks.extend(
            Mark(Span(*match.span()), match[0].translate(RAISED), "explicit") for match in _RAISED.finditer(source.text)
        )
    openings = {source.text[note.marker_span.start : note.marker_span.stop].strip() for note in notes}
    if any(opening.endswith(")") for opening in openings):
        last = max((int(note.marker) for note in notes if note.marker.isdecimal()), default=0)
        typed = ((Span(*match.span()), match[match.lastindex or 1]) for match in _ROUND.finditer(source.text))
        # "(Kamerstuk 30 545, nr. 213)" ends as such a mark does.
        marks.extend(Mark(span, number, "explicit") for span, number in typed if int(number) <= last)
    if any("*" in opening and not opening.strip("()*") for opening in openings):
        markers = {note.marker for note in notes}
        starred = (Mark(Span(*match.span()), match[1], "explicit") for match in STARRED.finditer(source.text))
        marks.extend(mark for mark in starred if mark.marker in markers)
    square = list(_in_square_brackets(source.text)) if notes and "[" in source.text else []
    markers = {note.marker for note in notes}
    most = 2 * len(markers & {mark.marker for mark in square}) >= len(markers)
    if most or any(opening.endswith("]") for opening in openings):
        marks.extend(square)
    # What the reader saw may be written in brackets, too.
    once = {mark.span: mark for mark in reversed(marks)}
    return list(_parted((once[span] for span in sorted(once)), source.text))


def _parted(marks: Iterable[Mark], text: str) -> Iterator[Mark]:
    """The marks, "12" being two where 1 is due: raised numbers may stand side by side."""
    due = 1
    for mark in marks:
        first, both = str(due), f"{due}{due + 1}"
        if mark.marker == text[mark.span.start : mark.span.stop] == both:
            middle = mark.span.start + len(first)
            yield Mark(Span(mark.span.start, middle), first, mark.style)
            yield Mark(Span(middle, mark.span.stop), both[len(first) :], mark.style)
            due += 2
            continue
        due = int(mark.marker) + 1 if mark.marker.isdecimal() else due
        yield mark


def _in_square_brackets(text: str) -> Iterator[Mark]:
    """Each number in brackets; of several, the first and the last take the brackets with them."""
    for match in _SQUARE.finditer(text):
        numbers = list(_NUMBER.finditer(text, *match.span(1)))
        starts = [match.start(), *(number.start() for number in numbers[1:])]
        stops = [*(number.end() for number in numbers[:-1]), match.end()]
        for number, start, stop in zip(numbers, starts, stops, strict=True):
            yield Mark(Span(start, stop), number[0], "explicit")


def inline_notes(source: Source) -> Iterator[Note]:
    """Footnotes that a converter put into the line that points at them: "[1:  Kamerstuk 30 821, nr. 251]"."""
    if _REFERENCE not in source.text:
        return
    for match in _INLINE_NOTE.finditer(source.text):
        yield Note(match[2], Span(*match.span(1)), (Span(*match.span(3)),))
