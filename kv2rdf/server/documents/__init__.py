"""Documents about the things of a release, in HTML and in the syntaxes of RDF."""
