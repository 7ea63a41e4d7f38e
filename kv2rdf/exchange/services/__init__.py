"""Online services: Wikidata, and the open data of the Tweede Kamer."""
