"""Labels that a line's end cuts in two: "Antwoord op de vragen 2, 3, 4" above "en 5"."""

import re

from ingest.numbers import NUMBERS

# What such a label begins with, Markdown's marks as well.
_FIRST = frozenset("AVRB*#<[")
_LONGEST = 200
# All of its second line.
_REST = re.compile(
    rf"[*_]*(?P<goes_on>(?i:(?:en\s)?met|en|t/m|tot\sen\smet|&)\s)?(?:(?:de\s)?vra(?:ag|gen)\s)?{NUMBERS}\s?[.:)]*[*_]*"
    r"(?:</\w{1,10}>|\]\{\.\w{1,12}\})?\Z"
)


def may_go_on(above: str, is_label: bool, below: str, blanks: int) -> bool:
    """Whether a line may be the rest of the label above it; `is_label`: the line above is one by itself.

    A bare number below such a label may be a page's.
    """
    if above[:1] not in _FIRST or len(above) > _LONGEST or blanks > 1 or not (rest := _REST.match(below)):
        return False
    return rest["goes_on"] is not None or (blanks == 0 and (not is_label or above.endswith(",")))
