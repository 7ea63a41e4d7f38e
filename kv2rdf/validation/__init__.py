"""Triples against the shapes: the SHACL engines and the rules about graphs."""
