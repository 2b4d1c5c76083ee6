"""How Datasette serves an archive: read-only, with the project's metadata, pages and limits."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

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


def command(archive: Path, host: str, port: int, exports: Path | None = None) -> list[str]:
    """The command line, as a list of arguments, that serves `archive` at http://host:port/.

    `exports` is a folder of its exports; without it, the folder `exports` beside the archive is served if it is there.
    Raises FileNotFoundError if the project's files are not beside the package: it is served from its checkout.
    """
    metadata = ROOT / "metadata.yml"
    if not metadata.is_file():
        message = f"{metadata} is missing: `serve` needs metadata.yml, templates, plugins and static from the checkout"
        raise FileNotFoundError(message)
    options = ["--immutable", str(archive), "--host", host, "--port", str(port), "--metadata", str(metadata)]
    options += ["--template-dir", str(ROOT / "templates"), "--plugins-dir", str(ROOT / "plugins")]
    options += ["--static", f"static:{ROOT / 'static'}"]
    exports = exports or archive.parent / EXPORTS
    options += ["--static", f"{EXPORTS}:{exports}"] if exports.is_dir() else []
    for name, value in SETTINGS.items():
        options += ["--setting", name, str(value).lower()]
    return [sys.executable, "-m", "datasette", "serve", *options]
