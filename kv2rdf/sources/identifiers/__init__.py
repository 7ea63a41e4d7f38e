"""Lists of identifiers of papers, one per line, such as ``ah-tk-20212022-1881``.

A list does not contain the text of any paper. It shows which papers have a page at
officielebekendmakingen.nl.
"""
