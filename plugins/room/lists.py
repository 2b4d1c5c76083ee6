"""Dossiers, people, ministries and works: each with its papers, or with who cites it."""

from room import queries
from room.addresses import anchor, official, paper_address, work_address
from room.archive import Archive, Kept, Row
from room.finding import sentence_at, stretch, words

# How many words before a footnote's mark tell where it stands.
_TELLING = 5


def listed(papers: list[Row]) -> list[Row]:
    """Papers as lists show them: with their address, and without what only that needs."""
    return [
        {"address": paper_address(paper), **{name: paper[name] for name in paper if name not in ("first", "alone")}}
        for paper in papers
    ]


async def called(archive: Archive, name: str) -> tuple[list[Row], str | None]:
    """The papers of that name, and the key of the one that has its page under it, if there is one."""
    papers = await archive.rows(queries.PAPERS_BY_NAME, name=name)
    own = [paper for paper in papers if paper["identifier"] == name and paper["first"]] or papers
    return papers, own[0]["id"] if len(own) == 1 else None


async def dossier(archive: Archive, name: str) -> Row | None:
    """A dossier's papers in time: those that are here, and those that are only cited."""
    head = await archive.row(queries.DOSSIER_TITLE, dossier=name)
    if head is None or not (head["papers"] or head["cited"]):
        return None
    missing = await archive.rows(queries.WORKS_OF_DOSSIER, dossier=name)
    return {
        "dossier": name,
        "title": head["title"],
        "paper_count": head["papers"],
        "missing_count": head["missing"],
        "papers": listed(await archive.rows(queries.PAPERS_OF_DOSSIER, dossier=name)),
        "missing": [{**work, "address": work_address(work["work"])} for work in missing],
        "cited_by": await cited_by(archive, name, ""),
    }


async def person(archive: Archive, name: str) -> Row | None:
    """A person's papers, latest first, with the offices they held as papers write them."""
    head = await archive.row(queries.PERSON, name=name)
    if head is None or not head["papers"]:
        return None
    last = name.rpartition(" ")[2].replace("!", "!!").replace("%", "!%").replace("_", "!_")
    return {
        "name": name,
        "paper_count": head["papers"],
        "parties": head["parties"].split(",") if head["parties"] else [],
        "offices": await archive.rows(queries.OFFICES_OF_PERSON, name=name),
        "also_written": await archive.rows(queries.ALSO_WRITTEN, name=name, last=last),
        "papers": listed(await archive.rows(queries.PAPERS_OF_PERSON, name=name)),
    }


async def ministry(archive: Archive, name: str) -> Row | None:
    """A ministry's papers, latest first, its people, and how soon it answers."""
    head = await archive.row(queries.MINISTRY, ministry=name)
    if head is None or not head["papers"]:
        return None
    return {
        "ministry": name,
        "paper_count": head["papers"],
        "answer_times": {key: head[key] for key in ("answered", "days", "in_three_weeks", "in_six_weeks")},
        "people": await archive.rows(queries.PEOPLE_OF_MINISTRY, ministry=name),
        "papers": listed(await archive.rows(queries.PAPERS_OF_MINISTRY, ministry=name)),
    }


async def work(archive: Archive, name: str) -> Row | None:
    """A work that is cited but not here: its official page, and who cites it."""
    found = await archive.row(queries.WORK, work=name)
    if found is None:
        return None
    papers = listed(await archive.rows(queries.PAPERS_BY_NAME, name=name))
    return {
        "work": {**found, "url": official(found["url"])},
        "papers": papers,
        "cited_by": await cited_by(archive, name, found["document"] or ""),
    }


async def cited_by(archive: Archive, work: str, key: str) -> Row:
    """Who cites a work, or the paper `key` under any of its names: the sentences, latest first."""
    count = await archive.row(queries.CITED_BY_COUNT, work=work, key=key)
    rows = await archive.rows(queries.CITED_BY, work=work, key=key)
    return {**(count or {}), "citations": [_sentence(row) for row in rows]}


def _sentence(row: Row) -> Row:
    before, found, after = row["context"].partition(row["text"])
    whole = not found
    return {
        "address": paper_address(row),
        "citation": row["key"],
        "within": [
            f"{part} {anchor(row[part], row['document'])[1:]}"
            for part in ("question", "answer", "footnote")
            if row[part]
        ],
        "document": row["document"],
        "title": row["title"],
        "identifier": row["identifier"],
        "zaak": row["zaak"],
        "kind": row["kind"],
        "id": row["id"],
        "date": row["date"],
        "work": row["work"],
        "context": row["context"],
        # The sentence around the citation; where it is not in it, the sentence alone.
        "before": row["context"] if whole else before,
        "text": row["text"],
        "after": "" if whole else after,
        "used": _used(row),
    }


def _used(row: Row) -> Row | None:
    """The sentence that uses the footnote a citation stands in, with the place of the mark."""
    before = words(row["before_mark"] or "")[-_TELLING:]
    place = stretch(row["used_in"] or "", before) if len(before) == _TELLING else None
    return {"sentence": sentence_at(row["used_in"], place[1]), "anchor": f"m{row['mark']}"} if place else None


_HOME = Kept()


async def home(archive: Archive) -> Row:
    """What the first page shows."""
    made = _HOME.get(archive)
    if made is None:
        made = {
            "counts": await archive.row(queries.COUNTS),
            "sizes": await archive.row(queries.SIZES),
            "latest": listed(await archive.rows(queries.LATEST)),
            "ministries": await archive.rows(queries.MINISTRIES),
            "dossiers": await archive.rows(queries.LARGEST_DOSSIERS),
        }
        _HOME.put(archive, made)
    return made
