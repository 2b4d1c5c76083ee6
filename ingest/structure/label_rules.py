"""The labels that any paper may use, as rules over the head of a line, each with right and wrong examples.

Written questions are published as "Vraag 1 … Antwoord 1 …"; ministries also send them as "1. … Antwoord: …".
"""

from dataclasses import dataclass

from ingest.language.numbers import NUMBER_WORD, NUMBERS
from ingest.language.wording import LABEL_END
from ingest.structure.inside import ItemRole


@dataclass(frozen=True, slots=True)
class Label:
    """A rule over the head of a line; `numbers` in the pattern are the question numbers it speaks for."""

    role: ItemRole
    pattern: str
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()


# Who asked may stand behind it: a group, or a member.
_PARTY = r"(?:\s\([A-Z][A-Za-zÀ-ÿ0-9+ -]{1,30}\)(?=\s*(?::|\Z)))?"
# That questions are taken together, or who answers.
_TOGETHER = r"(?:\s(?:gezamenlijk|samen|tezamen)(?=\s*(?::|\Z)))?(?:\s\([^().?!]{3,60}\)(?=\s*(?::|\Z)))?"
# Or it is alone on its line, or in a cell of its own; "Vraag" beside "Antwoord" heads a column.
_ALONE = r"(?:\t(?!Antwoord|Reactie|Beantwoording)|\s*(?::(?=[\s*_]|\Z)|[.]?\s*\Z))"
# "Vraag nr. 3", "Vraag #3", "Vraag (3)".
_COUNT = r"(?:nummers?\s|nrs?\.?\s?|#)?\(?"

LABELS: tuple[Label, ...] = (
    Label(
        "question_label",
        rf"(?:Vraag|Vragen|VRAAG|VRAGEN)(?:nummers?:?|nrs?\.?)?\s*{_COUNT}(?P<numbers>{NUMBERS}){_PARTY}{LABEL_END}",
        yes=("Vraag 1", "Vraag 7, 8, 9 10 en 11", "Vraag 3: Bent u?", "Vragen 4 en 5", "Vraag 1a t/m 1d", "Vraag 2 Is",
             "Vraag nr. 3", "Vraagnummer 3:", "Vraagnummer: 3", "Vraag (1)", "Vraag #1", "Vraag 1 – Kunt",
             "Vraag 2 (SP)", "Vraag 2.3", "Vraag 2 (Van Bakhuis): Klopt", "Vraag 2Bent u"),
        no=("Vraag 1 van de leden luidt", "Vraag en aanbod", "vraag 3", "Vraag 1, 2 en 3 zijn gesteld",
            "Vraag 1 – en ook 2", "Vraag (1 van 3)", "Vraag 1.2.2024", "Vraag 2.5%", "Vraag 5G-masten"),
    ),
    Label("question_label", r"(?P<numbers>\d{1,3}|\d{1,2}\.\d{1,2})[.)]?\s{1,4}(?:Vraag|VRAAG)\s?:(?=\s|\Z)",
          yes=("1. Vraag: Klopt dit?", "12 Vraag:", "2.3 Vraag:"), no=("1. Vraag en aanbod", "3 vragen:")),
    Label("question_label", rf"(?:Vraag|VRAAG){_ALONE}",
          yes=("Vraag", "Vraag: Klopt dit?", "Vraag\tKlopt dit?"), no=("Vraag naar zorg", "Vraag?", "Vraag\tAntwoord")),
    Label("question_label", rf"(?:Vraag|VRAAG)\s(?P<numbers>(?i:{NUMBER_WORD})){LABEL_END}",
          yes=("Vraag één", "Vraag twee: Klopt dit?", "Vraag drie Klopt dit?"),
          no=("Vraag één van de leden", "Vraag twee is gesteld")),
    Label("answer_label", rf"Antwoord(?:\sop)?(?:\svraag)?\s(?P<numbers>(?i:{NUMBER_WORD})){LABEL_END}",
          yes=("Antwoord op vraag één", "Antwoord twee: Ja."), no=("Antwoord op vraag twee luidt", "Antwoord een")),
    Label(
        # Ministers answer in writing what members asked in a debate, under the name of who asked.
        "question_label",
        r"Vraag van (?:het lid|de leden|de g\.\s?a\.|de geachte afgevaardigden?|de heer|mevrouw|de fractie van)\s"
        r"[^.?!:]{2,80}?(?:\s?\([^()]{1,40}\):(?=\s)|(?:\s?\([^()]{1,40}\))?:?\s*\Z)",
        yes=("Vraag van het lid Bakhuis (CDA): klopt dit?", "Vraag van de g.a. mevrouw Roelvink (PvdD):",
             "Vraag van de leden Bakhuis (CDA) en Roelvink (PvdD)"),
        no=("Vraag van het lid Bakhuis: klopt dit?", "Vraag van de minister", "Vragen van het lid Bakhuis (CDA)"),
    ),
    Label(
        "answer_label",
        r"(?:(?:(?:Nader|Aanvullend|Herzien|Gezamenlijk|Gecombineerd|Vervolg) a|A)ntwoord(?:en)?"
        r"|(?:(?:Gezamenlijk|Gecombineerd)e b|B)eantwoording|ANTWOORD(?:EN)?"
        r"|(?:Reactie|Ad)(?=\s(?:op\s)?(?:de\s)?[Vv]ra))"
        rf"(?:\s+(?:op|bij|van|OP))?(?:\s+(?:de|DE))?(?:\s+(?:(?:deel|sub)?[Vv]ra(?:ag|gen)|VRA(?:AG|GEN)))?(?:nummers?)?"
        rf"\s*{_COUNT}(?P<numbers>{NUMBERS}){_TOGETHER}{LABEL_END}",
        yes=("Antwoord 1", "Antwoord 2, 3 4 en 5", "Antwoorden op vraag 3, 4, 5, 9 en 10", "Antwoord op vraag 1: Ja.",
             "Antwoord vraag 6:", "Antwoord op de vragen 2 t/m 4", "Nader antwoord op vraag 3", "Herzien antwoord 3",
             "Gezamenlijk antwoord op de vragen 1 en 2", "Beantwoording vraag 3", "Reactie op vraag 3", "Ad vraag 1:",
             "ANTWOORD OP VRAAG 1", "ANTWOORD VRAGEN 2 EN 3", "Antwoord op vraag nr. 3",
             "Antwoord vragen 1 en 2 gezamenlijk:", "Gecombineerd antwoord op vraag 1 en 2", "Antwoord 3 (vervolg)",
             "Antwoord 6 en 7De dijk", "Antwoord 3U vraagt"),
        no=("Antwoord van Minister Agema", "Antwoord op vraag 2 luidt ontkennend", "Antwoorden op vragen"),
    ),
    Label("answer_label", rf"(?:Antwoord|ANTWOORD){_ALONE}",
          yes=("Antwoord", "Antwoord:", "Antwoord: Ja."), no=("Antwoord van", "Antwoorden")),
    Label(
        # Until about 2000 the Aanhangsel put this between the questions and the answers.
        "part_label",
        r"(?:Antwoord|Mededeling) van (?:de )?(?:[Mm]inister|[Ss]taatssecretaris)\S{0,12} [A-Z][^.?!]{0,80}\(.*",
        yes=("Antwoord van minister Agema (Volksgezondheid, Welzijn en Sport). (Ontvangen 3 maart 1999)",),
        no=("Antwoord van de minister van Financiën op vraag 3", "Antwoord van minister Agema luidt"),
    ),
    Label(
        # Over the questions of one member or group, in answers to what was asked in a debate.
        "part_label",
        r"Vragen van (?:het lid|de leden|de heer|mevrouw|de fractie van)\s(?:[^.?!:]|(?<=[A-Z])\.){2,80}"
        r"\([^()]{1,40}\):?\s*\Z",
        yes=("Vragen van het lid Bakhuis (CDA)", "Vragen van het lid Bakhuis, H.J. (Partij voor de Eb)",
             "Vragen van de leden Bakhuis (CDA) en Roelvink (D66):"),
        no=("Vragen van het lid Bakhuis (CDA) aan de minister", "Vragen van het lid Bakhuis over eb"),
    ),
    Label(
        "part_label",
        rf"(?:Mededeling|Toelichting|Vragen|Antwoorden|Beantwoording(?=\s*\Z)|Bijlage(?:n|\(n\))?|Noten|(?:Voet|Eind)noten|Bron(?:nen|vermelding)){_ALONE}",
        yes=("Mededeling", "Toelichting:", "Toelichting: Deze vragen dienen", "Bijlagen", "Eindnoten:", "Vragen"),
        no=("Mededeling van Staatssecretaris", "Toelichting op de vragen"),
    ),
)  # fmt: skip
