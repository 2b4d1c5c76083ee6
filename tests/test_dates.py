"""Dates in Dutch papers."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.language.dates import find_date, is_date

# fmt: off
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)
# fmt: on
WRITTEN = {
    "Den Haag, 1 april 2026": "2026-04-01",
    "(ontvangen 19 november 2024).": "2024-11-19",
    "ingezonden 30oktober 2024": "2024-10-30",
    "3 okt. 1998": "1998-10-03",
    "22  DECEMBER  2022": "2022-12-22",
    "brief van 1e maart 1999": "1999-03-01",
    "16-02-2024": "2024-02-16",
    "3/5/2024": "2024-05-03",
    "3.5.2024": "2024-05-03",
    "2024-02-16": "2024-02-16",
    "29 februari 2024": "2024-02-29",
    "6\u00a0juli 2021": "2021-07-06",
    "van 3 mei 2024 en 4 mei 2024": "2024-05-03",
}
NO_DATE = (
    "31 februari 2026",
    "29 februari 2023",
    "0 mei 2024",
    "maart 2024",
    "1 april",
    "12 marters 2024",
    "nr. 12-2024",
    "IENW/BSK-2022/268034",
    "3.500.2024",
    "21 501-02",
    "102-03-2024",
    "2024-13-01",
    "",
)


@pytest.mark.parametrize("text", WRITTEN)
def test_a_date_is_read(text: str) -> None:
    assert find_date(text) == datetime.date.fromisoformat(WRITTEN[text])


@pytest.mark.parametrize("text", NO_DATE)
def test_no_date_is_made_up(text: str) -> None:
    assert find_date(text) is None


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_every_day_is_read_in_words_and_in_digits(day: datetime.date) -> None:
    words = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    assert (
        find_date(f"op {words}.") == find_date(f"{day.day}-{day.month}-{day.year}") == find_date(day.isoformat()) == day
    )
    assert is_date(words)
    assert not is_date(f"op {words}")


@given(st.text(alphabet="0123456789 -/.mei"))
def test_any_text_is_read(text: str) -> None:
    found = find_date(text)
    assert found is None or str(found.year) in text
