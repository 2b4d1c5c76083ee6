"""The date that stands with a citation: "Kamerstuk 30 821, nr. 251, 6 december 2024".

Footnotes often give the title of the paper between its number and its date.  A date counts only if nothing but a
title stands between, within the sentence.
"""

import re
from datetime import date

from ingest.language.dates import DATE, read_date

_DATE = re.compile(DATE)
_SAID = r"(?:(?:d\.\s?d\.|dd\.?|van|gedateerd|verzonden|de\sdato)\s{0,2})?"
_DIRECT = re.compile(rf"\s?,?\s{{0,2}}\(?{_SAID}|\s?\),?\s{{1,2}}(?:d\.\s?d\.|dd\.|van)\s|\),\s")
# A title begins with a capital or a quotation mark, or is the name of a sort of paper.
_SORT = r"(?:de\s)?(?:brief|motie|verslag|nota|rapport|kabinetsreactie|memorie|beleids|voortgangs)"
_TITLE = re.compile(
    rf"\s?[,:;]?\s{{0,2}}(?:[–-]\s)?(?:[«“„\"'‘]|[A-ZÀ-Þ]|{_SORT})(?:[^.;()]|\.(?=\w)|\([^()]{{0,60}}\)){{0,220}}?"
    rf"(?:,\s{{0,2}}|\s\(|\svan\s|\sd\.\s?d\.\s){_SAID}"
)
_END = re.compile(r"\s?(?:[.,;:)\]»”]|\Z)")
# A cheap look at what follows, before a date is searched for: most citations end their sentence.
_MAY_FOLLOW = re.compile(
    rf"\s?\)?[,:;]?\s{{0,2}}(?:[–-]\s)?(?:[«“„\"'‘(\d]|[A-ZÀ-Þ]|{_SORT}|d\.?\s?d|van|gedateerd|verz|de\sd)"
)
_FARTHEST = 280


def date_after(text: str, start: int, limit: int) -> date | None:
    """The date that belongs to a citation which ends at `start`, before the next one begins at `limit`.

    >>> date_after("Kamerstuk 29826-277 Industriebeleid met focus, 17 oktober 2025", 19, 62)
    datetime.date(2025, 10, 17)
    """
    found = _MAY_FOLLOW.match(text, start) and _DATE.search(text, start, min(limit, start + _FARTHEST))
    if not found:
        return None
    direct = _DIRECT.fullmatch(text, start, found.start())
    titled = _TITLE.fullmatch(text, start, found.start()) and _END.match(text, found.end())
    return read_date(found[0]) if direct or titled else None
