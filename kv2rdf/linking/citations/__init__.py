"""The papers and media that a text or a footnote cites."""
