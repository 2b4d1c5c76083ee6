"""The words and numbers that open a question, an answer or another part of a paper, as rules.

Written questions are published as "Vraag 1 … Antwoord 1 …"; ministries also send them as "1. … Antwoord: …", or a
number alone on a line.
"""

from dataclasses import dataclass
from typing import Literal

from ingest.numbers import NUMBERS

ItemRole = Literal["question_label", "answer_label", "part_label", "heading", "text"]


@dataclass(frozen=True, slots=True)
class Label:
    """A rule over the head of a line; `numbers` in the pattern are the question numbers it speaks for."""

    role: ItemRole
    pattern: str
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()


# A label ends with the line, with a colon, stop or bracket, or where a sentence begins.
END = r"(?:\s*[:.)]+(?=\s|\Z)|(?=\s+[A-ZÀ-Þ«“\"‘'(])|\s*\Z)"
# Or it is alone on its line, or in a cell of its own; "Vraag" beside "Antwoord" heads a column.
_ALONE = r"(?:\t(?!Antwoord)|\s*(?::(?=\s|\Z)|[.]?\s*\Z))"

LABELS: tuple[Label, ...] = (
    Label(
        "question_label",
        rf"(?:Vraag|Vragen|VRAAG|VRAGEN)\s*(?:nr\.?\s*)?(?P<numbers>{NUMBERS}){END}",
        yes=("Vraag 1", "Vraag 7, 8, 9 10 en 11", "Vraag 3: Bent u?", "VRAGEN 4 en 5", "Vraag 1a t/m 1d", "Vraag 2 Is"),
        no=("Vraag 1 van de leden luidt", "Vraag en aanbod", "vraag 3", "Vraag 1, 2 en 3 zijn gesteld"),
    ),
    Label(
        "question_label",
        r"(?P<numbers>\d{1,3})[.)]?\s{1,4}(?:Vraag|VRAAG)\s?:(?=\s|\Z)",
        yes=("1. Vraag: Klopt dit?", "12 Vraag:"),
        no=("1. Vraag en aanbod", "3 vragen:"),
    ),
    Label(
        "question_label",
        rf"(?:Vraag|VRAAG){_ALONE}",
        yes=("Vraag", "Vraag: Klopt dit?", "Vraag\tKlopt dit?"),
        no=("Vraag naar zorg", "Vraag?", "Vraag\tAntwoord"),
    ),
    Label(
        # Ministers answer in writing what members asked in a debate, under the name of who asked.
        "question_label",
        r"Vraag van (?:het lid|de leden|de g\.\s?a\.|de geachte afgevaardigden?|de heer|mevrouw|de fractie van)\s"
        r"[^.?!:]{2,80}?(?:\s?\([^()]{1,40}\))?:?\s*\Z",
        yes=(
            "Vraag van het lid Bakhuis (CDA)",
            "Vraag van de g.a. mevrouw Roelvink (PvdD):",
            "Vraag van de leden Bakhuis (CDA) en Roelvink (PvdD)",
        ),
        no=("Vraag van het lid Bakhuis (CDA): klopt dit?", "Vraag van de minister", "Vragen van het lid Bakhuis (CDA)"),
    ),
    Label(
        "answer_label",
        r"(?:(?:(?:Nader|Aanvullend|Herzien|Gezamenlijk) a|A)ntwoord(?:en)?|Beantwoording|ANTWOORD(?:EN)?)"
        rf"(?:\s+(?:op|bij|van))?(?:\s+de)?(?:\s+(?:[Vv]ra(?:ag|gen)|VRA(?:AG|GEN)))?"
        rf"\s*(?P<numbers>{NUMBERS}){END}",
        yes=(
            "Antwoord 1",
            "Antwoord 2, 3 4 en 5",
            "Antwoorden op vraag 3, 4, 5, 9 en 10",
            "Antwoord op vraag 1: Ja.",
            "Antwoord vraag 6:",
            "Antwoord op de vragen 2 t/m 4",
            "Nader antwoord op vraag 3",
            "Aanvullend antwoord op vraag 3",
            "ANTWOORD 3",
            "Herzien antwoord 3",
            "Gezamenlijk antwoord op de vragen 1 en 2",
            "Beantwoording vraag 3",
        ),
        no=("Antwoord van Minister Agema", "Antwoord op vraag 2 luidt ontkennend", "Antwoorden op vragen"),
    ),
    Label(
        "answer_label",
        rf"(?:Antwoord|ANTWOORD){_ALONE}",
        yes=("Antwoord", "Antwoord:", "Antwoord: Ja."),
        no=("Antwoord van", "Antwoorden"),
    ),
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
        r"Vragen van (?:het lid|de leden|de heer|mevrouw|de fractie van)\s[^.?!:]{2,80}\([^()]{1,40}\):?\s*\Z",
        yes=("Vragen van het lid Bakhuis (CDA)", "Vragen van de leden Bakhuis (CDA) en Roelvink (D66):"),
        no=("Vragen van het lid Bakhuis (CDA) aan de minister", "Vragen van het lid Bakhuis over eb"),
    ),
    Label(
        "part_label",
        rf"(?:Mededeling|Toelichting|Vragen|Antwoorden|Bijlage(?:n|\(n\))?|Noten|Voetnoten|Bronnen|Bronvermelding){_ALONE}",
        yes=("Mededeling", "Toelichting: Deze vragen dienen", "Bijlagen", "Noten:", "Voetnoten", "Bronnen", "Vragen"),
        no=("Mededeling van Staatssecretaris", "Toelichting op de vragen"),
    ),
)  # fmt: skip
