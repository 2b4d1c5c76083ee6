"""Files made to take all time or memory of whoever reads them."""

from collections.abc import Iterable


def pdf(objects: Iterable[bytes]) -> bytes:
    """A PDF of these objects, the first of which is the catalogue; readers find them without a table of places."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer <</Root 1 0 R>>\n%%EOF\n"


def stream(data: bytes, words: bytes = b"") -> bytes:
    """A stream object."""
    return b"<<%s /Length %d>>\nstream\n%s\nendstream" % (words, len(data), data)


def nested_forms(depth: int = 12, times: int = 10) -> bytes:
    """A page that draws a form that draws a form ten times that draws a form ten times …"""
    form = b"/Type/XObject /Subtype/Form /BBox[0 0 99 99] /Resources<</XObject<</F %d 0 R>> /Font<</T 4 0 R>>>>"
    page = b"<</Type/Page /Parent 2 0 R /MediaBox[0 0 99 99] /Contents 5 0 R /Resources<</XObject<</F 6 0 R>>>>>>"
    head = [
        b"<</Type/Catalog /Pages 2 0 R>>",
        b"<</Type/Pages /Kids[3 0 R] /Count 1>>",
        page,
        b"<</Type/Font /Subtype/Type1 /BaseFont/Helvetica>>",
        stream(b"/F Do"),
    ]
    forms = [stream(b"/F Do " * times, form % number) for number in range(7, 7 + depth)]
    return pdf([*head, *forms, stream(b"BT /T 9 Tf (brug) Tj ET", form % 99)])
