"""The archive as files: every table and view as CSV, NDJSON and Parquet, with a Frictionless data package.

tables    what is exported: tables and views with their columns
rows      the archive → its rows, some at a time
formats   rows → a file, one writer per format
package   the description of the files: datapackage.json
folder    a folder, replaced as a whole or not at all
dump      the paragraph that calls the above
"""
