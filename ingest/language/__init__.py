"""The language of such papers: its wording, numbers, dates, names and offices.

wording  how such papers are worded, as far as several stages need it
numbers  lists of question numbers: "2, 3 4 en 5", "2 t/m 4"
dates    dates in words and figures
names    how people's names are printed
offices  ministries and offices, past and present
"""
