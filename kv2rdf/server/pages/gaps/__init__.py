"""Gaps: things that are missing from a release or uncertain in it, with counts and lists."""
