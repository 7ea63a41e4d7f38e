"""Documents about the entities of a release, in HTML and in the syntaxes of RDF."""
