"""Heads of our own writing, in the layouts that papers have had since 1995, and what a careful person reads in them."""

import datetime
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Case:
    """The parts of a paper that its head is read from, and fields of the head as a careful person fills them in."""

    front: str
    expected: dict[str, Any]
    closing: str = ""
    furniture: str = ""
    body: str = ""
    questions: int = 0
    answers: int = 0
    postponed: bool = False
    notices: set[str] = field(default_factory=set)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip("\n").split("\n")) if text else ()


CASES = {
    "annex to the Proceedings, extraction with columns": Case(
        """
Tweede Kamer der Staten-Generaal2
Vergaderjaar 2024–2025 Aanhangsel van de Handelingen
Vragen gesteld door de leden der Kamer, met de daarop door de
regering gegeven antwoorden
2
Vragen van de leden Van Nijenrode (SP) en El Kassmi (GroenLinks-PvdA) aan de
Staatssecretaris van Justitie en Veiligheid over de verwar-
ming van cellen(ingezonden 24 oktober 2024).
Antwoord van Staatssecretaris Terwolde (Justitie en Veiligheid), mede namens de
Minister van Volkshuisvesting en Ruimtelijke Ordening (ontvangen
14 november 2024). Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 387.
""",
        {
            "kind": "answers_to_written_questions",
            "identifier": "ah-tk-20242025-2",
            "identifier_source": "printed",
            "chamber": "tweede_kamer",
            "session_year": "2024-2025",
            "number": "2",
            "dossiers": [],
            "title": "Vragen van de leden Van Nijenrode (SP) en El Kassmi (GroenLinks-PvdA) aan de Staatssecretaris van"
            " Justitie en Veiligheid over de verwarming van cellen",
            "asked_on": day("2024-10-24"),
            "answered_on": day("2024-11-14"),
            "date": None,
            "ministry": "Justitie en Veiligheid",
            "asked": [("Van Nijenrode", "SP"), ("El Kassmi", "GroenLinks-PvdA")],
            "answered": [("Terwolde", "Staatssecretaris", "Justitie en Veiligheid")],
            "on_behalf_of": [
                (
                    None,
                    "Minister van Volkshuisvesting en Ruimtelijke Ordening",
                    "Volkshuisvesting en Ruimtelijke Ordening",
                )
            ],
        },
        furniture="ah-tk-20242025-2\nTweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1",
        questions=3,
        answers=3,
    ),
    "annex to the Proceedings of 1999, the statement of who answers under the questions": Case(
        """
Tweede Kamer der Staten-Generaal
2
Vergaderjaar 1998–1999
Aanhangsel van de Handelingen
Vragen gesteld door de leden der Kamer, met de daarop door de
regering gegeven antwoorden
1018
Vragen van de leden Bakhuis en Roelvink (beiden PvdA) aan de ministers van
Verkeer en Waterstaat en van Volkshuisvesting, Ruimtelijke Ordening en
Milieubeheer over slib. (Ingezonden 3 maart 1999)
""",
        {
            "kind": "answers_to_written_questions",
            "identifier": "ah-tk-19981999-1018",
            "session_year": "1998-1999",
            "number": "1018",
            "asked_on": day("1999-03-03"),
            "answered_on": day("1999-04-06"),
            "ministry": "Verkeer en Waterstaat",
            "asked": [("Bakhuis", "PvdA"), ("Roelvink", "PvdA")],
            "answered": [("Netelbosch", "minister", "Verkeer en Waterstaat")],
            "on_behalf_of": [
                (
                    None,
                    "minister van Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer",
                    "Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer",
                )
            ],
        },
        body="Wat is slib?\n\nAntwoord van minister Netelbosch (Verkeer en Waterstaat), mede namens de minister van"
        " Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer. (Ontvangen 6 april 1999)\n\n1\nModder.",
        questions=1,
        answers=1,
    ),
    "several who answer": Case(
        """
AH 12
2024Z 13337
Antwoord van de ministers Roelvink (Financiën) en Van der Aalst (Economische Zaken, Landbouw en Innovatie) en van
staatssecretaris De Graauw (Defensie), mede namens minister Bakhuis (Justitie) (ontvangen 30 september 2024)
""",
        {
            "kind": "answers_to_written_questions",
            "identifier": "ah-tk-20242025-12",
            "identifier_source": "inferred",
            "session_year": "2024-2025",
            "zaak": "2024Z13337",
            "number": "12",
            "chamber": "tweede_kamer",
            "answered": [
                ("Roelvink", "minister", "Financiën"),
                ("Van der Aalst", "minister", "Economische Zaken, Landbouw en Innovatie"),
                ("De Graauw", "staatssecretaris", "Defensie"),
            ],
            "on_behalf_of": [("Bakhuis", "minister", "Justitie")],
        },
        questions=2,
        answers=2,
        notices={"identifier_inferred"},
    ),
    "an answer just after the opening of the session year still has a number of the old one": Case(
        "AH 2460\n2024Z12001\nAntwoord van minister Roelvink (Financiën) (ontvangen 19 september 2024)",
        {"identifier": "ah-tk-20232024-2460", "session_year": "2023-2024"},
        questions=1,
        answers=1,
        notices={"identifier_inferred"},
    ),
    "a number in the annex without any date names nothing": Case(
        "AH 88\nAntwoord van minister Roelvink (Financiën)",
        {"identifier": None, "identifier_source": None, "number": "88", "answered_on": None, "session_year": None},
        questions=1,
        answers=1,
    ),
    "questions not yet answered": Case(
        """
Tweede Kamer der Staten-Generaal 2
Vergaderjaar 2022–2023 Vragen gesteld door de leden der Kamer
2023Z02345
Vragen van het lid SanneHogewind (Volt) aan de Minister van Asiel en Migratie over
de motie-Bakhuis c.s. (Kamerstuk 24 587, nr. 995)(ingezonden 15 februari 2023).
""",
        {
            "kind": "written_questions",
            "identifier": "kv-tk-2023Z02345",
            "identifier_source": "printed",
            "number": None,
            "zaak": "2023Z02345",
            "session_year": "2022-2023",
            "dossiers": [],
            "asked": [("Sanne Hogewind", "Volt")],
            "answered": [],
            "asked_on": day("2023-02-15"),
            "answered_on": None,
        },
        questions=2,
    ),
    "a postponement in the annex": Case(
        """
Tweede Kamer der Staten-Generaal
Vergaderjaar 2024–2025 Aanhangsel van de Handelingen
Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden
562
Vragen van het lid De Vries-Bakhuis (VVD) aan de Minister van Defensie over
kantines (ingezonden 25 oktober 2024).
Mededeling van Minister Roelvink (Defensie) (ontvangen (ontvangen 15 november 2024).
""",
        {
            "kind": "postponement",
            "identifier": "ah-tk-20242025-562",
            "asked": [("De Vries-Bakhuis", "VVD")],
            "asked_on": day("2024-10-25"),
            "answered_on": None,
            "answered": [],
            "signed": [("Roelvink", "Minister", "Defensie")],
            "zaak": "2024Z16988",
        },
        body="Vraag 1\n\nMededeling\n\nDe vragen van het lid De Vries-Bakhuis over kantines (2024Z16988) kan ik niet",
        questions=2,
        postponed=True,
    ),
    "a covering letter with its answers": Case(
        """
> Retouradres Postbus 20401 2500 EK Den Haag
Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal
Prinses Irenestraat 6
2595 BD DEN HAAG
Datum
24 maart 2024
Betreft
Beantwoording Kamervragen over het sluiten van
de bibliotheek in Goor
Uw kenmerk
2024Z03999

Geachte Voorzitter,

Hierbij zend ik u, mede namens de minister van Financiën, de antwoorden op de vragen van het
Kamerlid Van ’t Hof c.s. (CDA) over het sluiten van de bibliotheek, die op 5 maart 2024 zijn ingezonden.

drs. P.J. (Piet) van der Aalst MSc
minister van Onderwijs,
Cultuur en Wetenschap
""",
        {
            "kind": "answers_to_written_questions",
            "identifier": None,
            "title": "Beantwoording Kamervragen over het sluiten van de bibliotheek in Goor",
            "chamber": "tweede_kamer",
            "date": day("2024-03-24"),
            "asked_on": day("2024-03-05"),
            "answered_on": day("2024-03-24"),
            "zaak": "2024Z03999",
            "asked": [("Van ’t Hof", "CDA")],
            "answered": [
                (
                    "drs. P.J. (Piet) van der Aalst MSc",
                    "minister van Onderwijs, Cultuur en Wetenschap",
                    "Onderwijs, Cultuur en Wetenschap",
                )
            ],
            "on_behalf_of": [(None, "minister van Financiën", "Financiën")],
        },
        questions=1,
        answers=1,
    ),
    "a letter of 1999 in two dossiers": Case(
        """
Tweede Kamer der Staten-Generaal
2
Vergaderjaar 1998–1999
25 720
Slib
21 501-08
Milieuraad
nr. 13
BRIEF VAN DE STAATSSECRETARIS VAN SOCIALE ZAKEN EN
WERKGELEGENHEID
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
's-Gravenhage, 7 september 1999
""",
        {
            "kind": "letter",
            "identifier": "kst-25720-13",
            "dossiers": [("25720", "Slib"), ("21501-08", "Milieuraad")],
            "number": "13",
            "session_year": "1998-1999",
            "date": day("1999-09-07"),
            "title": "BRIEF VAN DE STAATSSECRETARIS VAN SOCIALE ZAKEN EN WERKGELEGENHEID",
            "signed": [
                (
                    None,
                    "Staatssecretaris van Sociale Zaken en Werkgelegenheid",
                    "Sociale Zaken en Werkgelegenheid",
                )
            ],
            "ministry": "Sociale Zaken en Werkgelegenheid",
        },
    ),
    "dossier, title, number and kind of paper on two lines": Case(
        """
36 410 XVII Vaststelling van de begrotingsstaten van het Ministerie voor
Handel (XVII) voor 2024
Nr. 45 BRIEF VAN DE MINISTER VOOR BUITENLANDSE HANDEL EN ONTWIKKELINGSSAMENWERKING
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 31 februari 2024
""",
        {
            "kind": "letter",
            "identifier": "kst-36410-XVII-45",
            "dossiers": [
                (
                    "36410-XVII",
                    "Vaststelling van de begrotingsstaten van het Ministerie voor Handel (XVII) voor 2024",
                )
            ],
            "title": "BRIEF VAN DE MINISTER VOOR BUITENLANDSE HANDEL EN ONTWIKKELINGSSAMENWERKING",
            "date": None,
            "on_behalf_of": [
                (None, "Minister van Klimaat en Groene Groei", "Klimaat en Groene Groei"),
                (None, "Staatssecretaris van Defensie", "Defensie"),
            ],
            "signed": [
                (
                    "R. Bakhuis",
                    "Minister voor Buitenlandse Handel en Ontwikkelingssamenwerking",
                    "Buitenlandse Handel en Ontwikkelingssamenwerking",
                )
            ],
        },
        closing="""
Mede namens de Minister van Klimaat en Groene Groei en de
Staatssecretaris van Defensie,

De Minister voor Buitenlandse Handel en
Ontwikkelingssamenwerking,
R. Bakhuis
""",
    ),
    "a letter without its head: the foot names it, the text says on whose behalf": Case(
        "",
        {
            "kind": "letter",
            "identifier": "kst-35925-XVII-54",
            "identifier_source": "printed",
            "number": "54",
            "dossiers": [("35925-XVII", None)],
            "session_year": "2021-2022",
            "date": None,
            "title": None,
            "on_behalf_of": [
                (None, "Minister van Financiën", "Financiën"),
                (None, "Minister van Justitie en Veiligheid", "Justitie en Veiligheid"),
            ],
        },
        furniture="Tweede Kamer, vergaderjaar 2021–2022, 35 925 XVII, nr. 54 4",
        body="De Minister schreef dit eerder mede namens de Minister van Defensie. In deze brief ga ik, mede namens de"
        " Minister van Financiën en de Minister van Justitie en Veiligheid, in op de motie.",
        closing="De Minister van Economische Zaken,\nR. Bakhuis",
    ),
    "a motion by several": Case(
        """
Tweede Kamer der Staten-Generaal

2

Vergaderjaar 2022–2023

36 130

Regels over verhuur
(Wet verhuur)

Nr. 39

NADER GEWIJZIGDE MOTIE VAN DE LEDEN GRIJPSTRA EN VAN DER LINDE-BOS TER VERVANGING VAN DIE GEDRUKT
ONDER NR. 12
Voorgesteld 22 februari 2023
""",
        {
            "kind": "motion",
            "identifier": "kst-36130-39",
            "dossiers": [("36130", "Regels over verhuur (Wet verhuur)")],
            "date": day("2023-02-22"),
            "asked": [],
            "signed": [("Grijpstra", None, None), ("Van der Linde-Bos", None, None)],
            "asked_on": None,
        },
        closing="Grijpstra\nVan der Linde-Bos\n1",
        furniture="kst-36130-39\nISSN 0921 - 7371\nTweede Kamer, vergaderjaar 2022–2023, 36 130, nr. 39",
    ),
    "the title of the dossier below the number, as pdfminer leaves it": Case(
        "29 398\n\nNr. 40\n\nMaatregelen verkeersveiligheid\n\nMOTIE VAN HET LID ROELVINK\n\nVoorgesteld 3 mei 2024",
        {"kind": "motion", "number": "40", "dossiers": [("29398", "Maatregelen verkeersveiligheid")]},
    ),
    "a motion whose signature is lost": Case(
        "36 130\nVerhuur\nNr. 40\nMOTIE VAN HET LID VAN DER LINDE-BOS C.S.\nVoorgesteld 22 februari 2023",
        {"kind": "motion", "signed": [("Van der Linde-Bos", None, None)]},
    ),
    "a list of questions and answers known by what it cites": Case(
        """
over een Nieuwe Havenstrategie

Nr. 4 Lijst van vragen en antwoorden

Vastgesteld 12 februari 2026

De vaste commissie voor Infrastructuur en Waterstaat heeft een aantal
vragen voorgelegd aan de minister van Infrastructuur en Waterstaat, de staatssecretaris van
Infrastructuur en Waterstaat en de minister van Economische Zaken over de brief van 3 oktober 2025
(Kamerstuk 36 696, nr. 3).

De ministers hebben deze vragen beantwoord bij brief van 11 februari 2026.

De fungerend voorzitter van de commissie,
Klaassen

Adjunct-griffier van de commissie,
Dekhuis
""",
        {
            "kind": "list_of_questions_and_answers",
            "identifier": "kst-36696-4",
            "identifier_source": "inferred",
            "number": "4",
            "dossiers": [("36696", None)],
            "title": "Lijst van vragen en antwoorden",
            "date": day("2026-02-12"),
            "answered_on": day("2026-02-11"),
            "asked_on": None,
            "asked": [("vaste commissie voor Infrastructuur en Waterstaat", None)],
            "answered": [
                (None, "minister van Infrastructuur en Waterstaat", "Infrastructuur en Waterstaat"),
                (None, "staatssecretaris van Infrastructuur en Waterstaat", "Infrastructuur en Waterstaat"),
                (None, "minister van Economische Zaken", "Economische Zaken"),
            ],
            "signed": [
                ("Klaassen", "fungerend voorzitter van de commissie", None),
                ("Dekhuis", "Adjunct-griffier van de commissie", None),
            ],
        },
        questions=4,
        answers=4,
        notices={"identifier_inferred"},
    ),
    "a list about two papers: nothing tells its dossier": Case(
        "Nr. 4 Lijst van vragen en antwoorden\nover Kamerstuk 36 696, nr. 3 en Kamerstuk 29 826, nr. 2",
        {"identifier": None, "dossiers": [], "number": "4"},
        questions=4,
        answers=4,
    ),
    "a list put to an office of state": Case(
        """
28 645
Grote projecten
nr. 3
LIJST VAN VRAGEN EN ANTWOORDEN
Vastgesteld 26 november 2002
De commissie voor de Rijksuitgaven heeft een aantal vragen aan de Algemene Rekenkamer voorgelegd over haar rapport.
De griffier voor deze lijst, Van der Wind
""",
        {
            "kind": "list_of_questions_and_answers",
            "identifier": "kst-28645-3",
            "asked": [("commissie voor de Rijksuitgaven", None)],
            "answered": [(None, "Algemene Rekenkamer", None)],
            "signed": [("Van der Wind", "griffier voor deze lijst", None)],
            "answered_on": None,
        },
        questions=4,
        answers=4,
    ),
    "a report of the Senate": Case(
        """
Eerste Kamer der Staten-Generaal
1
Vergaderjaar 2021–2022
35 261
Wijziging van de Waterwet
B
VOORLOPIG VERSLAG VAN DE VASTE COMMISSIE VOOR BINNENLANDSE ZAKEN
Vastgesteld 21 juni 2022
""",
        {
            "kind": "report",
            "identifier": "kst-35261-B",
            "chamber": "eerste_kamer",
            "number": "B",
            "dossiers": [("35261", "Wijziging van de Waterwet")],
            "date": day("2022-06-21"),
        },
    ),
    "a letter to the Senate named on one line": Case(
        """
35 300 Nota over de toestand van ’s Rijks financiën
A BRIEF VAN DE MINISTER-PRESIDENT
Aan de Voorzitter van de Eerste Kamer der Staten-Generaal
Den Haag, 17 december 2019
""",
        {
            "kind": "letter",
            "chamber": "eerste_kamer",
            "identifier": "kst-35300-A",
            "title": "BRIEF VAN DE MINISTER-PRESIDENT",
            "signed": [("Hendrik de Graauw", "Minister-President", "Algemene Zaken")],
        },
        closing="De Minister-President, Minister van Algemene Zaken,\nHendrik de Graauw",
        furniture="Eerste Kamer, vergaderjaar 2019–2020, 35 300, A 2",
    ),
    "imprint and head that do not agree": Case(
        "29 826\nIndustrie\nNr. 28\nBRIEF VAN DE MINISTER VAN FINANCIËN\nDen Haag, 1 april 2026",
        {"identifier": "kst-29826-281", "number": "281", "dossiers": [("29826", "Industrie")]},
        furniture="kst-29826-281",
        notices={"identifier_conflict"},
    ),
    "a reprint bears the name of the paper": Case(
        "36 410\nHavens\nNr. 2 HERDRUK\nVOORSTEL VAN WET",
        {"kind": "other", "identifier": "kst-36410-2", "number": "2"},
        furniture="kst-36410-2-h1\nTweede Kamer, vergaderjaar 2023–2024, 36 410, nr. 2 1",
    ),
    "a paper in two dossiers, printed under the second": Case(
        "29 826\nIndustrie\n33 009\nInnovatie\nNr. 281\nBRIEF VAN DE MINISTER VAN FINANCIËN",
        {"identifier": "kst-33009-281", "dossiers": [("29826", "Industrie"), ("33009", "Innovatie")]},
        furniture="kst-33009-281",
    ),
    "a dossier of the Kingdom and a fund": Case(
        "34 356 (R2064)\nRijkswet\n36 410 A\nMobiliteitsfonds\nNr. 7\nVERSLAG VAN EEN COMMISSIEDEBAT",
        {"kind": "report", "dossiers": [("34356", "Rijkswet"), ("36410-A", "Mobiliteitsfonds")]},
    ),
    "a web page of the official publications": Case(
        """
Kamerstuk
Datum publicatieOrganisatieVergaderjaarDossier- en ondernummer
Tweede Kamer der Staten-Generaal2016-201734700 nr. 19
34 700 Kabinetsformatie 2017
Nr. 19 BRIEF VAN DE INFORMATEUR
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 29 mei 2017
""",
        {
            "kind": "letter",
            "identifier": "kst-34700-19",
            "session_year": "2016-2017",
            "dossiers": [("34700", "Kabinetsformatie 2017")],
            "title": "BRIEF VAN DE INFORMATEUR",
        },
    ),
    "text that is no paper": Case(
        "Beste allemaal,\n\nWoensdag om vier uur in de kantine.",
        {
            "kind": "other",
            "identifier": None,
            "title": None,
            "date": None,
            "people": (),
            "chamber": None,
            "number": None,
        },
        notices={"kind_unknown"},
    ),
    "a letter that puts the answers off": Case(
        """
De Voorzitter van de Tweede Kamer der Staten-Generaal

Datum 11 maart 2025
Betreft Uitstel beantwoording vragen over koeien op dijken

Geachte Voorzitter,
""",
        {
            "kind": "postponement",
            "date": day("2025-03-11"),
            "asked_on": day("2025-02-18"),
            "answered_on": None,
            "zaak": "2025Z03155",
            "asked": [("Schouwen", "BBB")],
        },
        body="Het lid Schouwen (BBB) heeft op 18 februari 2025 vragen gesteld over koeien op dijken (2025Z03155).",
        closing="De Minister van Infrastructuur en Waterstaat,\n\nP. Zandvoort",
    ),
    "a letter that cites other questions has no case number of its own": Case(
        "Den Haag, 3 februari 2025\n\nGeachte Voorzitter,\n\nZie de vragen met nummer 2025Z00001 van het lid Bakhuis.",
        {"kind": "letter", "zaak": None, "asked": [], "date": day("2025-02-03")},
        closing="De Minister van Defensie,\nR. Roelvink",
    ),
    "a letter about a motion is no motion": Case(
        """
De Voorzitter van de Tweede Kamer
der Staten-Generaal
Datum: 3 mei 2024
Onderwerp: Motie van het lid De Wit (CDA) over eb
Geachte voorzitter,
""",
        {
            "kind": "letter",
            "title": "Motie van het lid De Wit (CDA) over eb",
            "date": day("2024-05-03"),
            "signed": [("R. Bakhuis", "Minister van Defensie", "Defensie")],
        },
        closing="De Minister van Defensie,\nR. Bakhuis",
    ),
    "a report of written consultation names who asked and who answered": Case(
        """
35 510
Toeslagen
Nr. 130
VERSLAG VAN EEN SCHRIFTELIJK OVERLEG
Vastgesteld 25 mei 2023
""",
        {
            "kind": "report",
            "identifier": "kst-35510-130",
            "asked": [("vaste commissie voor Financiën", None)],
            "answered": [(None, "Staatssecretaris van Financiën", "Financiën")],
            "ministry": "Financiën",
        },
        body="De vaste commissie voor Financiën heeft een aantal vragen en opmerkingen voorgelegd aan de"
        " Staatssecretaris van Financiën over de brief van 10 februari 2023.",
    ),
    "an amendment": Case(
        "36 512\nWarmtewet\nNr. 9\nGEWIJZIGD AMENDEMENT VAN HET LID VAN TUINHOVEN\nOntvangen 9 juni 2021",
        {
            "kind": "other",
            "identifier": "kst-36512-9",
            "date": day("2021-06-09"),
            "answered_on": None,
            "signed": [("Van Tuinhoven", None, None)],
        },
    ),
    "answers without a signature": Case(
        "Antwoorden van de Minister van Buitenlandse Zaken op vragen van de Kamerleden Bakhuis (D66) en De Wit (SP)"
        " over tolken",
        {
            "kind": "answers_to_written_questions",
            "asked": [("Bakhuis", "D66"), ("De Wit", "SP")],
            "answered": [(None, "Minister van Buitenlandse Zaken", "Buitenlandse Zaken")],
            "answered_on": None,
            "ministry": "Buitenlandse Zaken",
        },
        questions=1,
        answers=1,
    ),
    "a paper that only refers to the annex": Case(
        "Vergaderjaar 2024–2025\nAH 14\nZie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 9\n3",
        {"number": "14", "identifier": None},
        questions=1,
        answers=1,
    ),
    "date and subject in the margin, which is taken for furniture": Case(
        "De voorzitter van de Tweede Kamer\nder Staten-Generaal\nGeachte voorzitter,",
        {"date": day("2025-06-10"), "title": "Veerponten", "kind": "letter"},
        furniture="Ons kenmerk\nIENW/1\nDatum 10 juni 2025\nBetreft Veerponten\nPagina 1 van 3",
    ),
    "the date of another letter is not the paper's": Case(
        "Datum\nBetreft Veerponten\nUw brief van\n10 juni 2025\nGeachte voorzitter,",
        {"date": None, "title": "Veerponten"},
    ),
    "questions of the Senate, passed on": Case(
        "Eerste Kamer der Staten-Generaal\n1\nVergaderjaar 2022–2023 Aanhangsel van de Handelingen\nVragen van de leden"
        " der Kamer, met de daarop door de regering gegeven antwoorden\n9\nVragen van het lid Bakhuis (PvdD) op"
        " 14 februari 2023 medegedeeld aan de Minister van Landbouw, Natuur en Voedselkwaliteit over de scholekster.\n"
        "Antwoord van Minister Terwolde (Landbouw, Natuur en Voedselkwaliteit) (ontvangen 21 maart 2023).",
        {
            "kind": "answers_to_written_questions",
            "identifier": "ah-ek-20222023-9",
            "chamber": "eerste_kamer",
            "title": "Vragen van het lid Bakhuis (PvdD) op 14 februari 2023 medegedeeld aan de Minister van Landbouw,"
            " Natuur en Voedselkwaliteit over de scholekster",
            "asked_on": day("2023-02-14"),
            "answered_on": day("2023-03-21"),
            "asked": [("Bakhuis", "PvdD")],
        },
        questions=2,
        answers=2,
    ),
    "a postponement that tells who asked, and when": Case(
        "Datum 12 maart 2025\nOnderwerp Uitstel beantwoording vragen over veren\n\nGeachte voorzitter,",
        {
            "kind": "postponement",
            "asked_on": day("2025-02-20"),
            "asked": [("M.B. de Graauw", "SP")],
            "zaak": "2025Z03312",
        },
        body="Op 20 februari 2025 heeft het lid M.B. de Graauw (SP) schriftelijke vragen gesteld"
        " over veren (2025Z03312). Die kan ik nog niet beantwoorden.",
        postponed=True,
    ),
    "what a page of tkconv says of a letter without a head": Case(
        "[overzicht] [activiteiten]\n[verslagen] [wat is dit?]\n\nVerzamelbrief veren\n\nVeerverbindingen\n\n"
        "Brief regering\n\nNummer: 2026D34162, datum: 2026-02-21, bijgewerkt: 2026-02-21 14:17, versie: 1\n\n"
        "Directe link naar document (.docx), link naar pagina op de Tweede Kamer site.\n\n"
        "Onderdeel van kamerstukdossier 36200 X-407 Veerverbindingen.\n\nOnderdeel van zaak 2026Z14828:\n"
        "- Voortouwcommissie: vaste commissie voor Defensie\n- 2026-02-24 14:05: Procedurevergadering\n\n"
        "Preview document (🔗 origineel)\n\nGeachte voorzitter,",
        {
            "kind": "letter",
            "identifier": "kst-36200-X-407",
            "title": "Verzamelbrief veren",
            "dossiers": [("36200-X", "Veerverbindingen")],
            "date": day("2026-02-21"),
            "zaak": "2026Z14828",
            "asked": [],
        },
    ),
    "a page of tkconv above a paper with a subject of its own": Case(
        "36200-X Veren\nBrief regering\nNummer: 2026D34162, datum: 2026-02-21, versie: 1\nPreview document\n"
        "Datum 20 februari 2026\nBetreft Verzamelbrief veren\nGeachte voorzitter,",
        {"kind": "letter", "title": "Verzamelbrief veren", "date": day("2026-02-20")},
    ),
    "a page of tkconv that names the dossier in its title": Case(
        "36200-X Lijst van vragen en antwoorden over veren\nLijst van vragen en antwoorden\n"
        "Nummer: 2026D34162, datum: 2026-02-21, versie: 1\nPreview document",
        {
            "kind": "list_of_questions_and_answers",
            "title": "Lijst van vragen en antwoorden over veren",
            "answered": [
                ("Rosa Bakhuis", "Minister van Defensie", "Defensie"),
                ("Tom de Wit", "Staatssecretaris van Defensie", "Defensie"),
            ],
        },
        body="Hierbij de antwoorden.\nHoogachtend,\nRosa Bakhuis\nMinister van Defensie\nTom de Wit\n"
        "Staatssecretaris van Defensie\nHieronder volgen de antwoorden.",
    ),
    "each element on a line of its own": Case(
        "Vergaderjaar 2025-2026\nTweede Kamer der Staten-Generaal\n2\nKamerstukken\n21 501\n-20\nEuropese Raad\nNr.\n46"
        "\nMOTIE VAN HET LID ROELVINK\nVoorgesteld 17 december 2025",
        {
            "kind": "motion",
            "identifier": "kst-21501-20-46",
            "dossiers": [("21501-20", "Europese Raad")],
            "number": "46",
        },
    ),
    "a page of openkamer.org": Case(
        "Kamerstuk 36200-X-60\n\nReactie op het advies over veren\n\nDossier: Vaststelling van de begrotingsstaten\n\n"
        "Gepubliceerd: 9 maart 2026\nIndiener(s): Rosa Bakhuis (minister defensie) (PvdA)\n"
        "Nr. 60 BRIEF VAN DE MINISTER VAN DEFENSIE\n\nDen Haag, 9 maart 2026",
        {
            "kind": "letter",
            "identifier": "kst-36200-X-60",
            "dossiers": [("36200-X", "Vaststelling van de begrotingsstaten")],
            "date": day("2026-03-09"),
        },
    ),
    "a memorandum for the Senate, signed by a minister": Case(
        "35 019 Wijziging van de Vaarwet\n\nC MEMORIE VAN ANTWOORD\n\nINLEIDING\n\nOntvangen 26 april 2019",
        {
            "kind": "other",
            "identifier": "kst-35019-C",
            "title": "MEMORIE VAN ANTWOORD",
            "date": day("2019-04-26"),
            "ministry": "Defensie",
        },
        closing="De Minister van Defensie,\nR. Terwolde",
    ),
    "a report of written consultation, which holds a letter": Case(
        "33 609 Regels over vaarbewijzen\nNr. 130 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\nVastgesteld 25 mei 2023\n"
        "De vaste commissie voor Financiën heeft een aantal vragen voorgelegd aan de Staatssecretaris van Financiën.\n"
        "Bij brief van 17 mei 2023 zijn de vragen beantwoord.\nDe voorzitter van de vaste commissie voor Financiën,"
        " Bakhuis\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n"
        "De vaste Kamercommissie voor Financiën vroeg",
        {
            "kind": "report",
            "identifier": "kst-33609-130",
            "asked": [("vaste commissie voor Financiën", None)],
            "answered": [(None, "Staatssecretaris van Financiën", "Financiën")],
        },
    ),
    "the page of a paper on the web, with the heads of its columns": Case(
        "Kamerstuk\n\nDatum publicatieOrganisatieVergaderjaarDossier- en ondernummer\nTweede Kamer der Staten-Generaal"
        "2016-201734709 nr. 19\n\n34 709 Kabinetsformatie\n\nNr. 19 BRIEF VAN DE INFORMATEUR\n\nAan de Voorzitter van"
        " de Tweede Kamer der Staten-Generaal\n\nDen Haag, 29 mei 2017",
        {"kind": "letter", "identifier": "kst-34709-19", "date": day("2017-05-29"), "session_year": "2016-2017"},
    ),
    "a page of the House, headed by the sort of paper": Case(
        """
Lijst van vragen en antwoorden : Lijst van vragen en antwoorden over eb en vloed (Kamerstuk 98765-3)
98 765 Getijden
Nr. 4 LIJST VAN VRAGEN EN ANTWOORDEN
Vastgesteld 15 september 2022
De vaste commissies voor Financiën, voor Binnenlandse Zaken en de Hoge Colleges van Staat / Algemene Zaken en Huis van
de Koning en voor Defensie hebben een aantal vragen voorgelegd aan de Minister van Financiën over eb en vloed.
De Minister heeft deze vragen beantwoord bij brief van 12 september 2022.
De fungerend voorzitter van de commissie, Bakhuis
De adjunct-griffier van de commissie, Roelvink
""",
        {
            "kind": "list_of_questions_and_answers",
            "identifier": "kst-98765-4",
            "title": "Lijst van vragen en antwoorden over eb en vloed (Kamerstuk 98765-3)",
            "asked": [
                ("vaste commissie voor Financiën", None),
                (
                    "vaste commissie voor Binnenlandse Zaken en de Hoge Colleges van Staat / Algemene Zaken en Huis van"
                    " de Koning",
                    None,
                ),
                ("vaste commissie voor Defensie", None),
            ],
            "signed": [
                ("Bakhuis", "fungerend voorzitter van de commissie", None),
                ("Roelvink", "adjunct-griffier van de commissie", None),
            ],
        },
        questions=2,
        answers=2,
    ),
    "OCR keeps the wide spacing of older print": Case(
        "Tweede Kamer der Staten-Generaal\n2\nVergaderjaar 1 9 8 7 - 1 9 8 8\n20 987\nVisserij\nNr. 7\nEINDVERSLAG\n"
        "Vastgesteld 26 november 1987",
        {"kind": "report", "identifier": "kst-20987-7", "session_year": "1987-1988", "date": day("1987-11-26")},
    ),
    "a motion in place of another": Case(
        "36 999 Eb\nNr. 61 GEWIJZIGDE MOTIE VAN HET LID BAKHUIS C.S. TER\nVERVANGING VAN DIE GEDRUKT ONDER NR. 45\n"
        "Voorgesteld 12 december 2024",
        {
            "kind": "motion",
            "number": "61",
            "title": "GEWIJZIGDE MOTIE VAN HET LID BAKHUIS C.S. TER VERVANGING VAN DIE GEDRUKT ONDER NR. 45",
        },
        closing="Bakhuis\nRoelvink",
    ),
    "offices without a link, held for the time being, and others than the cabinet's": Case(
        "Geachte voorzitter,\nIk stuur u, mede namens de demissionair staatssecretaris Jeugd, Preventie en Sport,"
        " een brief.",
        {
            "kind": "letter",
            "signed": [
                ("R. Terwolde", "minister van Defensie", "Defensie"),
                ("J. Bakhuis", "Staatssecretaris Participatie en Integratie", "Participatie en Integratie"),
                ("E. Roelvink", "informateur", None),
            ],
            "on_behalf_of": [
                (None, "staatssecretaris Jeugd, Preventie en Sport", "Jeugd, Preventie en Sport"),
            ],
        },
        closing="de minister van Defensie a.i.,\nR. Terwolde\nStaatssecretaris Participatie en Integratie\nJ. Bakhuis\n"
        "De informateur,\nE. Roelvink",
    ),
    "several who answer, each with an office, the date after a comma": Case(
        """
Beantwoording van de vragen van het lid Bakhuis (D66) over eb (2024Z14321, ingezonden 18 september 2024)
Antwoord van minister Roelvink (Defensie) en van minister Terwolde (Financiën), ontvangen 9 oktober 2024
""",
        {
            "answered_on": day("2024-10-09"),
            "answered": [("Roelvink", "minister", "Defensie"), ("Terwolde", "minister", "Financiën")],
        },
        questions=2,
        answers=2,
    ),
    "questions in the Senate, passed on": Case(
        """
Vragen van het lid Bakhuis (PvdD) aan de minister van Defensie, medegedeeld op 14 maart 2023, over eb.
Antwoord van minister Roelvink (Defensie) (ontvangen 11 april 2023).
""",
        {
            "title": "Vragen van het lid Bakhuis (PvdD) aan de minister van Defensie, medegedeeld op 14 maart 2023,"
            " over eb",
            "asked_on": day("2023-03-14"),
        },
        questions=2,
        answers=2,
    ),
    "labels above each other, then what they say": Case(
        """
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Datum
Betreft

3 juni 2025
Planning van de werken aan de dijken

Geachte Voorzitter,
""",
        {"title": "Planning van de werken aan de dijken", "date": day("2025-06-03")},
    ),
    "a row of heads that begins with the date": Case(
        """
De Voorzitter van de Tweede Kamer der Staten-Generaal

Datum   Ons kenmerk   Bijlage
3 juni 2025   DGW/2025-12   2

Geachte Voorzitter,
""",
        {"date": day("2025-06-03")},
    ),
    "a letter that puts answers off by its text alone": Case(
        """
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Datum 3 juni 2025
Betreft Kamervragen over dijken
Geachte Voorzitter,
""",
        {
            "kind": "postponement",
            "zaak": "2025Z01234",
            "asked_on": day("2025-05-06"),
            "asked": [("Bakhuis", "D66")],
            "signed": [("R. Terwolde", "minister van Defensie", "Defensie")],
        },
        closing="De minister van Defensie,\nR. Terwolde",
        body="De vragen van het lid Bakhuis (D66) over dijken (2025Z01234, ingezonden 6 mei 2025) kunnen tot mijn spijt"
        " niet binnen de gebruikelijke termijn worden beantwoord.",
    ),
    "a nota on behalf of another, said in its text": Case(
        """
Vergaderjaar 2024–2025
36 701 Wijziging van de Dijkenwet
Nr. 6 NOTA NAAR AANLEIDING VAN HET VERSLAG
Ontvangen 3 juni 2025
""",
        {
            "kind": "other",
            "number": "6",
            "on_behalf_of": [(None, "Minister van Financiën", "Financiën")],
        },
        closing="De Minister van Defensie,\nR. Terwolde",
        body="Deze nota wordt mede namens de Minister van Financiën uitgebracht.",
    ),
    "a motion that has no number yet": Case(
        """
36 701 Wijziging van de Dijkenwet
Nr. GEWIJZIGDE MOTIE VAN HET LID BAKHUIS
Voorgesteld
""",
        {"kind": "motion", "dossiers": [("36701", "Wijziging van de Dijkenwet")], "number": None},
    ),
    "a letter that goes on below its signature": Case(
        """
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Datum 3 juni 2025
Betreft Nieuwe voorstellen van de Europese Commissie
Geachte Voorzitter,
""",
        {"kind": "letter", "signed": [("R. Terwolde", "Minister van Buitenlandse Zaken", "Buitenlandse Zaken")]},
        body="Hierbij ontvangt u een fiche.\n\nDe Minister van Buitenlandse Zaken,\n\nR. Terwolde\n\n"
        "Fiche: dijken\n\nEen voorstel.",
    ),
    "the day of a meeting is not that of its list of decisions": Case(
        """
Den Haag, 4 juni 2025
Activiteit: Procedurevergadering
Datum: woensdag 3 juni 2025
""",
        {"date": day("2025-06-04")},
        notices={"kind_unknown"},
    ),
    "a committee of the Senate says when it wrote, and when the minister did": Case(
        """
36 310 Wijziging van de Dijkenwet
C VERSLAG VAN EEN SCHRIFTELIJK OVERLEG
Vastgesteld14 mei 2024
De vaste commissie voor Waterstaat1, heeft kennisgenomen van de brief van 7 maart 2024 met de antwoorden op vragen2.
Naar aanleiding hiervan heeft zij de Minister van Waterstaat op 10 april 2024 een brief gestuurd.
De Minister heeft op 13 mei 2024 gereageerd.
De griffier van de vaste commissie voor Waterstaat, Roelvink
""",
        {
            "kind": "report",
            "identifier": "kst-36310-C",
            "date": day("2024-05-14"),
            "asked_on": day("2024-04-10"),
            "answered_on": day("2024-05-13"),
            "asked": [("vaste commissie voor Waterstaat", None)],
        },
    ),
    "a committee's list says when its questions were put, to two who hold one ministry": Case(
        """
36 410 XV Vaststelling van de begroting van Sociale Zaken en Werkgelegenheid
Nr. 8 HERDRUK1
VERSLAG HOUDENDE EEN LIJST VAN VRAGEN EN ANTWOORDEN
Vastgesteld 3 november 2023
De vaste commissie voor Sociale Zaken en Werkgelegenheid heeft de eer verslag uit te brengen.
De vragen zijn op 11 oktober 2023 voorgelegd aan de Minister en Staatssecretaris van Sociale Zaken en Werkgelegenheid.
Bij brief van 26 oktober 2023 zijn ze door de Minister en Staatssecretaris beantwoord.
""",
        {
            "kind": "list_of_questions_and_answers",
            "identifier": "kst-36410-XV-8",
            "asked_on": day("2023-10-11"),
            "answered_on": day("2023-10-26"),
            "answered": [
                (None, "Minister van Sociale Zaken en Werkgelegenheid", "Sociale Zaken en Werkgelegenheid"),
                (None, "Staatssecretaris van Sociale Zaken en Werkgelegenheid", "Sociale Zaken en Werkgelegenheid"),
            ],
        },
        questions=2,
        answers=2,
    ),
    "the long title of a bill that changes many laws, and a mark behind the kind of paper": Case(
        f"""
36 310 Wijziging van de Dijkenwet, {"de Wet op de waterstaat, " * 20}en enige andere wetten
E NADER VOORLOPIG VERSLAG VAN DE VASTE COMMISSIE VOOR WATERSTAAT1
Vastgesteld 11 november 2024
""",
        {
            "kind": "report",
            "identifier": "kst-36310-E",
            "title": "NADER VOORLOPIG VERSLAG VAN DE VASTE COMMISSIE VOOR WATERSTAAT",
            "dossiers": [
                ("36310", f"Wijziging van de Dijkenwet, {'de Wet op de waterstaat, ' * 20}en enige andere wetten")
            ],
        },
    ),
    "what groups contribute before there is an answer bears the number of the document": Case(
        """
2024D06019 INBRENG VERSLAG VAN EEN SCHRIFTELIJK OVERLEG
Binnen de vaste commissie voor Waterstaat hebben verschillende fracties de behoefte om vragen en opmerkingen voor te
leggen aan de Staatssecretaris van Waterstaat over haar brief.
De voorzitter van de commissie,
Bakhuis
""",
        {
            "kind": "report",
            "title": "INBRENG VERSLAG VAN EEN SCHRIFTELIJK OVERLEG",
            "asked": [("vaste commissie voor Waterstaat", None)],
            "answered": [],
        },
    ),
    "a paper below what a web page says of it": Case(
        """
Verslag houdende een lijst van vragen en antwoorden
Vaststelling van de begroting van Waterstaat voor het jaar 2024
Nummer: 2023D44321, datum: 2023-11-03, bijgewerkt: 2024-02-19 10:56, versie: 3
Onderdeel van kamerstukdossier 36410 XII-18 Vaststelling van de begroting van Waterstaat voor het jaar 2024.
Onderdeel van zaak 2023Z14540:
Tweede Kamer der Staten-Generaal | 2 |
Vergaderjaar 2023-2024 |
36 410 XII Vaststelling van de begroting van Waterstaat voor het jaar 2024
Nr. 18 VERSLAG HOUDENDE EEN LIJST VAN VRAGEN EN ANTWOORDEN
Vastgesteld 1 november 2023
De vaste commissie voor Waterstaat heeft de eer verslag uit te brengen in de vorm van een lijst van vragen met de
daarop gegeven antwoorden.
De vragen zijn op 11 oktober 2023 voorgelegd aan de Minister van Defensie.
""",
        {
            "kind": "list_of_questions_and_answers",
            "identifier": "kst-36410-XII-18",
            "title": "VERSLAG HOUDENDE EEN LIJST VAN VRAGEN EN ANTWOORDEN",
            "dossiers": [("36410-XII", "Vaststelling van de begroting van Waterstaat voor het jaar 2024")],
            "session_year": "2023-2024",
            "date": day("2023-11-01"),
            "zaak": "2023Z14540",
        },
        questions=1,
        answers=1,
    ),
    "a page of the official publications that lost the paper's own head": Case(
        """
Kamerstuk
Datum publicatie | Organisatie | Vergaderjaar | Dossier- en ondernummer |
---|---|---|---|
Tweede Kamer der Staten-Generaal | 2023-2024 | 36410-XII nr. 8 |
Vastgesteld 4 juni 2024
De vaste commissie voor Waterstaat heeft een aantal vragen voorgelegd aan de Minister van Defensie over de brief.
De Ministers van Defensie en voor Medische Zorg hebben deze vragen beantwoord bij brief van 3 juni 2024.
""",
        {
            "kind": "list_of_questions_and_answers",
            "identifier": "kst-36410-XII-8",
            "session_year": "2023-2024",
            "number": "8",
            "answered_on": day("2024-06-03"),
            "answered": [
                (None, "Minister van Defensie", "Defensie"),
                (None, "Minister voor Medische Zorg", "Medische Zorg"),
            ],
        },
        questions=1,
        answers=1,
    ),
    "a letter of one who is no minister": Case(
        """
36 410 XII Vaststelling van de begroting van Waterstaat
Nr. 8 BRIEF VAN DE ALGEMENE REKENKAMER
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 27 oktober 2023
""",
        {"kind": "letter", "signed": [(None, "Algemene Rekenkamer", None)]},
    ),
    "the title of a list says whom it asks less well than its text": Case(
        """
Lijst van vragen en antwoorden, gesteld aan de regering, over het rapport Eb
De vaste commissie voor Waterstaat heeft een aantal vragen voorgelegd aan de Minister en Staatssecretaris van Defensie.
""",
        {
            "answered": [
                (None, "Minister van Defensie", "Defensie"),
                (None, "Staatssecretaris van Defensie", "Defensie"),
            ]
        },
        questions=1,
        answers=1,
    ),
    "questions that add to others": Case(
        """
Aanvullende vragen over eb

Aanvullende vragen van het lid Bakhuis (CDA) aan de Minister van Defensie over eb
""",
        {"kind": "written_questions", "title": "Aanvullende vragen over eb", "asked": [("Bakhuis", "CDA")]},
        questions=2,
    ),
    "a page of tweedekamer.nl, headed by the sort of paper, of a committee whose chair is no addressee": Case(
        """
Verslag van een schriftelijk overleg : Verslag van een schriftelijk overleg over de agenda van de Raad
21 501-32 Landbouw- en Visserijraad
Nr. 1931
VERSLAG VAN EEN SCHRIFTELIJK OVERLEG
Vastgesteld 23 oktober 2025
De vaste commissie voor Waterstaat heeft een aantal vragen voorgelegd aan de Minister van Defensie over de brief.
De vragen en opmerkingen zijn op 20 oktober 2025 aan de Minister van Defensie voorgelegd. Bij brief van 23 oktober
2025 zijn de vragen beantwoord.
De voorzitter van de commissie, Bakhuis
""",
        {
            "kind": "report",
            "title": "Verslag van een schriftelijk overleg over de agenda van de Raad",
            "identifier": "kst-21501-32-1931",
            "asked_on": day("2025-10-20"),
            "answered_on": day("2025-10-23"),
            "answered": [(None, "Minister van Defensie", "Defensie")],
        },
    ),
    "a postponement says at its head that it is none of the answers": Case(
        """
Mededeling (uitstel antwoord) : Uitstel beantwoording vragen van het lid Bakhuis over eb
Vragen van het lid Bakhuis (CDA) aan de Minister van Defensie over eb (ingezonden 22 april 2024).
Mededeling van Minister Terwolde (Defensie) (ontvangen
10 mei 2024).
""",
        {
            "kind": "postponement",
            "asked_on": day("2024-04-22"),
            "date": day("2024-05-10"),
            "asked": [("Bakhuis", "CDA")],
        },
        questions=2,
    ),
    "a list of questions that nobody has answered yet": Case(
        """
2024D15528 LIJST VAN VRAGEN
De vaste commissie voor Waterstaat heeft een aantal vragen voorgelegd aan de Minister van Defensie
over eb (Kenmerk: 2024Z07478).
De voorzitter van de commissie,
Bakhuis
""",
        {"kind": "list_of_questions_and_answers", "answered": [], "ministry": None, "zaak": "2024Z07478"},
        questions=3,
    ),
    "a reprint of the Senate": Case(
        """
36 310 Wijziging van de Dijkenwet
B HERDRUK1 VOORLOPIG VERSLAG VAN DE VASTE COMMISSIE VOOR WATERSTAAT2
Vastgesteld 15 november 2024
""",
        {
            "kind": "report",
            "identifier": "kst-36310-B",
            "title": "VOORLOPIG VERSLAG VAN DE VASTE COMMISSIE VOOR WATERSTAAT",
        },
    ),
    "letters were numbers in the House as well, until 2005, for advice": Case(
        """
28 978
Wijziging van de Dijkenwet

A
ADVIES RAAD VAN STATE EN NADER RAPPORT1
""",
        {"kind": "other", "number": "A", "identifier": "kst-28978-A", "chamber": "tweede_kamer"},
    ),
    "questions on a page of the official publications, whose row holds their number": Case(
        """
Kamervragen zonder Antwoord
Datum publicatieOrganisatieVergaderjaarVraagDatum indiening
Tweede Kamer der Staten-Generaal2011-20122011Z25493
Vragen van de leden Bakhuis (D66) en Roelvink (PvdA) aan de minister van Defensie over eb (ingezonden 7 december 2011).
""",
        {"kind": "written_questions", "session_year": "2011-2012", "zaak": "2011Z25493"},
        questions=2,
    ),
    "a list says when it was answered, and that the government did": Case(
        """
31 031 VI
Jaarverslag Waterstaat 2006

nr. 5
LIJST VAN VRAGEN EN ANTWOORDEN

Vastgesteld 11 juni 2007

De vaste commissie voor Waterstaat1 heeft de navolgende vragen ter beantwoording aan de regering voorgelegd.
Deze vragen, alsmede de daarop op 7 juni 2007 gegeven antwoorden, zijn hieronder afgedrukt.
""",
        {"answered_on": day("2007-06-07"), "answered": [(None, "regering", None)]},
        questions=1,
        answers=1,
    ),
    "a letter of a covering page is no title": Case(
        """
Antwoord op vragen van het lid Bakhuis over eb

Hierbij bied ik u de antwoorden aan op de vragen van het lid Bakhuis (CDA). Deze vragen
werden ingezonden op 24 juli 2024.
""",
        {"title": "Antwoord op vragen van het lid Bakhuis over eb", "asked_on": day("2024-07-24")},
        questions=1,
        answers=1,
    ),
    "the kind of paper, its date and its text on one line": Case(
        """
Tweede Kamer der Staten-Generaal
2
Vergaderjaar 2012–2013
33 605
Dijken
Nr. 19
VERSLAG VAN EEN SCHRIFTELIJK OVERLEG Vastgesteld 14 juni 2013 In de commissie voor de Rijksuitgaven \
bestond behoefte een aantal vragen voor te leggen aan de minister van Financiën. De op 30 mei 2013 toegezonden vragen \
zijn met de door de minister bij brief van 13 juni 2013 toegezonden antwoorden hieronder afgedrukt.
""",
        {
            "kind": "report",
            "title": "VERSLAG VAN EEN SCHRIFTELIJK OVERLEG",
            "identifier": "kst-33605-19",
            "date": day("2013-06-14"),
            "asked_on": day("2013-05-30"),
            "answered_on": day("2013-06-13"),
            "answered": [(None, "minister van Financiën", "Financiën")],
        },
    ),
    "a page that names the paper, above the paper": Case(
        """
Kamerstuk 31532-37
Verslag van een algemeen overleg
Voedingsbeleid
31 532
Voedingsbeleid
nr. 37
VERSLAG VAN EEN ALGEMEEN OVERLEG
Vastgesteld 1 maart 2010
De griffier van de vaste commissie voor Economische Zaken, Landbouw en Innovatie,
Roelvink
""",
        {"kind": "report", "identifier": "kst-31532-37", "dossiers": [("31532", "Voedingsbeleid")]},
    ),
    "an amendment that lost its dossier": Case(
        """
nr. 8
AMENDEMENT VAN HET LID DE PATER-VAN DER MEER
Ontvangen 25 november 1996
""",
        {"kind": "other", "number": "8", "signed": [("De Pater-van der Meer", None, None)]},
    ),
    "a list that was answered on behalf of another as well": Case(
        """
35 010 Wijziging van de Dijkenwet
Nr. 7 LIJST VAN VRAGEN EN ANTWOORDEN
Vastgesteld 20 februari 2019
De vaste commissie voor Waterstaat heeft een aantal vragen1 voorgelegd aan de Staatssecretaris van Defensie over eb.
De Staatssecretaris van Defensie heeft deze vragen mede namens de Staatssecretaris van Financiën beantwoord bij brief
van 19 februari 2019.
""",
        {
            "answered_on": day("2019-02-19"),
            "answered": [(None, "Staatssecretaris van Defensie", "Defensie")],
            "on_behalf_of": [(None, "Staatssecretaris van Financiën", "Financiën")],
        },
        questions=1,
        answers=1,
    ),
    "two who sign a letter that goes on below, and an abbreviation before who is spoken for": Case(
        """
21 501-33 Raad voor Vervoer
Nr. 1129
BRIEF VAN DE MINISTER EN STAATSSECRETARIS VAN DEFENSIE
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 20 mei 2025
""",
        {
            "signed": [
                ("B. Terwolde", "Minister van Defensie", "Defensie"),
                ("Ch.A. Roelvink", "Staatssecretaris van Defensie", "Defensie"),
            ],
            "on_behalf_of": [(None, "Minister van Financiën", "Financiën")],
        },
        body="Hierbij ontvangt u de agenda van de raad van 5 juni a.s. te Parijs, mede namens de Minister van"
        " Financiën.\n"
        "De Minister van Defensie,\nB. Terwolde\nDe Staatssecretaris van Defensie,\nCh.A. Roelvink\n"
        "I. Agenda\nDe agenda is bekend.",
    ),
    "what questions are about stands apart from who asks them": Case(
        """
Partij voor de Eb

Vragen van de leden Bakhuis en Roelvink (beiden CDA) aan de staatssecretaris van Defensie

over het te mooi voorstellen van eb


""",
        {
            "kind": "written_questions",
            "title": "Vragen van de leden Bakhuis en Roelvink (beiden CDA) aan de staatssecretaris van Defensie over"
            " het te mooi voorstellen van eb",
        },
        questions=2,
    ),
    "a reprint, whose letter stands on the line of its number": Case(
        """
Kamerstuk

Datum publicatieOrganisatieVergaderjaarDossier- en ondernummer
Tweede Kamer der Staten-Generaal2018-201933609 nr. 108

33 609 Regels over vaarbewijzen

Nr. 108 HERDRUK1 BRIEF VAN DE MINISTERS VAN DEFENSIE EN VAN FINANCIËN

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 11 juli 2019
""",
        {
            "kind": "letter",
            "identifier": "kst-33609-108",
            "title": "BRIEF VAN DE MINISTERS VAN DEFENSIE EN VAN FINANCIËN",
            "dossiers": [("33609", "Regels over vaarbewijzen")],
            "signed": [
                (None, "Minister van Defensie", "Defensie"),
                (None, "Minister van Financiën", "Financiën"),
            ],
        },
        body="Hierbij bieden wij u de regels aan.",
    ),
    "a committee of the Senate, which names the minister in full only once": Case(
        """
33 609 Regels over vaarbewijzen

L VERSLAG VAN EEN SCHRIFTELIJK OVERLEG

Vastgesteld 9 januari 2020

De vaste commissie voor Defensie heeft op 17 december 2019 gesproken over de brief van de Minister van Defensie.

Tevens heeft zij de Minister op 18 december 2019 een brief gestuurd.

De Minister heeft op 9 januari 2020 gereageerd.

De griffier van de vaste commissie voor Defensie, Bakhuis
""",
        {
            "kind": "report",
            "chamber": "eerste_kamer",
            "asked_on": day("2019-12-18"),
            "answered_on": day("2020-01-09"),
            "answered": [(None, "Minister van Defensie", "Defensie")],
        },
    ),
    "one who answers by name, and another who signs as well": Case(
        """
Antwoord van de heer Bakhuis, Minister van Defensie, mede ondertekend door de Minister van Financiën, op vragen van
het lid Roelvink (D66) over eb
""",
        {
            "asked": [("Roelvink", "D66")],
            "answered": [("Bakhuis", "Minister van Defensie", "Defensie")],
            "on_behalf_of": [(None, "Minister van Financiën", "Financiën")],
        },
        questions=1,
        answers=1,
    ),
    "a list whose own head is lost": Case(
        """
Tweede Kamer der Staten-Generaal | 2007-2008 | 31444-XVI nr. 6 |
Vastgesteld 10 juni 2008
""",
        {"kind": "list_of_questions_and_answers", "identifier": "kst-31444-XVI-6"},
        body="De vaste commissie voor Defensie heeft over eb de navolgende vragen voorgelegd.\nDeze vragen, alsmede de"
        " daarop op 9 juni 2008 gegeven antwoorden, zijn hieronder afgedrukt.\nWat is eb?\nEb is laag water.",
    ),
    "a letter to the other chamber that is only spoken of": Case(
        """
Antwoord van Minister Bakhuis (Defensie) (ontvangen 1 juli 2021).
Zoals ik schreef in mijn brief aan de voorzitter van de Eerste Kamer, is eb laag water. (2021Z07001)
""",
        {"chamber": "tweede_kamer"},
        questions=1,
        answers=1,
    ),
    "an amendment whose own head is lost": Case(
        "34300 B 11 Eb\nVergaderjaar 2015-2016\nNr. 11\nOntvangen 30 november 2015",
        {"kind": "other", "date": day("2015-11-30")},
        body="De ondergetekenden stellen het volgende amendement voor:\nArtikel 3 vervalt.",
    ),
}
