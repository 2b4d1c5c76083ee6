"""How fast papers are read, and that twice the text takes about twice the time: `python -m bench.reading`.

First ordinary papers (MB/s of text on one core), then a PDF of ten pages, then texts made to make a reader try again
and again, at one size and at twice that size, with the memory that the first took as a multiple of the text.  Status 1
where one of these takes more than three times as long.
"""

import os
import resource
import struct
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import click
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from bench.papers import paper, papers
from ingest.archive.rows import rows_of
from ingest.model import Format, Source
from ingest.parse import parse
from ingest.read import read

_MEGABYTE = 1_000_000
# Twice the text may take this many times as long; linear is 2, the rest is caches and garbage collection.
_MOST = 3.0
_LINES_OF_A_PAGE = 55
_PAGES = 10
_RUNS = 3

# What is repeated up to the size wanted.  "{}" is counted up, so that no two are equal.
HOSTILE: Mapping[str, str] = {
    "one line of words": "de brug bij Oudeveen is open, ",
    "one line of sentences": "De brug is open. ",
    "one line without spaces": "x",
    "empty lines": "\n",
    "empty lines between": "de brug bij Oudeveen is\n\n",
    "empty lines with spaces": "x\n \n",
    "spaces": " ",
    "tabs": "brug\t",
    "carriage returns": "x\r",
    "form feeds": "x\f",
    "opening brackets": "([(",
    "closing brackets": ")])",
    "digits": "1234567890",
    "digits and hyphens": "12-34-",
    "hyphens": "-",
    "compounds": "ja-woord-",
    "hyphens at line ends": "veer-\npont-\n",
    "full stops": ".",
    "question marks": "? ",
    "Vraag 1": "Vraag 1\n",
    "Vraag 1 with text": "Vraag 1\nIs de brug open?\n",
    "Vraag n": "Vraag {}\nIs de brug open?\n",
    "Vraag n, Antwoord n": "Vraag {0}\nIs de brug open?\nAntwoord {0}\nJa.\n",
    "Vraag 1 in one line": "Vraag 1 Is de brug open? Antwoord 1 Ja. ",
    "Vraag n in one line": "Vraag {0} Is de brug open? Antwoord {0} Ja. ",
    "Antwoord": "Antwoord\nJa.\n",
    "Antwoord n": "Antwoord {}\nJa.\n",
    "Antwoord 1": "Antwoord 1\nJa.\n",
    "one label, many numbers": "Vraag 1, 2, 3 en 4, 5 en ",
    "Vragen 1 t/m 500": "Vragen 1 t/m 500\nIs de brug open?\n",
    "questions, numbered": "{}. Is de brug open?\nAntwoord:\nJa.\n",
    "questions without numbers": "Is de brug open?\n\nJa, dat is zij.\n\n",
    "footnote marks": "brug1 ",
    "footnote marks, rising": "brug{} ",
    "footnote marks on years": "in 2024{}, ",
    "marks garbled": "brug.* ",
    "footnotes": "{} Zie www.voorbeeld.example.\n",
    "footnotes in one line": "brug.{0} {0} Stb. 2020, 1. Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel {0} ",
    "numbers above the imprint": "brug kst-32034-48\nISSN 0921 - 7371\n",
    "footnotes on pages": "De brug{0} is open.\n\n{0} Zie www.voorbeeld.example.\n\f",
    "notes in brackets": "[1: ",
    "notes of Word": "brug[footnoteRef:1] [1:  Zie Stb. 2020, 118.] ",
    "notes in markup": "<sup>1</sup> Zie de bijlage.\n",
    "brackets not closed": "[bookmark: ",
    "bare numbers": "1\n",
    "bare numbers, rising": "{}\n",
    "1 Kamerstuk": "1 Kamerstuk\n",
    "nr.": "nr. ",
    "Kamerstuk nr.": "Kamerstuk nr. ",
    "dossiers": "29 826, nr. ",
    "its own name": "kst-32034-48\n",
    "its own name in one line": "kst-32034-48 ",
    "answers that refer": "Zie het antwoord op vraag 1. ",
    "addresses": "https://",
    "addresses over lines": "https://voorbeeld.example/a-\n",
    "page furniture": "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 2\n",
    "page numbers": "Pagina 1 van 9\nDe brug is open.\n",
    "margins": "Ons kenmerk\nIENW/BSK-2024/12345\nPagina 1 van 9\n",
    "headings": "# Brug\nDe brug is open.\n",
    "signatures": "De Minister van Defensie,\nA. de Wit\n",
    "marks alone between labels": "Vraag 1\nIs de brug open?\n1\nAntwoord 1\nJa.\n1\n",
    "Roman marks": "Is de brug open?ii ",
    "Roman notes": "i Zie Stb. 2020, 1.ii De Brug, 3 mei 2024.iii Stb. 1\n",
    "names": "A. de Wit\n",
    "names of papers": "kst-{}-48\n",
    "page numbers in one line": "De brug bij Oudeveen is open en dicht. {}/99999 ",
    "marks at the heads of lines": "De brug kost 11 cent per\n{0}. In 2023 is zij open\n{0} Zie www.brug.example.\n",
    "a margin on each page": "Pagina 1\nX\nOns kenmerk\n",
    "many askers": "het lid De Wit (CDA), ",
    "many dates": "(ingezonden 3 maart 2024)\n",
    "dossier titles": "29 826\tIndustriebeleid\n",
    "signatures below an answer": "De Minister van Defensie,\nA. de Wit\n",
    "sources below an answer": "Het Nieuws, 3 maart 2024, «Brug open» (www.voorbeeld.example)\n",
    "a list of questions": "{} Is de brug open?\nJa, dat is zij.\n",
    "Markdown: bold": "**",
    "Markdown: escapes": "\\*",
    "Markdown: notes": "brug[^1] ",
    "Markdown: addresses": "[a](b) ",
    "Markdown: quotations": "> x\n",
    "Markdown: italics": "_x *y ",
    "Markdown: bold margins": "**DG Brug Datum** 3 mei 2024 **Kenmerk** 48123\n",
    "Markdown: quoted numbers": "> 3\n",
    "a letter's headings": "De brug\n\nDe brug bij Oudeveen is open.\n\n",
}
_QUESTION = "Vraag 1\nIs de brug open?\nAntwoord 1\nJa.\n\n"
# What stands above some of them, without which they are read as something else.
HEADS: Mapping[str, str] = {
    "a margin on each page": "X\n" * 100_000,
    "its own name in one line": "kst-32034-48\n\nMotie van het lid De Wit\n\n",
    "signatures below an answer": _QUESTION,
    "sources below an answer": _QUESTION,
    "a list of questions": "Lijst van vragen en antwoorden\n\n",
    "a letter's headings": "Geachte voorzitter,\n\n",
}


def hostile(name: str, size: int) -> Source:
    """The hostile text of that name, of about `size` characters."""
    return source(HEADS.get(name, "") + repeated(HOSTILE[name], size), "markdown" if "Markdown" in name else "text")


def source(text: str, form: Format = "text") -> Source:
    """A text as if it had been read from a file."""
    return Source(text, form, "utf-8", "")


def repeated(piece: str, size: int) -> str:
    """A piece over and over."""
    if "{" not in piece:
        return piece * (size // len(piece))
    parts: list[str] = []
    length = 0
    while length < size:
        parts.append(piece.format(len(parts) + 1))
        length += len(parts[-1])
    return "".join(parts)


def seconds(task: Callable[[], object]) -> float:
    """How long a task keeps the processor busy; what else the machine does has no part in it."""
    start = time.process_time()
    task()
    return time.process_time() - start


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the processor, and bytes of memory beyond those that a process has anyway."""

    seconds: float
    memory: int


def parsing(one: Source) -> Cost:
    """What one paper costs, from its text to rows, in a process of its own."""
    answer, theirs = os.pipe()
    if not os.fork():
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        taken = seconds(lambda: rows_of(parse(one), "paper", "paper.txt"))
        more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        os.write(theirs, struct.pack("dq", taken, more << 10))
        os._exit(0)
    os.close(theirs)
    with open(answer, "rb") as told:  # noqa: PTH123
        cost = Cost(*struct.unpack("dq", told.read()))
    os.wait()
    return cost


def text_speed(size: int) -> float:
    """Characters per second, over ordinary papers; the best of some runs."""
    sources = [source(text) for text in papers(size)]
    best = min(seconds(lambda: [parse(one) for one in sources]) for _ in range(_RUNS))
    return sum(len(one.text) for one in sources) / best


def pdf_speed(pages: int) -> float:
    """Seconds for a PDF of that many pages, from the file to a document; the best of some runs."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "paper.pdf")
        write_pdf(path, pages)
        return min(seconds(lambda: parse(read(path))) for _ in range(_RUNS))


def write_pdf(path: Path, pages: int) -> None:
    """A PDF with the text of papers on that many pages."""
    canvas = Canvas(str(path), pagesize=A4)
    for number in range(pages):
        canvas.setFont("Times-Roman", 10)
        lines = paper(number).split("\f")[0].splitlines()[:_LINES_OF_A_PAGE]
        for row, line in enumerate(lines):
            canvas.drawString(70, 780 - 13 * row, line)
        canvas.showPage()
    canvas.save()


@dataclass(frozen=True, slots=True)
class Growth:
    """What so many characters of a text cost; twice as many took `ratio` times as long."""

    characters: int
    cost: Cost
    ratio: float


def growth(name: str, most: int, enough: float) -> Growth:
    """How time grows with a hostile text, from `most` characters or as many as are read in `enough` seconds."""
    trial = most // 16
    characters = min(most, int(trial * enough / parsing(hostile(name, trial)).seconds))
    once = parsing(hostile(name, characters))
    return Growth(characters, once, parsing(hostile(name, 2 * characters)).seconds / once.seconds)


def steady_growth(name: str, most: int, enough: float) -> Growth:
    """The same, measured again where it looks too much: something else may have kept the machine's memory busy."""
    first = growth(name, most, enough)
    return first if first.ratio <= _MOST else min(first, growth(name, most, enough), key=lambda found: found.ratio)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--size", metavar="MB", default=5.0, show_default=True, help="Megabytes of each text, at most.")
@click.option("--enough", metavar="SECONDS", default=2.0, show_default=True, help="Take less of a text that is slow.")
@click.option("--only", metavar="WORD", default="", help="Only the hostile texts with this in their name.")
def main(size: float, enough: float, only: str) -> None:
    """Measure how fast papers are read, and that time grows as the text does."""
    most = int(size * _MEGABYTE)
    if not only:
        click.echo(f"ordinary papers             {text_speed(most) / _MEGABYTE:8.2f} MB/s")
        click.echo(f"a PDF of {_PAGES} pages           {pdf_speed(_PAGES):8.2f} s")
    click.echo(f"{'hostile texts':28}{'MB':>8}{'MB/s':>8}{'memory':>9}{'twice the text':>17}")
    slow = 0
    for name in HOSTILE:
        if only in name:
            found = steady_growth(name, most, enough)
            slow += found.ratio > _MOST
            click.echo(_row(name, found))
    sys.exit(1 if slow else 0)


def _row(name: str, found: Growth) -> str:
    size = found.characters / _MEGABYTE
    remark = "  TOO SLOW" if found.ratio > _MOST else ""
    # Memory as a multiple of the text.
    memory = f"{found.cost.memory / found.characters:8.0f}x"
    return f"{name:28}{size:8.2f}{size / found.cost.seconds:8.2f}{memory}{found.ratio:12.1f} times{remark}"


if __name__ == "__main__":
    main()
