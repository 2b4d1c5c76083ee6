"""OpenDocument text (ISO/IEC 26300) → text.

styles  what OpenDocument's styles add to paragraphs, and the numbers of lists
body    paragraphs, lists and tables → lines
reader  body, notes, headers and footers as one text
"""
