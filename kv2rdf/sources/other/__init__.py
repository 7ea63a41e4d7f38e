"""Formats of files that are not publications, such as a PDF: such files are not read."""
