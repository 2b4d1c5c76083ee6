"""Requests → pages, and the same as JSON."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, is_dataclass
from urllib.parse import unquote, urlencode

from datasette.app import Datasette
from datasette.utils import tilde_decode
from datasette.utils.asgi import NotFound, Request, Response

from ingest.references import canonical
from room import citing, lists, queries
from room import search as searching
from room.addresses import (
    SHORT_NAME,
    anchor,
    dossier_address,
    ministry_address,
    official,
    paper_address,
    person_address,
    work_address,
)
from room.archive import Archive, Row, served
from room.graph import curves, graph
from room.overview import NOTHING, overview
from room.papers import Rows, contents
from room.show import written_dossier
from room.sources import numbered, sourced

# The pages have no script or style inside them; Datasette's own have, and get the header of plugins/hardening.py.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)

View = Callable[[Request, Datasette], Awaitable[Response]]


async def show(datasette: Datasette, request: Request, template: str, page: Row, **only_shown: object) -> Response:
    """A page as HTML or, where the address ends in .json, as JSON."""
    if request.url_vars.get("format"):
        return Response.json(page, default=_plain)
    context = {**page, **only_shown, "json_address": f"{path_of(request)}.json", "metadata": datasette.metadata()}
    body = await datasette.render_template(f"room/{template}", context, request=request)
    return Response.html(body, headers={"Content-Security-Policy": POLICY, "Referrer-Policy": "same-origin"})


def path_of(request: Request) -> str:
    """The path that was asked for, as it was written."""
    return str(request.scope.get("raw_path", b"").decode("ascii").partition("?")[0] or request.path)


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return list(value) if isinstance(value, set | tuple) else str(value)


def _known(page: Row | None, what: str) -> Row:
    if page is None:
        message = f"{what} is not in this archive, and no paper of it cites it."
        raise NotFound(message)
    return page


async def by_name(request: Request, datasette: Datasette) -> Response:
    """A paper or work by its official name: /kst-29826-277."""
    return await _named(request, datasette, unquote(request.url_vars["name"]))


async def by_work(request: Request, datasette: Datasette) -> Response:
    """A work whose name is no short address: /work/CELEX~3A32019R0452."""
    return await _named(request, datasette, tilde_decode(request.url_vars["work"]))


async def _named(request: Request, datasette: Datasette, name: str) -> Response:
    archive = served(datasette)
    papers, own = await lists.called(archive, name)
    if own is not None:
        return await _paper(request, datasette, archive, own)
    page = await lists.work(archive, name)
    if page is None and papers:
        page = {"work": {"id": name, "kind": "zaak", "url": None}, "papers": lists.listed(papers), "cited_by": {}}
    if page is None and (meant := canonical(name)) and meant.id != name:
        return Response.redirect(datasette.urls.path(work_address(meant.id)))
    return await show(datasette, request, "work.html", _known(page, name))


async def by_key(request: Request, datasette: Datasette) -> Response:
    """A paper by its key: /paper/2026~2Fbrief."""
    return await _paper(request, datasette, served(datasette), tilde_decode(request.url_vars["key"]))


async def _paper(request: Request, datasette: Datasette, archive: Archive, key: str) -> Response:
    paper = await archive.row(queries.PAPER_BY_KEY, key=key)
    if paper is None:
        message = f"There is no paper {key} in this archive."
        raise NotFound(message)
    if beside := _BESIDE.get(request.url_vars.get("beside") or ""):
        return await beside(request, datasette, archive, paper)
    page = await _paper_page(archive, paper)
    return await show(datasette, request, "paper.html", page, **_on_paper(datasette, request, archive, page))


async def _paper_page(archive: Archive, paper: Row) -> Row:
    key = paper["id"]
    rows = await _rows(archive, paper)
    name = paper["identifier"] or paper["zaak"] or ""
    same = await archive.rows(queries.SAME_NAME, key=key, identifier=paper["identifier"], zaak=paper["zaak"])
    left_out = ("source", "first", "alone")
    return {
        "address": paper_address(paper),
        "paper": {column: value for column, value in paper.items() if column not in left_out},
        "official": official_pages(paper),
        "dossiers": await archive.rows(queries.DOSSIERS, key=key),
        "people": await archive.rows(queries.PEOPLE, key=key),
        "contents": contents(rows),
        "cites": cited_works(rows.citations, key),
        "cited_by": await lists.cited_by(archive, name, key),
        "same": lists.listed(same),
    }


async def _rows(archive: Archive, paper: Row) -> Rows:
    async def of(sql: str) -> list[Row]:
        return await archive.rows(sql, key=paper["id"])

    return Rows(
        paper=paper,
        questions=await of(queries.QUESTIONS),
        answers=await of(queries.ANSWERS),
        pairs=await of(queries.PAIRS),
        footnotes=await of(queries.FOOTNOTES),
        marks=await of(queries.MARKS),
        citations=await of(queries.CITATIONS),
        segments=await of(queries.SEGMENTS),
        notices=await of(queries.NOTICES),
    )


def official_pages(paper: Row) -> list[Row]:
    """The paper's official pages, by its names."""
    names = [name for name in (paper["identifier"], paper["zaak"]) if name]
    works = [(name, canonical(name)) for name in names]
    return [{"name": name, "url": work.url} for name, work in works if work and official(work.url)]


def cited_works(citations: Sequence[Row], document: str) -> list[Row]:
    """The works a paper cites, in order, each once, with the places."""
    found: dict[str, Row] = {}
    for cited in citations:
        if cited["work"]:
            work = found.setdefault(
                cited["work"],
                {
                    "work": cited["work"],
                    "kind": cited["work_kind"],
                    "address": work_address(cited["work"]),
                    "url": official(cited["url"]),
                    "here": paper_address(cited) if cited["document"] else None,
                    "title": cited["title"],
                    "papers": cited["cited_by_papers"],
                    "places": [],
                },
            )
            work["places"].append(anchor(cited["key"], document))
    return list(found.values())


def _on_paper(datasette: Datasette, request: Request, archive: Archive, page: Row) -> Row:
    here = datasette.absolute_url(request, datasette.urls.path(page["address"]))
    cited = citing.reference(page["paper"], page["people"], (page["official"] or [{"url": here}])[0]["url"])
    return {"database": archive.name, "cite": citing.in_words(cited), "bibtex": citing.bibtex(cited)}


async def _source(request: Request, datasette: Datasette, archive: Archive, paper: Row) -> Response:
    rows = await archive.rows(queries.SEGMENTS, key=paper["id"])
    segments = list(sourced(paper, rows))
    page = {
        "address": paper_address(paper),
        "paper": {name: paper[name] for name in ("id", "identifier", "zaak", "kind", "title", "source_path", "sha256")},
        "segments": segments,
    }
    return await show(datasette, request, "source.html", page, shown=list(numbered(segments)), database=archive.name)


async def _citations(request: Request, datasette: Datasette, archive: Archive, paper: Row) -> Response:
    found = await graph(archive, paper)
    page = {
        "address": paper_address(paper),
        "paper": {name: paper[name] for name in ("id", "identifier", "zaak", "kind", "title")},
        "graph": found,
    }
    return await show(datasette, request, "citations.html", page, curves=curves(found), database=archive.name)


# Pages beside a paper's own: what its address ends in → the page.
_BESIDE = {"/source": _source, "/citations": _citations}


async def dossier(request: Request, datasette: Datasette) -> Response:
    """A dossier: its papers in time."""
    name = tilde_decode(request.url_vars["dossier"])
    page = await lists.dossier(served(datasette), name)
    feed = {"address": f"{dossier_address(name)}.atom", "title": f"Dossier {written_dossier(name)}"}
    return await show(datasette, request, "dossier.html", _known(page, f"Dossier {name}"), feed=feed)


async def person(request: Request, datasette: Datasette) -> Response:
    """A person: what they asked, answered and signed."""
    name = tilde_decode(request.url_vars["person"])
    page = await lists.person(served(datasette), name)
    feed = {"address": f"{person_address(name)}.atom", "title": name}
    return await show(datasette, request, "person.html", _known(page, name), feed=feed)


async def ministry(request: Request, datasette: Datasette) -> Response:
    """A ministry: its papers and people."""
    name = tilde_decode(request.url_vars["ministry"])
    page = await lists.ministry(served(datasette), name)
    feed = {"address": f"{ministry_address(name)}.atom", "title": name}
    return await show(datasette, request, "ministry.html", _known(page, name), feed=feed)


async def first(request: Request, datasette: Datasette) -> Response:
    """The first page; Datasette's own asks of every table whether it may be seen, which takes longer than the rest."""
    archive = served(datasette)
    return await show(datasette, request, "home.html", await lists.home(archive), database=archive.name)


async def look(request: Request, datasette: Datasette) -> Response:
    """The overview: charts of the whole archive."""
    archive = served(datasette)
    page = await overview(archive)
    return await show(datasette, request, "overview.html", page, database=archive.name, nothing=NOTHING)


async def search(request: Request, datasette: Datasette) -> Response:
    """The search page; an official name leads to its paper or work."""
    archive, text = served(datasette), request.args.get("q") or ""
    filters = {name: value for name in searching.FACETS if (value := request.args.get(name))}
    name = await searching.named(archive, text)
    if name and name[1] and not filters and not request.url_vars.get("format"):
        return Response.redirect(datasette.urls.path(name[1]))
    page: Row = {"query": text, "named": {"work": name[0], "address": name[1]} if name else None}
    if text.strip():
        order, number = request.args.get("order") or "", _number(request.args.get("page"))
        page |= await searching.search(archive, text, filters, order, number)
        page["suggestions"] = await searching.suggestions(archive, text)
    link = _links(request)
    feed = {"address": f"/search.atom?{link(order=None)}", "title": f"Search: {text}"} if text.strip() else None
    return await show(datasette, request, "search.html", page, link=link, size=searching.PAGE_SIZE, feed=feed)


def _number(text: str | None) -> int:
    return max(1, int(text)) if text and text.isascii() and text.isdigit() and len(text) < 7 else 1


def _links(request: Request) -> Callable[..., str]:
    """Make the address of this search with some of it changed; None takes a part away.  It begins at page 1 again."""

    def link(**changes: str | int | None) -> str:
        kept = {name: request.args.get(name) for name in ("q", "order", *searching.FACETS)}
        return urlencode({name: value for name, value in {**kept, **changes}.items() if value})

    return link


_END = r"(?P<format>\.json)?$"
_BESIDE_END = f"(?P<beside>{'|'.join(_BESIDE)})?"

ROUTES: tuple[tuple[str, View], ...] = (
    (rf"^/(?P<name>(?i:{SHORT_NAME})){_BESIDE_END}{_END}", by_name),
    (rf"^/paper/(?P<key>[^/.]+){_BESIDE_END}{_END}", by_key),
    (rf"^/work/(?P<work>[^/.]+){_BESIDE_END}{_END}", by_work),
    (rf"^/dossier/(?P<dossier>[^/.]+){_END}", dossier),
    (rf"^/person/(?P<person>[^/.]+){_END}", person),
    (rf"^/search{_END}", search),
    (r"^/$", first),
    (rf"^/overview{_END}", look),
    (rf"^/ministry/(?P<ministry>[^/.]+){_END}", ministry),
)
