"""The named queries, one SPARQL file each."""
