"""Additions to the authority tables, taken from online services."""
