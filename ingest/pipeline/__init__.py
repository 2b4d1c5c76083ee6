"""Many files → the archive: find them, skip what is known, read side by side, store, report.

discovery  folders → files
worklist   files and papers known → keys, and what has to be read
seen       digests of files that look as they did
task       a file to read, and what comes of it
one_paper  one file → rows
limits     a paper is read in a process of its own, with a bound on time and memory
workers    where papers are read: here, in processes beside, on a cluster
run        many files: find, skip, have them read, store, report
"""
