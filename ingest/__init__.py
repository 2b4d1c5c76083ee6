"""Read papers of the Dutch parliament into one SQLite archive.

The modules and packages stand in the order in which data flows; each imports only from those above it.

    notices      the doubts there can be, a closed list
    model        the records that every stage passes on
    wording      how such papers are worded, as far as several stages need it
    typography   how a source is set: the width of its lines, its spaces, its compounds
    passages     spans of a source → the text a reader sees, with the way back
    numbers      lists of question numbers: "2, 3 4 en 5", "2 t/m 4"
    dates        dates in words and figures
    names        how people's names are printed
    offices      ministries and offices, past and present
    works        what can be cited: canonical names, official addresses
    citations    the written forms of citations, as rules with examples
    references   text → citations
    read         a file → Source; one reader per format
    spacing      every line a paragraph of its own → lines
    furniture    running heads and feet, page numbers, margins, as rules
    lines        a line of a source, with its place and its role
    page_edges   page numbers and running heads inside lines that lost their breaks
    columns      a margin set beside the text
    interlined   a margin written into the lines of the text
    margins      a margin dropped between the lines of the text
    running      heads and feet that most pages have
    layout       Source → lines: which page, text or page furniture
    footnotes    lines → footnotes, and the marks that point at them
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
    head         front matter and closing → what a paper says about itself
    several      files that are no single paper
    segments     what every stretch of a source is, as a partition
    attribution  citations → references with their place and target
    assemble     what the stages found → one Document
    parse        the paragraph that calls the stages in order
    promises     what must hold of a paper before it is stored
    archive      Document → rows → one SQLite file, written whole and checked
    discovery    folders → files
    worklist     files and papers known → keys, and what has to be read
    seen         digests of files that look as they did
    task         a file to read, and what comes of it
    one_paper    one file → rows
    limits       a paper is read in a process of its own, with a bound on time and memory
    workers      where papers are read: here, in processes beside, on a cluster
    pipeline     many files: find, skip, have them read, store, report
    export       the archive → CSV, NDJSON and Parquet, with a data package
    serve        how Datasette serves an archive
    server       one process that serves one archive
    supervise    keeps an archive served, also when it is replaced
    screen       what the commands show: a progress bar, reports
    cli          the command `kamerarchief`
"""
