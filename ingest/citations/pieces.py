"""Named pieces of patterns, in the words of the field.

Every repetition is bounded or can be read in one way only, so that no text, however hostile, takes more than linear
time.  `\\s` also matches the no-break and thin spaces that typesetters put into numbers.
"""

import re

# The last is what tools made of a dash that took one code page for another.
DASH = "[-‐‑‒–—−Œ]"
THROUGH = rf"(?:\s?t\s?/\s?m\s?|\stot\sen\smet\s|\s?{DASH}\s?)"
AND = r"(?:en|&|of|resp\.|respectievelijk|alsmede|alsook)"
MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sep(?:t(?:ember)?)?"
    r"|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
# What a number counts when it is an amount or a date and not the number of a paper.
_COUNTED = (
    rf"(?:{MONTH}|miljoen|miljard|mln|mld|euro|procent|jaar|dagen|weken|maanden|uur|leden|personen|mensen|keer"
    r"|artikelen|andere)"
)

# After the number of a paper: no further digit or letter (but a word that extraction glued on), no per cent, no
# thousands ("29 826"), no thing that is counted.
WORD_END = r"(?:(?!\w)|(?=[A-Z][a-z]|en\s))"
NOT_COUNTED = rf"(?!\s?[%°])(?![.,]\d{{3}}(?!\d))(?!\s\d{{3}}(?!\d))(?!\s{{0,2}}{_COUNTED}(?!\w))"

# "277", "42e", "188b", a reprint "10H" or "45H1"; a paper of the Senate has letters, "A" to "ZZ".  "2022–2023" is
# no two papers, nor is "2022/23".
_YEAR = r"(?:1[89]|20)\d\d(?!\d)"
NUMBER = rf"(?:(?!{_YEAR}(?:{DASH}\d\d|/\d\d(?!\d)))\d{{1,4}}(?:[a-z](?!\w)|H\d?(?!\w))?{WORD_END}{NOT_COUNTED})"
LETTERS = r"(?:[A-Z]{1,3}(?![\w-]))"

# "7, 8 en 9": after "nr." a comma goes on with the list only if the list has an end, or the number ends the phrase,
# since a date may follow.  Letters and numbers do not stand in one list.
_LIST_GOES_ON = rf"(?=(?:\s?,\s?\d{{1,4}}){{1,30}},?(?:\s{AND}\s|{THROUGH})\d)"
_NEXT = rf"(?:{THROUGH}|\s?/\s?|\s{AND}\s|{_LIST_GOES_ON}\s?,\s?|,\s{AND}\s)"
_LAST = rf"(?:,\s(?!{_YEAR}){NUMBER}(?=\s?(?:[.;)]|\Z)))?"
_NEXT_OF_MANY = rf"(?:{THROUGH}|\s?/\s?|\s{AND}\s|\s?,\s?(?:{AND}\s)?)"
LIST = rf"(?:{NUMBER}(?:{_NEXT}{NUMBER}){{0,99}}{_LAST}|{LETTERS}(?:{_NEXT}{LETTERS}){{0,9}})"
LIST_OF_MANY = rf"(?:{NUMBER}(?:{_NEXT_OF_MANY}{NUMBER}){{0,99}}|{LETTERS}(?:{_NEXT_OF_MANY}{LETTERS}){{0,9}})"
NR = r"(?:(?i:nr|no|nummer|n°|letter)\s?[.,:]{0,2}\s{0,3}|m\.\s(?=\d))"
NRS = r"(?:(?i:nrs|nos|nummers)\s?[.,:]?\s{0,3})"

_PAGE = r"(?:(?i:pagina(?:['’]?s)?|pag|bladzijden?|blz|pp?)\s?\.?\s?)"
_PAGE_GOES_ON = rf"(?:\s?(?:{DASH}|/)\s?\d{{1,5}}|(?:\s?,\s?|\s{AND}\s)\d{{1,5}}(?!\d){NOT_COUNTED})"
PAGES = rf"(?:{_PAGE}\d{{1,5}}{_PAGE_GOES_ON}{{0,20}}(?:\se\.?\s?v\.?)?(?!\d))"

# "2022/23", "2022–2023", "1999-2000", "22/23"; extraction makes "20 12-2013" and "1985/- 86" of them.
_YEARS = rf"(?:1[89]|20)\s?\d\s?\d\s?(?:{DASH}|/)\s?-?\s?['’]?\d{{2}}(?:\d{{2}})?(?!\d)|(?<!\d)\d{{2}}/\d{{2}}(?!\d)"
_SESSION = r"(?i:vergaderjaar|vergaderjaren|verg\.\s?jr\.|zittingsjaar|zitting)"
SESSION = rf"(?:(?:{_SESSION}\s{{0,2}})?(?:{_YEARS}))"

# Also as OCR reads them: "Il", "11".  "2" and "1" are written for II and I.
LOWER = r"(?:II|Il|lI|ll|11|2|TK|Tweede\sKamer)"
UPPER = r"(?:I|l|1|EK|Eerste\sKamer)"
CHAMBER = rf"(?:(?:(?:der|van\sde)\s)?(?:{LOWER}|{UPPER})(?:\sder\sStaten-Generaal)?)(?!\w)"


def named(pattern: str, **names: str) -> str:
    """Name the pieces of a pattern: each `<name>` in it stands for a group of that name around the piece given."""
    for name, piece in names.items():
        pattern = pattern.replace(f"<{name}>", f"(?P<{name}>{piece})")
    return pattern


def unnamed(pattern: str) -> str:
    """The same pattern without names, to be put into others several times."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def chamber(written: str | None) -> str | None:
    """Which chamber "II", "TK", "Eerste Kamer" … mean."""
    if not written:
        return None
    return "Eerste Kamer" if re.search(rf"\b{UPPER}\Z", written) else "Tweede Kamer"


def pages(written: str | None) -> str | None:
    """The pages alone, with one kind of dash: ", blz. 19–20" → "19-20"."""
    if not written:
        return None
    alone = re.sub(rf"\A[,;\s]*\(?{_PAGE}", "", written).rstrip(")")
    return re.sub(rf"\s*{DASH}\s*", "-", " ".join(alone.split()))
