"""RDF terms, the vocabulary, and the syntaxes that we write. No module here uses the model."""
