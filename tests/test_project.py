"""What stands around the code: that it can be built from a clone, and says what is true."""

import ast
import hashlib
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
OURS = ["ingest", "plugins", "templates", "static", "tests", "bench", "data", ".ci", "deploy", "docs"]
WRITTEN = {".py", ".md", ".yml", ".yaml", ".html", ".css", ".js", ".toml", ".txt", ".cfg", ""}


def written() -> list[Path]:
    """The files that people wrote, without papers and what was built."""
    files = [path for path in ROOT.iterdir() if path.is_file()]
    files += [path for name in OURS for path in (ROOT / name).rglob("*") if path.is_file()]
    return [
        path
        for path in files
        if path.suffix in WRITTEN and "__pycache__" not in path.parts and path.parent != ROOT / "data" / "documents"
    ]


def test_everything_that_is_imported_is_a_dependency() -> None:
    project = PROJECT["project"]
    lines = [
        *project["dependencies"],
        *project["optional-dependencies"]["ocr"],
        *project["optional-dependencies"]["dask"],
    ]
    declared = {re.split(r"[^\w-]", line, maxsplit=1)[0].lower().replace("-", "_") for line in lines}
    nodes = [node for path in (ROOT / "ingest").rglob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    used = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    used |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    outside = {name.split(".")[0] for name in used} - {"ingest", *sys.stdlib_module_names}
    # These are imported by other names than their packages have.
    assert outside <= declared | {"PIL", "arro3"}


def test_all_versions_are_locked() -> None:
    for lock in ("requirements.txt", "requirements-dev.txt"):
        lines = [line for line in (ROOT / lock).read_text("utf-8").splitlines() if re.match(r"\w", line)]
        assert lines
        assert [line for line in lines if "==" not in line] == []


def test_make_help_explains_every_target_that_it_offers() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = " ".join(re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)).split()
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert {"serve", "test", "db", "help"} <= set(phony)
    for target in phony:
        assert re.search(rf"^\s*make {target}\s+\S", shown, re.MULTILINE), target


def test_the_checks_of_the_project_are_those_of_make() -> None:
    run = ROOT / ".ci" / "run"
    assert os.access(run, os.X_OK)
    assert "make" in run.read_text("utf-8")
    assert "test" in run.read_text("utf-8")


def test_every_target_that_the_readme_names_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    code = "\n".join(re.findall(r"`[^`]+`|^ {4}.+$|^make .+$", _readme(), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z-]+)\b", code))
    assert {"serve", "test"} <= named <= targets


def _readme() -> str:
    return (ROOT / "README.md").read_text("utf-8")


def test_every_file_that_the_readme_links_to_is_there() -> None:
    for page in (ROOT / "README.md", ROOT / "data" / "README.md", ROOT / "tests" / "papers" / "README.md"):
        links = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
        assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_licence_is_the_one_declared() -> None:
    assert PROJECT["project"]["license"] == "Apache-2.0"
    assert "Apache License" in (ROOT / "LICENSE").read_text("utf-8")
    assert "Version 2.0" in (ROOT / "LICENSE").read_text("utf-8")


# The papers as they were handed out: nobody may tidy them.
PAPERS = {
    "000_6ded6680a351a2be.txt": "ca2bf2e0e0454511d68896e41a23b33c6d14d96126fa0d1cfa05f88ccfd54c7d",
    "001_8c9d9303850c05b6.txt": "428bc49330e410449a8b8a02ebd1edb45c1628d0f6939e34a7d420fc0a68b372",
    "002_9a06ac4a988543d7.txt": "810dc195f80c03fee48ca172a9828fd502561a9ddb663effca266e8d6c85e81b",
    "003_f85d6c8069df6c91.txt": "41193a76eb99f728788b8279ffbb888c5da50ad17409e33955c2db1dea4be830",
    "004_3b1a3d74f71da160.txt": "0162b3a175a754dedc0abb370fdf39d000b44fcffc0f29518ab76c4d8040ca7d",
}


@pytest.mark.parametrize("name", PAPERS)
def test_the_papers_are_byte_for_byte_what_they_were(name: str) -> None:
    assert hashlib.sha256((ROOT / "data" / "documents" / name).read_bytes()).hexdigest() == PAPERS[name]


def test_no_paper_is_named_in_the_code() -> None:
    """Rules know kinds of papers, never one of those that lie here."""
    keys = re.compile("|".join(Path(name).stem.split("_")[1] for name in PAPERS))
    assert [path for path in (ROOT / "ingest").rglob("*.py") if keys.search(path.read_text("utf-8"))] == []


def test_nothing_speaks_of_the_machine_it_was_written_on() -> None:
    places = ["/home/", "/Users/", "/root/", *([f"{ROOT}/"] if len(ROOT.parts) > 2 else [])]
    texts = {path: path.read_text("utf-8") for path in written() if path != Path(__file__)}
    assert [(path, place) for path, text in texts.items() for place in places if place in text] == []
