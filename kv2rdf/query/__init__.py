"""Queries on a finished release: SPARQL, named queries, full-text search."""
