"""Phrases that publications of every kind use, such as dates and headings."""
