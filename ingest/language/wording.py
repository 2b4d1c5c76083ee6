"""How such papers are worded, as far as more than one stage needs it: patterns, built from their words."""

import re


def words(text: str) -> str:
    """An alternative of the words of a text, for a pattern; "_" stands for a space inside one."""
    return "|".join(word.replace("_", " ") for word in text.split())


def starting(*parts: str) -> str:
    """A pattern of words that no letter or digit goes before: the words first, as they are found soonest."""
    return f"(?:{'|'.join(parts)})" + "".join(rf"(?<!\w{part})" for part in parts)


MONTH = f"(?:{words('januari februari maart april mei juni juli augustus september oktober november december')})"

# What stands between the two years of a session, and before "s-Gravenhage"; with what tools made of these signs that
# took one code page for another, as PyPDF2 did for years ("2011Œ2012", "™s-Gravenhage").
YEAR_DASH = r"(?:[-–‒/Œ\x96]|--|â€“)"
APOSTROPHE = r"(?:['’‘™\x92]|TM|â€™)"

# How a question to a minister opens.
QUESTION_OPENS = re.compile(
    "(?:"
    + words(
        "Kunt Kan Kunnen Wat Hoe Hoeveel Welk Welke Waarom Wanneer Waar Waarvoor Waarin Waarop Waardoor Wie Is Zijn"
    )
    + "|"
    + words("Bent Heeft Hebben Hebt Heb Deelt Klopt Erkent Vindt Wilt Gaat Acht Was Waren Wordt Worden Zou Zal Ziet")
    + "|"
    + words("Onderschrijft Herkent Begrijpt Bestaat Aan_welke Op_welke Met_welke In_hoeverre Door_wie In_welke")
    + r")\b"
)

# What a line ends with that leaves no sentence or word unfinished.
FINISHED = tuple('.?!:;»”")]')

# A label ends with the line, with a colon, stop or bracket, or where a sentence begins.
# Markdown may close its bold type there; a dash or semicolon parts the label from the sentence, or extraction glued it
# on.
LABEL_END = (
    r"(?:[*_]{0,3}\s*[:.)]+(?=[\s*_<\]]|\Z)|(?:\s?[-–—;](?=\s+[A-ZÀ-Þ«“\"‘'(]|\s*\Z))"
    r"|(?=[*_]{0,3}\s+[A-ZÀ-Þ«“\"‘'(])|(?<=\d)(?=[A-ZÀ-Þ][a-zà-ÿ]|U\s)|\s*\Z)"
)

# What heads a list of contents.
CONTENTS = frozenset(("Inhoudsopgave", "Inhoud", "INHOUDSOPGAVE", "INHOUD"))
