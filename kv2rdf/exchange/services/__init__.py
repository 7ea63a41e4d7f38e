"""Services on the network: Wikidata, and the open data of the Tweede Kamer."""
