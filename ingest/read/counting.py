"""The numbers of automatic lists, as word processors and browsers show them."""

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip

# Longer roman numbers are nobody's list, but a file can ask for them.
MAX_ROMAN = 3999

# More figures than any list has.
MAX_FIGURES = 9


def formatted(number: int, style: str) -> str:
    """A number in a style of WordprocessingML (ECMA-376, 17.18.59); a style that is not known counts in figures.

    >>> [formatted(4, style) for style in ("decimal", "decimalZero", "lowerLetter", "upperRoman")]
    ['4', '04', 'd', 'IV']
    """
    if style == "decimalZero":
        return f"{number:02}"
    if style in {"lowerLetter", "upperLetter"}:
        return cased(letters(number), style)
    if style in {"lowerRoman", "upperRoman"}:
        return cased(roman(number), style)
    return str(number)


def cased(text: str, style: str) -> str:
    """The text in the style's case."""
    return text.upper() if style.startswith("upper") else text


def letters(number: int) -> str:
    """a … z, aa … zz, aaa …

    >>> letters(2), letters(28)
    ('b', 'bb')
    """
    if not 0 < number <= MAX_ROMAN:
        return str(number)
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def roman(number: int) -> str:
    """i, ii, iii, iv …

    >>> roman(1994)
    'mcmxciv'
    """
    if not 0 < number <= MAX_ROMAN:
        return str(number)
    written = ""
    for value, sign in ROMAN:
        times, number = divmod(number, value)
        written += sign * times
    return written


def whole(text: str | None, default: int) -> int:
    """A number as a file writes it; what is no number is the default.

    >>> whole("3", 1), whole("drie", 1), whole(None, 0)
    (3, 1, 0)
    """
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= MAX_FIGURES else default
