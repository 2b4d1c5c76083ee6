"""PDF → text in reading order, with what its geometry tells.

glyphs     characters with their place and type, as PDFium finds them
rows       characters → rows of text
rules      the lines drawn on a page
columns    rows → streams in reading order, and the margin beside them
furniture  running heads and feet
notes      footnotes: small type at the foot of a page
grid       the columns of a table of questions, by its headings
bare       tables of questions without headings
tables     tables of questions: rows of text → rows of cells
cells      rows and cells → lines
reader     all of that as one text
"""
