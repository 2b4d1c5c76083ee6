"""The closing of a paper: who signs it, at its end or at the end of its covering letter.

A minister signs with the office above the name ("De Minister van Financiën,") or below it; a motion ends with the
names of its submitters under "en gaat over tot de orde van de dag."
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ingest.language.names import PREFIX, is_name, plain_name
from ingest.language.offices import Office, is_ministry, read_offices
from ingest.structure.labels import Item

# Offices that sign, other than those of the cabinet.
_OTHER_OFFICE = re.compile(
    r"(?:de\s)?(?:fungerend\s|waarnemend\s|plaatsvervangend\s|plv\.\s|wnd\.\s|adjunct-|ondervoorzitter)?-?\s?"
    r"(?:voorzitter|griffier|(?:vice-)?president|secretaris(?:-generaal)?|(?:in)?formateurs?|verkenners?"
    r"|(?:nationale\s)?ombudsman)(?!\w)"
    r"(?:\s(?:van|voor|der)\s(?:de\s|het\s|deze\s)?(?:(?:vaste|algemene|tijdelijke)\s)?"
    r"(?:commissie|algemene rekenkamer|werkgroep|lijst|presidium|raad)\b[^,]{0,120}(?:, (?!en\b)[^,]{3,60})*)?,?\Z",
    re.IGNORECASE,
)
# Of a chamber; letters to its president have the same words at their head.
_CHAIR = re.compile(r"(?:de )?voorzitter van de (?:tweede|eerste) kamer(?: der staten-generaal)?\Z", re.IGNORECASE)
_SALUTED = re.compile(r"(?:de heer|mevrouw|mevr\.|mw\.|dhr\.) ", re.IGNORECASE)
_CABINET = re.compile(
    r"(?:de\s)?(?:demissionair\s|wnd\.\s|waarnemend\s)?(?:(?:vice-?)?minister(?:-president)?|staatssecretaris)(?!\w)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:Hoogachtend|Met (?:vriendelijke groet(?:en)?|(?:de meeste )?hoogachting)"
    r"|(?:(?:Mede|Ook) )?namens\b.{0,300})[,.]?\Z",
    re.IGNORECASE,
)
_ON_BEHALF = re.compile(r"(?:Mede |Ook |En )?namens\b", re.IGNORECASE)
_ORDER_OF_THE_DAY = re.compile(r"(?:.*\s)?gaat over tot de orde van de dag\W*\Z", re.IGNORECASE)
# Since 2024 state secretaries name their part of a ministry: "… en Waterstaat – Openbaar Vervoer en Milieu,".
_PORTFOLIO = re.compile(r"\A\s?[-–—]\s[A-Z][A-Za-zà-ÿ]+(?:,? (?:en )?[A-Z][A-Za-zà-ÿ]+){0,5}")
_UNFINISHED_PORTFOLIO = re.compile(r"\s[-–—]\s[A-Z][^.,]*(?:,[^.,]+)*\Z")
_SENTENCE = re.compile(r"[.?!:;][)»”’\"']*\Z")
_NUMBER = re.compile(r"\d{1,3}")
# "(w.g.)": was signed; "Digitaal ondertekend door …": what a program that signs adds.
_SIGNED = re.compile(r"\A\(?(?:w\.\s?g\.|get\.)\)?\s")
_BY_MACHINE = re.compile(r"(?:Digitaal|Elektronisch|Digitally) (?:onder|ge)?(?:tekend|signed)\b")
_COLUMNS = re.compile(r"\s{3,}|\t")
_DECORATION = "*_#> \t"
# Lines that may stand under a signature.
_MOST_BELOW = 8
# Lines that a signature may take, with those who sign as well.
_LONGEST = 40
_LONGEST_LINE = 200
_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.\s?){1,6}")
_SUBMITTER = re.compile(rf"(?:{PREFIX}\s)*[A-ZÀ-Þ]")


class Signature(NamedTuple):
    """Who signs: the office as printed, its ministry, the name."""

    role: str
    ministry: str | None
    name: str | None


def closing_start(items: Sequence[Item]) -> int | None:
    """The index of the first line of the signature that ends a paper, or None."""
    first = max(0, len(items) - _LONGEST)
    lines = [_plain(item.text) for item in items[first:]]
    start = _submitters_start(lines)
    if start is None:
        start = _signature_start(lines)
    return None if start is None else first + start


def _submitters_start(lines: Sequence[str]) -> int | None:
    """The first name under a motion."""
    for index in range(len(lines) - 1, -1, -1):
        if "gaat over" in lines[index].lower() and _ORDER_OF_THE_DAY.match(lines[index]):
            return index + 1 if any(is_name(line) for line in lines[index + 1 :]) else None
    return None


def _signature_start(lines: Sequence[str]) -> int | None:
    """The first line of an office with its name, and of what leads up to them."""
    found: int | None = None
    offices: list[int] = []
    last, broken = len(lines) - 1, -1
    for index in range(last, -1, -1):
        line, above = lines[index], lines[index - 1] if index else ""
        if index == broken:
            continue
        if signs(line):
            offices.append(index)
            found = index
        elif _is_broken_office(above, line):
            offices.append(index)
            found = broken = index - 1
        elif _OPENING.match(line):
            found = index
        elif not (is_name(line) or _goes_on(above, line) or (not offices and _may_follow(line, last - index))):
            break
    if found is None or not offices:
        return None
    # Where no name stands below the last office, the names stand above.
    name_below = offices[0] < last and is_name(lines[offices[0] + 1])
    return found - 1 if found and not name_below and is_name(lines[found - 1]) else found


def _plain(line: str) -> str:
    return _SIGNED.sub("", " ".join(line[:_LONGEST_LINE].split()).strip(_DECORATION))


def _may_follow(line: str, below: int) -> bool:
    """What may stand under a signature: a page number, "Bijlage", a copy's addressee."""
    short = len(line) < 60 and not _SENTENCE.search(line)
    return below < _MOST_BELOW and (short or _BY_MACHINE.match(line) is not None)


def _goes_on(above: str, line: str) -> bool:
    """The second line of "Mede namens …"."""
    return _OPENING.match(above) is not None and len(line) < 120 and not _SENTENCE.search(line)


def _is_broken_office(above: str, line: str) -> bool:
    return (not is_office(above) or _parts_portfolio(above, line)) and is_office(f"{above} {line}")


def _parts_portfolio(above: str, line: str) -> bool:
    """Whether a line's end cuts "… – Openbaar Vervoer en Milieu," in two."""
    return line.endswith(",") and _UNFINISHED_PORTFOLIO.search(above) is not None


def signs(line: str) -> bool:
    """Whether a line is an office, alone or with the name of who holds it."""
    return is_office(line) or ((office := _office(line)) is not None and office.name is not None)


def is_office(line: str) -> bool:
    """Whether a line is a signatory's office and nothing else.

    >>> is_office("De Minister van Defensie,"), is_office("De Minister van Defensie zal dit")
    (True, False)
    """
    if not line or len(line) >= _LONGEST_LINE:
        return False
    if _OTHER_OFFICE.match(line):
        return True
    if not _CABINET.match(line):
        return False
    offices, end = read_offices(line)
    rest = _PORTFOLIO.sub("", line[end:]).strip(" ,")
    return bool(offices) and not offices[0].name and not rest and offices[-1].ministry is not None


def signatures(lines: Sequence[str]) -> tuple[Signature, ...]:
    """Who signs in these lines: each office with the name under it, or above it where that is how the paper does it.

    >>> signatures(["Vincent Karremans", "Minister van Economische Zaken"])
    (Signature(role='Minister van Economische Zaken', ministry='Economische Zaken', name='Vincent Karremans'),)
    """
    plain = _joined(line for line in _parted(_one_below_the_other(lines))[1] if line and not _NUMBER.fullmatch(line))
    found: list[Signature] = []
    above: str | None = None
    index = 0
    while index < len(plain):
        office = _office(plain[index])
        name = None if _OPENING.match(plain[index]) else _name(plain[index])
        index += 1
        if office and not (office.name or above) and index < len(plain) and _name(plain[index]):
            above = _name(plain[index])
            index += 1
        if office:
            found.append(office._replace(name=office.name or above))
        above = None if office else name
    return tuple(found)


def _name(line: str) -> str | None:
    """The name that a line is; an office in capitals has the form of one: "Minister van Financiën"."""
    return plain_name(line) if is_name(line) and not _CABINET.match(line) else None


def _one_below_the_other(lines: Sequence[str]) -> Sequence[str]:
    """Signatures that stand side by side, each with its own lines; other lines as they are.

    >>> _one_below_the_other(["De Minister van Defensie,   De Minister van Financiën,", "R. Bakhuis   T. Eb"])
    ['De Minister van Defensie,', 'R. Bakhuis', 'De Minister van Financiën,', 'T. Eb']
    """
    rows = [_COLUMNS.split(line.strip()) for line in lines]
    beside = next((row for row in rows if len(row) > 1 and all(map(is_office, row))), None)
    if beside is None:
        return lines
    alone = [line for line, row in zip(lines, rows, strict=True) if len(row) != len(beside)]
    return [*alone, *(row[at] for at in range(len(beside)) for row in rows if len(row) == len(beside))]


def announcements(lines: Sequence[str]) -> tuple[str, ...]:
    """ "Mede namens de Minister van Financiën,": as far as its lines reach; the office that signs stands below."""
    return _parted(lines)[0]


def _parted(lines: Sequence[str]) -> tuple[tuple[str, ...], list[str]]:
    """The announcements in lines, and the lines without them."""
    announced: list[str] = []
    rest: list[str] = []
    taken: list[str] = []
    for line in map(_plain, lines):
        if taken and (not line or (taken[-1].endswith(",") and is_office(line))):
            announced.append(" ".join(taken))
            taken = []
        (taken if taken or _ON_BEHALF.match(line) else rest).append(line)
    return (*announced, *filter(None, [" ".join(taken)])), rest


def _joined(lines: Iterable[str]) -> list[str]:
    """Offices that a line break cut in two, and names cut behind the initials, whole again."""
    result: list[str] = []
    for line in lines:
        if result and _breaks(result[-1], line):
            result[-1] = f"{result[-1]} {line}"
        else:
            result.append(line)
    return result


def _breaks(above: str, line: str) -> bool:
    """Whether an office goes on in the next line, so that the whole is one that is known; or initials alone."""
    if _INITIALS.fullmatch(above):
        return is_name(line)
    if not _CABINET.match(above) or not is_office(f"{above} {line}"):
        return False
    offices, _ = read_offices(f"{above} {line}")
    if is_office(line):
        # "De Minister-President," above "Minister van Algemene Zaken,".
        return len(offices) == 1
    whole = is_office(above) and _is_known(read_offices(above)[0][-1])
    return _is_known(offices[-1]) and (not whole or _parts_portfolio(above, line))


def _is_known(office: Office) -> bool:
    return office.ministry is not None and is_ministry(office.ministry)


def _office(line: str) -> Signature | None:
    """The office in a line, with the name where it stands on the same line: "De Minister van Defensie, R. Bakhuis"."""
    if _OTHER_OFFICE.match(line):
        role, _, name = line.rstrip(" ,").rpartition(", ")
        named = bool(role) and is_name(name)
        return Signature(_role(role if named else line), None, plain_name(name) if named else None)
    role, _, name = line.rstrip(" ,").rpartition(", ")
    by_chair = _CHAIR.match(role) and not _SALUTED.match(name)
    if (by_chair or _OTHER_OFFICE.match(role)) and is_name(name):
        return Signature(_role(role), None, plain_name(name))
    if not _CABINET.match(line):
        return None
    offices, end = read_offices(line)
    rest = _PORTFOLIO.sub("", line[end:]).strip(" ,")
    if not offices or (rest and not is_name(rest)) or (rest and "," not in line[end : end + 2]):
        return None
    office = offices[0]
    return Signature(office.role, office.ministry, office.name or (plain_name(rest) if rest else None))


def _role(line: str) -> str:
    role = re.sub(r"\A[Dd][Ee]\s", "", line).strip(" ,")
    return role.capitalize() if role.isupper() else role


def submitters(lines: Iterable[str]) -> tuple[str, ...]:
    """The names under a motion."""
    return tuple(plain_name(line) for line in map(_plain, lines) if _SUBMITTER.match(line) and is_name(line))
