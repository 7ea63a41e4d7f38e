"""Tests of kv2rdf.sources.odata."""
