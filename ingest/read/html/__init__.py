"""HTML → text: pages of the official publications, of ministries, and what word processors save.

notes   footnotes: links to a later place
flow    elements → lines
reader  a page as text
"""
