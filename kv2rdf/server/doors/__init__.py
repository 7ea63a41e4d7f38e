"""Addresses that programs use: reconciliation, sitemaps, health and metrics."""
