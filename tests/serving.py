"""What the tests of the Datasette side share: an archive as `kamerarchief serve` shows it."""

import importlib.util
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml
from datasette.app import Datasette

from ingest.archive.schema import TABLES
from ingest.archive.views import VIEWS
from ingest.serve.instance import ROOT, opened

NAMES = [table.name for table in TABLES] + [view.name for view in VIEWS]


def metadata() -> dict[str, Any]:
    """metadata.yml as Datasette reads it; Datasette changes what it is given."""
    read: dict[str, Any] = yaml.safe_load((ROOT / "metadata.yml").read_text("utf8"))
    return read


DESCRIBED = metadata()["databases"]["archive"]
# What visitors do not see.
HIDDEN = [name for name in DESCRIBED["tables"] if DESCRIBED["tables"][name].get("hidden")]
for name in HIDDEN:
    del DESCRIBED["tables"][name]


def datasette_of(archive: Path, exports: Path | None = None) -> Datasette:
    """Datasette with an archive and its exports, as `kamerarchief serve` opens it."""
    return opened(archive, exports)


def facets_of(tables: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Table, column and kind of every facet."""
    return [
        (name, *(("".join(facet.values()), "".join(facet)) if isinstance(facet, dict) else (facet, "column")))
        for name, table in tables.items()
        for facet in table.get("facets", [])
    ]


def plugin(name: str) -> ModuleType:
    """A plugin as a module, to test its functions without a server."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "plugins" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
