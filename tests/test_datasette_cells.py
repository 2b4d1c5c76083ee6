"""How values look on pages: keys as links, words found highlighted, lists with commas; a paper's text is never HTML."""

from pathlib import Path

import pytest
from datasette.app import Datasette
from serving import datasette_of, plugin


@pytest.fixture(scope="module")
def ds(archive: Path) -> Datasette:
    return datasette_of(archive)


@pytest.mark.parametrize(
    ("column", "table", "value", "shown"),
    [
        ("document", None, "2026/a b", '<a class="key" href="/archive/documents/2026~2Fa+b">2026/a b</a>'),
        ("work", "citations", "kst-1-2", '<a class="key" href="/archive/works/kst-1-2">kst-1-2</a>'),
        ("document", "answers", {"value": "a", "label": "<b>"}, '<a href="/archive/documents/a">&lt;b&gt;</a>'),
        ("document", "answers", {"value": "a", "label": None}, '<a class="key" href="/archive/documents/a">a</a>'),
        ("question", "answered_questions", {"value": "q", "label": "ver " * 50}, "ver …</a>"),
        # A dossier that is only cited has no row.
        ("dossier", "works", "29826", None),
        # A text that someone calls "question" in SQL of their own.
        ("question", None, "Kunt u\ndit toelichten?", None),
        ("found", None, "<i>⟦China⟧</i>", "&lt;i&gt;<mark>China</mark>&lt;/i&gt;"),
        ("parties", "documents", '["D66", "<VVD>"]', "D66, &lt;VVD&gt;"),
        ("parties", "documents", '["D66"', None),
        ("numbers", "questions", "[3, 4]", None),
        ("role", "segments", "answer", '<span class="role role-answer">answer</span>'),
        ("role", "people", "Minister van <Financiën>", None),
        ("text", "questions", "<script>", None),
        ("days_to_answer", "documents", 21, None),
        ("title", "documents", None, None),
    ],
)
def test_cell(ds: Datasette, column: str, table: str | None, value: object, shown: str | None) -> None:
    cell = plugin("cells").render_cell(value=value, column=column, table=table, database="archive", datasette=ds)
    assert (shown in cell) if shown else (cell is None)
