"""Where papers are read: in this process, in processes beside it, on a cluster, or by any other executor."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from functools import partial

from ingest.archive.rows import reader
from ingest.pipeline.limits import Limits, dismiss, interrupt, prepare, read_limited
from ingest.pipeline.task import Result, Task

# How long to wait for the first worker of a cluster.
_SECONDS = 30


class WorkersError(Exception):
    """Papers cannot be read where they should be; `str()` says why."""


@dataclass(frozen=True, slots=True)
class Workers:
    """What has a paper read, and how many it reads at once."""

    submit: Callable[[Task], "Future[Result]"]
    at_once: int


# Called with the number of papers there are to read, at least one.
OpenWorkers = Callable[[int], AbstractContextManager[Workers]]


@contextmanager
def here(papers: int) -> Iterator[Workers]:
    """Read in this process, one paper after the other, without limits: for papers that one knows."""
    from ingest.pipeline.one_paper import read_rows

    def now(task: Task) -> "Future[Result]":
        future: Future[Result] = Future()
        future.set_result(read_rows(task))
        return future

    yield Workers(now, 1)


def by(executor: Executor, at_once: int, limits: Limits) -> Workers:
    """Have an executor read, each paper in a process beside the worker that it came to."""
    read = partial(read_limited, limits=limits)
    # A worker may have another current folder.
    return Workers(lambda task: executor.submit(read, replace(task, path=task.path.absolute())), at_once)


def beside(jobs: int, limits: Limits) -> OpenWorkers:
    """Read up to `jobs` papers at once, each in a process beside this one."""
    return partial(_beside, jobs, limits)


@contextmanager
def _beside(jobs: int, limits: Limits, papers: int) -> Iterator[Workers]:
    at_once = min(jobs, papers)
    prepare(at_once, limits)
    executor = ThreadPoolExecutor(at_once)
    try:
        yield by(executor, at_once, limits)
    except BaseException:
        executor.shutdown(wait=False, cancel_futures=True)
        interrupt()
        raise
    finally:
        executor.shutdown()
        dismiss()


def cluster(address: str, limits: Limits) -> OpenWorkers:
    """Read on the Dask cluster whose scheduler is at the address; its workers must see the files under the same paths.

    Opening it raises WorkersError where the cluster cannot be used.
    """
    return partial(_cluster, address, limits)


@contextmanager
def _cluster(address: str, limits: Limits, papers: int) -> Iterator[Workers]:
    try:
        from distributed import Client
    except ImportError as error:
        msg = "--scheduler takes the extra `dask` (pip install 'kamerarchief[dask]')"
        raise WorkersError(msg) from error
    try:
        client = Client(address, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        msg = f"{address}: no Dask scheduler answers"
        raise WorkersError(msg) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=_SECONDS)
        except TimeoutError as error:
            msg = f"{address}: the cluster has no workers"
            raise WorkersError(msg) from error
        if set(client.run(reader).values()) != {reader()}:
            msg = f"{address}: the workers have another version of Kamerarchief"
            raise WorkersError(msg)
        at_once = sum(client.nthreads().values())
        yield by(client.get_executor(pure=False), at_once, limits)
