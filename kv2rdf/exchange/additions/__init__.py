"""Additions to the authority tables, made from the answers of online services."""
