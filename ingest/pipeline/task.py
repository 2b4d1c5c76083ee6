"""What is passed to those who read papers, and what comes back; it loads none of the reading."""

from dataclasses import dataclass
from pathlib import Path

from ingest.archive.rows import Row
from ingest.read.failure import UnreadableError


@dataclass(frozen=True, slots=True)
class Task:
    """One file to read, under the key it will have; `ocr`: scans too.  `size` is its bytes, 0 where none can tell."""

    path: Path
    place: str
    key: str
    ocr: bool = False
    size: int = 0


Result = dict[str, list[Row]] | UnreadableError
