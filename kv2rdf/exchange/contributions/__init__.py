"""Files for Wikidata: statements, catalogues to match, and proposals for properties."""
