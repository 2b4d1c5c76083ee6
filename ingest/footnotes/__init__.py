"""Footnotes: which lines are notes, and where the text points at them.

openings       how a note can open
pages          the pages and paragraphs that notes stand in
listed_notes   notes in a list at the end of a paper
parted_notes   notes whose number stands on a line of its own
starred_notes  sources typed below the questions with stars
typed_sources  the questioner's sources, typed below the last answer
run_on         notes that go on over an empty line or a page
known_notes    notes that the file itself knows
markup         leftovers of file formats, and marks written as such
roman_notes    endnotes numbered i, ii, iii, and their marks
notes          lines → notes
unbroken_notes notes inside lines that lost their breaks
lost_marks     marks looked for between those around them, and those of lost notes
marks          where the text points at each note
"""
