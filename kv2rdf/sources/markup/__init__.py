"""Strict access to markup: each element and attribute is read, or it is an error."""
