"""Labels that a line's end cuts in two: "Antwoord op de vragen 2, 3, 4" above "en 5"."""

import re

from ingest.language.numbers import NUMBERS

# What such a label begins with, Markdown's marks as well.
_FIRST = frozenset("AVRB*#<[")
_LONGEST = 200
# Who asked goes on: "Vraag van de leden Bakhuis (CDA) en" above "Roelvink (PvdD):".
_ASKERS = re.compile(r"[*_#\s]*Vraag van (?:de leden|de heren|mevrouw|de heer|het lid)\s.{0,120}(?:\sen|,|[^):*])\Z")
_MORE_ASKERS = re.compile(r"[^.?!:]{2,80}\([^()]{1,40}\):?[*_]*\Z")
# All of its second line.
_REST = re.compile(
    rf"[*_]*(?P<goes_on>(?i:(?:en\s)?met|en|t/m|tot\sen\smet|&)\s)?(?:(?:de\s)?vra(?:ag|gen)\s)?{NUMBERS}\s?[.:)]*[*_]*"
    r"(?:</\w{1,10}>|\]\{\.\w{1,12}\})?\Z"
)


def may_go_on(above: str, is_label: bool, below: str, blanks: int) -> bool:
    """Whether a line may be the rest of the label above it; `is_label`: the line above is one by itself.

    A bare number below such a label may be a page's.
    """
    if above[:1] not in _FIRST or len(above) > _LONGEST or blanks > 1:
        return False
    if blanks == 0 and _ASKERS.match(above) and _MORE_ASKERS.match(below):
        return True
    rest = _REST.match(below)
    bare = blanks == 0 and (not is_label or above.endswith(","))
    return rest is not None and (rest["goes_on"] is not None or bare)


def joined(above: str, below: str) -> str:
    """Both lines as one, without Markdown's marks where they meet."""
    return f"{above.rstrip('*_')} {below.lstrip('*_')}"
