"""The head of a paper: what its front matter and its closing say about it.

people    who asks, who answers, on whose behalf
front     the lines of front matter, as rules
page      what a page of tkconv says above a paper
kinds     what sort of paper it is
extent    how far front matter reaches
masthead  the dossiers and numbers at the head of a paper
identity  official name, dossiers, number, session year
titles    its title
timeline  when it was asked, answered, sent
parts     who has which part in it
header    all of that as one Head
"""
