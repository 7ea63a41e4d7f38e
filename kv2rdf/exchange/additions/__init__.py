"""Additions to the authority tables, from what services on the network know."""
