"""Read papers of the Dutch parliament into one SQLite archive.

The modules stand in the order in which data flows; each imports only from those above it.

    notices      the doubts there can be, a closed list
    model        the records that every stage passes on
    wording      how such papers are worded, as far as several stages need it
    passages     spans of a source → the text a reader sees, with the way back
    numbers      lists of question numbers: "2, 3 4 en 5", "2 t/m 4"
    dates        dates in words and figures
    works        what can be cited: canonical names, official addresses
    citations    the written forms of citations, as rules with examples
    references   text → citations
    read         a file → Source; one reader per format
    furniture    running heads and feet, page numbers, margins, as rules
    layout       source → lines: which page, text or page furniture
    openings     how a footnote can open
    parted_notes  footnotes whose number stands on a line of its own
    typed_sources  sources typed below the last answer
    notes        lines → footnotes
    markup       leftovers of file formats, and marks written as such
    marks        where the text points at each footnote
    labels       lines → labels ("Vraag 3", "Antwoord 2 en 3") and text
    numbering    questions told by their numbers, or by being questions
    names        how people's names are printed
    offices      ministries and offices, past and present
    closing      the signature at the end of a paper
    blocks       labels and lines → questions, answers, front matter, closing
    sections     a paper without questions → headings and body
    dialogue     which answer answers which question
    people       who asks, who answers, on whose behalf
    front        the lines of front matter, as rules
    masthead     the dossiers and numbers at the head of a paper
    identity     official name, dossiers, number, session year
    kinds        what sort of paper it is
    titles       the title of a paper
    timeline     when a paper was asked, answered, sent
    parts        who has which part in a paper
    header       front matter and closing → what a paper says about itself
    segments     what every stretch of a source is, as a partition
    attribution  citations → references with their place and target
    assemble     what the stages found → one Document
    parse        the paragraph that calls the stages in order
    table        what a table is made of
    schema       the archive's tables, as constants
    views        the archive's views, as constants
    describe     schema and stages as text, for README and metadata.yml
    derived      what hangs on several papers at once, in SQL
    rows         Document → rows
    store        rows → archive, whole or not at all
    checks       the promises, checked on a finished archive
    show         one paper as it was read, for the terminal
    discovery    folders → files, and their keys
    pipeline     many files: find, skip, read side by side, report
    serve        how Datasette serves an archive
    cli          the command `kamerarchief`, the only module that prints
"""
