"""Strict access to markup: every element and attribute is either read or refused."""
