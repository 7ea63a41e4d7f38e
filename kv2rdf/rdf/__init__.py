"""RDF terms, the vocabulary, and the syntaxes that are written. No module here uses the model."""
