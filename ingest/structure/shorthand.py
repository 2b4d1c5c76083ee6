"""Short words for question and answer: "V:" and "A:", "Q1" and "A1", "Reactie".  Only a paper that keeps to them, turn
by turn, means labels by them: "A." opens an appendix as well, and "A1" is a motorway.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from ingest.language.numbers import NUMBERS, ORDINAL, question_numbers

Turn = Literal["question_label", "answer_label"]


@dataclass(frozen=True, slots=True)
class Pair:
    """How a paper opens its questions and its answers, with examples; without `question`, as any paper may."""

    question: str | None
    answer: str
    yes: tuple[str, ...]
    no: tuple[str, ...]


_CAPITAL = r"(?=[*_]{0,3}\s+[A-ZÀ-Þ«“\"‘'(])"
# With a mark, alone on the line, or before a sentence.
_COLON = r"\s?:(?=[\s*_]|\Z)"
_STOP = r"\.(?=[*_]{0,3}(?:\s+\D|\s*\Z))"
# Glued to its word: "V1".
_GLUED = r"(?P<numbers>\d{1,3}[a-k]?)"
_ENDS = rf"(?:\s?[.:)]+(?=[\s*_]|\Z)|{_CAPITAL}|\s*\Z)"
_OFFICE = r"(?:de\s)?(?:minister|staatssecretaris|kabinet|regering|bewindspersoon|bewindslieden)"

PAIRS = (
    Pair(
        rf"(?:V|Vr|Q){_COLON}",
        rf"(?:A|Antw){_COLON}",
        yes=("V: Klopt dit?", "Q:", "A: Ja.", "Antw:"),
        no=("Van: wie", "V", "A", "V. Klopt dit?"),
    ),
    Pair(
        rf"(?:V|Vr|Q){_STOP}",
        rf"(?:A|Antw){_STOP}",
        yes=("V.", "Vr. Klopt dit?", "Antw. Ja.", "A."),
        no=("Vr", "Ad.", "Vr. 1", "V: Klopt dit?"),
    ),
    Pair(
        rf"(?:V|Vr\.?|Q)\s?{_GLUED}{_ENDS}",
        rf"(?:A|Antw\.?)\s?{_GLUED}{_ENDS}",
        yes=("V1: Klopt dit?", "Vr. 1", "Q1 Klopt dit?", "A 2", "A1 Ja.", "Antw. 3: Ja."),
        no=("A1 is een weg", "Vr 1 en dan", "Q"),
    ),
    Pair(
        rf"vra(?:ag|gen)\s(?:nr\.?\s)?(?P<numbers>{NUMBERS})\s?:",
        rf"antwoord(?:en)?\s(?:op\s)?(?:vra(?:ag|gen)\s)?(?P<numbers>{NUMBERS})\s?:",
        yes=("vraag 1: klopt dit?", "antwoord 1: ja", "antwoord op vraag 2: ja"),
        no=("vraag 1 gaat over", "antwoord 1"),
    ),
    Pair(
        rf"Vraag{_CAPITAL}",
        rf"Antwoord{_CAPITAL}",
        yes=("Vraag Klopt dit?", "Antwoord Ja."),
        no=("Vraag en aanbod", "Antwoord op", "Antwoord"),
    ),
    Pair(
        rf"(?P<numbers>(?i:{ORDINAL}))\svraag{_ENDS}",
        rf"Antwoord(?:\sop\s(?:de\s)?(?P<numbers>(?i:{ORDINAL}))\svraag)?{_ENDS}",
        yes=("Eerste vraag", "Tweede vraag: Klopt dit?", "Antwoord op de eerste vraag", "Antwoord: Ja."),
        no=("Eerste vragen", "Tweede vraag van de leden", "Antwoord op de eerste vraag luidt"),
    ),
    Pair(
        None,
        rf"(?:Reactie|REACTIE)(?:\s(?:van\s)?{_OFFICE})?(?:\s?:|{_CAPITAL}|\s*\Z)",
        yes=("Reactie", "Reactie: Ja.", "Reactie van de minister", "Reactie kabinet:"),
        no=("Reactie op het rapport", "Reacties", "Reactie van burgers"),
    ),
    Pair(
        None,
        rf"(?:Beantwoording|(?:Antwoord|Beantwoording)\s(?:van\s)?{_OFFICE}(?:\s[^.?!:]{{1,80}})?)\s?:",
        yes=("Antwoord van de minister: Ja.", "Antwoord minister:", "Beantwoording:"),
        no=("Antwoord van de minister", "Antwoord van mij: ja", "Antwoord:"),
    ),
    Pair(
        None,
        rf"Antwoord{_CAPITAL}",
        yes=("Antwoord Ja.",),
        no=("Antwoord op vraag 1", "Antwoord ja"),
    ),
    Pair(
        None,
        rf"(?:Ad|AD)\.?\s?(?P<numbers>{NUMBERS}){_ENDS}",
        yes=("Ad 1", "Ad 1.", "Ad. 2: Ja.", "Ad 1 en 2"),
        no=("Ad hoc", "Ad 1 van de lijst"),
    ),
)  # fmt: skip

_RULES: list[tuple[re.Pattern[str] | None, re.Pattern[str]]] = [
    (re.compile(pair.question) if pair.question else None, re.compile(pair.answer)) for pair in PAIRS
]
# The words of all rules: a first look, as most lines open with none.
_WORDS = rf"V|Vr|Q|A|Antw|Ad|AD|[Vv]raag|vragen|[Aa]ntwoord(?:en)?|Reactie|REACTIE|Beantwoording|(?i:{ORDINAL})\svraag"
_OPENS = re.compile(rf"([#*_>\s]*)(?:{_WORDS})(?![^\W\d_])")
# A paper keeps to its way from so many answers on; so many of its questions ask with a question mark, in three.
_FEWEST = 2
_MOST_ASK = 2


class _Head(NamedTuple):
    """A line that may open with such a label, by its index: its words, and where they start behind decoration."""

    line: int
    words: str
    start: int


@dataclass(frozen=True, slots=True)
class _Hit:
    """A line that a rule matches, by its index."""

    line: int
    turn: Turn
    numbers: tuple[str, ...]


def shorthand(
    lines: Sequence[str], asks: Callable[[str], bool], answers: Callable[[str], tuple[str, ...]]
) -> list[tuple[Turn, re.Pattern[str]]]:
    """The patterns that open questions and answers in the lines of one paper; mostly none.

    `asks`: whether a line opens a question as any paper may write it; `answers`: which ones it answers.
    """
    heads = [
        _Head(at, line.rstrip("*_ "), match.end(1)) for at, line in enumerate(lines) if (match := _OPENS.match(line))
    ]
    found: list[tuple[Turn, re.Pattern[str]]] = []
    for question, answer in _RULES:
        hits = [hit for head in heads if (hit := _hit(head, question, answer))]
        if sum(hit.turn == "answer_label" for hit in hits) < _FEWEST:
            continue
        if question and _take_turns(hits, lines):
            found += [("question_label", question), ("answer_label", answer)]
        elif not question and not _answered(hits, lines, answers) and _answer_each(hits, lines, asks):
            found.append(("answer_label", answer))
    return found


def is_shorthand(line: str) -> bool:
    """Whether a line opens with a word that may be such a label."""
    return _OPENS.match(line) is not None


def _hit(head: _Head, question: re.Pattern[str] | None, answer: re.Pattern[str]) -> _Hit | None:
    if question and (match := question.match(head.words, head.start)):
        return _Hit(head.line, "question_label", question_numbers(match.groupdict().get("numbers") or ""))
    if match := answer.match(head.words, head.start):
        return _Hit(head.line, "answer_label", question_numbers(match.groupdict().get("numbers") or ""))
    return None


def _take_turns(hits: Sequence[_Hit], lines: Sequence[str]) -> bool:
    """Whether questions and answers alternate, or bear numbers that fit, and the questions ask."""
    questions = [hit for hit in hits if hit.turn == "question_label"]
    ends = {hit.line: after.line for hit, after in pairwise(hits)}
    asking = sum(_asks(lines[hit.line : ends.get(hit.line, len(lines))]) for hit in questions)
    if len(questions) < _FEWEST or 3 * asking < _MOST_ASK * len(questions):
        return False
    asked = [number for hit in questions for number in hit.numbers]
    if asked:
        named = {number for hit in hits if hit.turn == "answer_label" for number in hit.numbers}
        return len(set(asked)) == len(asked) and named <= set(asked)
    return hits[0].turn == "question_label" and all(hit.turn != after.turn for hit, after in pairwise(hits))


def _answered(hits: Sequence[_Hit], lines: Sequence[str], answers: Callable[[str], tuple[str, ...]]) -> bool:
    """Whether other labels answer the same questions: below "Antwoord 2", "Ad 1" takes up a point of that question."""
    named = {number for hit in hits for number in hit.numbers}
    return bool(named) and any(not named.isdisjoint(answers(line)) for line in lines)


def _answer_each(hits: Sequence[_Hit], lines: Sequence[str], asks: Callable[[str], bool]) -> bool:
    """Whether mostly a question stands before each answer; or before all, where the answers count from 1."""
    between = [lines[start:stop] for start, stop in pairwise([0, *(hit.line for hit in hits)])]
    asked = sum(_asks(part) and any(map(asks, part)) for part in between)
    if 3 * asked >= _MOST_ASK * len(between):
        return True
    numbers = [number for hit in hits for number in hit.numbers]
    counted = bool(numbers) and numbers == [str(at) for at in range(1, len(numbers) + 1)]
    return counted and len(numbers) <= sum(map(asks, between[0]))


def _asks(part: Sequence[str]) -> bool:
    return any("?" in line for line in part)
