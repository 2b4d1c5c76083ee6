"""Scans, read by Tesseract.

CI installs it with its Dutch data, so that nothing is left out there; elsewhere these tests are, where it is missing.
"""

import io
import os
import shutil
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from click.testing import CliRunner
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from ingest.cli import main
from ingest.pipeline.run import ingest
from ingest.read import UnreadableError, read

needs_tesseract = pytest.mark.skipif(
    not shutil.which("tesseract") and not os.environ.get("CI"), reason="Tesseract is not installed"
)
WORDS = "Antwoord van minister Wierdsma (Defensie) (ontvangen 3 maart 2025)"


def typed(lines: list[str]) -> bytes:
    """A PDF of one page with these lines."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.setFont("Helvetica", 13)
    for row, line in enumerate(lines):
        canvas.drawString(60, 760 - 24 * row, line)
    canvas.save()
    return file.getvalue()


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A PDF that holds a picture of a page and no text."""
    question = "Hoeveel bruggen in Zeeland zijn afgekeurd?"
    lines = [WORDS, "", "Vraag 1", question, "", "Antwoord 1", "Dat zijn er veertien."]
    picture = pypdfium2.PdfDocument(typed(lines))[0].render(scale=3).to_pil()
    path = tmp_path / "papers" / "scan.pdf"
    path.parent.mkdir()
    canvas = Canvas(str(path), pagesize=A4)
    canvas.drawImage(ImageReader(picture), 0, 0, *A4)
    canvas.save()
    return path


def test_a_scan_without_ocr_has_no_text_and_says_so(scan: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive.db"
    assert not ingest(archive, [scan.parent]).failed
    shown = CliRunner().invoke(main, ["show", str(archive), "scan"]).output
    assert "no_text" in shown and "scan" in shown


@needs_tesseract
def test_a_scan_is_read_and_marked_as_ocr(scan: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive.db"
    ingest(archive, [scan.parent])
    result = CliRunner().invoke(main, ["ingest", str(archive), str(scan.parent), "--ocr"])
    assert result.exit_code == 0, result.output
    assert "1 changed" in result.output
    shown = CliRunner().invoke(main, ["show", str(archive), "scan"]).output
    assert "Hoeveel bruggen in Zeeland zijn afgekeurd" in shown
    assert "Dat zijn er veertien" in shown
    assert "read_by_ocr" in shown
    assert "1 unchanged" in CliRunner().invoke(main, ["ingest", str(archive), str(scan.parent), "--ocr"]).output


def test_a_pdf_with_text_is_not_read_by_ocr(tmp_path: Path) -> None:
    (tmp_path / "typed.pdf").write_bytes(typed([WORDS]))
    assert read(tmp_path / "typed.pdf", ocr=True).encoding != "ocr"


def test_missing_tesseract_is_said(scan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pytesseract.pytesseract.tesseract_cmd", "no-such-program")
    with pytest.raises(UnreadableError, match="takes Tesseract"):
        read(scan, ocr=True)
