"""A query → one ranked list over papers, questions, answers, footnotes and citations, with facets over all of it."""

import asyncio
from collections.abc import Mapping
from pathlib import Path

from datasette.database import QueryInterrupted

from ingest.references import canonical
from room import queries
from room import query as language
from room.addresses import PAPER_COLUMNS, anchor, dossier_address, official, paper_address, person_address, work_address
from room.archive import Archive, Row
from room.finding import exactly, part_of
from room.words import Vocabulary, vocabulary

PAGE_SIZE = 20
MOST_FACET_VALUES = 30
# What stands around the words found, until the template puts an element there.
OPEN, CLOSE = "\x02", "\x03"

# Where hits are looked for: type → table, the column with the paper, the weight of a hit there, the columns searched.
# Of citations the name alone: the sentence around them is searched where it stands.
_PLACES = {
    "paper": ("documents", "id", 1.5, ""),
    "question": ("questions", "document", 1.0, ""),
    "answer": ("answers", "document", 1.0, ""),
    "footnote": ("footnotes", "document", 0.7, ""),
    "citation": ("references", "document", 0.7, "{text work} : "),
}
TYPES = (*_PLACES, "text")
# Facet → the value of a hit, in SQL.
FACETS = {
    "type": "kept.type",
    "kind": "kept.kind",
    "ministry": "kept.ministry",
    "party": "party.value",
    "year": "kept.year",
}
_KEPT_IF = {
    "type": "hits.type = :type",
    "kind": "documents.kind = :kind",
    "ministry": "documents.ministry = :ministry",
    "party": "exists (select 1 from json_each(documents.parties) as party where party.value = :party)",
    "year": "substr(coalesce(documents.date, documents.answered_on), 1, 4) = :year",
}
_ORDERS = {
    "best": "{0}.score, {0}.document, {0}.row",
    "newest": "{0}.date is null, {0}.date desc, {0}.score, {0}.document, {0}.row",
}


def _hits(ranked: bool) -> str:
    parts = [
        f"""select '{kind}' as type, "{table}".rowid as row, "{table}"."{paper}" as document,
              {f'{weight} * bm25("{table}_fts")' if ranked else 0} as score
            from "{table}_fts" join "{table}" on "{table}".rowid = "{table}_fts".rowid
            where "{table}_fts" match '{columns}' || :match"""
        for kind, (table, paper, weight, columns) in _PLACES.items()
    ]
    # The whole text of a paper counts where no part of it has all the words: letters, and words far apart.
    return f"""
      parts as materialized ({" union all ".join(parts)}),
      hits as (
        select * from parts
        union all
        select 'text', texts.rowid, texts.document, {"bm25(texts_fts)" if ranked else 0}
        from texts_fts join texts on texts.rowid = texts_fts.rowid
        where texts_fts match :match
          and texts.document not in (select document from parts where type in ('question', 'answer', 'footnote'))
      )
    """


def _kept(filters: Mapping[str, str], ranked: bool) -> str:
    wanted = " and ".join(_KEPT_IF[name] for name in filters) or "1"
    return f"""with {_hits(ranked)},
      kept as materialized (
        select hits.*, documents.kind, documents.ministry, documents.parties,
          coalesce(documents.date, documents.answered_on) as date,
          substr(coalesce(documents.date, documents.answered_on), 1, 4) as year
        from hits join documents on documents.id = hits.document
        where {wanted}
      )"""


def _page_sql(filters: Mapping[str, str], order: str) -> str:
    # To find the best of all hits nothing has to be known of their papers.
    is_plain = not filters and order == "best"
    kept = f"with {_hits(ranked=True)}, kept as (select * from hits)" if is_plain else _kept(filters, ranked=True)
    return f"""{kept},
      shown as (select * from kept order by {_ORDERS[order].format("kept")} limit {PAGE_SIZE} offset :offset)
      select shown.type, shown.row, shown.score, {PAPER_COLUMNS}
      from shown join documents on documents.id = shown.document
      order by {_ORDERS[order].format("shown")}
    """


def _newest_sql(filters: Mapping[str, str]) -> str:
    # Beside min(), SQLite gives the other columns of the row that has it.
    return f"""{_kept(filters, ranked=True)},
      found as (
        select document, date, type, row, min(score) from kept where date is not null
        group by document order by date desc, document limit {PAGE_SIZE}
      )
      select found.type, found.row, {PAPER_COLUMNS} from found join documents on documents.id = found.document
      order by found.date desc, found.document
    """


def _facets_sql(filters: Mapping[str, str]) -> str:
    counts = [
        f"select '{name}' as facet, {value} as value, count(*) as count from kept"
        + (", json_each(kept.parties) as party" if name == "party" else "")
        + f" where {value} is not null group by {value}"
        for name, value in FACETS.items()
    ]
    return f"{_kept(filters, ranked=False)} {' union all '.join(counts)} order by facet, count desc, value"


def _snippet_sql(kind: str) -> str:
    table = "texts" if kind == "text" else _PLACES[kind][0]
    columns = "" if kind == "text" else _PLACES[kind][3]
    key = "document" if kind == "text" else "id"
    column = 2 if kind == "paper" else -1
    return f"""select "{table}"."{key}" as key, snippet("{table}_fts", {column}, :open, :close, ' … ', 40) as found
      from "{table}_fts" join "{table}" on "{table}".rowid = "{table}_fts".rowid
      where "{table}_fts" match '{columns}' || :match and "{table}_fts".rowid = :row"""


async def named(archive: Archive, text: str) -> tuple[str, str | None] | None:
    """The work that an official name means, with its address here (None: nobody cites it here)."""
    work = canonical(text) if len(text) < 200 else None
    if work is None:
        return None
    if work.kind == "dossier":
        known = "select 1 from works where dossier = :id union select 1 from document_dossiers where dossier = :id"
        return work.id, dossier_address(work.id) if await archive.row(known, id=work.id) else None
    known = """select 1 from works where id = :id union select 1 from documents where identifier = :id
      union select 1 from documents where zaak = :id"""
    return work.id, work_address(work.id) if await archive.row(known, id=work.id) else None


async def search(archive: Archive, text: str, filters: Mapping[str, str], order: str, page: int) -> Row:
    """One page of hits, how many there are, and the facets of all of them."""
    asked = language.parse(text)
    words = await words_of(archive)
    match = language.match(asked, words.forms, words.ending)
    order = order if order in _ORDERS else "best"
    try:
        found, counted = await asyncio.gather(
            archive.rows(_page_sql(filters, order), match=match, offset=(page - 1) * PAGE_SIZE, **filters),
            archive.rows(_facets_sql(filters), match=match, **filters),
        )
        interrupted = False
    except QueryInterrupted:
        found, counted, interrupted = [], [], True
    facets = {name: [row for row in counted if row["facet"] == name] for name in FACETS}
    return {
        "query": text,
        "cut": asked.cut,
        "interrupted": interrupted,
        "match": match,
        "order": order,
        "page": page,
        "count": sum(row["count"] for row in facets["type"]),
        "filters": dict(filters),
        "facets": {
            name: [{"value": row["value"], "count": row["count"]} for row in rows[:MOST_FACET_VALUES]]
            for name, rows in facets.items()
        },
        "more_values": {name: max(0, len(rows) - MOST_FACET_VALUES) for name, rows in facets.items()},
        "hits": [await _hit(archive, row, match) for row in found],
    }


async def newest_papers(archive: Archive, text: str, filters: Mapping[str, str]) -> list[Row]:
    """The newest papers with a hit, each once, with its best hit and its address."""
    words = await words_of(archive)
    match = language.match(language.parse(text), words.forms, words.ending)
    found = await archive.rows(_newest_sql(filters), match=match, **filters)
    hits = [await _hit(archive, row, match) for row in found]
    return [{**row, "address": paper_address(row), "found": hit["found"]} for row, hit in zip(found, hits, strict=True)]


async def words_of(archive: Archive) -> Vocabulary:
    """The archive's vocabulary."""
    return await asyncio.to_thread(vocabulary, Path(str(archive.database.path)))


async def _hit(archive: Archive, row: Row, match: str) -> Row:
    kind = row["type"]
    part = await archive.row(_snippet_sql(kind), match=match, row=row["row"], open=OPEN, close=CLOSE) or {}
    found = highlighted(part.get("found") or "")
    place = await _place(archive, row, part, found)
    said = {name: row[name] for name in ("identifier", "zaak", "id", "kind", "title", "date", "ministry")}
    address = paper_address(row) + (f"#{place}" if place else "")
    words = exactly(found) if place and kind != "citation" else ""
    return {"type": kind, "address": address, **said, "words": words, "found": found}


async def _place(archive: Archive, row: Row, part: Row, found: list[Row]) -> str:
    """The anchor of what was found: the question, answer …, or the section of a letter that the words are in."""
    if row["type"] not in ("paper", "text"):
        return anchor(part["key"], row["id"])
    source = await archive.row(queries.SOURCE, key=row["id"]) if row["type"] == "text" else None
    return part_of(source, await archive.rows(queries.SEGMENTS, key=row["id"]), found) if source else ""


def highlighted(found: str) -> list[Row]:
    """A snippet in pieces, those that were looked for marked as such."""
    pieces = []
    for index, piece in enumerate(found.split(OPEN)):
        inside, closed, after = piece.partition(CLOSE) if index else ("", "", piece)
        if inside or closed:
            pieces.append({"text": inside, "found": True})
        if after:
            pieces.append({"text": after, "found": False})
    return pieces


async def suggestions(archive: Archive, text: str) -> list[Row]:
    """People and ministries of exactly this name, and the official page of a work that is not here."""
    name = text.strip()
    person = await archive.row("select name from people where name = :name limit 1", name=name)
    work = canonical(name) if len(name) < 200 else None
    found = [{"text": name, "about": "person", "address": person_address(name)}] if person else []
    if work and official(work.url):
        found.append({"text": work.id, "about": "not in this archive: official page", "address": work.url or ""})
    return found
