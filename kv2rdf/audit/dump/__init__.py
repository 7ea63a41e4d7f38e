"""What a release says, read from its N-Quads with the standard library alone."""
