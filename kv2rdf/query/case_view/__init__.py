"""One case for a person to read: as text for a terminal, as Markdown, and as HTML."""
