"""The deployment as code: what the Dockerfile copies is there, what it runs works, the compose file is locked down."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from archives import paper, papers_in, write

from ingest.serve.instance import ROOT
from ingest.serve.server import KEEP_ALIVE

DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
NGINX = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "deploy" / "compose.yml").read_text("utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
each_service = pytest.mark.parametrize("name", SERVICES)


def instructions(name: str) -> list[str]:
    """What follows an instruction of the Dockerfile, each time it stands there."""
    joined = DOCKERFILE.replace("\\\n", " ")
    return [line.split(" ", 1)[1].strip() for line in joined.splitlines() if line.startswith(f"{name} ")]


def copied() -> list[str]:
    """What the Dockerfile takes from the project."""
    return [source for line in instructions("COPY") if "--from" not in line for source in line.split()[:-1]]


def test_the_image_gets_what_serving_needs_and_the_builder_is_sent_it() -> None:
    sent = {line.removeprefix("!") for line in (ROOT / ".dockerignore").read_text().splitlines() if line[:1] == "!"}
    assert set(copied()) == sent
    assert {"ingest", "metadata.yml", "plugins", "templates", "static", "requirements.txt"} <= set(copied())
    assert [source for source in copied() if not (ROOT / source).exists()] == []


def test_the_image_runs_as_nobody_in_particular_and_tells_how_it_is() -> None:
    assert instructions("USER") == ["10001:10001"]
    assert "/-/healthz" in instructions("HEALTHCHECK")[0]
    assert "--require-hashes" in DOCKERFILE


def test_the_image_serves_an_archive_and_its_health_check_passes(archive: Path, tmp_path: Path) -> None:
    """Its files alone, in a folder of their own, with its command and its check on another port."""
    for source in copied():
        target = tmp_path / "app" / source
        target.parent.mkdir(exist_ok=True)
        (shutil.copytree if (ROOT / source).is_dir() else shutil.copy)(ROOT / source, target)
    command: list[str] = json.loads(instructions("CMD")[0])
    check: list[str] = json.loads(instructions("HEALTHCHECK")[0].split("CMD", 1)[1])
    port = command[command.index("--port") + 1]
    assert (command[0], check[0], instructions("EXPOSE")) == ("kamerarchief", "python", [port])
    own = str(20_000 + os.getpid() % 20_000)
    code = "import sys; from ingest.cli import main; sys.argv[0] = 'kamerarchief'; main()"
    arguments = [word.replace("/data/archive.db", str(archive)).replace("0.0.0.0", "127.0.0.1") for word in command[1:]]
    serve = [sys.executable, "-c", code, *[own if word == port else word for word in arguments]]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "app"), "PYTHONDONTWRITEBYTECODE": "1"}
    with subprocess.Popen(serve, cwd=tmp_path / "app", env=environment, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        assert "is served at" in running.stdout.readline()
        checked = subprocess.run([sys.executable, *[word.replace(port, own) for word in check[1:]]], check=False)
        running.send_signal(signal.SIGTERM)
        assert running.wait(20) == 0
    assert checked.returncode == 0


@each_service
def test_a_service_can_do_no_more_than_it_must(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert {"mem_limit", "cpus", "pids_limit", "tmpfs"} <= service.keys()
    assert "user" in service or service["image"] == "kamerarchief"


def test_what_the_ingest_sorts_on_disk_goes_where_the_archive_is() -> None:
    assert f"archive:{SERVICES['ingest']['environment']['SQLITE_TMPDIR']}" in SERVICES["ingest"]["volumes"]


def test_only_the_ingest_writes_the_archive_and_only_the_proxy_is_seen_from_outside() -> None:
    volumes = {name: service["volumes"] for name, service in SERVICES.items()}
    assert [name for name, mounted in volumes.items() if "archive:/data" in mounted] == ["ingest"]
    assert [name for name, mounted in volumes.items() if "archive:/data:ro" in mounted] == ["proxy", "serve"]
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]
    assert COMPOSE["networks"]["inside"]["internal"] is True
    assert SERVICES["ingest"]["network_mode"] == "none"


@each_service
def test_what_a_service_mounts_is_there(name: str) -> None:
    for volume in SERVICES[name]["volumes"]:
        source = re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", volume).split(":")[0]
        assert source in COMPOSE["volumes"] or (ROOT / "deploy" / source).exists(), source


def test_the_files_agree_with_each_other() -> None:
    command: list[str] = json.loads(instructions("CMD")[0])
    assert f"server serve:{command[command.index('--port') + 1]} " in NGINX
    assert SERVICES["proxy"]["ports"] == ["80:8080"]
    assert "listen 8080 " in NGINX
    mounted = {volume.split(":")[1] for volume in SERVICES["proxy"]["volumes"]}
    assert {"/pages", "/data", "/etc/kamerarchief/nginx.conf"} == mounted
    kept = re.search(r"keepalive 32;\s+keepalive_timeout (\d+)s", NGINX)
    assert kept
    assert int(kept[1]) < KEEP_ALIVE


def run(folder: Path, word: str, **variables: str) -> subprocess.Popen[bytes]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    places = {"PAPERS": str(folder / "papers"), "ARCHIVE": str(folder / "archive.db"), "PATH": path}
    script = [str(ROOT / "deploy" / "ingest.sh"), word]
    return subprocess.Popen(script, env={**os.environ, **places, **variables}, stdout=subprocess.DEVNULL)


def test_the_archive_is_brought_up_to_date_every_hour_until_told_to_stop(tmp_path: Path) -> None:
    write(tmp_path / "papers", een=paper("Oudveen"))
    assert run(tmp_path, "once").wait(60) == 0
    assert papers_in(tmp_path / "archive.db") == ["een"]
    write(tmp_path / "papers", twee=paper("Laagzande"))
    hourly = run(tmp_path, "hourly", EVERY="1")
    write(tmp_path / "papers", drie=paper("Nieuwerbroek"))
    for _ in range(300):
        if papers_in(tmp_path / "archive.db") == ["drie", "een", "twee"]:
            break
        time.sleep(0.1)
    hourly.terminate()
    assert hourly.wait(30) == 0
    assert papers_in(tmp_path / "archive.db") == ["drie", "een", "twee"]
