"""Wordings that publications of every kind share, such as dates and headings."""
