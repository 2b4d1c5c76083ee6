"""The shape of the code: data flows one way, and each outside thing has one module that touches it."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import ingest

ROOT = Path(ingest.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))
# Modules and packages of `ingest`, in the order in which its docstring lists them.
LISTED = re.findall(r"^    (\w+)  +\S", ingest.__doc__ or "", re.MULTILINE)

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def stage(path: Path) -> str:
    """The module of `ingest` that a file is, or the package that it belongs to."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """The full names of all that a file imports, wherever in it."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path} imports relatively"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def called(path: Path) -> Iterator[tuple[str, int]]:
    """What a file calls, by its last name ("open", "write_text"), with the line."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
            yield str(name), node.lineno


def test_the_list_of_modules_is_complete() -> None:
    there = {stage(path) for path in FILES} - {"__init__"}
    assert sorted(there - set(LISTED)) == []
    assert sorted(set(LISTED) - there) == []
    assert len(LISTED) == len(set(LISTED))


@pytest.mark.parametrize("package", ["archive", "citations", "footnotes", "head"])
def test_the_list_of_a_package_is_complete(package: str) -> None:
    said = ast.get_docstring(tree(ROOT / package / "__init__.py")) or ""
    listed = set(re.findall(r"^(\w+)  *\S", said.partition("\n\n")[2], re.MULTILINE))
    assert listed == {path.stem for path in (ROOT / package).glob("*.py")} - {"__init__"}


@each_file
def test_a_module_imports_only_from_those_above_it(path: Path) -> None:
    here = stage(path)
    above = set(LISTED[: LISTED.index(here)]) if here != "__init__" else set()
    used = {name.split(".")[1] for name in imported(path) if name.startswith("ingest.")}
    assert sorted(used - above - {here}) == []


@pytest.mark.parametrize("package", ["archive", "citations", "footnotes", "head", "read"])
def test_the_modules_of_a_package_do_not_import_in_circles(package: str) -> None:
    inside = f"ingest.{package}."
    uses = {
        path.stem: {name.split(".")[2] for name in imported(path) if name.startswith(inside)}
        for path in (ROOT / package).glob("*.py")
    }
    while free := [name for name, used in uses.items() if not used & uses.keys()]:
        for name in free:
            del uses[name]
    assert uses == {}


@each_file
def test_no_file_is_longer_than_300_lines(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 300


@each_file
def test_no_function_is_longer_than_40_lines(path: Path) -> None:
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {node.name: size for node in functions if (size := _code_lines(path, node)) > 40}
    assert long == {}


def _code_lines(path: Path, function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function, without its docstring, comments and empty lines."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    lines = path.read_text("utf-8").splitlines()[body[0].lineno - 1 : function.end_lineno] if body else []
    return sum(bool(line.strip()) and not line.strip().startswith("#") for line in lines)


@each_file
def test_every_module_and_public_name_says_what_it_is(path: Path) -> None:
    public = [node for node in tree(path).body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    assert ast.get_docstring(tree(path))
    assert [node.name for node in public if node.name[0] != "_" and not ast.get_docstring(node)] == []


@each_file
def test_only_cli_prints(path: Path) -> None:
    prints = {"print", "echo", "secho", "pprint", "breakpoint", "progressbar"}
    assert [line for name, line in called(path) if name in prints and stage(path) != "cli"] == []
    assert stage(path) == "cli" or not {"click", "logging"} & {name.split(".")[0] for name in imported(path)}


# What opens files besides `read`, and which: `rows` the code itself, `store` the archive's lock and draft.
_OPENERS = {"open", "fdopen", "read_bytes", "read_text", "write_bytes", "write_text"}
_OPENS = {"read", "rows", "store"}


@each_file
def test_only_read_opens_sources(path: Path) -> None:
    assert [line for name, line in called(path) if name in _OPENERS and not {stage(path), path.stem} & _OPENS] == []


# `store` writes; `checks` and `show` look at a finished archive; `cli` catches what SQLite says of a damaged one.
_SQLITE = {"store", "checks", "show", "cli"}


@each_file
def test_only_the_store_and_what_looks_at_a_finished_archive_touch_sqlite(path: Path) -> None:
    used = {name.split(".")[0] for name in imported(path)} & {"sqlite3", "sqlite_utils"}
    assert not used or path.stem in _SQLITE


@each_file
def test_only_the_store_writes_sqlite(path: Path) -> None:
    """Elsewhere a connection is made read-only, or to a copy that is thrown away."""
    connects = [line for name, line in called(path) if name in ("connect", "Database")]
    allowed = path.stem in ("store", "checks", "show")
    assert allowed or connects == []
    if stage(path) == "show":
        assert path.read_text("utf-8").count("sqlite3.connect(") == path.read_text("utf-8").count("?mode=ro")
