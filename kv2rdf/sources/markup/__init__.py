"""Strict access to markup. An unexpected element or attribute is an error."""
