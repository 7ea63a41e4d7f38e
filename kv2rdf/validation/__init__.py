"""Validation of triples: the SHACL engines, and the rules about which graph holds what."""
