"""Word and OpenDocument packages, from the XML of their parts; and the paper as both."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from html import escape
from itertools import groupby

from formats.paper import BLOCKS, FOOT, IDENTIFIER, NOTES, Block, split

SOFT_HYPHEN = "\u00ad"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DEFAULT_TYPES = (
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD_TYPE}.document.main+xml"/>'
)
OPEN_TYPE = "application/vnd.oasis.opendocument.text"
MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OPEN = (
    " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("draw", "office", "style", "table", "text")
    )
    + ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)


def package(parts: Mapping[str, str]) -> bytes:
    """A zip package of text parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word file; the other parts by their kind: footnotes, endnotes, numbering, styles, settings, header, footer."""
    files = {f"word/{kind}.xml": word_part(kind, xml) for kind, xml in parts.items()}
    types = "".join(f'<Override PartName="/word/{kind}.xml" ContentType="{WORD_TYPE}.{kind}+xml"/>' for kind in parts)
    links = "".join(f'<Relationship Id="{kind}" Type="{KINDS}/{kind}" Target="{kind}.xml"/>' for kind in parts)
    main = f'<Relationship Id="main" Type="{KINDS}/officeDocument" Target="word/document.xml"/>'
    return package(
        {
            "[Content_Types].xml": f'<Types xmlns="{TYPES}">{DEFAULT_TYPES}{types}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">{main}</Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{WORD}" xmlns:r="{KINDS}"><w:body>{body}</w:body></w:document>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>',
            **files,
        }
    )


def word_part(kind: str, xml: str) -> str:
    """A part of a Word file with its root."""
    root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
    return f'<w:{root} xmlns:w="{WORD}">{xml}</w:{root}>'


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph of runs."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def odt(body: str, styles: str = "", running: str = "") -> bytes:
    """An OpenDocument text; `running`: the master styles, with heads and feet."""
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    files = {"/": OPEN_TYPE, "content.xml": "text/xml", "styles.xml": "text/xml"}
    entries = "".join(f'<m:file-entry m:full-path="{n}" m:media-type="{kind}"/>' for n, kind in files.items())
    content = f"<office:document-content {OPEN}><office:automatic-styles>{styles}</office:automatic-styles>{text}"
    return package(
        {
            "mimetype": OPEN_TYPE,
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{MANIFEST}">{entries}</m:manifest>',
            "content.xml": f"{content}</office:document-content>",
            "styles.xml": f"<office:document-styles {OPEN}>{running}</office:document-styles>",
        }
    )


def to_docx() -> bytes:
    """Word, with real footnotes, an automatic list, bold labels and a running foot."""
    ids = {mark: str(number) for number, mark in enumerate(NOTES, 1)}
    notes = "".join(
        f'<w:footnote w:id="{ids[mark]}">{paragraph("<w:r><w:footnoteRef/></w:r>" + run(" " + text))}</w:footnote>'
        for mark, text in NOTES.items()
    )
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    foot = paragraph(run(FOOT)) + paragraph(run(IDENTIFIER))
    return docx("".join(word_blocks(dict(ids))), footnotes=notes, numbering=numbering, footer=foot)


def word_blocks(ids: dict[str, str]) -> Iterator[str]:
    """The blocks as paragraphs and a table."""
    section = '<w:sectPr><w:footerReference w:type="default" r:id="footer"/></w:sectPr>'
    list_item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    for kind, blocks in groupby(BLOCKS, key=lambda block: block.kind):
        if kind == "row":
            rows = "".join(f"<w:tr>{word_cells(block)}</w:tr>" for block in blocks)
            yield f"<w:tbl>{rows}</w:tbl>"
        elif kind == "label":
            yield from (paragraph(run(block.text, "<w:b/>")) for block in blocks)
        else:
            properties = list_item if kind == "item" else ""
            yield from (paragraph(word_runs(block, ids), properties) for block in blocks)
    yield section


def word_cells(block: Block) -> str:
    """The cells of a row."""
    return "".join(f"<w:tc>{paragraph(run(cell))}</w:tc>" for cell in block.text.split("\t"))


def word_runs(block: Block, ids: dict[str, str]) -> str:
    """A block's text as runs, with references to its notes; what was referred to before is a raised number."""
    parts = []
    for text, mark in split(block.text.replace(SOFT_HYPHEN, "")):
        square, *rest = text.split("²")
        parts.append(run(square) + "".join(run("2", '<w:vertAlign w:val="superscript"/>') + run(each) for each in rest))
        if mark in ids:
            parts.append(f'<w:r><w:footnoteReference w:id="{ids.pop(mark)}"/></w:r>')
        elif mark:
            parts.append(run(mark, '<w:vertAlign w:val="superscript"/>'))
    return "".join(parts)


def to_odt() -> bytes:
    """OpenDocument, with notes where their marks stand, a list, bold labels and a running foot."""
    styles = """
    <style:style style:name="Bold" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
    <style:style style:name="Super" style:family="text"><style:text-properties style:text-position="super 58%"/>
    </style:style>
    <text:list-style style:name="Letters"><text:list-level-style-number text:level="1" style:num-format="a"
     style:num-suffix="."/></text:list-style>"""
    foot = f"<style:footer><text:p>{FOOT}</text:p><text:p>{IDENTIFIER}</text:p></style:footer>"
    layout = '<office:automatic-styles><style:page-layout style:name="Page"/></office:automatic-styles>'
    page = f'<style:master-page style:name="Standard" style:page-layout-name="Page">{foot}</style:master-page>'
    running = f"{layout}<office:master-styles>{page}</office:master-styles>"
    return odt("".join(open_blocks(dict(NOTES))), styles, running)


def open_blocks(notes: dict[str, str]) -> Iterator[str]:
    """The blocks as paragraphs, a list and a table."""
    for kind, blocks in groupby(BLOCKS, key=lambda block: block.kind):
        if kind == "row":
            rows = "".join(f"<table:table-row>{open_cells(block)}</table:table-row>" for block in blocks)
            columns = '<table:table-column table:number-columns-repeated="3"/>'
            yield f"<table:table>{columns}{rows}</table:table>"
        elif kind == "item":
            items = "".join(
                f"<text:list-item><text:p>{open_text(block, notes)}</text:p></text:list-item>" for block in blocks
            )
            yield f'<text:list text:style-name="Letters">{items}</text:list>'
        else:
            style = ' text:style-name="Bold"' if kind == "label" else ""
            yield from (f"<text:p{style}>{open_text(block, notes)}</text:p>" for block in blocks)


def open_cells(block: Block) -> str:
    """The cells of a row."""
    return "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in block.text.split("\t"))


def open_text(block: Block, notes: dict[str, str]) -> str:
    """A block's text, with its notes where they are first used."""
    parts = []
    for text, mark in split(block.text.replace(SOFT_HYPHEN, "")):
        parts.append(escape(text).replace("²", '<text:span text:style-name="Super">2</text:span>'))
        if mark in notes:
            note = f"<text:note-body><text:p>{escape(notes.pop(mark))}</text:p></text:note-body>"
            parts.append(f"<text:note><text:note-citation>{mark}</text:note-citation>{note}</text:note>")
        elif mark:
            parts.append(f'<text:span text:style-name="Super">{mark}</text:span>')
    return "".join(parts)
