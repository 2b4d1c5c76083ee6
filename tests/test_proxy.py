"""The proxy of deploy/nginx.conf: what it keeps, whom it slows down, what it says when nothing answers.

It needs nginx (Debian: `apt install nginx-light`); without it these tests are left out, except in CI.
"""

import json
import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from ingest.serve.instance import ROOT

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
pytestmark = [
    pytest.mark.processes,
    pytest.mark.skipif(
        NGINX is None and not os.environ.get("CI"),
        reason="nginx is not installed: the proxy's configuration is not tested",
    ),
]


class Behind(BaseHTTPRequestHandler):
    """A server that counts how often it was asked, and answers as the archive does."""

    protocol_version = "HTTP/1.1"
    asked: list[tuple[str, dict[str, str]]]
    generation = "one"
    is_down = False

    def do_GET(self) -> None:
        if type(self).is_down:
            self.close_connection = True
            return
        type(self).asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        if self.path.startswith("/slow"):
            time.sleep(1)
        tag = f'W/"{type(self).generation}"'
        known = self.headers.get("If-None-Match") == tag
        body = b"" if known else f"{self.path} of {type(self).generation}, {len(type(self).asked)}".encode()
        self.send_response(304 if known else 404 if self.path.startswith("/absent") else 200)
        never = self.path.startswith(("/never", "/absent"))
        self.send_header("Cache-Control", "no-store" if never else "public, max-age=0, s-maxage=2, must-revalidate")
        self.send_header("ETag", tag)
        self.send_header("Vary", "Cookie, Authorization")
        self.send_header("Content-Security-Policy", "default-src 'self'")
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        return int(free.getsockname()[1])


def configured(folder: Path, port: int, behind: int) -> Path:
    """The configuration with the test's own places in it."""
    said = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
    places = {
        "listen 8080 ": f"listen 127.0.0.1:{port} ",
        "server serve:8001 ": f"server 127.0.0.1:{behind} ",
        "alias /pages/": f"alias {ROOT}/deploy/pages/",
        "alias /data/": f"alias {folder}/",
        "/tmp/nginx": f"{folder}/nginx",
        # Started by root, nginx would become a user who may not read this folder.
        "worker_processes auto;": f"worker_processes 1;{'user root;' if os.geteuid() == 0 else ''}",
    }
    for place, own in places.items():
        assert place in said
        said = said.replace(place, own)
    path = folder / "nginx.conf"
    path.write_text(said, "utf-8")
    return path


@pytest.fixture
def behind() -> Iterator[ThreadingHTTPServer]:
    Behind.asked, Behind.generation, Behind.is_down = [], "one", False
    server = ThreadingHTTPServer(("127.0.0.1", 0), Behind)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def proxy(tmp_path: Path, behind: ThreadingHTTPServer) -> Iterator[httpx.Client]:
    """A client of the proxy, which is new: it has kept nothing and slowed down nobody."""
    port = free_port()
    path = configured(tmp_path, port, behind.server_address[1])
    assert NGINX, "nginx is not installed"
    with subprocess.Popen([NGINX, "-e", "stderr", "-c", str(path), "-g", "daemon off;"]) as running:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except OSError:
                time.sleep(0.05)
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=20) as client:
            yield client
        running.terminate()


def test_a_page_is_made_once_for_many(proxy: httpx.Client) -> None:
    answers = [proxy.get("/kst-29826-281") for _ in range(5)]
    assert [answer.headers["x-cache"] for answer in answers] == ["MISS", "HIT", "HIT", "HIT", "HIT"]
    assert len({answer.text for answer in answers}) == 1
    assert len(Behind.asked) == 1


def test_a_page_kept_is_asked_for_again_and_a_new_archive_is_seen(proxy: httpx.Client) -> None:
    proxy.get("/")
    time.sleep(3.1)
    again = proxy.get("/")
    assert (again.headers["x-cache"], again.text) == ("REVALIDATED", "/ of one, 1")
    assert Behind.asked[1][1]["if-none-match"] == 'W/"one"'
    Behind.generation = "two"
    time.sleep(3.1)
    assert proxy.get("/").text == "/ of two, 3"


def test_a_browser_that_has_the_page_is_told_so(proxy: httpx.Client) -> None:
    tag = proxy.get("/").headers["etag"]
    assert proxy.get("/", headers={"If-None-Match": tag}).status_code == 304
    assert len(Behind.asked) == 1


def test_what_may_not_be_kept_is_not_kept(proxy: httpx.Client) -> None:
    assert [proxy.get(path).headers["x-cache"] for path in ("/never", "/never", "/absent", "/absent")] == ["MISS"] * 4


def test_a_cookie_is_no_way_around(proxy: httpx.Client) -> None:
    for number in range(3):
        answer = proxy.get("/", headers={"Cookie": f"x={number}", "Authorization": f"Bearer {number}"})
        assert "vary" not in answer.headers
    assert len(Behind.asked) == 1
    assert not {"cookie", "authorization"} & Behind.asked[0][1].keys()


def test_who_makes_the_server_think_too_often_is_asked_to_wait(proxy: httpx.Client) -> None:
    answers = [proxy.get(f"/archive?sql=select+{number}") for number in range(20)]
    assert [answer.status_code for answer in answers[:10]] == [200] * 10
    assert answers[-1].status_code == 429
    assert "A little slower, please" in answers[-1].text
    assert answers[-1].headers["retry-after"] == "5"
    assert "frame-ancestors 'none'" in answers[-1].headers["content-security-policy"]
    assert proxy.get("/kst-29826-281").status_code == 200


@pytest.mark.parametrize(
    "address",
    ["/search?q={}", "/-/search?q={}", "/a/b?_search={}", "/a/b?_facet=x{}", "/a/b?x__gt={}", "/a/b.csv?_size={}"],
)
def test_what_makes_the_server_think_is_known_by_its_address(proxy: httpx.Client, address: str) -> None:
    assert 429 in [proxy.get(address.format(number)).status_code for number in range(16)]


def test_who_reads_many_papers_is_not_slowed_down(proxy: httpx.Client) -> None:
    assert {proxy.get(f"/kst-29826-{number}").status_code for number in range(40)} == {200}


def test_programs_are_told_in_json(proxy: httpx.Client) -> None:
    answers = [proxy.get(f"/archive.json?sql=select+{number}") for number in range(16)]
    assert answers[-1].status_code == 429
    assert json.loads(answers[-1].text)["ok"] is False
    assert answers[-1].headers["content-type"] == "application/json"


def test_a_server_that_is_down_is_a_friendly_page(proxy: httpx.Client) -> None:
    assert proxy.get("/kept").status_code == 200
    Behind.is_down = True
    page, answer = proxy.get("/other"), proxy.get("/other.json")
    assert (page.status_code, answer.status_code) == (503, 503)
    assert "Back in a moment" in page.text
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["x-content-type-options"] == "nosniff"
    assert json.loads(answer.text)["title"] == "Back in a moment"
    # What was kept is still shown, stale or not.
    time.sleep(3.1)
    assert proxy.get("/kept").text == "/kept of one, 1"


def test_one_visitor_has_a_few_questions_under_way_at_once(proxy: httpx.Client) -> None:
    statuses: list[int] = []

    def ask(number: int) -> None:
        statuses.append(httpx.get(proxy.base_url.join(f"/slow?sql={number}"), timeout=20).status_code)

    threads = [threading.Thread(target=ask, args=[number]) for number in range(9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [200] * 6 + [429] * 3


def test_nothing_large_is_taken_in(proxy: httpx.Client) -> None:
    assert proxy.post("/", content=b"x" * 2_000).status_code == 413
    with closing(HTTPConnection(proxy.base_url.host, proxy.base_url.port or 80)) as raw:
        raw.request("GET", "/" + "x" * 80_000)
        assert raw.getresponse().status == 414
    assert Behind.asked == []


def test_the_archive_is_sent_whole_or_in_parts_from_the_disk(proxy: httpx.Client, tmp_path: Path) -> None:
    (tmp_path / "archive.db").write_bytes(b"SQLite format 3\0 and more")
    whole, part = proxy.get("/archive.db"), proxy.get("/archive.db", headers={"Range": "bytes=0-5"})
    assert (whole.status_code, whole.content) == (200, b"SQLite format 3\0 and more")
    assert (part.status_code, part.content) == (206, b"SQLite")
    assert "attachment" in whole.headers["content-disposition"]
    (tmp_path / "archive.new").write_bytes(b"another one")
    (tmp_path / "archive.new").replace(tmp_path / "archive.db")
    assert proxy.get("/archive.db").content == b"another one"
    assert Behind.asked == []


def test_the_pages_for_bad_moments_and_the_servers_words_pass(proxy: httpx.Client) -> None:
    assert proxy.get("/-/busy/503.html").status_code == 404
    answer = proxy.get("/")
    assert answer.headers["content-security-policy"] == "default-src 'self'"
    assert answer.headers["server"] == "nginx"
