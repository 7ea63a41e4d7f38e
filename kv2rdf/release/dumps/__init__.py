"""The compressed dumps, in gzip members that the next release can copy."""
