"""Questions told from answers by their type alone: in italics or bold, and no label anywhere.

So ministries send answers too: what was asked set off, what is answered below it in the type of the text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, takewhile

from ingest.read.bare_tables import is_asked
from ingest.read.reading import BESIDE, Line, is_title, plain, trimmed, under, unmarked

# Where such lines stand, labels or numbers tell.
_LABEL = re.compile(r"\s*(?:Vra(?:ag|gen)|Antwoord(?:en)?)(?:\s?:|.{0,40}$)")
_ANSWER = re.compile(r"\s*Antwoord(?:en)?\s?:?\s*$")
_NUMBER = re.compile(r"\s*\d{1,3}[.):]?(?:\s|$)")
_NUMBER_ALONE = re.compile(r"\s*\d{1,3}[.):]?\s*$")
# So many questions in a row are so set by intent; of what is set off so many, in tenths, ask.
_FEWEST = 3
_MOST = 8


def with_turns(lines: Iterable[Line]) -> Sequence[Line]:
    """The lines, with what opens a question or an answer where only type tells them apart."""
    found = list(lines)
    if not any(line.set_off for line in found):
        return found
    if labelled := [at for at, line in enumerate(found) if is_labelled(line)]:
        for at in _above_answers(found, labelled):
            found[at] = replace(found[at], opens="question_label")
        numbered = not any(found[at].opens or _LABEL.match(plain(found[at].pieces)) for at in labelled)
        return _with_titles(found) if numbered else found
    turns = list(_turns(found))
    asked = [at for at, (set_off, turn) in enumerate(turns) if set_off and is_asked([found[turn[-1]]])]
    others = sum(set_off for set_off, _ in turns[asked[0] :]) if asked else 0
    if len(asked) < _FEWEST or 10 * len(asked) < _MOST * others or asked[-1] == len(turns) - 1:
        return _with_titles(found)
    for at in asked:
        question, answer = turns[at][1][0], turns[at + 1][1][0]
        found[question] = replace(found[question], opens="question_label")
        found[answer] = replace(found[answer], opens="answer_label")
    return found


def _with_titles(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a paper in which nothing is asked, a title in italics above text that is not being a heading."""
    result = list(lines)
    for (set_off, turn), _ in pairwise(_turns(lines)):
        line = lines[turn[0]]
        if (
            set_off
            and len(turn) == 1
            and line.apart
            and is_title(words := unmarked(line.pieces))
            and words[0].isupper()
        ):
            result[turn[0]] = replace(line, pieces=under("heading", line.pieces))
    return result


def _above_answers(lines: Sequence[Line], labelled: Sequence[int]) -> list[int]:
    """Where the questions begin that stand set off above "Antwoord", where there are no other labels; else nowhere."""
    if len(labelled) < _FEWEST or not all(_ANSWER.match(plain(lines[at].pieces)) for at in labelled):
        return []
    above = [*pairwise([-1, *labelled])]
    runs = [list(takewhile(lambda at: lines[at].set_off, _texts(lines, *edges))) for edges in above]
    # Above the first may stand a title.
    runs[0] = runs[0][: 1 + next((up for up, at in enumerate(runs[0]) if lines[at].apart), 0)]
    asked = [run[-1] for run in runs if run and is_asked([lines[run[0]]])]
    return asked if len(asked) == len(labelled) else []


def _texts(lines: Sequence[Line], above: int, stop: int) -> Iterator[int]:
    """The lines of text between two, from below."""
    return (at for at in range(stop - 1, above, -1) if is_text(lines[at]))


def _turns(lines: Sequence[Line]) -> Iterator[tuple[bool, list[int]]]:
    """Runs of lines of text (indexes) that are set off, and of those that are not, in turn."""
    text = [at for at, line in enumerate(lines) if is_text(line)]
    for set_off, run in groupby(text, lambda at: lines[at].set_off):
        yield set_off, list(run)


def is_labelled(line: Line) -> bool:
    """Whether a line says by itself what it opens; what stands beside the text does not."""
    if line.opens or not is_text(line, beside=BESIDE):
        return line.opens is not None
    words = plain(line.pieces)
    return bool(_LABEL.match(words) or (_NUMBER if line.set_off else _NUMBER_ALONE).match(words))


def is_text(line: Line, beside: tuple[str, ...] = (*BESIDE, "heading")) -> bool:
    """Whether a line holds running text, and not what stands beside it or over it."""
    pieces = trimmed(line.pieces)
    return bool(pieces) and not any(piece.role in beside for piece in pieces)
