"""The recipes of docs/cookbook.md, one SPARQL file each."""
