"""What tests share: the archive of the papers in `data/documents`, built once."""

import time
from pathlib import Path

import pytest

from ingest.pipeline.run import ingest

DOCUMENTS = Path(__file__).parent.parent / "data" / "documents"


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the project's own papers; read-only."""
    path = tmp_path_factory.mktemp("archive") / "archive.db"
    report = ingest(path, [DOCUMENTS])
    assert not report.failed
    return path


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of pages come last: Datasette leaves threads, among which the readers of other tests cannot be forked."""
    items.sort(key=lambda item: hasattr(getattr(item, "module", None), "datasette_of"))


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """A minute on: the files have long been as they are."""
    now = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: now() + 60_000_000_000)
