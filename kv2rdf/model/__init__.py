"""The data classes that the stages exchange. They do not depend on XML, RDF or files."""
