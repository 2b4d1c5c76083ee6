"""Source → lines, each with its page and its role: text, page furniture, blank.

spacing       every line a paragraph of its own → lines
lines         a line of a source, with its place and its role
furniture     running heads and feet, page numbers, margins, as rules
inside_lines  imprints and running feet inside lines that lost their breaks
lost_breaks   where lines began in text that lost its breaks
page_edges    page numbers and running heads inside lines that lost their breaks
columns       a margin set beside the text
interlined    a margin written into the lines of the text
margins       a margin dropped between the lines of the text
running       heads and feet that most pages have
roles         Source → lines: which page, text or page furniture
"""
