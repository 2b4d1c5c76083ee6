"""How right the reading is: `python -m bench.score SAMPLES [--show]`, or `make score SAMPLES=folder`.

SAMPLES is a folder as `bench.gold` describes it.  For each document, each format and in all: precision (how much of
what was read is right), recall (how much of what is there was read right) and F1 (both in one), as percentages.  A
question or answer is right where its numbers and all its letters are.  `--show` lists each difference.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import click

from bench.gold import KINDS, Comparison, Gold, Part, compare, load, parts_of
from ingest.model import Document
from ingest.parse import parse
from ingest.read import UnreadableError, read

# How many letters are shown before and behind the place where two texts part.
_BEFORE, _BEHIND = 25, 40
# Groups of kinds that share a column.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "questions, answers": ("questions", "answers"),
    **{kind: (kind,) for kind in KINDS},
}


@dataclass(frozen=True, slots=True)
class Score:
    """How many parts are expected, how many were found, how many of these are right."""

    wanted: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.wanted + other.wanted, self.found + other.found, self.right + other.right)

    @property
    def precision(self) -> float | None:
        """Of what was found, how much is right; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Of what is expected, how much is right; None where nothing is."""
        return self.right / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where nothing is expected and nothing was found."""
        return 2 * self.right / (self.wanted + self.found) if self.wanted + self.found else None


@dataclass(frozen=True, slots=True)
class Result:
    """One document: its name, its format, what was compared, and why it could not be read ("" where it could)."""

    name: str
    format: str
    comparisons: Mapping[str, Comparison]
    failure: str = ""

    def score(self, kinds: Iterable[str]) -> Score:
        """How the kinds named came out together."""
        return total(score_of(self.comparisons[kind]) for kind in kinds)


def score_of(comparison: Comparison) -> Score:
    """The counts of a comparison."""
    right = comparison.right
    return Score(right + len(comparison.missing), right + len(comparison.unexpected), right)


def total(scores: Iterable[Score]) -> Score:
    """Scores added up."""
    return sum(scores, Score())


def results(samples: Path) -> Iterator[Result]:
    """Read every document that a gold file of the folder names, and compare."""
    for path in sorted(samples.glob("gold/*.json")):
        gold = load(path)
        for name in gold.documents:
            yield _result(samples / "documents" / name, gold)


def _result(path: Path, gold: Gold) -> Result:
    suffix = path.suffix.lstrip(".")
    try:
        document = parse(read(path))
    except UnreadableError as error:
        return Result(path.name, suffix, _comparisons(gold, None), str(error))
    return Result(path.name, suffix, _comparisons(gold, document))


def _comparisons(gold: Gold, document: Document | None) -> dict[str, Comparison]:
    found = parts_of(document, gold) if document else {}
    return {kind: compare(gold.parts[kind], found.get(kind, ())) for kind in KINDS}


def differences(comparison: Comparison) -> Iterator[str]:
    """What is missing and what is not expected; parts with the same numbers as one line, from where they part."""
    missing, unexpected = list(comparison.missing), list(comparison.unexpected)
    for part in comparison.missing:
        twin = next((one for one in unexpected if one.numbers == part.numbers and one.letters), None)
        if twin:
            missing.remove(part)
            unexpected.remove(twin)
            yield f"{_name(part)} {_parting(part.letters, twin.letters)}"
    yield from (f"{_name(part)} is missing {_opening(part)}" for part in missing)
    yield from (f"{_name(part)} is not expected {_opening(part)}" for part in unexpected)


def _name(part: Part) -> str:
    return ", ".join(part.numbers).replace(", →, ", " → ") or "(without number)"


def _opening(part: Part) -> str:
    return f"({part.letters[: _BEFORE + _BEHIND]!r}, {len(part.letters)} letters)" if part.letters else ""


def _parting(wanted: str, found: str) -> str:
    at = next(at for at, (one, other) in enumerate(zip_longest(wanted, found)) if one != other)
    after = wanted[max(0, at - _BEFORE) : at]
    return f"after {after!r} (letter {at}): {found[at : at + _BEHIND]!r} and not {wanted[at : at + _BEHIND]!r}"


def table(found: Sequence[Result]) -> Iterator[str]:
    """The scores, line by line: documents, formats, all."""
    width = max(len(result.name) for result in found)
    yield " " * width + "".join(f" {name:^18}" for name in COLUMNS)
    yield " " * width + f" {'P':>6}{'R':>6}{'F1':>6}" * len(COLUMNS)
    for result in found:
        yield f"{result.name:{width}}" + _row([result])
    for kind in sorted({result.format for result in found}):
        yield f"{'all ' + kind:{width}}" + _row([result for result in found if result.format == kind])
    yield f"{'all':{width}}" + _row(found)


def _row(found: Sequence[Result]) -> str:
    scores = (total(result.score(kinds) for result in found) for kinds in COLUMNS.values())
    return "".join(f" {_cell(one.precision)}{_cell(one.recall)}{_cell(one.f1)}" for one in scores)


def _cell(value: float | None) -> str:
    return f"{'-':>6}" if value is None else f"{100 * value:6.1f}"


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("samples", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--show", is_flag=True, help="List each difference.")
def main(samples: Path, show: bool) -> None:
    """Score the reading of SAMPLES, a folder with documents/ and gold/*.json."""
    found = list(results(samples))
    if not found:
        msg = f"{samples} has no gold/*.json that names a document."
        raise click.ClickException(msg)
    for result in found:
        if result.failure:
            click.echo(f"Not read: {result.failure}", err=True)
    for result in found if show else ():
        for kind in KINDS:
            for line in differences(result.comparisons[kind]):
                click.echo(f"{result.name}: {kind}: {line}")
    for line in table(found):
        click.echo(line)


if __name__ == "__main__":
    main()
