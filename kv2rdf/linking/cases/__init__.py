"""Which papers belong to which case."""
