"""The archive: one SQLite file, what its tables hold, how it is written and checked.

table     what a table is made of
schema    the tables, as constants
views     the views, as constants
tables    the tables, indexes and views, made
describe  schema and stages as text, for README and metadata.yml
derived   what hangs on several papers at once, in SQL
vocabulary  the words of the full-text indexes, as forms of one another
rows      Document → rows
draft     rows → the tables of an archive being written
finishing what hangs on several papers, worked out at the end, and the check of the file
store     the file, replaced whole or not at all
checks    the promises, checked on a finished archive
show      one paper as it was read, for the terminal
"""
