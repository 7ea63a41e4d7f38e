"""Readable views of a case as text for a terminal, Markdown and HTML."""
