"""Labels inside a line, for text that lost its line breaks: "… geld? Antwoord 3 Ja. Vraag 4 Wat …"."""

import re
from typing import Literal

from ingest.language.numbers import NUMBERS, question_numbers, rank
from ingest.language.wording import LABEL_END

ItemRole = Literal["question_label", "answer_label", "part_label", "heading", "text"]

# After the end of a sentence or a wide gap.  First a look at the letter, as that is quickly told.
_INLINE = re.compile(
    rf"(?=[VAMT])(?:(?<=\s)|\A)(?:"
    rf"(?P<question>Vra(?:ag|gen)\s+(?P<asked>{NUMBERS}){LABEL_END})"
    rf"|(?P<answer>Antwoord(?:en)?(?:\s+op)?(?:\s+de)?(?:\s+vra(?:ag|gen))?\s+(?P<answered>{NUMBERS}){LABEL_END}|(?<=[.?!:;)»”\"'’\d]\s)Antwoord(?::|(?=\s+[A-ZÀ-Þ]))))"
    r"|(?P<part>(?<=[.?!:;)»”\"'’\d]\s)(?:Mededeling|Toelichting)(?::|(?=\s+[A-ZÀ-Þ])))"
)
# Question numbers that extraction may lose in a row.
_FIRST = rank("1:1")
_LEAP = 20 * rank("1")
# Without a question's label no label inside a line counts.
_ASKED = "Vra"

# A label inside a line: its role, its numbers, where it begins and ends.
Inside = tuple[ItemRole, tuple[str, ...], int, int]


def labels_inside(line: str, asked: int) -> list[Inside]:
    """Labels inside a line that lost its breaks; questions count only where their numbers rise, from `asked` on or
    from 1 again.
    """
    parts: list[Inside] = []
    for match in _INLINE.finditer(line) if asked or _ASKED in line else ():
        numbers = question_numbers(match["asked"] or match["answered"] or "")
        end = match.end()
        if match["part"]:
            if asked:
                parts.append(("part_label", (), match.start(), end))
            continue
        if match["question"]:
            values = [rank(number) for number in numbers]
            asked = asked if parts or values[0] > _FIRST else 0
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
