"""RDF terms, the vocabulary, and the syntaxes we write; nothing here knows the model."""
