"""Repairs of known misplacements in KVR documents; each takes a paper and returns a paper."""
