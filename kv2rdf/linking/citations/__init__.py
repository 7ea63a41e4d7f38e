"""Which papers and media a text or a footnote cites."""
