"""Published papers whose text lost its line breaks: whole papers as one line, words glued to numbers, wrong signs."""

import pytest
from pulled import read

from ingest.layout.lost_breaks import lost_breaks
from ingest.model import Document, Span

ANSWERS = (
    "ah-tk-20112012-1035ISSN 0921 - 7398 {quote}s-Gravenhage 2011 Tweede Kamer der Staten-Generaal 2Vergaderjaar "
    "2011{dash}2012 Aanhangsel van de Handelingen Vragen gesteld door de leden der Kamer, met de daarop door de "
    "regering gegeven antwoorden 1035 Vragen van het lid Roelvink (D66) aan de minister van Defensie over de "
    "dijk bij Zeewijk "
    "(ingezonden 12 december 2011). Antwoord van minister Bakhuis (Defensie) (ontvangen 27 december 2011). "
    "Vraag 1 Bent "
    "u bekend met het artikel «Dijk te laag»?1 Antwoord 1Ja. Vraag 2 Hoe hoog is de dijk? Antwoord 2U vraagt naar de "
    "hoogte. Die is zeven meter. 1Zeewijker Courant, 8 december 2011, «Dijk te laag». Tweede Kamer, vergaderjaar "
    "2011{dash}2012, Aanhangsel1 De dijk wordt hoger. Vraag 3 en 4 Wanneer is dat af? Wat kost het? Antwoord 3 en "
    "4In 2014. Het kost niets.Tweede Kamer, vergaderjaar 2011{dash}2012, Aanhangsel2"
)
LETTER = (
    "Tweede Kamer der Staten-Generaal 2Vergaderjaar 2012{dash}2013 29 999Dijken en duinen Nr. 75 BRIEF VAN DE MINISTER "
    "VAN INFRASTRUCTUUR EN MILIEU Aan de Voorzitter van de Tweede Kamer der Staten-Generaal Den Haag, 5 april 2013 Bij "
    "deze informeer ik u over de dijk bij Zeewijk. De dijk heeft een laag1 van klei die nog niet "
    "overal even dik is, en dat geldt 1Klei is een soort grond die water tegenhoudt. kst-29999-75ISSN 0921 - "
    "7371{quote}s-Gravenhage 2013 Tweede Kamer, vergaderjaar 2012{dash}2013, 29 999, nr. 751 ook voor de duinen. In "
    "bijgevoegd rapport staat wat dat kost.2 Ik zal u daar volgend jaar weer over schrijven. De minister van "
    "Infrastructuur en Milieu, T.H. Roelvink van Eb-Maas Bakhuis2Ter inzage gelegd bij het Centraal Informatiepunt "
    "Tweede Kamer Tweede Kamer, vergaderjaar 2012{dash}2013, 29 999, nr. 752"
)
MOTION = (
    "Tweede Kamer der Staten-Generaal 2 Vergaderjaar 2022–2023 36 199 X Regels over dijken (Wet dijken) 36 200 "
    "Wijziging van de Duinwet Nr. 39 GEWIJZIGDE MOTIE VAN HET LID ROELVINK C.S. TER VERVANGING VAN DIE GEDRUKT ONDER "
    "NR. 12 Voorgesteld 22 februari 2023 De Kamer, gehoord de beraadslaging, constaterende dat dijken hoog zijn; "
    "overwegende dat duinen breder kunnen; verzoekt de regering om de duinen breder te maken en de Kamer te "
    "informeren, en gaat over "
    "tot de orde van de dag. Roelvink Van der Wit Eb-Duin"
)
# As printed, as PyPDF2 decoded it, the same with its signs taken apart, UTF-8 read as Windows text, and Latin-1.
SIGNS = [("–", "’"), ("Œ", "™"), ("Œ", "TM"), ("â€“", "â€™"), ("\x96", "\x92")]
signs = pytest.mark.parametrize(("dash", "quote"), SIGNS)


def furniture(document: Document) -> list[str]:
    spans = [one.span for one in document.segments if one.role == "page_furniture"]
    return [document.source.text[span.start : span.stop].strip() for span in spans]


@signs
def test_answers_glued_to_their_labels(dash: str, quote: str) -> None:
    document = read(ANSWERS.format(dash=dash, quote=quote))
    head = document.head
    assert (head.identifier, head.number, head.session_year) == ("ah-tk-20112012-1035", "1035", "2011-2012")
    assert [one.passage.text for one in document.questions] == [
        "Bent u bekend met het artikel «Dijk te laag»?", "Hoe hoog is de dijk?", "Wanneer is dat af? Wat kost het?"
    ]  # fmt: skip
    assert [(one.label, " ".join(one.passage.text.split())) for one in document.answers] == [
        ("Antwoord 1", "Ja."),
        ("Antwoord 2", "U vraagt naar de hoogte. Die is zeven meter. De dijk wordt hoger."),
        ("Antwoord 3 en 4", "In 2014. Het kost niets."),
    ]
    assert [one.passage.text for one in document.footnotes] == ["Zeewijker Courant, 8 december 2011, «Dijk te laag»."]
    assert [(one.footnote, one.question, one.answer) for one in document.marks] == [(0, 0, None)]
    assert not document.notices


@signs
def test_a_letter_on_one_line(dash: str, quote: str) -> None:
    document = read(LETTER.format(dash=dash, quote=quote))
    head = document.head
    assert (head.kind, head.identifier, head.session_year, str(head.date)) == (
        "letter", "kst-29999-75", "2012-2013", "2013-04-05"
    )  # fmt: skip
    assert [(one.id, one.title) for one in head.dossiers] == [("29999", "Dijken en duinen")]
    assert [(one.name, one.ministry) for one in head.people] == [
        ("T.H. Roelvink van Eb-Maas Bakhuis", "Infrastructuur en Milieu")
    ]
    assert [(one.marker, one.passage.text) for one in document.footnotes] == [
        ("1", "Klei is een soort grond die water tegenhoudt."),
        ("2", "Ter inzage gelegd bij het Centraal Informatiepunt Tweede Kamer"),
    ]
    assert len(document.marks) == 2
    assert [one.split(", ")[-1] for one in furniture(document)][-2:] == ["nr. 751", "nr. 752"]
    assert not document.notices


def test_answers_on_one_line_before_they_are_printed() -> None:
    head = read(
        "AH 599 2024Z18285 Antwoord van minister Bakhuis (Defensie) (ontvangen 20 november 2024) Vraag 1 Kent u het "
        "bericht over de dijk bij Zeewijk, die volgens het waterschap te laag is voor een storm die na duizend jaar "
        "weer komt? "
        "Antwoord 1 Ja. Vraag 2 Hoe hoog is de dijk, en hoe hoog moet hij worden om die storm te kunnen weerstaan? "
        "Antwoord 2 De dijk is zeven meter hoog. Hij moet acht meter hoog worden, en dat is hij over drie jaar."
    ).head
    assert (head.identifier, head.number, head.zaak) == ("ah-tk-20242025-599", "599", "2024Z18285")


def test_what_only_asks_ends_with_an_imprint_without_a_series() -> None:
    document = read(
        "Tweede Kamer der Staten-Generaal 2 Vergaderjaar 2024–2025 Vragen gesteld door de leden der Kamer 2024Z18796 "
        "Vragen van het lid Roelvink (D66) aan de Minister van Defensie over de dijk bij Zeewijk (ingezonden 20 "
        "november 2024). Vraag 1 Kent u het bericht over de dijk, die volgens het waterschap te laag is voor een storm "
        "die na duizend jaar weer komt? 1 2 Vraag 2 Hoe hoog is de dijk? kv-tk-2024Z18796 ’s-Gravenhage 2024 "
        "Tweede Kamer, vergaderjaar 2024–2025, Vragen 1 Vraag 3 Wat kost dat? 1NOS, 17 november 2024. "
        "2Kamerstuk 29 383, nr. 406. "
        "Tweede Kamer, vergaderjaar 2024–2025, Vragen 2"
    )
    asked = [one.passage.text for one in document.questions]
    assert asked[0].endswith("komt?")
    assert asked[1:] == ["Hoe hoog is de dijk?", "Wat kost dat?"]
    assert [one.passage.text for one in document.footnotes] == ["NOS, 17 november 2024.", "Kamerstuk 29 383, nr. 406."]
    assert [one.question for one in document.marks] == [0, 0]


def test_a_motion_on_one_line() -> None:
    head = read(MOTION).head
    assert (head.kind, head.number, str(head.date)) == ("motion", "39", "2023-02-22")
    assert [one.id for one in head.dossiers] == ["36199-X", "36200"]
    assert [one.name for one in head.people] == ["Roelvink", "Van der Wit", "Eb-Duin"]


def test_movers_by_both_their_names_and_numbers_of_dossiers_with_wide_dashes() -> None:
    head = read(
        "Tweede Kamer der Staten-Generaal 2 Vergaderjaar 2026‒2027 21 501 - 20 Europese Raad Nr. 39 MOTIE VAN DE LEDEN "
        "ROSA ROELVINK EN VAN EB Voorgesteld 22 februari 2027 De Kamer, gehoord de beraadslaging, constaterende dat "
        "dijken hoog zijn en dat zij dat nog lang zullen blijven; overwegende dat duinen breder kunnen; verzoekt de "
        "regering om de duinen breder te maken, en gaat over tot de orde van de dag, Rosa Roelvink Tiny van Eb"
    ).head
    assert [(one.id, one.title) for one in head.dossiers] == [("21501-20", "Europese Raad")]
    assert (head.number, head.session_year) == ("39", "2026-2027")
    assert [one.name for one in head.people] == ["Rosa Roelvink", "Tiny van Eb"]


def test_a_bill_on_one_line() -> None:
    head = read(
        "Tweede Kamer der Staten-Generaal 2 Vergaderjaar 2022–2023 36 199 Wijziging van de Duinwet Nr. 3 MEMORIE VAN "
        "TOELICHTING 1. Inleiding Dit voorstel maakt de duinen breder. 2. Kosten Het kost niets, want het zand ligt er "
        "al. De wind doet het werk, en de golven helpen een handje mee, zoals zij dat al duizend jaar doen langs heel "
        "de kust van ons land. Wie dat wil zien, kan bij eb van Zeewijk naar Duinhoek lopen en weer terug."
    ).head
    assert (head.title, head.number) == ("MEMORIE VAN TOELICHTING", "3")
    assert [(one.id, one.title) for one in head.dossiers] == [("36199", "Wijziging van de Duinwet")]


@pytest.mark.parametrize(
    ("title", "kind"),
    [("VERSLAG", "report"), ("VERSLAG HOUDENDE EEN LIJST VAN VRAGEN", "list_of_questions_and_answers")],
)
def test_a_report_whose_date_and_text_stand_behind_its_kind(title: str, kind: str) -> None:
    document = read(
        "Tweede Kamer der Staten-Generaal\n2\nVergaderjaar 2006–2007\n30 999\nWet op de dijken\nNr. 6\n"
        f"{title} Vastgesteld 27 maart 2007 De vaste commissie voor Defensie, belast met het voorbereidend onderzoek "
        "van dit voorstel van wet, heeft de eer als volgt verslag uit te brengen. Onder het voorbehoud dat de gestelde "
        "vragen voldoende zullen zijn beantwoord, acht de commissie de openbare behandeling van het voorstel van wet "
        "genoegzaam voorbereid. De leden van de fractie van D66 hebben met belangstelling van het voorstel kennis "
        "genomen en vragen hoe hoog de dijken zijn."
    )
    head = document.head
    assert (head.kind, head.title, str(head.date)) == (kind, title, "2007-03-27")
    body = [one.span.start for one in document.segments if one.role == "body"]
    assert [document.source.text[start:][:9] for start in body] == [" De vaste"]


def test_a_report_on_one_line_has_its_officers_in_its_head() -> None:
    document = read(
        "Tweede Kamer der Staten-Generaal 2 Vergaderjaar 2012–2013 33 999 Jaarverslag dijken Nr. 8 VERSLAG VAN EEN "
        "SCHRIFTELIJK OVERLEG Vastgesteld 14 juni 2013 In de commissie voor Dijken bestond bij enkele fracties "
        "behoefte de minister van Defensie enkele vragen voor te leggen over de brief van 15 mei 2013. De "
        "vragen en opmerkingen "
        "zijn op 30 mei 2013 aan de minister van Defensie voorgelegd. Bij brief van 13 juni 2013 zijn ze door de "
        "minister van Defensie beantwoord. De voorzitter van de commissie, Van der Wit De adjunct-griffier van de "
        "commissie, Eb I Vragen en opmerkingen vanuit de fracties De leden van de VVD-fractie vragen naar de dijken."
    )
    head = document.head
    assert (str(head.date), str(head.asked_on), str(head.answered_on)) == ("2013-06-14", "2013-05-30", "2013-06-13")
    assert {"Van der Wit", "Eb"} <= {one.name for one in head.people}


def test_a_page_number_glued_to_a_foot_needs_other_feet() -> None:
    text = "Het water staat hoog. " * 20
    feet = [f"{text}Tweede Kamer, vergaderjaar 2012–2013, 33 999, nr. 4{page}" for page in (1, 2, 3)]
    assert [one[-2:] for one in furniture(read(" ".join(feet)))] == ["41", "42", "43"]
    # Papers of one dossier that a text cites.
    assert not furniture(read(" ".join(feet[:2])))


def test_only_a_paper_that_words_its_head_as_others_do_is_cut() -> None:
    text = "De brief van de minister van Defensie, nr. 4 en de motie, gaat over tot de orde. " * 20
    assert not list(lost_breaks(text, [Span(0, len(text))]))
