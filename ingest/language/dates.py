"""Dates as Dutch papers write them: "1 april 2026", "3 okt. 1998", "16-02-2024", "2024-02-16".

`DATE` is a fragment for the patterns of others; it captures nothing.  Pure functions over text.
"""

import datetime
import re

_MONTHS = {
    "januari": 1,
    "februari": 2,
    "maart": 3,
    "april": 4,
    "mei": 5,
    "juni": 6,
    "juli": 7,
    "augustus": 8,
    "september": 9,
    "oktober": 10,
    "november": 11,
    "december": 12,
    "jan": 1,
    "feb": 2,
    "febr": 2,
    "mrt": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "nov": 11,
    "dec": 12,
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))

# Extraction glues the parts ("30oktober2024") or sets them apart ("22  december 2022").
_IN_WORDS = rf"(?<![\d.,])\d{{1,2}}(?:e|ste)?\s{{0,3}}(?i:{_MONTH})(?:\.|(?![a-z]))\s{{0,3}}\d{{4}}(?!\d)"
_IN_DIGITS = r"(?<![\d./-])\d{1,2}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)\d{4}(?![\d/-])"
_ISO = r"(?<![\d./-])\d{4}-\d{2}-\d{2}(?![\d/-])"

DATE = rf"(?:{_IN_WORDS}|{_IN_DIGITS}|{_ISO})"
_DATE = re.compile(DATE)
_PARTS = re.compile(r"\d+|[^\W\d_]+")


def find_date(text: str) -> datetime.date | None:
    """The first date in a text, or None: no date is written there, or one that no calendar has.

    >>> find_date("Den Haag, 1 april 2026"), find_date("31 februari 2026")
    (datetime.date(2026, 4, 1), None)
    """
    match = _DATE.search(text)
    return read_date(match[0]) if match else None


def is_date(text: str) -> bool:
    """Whether a text is a date and nothing else."""
    return _DATE.fullmatch(text.strip().rstrip(".")) is not None


def read_date(written: str) -> datetime.date | None:
    """The date that a match of `DATE` writes; None where no calendar has it.

    >>> read_date("16-02-2024")
    datetime.date(2024, 2, 16)
    """
    parts = [part for part in _PARTS.findall(written) if part not in ("e", "ste")]
    if len(parts[0]) == 4:
        parts.reverse()
    day, month, year = parts
    try:
        return datetime.date(int(year), _MONTHS.get(month.lower()) or int(month), int(day))
    except ValueError:
        return None
