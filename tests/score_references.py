"""How many of the hand-checked citations are found: `python tests/score_references.py`.

Prints precision and recall by kind over the sentences in `tests/citations/`, then what was missed and what was found
that is not there.
"""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import yaml

from ingest.model import Citation
from ingest.references import find

FOLDER = Path(__file__).parent / "citations"
FAULTS = FOLDER / "known_faults.yml"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the citations that a careful reader finds in it, as "kind name"."""

    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """The citations of one kind that should be found, that were found, and that are both."""

    expected: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0


def sentences() -> list[Sentence]:
    """All hand-checked sentences."""
    rows = [row for path in sorted(FOLDER.glob("*.yml")) if path != FAULTS for row in yaml.safe_load(path.read_text())]
    return [Sentence(row["text"], tuple(row["cites"])) for row in rows]


def name(citation: Citation) -> str:
    """Kind and name of what is cited; a question is named by its numbers, "?" stands for what stays open."""
    return f"{citation.kind} {citation.work.id if citation.work else ','.join(citation.numbers) or '?'}"


def compare(sentence: Sentence) -> tuple[Counter[str], Counter[str]]:
    """What was missed in a sentence, and what was found that is not there."""
    expected, found = Counter(sentence.cites), Counter(map(name, find(sentence.text)))
    return expected - found, found - expected


def faults() -> dict[str, list[str]]:
    """All that is missed and surplus, each with its text."""
    lines: dict[str, list[str]] = {"missed": [], "surplus": []}
    for sentence in sentences():
        for sort, names in zip(lines, compare(sentence), strict=True):
            lines[sort] += [f"{sentence.text}: {cited}" for cited in names.elements()]
    return lines


def scores() -> dict[str, Score]:
    """The score of each kind."""
    expected, found, right = Counter[str](), Counter[str](), Counter[str]()
    for sentence in sentences():
        missed, surplus = compare(sentence)
        hits = Counter(sentence.cites) - missed
        for total, names in ((expected, Counter(sentence.cites)), (found, hits + surplus), (right, hits)):
            total.update(cited.split()[0] for cited in names.elements())
    return {kind: Score(expected[kind], found[kind], right[kind]) for kind in sorted(expected | found)}


def main() -> None:
    print(f"{'kind':18}{'expected':>9}{'found':>7}{'precision':>11}{'recall':>8}")
    for kind, score in scores().items():
        print(f"{kind:18}{score.expected:9}{score.found:7}{score.precision:11.3f}{score.recall:8.3f}")
    for sort, lines in faults().items():
        for line in lines:
            print(f"{sort}: {line}")


if __name__ == "__main__":
    main()
