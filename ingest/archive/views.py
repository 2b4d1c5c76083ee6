"""The archive's views, as constants: the questions that most people ask of it, answered beforehand."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """A view: what a row is, its columns with their descriptions, and its SQL."""

    name: str
    about: str
    columns: tuple[tuple[str, str], ...]
    sql: str


VIEWS: tuple[View, ...] = (
    View(
        "questions_and_answers",
        "One row per question with its answer beside it: what most people export. "
        "A question with two answers has two rows, one without an answer has one.",
        (
            ("document", "The paper's key."),
            ("number", "The question's number."),
            ("question_text", "The question, as asked."),
            ("answer_text", "The answer, as given."),
            ("also_answers", "The numbers of all questions that the answer speaks for, joined by commas."),
            ("title", "The paper's title."),
            ("identifier", "The paper's official name."),
            ("kind", "What sort of paper it is."),
            ("session_year", "The *vergaderjaar*."),
            ("asked_by", "JSON array: who asked."),
            ("parties", "JSON array: their parties."),
            ("answered_by", "JSON array: who answered."),
            ("ministry", "The ministry of the first who answers."),
            ("asked_on", "When the questions were submitted."),
            ("answered_on", "When the answers were received or sent."),
            ("question", "The question's key."),
            ("answer", "The answer's key; empty where there is none."),
        ),
        """
        select
          questions.document, questions.number, questions.text as question_text, answers.text as answer_text,
          (select group_concat(number, ', ') from (
             select other.number from answered_questions as pair join questions as other on other.id = pair.question
             where pair.answer = answers.id and pair.relation = 'answers' order by other.start)) as also_answers,
          documents.title, documents.identifier, documents.kind, documents.session_year, documents.asked_by,
          documents.parties, documents.answered_by, documents.ministry, documents.asked_on, documents.answered_on,
          questions.id as question, answers.id as answer
        from questions
        join documents on documents.id = questions.document
        left join answered_questions on answered_questions.question = questions.id
          and answered_questions.relation = 'answers'
        left join answers on answers.id = answered_questions.answer
        """,
    ),
    View(
        "citations",
        'One row per citation: the table "references" under a name that SQL takes without quotes, '
        "with what is cited and who cites it.",
        (
            ("id", "The citation's key."),
            ("document", "The paper that cites."),
            ("title", "Its title."),
            ("date", "Its date."),
            ("question", "The question it stands in, or whose footnote it stands in."),
            ("answer", "The answer it stands in, or whose footnote it stands in."),
            ("footnote", "The footnote it stands in, if any."),
            ("kind", "What is cited."),
            ("text", "The citation as written."),
            ("work", "What it cites, by canonical name."),
            ("url", "The official page of what it cites."),
            ("cited_document", "The paper cited, if this archive has it."),
            ("target_question", "The question meant, for *het antwoord op vraag 3*."),
            ("cited_on", "The date the citation gives to what it cites."),
            ("context", "The sentence around it."),
            ("certainty", "`printed`, `resolved` or `unresolved`."),
        ),
        """
        select
          cited.id, cited.document, documents.title, coalesce(documents.date, documents.answered_on) as date,
          cited.question, cited.answer, cited.footnote, cited.kind, cited.text, cited.work,
          works.url, works.document as cited_document, cited.target_question, cited.cited_on, cited.context,
          cited.certainty
        from "references" as cited
        join documents on documents.id = cited.document
        left join works on works.id = cited.work
        """,
    ),
    View(
        "cited_by",
        "One row per work and place that cites it: who leans on a paper, and where.",
        (
            ("work", "What is cited, by canonical name."),
            ("kind", "What sort of thing it is."),
            ("document", "The paper that cites it."),
            ("title", "Its title."),
            ("date", "Its date."),
            ("question", "The question that cites it, itself or in a footnote it uses."),
            ("answer", "The answer that cites it, itself or in a footnote it uses."),
            ("footnote", "The footnote it stands in, if any."),
            ("context", "The sentence around the citation."),
            ("reference", "The citation's key."),
        ),
        """
        select
          cited.work, works.kind, cited.document, documents.title,
          coalesce(documents.date, documents.answered_on) as date,
          coalesce(marks.question, cited.question) as question, coalesce(marks.answer, cited.answer) as answer,
          cited.footnote, cited.context, cited.id as reference
        from "references" as cited
        join works on works.id = cited.work
        join documents on documents.id = cited.document
        left join footnote_marks as marks on marks.footnote = cited.footnote
          -- A footnote that one text points at twice is cited there once.
          and not exists (
            select 1 from footnote_marks as earlier
            where earlier.footnote = marks.footnote and earlier.start < marks.start
              and earlier.question is marks.question and earlier.answer is marks.answer)
        """,
    ),
    View(
        "missing_works",
        "One row per parliamentary paper that is cited but not in this archive, most cited first: what to fetch next.",
        (
            ("work", "The canonical name."),
            ("kind", "What sort of paper it is."),
            ("dossier", "The dossier's number."),
            ("number", "The number within the dossier or series."),
            ("url", "Its official page."),
            ("times_cited", "How often it is cited."),
            ("cited_by_papers", "By how many papers."),
        ),
        """
        select id as work, kind, dossier, number, url, times_cited, cited_by_papers
        from works
        where document is null and kind in ('kamerstuk', 'aanhangsel', 'zaak', 'document', 'handelingen')
        order by times_cited desc, cited_by_papers desc, id
        """,
    ),
    View(
        "answer_times",
        "One row per paper whose questions have both a date of asking and of answering. "
        "The House expects answers within 21 days, or 42 after one postponement.",
        (
            ("document", "The paper's key."),
            ("title", "Its title."),
            ("ministry", "The ministry of the first who answers."),
            ("session_year", "The *vergaderjaar*."),
            ("asked_on", "When the questions were submitted."),
            ("answered_on", "When the answers were received or sent."),
            ("days_to_answer", "Days between the two."),
            ("term", "`within 3 weeks`, `within 6 weeks` or `later`."),
        ),
        """
        select
          id as document, title, ministry, session_year, asked_on, answered_on, days_to_answer,
          case when days_to_answer <= 21 then 'within 3 weeks'
               when days_to_answer <= 42 then 'within 6 weeks' else 'later' end as term
        from documents
        where days_to_answer is not null
        """,
    ),
)
