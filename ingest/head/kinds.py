"""What kind of paper this is: rules over its title, then over what it holds.  The first that holds decides."""

import re
from dataclasses import dataclass

from ingest.model import Kind


@dataclass(frozen=True, slots=True)
class Title:
    """A rule over the head of a title; `known`: the paper says what it is, though the archive has no kind for it."""

    kind: Kind
    pattern: str
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()


TITLES: tuple[Title, ...] = (
    Title(
        "motion",
        r"(?:(?:tweede |derde |vierde )?(?:nader )?gewijzigde )?motie(?! van wantrouwen)\b",
        yes=("MOTIE VAN HET LID DE GRAAUW C.S.", "Nader gewijzigde motie van de leden Bakhuis en Roelvink"),
        no=("Reactie op de motie van het lid De Graauw",),
    ),
    Title(
        "postponement",
        r"uitstel(?:bericht|brief)?\b",
        yes=("Uitstel beantwoording Kamervragen over eb", "Uitstelbericht Kamervragen over eb"),
        no=("Beantwoording vragen over uitstel van betaling",),
    ),
    Title(
        "list_of_questions_and_answers",
        r"(?:nadere? )?(?:lijst van vragen|verslag houdende (?:een )?lijst van vragen)"
        r"|(?:beantwoording|antwoorden)(?: op)?(?: de)? feitelijke vragen\b",
        yes=(
            "Lijst van vragen en antwoorden",
            "LIJST VAN VRAGEN",
            "VERSLAG HOUDENDE EEN LIJST VAN VRAGEN",
            # Until about 2000.
            "Verslag houdende lijst van vragen en antwoorden",
            # As committees call them.
            "Beantwoording feitelijke vragen over de begroting",
        ),
    ),
    Title(
        "report",
        r"(?:(?:tweede )?nader )?(?:\w+ )?(?:eind)?verslag\b",
        yes=(
            "VERSLAG VAN EEN COMMISSIEDEBAT",
            "NADER VOORLOPIG VERSLAG VAN DE VASTE COMMISSIE",
            "Inbreng verslag van een schriftelijk overleg",
            "EINDVERSLAG",
        ),
        no=("Brief over het verslag",),
    ),
)

_TITLES = [(rule.kind, re.compile(rule.pattern, re.IGNORECASE)) for rule in TITLES]
# Papers that say what they are, of kinds that the archive does not tell apart.
_OTHER = re.compile(
    r"(?:sub)?amendement|(?:\w+ ){0,3}gewijzigd amendement|memorie van|voorstel van|(?:\w+ ){0,3}nota\b|advies"
    r"|koninklijke boodschap|initiatiefnota"
    r"|mondelinge vragen|jaarverslag|rapport\b|bijlage\b|burgerinitiatief|stenografisch",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Content:
    """What a paper holds, as far as its kind depends on it.

    `printed`: the title stands at the head as the kind of paper, and is no subject of a letter; `puts_off`: its text
    says that questions cannot be answered in time; `says`: the kind that its text opens as.
    """

    title: str
    printed: bool
    questions: int
    answers: int
    postponed: bool
    by_committee: bool
    answer_stated: bool
    is_letter: bool
    puts_off: bool = False
    says: Kind | None = None


# How the text of a paper opens whose head is lost.
_AMENDS = re.compile(r"\s*De ondergetekenden? stel(?:t|len) (?:het|de) volgende (?:sub)?amendement")
_COMMITTEE = re.compile(r"\s*De .{3,120}?commissie(?!\w)")
_ANSWERED_BELOW = re.compile(r"\santwoorden(?!\w).{1,40}?\safgedrukt\.")


# What answers are headed with that come without a letter; the page's number may stand above it.
ANSWERS = re.compile(
    r"(?:\d{1,3} )?(?:Antwoord(?:en)?|Beantwoording)(?: op| van)?(?: de)?(?: (?:schriftelijke|(?P<facts>feitelijke)))?"
    r" (?:Kamer)?vragen (?:van|over|inzake)\b"
)


def kind_by_text(body: str) -> Kind | None:
    """The kind that the text of a paper opens as; None for most.

    >>> kind_by_text("De ondergetekende stelt het volgende amendement voor:")
    'other'
    >>> kind_by_text("Antwoorden op vragen van het lid Roelvink (D66) over eb (ingezonden 6 mei 2025)")
    'answers_to_written_questions'
    >>> kind_by_text("Beantwoording feitelijke vragen inzake de begroting")  # as committees call them
    'list_of_questions_and_answers'
    """
    if _AMENDS.match(body):
        return "other"
    if answers := ANSWERS.match(body):
        return "list_of_questions_and_answers" if answers["facts"] else "answers_to_written_questions"
    lists = _COMMITTEE.match(body) and _ANSWERED_BELOW.search(body)
    return "list_of_questions_and_answers" if lists else None


def read_kind(content: Content) -> Kind | None:
    """The kind of a paper; None where nothing tells."""
    if content.postponed and content.answers == 0:
        return "postponement"
    if by_title := _by_title(content):
        return by_title
    if (content.questions and content.answers) or content.answer_stated:
        listed = content.by_committee or content.says == "list_of_questions_and_answers"
        return "list_of_questions_and_answers" if listed else "answers_to_written_questions"
    if content.is_letter and content.puts_off and not content.printed:
        return "postponement"
    other = _OTHER.match(content.title)
    if content.is_letter and not (other and content.printed):
        return "letter"
    if content.questions:
        return "written_questions"
    return "other" if other else content.says


def _by_title(content: Content) -> Kind | None:
    """The kind a title names.  The subject of a letter may be a motion or a report, that of answers a postponement."""
    kind = next((kind for kind, pattern in _TITLES if pattern.match(content.title)), None)
    if kind in ("motion", "report"):
        return None if content.is_letter and not content.printed else kind
    return None if kind == "postponement" and content.answers else kind
