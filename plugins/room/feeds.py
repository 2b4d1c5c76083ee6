"""Papers → an Atom feed (RFC 4287), newest first."""

import datetime
import re
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lxml import etree
from lxml.builder import ElementMaker

from room.archive import Row
from room.show import KINDS, name, plural, title

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
_ATOM = ElementMaker(namespace="http://www.w3.org/2005/Atom", nsmap={None: "http://www.w3.org/2005/Atom"})
# Characters that no XML can hold.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed is of, its own address, the address of the page that it follows, and when the archive was built.

    Both addresses are absolute.
    """

    title: str
    address: str
    page: str
    built: datetime.datetime


def atom(feed: Feed, papers: Sequence[Row], absolute: Callable[[str], str]) -> bytes:
    """The feed as XML.  Every paper has a date and an `address` here, which `absolute` completes."""
    newest = max((_moment(paper["date"]) for paper in papers), default=None)
    made = _ATOM.feed(
        _ATOM.id(feed.address),
        _ATOM.title(_xml(feed.title)),
        _ATOM.updated(newest or feed.built.isoformat(timespec="seconds")),
        _ATOM.link(rel="self", type="application/atom+xml", href=feed.address),
        _ATOM.link(rel="alternate", type="text/html", href=feed.page),
        _ATOM.author(_ATOM.name("Kamerarchief")),
        *(_entry(paper, absolute) for paper in papers),
    )
    return bytes(etree.tostring(made, xml_declaration=True, encoding="utf-8", pretty_print=True))


def _entry(paper: Row, absolute: Callable[[str], str]) -> etree._Element:
    kind = KINDS.get(paper["kind"], "Paper")
    asked = plural(paper["question_count"], "question") if paper["question_count"] else ""
    about = " · ".join(part for part in (kind, name(paper), asked) if part)
    found = "".join(piece["text"] for piece in paper.get("found", ()))
    return _ATOM.entry(
        _ATOM.id(paper_id(paper["id"])),
        _ATOM.title(_xml(title(paper))),
        _ATOM.updated(_moment(paper["date"])),
        _ATOM.link(rel="alternate", type="text/html", href=absolute(paper["address"])),
        _ATOM.category(term=_xml(str(paper["kind"])), label=_xml(kind)),
        _ATOM.summary(_xml(f"{about}\n{found}" if found else about)),
    )


def paper_id(key: str) -> str:
    """The same in every feed and on every site, and for as long as the paper has its key."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"kamerarchief:paper:{key}").urn


def _moment(date: str) -> str:
    return f"{date}T00:00:00Z"


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
