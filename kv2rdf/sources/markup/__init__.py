"""Strict access to markup. An element or attribute that no reader expects is an error."""
