"""The paper as text and as Markdown."""

from formats.paper import BLOCKS, MARK, NOTES

SOFT_HYPHEN = "\u00ad"


def to_txt() -> bytes:
    """Plain text, marks glued to the words, notes at the end."""
    blocks = [MARK.sub(r"\1", f"{block.number} {block.text}".strip()) for block in BLOCKS]
    notes = [f"{number} {text}" for number, text in NOTES.items()]
    return "\n\n".join([*blocks, *notes]).replace(SOFT_HYPHEN, "").encode()


def to_md() -> bytes:
    """Markdown, as converters write it."""
    blocks = [
        f"## {block.text}" if block.kind == "label" else f"{block.number} {block.text}".strip() for block in BLOCKS
    ]
    notes = [f"[^{number}]: {text}" for number, text in NOTES.items()]
    return "\n\n".join([*blocks, *notes]).replace(SOFT_HYPHEN, "").encode()
