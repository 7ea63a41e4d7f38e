"""Lists of identifiers of papers, one on each line, such as ``ah-tk-20212022-1881``.

A list prints no paper. It says which papers have a page at officielebekendmakingen.nl.
"""
