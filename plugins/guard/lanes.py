"""Threads for queries, so that nobody waits for heavy ones of others."""

import asyncio
import os
import sqlite3
import sys
import threading
from collections import Counter, deque
from collections.abc import AsyncIterator, Callable, Collection, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar, copy_context
from functools import partial
from itertools import chain
from threading import Barrier
from typing import ParamSpec, TypeVar

from datasette.database import Database

from guard.addresses import PAGES, Lane
from guard.limits import Allowance, allowance

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")

# Seconds in which all threads of a lane must have opened the archive.
PATIENCE = 60

# What runs the queries of the request that is being answered; None: those of pages.
current: ContextVar["Threads | None"] = ContextVar("current", default=None)


class Lanes(Executor):
    """Runs each query in the threads of the request's lane; Datasette has one pool for all."""

    def __init__(self, lanes: Collection[Lane]) -> None:
        self._shared = {lane.name: Threads(lane, lane.threads) for lane in lanes if not lane.own_threads}
        # In the order in which they became free.
        self._own = {
            lane.name: deque(Threads(lane, 1) for _ in range(lane.threads)) for lane in lanes if lane.own_threads
        }
        self._busy: Counter[str] = Counter()

    def submit(
        self, call: Callable[Parameters, Result], /, *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> Future[Result]:
        """Run a query; it sees the allowance of its request."""
        threads = current.get() or self._shared[PAGES.name]
        return threads.submit(copy_context().run, partial(call, *args, **kwargs))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the threads."""
        for executor in self._all():
            executor.shutdown(wait, cancel_futures=cancel_futures)

    @asynccontextmanager
    async def place(self, lane: Lane) -> AsyncIterator[bool]:
        """Take a place in a lane for one request, and give it back; False where all are taken."""
        if self._busy[lane.name] >= lane.places:
            yield False
            return
        self._busy[lane.name] += 1
        try:
            with self._in(lane):
                yield True
        finally:
            self._busy[lane.name] -= 1

    @contextmanager
    def _in(self, lane: Lane) -> Iterator[None]:
        """Have queries run in the lane's threads, with what they may give."""
        own = self._own[lane.name].popleft() if lane.own_threads else None
        before = current.set(own or self._shared[lane.name])
        allowed = allowance.set(Allowance(lane.most_bytes) if lane.most_bytes else None)
        try:
            yield
        finally:
            current.reset(before)
            allowance.reset(allowed)
            if own:
                self._own[lane.name].append(own)

    async def open_everywhere(self, database: Database) -> None:
        """Open a database in every thread now: one that did so later could find another file under its name."""
        for executor in self._all():
            before = current.set(executor)
            meet = partial(_meet, Barrier(executor.threads))
            await asyncio.gather(*[database.execute_fn(meet) for _ in range(executor.threads)])
            current.reset(before)

    def _all(self) -> list["Threads"]:
        return [*self._shared.values(), *chain.from_iterable(self._own.values())]


class Threads(ThreadPoolExecutor):
    """So many threads of a lane."""

    def __init__(self, lane: Lane, threads: int) -> None:
        super().__init__(threads, lane.name, _step_back, (lane.nice,))
        self.lane = lane
        self.threads = threads


def _step_back(nice: int) -> None:
    # Elsewhere a thread has no priority of its own, or another call sets it.
    if sys.platform == "linux":
        thread = threading.get_native_id()
        os.setpriority(os.PRIO_PROCESS, thread, os.getpriority(os.PRIO_PROCESS, thread) + nice)


def _meet(all_here: Barrier, _: sqlite3.Connection) -> None:
    """Keep a thread until each of its executor has its connection."""
    all_here.wait(PATIENCE)
