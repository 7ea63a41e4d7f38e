"""Lists of identifiers of papers, one per line, such as ``ah-tk-20212022-1881``.

A list contains no text of papers. It shows which papers have a page at officielebekendmakingen.nl.
"""
