"""The closing of a paper: who signs it, at its end or at the end of its covering letter.

A minister signs with the office above the name ("De Minister van Financiën,") or below it; a motion ends with the
names of its submitters under "en gaat over tot de orde van de dag."
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.labels import Item
from ingest.model import Part, Person
from ingest.names import PREFIX, is_name, plain_name
from ingest.offices import is_ministry, read_offices

# Offices that sign, other than those of the cabinet.
_OTHER_OFFICE = re.compile(
    r"(?:de\s)?(?:fungerend\s|waarnemend\s|plaatsvervangend\s|plv\.\s|wnd\.\s|adjunct-|ondervoorzitter)?-?\s?"
    r"(?:voorzitter|griffier|president|secretaris(?:-generaal)?)(?!\w)"
    r"(?:\s(?:van|voor|der)\s(?:de\s|het\s|deze\s)?(?:(?:vaste|algemene|tijdelijke)\s)?"
    r"(?:commissie|algemene rekenkamer|werkgroep|lijst|presidium|raad)\b[^,]{0,120}(?:, (?!en\b)[^,]{3,60})*)?,?\Z",
    re.IGNORECASE,
)
_CABINET = re.compile(r"(?:de\s)?(?:(?:vice-?)?minister(?:-president)?|staatssecretaris)(?!\w)", re.IGNORECASE)
_OPENING = re.compile(
    r"(?:Hoogachtend|Met (?:vriendelijke groet(?:en)?|(?:de meeste )?hoogachting)|(?:Mede|Ook) namens\b.{0,300}|Namens\b.{0,200})[,.]?\Z",
    re.IGNORECASE,
)
_ORDER_OF_THE_DAY = re.compile(r"(?:.*\s)?gaat over tot de orde van de dag\W*\Z", re.IGNORECASE)
_SENTENCE = re.compile(r"[.?!:;][)»”’\"']*\Z")
_NUMBER = re.compile(r"\d{1,3}")
_DECORATION = "*_#> \t"
# Lines that a signature may take, with those who sign as well.
_LONGEST = 40
_LONGEST_LINE = 200
_SUBMITTER = re.compile(rf"(?:{PREFIX}\s)*[A-ZÀ-Þ]")


@dataclass(frozen=True, slots=True)
class Signature:
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
        if _ORDER_OF_THE_DAY.match(lines[index]):
            return index + 1 if any(is_name(line) for line in lines[index + 1 :]) else None
    return None


def _signature_start(lines: Sequence[str]) -> int | None:
    """The first line of an office with its name, and of what leads up to them."""
    found = None
    signed = False
    for index in range(len(lines) - 1, -1, -1):
        line, above = lines[index], lines[index - 1] if index else ""
        if is_office(line) or _is_broken_office(above, line) or _OPENING.match(line):
            found, signed = index, signed or not _OPENING.match(line)
        elif not (is_name(line) or _goes_on(above, line) or (found is None and _may_follow(line))):
            break
    if found is None or not signed:
        return None
    name_below = found + 1 < len(lines) and is_name(lines[found + 1])
    return found - 1 if found and not name_below and is_name(lines[found - 1]) else found


def _plain(line: str) -> str:
    return " ".join(line[:_LONGEST_LINE].split()).strip(_DECORATION)


def _may_follow(line: str) -> bool:
    """What may stand under a signature: a page number, "Bijlage", a copy's addressee."""
    return len(line) < 60 and not _SENTENCE.search(line)


def _goes_on(above: str, line: str) -> bool:
    """The second line of "Mede namens …"."""
    return _OPENING.match(above) is not None and len(line) < 120 and not _SENTENCE.search(line)


def _is_broken_office(above: str, line: str) -> bool:
    return not is_office(above) and is_office(f"{above} {line}")


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
    return bool(offices) and not offices[0].name and line[end:].strip(" ,.") == "" and offices[-1].ministry is not None


def signatures(lines: Iterable[str]) -> tuple[Signature, ...]:
    """Who signs in these lines; an office without a name beside it only where a comma announces one.

    >>> signatures(["Vincent Karremans", "Minister van Economische Zaken"])
    (Signature(role='Minister van Economische Zaken', ministry='Economische Zaken', name='Vincent Karremans'),)
    """
    plain = _joined([line for line in map(_plain, lines) if line and not _NUMBER.fullmatch(line)])
    found: list[Signature] = []
    above: str | None = None
    index = 0
    while index < len(plain):
        line = plain[index]
        if not (office := _office(line)):
            above = plain_name(line) if is_name(line) and not _OPENING.match(line) else None
            index += 1
            continue
        below = plain[index + 1] if index + 1 < len(plain) and is_name(plain[index + 1]) else None
        taken = above is None and below is not None and office.name is None
        found.append(replace(office, name=office.name or above or (plain_name(below) if below else None)))
        above, index = None, index + 1 + taken
    return tuple(found)


def _joined(lines: Sequence[str]) -> list[str]:
    """Offices that a line break cut in two, whole again."""
    result: list[str] = []
    for line in lines:
        if result and _breaks(result[-1], line):
            result[-1] = f"{result[-1]} {line}"
        else:
            result.append(line)
    return result


def _breaks(above: str, line: str) -> bool:
    """Whether an office goes on in the next line: only then the whole is one that is known."""
    if not _CABINET.match(above) or not is_office(f"{above} {line}"):
        return False
    offices, _ = read_offices(f"{above} {line}")
    return offices[-1].ministry is not None and is_ministry(offices[-1].ministry) and not is_office_known(above)


def is_office_known(line: str) -> bool:
    """Whether a line is an office with a ministry of the table."""
    offices, _ = read_offices(line)
    return is_office(line) and (ministry := offices[-1].ministry) is not None and is_ministry(ministry)


def _office(line: str) -> Signature | None:
    """The office in a line, with the name where it stands on the same line: "De Minister van Defensie, R. Bakhuis"."""
    if _OTHER_OFFICE.match(line):
        role, _, name = line.rstrip(" ,").rpartition(", ")
        return (
            Signature(_role(role), None, plain_name(name))
            if role and is_name(name)
            else Signature(_role(line), None, None)
        )
    if not _CABINET.match(line):
        return None
    offices, end = read_offices(line)
    rest = line[end:].strip(" ,")
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


def signed(part: Part, signatures: Iterable[Signature]) -> Iterator[Person]:
    """Signatures as people with this part; the officers of a committee only sign."""
    for one in signatures:
        yield Person(part if one.ministry else "signed", one.name, None, one.role, one.ministry)
