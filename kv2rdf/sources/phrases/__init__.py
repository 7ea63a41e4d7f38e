"""Phrases that occur in publications of every kind, such as dates and headings."""
