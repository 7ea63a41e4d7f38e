"""Endpoints for programs: reconciliation, files for crawlers, health and metrics."""
