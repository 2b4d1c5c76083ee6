"""The SQL of the pages.  Each constant is one question to the archive."""

from room.addresses import PAPER_COLUMNS

# How many papers or citations a page lists before it leads on to the table that has all of them.
LISTED = 200

PAPER_BY_KEY = f"""
  select {PAPER_COLUMNS}, documents.*, texts.source, texts.encoding, texts.sha256
  from documents join texts on texts.document = documents.id where documents.id = :key
"""
PAPERS_BY_NAME = f"""
  select {PAPER_COLUMNS} from documents where identifier = :name
  union
  select {PAPER_COLUMNS} from documents where zaak = :name
  order by date, id
"""
SAME_NAME = f"""
  select {PAPER_COLUMNS}, documents.source_path from documents
  where documents.id <> :key and (documents.identifier = :identifier or documents.zaak = :zaak)
  order by date, documents.id
"""
SOURCE = "select document as id, source from texts where document = :key"
QUESTIONS = "select * from questions where document = :key order by start, id"
ANSWERS = "select * from answers where document = :key order by start, id"
PAIRS = """
  select pairs.answer, pairs.question, pairs.relation, pairs.link_source
  from answers join answered_questions as pairs on pairs.answer = answers.id
  where answers.document = :key
"""
FOOTNOTES = "select * from footnotes where document = :key order by start, id"
MARKS = "select * from footnote_marks where document = :key order by start"
SEGMENTS = "select start, stop, role, question, answer, footnote from segments where document = :key order by start"
NOTICES = "select position, code, message, line, start, stop from notices where document = :key order by position"
PEOPLE = """
  select position, part, name, party, role, ministry, others from people where document = :key order by position
"""
DOSSIERS = """
  select document_dossiers.dossier, coalesce(document_dossiers.title, dossiers.title) as title
  from document_dossiers join dossiers on dossiers.id = document_dossiers.dossier
  where document_dossiers.document = :key order by document_dossiers.position
"""
# Where a citation leads: the paper that is here, or the official page.
CITATIONS = f"""
  select cited.id as key, cited.kind, cited.text, cited.work, cited.certainty, cited.start, cited.stop,
    cited.target_question, works.url, works.kind as work_kind, works.times_cited, works.cited_by_papers, works.document,
    {PAPER_COLUMNS}
  from "references" as cited
  left join works on works.id = cited.work
  left join documents on documents.id = works.document
  where cited.document = :key order by cited.start, cited.stop, cited.id
"""
# Of a citation in a footnote also the text that uses the note, and what stands before its mark there.
CITED_BY = f"""
  select cited.id as key, cited.document, cited.text, cited.context, cited.work,
    cited.question, cited.answer, cited.footnote, mark.start as mark,
    coalesce(answers.text, questions.text, texts.text) as used_in,
    substr(texts.source, max(1, mark.start - 99), min(100, mark.start)) as before_mark, {PAPER_COLUMNS}
  from works join "references" as cited on cited.work = works.id
  join documents on documents.id = cited.document
  left join footnote_marks as mark on mark.document = cited.document and mark.start = (
    select min(start) from footnote_marks as marks where marks.footnote = cited.footnote
      and marks.answer is cited.answer and marks.question is cited.question
  )
  left join answers on answers.id = mark.answer
  left join questions on questions.id = mark.question
  left join texts on texts.document = mark.document
  where (works.id = :work or works.document = :key) and cited.document <> :key
  order by date desc, cited.document, cited.start limit {LISTED}
"""
CITED_BY_COUNT = """
  select count(*) as count, count(distinct cited.document) as papers
  from works join "references" as cited on cited.work = works.id
  where (works.id = :work or works.document = :key) and cited.document <> :key
"""

WORK = "select * from works where id = :work"
WORKS_OF_DOSSIER = f"""
  select works.id as work, works.kind, works.number, works.times_cited, works.url,
    (select min(cited_on) from "references" where "references".work = works.id) as date
  from works where works.dossier = :dossier and works.kind <> 'dossier' and works.document is null
  order by date is null, date, length(works.number), works.number limit {LISTED}
"""
DOSSIER_TITLE = """
  select (select title from dossiers where id = :dossier) as title,
    (select count(*) from document_dossiers where dossier = :dossier) as papers,
    (select count(*) from works where dossier = :dossier and kind <> 'dossier' and document is null) as missing,
    (select count(*) from works where dossier = :dossier) as cited
"""
PAPERS_OF_DOSSIER = f"""
  select {PAPER_COLUMNS} from document_dossiers join documents on documents.id = document_dossiers.document
  where document_dossiers.dossier = :dossier order by date nulls last, documents.number, documents.id limit {LISTED}
"""

PERSON = """
  select count(distinct document) as papers, group_concat(distinct party) as parties from people where name = :name
"""
PAPERS_OF_PERSON = f"""
  select {PAPER_COLUMNS}, group_concat(distinct people.part) as parts
  from people join documents on documents.id = people.document
  where people.name = :name group by documents.id order by date desc nulls last, documents.id limit {LISTED}
"""
OFFICES_OF_PERSON = """
  select role, ministry, count(distinct document) as papers from people
  where name = :name and role is not null group by role, ministry order by papers desc, role limit 30
"""
ALSO_WRITTEN = """
  select name, count(distinct document) as papers from people
  where name <> :name and (name = :last or name like '% ' || :last escape '!')
  group by name order by papers desc, name limit 30
"""

MINISTRY = """
  select count(*) as papers, count(days_to_answer) as answered, round(avg(days_to_answer)) as days,
    sum(days_to_answer <= 21) as in_three_weeks, sum(days_to_answer <= 42) as in_six_weeks
  from documents where id in (select document from people where ministry = :ministry)
"""
PAPERS_OF_MINISTRY = f"""
  select {PAPER_COLUMNS}, group_concat(distinct people.part) as parts
  from people join documents on documents.id = people.document
  where people.ministry = :ministry group by documents.id order by date desc nulls last, documents.id limit {LISTED}
"""
PEOPLE_OF_MINISTRY = """
  select name, min(role) as role, count(distinct document) as papers from people
  where ministry = :ministry and name is not null group by name order by papers desc, name limit 30
"""

# By the index of dates; papers that have only a date of answering are looked through.
LATEST = f"""
  with latest(id) as (
    select id from (select id from documents where date is not null order by date desc, id limit 20)
    union all
    select id from (select id from documents where date is null order by answered_on desc, id limit 20)
  )
  select {PAPER_COLUMNS} from latest join documents on documents.id = latest.id
  order by date desc nulls last, documents.id limit 20
"""

MINISTRIES = """
  select ministry, count(distinct document) as papers from people
  where ministry is not null group by ministry order by papers desc, ministry limit 60
"""
LARGEST_DOSSIERS = """
  select dossiers.id as dossier, dossiers.title, count(*) as papers
  from document_dossiers join dossiers on dossiers.id = document_dossiers.dossier
  group by dossiers.id order by papers desc, dossiers.id limit 60
"""

COUNTS = """
  select count(*) as papers, count(*) - count(coalesce(date, answered_on)) as undated,
    sum(question_count) as questions, sum(answer_count) as answers, sum(reference_count) as citations,
    min(coalesce(date, answered_on)) as first, max(coalesce(date, answered_on)) as last
  from documents
"""

# How much there is to take away.
SIZES = """
  with kinds as (select name, rows, type from row_counts join sqlite_master using (name))
  select sum(rows) filter (where type = 'table') as rows, count(*) filter (where type = 'table') as tables,
    count(*) filter (where type = 'view') as views
  from kinds
"""

# The citation graph around a paper.  A paper cites itself where its foot names it: that is no line.
GRAPH_CITED_BY = f"""
  with citing as materialized (
    select cited.document, count(*) as times from works join "references" as cited on cited.work = works.id
    where (works.id = :work or works.document = :key) and cited.document <> :key
    group by cited.document order by times desc, cited.document limit :most
  )
  select citing.times, {PAPER_COLUMNS} from citing join documents on documents.id = citing.document
  order by times desc, date desc, documents.id
"""
GRAPH_CITES = f"""
  select works.id as work, works.kind as work_kind, coalesce(works.cited_by_papers, 0) as cited_by_papers,
    count(*) as times, {PAPER_COLUMNS}
  from "references" as cited join works on works.id = cited.work
  left join documents on documents.id = works.document
  where cited.document = :key and works.id <> :work and works.document is not :key
  group by works.id order by times desc, cited_by_papers desc, works.id
"""
GRAPH_ALSO = f"""
  with shared as materialized (
    select document, work, count(*) as times from "references"
    where work in (select value from json_each(:works)) and document <> :key group by document, work
  ),
  papers as materialized (
    select document, count(*) as works from shared group by document order by works desc, document desc limit :most
  )
  select shared.work, shared.times, papers.works, (select count(distinct document) from shared) as papers,
    {PAPER_COLUMNS}
  from papers join shared on shared.document = papers.document join documents on documents.id = papers.document
  order by papers.works desc, date desc, documents.id, shared.work
"""


# What feeds are of: a condition on `documents`.  Papers without a date are in none.
_FEEDS = {
    "papers": "1",
    "dossier": "id in (select document from document_dossiers where dossier = :name)",
    "person": "id in (select document from people where name = :name)",
    "ministry": "id in (select document from people where ministry = :name)",
}
FEEDS = {
    kind: f"""
      select {PAPER_COLUMNS} from documents
      where {wanted} and coalesce(documents.date, documents.answered_on) is not null
      order by date desc, documents.id limit 50
    """
    for kind, wanted in _FEEDS.items()
}
