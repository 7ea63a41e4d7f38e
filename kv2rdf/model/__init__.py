"""The data that every stage passes on: frozen values that know no XML, no RDF and no file."""
