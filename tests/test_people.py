"""Who asks and who answers, as statements name them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.head.parts import Parts, read_people
from ingest.head.people import addressees, answerers, askers, committees, on_behalf_of
from ingest.language.names import from_capitals, is_name, plain_name
from ingest.language.offices import MINISTRIES, read_offices
from ingest.model import Person

ASKERS = {
    "Vragen van het lid Bakhuis (CDA) aan de Minister van Defensie": [("Bakhuis", "CDA")],
    "Vragen van de leden Van Nispen (SP) en Lahlou (GroenLinks-PvdA) aan": [
        ("Van Nispen", "SP"),
        ("Lahlou", "GroenLinks-PvdA"),
    ],
    "Vragen van de leden Bakhuis en De Wit (beiden D66) over": [("Bakhuis", "D66"), ("De Wit", "D66")],
    "Vragen van de leden Bakhuis en De Wit(beiden D66) over": [("Bakhuis", "D66"), ("De Wit", "D66")],
    "Vragen van de leden A.B. Vos, Bakhuis (VVD) en De Wit (CDA) over": [
        ("A.B. Vos", "VVD"),
        ("Bakhuis", "VVD"),
        ("De Wit", "CDA"),
    ],
    "Vragen van de leden Van Wijn, Romke de Jonge en Kat (allen D66)": [
        ("Van Wijn", "D66"),
        ("Romke de Jonge", "D66"),
        ("Kat", "D66"),
    ],
    "Vragen van de leden Bakhuis (CDA), De Wit (SP) en van het lid Kat (D66) over": [
        ("Bakhuis", "CDA"),
        ("De Wit", "SP"),
        ("Kat", "D66"),
    ],
    "Vragen van het lid DaniëlleJansma (Nieuw Sociaal Contract) aan": [("Daniëlle Jansma", "Nieuw Sociaal Contract")],
    "Vragen van het lid Faber-van de Klashorst(PVV) aan": [("Faber-van de Klashorst", "PVV")],
    "Vragen van het lid Van Haga (Groep Van Haga) aan": [("Van Haga", "Groep Van Haga")],
    "Vragen van het lid Van ’t Riet c.s. (CDA) over": [("Van ’t Riet", "CDA")],
    "Vragen van de leden In ’t Veld en d’Hondt (VVD) over": [("In ’t Veld", "VVD"), ("d’Hondt", "VVD")],
    "Vragen van het lid El Abbasi over": [("El Abbasi", None)],
    "Vragen van het lid Jasper vanDuin (SP) aan": [("Jasper van Duin", "SP")],
    "Vragen van het lid Graauw, P.T. van der (D66)": [("Van der Graauw", "D66")],
    "Vragen van de leden Bakhuis, H.J. (CDA) en Wit, A. de (SP)": [("Bakhuis", "CDA"), ("De Wit", "SP")],
    "de schriftelijke vragen van het lid Zandvliet (Volt) over": [("Zandvliet", "Volt")],
    "de vragen die zijn gesteld door de leden Bakhuis (CDA) en De Wit (SP), die": [
        ("Bakhuis", "CDA"),
        ("De Wit", "SP"),
    ],
    "Beantwoording Kamervragen van de Kamerleden Bakhuis en De Wit (beiden SP) aan": [
        ("Bakhuis", "SP"),
        ("De Wit", "SP"),
    ],
    "Beantwoording vragen van het lid Bakhuis over eb. Hierbij de antwoorden op de vragen van het lid Bakhuis (CDA).": [
        ("Bakhuis", "CDA")
    ],
    "Het lid Bakhuis (CDA) heeft op 3 mei 2024 vragen gesteld over eb.": [("Bakhuis", "CDA")],
    "Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden": [],
    "vragen van de leden van de vaste commissie voor Financiën": [],
    "ter aanvulling op eerdere vragen van het lid Bakhuis (CDA)": [],
    "de motie van het lid Bakhuis (CDA)": [],
}

ANSWERERS: dict[str, list[Person]] = {
    "Antwoord van Minister Agema (Volksgezondheid, Welzijn en Sport) (ontvangen 19 november 2024)": [
        Person("answered", "Agema", None, "Minister", "Volksgezondheid, Welzijn en Sport")
    ],
    "Antwoord van minister-president De Graauw (Algemene Zaken) (ontvangen 6 mei 2025)": [
        Person("answered", "De Graauw", None, "minister-president", "Algemene Zaken")
    ],
    "Antwoord van Minister Yes¸ilöz-Bakhuis (Justitie en Veiligheid) mede namens de Minister voor Rechtsbescherming": [
        Person("answered", "Yeşilöz-Bakhuis", None, "Minister", "Justitie en Veiligheid"),
        Person("on_behalf_of", None, None, "Minister voor Rechtsbescherming", "Rechtsbescherming"),
    ],
    "Antwoord van de Minister van Defensie en de Staatssecretaris van Financiën (ontvangen 6 mei 2025)": [
        Person("answered", None, None, "Minister van Defensie", "Defensie"),
        Person("answered", None, None, "Staatssecretaris van Financiën", "Financiën"),
    ],
    "Antwoord van Minister Bakhuis (Ruimtevaart en Diepzee) (ontvangen 6 mei 2025)": [
        Person("answered", "Bakhuis", None, "Minister", "Ruimtevaart en Diepzee")
    ],
    "Antwoord van Minister Bakhuis (Defensie) (ontvangen 6 mei 2025). Dit mede namens de Minister van Financiën.": [
        Person("answered", "Bakhuis", None, "Minister", "Defensie")
    ],
    "Het antwoord luidt ontkennend.": [],
}

OFFICES = {
    "de ministers van Buitenlandse Zaken en van Justitie en Veiligheid bied ik": [
        "minister van Buitenlandse Zaken",
        "minister van Justitie en Veiligheid",
    ],
    "de Ministers voor Natuur en Stikstof, van Landbouw, Natuur en Voedselkwaliteit en voor Armoedebeleid, "
    "Participatie en Pensioenen en de Staatssecretaris van Volksgezondheid, Welzijn en Sport": [
        "Minister voor Natuur en Stikstof",
        "Minister van Landbouw, Natuur en Voedselkwaliteit",
        "Minister voor Armoedebeleid, Participatie en Pensioenen",
        "Staatssecretaris van Volksgezondheid, Welzijn en Sport",
    ],
    "de ministers van Economische Zaken en Klimaat en Groene Groei": [
        "minister van Economische Zaken",
        "minister van Klimaat en Groene Groei",
    ],
    "de Ministers van Financiën, Justitie en Veiligheid en Onderwijs, Cultuur en Wetenschap": [
        "Minister van Financiën",
        "Minister van Justitie en Veiligheid",
        "Minister van Onderwijs, Cultuur en Wetenschap",
    ],
    "DE MINISTERS VOOR GROTE STEDEN- EN INTEGRATIEBELEID EN VAN BINNENLANDSE ZAKEN EN KONINKRIJKSRELATIES": [
        "Minister voor Grote Steden- en Integratiebeleid",
        "Minister van Binnenlandse Zaken en Koninkrijksrelaties",
    ],
    "de staatssecretarissen van Financiën – Fiscaliteit en Belastingdienst en van Defensie": [
        "staatssecretaris van Financiën – Fiscaliteit en Belastingdienst",
        "staatssecretaris van Defensie",
    ],
    "de Minister Justitie en Veiligheid over": ["Minister Justitie en Veiligheid"],
    "de Minister van Ruimtevaart en Diepzee bied ik": ["Minister van Ruimtevaart en Diepzee"],
    "mijn ambtgenoot van Financiën": ["ambtgenoot van Financiën"],
    "de Minister-President, Minister van Algemene Zaken,": ["Minister-President"],
    "de minister en de staatssecretaris van Defensie over het jaarverslag": [
        "minister van Defensie",
        "staatssecretaris van Defensie",
    ],
    "de Ministers van Volksgezondheid, Welzijn enSport en vanBuitenlandse Zaken (ontvangen": [
        "Minister van Volksgezondheid, Welzijn en Sport",
        "Minister van Buitenlandse Zaken",
    ],
    "het kabinet": [],
}

COMMITTEES = {
    "In de vaste commissie voor Waterstaat1, bestond de behoefte vragen voor te leggen": [
        "vaste commissie voor Waterstaat"
    ],
    "De vaste commissie voor Buitenlandse Zaken heeft een aantal vragen voorgelegd aan de regering": [
        "vaste commissie voor Buitenlandse Zaken"
    ],
    "op de door de Vaste Commissie van Financiën gestelde vragen over het rapport": ["vaste commissie van Financiën"],
    "de vragen die de commissie voor de Rijksuitgaven en de vaste commissies voor Financiën, Economische Zaken en "
    "Onderwijs, Cultuur en Wetenschap, alsmede de algemene commissie voor Wonen en Rijksdienst hebben gesteld over": [
        "commissie voor de Rijksuitgaven",
        "vaste commissie voor Financiën",
        "vaste commissie voor Economische Zaken",
        "vaste commissie voor Onderwijs, Cultuur en Wetenschap",
        "algemene commissie voor Wonen en Rijksdienst",
    ],
    "De vaste commissie voor Klimaat en Groene Groei, belast met het onderzoek van dit voorstel, heeft deze vragen": [
        "vaste commissie voor Klimaat en Groene Groei"
    ],
    "De vaste commissie voor Defensie sprak over schepen.": [],
}


@pytest.mark.parametrize("text", ASKERS)
def test_members_who_ask(text: str) -> None:
    assert [(one.name, one.party) for one in askers(text)] == ASKERS[text]


def test_others_whom_a_paper_does_not_name_are_told_of() -> None:
    text = "Vragen van de leden Bakhuis (CDA) en De Wit c.s. (SP) over"
    assert [(one.name, one.others) for one in askers(text)] == [("Bakhuis", False), ("De Wit", True)]


@pytest.mark.parametrize(
    ("signed", "said"),
    [((), [("Bakhuis", True)]), (("Bakhuis", "De Wit"), [("Bakhuis", False), ("De Wit", False)])],
)
def test_a_motion_names_all_who_submit_it_where_they_sign(
    signed: tuple[str, ...], said: list[tuple[str, bool]]
) -> None:
    title = "MOTIE VAN HET LID BAKHUIS C.S."
    found = read_people("motion", Parts([title], title, signed, "", "", title))
    assert [(one.name, one.others) for one in found] == said


@pytest.mark.parametrize("text", ANSWERERS)
def test_who_answers_and_on_whose_behalf(text: str) -> None:
    assert list(answerers(text)) == ANSWERERS[text]


@pytest.mark.parametrize("text", OFFICES)
def test_a_list_of_offices_falls_apart_at_the_ministries(text: str) -> None:
    assert [office.role for office in read_offices(text)[0]] == OFFICES[text]


@pytest.mark.parametrize("text", COMMITTEES)
def test_committees_that_ask(text: str) -> None:
    assert [one.role for one in committees(text)] == COMMITTEES[text]


@given(st.lists(st.sampled_from(MINISTRIES), min_size=1, max_size=4))
def test_ministries_that_are_known_are_found_again_in_any_list(ministries: list[str]) -> None:
    text = "de ministers van " + ", van ".join(ministries[:-1]) + " en van " * (len(ministries) > 1) + ministries[-1]
    assert [office.ministry for office in read_offices(text)[0]] == ministries


def test_questions_put_to_several_are_answered_by_them() -> None:
    text = "heeft vragen voorgelegd aan de minister van Financiën en de staatssecretaris van Defensie over de brief"
    assert [one.role for one in addressees(text)] == ["minister van Financiën", "staatssecretaris van Defensie"]
    assert [one.role for one in addressees("heeft vragen aan de regering voorgelegd over")] == ["regering"]


def test_on_behalf_of_one_who_is_named() -> None:
    assert on_behalf_of("mede namens minister Van Weel (Justitie en Veiligheid) antwoord ik") == (
        Person("on_behalf_of", "Van Weel", None, "minister", "Justitie en Veiligheid"),
    )


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("DaniëlleJansma", "Daniëlle Jansma"),
        ("McDonald", "McDonald"),
        ("Kostic´", "Kostić"),
        ("Van  der\u00a0Lee,", "Van der Lee"),
        ("IJzerman", "IJzerman"),
        ("Van der Kat-Bakhuis.", "Van der Kat-Bakhuis"),
        ("Lee, A. van der B.", "Lee, A. van der B."),
    ],
)
def test_a_name_is_as_its_bearer_writes_it(written: str, name: str) -> None:
    assert plain_name(written) == name


def test_capitals_are_only_the_printer_s() -> None:
    assert (
        from_capitals("VAN DER LEE, PIETERS-BLOM EN IN ’T VELD C.S.") == "Van der Lee, Pieters-Blom en In ’t Veld c.s."
    )
    assert from_capitals("Van der Lee") == "Van der Lee"


@pytest.mark.parametrize(
    "line", ["H.G. Herbert", "Th.J.A.M. de Bruijn", "Mark Harbers", "mr. drs. C. van Ark", "K. (Kees) Bos MSc"]
)
def test_a_signatory_s_name(line: str) -> None:
    assert is_name(line)


@pytest.mark.parametrize(
    "line", ["", "1", "de heer", "Hij zegt dit", "Tot slot", "Bijlage 1", "A" * 80, "A B C D E F G H I J"]
)
def test_no_name(line: str) -> None:
    assert not is_name(line)
