"""How Datasette serves an archive: read-only, with the project's metadata, pages and limits."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datasette.app import Datasette

ROOT = Path(__file__).resolve().parents[2]
_SHOWN_BY = ("metadata.yml", "plugins", "templates", "static", "ingest")

# What Datasette is told, where its own default does not suit an archive of long texts that may grow to gigabytes.
SETTINGS: dict[str, int] = {
    # Suggesting facets is the largest cost of a page; metadata.yml names the useful ones.
    "suggest_facets": False,
    "facet_time_limit_ms": 1_500,
    "sql_time_limit_ms": 4_000,
    "max_returned_rows": 5_000,
    # A limit would cut an export in the middle of a row, with status 200.
    "max_csv_mb": 0,
    "truncate_cells_html": 600,
    # Everything in the archive can be read page by page anyway; whole is quicker for all.
    "allow_download": True,
}


# The folder beside an archive where exports are looked for, and the address at which they are served.
EXPORTS = "exports"


def opened(archive: Path, exports: Path | None = None) -> "Datasette":
    """Datasette with the archive, and the project's metadata, plugins, templates and settings.

    `exports` is a folder of the archive's exports; where there is none such, none are served.
    Raises FileNotFoundError as `metadata_file` does.
    """
    # Half a second to load; the other commands do without.
    from datasette.app import Datasette
    from datasette.utils import parse_metadata

    mounts = [("static", str(ROOT / "static"))]
    datasette = Datasette(
        [],
        immutables=[str(archive)],
        metadata=parse_metadata(metadata_file().read_text("utf-8")),
        template_dir=str(ROOT / "templates"),
        plugins_dir=str(ROOT / "plugins"),
        static_mounts=[*mounts, (EXPORTS, str(exports))] if exports and exports.is_dir() else mounts,
        settings=SETTINGS,
    )
    # Datasette would read the whole file to name it: twenty seconds for five gigabytes.
    for served in datasette.databases.values():
        if not served.is_memory:
            served.cached_hash = generation(archive)
    return datasette


def metadata_file() -> Path:
    """The file metadata.yml.

    Raises FileNotFoundError if the project's files are not beside the package: it is served from its checkout.
    """
    metadata = ROOT / "metadata.yml"
    if not metadata.is_file():
        message = f"{metadata} is missing: `serve` needs metadata.yml, templates, plugins and static from the checkout"
        raise FileNotFoundError(message)
    return metadata


def generation(archive: Path) -> str:
    """The name of an archive as it is served now: another file, or other code that shows it, has another name.

    As web servers do, a file is told by its size and the time of its last change, so copies that keep the time
    (`cp -p`, `rsync -t`) have the same name on every machine.
    """
    about = archive.stat()
    said = f"{about.st_size} {about.st_mtime_ns} {_code()}"
    return hashlib.sha256(said.encode()).hexdigest()


def _code() -> str:
    """What shows an archive, as a digest of its files."""
    files = [path for name in _SHOWN_BY for path in (ROOT / name, *(ROOT / name).rglob("*")) if path.is_file()]
    digest = hashlib.sha256()
    for path in sorted(files):
        if path.suffix != ".pyc":
            digest.update(f"{path.relative_to(ROOT)} {path.stat().st_size}".encode() + path.read_bytes())
    return digest.hexdigest()
