"""Threads for queries, so that heavy ones wait for each other and not others for them."""

import asyncio
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Callable, Collection, Iterable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import asynccontextmanager, nullcontext
from contextvars import ContextVar, copy_context
from functools import partial
from threading import Barrier
from typing import ParamSpec, TypeVar

from datasette.database import Database

from guard.addresses import PAGES, Lane
from guard.limits import Allowance, allowance

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")

# Seconds in which all threads of a lane must have opened the archive.
PATIENCE = 60

# The lane of the request that is being answered.
current: ContextVar[Lane] = ContextVar("lane", default=PAGES)


class Lanes(Executor):
    """Runs each query in the threads of the request's lane; Datasette has one pool for all."""

    def __init__(self, lanes: Collection[Lane]) -> None:
        self._pools = {lane.name: ThreadPoolExecutor(lane.threads, lane.name) for lane in lanes}
        self._busy: Counter[str] = Counter()
        self._turns = {lane.name: asyncio.Semaphore(lane.threads) for lane in lanes if lane.in_turn}

    def submit(
        self, call: Callable[Parameters, Result], /, *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> Future[Result]:
        """Run a query; it sees the allowance of its request."""
        pool = self._pools[current.get().name]
        return pool.submit(copy_context().run, partial(call, *args, **kwargs))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the threads."""
        for pool in self._pools.values():
            pool.shutdown(wait, cancel_futures=cancel_futures)

    @asynccontextmanager
    async def place(self, lane: Lane) -> AsyncIterator[bool]:
        """Take a place in a lane for one request, and give it back; False where all are taken."""
        if self._busy[lane.name] >= lane.places:
            yield False
            return
        self._busy[lane.name] += 1
        before, allowed = current.set(lane), allowance.set(Allowance(lane.most_bytes) if lane.most_bytes else None)
        try:
            # While it waits it has begun nothing: Datasette has locks that others would wait for.
            async with self._turns.get(lane.name, nullcontext()):
                yield True
        finally:
            current.reset(before)
            allowance.reset(allowed)
            self._busy[lane.name] -= 1


async def open_everywhere(database: Database, lanes: Iterable[Lane]) -> None:
    """Open a database in every thread now: one that did so later could find another file under its name."""
    for lane in lanes:
        before = current.set(lane)
        meet = partial(_meet, Barrier(lane.threads))
        await asyncio.gather(*[database.execute_fn(meet) for _ in range(lane.threads)])
        current.reset(before)


def _meet(all_here: Barrier, _: sqlite3.Connection) -> None:
    """Keep a thread until each of its lane has its connection."""
    all_here.wait(PATIENCE)
