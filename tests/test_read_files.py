"""What cannot be read is refused with its name and the reason; text in any encoding is read."""

import codecs
import io
import pickle
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from formats.packages import docx, odt, paragraph, run
from hypothesis import given
from hypothesis import strategies as st

from ingest.model import Source
from ingest.read import MAX_FILE_BYTES, UnreadableError, read
from ingest.read.package import MAX_TAGS, MAX_UNPACKED_BYTES


def read_bytes(folder: Path, data: bytes, name: str = "paper.txt") -> Source:
    """Read a file with the given bytes."""
    path = folder / name
    path.write_bytes(data)
    return read(path)


def refusal(folder: Path, data: bytes, name: str = "paper.txt") -> str:
    """The reason why a file with the given bytes is refused."""
    with pytest.raises(UnreadableError) as caught:
        read_bytes(folder, data, name)
    assert str(caught.value) == f"{folder / name}: {caught.value.reason}"
    return caught.value.reason


def damaged(data: bytes) -> bytes:
    """The first half of a file."""
    return data[: len(data) // 2]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Vraag 1\nIs één genoeg?".encode(), "utf-8"),
        (codecs.BOM_UTF8 + "Is één genoeg?".encode(), "utf-8-sig"),
        ("Is één genoeg?".encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + "Is één genoeg?".encode("utf-16-be"), "utf-16"),
        ("Is één genoeg?".encode("utf-32"), "utf-32"),
        ("Is één genoeg?".encode("utf-16-le"), "utf-16-le"),
        ("Is één genoeg?".encode("utf-16-be"), "utf-16-be"),
        ("Is één genoeg? “Ja” – € 5".encode("cp1252"), "cp1252"),
        (b"Vraag 1\r\nIs dit genoeg?\r\n", "utf-8"),
    ],
)
def test_text_is_decoded_exactly(tmp_path: Path, data: bytes, encoding: str) -> None:
    source = read_bytes(tmp_path, data)
    assert source.encoding == encoding
    bare = {"utf-8-sig": codecs.BOM_UTF8, "utf-16": data[:2], "utf-32": data[:4]}.get(encoding, b"")
    wide = {"utf-8-sig": "utf-8", "utf-16": "utf-16-be" if data[:1] == b"\xfe" else "utf-16-le", "utf-32": "utf-32-le"}
    assert source.text.encode(wide.get(encoding, encoding)) == data.removeprefix(bare)


def test_a_nul_among_text_keeps_its_place(tmp_path: Path) -> None:
    source = read_bytes(tmp_path, b"Vraag 1\0 en \0 verder, met nog wat woorden")
    assert source.text == "Vraag 1\ufffd en \ufffd verder, met nog wat woorden"


def test_broken_utf8_keeps_all_that_is_whole(tmp_path: Path) -> None:
    source = read_bytes(tmp_path, "coördinatie, één, ".encode() + b"\xff" + " reünie".encode())
    assert source.text == "coördinatie, één, \ufffd reünie"
    assert source.encoding == "utf-8 (damaged)"


def test_text_that_is_cut_inside_a_character_is_read(tmp_path: Path) -> None:
    source = read_bytes(tmp_path, "coördinatie, één".encode()[:-2])
    assert source.text == "coördinatie, é\ufffd"


@given(data=st.binary(min_size=1, max_size=200))
def test_any_bytes_are_read_or_refused_with_a_reason(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("bytes")
    try:
        source = read_bytes(folder, data)
    except UnreadableError as error:
        assert error.reason
    else:
        source.text.encode()


def test_markdown_is_told_by_its_name_or_its_marks(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, b"Vraag 1", "paper.md").format == "markdown"
    assert read_bytes(tmp_path, b"# Brief\n\n**29 826** Industriebeleid").format == "markdown"
    assert read_bytes(tmp_path, b"Vraag 1: 2 ** 3, en # 4").format == "text"


def test_the_digest_is_that_of_the_file(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, b"abc").sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_empty_file(tmp_path: Path) -> None:
    assert refusal(tmp_path, b"") == "is empty"


def test_rubbish(tmp_path: Path) -> None:
    assert refusal(tmp_path, random.Random(7).randbytes(5000)) == "is not text, nor a format that can be read"


def test_missing_file_and_directory(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="does not exist"):
        read(tmp_path / "nowhere.txt")
    with pytest.raises(UnreadableError, match="is a directory"):
        read(tmp_path)


def test_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", forbidden)
    (tmp_path / "paper.txt").touch()
    with pytest.raises(UnreadableError, match=r"may not be read \(permission denied\)"):
        read(tmp_path / "paper.txt")


def test_file_beyond_measure(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    with path.open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    with pytest.raises(UnreadableError, match="is larger than 1024 MiB"):
        read(path)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Word file"),
        (b"{\\rtf1\\ansi Vraag 1}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x1f\x8b\x08\0", "compressed"),
    ],
)
def test_formats_that_are_known_and_not_read(tmp_path: Path, data: bytes, words: str) -> None:
    assert words in refusal(tmp_path, data)


def test_a_reason_comes_whole_out_of_another_process() -> None:
    error = pickle.loads(pickle.dumps(UnreadableError(Path("a.txt"), "is empty")))
    assert (error.path, error.reason, str(error)) == (Path("a.txt"), "is empty", "a.txt: is empty")


@pytest.mark.parametrize("data", [docx(paragraph(run("Vraag 1"))), odt("<text:p>Vraag 1</text:p>")])
def test_damaged_packages(tmp_path: Path, data: bytes) -> None:
    assert refusal(tmp_path, damaged(data)) == "is a damaged zip package"
    name = b"word/document.xml" if b"word/" in data else b"content.xml"
    start = data.index(name) + len(name)
    broken = data[:start] + bytes(40) + data[start + 40 :]
    assert refusal(tmp_path, broken) == f"is damaged ({name.decode()} cannot be unpacked)"


def test_zip_without_a_paper(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("holiday.jpg", b"\xff\xd8")
    assert refusal(tmp_path, data.getvalue()) == "is a zip file without a text document in it"


@pytest.mark.parametrize("pack", [docx, odt])
def test_zip_bomb(tmp_path: Path, pack: Callable[[str], bytes]) -> None:
    data = pack(" " * (MAX_UNPACKED_BYTES + 1))
    assert len(data) < MAX_UNPACKED_BYTES / 100
    assert refusal(tmp_path, data) == "unpacks to more than 64 MiB"


@pytest.mark.parametrize("start", ["<!DOCTYPE html>", '<?xml version="1.0"?><a>'])
def test_too_many_tags(tmp_path: Path, start: str) -> None:
    assert refusal(tmp_path, start.encode() + b"<p>" * MAX_TAGS) == f"has more than {MAX_TAGS} tags"


BOMB = '<!DOCTYPE a [<!ENTITY a "boem"><!ENTITY b "' + "&a;" * 50 + '"><!ENTITY c "' + "&b;" * 50 + '">]>'


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    source = read_bytes(tmp_path, f'<?xml version="1.0"?>{BOMB}<stuk><al>Ja &c; nee</al></stuk>'.encode())
    assert source.text == "Ja &c; nee"


def test_entities_do_not_reach_other_files(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("geheim")
    entity = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    source = read_bytes(tmp_path, f'<?xml version="1.0"?>{entity}<stuk><al>Ja &x; nee</al></stuk>'.encode(), "a.xml")
    assert "geheim" not in source.text


def test_damaged_xml_says_where(tmp_path: Path) -> None:
    reason = refusal(tmp_path, b'<?xml version="1.0"?><stuk>\n<al>Ja</stuk>')
    assert "is damaged" in reason
    assert "line 2" in reason


@pytest.mark.parametrize("tag", ["div", "al"])
def test_deep_nesting_is_refused_or_read(tmp_path: Path, tag: str) -> None:
    data = f"<{tag}>" * 5000 + "diep" + f"</{tag}>" * 5000
    assert refusal(tmp_path, f'<?xml version="1.0"?>{data}'.encode())
    assert refusal(tmp_path, f"<!DOCTYPE html>{data}".encode())
