"""Which format a file is in, told by what it holds."""

PDF = b"%PDF-"
ZIP = b"PK\x03\x04"
HEAD = 4096

# Files that people do have, and what they can do about it.  The order is meaning: the first that fits.
FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "is an old Word file (.doc) or an encrypted one; save it as .docx without a password"),
    (b"{\\rtf", "is an RTF file; save it as .docx"),
    (b"\x89PNG", "is a picture"),
    (b"\xff\xd8\xff", "is a picture"),
    (b"II*\x00", "is a picture"),
    (b"MM\x00*", "is a picture"),
    (b"GIF8", "is a picture"),
    (b"\x1f\x8b", "is a compressed file; unpack it first"),
    (b"7z\xbc\xaf", "is a compressed file; unpack it first"),
    (b"Rar!", "is a compressed file; unpack it first"),
)
