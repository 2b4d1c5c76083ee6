"""What a reader says when a file cannot be read at all."""

from pathlib import Path


class BrokenFileError(Exception):
    """The bytes are not what they claim to be; `str()` is the reason, as words that follow a file's name."""


class UnreadableError(Exception):
    """A file that cannot be read at all; `str()` is "path: reason"."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type["UnreadableError"], tuple[Path, str]]:
        """Pickled by its two parts, so that it comes whole out of a worker process."""
        return type(self), (self.path, self.reason)


class GivenUpError(UnreadableError):
    """A file that takes more time or memory than a paper may, or makes its reader crash; it will do so again."""
