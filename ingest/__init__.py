"""Read papers of the Dutch parliament into one SQLite archive.

The modules and packages stand in the order in which data flows; each imports only from those above it.  A package lists
its own modules in the same way.

    notices      the doubts there can be, a closed list
    model        the records that every stage passes on
    language     how such papers are worded: numbers, dates, names, offices
    typography   how a source is set: the width of its lines, its spaces, its compounds
    passages     spans of a source → the text a reader sees, with the way back
    works        what can be cited: canonical names, official addresses
    citations    the written forms of citations, as rules with examples
    references   text → citations
    read         a file → Source; one reader per format
    layout       Source → lines: which page, text or page furniture
    footnotes    lines → footnotes, and the marks that point at them
    structure    lines → questions, answers, sections, and which answer answers which question
    head         front matter and closing → what a paper says about itself
    doubts       what a paper leaves in doubt beyond what its parts tell
    segments     what every stretch of a source is, as a partition
    attribution  citations → references with their place and target
    assemble     what the stages found → one Document
    parse        the paragraph that calls the stages in order
    promises     what must hold of a paper before it is stored
    archive      Document → rows → one SQLite file, written whole and checked
    pipeline     many files: find, skip, have them read, store, report
    export       the archive → CSV, NDJSON and Parquet, with a data package
    serve        how Datasette serves an archive, and keeps it served
    screen       what the commands show: a progress bar, reports
    cli          the command `kamerarchief`
"""
