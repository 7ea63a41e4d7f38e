"""RDF terms, the vocabulary, and the syntaxes in which triples are written."""
