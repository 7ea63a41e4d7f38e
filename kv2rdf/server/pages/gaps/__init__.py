"""Gaps: what a release lacks or is not sure of, with counts and lists."""
