"""The archive's tables, as constants: what they hold, how they hang together, how they are searched.

Descriptions stand beside what they describe; `metadata.yml` and the README are generated from them.
"""

from ingest.archive.table import Column, Table

# Written into the file's header (pragma application_id), so that an archive is told from any other SQLite file.
APPLICATION_ID = 0x4B414D52  # "KAMR"
# Raised when a table changes: an archive of another version is built anew from its sources.
VERSION = 3
# How the full-text indexes take a text apart: at what is no letter or digit, without accents.
TOKENIZER = "unicode61 remove_diacritics 2"

_START = Column("start", int, "First character in `texts.source`, counted from 0.")
_STOP = Column("stop", int, "First character after it in `texts.source`.")
_DOCUMENT = Column("document", str, "The paper.", "documents")
_QUESTION = Column("question", str, "The question whose text this stands in, if any.", "questions")
_ANSWER = Column("answer", str, "The answer whose text this stands in, if any.", "answers")

TABLES: tuple[Table, ...] = (
    Table(
        "dossiers",
        "One row per dossier: a numbered series of papers on one subject.",
        (
            Column("id", str, "The dossier's number in canonical form: `29826`, `35925-XVII`, `21501-02`."),
            Column("title", str, "Its title, where a paper of the archive states it."),
        ),
        ("id",),
    ),
    Table(
        "documents",
        "One row per paper. Its text stands in `texts`.",
        (
            Column("id", str, "The paper's key: its file's place below the source folder, without suffix."),
            Column(
                "identifier",
                str,
                "The official name, such as `kst-29826-281`; empty where the paper does not state it.",
            ),
            Column("identifier_source", str, "`printed` in the paper, or `inferred` from other parts of it."),
            Column("kind", str, "What sort of paper it is."),
            Column("title", str, "Its title or subject line."),
            Column("chamber", str, "`tweede_kamer` (House of Representatives) or `eerste_kamer` (Senate)."),
            Column("session_year", str, "The *vergaderjaar*, from September to September: `2025-2026`."),
            Column(
                "dossier", str, "The first dossier it stands in; all of them are in `document_dossiers`.", "dossiers"
            ),
            Column("number", str, "Its number within the dossier (*ondernummer*), or in the Aanhangsel."),
            Column("zaak", str, "The House's case number, such as `2025Z19665`."),
            Column("date", str, "The date the paper bears."),
            Column("asked_on", str, "When the questions were submitted (*ingezonden*)."),
            Column("answered_on", str, "When the answers were received (*ontvangen*) or sent."),
            Column("days_to_answer", int, "Days from `asked_on` to `answered_on`."),
            Column("ministry", str, "The ministry of the first who answers."),
            Column("asked_by", str, "JSON array: who asked."),
            Column("parties", str, "JSON array: the parties of those who asked."),
            Column("answered_by", str, "JSON array: who answered or signed."),
            Column("question_count", int, "How many questions it asks."),
            Column("answer_count", int, "How many answers it gives."),
            Column("footnote_count", int, "How many footnotes it has."),
            Column("reference_count", int, "How many citations stand in it."),
            Column("notice_count", int, "How many doubts its reading left."),
            Column("source_path", str, "The file, below the source folder."),
            Column("source_format", str, "The file's format."),
        ),
        ("id",),
        search=(
            "id",
            "identifier",
            "title",
            "dossier",
            "number",
            "zaak",
            "asked_by",
            "parties",
            "answered_by",
            "ministry",
        ),
        indexes=(
            ("kind", "session_year", "ministry", "dossier", "date"),
            ("identifier",),
            ("date",),
            ("dossier",),
            ("zaak",),
        ),
    ),
    Table(
        "texts",
        "One row per paper: its text, for reading and exactly as the file had it.",
        (
            _DOCUMENT,
            Column(
                "text",
                str,
                "The text for reading: lines joined, broken words whole, page furniture out, footnotes last.",
            ),
            Column("source", str, "The text exactly as decoded from the file; all positions count its characters."),
            Column("sha256", str, "SHA-256 of the file's bytes."),
            Column("encoding", str, "How the file's bytes were decoded."),
            Column("reader", str, "The version of the reading code that read it."),
        ),
        ("document",),
        search=("text",),
        indexes=(("sha256", "reader", "document"), ("encoding",)),
    ),
    Table(
        "questions",
        "One row per question.",
        (
            Column("id", str, "The question's key: the paper's, `-q` and its number."),
            _DOCUMENT,
            Column(
                "number", int, "Its number in the paper (`1a` where parts are lettered, `2:3` where 2.3 is printed)."
            ),
            Column(
                "numbers", str, "JSON array: `[3]`; `[3, 4, 5]` where one text asks several that cannot be told apart."
            ),
            Column("number_source", str, "`printed` in the source, or `inferred` from its place."),
            Column("label", str, "The label as written: `Vraag 3`."),
            Column("text", str, "The question, as asked."),
            Column("start", int, "First character of its text in `texts.source`."),
        ),
        ("id",),
        search=("id", "label", "text"),
        indexes=(("document", "start"),),
    ),
    Table(
        "answers",
        "One row per answer; one answer can answer several questions, see `answered_questions`.",
        (
            Column("id", str, "The answer's key: the paper's, `-a` and the first number it answers."),
            _DOCUMENT,
            Column("label", str, "The label as written: `Antwoord 2, 3 4 en 5`."),
            Column("text", str, "The answer, as given."),
            Column("start", int, "First character of its text in `texts.source`."),
        ),
        ("id",),
        search=("id", "label", "text"),
        indexes=(("document", "start"),),
    ),
    Table(
        "answered_questions",
        "One row per pair of an answer and a question it speaks for.",
        (
            Column("answer", str, "The answer.", "answers"),
            Column("question", str, "The question.", "questions"),
            Column("relation", str, "`answers` it, or `refers` to its answer (*zie het antwoord op vraag 3*)."),
            Column("link_source", str, "`printed` in the answer's label or text, or `inferred` from its place."),
        ),
        ("answer", "question", "relation"),
        indexes=(("question",),),
    ),
    Table(
        "footnotes",
        "One row per footnote.",
        (
            Column("id", str, "The footnote's key: the paper's, `-f` and its marker."),
            _DOCUMENT,
            Column("marker", str, "The number or sign that points at it."),
            Column("text", str, "The footnote."),
            Column("start", int, "First character of its text in `texts.source`."),
        ),
        ("id",),
        search=("id", "text"),
        indexes=(("document", "start"),),
    ),
    Table(
        "footnote_marks",
        "One row per place in the text that points at a footnote.",
        (
            _DOCUMENT,
            _START,
            _STOP,
            Column("footnote", str, "The footnote; empty where the source lost it.", "footnotes"),
            _QUESTION,
            _ANSWER,
            Column("written", str, "The mark as written: `*` where a scan lost a 4."),
        ),
        ("document", "start"),
        indexes=(("footnote",), ("question",), ("answer",)),
    ),
    Table(
        "works",
        "One row per thing cited, under its canonical name.",
        (
            Column("id", str, "The canonical name: `kst-29826-277`, `JOIN(2024)977`, `CELEX:32019R0452`."),
            Column("kind", str, "What sort of thing it is."),
            Column("dossier", str, "The dossier's number, for papers and dossiers."),
            Column("number", str, "The number within the dossier or series."),
            Column("url", str, "Its official page."),
            Column("document", str, "The paper, if this archive has it.", "documents"),
            Column("times_cited", int, "How often it is cited."),
            Column("cited_by_papers", int, "By how many papers."),
            Column("first_cited", str, "Date of the earliest paper that cites it."),
            Column("last_cited", str, "Date of the latest paper that cites it."),
        ),
        ("id",),
        indexes=(("kind", "times_cited"), ("document",), ("dossier",)),
    ),
    Table(
        "references",
        "One row per citation. In SQL the name needs quotes; the view `citations` does not.",
        (
            Column("id", str, "The citation's key: the paper's, `-r` and its place in the source."),
            _DOCUMENT,
            Column("question", str, "The question it stands in, or whose footnote it stands in.", "questions"),
            Column("answer", str, "The answer it stands in, or whose footnote it stands in.", "answers"),
            Column("footnote", str, "The footnote it stands in, if any.", "footnotes"),
            Column(
                "kind", str, "What is cited: `kamerstuk`, `question`, `url`, `short_form` (*de motie van het lid X*) …"
            ),
            Column("text", str, "The citation as written."),
            Column("work", str, "What it cites, by canonical name.", "works"),
            Column("target_question", str, "The question meant, for *het antwoord op vraag 3*.", "questions"),
            Column("chamber", str, "The chamber, where the citation names it: `tweede_kamer`, `eerste_kamer`."),
            Column("session_year", str, "The *vergaderjaar*, where the citation names it."),
            Column("page", str, "The page, where the citation names it."),
            Column("cited_on", str, "The date the citation gives to what it cites."),
            Column("context", str, "The sentence around it."),
            Column("certainty", str, "`printed`: named in full; `resolved`: a short form; `unresolved`: not known."),
            _START,
            _STOP,
        ),
        ("id",),
        search=("id", "text", "work", "context"),
        indexes=(
            ("document", "start"),
            ("work", "document"),
            ("kind",),
            ("question",),
            ("answer",),
            ("footnote",),
            ("target_question",),
        ),
    ),
    Table(
        "document_dossiers",
        "One row per paper and dossier it stands in.",
        (
            _DOCUMENT,
            Column("dossier", str, "The dossier.", "dossiers"),
            Column("position", int, "1 for the first that the paper names."),
            Column("title", str, "The dossier's title, as this paper states it."),
        ),
        ("document", "dossier"),
        indexes=(("dossier",),),
    ),
    Table(
        "people",
        "One row per person's (or office's, or committee's) part in a paper, as the paper names them.",
        (
            _DOCUMENT,
            Column("position", int, "1 for the first that the paper names."),
            Column("part", str, "`asked`, `answered`, `on_behalf_of` or `signed`."),
            Column("name", str, "The name; empty where only the office is given."),
            Column("party", str, "The party."),
            Column("role", str, "The office, or the committee."),
            Column("ministry", str, "The ministry."),
            Column("others", int, "1 where the paper says *c.s.*: with others whom it does not name."),
        ),
        ("document", "position"),
        indexes=(("name",), ("party",), ("ministry",), ("part",)),
    ),
    Table(
        "segments",
        "One row per stretch of a source: together they are the whole of it, in order, without gap or overlap.",
        (
            _DOCUMENT,
            _START,
            _STOP,
            Column("role", str, "What it is: `question`, `answer`, `footnote`, `page_furniture`, `blank` …"),
            _QUESTION,
            _ANSWER,
            Column("footnote", str, "The footnote it belongs to, if any.", "footnotes"),
        ),
        ("document", "start"),
        indexes=(("role",),),
        sparse=("question", "answer", "footnote"),
    ),
    Table(
        "notices",
        "One row per doubt about how a paper was read.",
        (
            _DOCUMENT,
            Column("position", int, "1 for the first in the paper."),
            Column("code", str, "What sort of doubt."),
            Column("message", str, "What is doubtful here."),
            Column("line", int, "The line of the source, counted from 1."),
            _START,
            _STOP,
        ),
        ("document", "position"),
        indexes=(("code",),),
    ),
)

TABLE = {table.name: table for table in TABLES}
# Those with a full-text index, `…_fts`.
SEARCHED = tuple(table for table in TABLES if table.search)
