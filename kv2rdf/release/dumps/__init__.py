"""The compressed dumps, which consist of gzip members that the next release can copy."""
