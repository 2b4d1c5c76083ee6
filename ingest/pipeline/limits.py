"""A paper is read in a process of its own, which may take so much time and memory, and may crash without harm.

The process bounds itself, by means of the kernel: an alarm ends it, deep in a library too, and also when whoever asked
is gone; memory beyond the limit is refused.  Whoever asked sees the pipe close, and by the status why.
"""

import gc
import os
import resource
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe

from ingest.pipeline.task import Result, Task
from ingest.read.failure import GivenUpError, UnreadableError

# A status that says: not enough memory.  Python itself ends with 0, 1, 2 or 120.
_NO_MEMORY = 86
# After so many papers a process makes way for a fresh one: what libraries leak would count against a later paper.  To
# start one takes as long as to read a hundred papers.
_PAPERS_OF_A_PROCESS = 10_000
# So many objects may come before a process looks for some that keep each other alive; a paper as read has hardly any.
_OBJECTS = 50_000
# Where a process that is started, not forked, finds its end of the pipe.
_DESCRIPTOR = 3


@dataclass(frozen=True, slots=True)
class Limits:
    """What one paper may cost: seconds by the clock, and MiB of memory for the process that reads it."""

    seconds: int = 300
    memory: int = 2048


class Reader:
    """A process that reads papers one after the other, for one thread at a time."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._papers = 0
        self._connection, theirs = Pipe()
        with theirs:
            # A fork takes milliseconds, a start the better part of a second; among threads a fork is not safe.
            start = _fork if threading.active_count() == 1 else _spawn
            self._process = start(theirs, limits)
        _alive.add(self)

    def read(self, task: Task) -> Result | None:
        """What was read; None where the process died of it."""
        self._papers += 1
        try:
            self._connection.send(task)
            result: Result = self._connection.recv()
        except (EOFError, OSError):
            return None
        return result

    @property
    def is_spent(self) -> bool:
        """Whether it has read enough."""
        return self._papers >= _PAPERS_OF_A_PROCESS

    def kill(self) -> None:
        """End it at once; a thread that waits for its paper gets None."""
        os.kill(self._process, signal.SIGKILL)

    def end(self) -> int:
        """Let it end, and end what it has started itself: its status, or the signal that ended it, negative."""
        _alive.discard(self)
        self._connection.close()
        os.waitid(os.P_PID, self._process, os.WEXITED | os.WNOWAIT)
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process, signal.SIGKILL)
        return os.waitstatus_to_exitcode(os.waitpid(self._process, 0)[1])


# The readers of this process, and those of them that wait for a paper.  Threads share them: each step is one operation.
_alive: set[Reader] = set()
_idle: list[Reader] = []


def _forget() -> None:
    """The child of a fork has no readers: they are its parent's."""
    _alive.clear()
    _idle.clear()


os.register_at_fork(after_in_child=_forget)


def prepare(count: int, limits: Limits) -> None:
    """Have readers ready; worth while before the first thread is started."""
    _load()
    _idle.extend(Reader(limits) for _ in range(count))


def read_limited(task: Task, limits: Limits) -> Result:
    """One file as rows, or why there are none; runs in any thread of any process, also on another machine."""
    reader = _take(limits)
    result = reader.read(task)
    if result is None:
        status = reader.end()
        # Who killed it did not look at the paper.
        error = UnreadableError if status == -signal.SIGKILL else GivenUpError
        return error(task.path, _why(status, limits))
    if reader.is_spent:
        reader.end()
    else:
        _idle.append(reader)
    return result


def interrupt() -> None:
    """End all readers, in the middle of a paper too."""
    for reader in list(_alive):
        reader.kill()


def dismiss() -> None:
    """Let the readers that wait for a paper end."""
    while _idle:
        _idle.pop().end()


def _take(limits: Limits) -> Reader:
    while True:
        try:
            reader = _idle.pop()
        except IndexError:
            return Reader(limits)
        if reader.limits == limits:
            return reader
        reader.end()


# How a process can end that has not read its paper, and what that says.
_ENDS = {
    -signal.SIGALRM: "takes more than {limits.seconds} seconds to read",
    _NO_MEMORY: "takes more than {limits.memory} MiB of memory to read",
    -signal.SIGKILL: "could not be read: its process was killed; perhaps the machine ran out of memory",
    # What libraries do that are refused memory.
    -signal.SIGABRT: "makes its reader crash (SIGABRT), perhaps for want of memory",
    -signal.SIGTRAP: "makes its reader crash (SIGTRAP), perhaps for want of memory",
    -signal.SIGILL: "makes its reader crash (SIGILL), perhaps for want of memory",
    -signal.SIGSEGV: "makes its reader crash (SIGSEGV)",
    -signal.SIGBUS: "makes its reader crash (SIGBUS)",
    -signal.SIGFPE: "makes its reader crash (SIGFPE)",
}


def _why(status: int, limits: Limits) -> str:
    return _ENDS.get(status, f"could not be read: its process ended with status {status}").format(limits=limits)


# In the process itself.


def _fork(connection: Connection, limits: Limits) -> int:
    process = os.fork()
    if process:
        return process
    try:
        # What a child has open stays open when its parent dies: above all the archive's lock.
        kept = connection.fileno()
        os.closerange(_DESCRIPTOR, kept)
        os.closerange(kept + 1, os.sysconf("SC_OPEN_MAX"))
        _serve(connection, limits)
    finally:
        os._exit(1)


def _spawn(connection: Connection, limits: Limits) -> int:
    code = "from ingest.pipeline.limits import serve_started; serve_started()"
    # -P: a module in the current folder is none of ours.
    command = [sys.executable, "-P", "-c", code, str(limits.seconds), str(limits.memory)]
    moves = [(os.POSIX_SPAWN_DUP2, connection.fileno(), _DESCRIPTOR)]
    return os.posix_spawn(sys.executable, command, os.environ, file_actions=moves)


def serve_started() -> None:
    """What a process does that was started for this."""
    _serve(Connection(_DESCRIPTOR), Limits(*map(int, sys.argv[1:])))


def _serve(connection: Connection, limits: Limits) -> None:
    """Read papers until nobody asks for more; then, or for want of memory, end the process."""
    read_rows = _load()
    os.setsid()
    _bound(resource.RLIMIT_AS, limits.memory << 20)
    _bound(resource.RLIMIT_CORE, 0)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    gc.freeze()
    gc.set_threshold(_OBJECTS)
    try:
        while True:
            task = connection.recv()
            signal.alarm(limits.seconds)
            connection.send(read_rows(task))
            signal.alarm(0)
    except MemoryError:
        os._exit(_NO_MEMORY)
    except (EOFError, OSError):
        os._exit(0)


def _load() -> Callable[[Task], Result]:
    """What reads a paper: loaded before a fork, its patterns are there for every child."""
    from ingest.pipeline.one_paper import read_rows

    return read_rows


def _bound(what: int, most: int) -> None:
    _, hard = resource.getrlimit(what)
    resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
