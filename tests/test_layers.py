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

# Every package lists its modules in its docstring, in order too.
PACKAGES = sorted(path.parent.relative_to(ROOT).as_posix() for path in ROOT.rglob("*/__init__.py"))

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def stage(path: Path) -> str:
    """The module of `ingest` that a file is, or the package that it belongs to."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def name_of(path: Path) -> str:
    """The name of a module below `ingest`: "archive.store"."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def listed_in(package: str) -> list[str]:
    """The modules that a package's docstring lists."""
    said = ast.get_docstring(tree(ROOT / package / "__init__.py")) or ""
    return re.findall(r"^(\w+)  *\S", said.partition("\n\n")[2], re.MULTILINE)


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


@pytest.mark.parametrize("package", PACKAGES)
def test_the_list_of_a_package_is_complete(package: str) -> None:
    folder = ROOT / package
    there = {path.stem for path in folder.glob("*.py")} | {path.parent.name for path in folder.glob("*/__init__.py")}
    assert sorted(listed_in(package)) == sorted(there - {"__init__"})


@each_file
def test_a_module_imports_only_from_those_above_it(path: Path) -> None:
    here = stage(path)
    above = set(LISTED[: LISTED.index(here)]) if here != "__init__" else set()
    used = {name.split(".")[1] for name in imported(path) if name.startswith("ingest.")}
    assert sorted(used - above - {here}) == []


@pytest.mark.parametrize("package", PACKAGES)
def test_a_module_of_a_package_imports_only_from_those_above_it(package: str) -> None:
    inside = f"ingest.{package.replace('/', '.')}."
    above: set[str] = set()
    for name in listed_in(package):
        above.add(name)
        files = [*(ROOT / package).glob(f"{name}.py"), *(ROOT / package / name).rglob("*.py")]
        used = {full for path in files for full in imported(path) if full.startswith(inside)}
        assert sorted({full.removeprefix(inside).split(".")[0] for full in used} - above) == [], name


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


_PRINT = {"cli", "screen"}


@each_file
def test_only_the_command_prints(path: Path) -> None:
    prints = {"print", "echo", "secho", "pprint", "breakpoint", "progressbar"}
    assert [line for name, line in called(path) if name in prints and stage(path) not in _PRINT] == []
    assert stage(path) in _PRINT or not {"click", "logging"} & {name.split(".")[0] for name in imported(path)}


# What opens files besides `read`: `rows` and `instance` the code itself, `store` the archive's lock and draft, `export`
# and `seen` what they write.
_OPENERS = {"open", "fdopen", "read_bytes", "read_text", "write_bytes", "write_text"}
_OPENS = {"archive.rows", "archive.store", "pipeline.seen", "serve.instance"}
_OPENS |= {"export.formats", "export.folder", "export.dump"}


@each_file
def test_only_read_opens_sources(path: Path) -> None:
    opened = [line for name, line in called(path) if name in _OPENERS]
    assert stage(path) == "read" or name_of(path) in _OPENS or opened == []


# `store` opens what `tables`, `draft`, `finishing` and `vocabulary` write; `checks`, `show` and `export` look at a
# finished archive; `worklist` and `seen` have databases of their own; `cli` catches what SQLite says of a damaged one.
_CONNECT = {
    "archive.store",
    "archive.tables",
    "archive.draft",
    "archive.finishing",
    "archive.vocabulary",
    "archive.checks",
    "archive.show",
    "export.rows",
}
_CONNECT |= {"pipeline.worklist", "pipeline.seen"}


@each_file
def test_only_some_touch_sqlite(path: Path) -> None:
    used = {name.split(".")[0] for name in imported(path)} & {"sqlite3", "sqlite_utils"}
    assert name_of(path) in _CONNECT | {"cli", "export.dump"} or not used
    connects = [line for name, line in called(path) if name in ("connect", "Database")]
    assert name_of(path) in _CONNECT or connects == []
