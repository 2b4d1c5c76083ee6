"""Questions told from answers by their type alone: in italics or bold, and no label anywhere.

So ministries send answers too: what was asked set off, what is answered below it in the type of the text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ingest.read.bare_tables import is_asked
from ingest.read.reading import BESIDE, Line, plain, trimmed

# Where such lines stand, labels or numbers tell.
_LABEL = re.compile(r"\s*(?:Vra(?:ag|gen)|Antwoord(?:en)?)(?:\s?:|.{0,40}$)")
_NUMBER = re.compile(r"\s*\d{1,3}[.):]?(?:\s|$)")
_NUMBER_ALONE = re.compile(r"\s*\d{1,3}[.):]?\s*$")
# So many questions in a row are so set by intent; of what is set off so many, in tenths, ask.
_FEWEST = 3
_MOST = 8


def with_turns(lines: Iterable[Line]) -> Sequence[Line]:
    """The lines, with what opens a question or an answer where only type tells them apart."""
    found = list(lines)
    if not any(line.set_off for line in found) or any(map(is_labelled, found)):
        return found
    turns = list(_turns(found))
    asked = [at for at, (set_off, turn) in enumerate(turns) if set_off and is_asked([found[turn[-1]]])]
    others = sum(set_off for set_off, _ in turns[asked[0] :]) if asked else 0
    if len(asked) < _FEWEST or 10 * len(asked) < _MOST * others or asked[-1] == len(turns) - 1:
        return found
    for at in asked:
        question, answer = turns[at][1][0], turns[at + 1][1][0]
        found[question] = replace(found[question], opens="question_label")
        found[answer] = replace(found[answer], opens="answer_label")
    return found


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
