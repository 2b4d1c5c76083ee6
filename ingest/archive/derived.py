"""What hangs on several papers at once, worked out anew at the end of each build, in SQL.

Only for what a build touched: the papers put in or taken out, and what they cite, are, stand in or share, before and
after.  Nothing here depends on the order in which papers came.
"""

_DATE = "coalesce({0}.date, {0}.answered_on)"

# papers: put in or taken out.  names: what those papers are called.  works: these, and what they cite.
# dossiers: where they stand.  sources: the digests of their files.  doubted: whose notices may have to change.
TOUCHED_TABLES = tuple(
    f"create temp table touched_{name} (id text primary key) without rowid"
    for name in ("papers", "names", "works", "dossiers", "sources", "doubted")
)

# "{0}" says which papers, behind a column.
TOUCHED: tuple[str, ...] = (
    "insert or ignore into touched_names select identifier from documents where id {0} and identifier is not null",
    "insert or ignore into touched_names select zaak from documents where id {0} and zaak is not null",
    'insert or ignore into touched_works select work from "references" where document {0} and work is not null',
    "insert or ignore into touched_dossiers select dossier from document_dossiers where document {0}",
    "insert or ignore into touched_sources select sha256 from texts where document {0}",
)

DERIVED: tuple[str, ...] = (
    "insert or ignore into touched_works select id from touched_names",
    # Works that no paper cites any more.
    """
    delete from works where id in (select id from touched_works)
      and not exists (select 1 from "references" where work = works.id)
    """,
    # The paper that a work is, under any of its names: two lookups, since with "or" SQLite may walk all papers instead.
    """
    update works set document = (
      select min(id) from (
        select id from documents where identifier = works.id
        union all select id from documents where works.kind = 'zaak' and zaak = works.id)
    ) where id in (select id from touched_works)
    """,
    f"""
    update works set (times_cited, cited_by_papers, first_cited, last_cited) = (
      select count(*), count(distinct cited.document),
        min({_DATE.format("documents")}), max({_DATE.format("documents")})
      from "references" as cited join documents on documents.id = cited.document where cited.work = works.id
    ) where id in (select id from touched_works)
    """,
    # A dossier is here as long as a paper stands in it; of several titles the most frequent counts.
    """
    delete from dossiers where id in (select id from touched_dossiers)
      and not exists (select 1 from document_dossiers where dossier = dossiers.id)
    """,
    """
    update dossiers set title = (
      select title from document_dossiers where dossier = dossiers.id and title is not null
      group by title order by count(*) desc, title limit 1
    ) where id in (select id from touched_dossiers)
    """,
    "insert or ignore into touched_doubted select id from documents where id in (select id from touched_papers)",
    """
    insert or ignore into touched_doubted
    select document from "references" where work in (select id from touched_names)
    """,
    "insert or ignore into touched_doubted select document from texts where sha256 in (select id from touched_sources)",
    """
    delete from notices where code in ('same_source', 'cited_before_published')
      and document in (select id from touched_doubted)
    """,
    """
    insert into notices (document, position, code, message, line, start, stop)
    select document, (select count(*) from notices where notices.document = texts.document) + 1, 'same_source',
      'The same file is also here as ' || (
        select group_concat(document, ', ') from (
          select other.document from texts as other
          where other.sha256 = texts.sha256 and other.document <> texts.document order by other.document)) || '.',
      1, 0, 0
    from texts where document in (select id from touched_doubted)
      and exists (select 1 from texts as other where other.sha256 = texts.sha256 and other.document <> texts.document)
    """,
    f"""
    insert into notices (document, position, code, message, line, start, stop)
    select cited.document,
      (select count(*) from notices where notices.document = cited.document)
        + row_number() over (partition by cited.document order by cited.start, cited.id),
      'cited_before_published', cited.text || ' is dated later than this paper.',
      1 + length(substr(texts.source, 1, cited.start))
        - length(replace(substr(texts.source, 1, cited.start), char(10), '')),
      cited.start, cited.stop
    from "references" as cited
    join works on works.id = cited.work
    join documents as target on target.id = works.document
    join documents as citing on citing.id = cited.document
    join texts on texts.document = cited.document
    where cited.document in (select id from touched_doubted)
      and {_DATE.format("target")} > {_DATE.format("citing")} and works.kind <> 'zaak'
    """,
    """
    update documents set notice_count = (select count(*) from notices where notices.document = documents.id)
    where id in (select id from touched_doubted)
    """,
)
