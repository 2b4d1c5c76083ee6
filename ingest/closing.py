"""The closing of a paper: who signs it, at its end or at the end of its covering letter."""

import re
from collections.abc import Sequence

from ingest.labels import Item

_OFFICE = r"(?:[Mm]inister|MINISTER|[Ss]taatssecretaris|STAATSSECRETARIS|[Vv]oorzitter|VOORZITTER|[Gg]riffier|[Pp]resident|[Ss]ecretaris)"
# "De Minister van Economische Zaken," / "de minister voor …" at the head of a line, not going on as a sentence.
SIGNATURE = re.compile(
    rf"(?:[Dd]e |DE )?(?:[Ff]ungerend |[Aa]djunct-)?{_OFFICE}(?:-[Pp]resident)?(?: (?:van|voor|VAN|VOOR|der|DER)\b.{{0,160}}|\b.{{0,40}})?,?\Z"
)
_OPENING = re.compile(r"(?:Hoogachtend|Met vriendelijke groet(?:en)?|Mede namens\b.*|Namens\b.*),?\Z")
_NAME = re.compile(
    r"(?:[A-Z][\w.’'-]*\.?|van|de|der|den|ter|ten|von|’t|'t|MA|MSc|RA|drs\.|mr\.|ir\.|dr\.|prof\.|\([\w .-]+\)|\s|,)+\Z"
)
_SENTENCE = re.compile(r"[.?!:;]\Z")
_LONGEST = 14


def closing_start(items: Sequence[Item]) -> int | None:
    """The index of the first line of the signature that ends a paper, or None."""
    found = None
    for index in range(len(items) - 1, max(-1, len(items) - 1 - _LONGEST), -1):
        line = items[index].text.strip("*_ ")
        if SIGNATURE.match(line) or _OPENING.match(line):
            found = index
        elif not is_name(line) and not (found is None and len(line) < 60 and not _SENTENCE.search(line)):
            break
    if found is None or not any(SIGNATURE.match(item.text.strip("*_ ")) for item in items[found:]):
        return None
    return found


def is_name(line: str) -> bool:
    """Whether a line could be a signatory's name: "H.G. Herbert", "Th.J.A.M. de Bruijn"."""
    return len(line) < 60 and _NAME.match(line) is not None and any(map(str.isupper, line))
