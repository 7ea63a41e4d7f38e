"""Queries on a finished release: SPARQL, named queries and full-text search."""
