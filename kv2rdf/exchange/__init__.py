"""The exchange of data with Wikidata and the Tweede Kamer."""
