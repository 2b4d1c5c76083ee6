"""What a reader made of a file, as one string to compare at a glance."""

from pathlib import Path
from tempfile import TemporaryDirectory

from ingest.model import Source
from ingest.read import read


def shown(data: bytes, name: str = "paper") -> str:
    """The text read from a file's bytes, each hint in brackets: `[footnote 1: …]`."""
    return marked(read_data(data, name))


def read_data(data: bytes, name: str = "paper") -> Source:
    """Read a file with the given bytes."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return read(path)


def marked(source: Source) -> str:
    """The text with its hints in brackets."""
    at = 0
    parts = []
    for hint in source.hints:
        name = f"{hint.role} {hint.marker}".strip()
        text = source.text[hint.span.start : hint.span.stop]
        parts += [source.text[at : hint.span.start], f"[{name}: {text}]" if text else f"[{name}]"]
        at = hint.span.stop
    return "".join([*parts, source.text[at:]])
