"""Runs that are killed, find the disk full, meet others or find files changing; `make faults` does many more."""

import random
from collections.abc import Iterator

import pytest

from bench.faults import TRIALS, Scene, reset, scene

# Other tests leave threads behind, which the forked runs do not need.
pytestmark = [pytest.mark.processes, pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")]


@pytest.fixture(scope="module")
def found() -> Iterator[Scene]:
    with scene() as made:
        yield made


# A disk of its own takes root: `make faults` has it.
@pytest.mark.parametrize("name", ["killed", "full", "together", "restless"])
@pytest.mark.parametrize("seed", [1, 2])
def test_the_archive_is_whole_and_the_next_run_finishes(found: Scene, name: str, seed: int) -> None:
    reset(found)
    assert TRIALS[name](found, random.Random(seed)) == []
