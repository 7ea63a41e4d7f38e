"""The values that the stages pass to each other. They do not depend on XML, RDF or files."""
