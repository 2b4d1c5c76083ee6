"""Canonical names and official addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import works
from ingest.model import Work
from ingest.references import canonical

_ZOEK = "https://zoek.officielebekendmakingen.nl"
_EUR_LEX = "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri="


@pytest.mark.parametrize(
    ("written", "dossier"),
    [
        ("29826", "29826"),
        ("29 826", "29826"),
        ("29\u00a0826", "29826"),
        ("29.826", "29826"),
        ("35 925 XVII", "35925-XVII"),
        ("35 925, XVII", "35925-XVII"),
        ("31.700XII", "31700-XII"),
        ("36800-XVI", "36800-XVI"),
        ("36800-xvi", "36800-XVI"),
        ("31 700-IIB", "31700-IIB"),
        ("19 700 hoofdstuk XV", "19700-XV"),
        ("36 410 A", "36410-A"),
        ("21 501-02", "21501-02"),
        ("21501–20", "21501-20"),
        ("27 484 (R 1669)", "27484"),
        ("23908-(R1519)", "23908"),
        ("2024", None),
        ("2 mei 2024", None),
        ("29 826, nr. 7", None),
        ("", None),
    ],
)
def test_dossier_in_every_written_form(written: str, dossier: str | None) -> None:
    assert works.parse_dossier(written) == dossier


@pytest.mark.parametrize(
    ("written", "years"),
    [
        ("2022/23", "2022-2023"),
        ("2022–2023", "2022-2023"),
        ("vergaderjaar 2022-2023", "2022-2023"),
        ("1999/00", "1999-2000"),
        ("22/23", "2022-2023"),
        ("86/87", "1986-1987"),
        ("1985/- 86", "1985-1986"),
        ("20 12-2013", "2012-2013"),
        ("2019-2021", None),
        ("2022", None),
    ],
)
def test_session_years(written: str, years: str | None) -> None:
    assert works.session(written) == years


@pytest.mark.parametrize(
    ("work", "name", "url"),
    [
        (works.kamerstuk("29826", "277"), "kst-29826-277", f"{_ZOEK}/kst-29826-277.html"),
        (works.kamerstuk("35925-XVII", "054"), "kst-35925-XVII-54", f"{_ZOEK}/kst-35925-XVII-54.html"),
        (works.dossier("36410"), "36410", f"{_ZOEK}/dossier/36410"),
        (works.aanhangsel(None, "2023–2024", "387"), "ah-tk-20232024-387", f"{_ZOEK}/ah-tk-20232024-387.html"),
        (works.aanhangsel("Eerste Kamer", "2023-2024", "3"), "ah-ek-20232024-3", f"{_ZOEK}/ah-ek-20232024-3.html"),
        (works.handelingen(None, "2021-2022", "12", "4"), "h-tk-20212022-12-4", f"{_ZOEK}/h-tk-20212022-12-4.html"),
        (works.handelingen(None, "2021-2022", "12"), "h-tk-20212022-12", None),
        (works.zaak("2025 z 19665"), "2025Z19665", "https://www.tweedekamer.nl/zoeken?qry=2025Z19665"),
        (
            works.document("2025D12345"),
            "2025D12345",
            "https://www.tweedekamer.nl/kamerstukken/detail?id=2025D12345&did=2025D12345",
        ),
        (works.toezegging("TZ 202509–008"), "TZ202509-008", "https://www.tweedekamer.nl/zoeken?qry=TZ202509-008"),
        (works.toezegging("TO3357"), "T03357", None),
        (works.eu_law("32019r0452"), "CELEX:32019R0452", f"{_EUR_LEX}CELEX:32019R0452"),
        (works.eu_document("COM", "2021", "0066"), "COM(2021)66", f"{_EUR_LEX}COM:2021:66:FIN"),
        (works.law("BWBR0044449"), "BWBR0044449", "https://wetten.overheid.nl/BWBR0044449"),
        (works.law("CVDR123456"), "CVDR123456", "https://lokaleregelgeving.overheid.nl/CVDR123456"),
        (works.official_journal("Stb.", "2020", "118"), "stb-2020-118", f"{_ZOEK}/stb-2020-118.html"),
        (
            works.official_journal("Staatscourant", "2021", "12.345"),
            "stcrt-2021-12345",
            f"{_ZOEK}/stcrt-2021-12345.html",
        ),
        (
            works.case_law("ecli:nl:hr:2019:2006"),
            "ECLI:NL:HR:2019:2006",
            "https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:HR:2019:2006",
        ),
        (works.case_law("ECLI:EU:C:2020:559"), "ECLI:EU:C:2020:559", f"{_EUR_LEX}ecli:ECLI:EU:C:2020:559"),
        (works.url("www.tweedekamer.nl"), "www.tweedekamer.nl", "https://www.tweedekamer.nl"),
        (works.url("https:// example.org/a"), "https://example.org/a", "https://example.org/a"),
    ],
    ids=lambda value: value.id if isinstance(value, Work) else "",
)
def test_name_and_address(work: Work, name: str, url: str | None) -> None:
    assert (work.id, work.url) == (name, url)


@pytest.mark.parametrize(
    "name",
    ["kst-29826-277", "kst-36600-VII-1", "kst-21501-02-2383", "kst-35925-A", "blg-1012345", "ah-tk-20232024-387",
     "ah-ek-20212022-4", "h-tk-20212022-12-4", "stb-2020-118", "stcrt-2021-12345", "trb-1951-154"],
)  # fmt: skip
def test_a_publication_is_known_by_its_id_in_any_case(name: str) -> None:
    assert works.publication(name).id == works.publication(name.upper()).id == name
    assert works.publication(name).url == f"{_ZOEK}/{name}.html"


def test_a_reprint_is_the_paper_that_it_replaces() -> None:
    assert works.publication("kst-36410-2-h1") == works.kamerstuk("36410", "2")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("kst-29826-277", "kst-29826-277"),
        ("29826-277", "kst-29826-277"),
        ("29 826, nr. 277", "kst-29826-277"),
        ("29.826 nr 277", "kst-29826-277"),
        ("Kamerstuk 29 826, nr. 277.", "kst-29826-277"),
        ("Kamerstukken II 2022/23, 36 229, nr. 1", "kst-36229-1"),
        ("35 925, A", "kst-35925-A"),
        ("36800-XVI-12", "kst-36800-XVI-12"),
        ("nr. 456 (36800-XVI)", "kst-36800-XVI-456"),
        ("21501-02", "21501-02"),
        ("36410", "36410"),
        ("Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 387", "ah-tk-20232024-387"),
        ("Handelingen II 2021/22, nr. 12, item 4", "h-tk-20212022-12-4"),
        ("2025Z19665", "2025Z19665"),
        ("TZ202509-008", "TZ202509-008"),
        ("Verordening (EU) 2019/452", "CELEX:32019R0452"),
        ("COM(2023) 249", "COM(2023)249"),
        ("Stb. 2020, 118", "stb-2020-118"),
        ("ECLI:NL:HR:2019:2006", "ECLI:NL:HR:2019:2006"),
        ("https://zoek.officielebekendmakingen.nl/kst-29826-277.html", "kst-29826-277"),
        ("zie Kamerstuk 29 826, nr. 277", None),
        ("29 826, nrs. 277 en 278", None),
        ("vraag 3", None),
        ("industriebeleid", None),
        ("2024", None),
        ("", None),
    ],
)
def test_one_official_name_in_any_written_form(written: str, name: str | None) -> None:
    work = canonical(written)
    assert (work and work.id) == name


@given(
    st.integers(10000, 39999).map(str),
    st.sampled_from(["", "-XVII", "-V", "-IIB", "-A"]),
    st.integers(1, 9999).map(str),
)
def test_a_paper_is_found_under_its_own_name(dossier: str, chapter: str, number: str) -> None:
    work = works.kamerstuk(dossier + chapter, number)
    assert canonical(work.id) == work
    assert canonical(f"Kamerstuk {dossier[:2]} {dossier[2:]}{chapter}, nr. {number}") == work
    assert canonical(work.url or "") == work
