"""Questions to a finished release: SPARQL, named queries, full-text search."""
