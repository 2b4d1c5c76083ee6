"""Names of people as papers print them: "Van der Lee", "Th.J.A.M. de Bruijn", "PIETERSMA-BLOM".

`NAME` and `SIGNATURE` are fragments for the patterns of others and capture nothing.
"""

import re
import unicodedata

# Type that sets an accent beside its letter: "Kostic´", "Kostic ´", "Yes¸ilgöz".
_ACCENTS = {"´": "\u0301", "¸": "\u0327", "ˇ": "\u030c", "˘": "\u0306", "¨": "\u0308"}
_ACCENT = re.compile(f"([^\\W\\d_]) ?([{''.join(_ACCENTS)}])")
# Extraction glues a first name to the next: "DaniëlleJansen"; "McDonald" is one name.
_GLUED = re.compile(r"(?<=[^\W\d_A-Z][a-zß-ÿ])(?<!Mac)(?=[A-Z][a-z])")

# fmt: off
_PREFIXES = frozenset((
    "van", "de", "den", "der", "het", "in", "op", "te", "ter", "ten", "tot", "von", "zu", "el", "al", "la", "le", "los",
    "las", "du", "da", "dos", "di", "’t", "'t", "’s", "'s", "bin", "ibn", "ben", "abu",
))
# What may stand in a signature besides names, in small letters: titles before, degrees after.
_TITLES = frozenset((
    "drs", "mr", "ir", "dr", "prof", "ing", "mw", "mevr", "mevrouw", "dhr", "heer", "jhr", "msc", "ma", "ba", "bsc",
    "ra", "llm", "mba", "mpa", "phd",
))
# fmt: on
PREFIX = rf"(?:{'|'.join(sorted(_PREFIXES, key=len, reverse=True))})"
_WORD = r"(?:[dlDLO][’']|(?:van|de[rn]?)(?=[A-Z][a-z]))?[A-ZÀ-ÞĀ-Ž](?:[^\W\d_]|[-.’'´¸ˇ˘¨]){0,60}"
# "Faber – Van de Klashorst"
_DASH = r"(?:[–-]\s(?=[Vv]an\b|[Dd]e[rn]?\b))?"
NAME = rf"(?:{PREFIX}\s){{0,4}}{_WORD}(?:\s{_DASH}(?:{PREFIX}\s){{0,3}}{_WORD}){{0,5}}(?:\s[´ˇ˘¨¸])?"

# Behind the last name; that of an initial is part of it.
_STOP = re.compile(r"(?<=[a-zà-ÿ]{3})\.\Z")

_SIGNED_WORD = re.compile(r"\(?(?:[dlDLO][’'])?[A-ZÀ-ÞĀ-Ž](?:[^\W\d_]|[-.’'´¸ˇ˘¨])*\)?")
_LONGEST = 60
# What a letter's margin names.
_NO_NAME = re.compile(r"Direct(?:ie|oraat)(?!\w)|Ministerie van|Postbus|Kenmerk|Bijlage|Datum\b|Contactpersoon")


def plain_name(written: str) -> str:
    """A name as its bearer writes it: accents on their letters, words apart, nothing around it.

    >>> plain_name("DaniëlleJansen"), plain_name("Kostic´,"), plain_name("Kostic ´")
    ('Daniëlle Jansen', 'Kostić', 'Kostić')
    """
    accented = _ACCENT.sub(lambda match: unicodedata.normalize("NFC", match[1] + _ACCENTS[match[2]]), written)
    return _STOP.sub("", " ".join(_GLUED.sub(" ", accented).split()).strip(" ,;*_"))


def is_name(line: str) -> bool:
    """Whether a line could be a signatory's name: "H.G. Herbert", "drs. C. (Cornelis) van der Werf,".

    >>> is_name("Th.J.A.M. de Bruijn"), is_name("De Minister heeft dit"), is_name("1")
    (True, False, False)
    """
    words = line.replace(",", " ").split()
    if not words or len(line) >= _LONGEST or len(words) > 8 or _NO_NAME.match(line):
        return False
    rest = [word for word in words if not _SIGNED_WORD.fullmatch(word)]
    return len(rest) < len(words) and all(_goes_with_names(word.lower()) for word in rest)


def _goes_with_names(word: str) -> bool:
    return word in _PREFIXES or word.rstrip(".") in _TITLES


def _as_written(word: re.Match[str]) -> str:
    """A part of a name in capitals: "Pater-van der Meer" goes on in small letters behind its hyphen."""
    inside = word.string[word.start() - 1 : word.start()] == "-"
    return word[0] if inside and word[0] in _PREFIXES else word[0].capitalize()


def from_capitals(text: str) -> str:
    """Names and what joins them, set in capitals, as running text writes them; other text as it is.

    >>> from_capitals("VAN DER LEE EN PIETERSMA-BLOM C.S.")
    'Van der Lee en Pietersma-Blom c.s.'
    """
    if not text.isupper():
        return text
    result = []
    opens = True
    for word in text.split():
        low = word.lower()
        if low in ("en", "c.s.", "c.s", "cs", "het", "lid", "leden") or (low in _PREFIXES and not opens):
            result.append(low)
        else:
            result.append(re.sub(r"[^\W\d_]+", _as_written, low))
        opens = low == "en" or word.endswith(",")
    return " ".join(result)
