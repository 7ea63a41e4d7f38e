"""Flat tables of a release, as CSV and Parquet, made from its dump."""
