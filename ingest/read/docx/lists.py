"""The numbers that Word shows before the paragraphs of automatic lists (ECMA-376, 17.9)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from ingest.read.counting import formatted, whole
from ingest.read.docx.styles import Styles, value
from ingest.read.package import attribute, child, local

# Bullets are letters of picture fonts, which mean nothing as text; these mean themselves.
BULLETS = {"-", "–", "—", "*", "•"}
PLACEHOLDER = re.compile(r"%([1-9])")
LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts.  `restart`: where this list begins although it shares a definition."""

    start: int
    style: str
    text: str
    paragraph_style: str | None
    restart: int | None = None


class Lists:
    """The running numbers of the lists of a document.  Lists of one definition count on from each other, as in Word."""

    def __init__(self, tree: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists = {} if tree is None else read_lists(tree, styles)
        self._counts: dict[str, list[int | None]] = {}
        self._restarted: set[tuple[str, int]] = set()

    def label(self, paragraph: etree._Element) -> str:
        """Count a paragraph; the number that Word shows before it, "" where it shows none."""
        name, at = self._place(paragraph)
        definition, levels = self._lists.get(name, ("", {}))
        if at not in levels:
            return ""
        counts = self._counts.setdefault(definition, [None] * LEVELS)
        counts[at:] = [self._next(name, at, levels[at], counts[at]), *[None] * (LEVELS - at - 1)]
        return written(levels, at, counts)

    def _place(self, paragraph: etree._Element) -> tuple[str, int]:
        """The list and the level that a paragraph is in, by itself or by its styles."""
        for each in self._styles.of(paragraph):
            name = value(each, "pPr", "numPr", "numId")
            if name is not None:
                _, levels = self._lists.get(name, ("", {}))
                level = value(each, "pPr", "numPr", "ilvl") or "0"
                by_style = (at for at, found in levels.items() if found.paragraph_style == attribute(each, "styleId"))
                linked = attribute(each, "styleId") is not None
                return name, next(by_style, whole(level, 0)) if linked else whole(level, 0)
        return "", 0

    def _next(self, name: str, at: int, level: Level, last: int | None) -> int:
        """The number after the last one."""
        if level.restart is not None and (name, at) not in self._restarted:
            self._restarted.add((name, at))
            return level.restart
        return level.start if last is None else last + 1


def written(levels: dict[int, Level], at: int, counts: list[int | None]) -> str:
    """The number of a paragraph as its list writes it: "2.1", "a)" or a bullet."""
    level = levels[at]
    if level.style == "bullet":
        return level.text if level.text in BULLETS else "•"
    if level.style == "none":
        return PLACEHOLDER.sub("", level.text)

    def number(placeholder: re.Match[str]) -> str:
        which = int(placeholder[1]) - 1
        shown = levels.get(which, level)
        return formatted(counts[which] or shown.start, shown.style)

    return PLACEHOLDER.sub(number, level.text)


def read_lists(tree: etree._Element, styles: Styles) -> dict[str, tuple[str, dict[int, Level]]]:
    """Each list by its id: the definition it counts with, and its levels."""
    definitions = {attribute(each, "abstractNumId"): each for each in tree if local(each) == "abstractNum"}
    chosen = {attribute(each, "numId"): value(each, "abstractNumId") for each in tree if local(each) == "num"}
    found = {}
    for each in tree:
        name, key = attribute(each, "numId"), value(each, "abstractNumId")
        definition = definitions.get(key)
        link = value(definition, "numStyleLink")
        if link is not None:
            style = next(styles.chain(link), None)
            key = chosen.get(value(style, "pPr", "numPr", "numId"))
            definition = definitions.get(key)
        if local(each) == "num" and name and definition is not None:
            found[name] = (key or "", dict(read_levels(definition, each)))
    return found


def read_levels(definition: etree._Element, chosen: etree._Element) -> Iterable[tuple[int, Level]]:
    """The levels of a definition, with what a list changes in them."""
    overrides = {attribute(each, "ilvl"): each for each in chosen if local(each) == "lvlOverride"}
    for each in definition:
        name = attribute(each, "ilvl")
        if local(each) == "lvl" and name in {str(level) for level in range(LEVELS)}:
            override = overrides.get(name)
            own = child(override, "lvl")
            yield int(name), read_level(each if own is None else own, value(override, "startOverride"))


def read_level(level: etree._Element, restart: str | None) -> Level:
    """One level's definition."""
    return Level(
        start=whole(value(level, "start"), 1),
        style=value(level, "numFmt") or "decimal",
        text=value(level, "lvlText") or "",
        paragraph_style=value(level, "pStyle"),
        restart=None if restart is None else whole(restart, 1),
    )
