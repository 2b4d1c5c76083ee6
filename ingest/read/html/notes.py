"""Footnotes of a page: links from a number to a later place that opens with that number."""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import islice

from lxml import etree

from ingest.read.package import inner, local

# What links to a note is as short as "1", "[12]" or "iv".
MARK = re.compile(r"[\[(]?(?P<marker>\d{1,3}|\*{1,4}|[ivxl]{1,6}|[a-z])[\])]?")

# A heading that a table of contents links to is no note.
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}

# A note is the block that its place stands in; where that is a paragraph, the block around it may be named as the note.
HOLDERS = {"div", "li", "aside", "section", "p", "dd", "td"}


def mark_notes(root: etree._Element) -> None:
    """Mark each link to a note with an attribute `mark`, each note with an attribute `note`: its number."""
    elements = list(root.iter(etree.Element))
    places = {name: at for at, each in enumerate(elements) for name in names(each)}
    links = [(each, elements[to], mark) for at, each in enumerate(elements) if (to := goal(each, places)) > at
             and (mark := MARK.fullmatch(inner(each)))]  # fmt: skip
    within = Counter(holder for place in {place for _, place, _ in links} for holder in (place, *place.iterancestors()))
    opening_of = cache(opening)
    for link, place, mark in links:
        holder = note_holder(place, mark["marker"], within, opening_of)
        if holder is not None:
            link.set("mark", mark["marker"])
            holder.set("note", mark["marker"])


def names(element: etree._Element) -> list[str]:
    """What links can call the element."""
    return [name for key in ("id", "name") if (name := element.get(key))]


def goal(element: etree._Element, places: dict[str, int]) -> int:
    """Where on the page an element links to; -1 for nowhere."""
    return places.get((element.get("href") or "").rpartition("#")[2], -1) if local(element) == "a" else -1


def note_holder(
    place: etree._Element, marker: str, within: Counter[etree._Element], opening_of: Callable[[etree._Element], str]
) -> etree._Element | None:
    """The block that holds the note, and nothing else; None if what stands there is no note of that number."""

    def opens(element: etree._Element) -> bool:
        # The number may be that of the list which the note is an item of.
        return local(element) == "li" or opening_of(element).startswith(marker)

    chain = [each for each in (place, *place.iterancestors()) if local(each) in HOLDERS | HEADINGS]
    if not chain or local(chain[0]) in HEADINGS or not opens(chain[0]):
        return None
    is_paragraph = local(chain[0]) == "p" and len(chain) > 1
    around = is_paragraph and chain[1].get("id") is not None and within[chain[1]] == 1 and opens(chain[1])
    return chain[1] if around else chain[0]


def opening(element: etree._Element) -> str:
    """The first words of an element, as far as a reader sees them: the official pages put "X Noot" for a button."""
    words = (word for text in element.itertext() for word in str(text).split())
    return " ".join(islice(words, 4)).removeprefix("X Noot").lstrip(" [(")
