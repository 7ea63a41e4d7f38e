"""Flat tables of a release, as CSV, Parquet or SQLite, made from its dump."""
