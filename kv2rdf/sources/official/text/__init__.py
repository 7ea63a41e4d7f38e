"""The texts of official papers: paragraphs, lists, tables, emphasis and footnotes."""
