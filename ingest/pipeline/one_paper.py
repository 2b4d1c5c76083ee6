"""One file → its rows, if they keep what is promised of every paper.

It takes the better part of a second to load, for all the patterns that papers are read by: whoever may have nothing to
read imports it late.
"""

from ingest.archive.rows import rows_of
from ingest.parse import parse
from ingest.pipeline.task import Result, Task
from ingest.promises import broken_promises
from ingest.read import UnreadableError, read


def read_rows(task: Task) -> Result:
    """One file as rows.  It may run far away, so an error comes back as a value.

    Raises MemoryError where there is not enough of it.
    """
    try:
        document = parse(read(task.path, ocr=task.ocr))
        for broken in broken_promises(document):
            return UnreadableError(task.path, f"met a fault in Kamerarchief: {broken}")
        return rows_of(document, task.key, task.place)
    except UnreadableError as error:
        return error
    except MemoryError:
        raise
    except Exception as error:  # A fault of ours in one paper keeps no other paper out.
        return UnreadableError(task.path, f"met a fault in Kamerarchief ({type(error).__name__}: {error})")
