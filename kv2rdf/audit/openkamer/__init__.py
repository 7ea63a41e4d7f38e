"""The texts of an openkamer page, read with the standard library only."""
