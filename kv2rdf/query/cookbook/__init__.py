"""The recipes of docs/cookbook.md, as SPARQL files."""
