"""Lines → questions, answers and sections, and which answer answers which question.

inside       labels inside a line, where text lost its line breaks
shorthand    labels that one paper keeps to: "V:" and "A:"
two_lines    labels that a line's end cuts in two
label_rules  the labels that any paper may use, as rules
labels       lines → labels ("Vraag 3", "Antwoord 2 en 3") and text
paragraphs   lines → paragraphs, and whether one asks
chains       numbers at the heads of lines → those that count questions
numbering    questions told by their numbers, or by being questions
headings     titles over groups of questions
closing      the signature at the end of a paper
unlabelled   an answer without a label: where it begins
joint        questions under one label: what each asks
blocks       labels and lines → questions, answers, front matter, closing
sections     a paper without questions → headings and body
dialogue     which answer answers which question
"""
