"""Titles over groups of questions: "Over de uitvoering", set apart between an answer and the next question's label.

Where the file says that such a line is a heading, `blocks` knows it already; in text only its place and shape tell.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ingest.read.reading import is_title
from ingest.structure.labels import Item

# What stands above is a whole sentence, perhaps with a footnote's mark or Markdown's.
_ENDS = re.compile(
    r"[.?!][)»”’\"'*_]*(?:\s?(?:\[\^?\d{1,3}\]|\^\d{1,3}\^|<sup>\d{1,3}</sup>|\(?\d{1,3}\)?))?[)»”’\"'*_]*\Z"
)
# It may be numbered; a line that ends with a number is a row of a table.
_TITLE = re.compile(
    r"(?:Artikel|Beleidsartikel|Hoofdstuk|Thema|Paragraaf|Onderdeel)\s\d{1,3}(?:[.:]?\s.{2,}|\Z)"
    r"|(?:\d{1,2}(?:\.\d{1,2})?\.?\s|[IVX]{1,4}\.\s)?[A-ZÀ-Þ][^\s.|?!:;][^\t|?!:;]*(?<![\d%])\Z"
)
# What names itself a part of a list, also where no room is left above.
_NAMED = re.compile(
    r"(?:Artikel|Beleidsartikel|Hoofdstuk|Thema|Paragraaf|Onderdeel)\s\d{1,3}(?:[.:]?\s[A-ZÀ-Þ].{2,}|\Z)|(?:Algemeen|Overig)\Z"
)
# How the last words of an answer open that bear no stop: a source, a reference, a table's total, a greeting.
_NO_TITLE = re.compile(
    r"(?:Bron(?:nen)?|Zie|Idem|Ja|Nee|Neen|Geen|Totaal|Noot|Tabel|Figuur|Grafiek|Hoogachtend|Met vriendelijke|Dit|Deze)"
    r"\b"
)
# Below others that are numbered as well it ends a list.
_NUMBERED = re.compile(r"[*_#\s]*(?:\d{1,2}|[IVX]{1,4})[.)]\s")
_LIST = 12
# What Markdown puts around it.
_MARKUP = re.compile(r"\A(?:[*_#\s]|<u>|\[(?=.*\]\{))+|(?:[*_\s]|</u>|\]\{\.\w{1,12}\})+\Z")
_LONGEST = 100


def with_group_titles(items: Sequence[Item]) -> list[Item]:
    """The items, a title right above a question's label being a heading."""
    result = list(items)
    roles = Counter(item.role for item in items)
    labelled = 3 * roles["answer_label"] > roles["question_label"]
    seen = False
    for at, (above, item) in enumerate(pairwise(items)):
        seen = seen or above.role == ("answer_label" if labelled else "question_label")
        if item.role != "question_label" or not (seen and at):
            continue
        # Where answers bear no label, a question above such a line is answered by it.
        whole = labelled or not items[at - 1].text.endswith("?")
        listed = _NUMBERED.match(above.text) and any(map(_is_numbered, items[max(0, at - _LIST) : at]))
        if whole and not listed and _is_group_title(items[at - 1], above):
            result[at] = above._replace(role="heading")
    return result


def _is_numbered(item: Item) -> bool:
    return item.role == "text" and _NUMBERED.match(item.text) is not None


def _is_group_title(before: Item, item: Item) -> bool:
    """Whether a line is one: the answer before it is whole, and room parts the two."""
    if item.role != "text" or before.role != "text" or len(item.text) > _LONGEST:
        return False
    words = _MARKUP.sub("", item.text)
    return (
        (item.blanks > 0 or _NAMED.match(words) is not None)
        and is_title(words)
        and _TITLE.match(words) is not None
        and _NO_TITLE.match(words) is None
        and _ENDS.search(words[-30:]) is None
        and _ENDS.search(before.text[-30:]) is not None
    )
