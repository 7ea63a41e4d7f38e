"""Additions to the authority tables, made from the answers of services on the network."""
