"""The written forms of citations, as rows of rules with right and wrong examples beside them.

pieces      named pieces of patterns: numbers, lists, years, chambers, pages
rule        what a row is
lists       the numbers of a list, each with its place
papers      parliamentary papers and dossiers: how they are numbered
paper_rules parliamentary papers and dossiers: how they are written
bare_papers the same where no label announces them
senate      the Senate's papers about itself
proceedings the Proceedings and the written questions published in their annex
european    acts and documents of the European Union
codes       numbers that are names by themselves: cases, documents, laws, judgments, journals
links       addresses on the web, and what they lead to
questions   questions of the same paper
dates       the date that stands with a citation
short_forms short forms: "stuk nr. 17", "idem", "zie noot 3"
"""
