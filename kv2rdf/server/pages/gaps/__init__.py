"""Gaps: counts and lists of what is missing from a release or uncertain in it."""
