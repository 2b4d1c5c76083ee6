"""Word files (Office Open XML, ECMA-376) → text.

styles  what Word's styles add to paragraphs
lists   the numbers of automatic lists
body    paragraphs and tables → lines
reader  body, notes, headers and footers as one text
"""
