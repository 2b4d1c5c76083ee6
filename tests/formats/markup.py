"""The paper as the official publications' XML, and as their HTML."""

from collections.abc import Iterator
from html import escape
from itertools import groupby

from formats.paper import BLOCKS, FOOT, IDENTIFIER, NOTES, Block, split

SOFT_HYPHEN = "\u00ad"


def to_xml() -> bytes:
    """XML with the notes where their marks stand; only the first use of a note holds its text."""
    written: set[str] = set()
    blocks = "\n".join(xml_blocks(written))
    meta = f'<meta name="externMetadataRecord" content="https://example.org/{IDENTIFIER}/metadata.xml"/>'
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<officiele-publicatie><metadata>{meta}</metadata><kamervragen>
{blocks}
</kamervragen></officiele-publicatie>""".encode()


def xml_blocks(written: set[str]) -> Iterator[str]:
    """The blocks as elements; rows and items together in theirs."""
    for kind, blocks in groupby(BLOCKS, key=lambda block: block.kind):
        if kind == "row":
            rows = "".join(f"<row>{xml_cells(block)}</row>" for block in blocks)
            yield f"<table><tgroup><tbody>{rows}</tbody></tgroup></table>"
        elif kind == "item":
            items = "".join(
                f"<li><li.nr>{block.number}</li.nr>\n <al>{xml_text(block, written)}</al></li>" for block in blocks
            )
            yield f'<lijst type="expliciet">{items}</lijst>'
        else:
            tag = {"front": "tekstregel", "label": "nr", "text": "al"}[kind]
            yield from (f"<{tag}>{xml_text(block, written)}</{tag}>" for block in blocks)


def xml_cells(block: Block) -> str:
    """The cells of a row."""
    return "".join(f"<entry><al>{escape(cell)}</al></entry>" for cell in block.text.split("\t"))


def xml_text(block: Block, written: set[str]) -> str:
    """A block's text with its notes."""
    parts = []
    for text, mark in split(block.text.replace(SOFT_HYPHEN, "")):
        parts.append(escape(text).replace("²", "<sup>2</sup>"))
        if mark and mark not in written:
            written.add(mark)
            note = f"<noot.nr>{mark}</noot.nr><noot.al>{escape(NOTES[mark])}</noot.al>"
            parts.append(f'<noot id="n{mark}" type="voet">{note}</noot>')
        elif mark:
            parts.append(f'<nootref refid="n{mark}"/>')
    return "".join(parts)


def to_html() -> bytes:
    """A page with the site's own matter around the paper, and the notes below it."""
    notes = "\n".join(html_note(mark, text) for mark, text in NOTES.items())
    return f"""<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><title>Zoekresultaat</title>
<meta name="DC.identifier" content="{IDENTIFIER}"><script>var soort = "kamervragen";</script></head>
<body><nav><a href="/">Naar de voorpagina</a></nav>
<div id="broodtekst">
{"".join(html_blocks())}
</div>
<div id="noten"><hr>{notes}</div>
<footer>{FOOT}</footer></body></html>""".encode()


def html_note(mark: str, text: str) -> str:
    """A note as the official pages write it, with a button to close it."""
    close = f'<h5 class="note-close"><a class="note-close" href="#close-{mark}">X</a> Noot</h5>'
    number = f'<sup><span class="nootnum"><a id="ID-{mark}"></a>{mark}</span></sup>'
    return f'<div class="voet noot" id="note-{mark}">{close}{number}<p>{escape(text)}</p></div>'


def html_blocks() -> Iterator[str]:
    """The blocks as elements; rows and items together in theirs."""
    for kind, blocks in groupby(BLOCKS, key=lambda block: block.kind):
        if kind == "row":
            rows = "".join(f"<tr><td>{'</td><td>'.join(block.text.split(chr(9)))}</td></tr>" for block in blocks)
            yield f"<table>{rows}</table>"
        elif kind == "item":
            yield f'<ol type="a">{"".join(f"<li>{html_text(block)}</li>" for block in blocks)}</ol>'
        else:
            tag = {"front": "h1", "label": "h2", "text": "p"}[kind]
            yield from (f"<{tag}>{html_text(block)}\n</{tag}>\n" for block in blocks)


def html_text(block: Block) -> str:
    """A block's text, broken over lines as these pages are, with links to its notes."""
    parts = []
    for text, mark in split(block.text.replace(SOFT_HYPHEN, "")):
        parts.append(escape(text).replace("²", "<sup>2</sup>").replace(" de ", "\n      de "))
        parts.append(f'<a class="nootnum" href="#ID-{mark}">{mark}</a>' if mark else "")
    return "".join(parts)
