"""Requests → what people take with them: feeds, references to papers, and the page of exports."""

import datetime
from urllib.parse import unquote

from datasette.app import Datasette
from datasette.utils import tilde_decode
from datasette.utils.asgi import NotFound, Request, Response

from room import citing, feeds, lists, queries
from room import exports as exporting
from room import search as searching
from room.addresses import SHORT_NAME
from room.archive import Archive, Row, served
from room.pages import View, official_pages, path_of, show
from room.show import written_dossier

_TITLES = {"papers": "New papers", "dossier": "Dossier {}", "person": "{}", "ministry": "{}"}


async def feed(request: Request, datasette: Datasette) -> Response:
    """The newest papers: all, or those of a dossier, a person or a ministry, which may have none yet."""
    archive, kind = served(datasette), request.url_vars["kind"]
    name = tilde_decode(request.url_vars.get("name") or "")
    papers = lists.listed(await archive.rows(queries.FEEDS[kind], name=name))
    page = "/" if kind == "papers" else path_of(request).removesuffix(".atom")
    shown = written_dossier(name) if kind == "dossier" else name
    return _feed(request, datasette, archive, papers, _TITLES[kind].format(shown), page)


async def search_feed(request: Request, datasette: Datasette) -> Response:
    """The newest papers in which a search finds anything, each with its best hit."""
    archive, text = served(datasette), request.args.get("q") or ""
    filters = {name: value for name in searching.FACETS if (value := request.args.get(name))}
    papers = await searching.newest_papers(archive, text, filters) if text.strip() else []
    return _feed(request, datasette, archive, papers, f"Search: {text}", f"/search?{request.query_string}")


def _feed(
    request: Request, datasette: Datasette, archive: Archive, papers: list[Row], title: str, page: str
) -> Response:
    def absolute(address: str) -> str:
        return str(datasette.absolute_url(request, datasette.urls.path(address)))

    about = feeds.Feed(f"{title} · Kamerarchief", request.url, absolute(page), exporting.built(archive))
    dated = [paper for paper in papers if _is_date(paper["date"])]
    return Response(feeds.atom(about, dated, absolute).decode(), content_type=feeds.MEDIA_TYPE)


def _is_date(text: str) -> bool:
    try:
        return len(datetime.date.fromisoformat(text).isoformat()) == len(text)
    except ValueError:
        return False


async def cite(request: Request, datasette: Datasette) -> Response:
    """A paper as BibTeX or CSL-JSON."""
    archive, name = served(datasette), request.url_vars.get("name")
    key = (await lists.called(archive, unquote(name)))[1] if name else tilde_decode(request.url_vars["key"])
    paper = await archive.row(queries.PAPER_BY_KEY, key=key)
    if paper is None:
        message = f"There is no paper {name or key} in this archive."
        raise NotFound(message)
    official = official_pages(paper)
    here = datasette.absolute_url(request, path_of(request).rpartition("/")[0])
    people = await archive.rows(queries.PEOPLE, key=key)
    cited = citing.reference(paper, people, official[0]["url"] if official else here)
    headers = {"Content-Disposition": f'inline; filename="{cited.key}.{request.url_vars["form"]}"'}
    if request.url_vars["form"] == "json":
        return Response.json(citing.csl(cited), headers=headers)
    return Response(citing.bibtex(cited), headers=headers, content_type="application/x-bibtex; charset=utf-8")


async def exports(request: Request, datasette: Datasette) -> Response:
    """Every table and view as files."""
    archive = served(datasette)
    return await show(datasette, request, "exports.html", exporting.exports(datasette, archive), database=archive.name)


_CITED = r"/cite\.(?P<form>bib|json)$"

ROUTES: tuple[tuple[str, View], ...] = (
    (r"^/(?P<kind>papers)\.atom$", feed),
    (r"^/(?P<kind>dossier|person|ministry)/(?P<name>[^/.]+)\.atom$", feed),
    (r"^/search\.atom$", search_feed),
    (rf"^/(?P<name>(?i:{SHORT_NAME})){_CITED}", cite),
    (rf"^/paper/(?P<key>[^/.]+){_CITED}", cite),
    (r"^/exports(?P<format>\.json)?$", exports),
)
