"""Validation of triples: the SHACL engines, and the rules for what each graph may contain."""
