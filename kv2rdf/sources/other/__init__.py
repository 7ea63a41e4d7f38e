"""Formats of files that are not publications, such as PDF."""
