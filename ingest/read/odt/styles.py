"""What OpenDocument's styles add to paragraphs: raised type, bold and italics, the numbers of lists, heads and feet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from ingest.read.counting import formatted, whole
from ingest.read.package import attribute, child, local

# OpenDocument's names of number styles (19.500 style:num-format).
STYLES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
BULLET = "•"


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered; `style` "" shows no number."""

    style: str
    prefix: str
    suffix: str
    shown: int
    start: int


Levels = dict[int, Level]


@dataclass(frozen=True, slots=True)
class Look:
    """What decides how paragraphs look: properties of styles by name, levels of list styles by name, heads and feet."""

    parents: dict[str, str]
    raised: frozenset[str]
    bold: frozenset[str]
    italic: frozenset[str]
    hidden: frozenset[str]
    lists: dict[str, Levels]
    outline: Levels
    running: tuple[etree._Element, ...]

    def has(self, style: str | None, names: frozenset[str]) -> bool:
        """Whether a style, or one that it comes from, is among the names."""
        seen: set[str] = set()
        while style and style not in seen:
            if style in names:
                return True
            seen.add(style)
            style = self.parents.get(style)
        return False


def read_look(trees: Iterable[etree._Element]) -> Look:
    """The styles of all trees: the content has some, the styles proper others."""
    every = [each for tree in trees for each in tree.iter(etree.Element)]
    styles = [each for each in every if local(each) == "style"]
    lists = [each for each in every if local(each) == "list-style"]
    return Look(
        parents={
            name: parent
            for each in styles
            if (name := named(each)) and (parent := attribute(each, "parent-style-name"))
        },
        raised=frozenset(named(each) for each in styles if is_raised(each)),
        bold=frozenset(named(each) for each in styles if text_property(each, "font-weight") == "bold"),
        italic=frozenset(named(each) for each in styles if text_property(each, "font-style") in {"italic", "oblique"}),
        hidden=frozenset(named(each) for each in styles if text_property(each, "display") == "none"),
        lists={named(each): dict(read_levels(each)) for each in lists},
        outline=next((dict(read_levels(each)) for each in every if local(each) == "outline-style"), {}),
        running=tuple(each for each in every if local(each) in {"header", "footer", "header-first", "footer-first"}),
    )


def named(style: etree._Element) -> str:
    """A style's name."""
    return attribute(style, "name") or ""


def text_property(style: etree._Element, name: str) -> str:
    """A property of the type in which a style sets text."""
    return attribute(child(style, "text-properties"), name) or ""


def is_raised(style: etree._Element) -> bool:
    """Whether a style raises its text: "super 58%", or by a part of the type's height."""
    position = text_property(style, "text-position").split()
    return bool(position) and (position[0] == "super" or whole(position[0].removesuffix("%"), 0) > 0)


def read_levels(style: etree._Element) -> Iterator[tuple[int, Level]]:
    """The levels of a list style."""
    for each in style:
        number = STYLES.get(attribute(each, "num-format") or "", "")
        if local(each).endswith("-bullet"):
            number = BULLET
        yield (
            whole(attribute(each, "level"), 1),
            Level(
                style=number,
                prefix=attribute(each, "num-prefix") or "",
                suffix=attribute(each, "num-suffix") or "",
                shown=whole(attribute(each, "display-levels"), 1),
                start=whole(attribute(each, "start-value"), 1),
            ),
        )


def label(levels: Levels, depth: int, counts: dict[int, int]) -> str:
    """The number of a list item as its style writes it; "" where it shows none."""
    level = levels.get(depth)
    if level is None or not level.style:
        return ""
    if level.style == BULLET:
        return BULLET
    shown = range(max(1, depth - level.shown + 1), depth + 1)
    numbers = [
        formatted(counts.get(at, 1), style) for at in shown if (style := levels[at].style if at in levels else "")
    ]
    return f"{level.prefix}{'.'.join(numbers)}{level.suffix}"
