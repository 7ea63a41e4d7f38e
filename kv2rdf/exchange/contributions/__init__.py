"""Files for Wikidata: statements, catalogues for matching, and proposals for properties."""
