"""An archive served as `kamerarchief serve` does, and Chromium to look at it.

Chromium is the system's (apt install chromium), or the one that the environment variable CHROMIUM names; without it
these tests are left out.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

from ingest.export.dump import export
from ingest.export.formats import FORMATS
from ingest.serve.instance import ROOT

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="session")
def site(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server on the archive of the project's own papers."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = (tmp_path_factory.mktemp("serve") / "log").open("w")
    exports = tmp_path_factory.mktemp("exports") / "exports"
    export(archive, exports, list(FORMATS), lambda done, total: None)
    server = subprocess.Popen(
        [Path(sys.executable).with_name("kamerarchief"), "serve", archive, "--port", str(port), "--exports", exports],
        cwd=ROOT,
        stdout=log,
        stderr=log,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address)
        yield address
    finally:
        server.terminate()
        server.wait()
        log.close()


def _wait(address: str) -> None:
    for _ in range(100):
        try:
            urlopen(address).close()
        except URLError:
            time.sleep(0.2)
        else:
            return
    message = f"nothing answers at {address}"
    raise TimeoutError(message)


# Not for the session: while Playwright's loop runs, no other test can have one.
@pytest.fixture(scope="module")
def chromium() -> Iterator["Browser"]:
    """Chromium without a window."""
    if not CHROMIUM:
        pytest.skip("Chromium is not installed")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: "Browser", site: str) -> Iterator["Page"]:
    """A page whose test fails if anything goes wrong in its console, or it asks for anything elsewhere."""
    context = chromium.new_context(base_url=site, viewport={"width": 1280, "height": 900}, color_scheme="light")
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith((site, "data:")) else wrong.append(asked.url))
    yield page
    context.close()
    assert wrong == []
