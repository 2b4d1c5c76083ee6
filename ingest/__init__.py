"""Read papers of the Dutch parliament into one SQLite archive.

The modules below stand in the order in which data flows; each imports only from those above it.

    notices     the doubts there can be, a closed list
    model       the records every stage passes on
    passages    spans of a source → the text a reader sees, with the way back
    read        a file → Source
    layout      source → lines, each with its role on the page
    notes       footnotes, and the marks that point at them
    blocks      lines → questions, answers, headings, paragraphs
    header      front matter and closing → kind, identifiers, dates, people
    dialogue    which answer answers which question
    references  citations, their canonical names and official addresses
    parse       the paragraph that calls the above, in order
    schema      tables, views and full-text indexes, as constants
    store       Document → rows; builds the archive whole or not at all
    checks      the promises, checked on a finished archive
    pipeline    many files: find, skip, read side by side, report
    cli         the command `kamerarchief`, the only module that prints
"""
