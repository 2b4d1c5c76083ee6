"""Write the paper of our own writing in every format: `python -m formats.make FOLDER`, from the folder `tests`."""

import sys
from collections.abc import Callable
from pathlib import Path

from formats.markup import to_html, to_xml
from formats.packages import to_docx, to_odt
from formats.pdf import to_pdf
from formats.plain import to_md, to_txt

WRITERS: dict[str, Callable[[], bytes]] = {
    "docx": to_docx,
    "html": to_html,
    "md": to_md,
    "odt": to_odt,
    "pdf": to_pdf,
    "txt": to_txt,
    "xml": to_xml,
}


def make(folder: Path) -> dict[str, Path]:
    """Write all formats into a folder; the path of each by its suffix."""
    folder.mkdir(parents=True, exist_ok=True)
    for suffix, write in WRITERS.items():
        (folder / f"paper.{suffix}").write_bytes(write())
    return {suffix: folder / f"paper.{suffix}" for suffix in WRITERS}


if __name__ == "__main__":
    for path in make(Path(sys.argv[1])).values():
        print(path)
