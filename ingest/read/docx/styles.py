"""What Word's styles add to paragraphs: headings, bold type, italics."""

import re
from collections.abc import Iterator

from lxml import etree

from ingest.read.package import attribute, child, local

HEADING = re.compile(r"heading \d|kop \d|title|titel|subtitle|ondertitel", re.IGNORECASE)
OUTLINE_LEVELS = {str(level) for level in range(9)}
OFF = {"0", "false", "off", "none"}


def value(element: etree._Element | None, *path: str) -> str | None:
    """The `val` of the element found along the path."""
    return attribute(child(element, *path), "val")


def switched(element: etree._Element | None, name: str) -> bool | None:
    """Whether a switch (`b`, `vanish`) is on or off in run properties; None where they do not say."""
    switch = child(element, name)
    return None if switch is None else (attribute(switch, "val") or "1") not in OFF


class Styles:
    """The styles of a document; a style holds what the style it is based on says, unless it says otherwise."""

    def __init__(self, tree: etree._Element | None) -> None:
        found = [] if tree is None else [each for each in tree if local(each) == "style"]
        self._styles = {attribute(style, "styleId"): style for style in found}
        defaults = [style for style in found if attribute(style, "default") == "1"]
        self._default = next(
            (attribute(style, "styleId") for style in defaults if attribute(style, "type") == "paragraph"), None
        )

    def chain(self, name: str | None) -> Iterator[etree._Element]:
        """The style of that name and those it is based on."""
        seen: set[str | None] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = value(self._styles[name], "basedOn")

    def of(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        """A paragraph itself and its styles, nearest first."""
        yield paragraph
        yield from self.chain(value(paragraph, "pPr", "pStyle") or self._default)

    def is_heading(self, paragraph: etree._Element) -> bool:
        """Whether the paragraph has a place in the document's outline."""
        levels = (value(each, "pPr", "outlineLvl") for each in self.of(paragraph))
        level = next((level for level in levels if level), "")
        names = (value(each, "name") or "" for each in self.of(paragraph))
        return level in OUTLINE_LEVELS or any(HEADING.fullmatch(name) for name in names)

    def is_set(self, run: etree._Element, paragraph: etree._Element, switch: str) -> bool:
        """Whether the run is set in bold type ("b") or italics ("i")."""
        own = (switched(child(run, "rPr"), switch),)
        styled = (switched(child(style, "rPr"), switch) for style in self.chain(value(run, "rPr", "rStyle")))
        around = (switched(child(style, "rPr"), switch) for style in self.chain(value(paragraph, "pPr", "pStyle")))
        return next((on for on in (*own, *styled, *around) if on is not None), False)
