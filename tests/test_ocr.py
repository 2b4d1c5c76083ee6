"""Scans, read by Tesseract; CI installs it with its Dutch data."""

import shutil
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from click.testing import CliRunner
from fpdf import FPDF

from ingest.cli import main
from ingest.pipeline import ingest
from ingest.read import UnreadableError, read

WORDS = "Antwoord van minister Wierdsma (Defensie) (ontvangen 3 maart 2025)"


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A PDF that holds a picture of a page and no text."""
    typed = FPDF()
    typed.add_page()
    typed.set_font("Helvetica", size=13)
    lines = [
        WORDS,
        "",
        "Vraag 1",
        "Hoeveel bruggen in Zeeland zijn afgekeurd?",
        "",
        "Antwoord 1",
        "Dat zijn er veertien.",
    ]
    typed.multi_cell(0, 8, "\n".join(lines))
    picture = pypdfium2.PdfDocument(bytes(typed.output()))[0].render(scale=3).to_pil()
    scanned = FPDF()
    scanned.add_page()
    scanned.image(picture, x=0, y=0, w=210)
    path = tmp_path / "papers" / "scan.pdf"
    path.parent.mkdir()
    scanned.output(str(path))
    return path


def test_a_scan_without_ocr_has_no_text_and_says_so(scan: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive.db"
    assert not ingest(archive, [scan.parent]).failed
    shown = CliRunner().invoke(main, ["show", str(archive), "scan"]).output
    assert "no_text" in shown and "scan" in shown


def test_a_scan_is_read_and_marked_as_ocr(scan: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive.db"
    ingest(archive, [scan.parent])
    result = CliRunner().invoke(main, ["ingest", str(archive), str(scan.parent), "--ocr"])
    assert result.exit_code == 0, result.output
    assert "1 changed" in result.output
    shown = CliRunner().invoke(main, ["show", str(archive), "scan"]).output
    assert "Hoeveel bruggen in Zeeland zijn afgekeurd" in shown
    assert "Dat zijn er veertien." in shown
    assert "read_by_ocr" in shown
    assert "1 unchanged" in CliRunner().invoke(main, ["ingest", str(archive), str(scan.parent), "--ocr"]).output


def test_a_pdf_with_text_is_not_read_by_ocr(tmp_path: Path) -> None:
    typed = FPDF()
    typed.add_page()
    typed.set_font("Helvetica", size=12)
    typed.multi_cell(0, 8, WORDS)
    typed.output(str(tmp_path / "typed.pdf"))
    assert read(tmp_path / "typed.pdf", ocr=True).encoding != "ocr"


def test_missing_tesseract_is_said(scan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pytesseract.pytesseract.tesseract_cmd", "no-such-program")
    with pytest.raises(UnreadableError, match="takes Tesseract"):
        read(scan, ocr=True)


def test_tesseract_is_here() -> None:
    """The tests above need it: see the README for the packages."""
    assert shutil.which("tesseract")
