"""Strict access to markup: an element or attribute that is not read is an error."""
