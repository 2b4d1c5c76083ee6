"""Every row of every table of rules is tried on the examples that stand beside it, right ones and wrong ones."""

import pkgutil
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import ingest
from ingest.layout.furniture import FURNITURE, Furniture, is_furniture
from ingest.layout.roles import layout
from ingest.model import Source
from ingest.structure.label_rules import LABELS, Label
from ingest.structure.labels import items
from ingest.structure.shorthand import PAIRS, Pair


def _tables() -> Iterator[tuple[str, str, tuple[Any, ...]]]:
    """Every table of rules in the package: its module, its name, its rows."""
    for module in pkgutil.walk_packages(ingest.__path__, "ingest."):
        for name, value in vars(import_module(module.name)).items():
            if isinstance(value, tuple) and value and all(map(_is_rule, value)) and value[0].__module__ == module.name:
                yield module.name, name, value


def _is_rule(row: object) -> bool:
    return is_dataclass(row) and "yes" in {field.name for field in fields(row)}


TABLES = list(_tables())
each_table = pytest.mark.parametrize(("module", "name", "rows"), TABLES, ids=[f"{m}.{n}" for m, n, _ in TABLES])


def test_the_tables_are_found() -> None:
    expected = {("ingest.structure.label_rules", "LABELS"), ("ingest.layout.furniture", "FURNITURE")}
    assert expected <= {table[:2] for table in TABLES}


@each_table
def test_every_row_has_an_example(module: str, name: str, rows: tuple[Any, ...]) -> None:
    assert [row for row in rows if not row.yes] == []


@each_table
def test_every_table_is_tried_by_some_test(module: str, name: str, rows: tuple[Any, ...]) -> None:
    tried = re.compile(rf"from {module} import \(?[^)]*?\b{name}\b")
    assert any(tried.search(path.read_text("utf-8")) for path in Path(__file__).parent.glob("test_*.py"))


# Labels.


def _opens_as(line: str) -> str:
    """What a line opens with, to the stage that reads labels."""
    source = Source(line, "text", "utf-8", "")
    return next(iter(items(layout(source), source))).role


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule in LABELS for line in rule.yes])
def test_a_line_that_opens_with_a_label_is_read_so(rule: Label, line: str) -> None:
    assert re.match(rule.pattern, line)
    assert _opens_as(line) == rule.role


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule in LABELS for line in rule.no])
def test_a_line_that_looks_like_a_label_is_not_that_label(rule: Label, line: str) -> None:
    assert not re.match(rule.pattern, line)
    assert _opens_as(line) != rule.role


# Labels that one paper keeps to.


@pytest.mark.parametrize(("pair", "line"), [(pair, line) for pair in PAIRS for line in pair.yes])
def test_a_line_may_open_with_a_label_of_a_papers_own(pair: Pair, line: str) -> None:
    assert any(re.match(pattern, line) for pattern in (pair.question, pair.answer) if pattern)


@pytest.mark.parametrize(("pair", "line"), [(pair, line) for pair in PAIRS for line in pair.no])
def test_a_line_that_looks_like_a_label_of_a_papers_own_is_none(pair: Pair, line: str) -> None:
    assert not any(re.match(pattern, line) for pattern in (pair.question, pair.answer) if pattern)


# Page furniture.


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule in FURNITURE for line in rule.yes])
def test_a_line_of_furniture_is_furniture(rule: Furniture, line: str) -> None:
    assert re.fullmatch(rule.pattern, line)
    assert [found.role for found in layout(Source(f"{line}\n", "text", "utf-8", ""))] == ["page_furniture"]


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule in FURNITURE for line in rule.no])
def test_a_line_that_looks_like_furniture_is_text(rule: Furniture, line: str) -> None:
    assert not re.fullmatch(rule.pattern, line)
    assert not is_furniture(line)
