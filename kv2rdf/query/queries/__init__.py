"""The named queries, as SPARQL files."""
