"""What proxies and browsers may keep, and how they learn of a new archive.

A page is made of the archive, the code and its address, and of nothing else.  So all pages share one ETag, that of
the archive as served; who asks again with it is told in no time that nothing changed.
"""

from collections.abc import Sequence

Headers = Sequence[tuple[bytes, bytes]]

# Browsers ask again each time; a proxy shared by many may answer by itself for two seconds, then it asks too.
KEEP = b"public, max-age=0, s-maxage=2, must-revalidate"
NEVER = b"no-store"


def etag(generation: str) -> bytes:
    """The ETag of every page made of one archive; weak, because a proxy may compress them."""
    return f'W/"{generation[:32]}"'.encode()


def is_known(tag: bytes, headers: Headers) -> bool:
    """Whether the visitor has the answer already, and it is the same for everybody."""
    if any(name in (b"cookie", b"authorization") for name, _ in headers):
        return False
    known = b",".join(value for name, value in headers if name == b"if-none-match")
    # Weak comparison: RFC 9110, section 8.8.3.2.
    return tag.removeprefix(b"W/") in [one.strip().removeprefix(b"W/") for one in known.split(b",")]


def with_caching(tag: bytes, lasting: bool, status: int, headers: Headers) -> list[tuple[bytes, bytes]]:
    """An answer's headers, with what may be kept of it.  One with a cookie, or meant for one person, stays private."""
    private = any(name.lower() == b"cache-control" and b"private" in value for name, value in headers)
    kept = [(name, value) for name, value in headers if name.lower() not in (b"cache-control", b"etag")]
    if lasting and status in (200, 304) and not private:
        return [*kept, (b"cache-control", KEEP), (b"etag", tag)]
    return [*kept, (b"cache-control", b"private, no-store" if private else NEVER)]
