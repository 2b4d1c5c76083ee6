"""What hangs on several papers at once, worked out anew at the end of each build, in SQL.

Nothing here depends on the order in which papers came.
"""

_DATE = "coalesce({0}.date, {0}.answered_on)"

DERIVED: tuple[str, ...] = (
    # Works that no paper cites any more.
    'delete from works where id not in (select work from "references" where work is not null)',
    # The paper that a work is, under any of its names.
    """
    update works set document = (
      select min(documents.id) from documents
      where documents.identifier = works.id or (works.kind = 'zaak' and documents.zaak = works.id)
    )
    """,
    f"""
    update works set (times_cited, cited_by_papers, first_cited, last_cited) = (
      select count(*), count(distinct cited.document),
        min({_DATE.format("documents")}), max({_DATE.format("documents")})
      from "references" as cited join documents on documents.id = cited.document where cited.work = works.id
    )
    """,
    # A dossier is here as long as a paper stands in it; of several titles the most frequent counts.
    "delete from dossiers where id not in (select dossier from document_dossiers)",
    """
    update dossiers set title = (
      select title from document_dossiers where dossier = dossiers.id and title is not null
      group by title order by count(*) desc, title limit 1
    )
    """,
    "delete from notices where code in ('same_source', 'cited_before_published')",
    """
    insert into notices (document, position, code, message, line, start, stop)
    select document, (select count(*) from notices where notices.document = texts.document) + 1, 'same_source',
      'The same file is also here as ' || (
        select group_concat(document, ', ') from (
          select other.document from texts as other
          where other.sha256 = texts.sha256 and other.document <> texts.document order by other.document)) || '.',
      1, 0, 0
    from texts where sha256 in (select sha256 from texts group by sha256 having count(*) > 1)
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
    where {_DATE.format("target")} > {_DATE.format("citing")} and works.kind <> 'zaak'
    """,
    "update documents set notice_count = (select count(*) from notices where notices.document = documents.id)",
)
