"""A readable view of one case: as text for a terminal, Markdown or HTML."""
