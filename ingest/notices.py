"""The doubts that reading a paper can leave, as a closed list; the archive shows them as data."""

from typing import Literal

NoticeCode = Literal[
    "unanswered_question",
    "answer_without_question",
    "questions_not_found",
    "answer_covers_inferred",
    "number_inferred",
    "number_repeated",
    "numbers_not_in_order",
    "postponed",
    "mark_without_footnote",
    "footnote_without_mark",
    "mark_damaged",
    "kind_unknown",
    "identifier_inferred",
    "identifier_conflict",
    "no_text",
    "read_by_ocr",
    "undecodable_characters",
    "several_papers",
    "data_not_paper",
    "same_source",
    "reference_unresolved",
    "cited_before_published",
]

# What each notice tells, for the archive's descriptions; the keys are all the codes there are.
NOTICES: dict[NoticeCode, str] = {
    "unanswered_question": "No answer in the paper speaks for this question.",
    "answer_without_question": "The answer names a question that the paper does not ask.",
    "questions_not_found": "The paper says that it asks or answers questions; none were found in its text.",
    "answer_covers_inferred": "The answer names no question; which it answers was told from its place.",
    "number_inferred": "The paper as extracted does not show this question's number; it was told from its place.",
    "number_repeated": "Two questions of the paper bear the same number.",
    "numbers_not_in_order": "The question numbers do not run on from one to the next.",
    "postponed": "The questions are not answered: the paper only says that the answers will come later.",
    "mark_without_footnote": "The text points at a footnote that the source does not hold.",
    "footnote_without_mark": "No place in the text was found that points at this footnote.",
    "mark_damaged": "The mark in the text is garbled; the footnote it means was told from its place.",
    "kind_unknown": "What kind of paper this is could not be told.",
    "identifier_inferred": "The official name is not printed; it was told from other parts of the paper.",
    "identifier_conflict": "The paper names itself in two ways that do not agree.",
    "no_text": "The file holds no text: it is empty, or a scan.",
    "read_by_ocr": "The paper is a scan; its words were told by a machine, and can be wrong.",
    "undecodable_characters": "Some bytes of the file are no characters; they stand as U+FFFD.",
    "several_papers": "The file seems to hold several papers after one another; they are read as one.",
    "data_not_paper": "The file is data, such as JSON, in which papers may stand; it is read as the text that it is.",
    "same_source": "Another file of the archive holds exactly the same text.",
    "reference_unresolved": "What is cited here could not be told.",
    "cited_before_published": "The paper cites a paper that is dated later than itself.",
}
