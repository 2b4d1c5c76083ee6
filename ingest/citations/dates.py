"""The date that stands with a citation: "Kamerstuk 30 821, nr. 251, 6 december 2024".

Footnotes often give the title of the paper between its number and its date.  A date counts only if nothing but a
title stands between, within the sentence.
"""

import re
from datetime import date

from ingest.citations.pieces import MONTH

_MONTHS = ("jan", "feb", "m", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_DATE = re.compile(
    rf"(?<!\w)(?:(?P<day>\d{{1,2}})\s(?P<month>{MONTH})\.?\s(?P<year>(?:19|20)\d\d)"
    r"|(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>(?:19|20)\d\d))(?!\w)",
    re.IGNORECASE,
)
_SAID = r"(?:(?:d\.\s?d\.|dd\.?|van|gedateerd|verzonden|de\sdato)\s{0,2})?"
_DIRECT = re.compile(rf"\s?,?\s{{0,2}}\(?{_SAID}|\s?\),?\s{{1,2}}(?:d\.\s?d\.|dd\.|van)\s|\),\s")
# A title begins with a capital or a quotation mark, or is the name of a sort of paper.
_TITLE = re.compile(
    r"\s?[,:;]?\s{0,2}(?:[–-]\s)?(?:[«“„\"'‘]|[A-ZÀ-Þ]|(?:de\s)?(?:brief|motie|verslag|nota|rapport|kabinetsreactie|memorie|beleids|voortgangs))"
    rf"(?:[^.;()]|\.(?=\w)|\([^()]{{0,60}}\)){{0,220}}?(?:,\s{{0,2}}|\s\(|\svan\s|\sd\.\s?d\.\s|\s(?=\Z)){_SAID}"
)
_END = re.compile(r"\s?(?:[.,;:)\]»”]|\Z)")
_FARTHEST = 280


def date_after(text: str, start: int, limit: int) -> date | None:
    """The date that belongs to a citation which ends at `start`, before the next one begins at `limit`.

    >>> date_after("Kamerstuk 29826-277 Industriebeleid met focus, 17 oktober 2025", 19, 62)
    datetime.date(2025, 10, 17)
    """
    found = _DATE.search(text, start, min(limit, start + _FARTHEST))
    if not found:
        return None
    if _DIRECT.fullmatch(text, start, found.start()):
        return _date(found)
    if _TITLE.fullmatch(text, start, found.start()) and _END.match(text, found.end()):
        return _date(found)
    return None


def _date(match: re.Match[str]) -> date | None:
    """The day meant, or None for a day that does not exist."""
    if match["month"]:
        name = match["month"].lower()
        month = next(number for number, start in enumerate(_MONTHS, start=1) if name.startswith(start))
        day, year = match["day"], match["year"]
    else:
        day, month, year = match["d"], int(match["m"]), match["y"]
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None
