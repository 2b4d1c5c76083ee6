"""The reading room: pages for people who read papers, on top of Datasette.

Each module imports only from those above it.

    archive      the database that is served, and rows of it
    addresses    permanent addresses of papers, works, dossiers, people
    texts        a passage and what stands in it (citations, marks, doubts) → runs of text
    places       which part of a paper each segment belongs to, and which hang together
    finding      words as one text has them → where they stand in another
    papers       the rows of one paper → the paper as it is read
    sources      a source, stretch by stretch, with the part of the paper that each belongs to
    lists        dossiers, people, ministries, works: who and what, with their papers
    show         how things are said on pages
    graph        the citations around a paper
    specs        figures → what is drawn of them, as Vega-Lite
    charts       rows of the overview's queries → charts
    drawing      Vega-Lite → SVG
    overview     what the archive holds, in charts
    words        the archive's vocabulary: which words are forms of one
    query        what people type → a full-text query
    search       a query → one ranked list, with facets
    citing       a paper as a reference: in words, BibTeX, CSL-JSON
    feeds        papers → an Atom feed
    exports      the files that were exported, where they are served
    pages        requests → pages and JSON
    takeaway     requests → feeds, references, and the page of exports
"""
