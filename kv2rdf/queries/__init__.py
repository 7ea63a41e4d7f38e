"""The questions users ask, as SPARQL files: see ``kv2rdf.serve.named``."""
