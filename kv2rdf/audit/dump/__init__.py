"""The triples of a release, read from its N-Quads with the standard library only."""
